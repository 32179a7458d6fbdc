deal-no-amount = no amount yet
deal-owner-nobody = nobody
deal-line = *{ $deal }* · { $account } · { $owner } · { $amount }
deal-closes = closes { $day }
step-overdue = :red_circle: Overdue since { $due }: { $step }
step-today = :large_green_circle: Today: { $step }
step-today-at = :large_green_circle: Today, { $at }: { $step }
step-planned = :white_circle: By { $due }: { $step }
step-weekly = { $step } (every week)
step-fortnightly = { $step } (every two weeks)
step-monthly = { $step } (every month)
step-quarterly = { $step } (every three months)
step-undated = :large_yellow_circle: No date yet: { $step }
step-none = :large_yellow_circle: No next step planned
step-held = { $has_step ->
    [yes] :double_vertical_bar: On hold until { $until } · { $step }
   *[no] :double_vertical_bar: On hold until { $until }
}
step-won = { $has_reason ->
    [yes] :trophy: Won: { $reason }
   *[no] :trophy: Won
}
step-lost = :black_circle: Lost: { $reason }
signal-line = :warning: { $signals }
signal-silent = { $days ->
    [one] silent for 1 working day
   *[other] silent for { $days } working days
}
signal-stuck = { $days ->
    [one] in its stage for 1 day
   *[other] in its stage for { $days } days
}
signal-no-next-step = { $days ->
    [0] no dated next step
    [one] next step overdue by 1 day
   *[other] next step overdue by { $days } days
}
signal-date-passed = { $days ->
    [one] expected close passed yesterday
   *[other] expected close passed { $days } days ago
}
offer-which = Which one did you mean by “{ $typed }”?
offer-won = :trophy: won
offer-lost = :black_circle: lost
offer-this = This one
offer-account = *{ $account }* · only the account, no deal
offer-more = { $count ->
    [one] One more fits. Type a little more of the name.
   *[other] { $count } more fit. Type a little more of the name.
}
done-created = :sparkles: *{ $deal }* created, in { $stage }.
done-account = { $account }
done-account-new = { $account } (new account)
done-account-meant = “{ $typed }” was taken for the account *{ $account }*.
done-account-near = { $count ->
    [one] There was no account “{ $typed }” yet. Did you mean this one?
   *[other] There was no account “{ $typed }” yet. Did you mean one of these?
}
done-placed = *{ $deal }* is now a deal for *{ $account }*.
button-account-anew = New account “{ $account }”
done-closes-past = :warning: The closing date, { $day }, is in the past. Leave it if that is right; as long as the deal is open, you will be asked for a new one.
done-moved = :arrow_right: *{ $deal }* moved from { $from_stage } to *{ $to_stage }*.
done-won = :trophy: *{ $deal }* won: { $amount }. Congratulations!
done-lost = *{ $deal }* closed as lost: { $reason }.
done-lost-thanks = Thank you for the honest reason: it is what the team learns from.
done-reopened = *{ $deal }* is open again, in { $stage }.
done-next-step = Next step of *{ $deal }* set.
done-edited = *{ $deal }* saved.
done-assigned = *{ $deal }* now belongs to { $owner }.
done-held = *{ $deal }* is on hold until { $until }: { $reason }. Nobody will ask about it before.
undone-activity-log = Taken back: the activity is no longer logged.
undone-deal-create = Taken back: *{ $deal }* was never made.
redone = :arrow_right_hook: Done again: { $what }.
undone-deal-move = Taken back: the deal is in its stage of before.
undone-deal-win = Taken back: the deal is open again.
undone-deal-lose = Taken back: the deal is open again.
undone-deal-reopen = Taken back: the deal is closed again.
undone-deal-next-step = Taken back: the next step is as it was.
undone-deal-edit = Taken back: the deal is as it was.
undone-deal-assign = Taken back: the deal has its owner of before.
undone-deal-hold = Taken back: the deal is not on hold.
undone-person-set = Taken back: the person is set as before.
undone-import = Taken back: the import is undone.
card-says = { $deal }: { $amount }
card-account = *Account*
    { $account }
card-owner = *Owner*
    { $owner }
card-stage = *Stage*
    { $open ->
        [yes] { $stage }, { $days ->
            [0] since today
            [one] for 1 day
           *[other] for { $days } days
        }
       *[no] { $stage }
    }
card-amount = *Amount*
    { $open ->
        [yes] { $amount } · { $probability }% likely to be won
       *[no] { $amount }
    }
card-closes = *Expected close*
    { $day }
card-closes-unknown = *Expected close*
    not set
card-closed = *Closed*
    { $day }
card-touched = *Last touch*
    { $day }
card-touched-since = *Last touch*
    { $day } (last activity { $active })
card-held = Why it is on hold: { $reason }
card-no-activities = No activity logged yet. Start with the Log button.
card-more-activities = { $count ->
    [one] and one earlier activity
   *[other] and { $count } earlier activities
}
activity-line = { $has_note ->
    [yes] *{ $kind }* · { $author } · { $when }
        { $note }
   *[no] *{ $kind }* · { $author } · { $when }
}
reopen-confirm-title = Reopen this deal?
reopen-confirm = “{ $deal }” goes back into work and out of the closed figures. This is recorded.
way-says = { $count ->
    [one] *{ $deal }* is still where it began.
   *[other] How *{ $deal }* went through its stages:
}
way-first = { $when }: began in { $to_stage } ({ $by })
way-step = { $when }: { $from_stage } → { $to_stage } ({ $by })
way-import = import
list-says = { $has_stage ->
    [yes] { $whose }, in { $stage }: *{ $count }* · { $sums }
   *[no] { $whose }: *{ $count }* · { $sums }
}
list-says-stale = { $has_stage ->
    [yes] { $whose }, stale in { $stage }: *{ $count }* · { $sums }
   *[no] { $whose }, stale: *{ $count }* · { $sums }
}
list-says-undated = { $has_stage ->
    [yes] { $whose }, without a dated next step in { $stage }: *{ $count }* · { $sums }
   *[no] { $whose }, without a dated next step: *{ $count }* · { $sums }
}
list-scope-mine = Your open deals
list-scope-team = Your team's open deals
list-scope-all = All open deals
list-scope-person = { $person }'s open deals
list-closed-mine = Your deals
list-closed-team = Your team's deals
list-closed-all = All deals
list-closed-person = { $person }'s deals
list-line = *{ $deal }* · { $facts }
    { $step }
list-empty = Nothing here yet. Begin with `/deal new Acme pilot for Acme 12,000 USD closes next friday`.
list-empty-stale = Every deal is fresh. Well kept!
list-empty-undated = Every deal has its next step and a date for it.
list-place = { $first }–{ $last } of { $total }
list-previous = ← Previous
list-next = Next →
list-scope-nobody = Open deals without an owner
list-empty-unowned = Every open deal has an owner.
button-give-owner = Give an owner
