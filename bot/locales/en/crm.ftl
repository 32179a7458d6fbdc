today-says = *{ $day }* · { $overdue ->
    [0] nothing overdue
   *[other] { $overdue } overdue
}, { $due ->
    [0] nothing due today
   *[other] { $due } due today
}, { $stale ->
    [0] no stale deal
    [one] 1 stale deal
   *[other] { $stale } stale deals
}
today-overdue = *Overdue* ({ $count })
today-due = *Due today* ({ $count })
today-stale = *Stale* ({ $count })
today-held = *On hold* ({ $count }), and not asked about before their dates
today-coming = *The coming week* ({ $count })
today-more = { $count ->
    [one] and one more
   *[other] and { $count } more
} in `/deal list`
today-all-clear = :sunny: Nothing is waiting for you. A good moment to plan a next step.
today-without-step = { $count ->
    [one] One open deal has no dated next step.
   *[other] { $count } open deals have no dated next step.
}
today-pipeline = { $count ->
    [one] 1 open deal
   *[other] { $count } open deals
} · { $sums }
today-no-deals = You have no open deals yet. Start with one, or ask your manager to assign you some.
find-nothing = Nothing was found for “{ $words }”.
find-nearest = Did you mean one of these?
find-hint = Try a part of a deal's, an account's or a note's words.
find-more = { $count ->
    [one] and one more deal
   *[other] and { $count } more deals
}: type a little more to narrow it down
find-beyond = Not shown here: { $left }. Type a little more to narrow it down, or open a card for all of its own.
find-note = *{ $kind }* · { $subject } · { $author } · { $when }
    { $note }
people-says = { $count ->
    [one] *1 person*
   *[other] *{ $count } people*
}
people-line = { $person } · { $role }{ $has_team ->
    [yes] {" "}· { $team }
   *[no] {""}
}{ $has_manager ->
    [yes] {" "}· reports to { $manager }
   *[no] {""}
}
people-hint = An admin can change roles, managers and teams.
people-hint-admin = Change with `/crm people set @person role:manager manager:@boss team:West`.
people-more = { $count } more are not shown.
people-set = { $person } is set: { $role }, manager { $manager }, team { $team }.
help-log-title = *`/log`* writes down what happened, in one line.
help-log-examples =
    `/log call Acme - they like the pilot > send quote friday`
    `/log meeting Globex yesterday - kickoff with their CFO`
    `/log email Initech: pricing sent`
    `/log` alone opens a form.
help-log-hint = Notes come after “ - ”, the next step after “>”, its date at the end, with a time if you like (“friday 3pm”). Kinds: call, meeting, email, demo, note. Every answer has an Undo.
help-deal-title = *`/deal`* keeps your deals in order.
help-deal-examples =
    `/deal new Acme pilot for Acme 12,000 USD closes next friday`
    `/deal show Acme` · `/deal list mine` · `/deal list team stale` · `/deal list unowned` · `/deal list stage:proposal sort:amount`
    `/deal move Acme pilot to proposal`
    `/deal won Acme pilot 12k great champion` · `/deal lost Acme pilot pricing`
    `/deal next Acme pilot send quote friday 3pm`
    `/deal edit Acme` · `/deal assign Acme @mina` · `/deal reopen Acme`
    `/deal hold Acme until dec 5 waiting for budget` · `/deal history Acme` · `/deal stage-history Acme` · `/deal undo`
    `/deal room Acme pilot`: makes this channel the deal’s room; in it `/deal move to proposal` and `/log call - it went well` need no name
help-deal-hint = A part of a name is enough. Where something is missing, a form asks for just that.
help-crm-title = *`/crm`* finds things and shows your day.
help-crm-examples =
    `/log call Acme - they like the pilot > send quote friday`: what happened, and what comes next
    `/deal new Acme pilot for Acme 12k` · `/deal move Acme pilot to proposal`: your deals
    `/crm today`: what is due, overdue and stale
    `/crm find pilot`: accounts, contacts, deals and everyone's notes
    `/crm playbook`: the way we agreed to sell, and what each stage asks
    `/crm report opportunities last 6 months by month` · `/crm report wins by rep as csv`
    `/crm me`: your week, and what goes with your wins · `/crm team` · `/crm forecast` · `/crm goals`
    `/crm settings`: your language, working hours, days off, messages
    `/crm people`: who is who
    `/crm scorecard`: your points by the playbook's weights, and who looked at them · `/crm scorecard review`: reviews of them
    `/crm history`: what you did, each with its Undo
    `/crm champions`: who shows the way, and how they work
help-crm-admin = For admins: `/crm people set @mina role:manager team:West` · `/crm import` · `/crm export deals as xlsx` · `/crm forget Jane Roe` · `/crm playbook edit`
help-crm-hint = Or just tell me in a message: “called Acme, they like the pilot, send quote friday”. Log with `/log help`, work on deals with `/deal help`. Korean words do the same: `/crm 오늘`, `/deal 목록`.
