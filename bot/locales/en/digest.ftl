digest-nobody = Nobody reports to you yet. An admin can set it: `/crm people set @rep manager:@you`. From then on you find the team's week here every Monday.
digest-no-open-deals = The team has no open deals. A good first step for Monday's meeting: each rep adds the deals they are working on with `/deal new Acme pilot for Acme 12,000 USD`.
digest-attention = :speech_balloon: *Talk to them first*
digest-reason-idle = •  *{ $rep }*: nothing done last week, { $open ->
    [one] 1 open deal
   *[other] { $open } open deals
}
digest-reason-stale = •  *{ $rep }*: { $stale } of { $open ->
    [one] 1 open deal is stale
   *[other] { $open } open deals are stale
}
digest-head-rep = Rep
digest-head-days = Active days
digest-head-activities = Activities
digest-head-stale = Stale
digest-head-step = Next step
digest-against = { $now } ({ $before })
digest-no-deals = –
digest-left-out = { $count ->
    [one] One more rep is not shown.
   *[other] { $count } more reps are not shown.
}
digest-last-week = Last week
digest-week-before = Week before
digest-show-stale = The stale deals as of now
digest-show-team = Show the team's deals
digest-better-first = :clap: *A word of praise is due*
digest-ask = Ask
digest-praise = Praise
digest-note = Coaching note
digest-deals = See deals
digest-head-hygiene = Hygiene
digest-head-moved = Moved
digest-head-won = Won
digest-title-rep = :calendar: *Your team's week*, { $first } – { $last }
digest-title-team = :calendar: *Your teams' week*, { $first } – { $last }
digest-says-rep = { $active } of { $reps ->
    [one] 1 rep was active
   *[other] { $reps } reps were active
} (logged, moved or planned something), { $activities ->
    [0] no activity logged
    [one] 1 activity logged
   *[other] { $activities } activities logged
} ({ $before } the week before), { $stale } of { $open ->
    [one] 1 open deal is stale
   *[other] { $open } open deals are stale
}{ $stale_before ->
    [-1] .
   *[other] { " " }({ $stale_before } the week before).
}
digest-says-team = { $reps ->
    [one] 1 team
   *[other] { $reps } teams
}: { $activities ->
    [one] 1 activity
   *[other] { $activities } activities
} ({ $before } the week before), { $stale } of { $open ->
    [one] 1 open deal is stale
   *[other] { $open } open deals are stale
}{ $stale_before ->
    [-1] .
   *[other] { " " }({ $stale_before } the week before).
}
digest-first-idle = Look first at *{ $name }*: nothing done last week, with { $open ->
    [one] 1 open deal.
   *[other] { $open } open deals.
}
digest-first-stale = Look first at *{ $name }*: { $stale } of { $open ->
    [one] 1 open deal is stale.
   *[other] { $open } open deals are stale.
}
digest-first-praise = Nothing is urgent: a word of praise for *{ $name }* is due.
digest-first-nothing = Nothing asks for your attention first.
digest-idle-rep = Others without any activity: { $names }{ $more ->
    [0] .
   *[other] { " " }and { $more } more.
}
digest-idle-team = Others without any activity: { $names }{ $more ->
    [0] .
   *[other] { " " }and { $more } more.
}
digest-table-rep = Each rep's week, the week before in brackets
digest-table-team = Each team's week, the week before in brackets
digest-head-team = Team
digest-stale = { $stale } of { $open }
digest-no-manager = No manager
digest-line = *{ $name }* · { $days } active days · { $activities } activities · hygiene { $hygiene } · next step on { $step } · { $stale } stale · { $moved } moved · { $won } won
digest-chart-rep = Activities per rep
digest-chart-team = Activities per team
digest-chart-says = The chart in words: { $figures }.
digest-chart-figure = { $name } { $figure }
digest-targets = *Against what is agreed, in percent*
digest-target = { $sign } { $measure } { $value } of { $target } ({ $status })
digest-target-unknown = { $sign } { $measure }: { $status } (agreed: { $target })
digest-targets-note = Hygiene: the playbook's rules that open deals keep. Rhythm: working days with activity. Next steps: open deals with a dated one. Fresh deals: those that are not stale.
digest-reason-days = •  *{ $rep }*: { $days ->
    [one] 1 active day
   *[other] { $days } active days
}, { $before } the week before
digest-reason-fresher = •  *{ $rep }*: { $stale ->
    [0] no stale deal any more
    [one] 1 stale deal
   *[other] { $stale } stale deals
}, { $stale_before } the week before
digest-reason-both = •  *{ $rep }*: { $days ->
    [one] 1 active day
   *[other] { $days } active days
} ({ $before } the week before) and { $stale ->
    [0] no stale deal any more
    [one] 1 stale deal
   *[other] { $stale } stale deals
} ({ $stale_before } the week before)
feedback-week-title-question = Ask about the week
feedback-week-title-praise = Praise
feedback-week-title-note = Coaching note
feedback-begun-idle = I saw nothing from you that week on your { $open ->
    [one] open deal.
   *[other] { $open } open deals.
} What is in the way, and how can I help?
feedback-begun-stale = { $stale } of your { $open ->
    [one] 1 open deal had
   *[other] { $open } open deals had
} gone quiet or stuck when that week ended. Which of them are still alive, and what comes next?
feedback-begun-days = You were active on { $days ->
    [one] 1 day
   *[other] { $days } days
} that week, after { $before } the week before. Well done!
feedback-begun-fresher = You brought your stale deals down from { $stale_before } to { $stale } that week. Well done!
feedback-begun-both = You were active on { $days ->
    [one] 1 day
   *[other] { $days } days
} that week and brought your stale deals down from { $stale_before } to { $stale }. Well done!
digest-others-rep = :busts_in_silhouette: *The others*
digest-others-team = :busts_in_silhouette: *The other teams*
digest-each-rep = :busts_in_silhouette: *Each rep's week*
digest-each-team = :busts_in_silhouette: *Each team's week*
digest-stands = •  *{ $name }*
digest-stands-idle = •  *{ $name }*: no activity at all
digest-stands-away = •  *{ $name }*: away all week
digest-figure = { $sign }{ $head }{ "\u00A0" }{ $figure }
digest-lines-note = In brackets: the week before.{ $missed ->
    [yes] { " " }🔴 misses the agreed target.
   *[no] { "" }
}
digest-whole-table = The week as a table
digest-first-targets = No team stands out, but { $missed } of { $targets } targets are missed: see below.
