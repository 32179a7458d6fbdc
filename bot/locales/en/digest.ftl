digest-title = :calendar: *Your team's week*, { $first } – { $last }
digest-says = { $active } of { $reps ->
    [one] 1 rep was active
   *[other] { $reps } reps were active
}: { $activities ->
    [one] 1 activity
   *[other] { $activities } activities
} ({ $before } the week before). { $stale ->
    [0] No open deal is stale.
    [one] 1 of { $open } open deals is stale.
   *[other] { $stale } of { $open } open deals are stale.
}
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
digest-table = Each rep's week, the week before in brackets
digest-head-rep = Rep
digest-head-days = Active days
digest-head-activities = Activities
digest-head-open = Open deals
digest-head-stale = Stale
digest-head-step = With next step
digest-against = { $now } ({ $before })
digest-no-deals = –
digest-line = *{ $rep }* · { $days } active days · { $activities } activities · { $open } open, { $stale } stale · next step on { $step }
digest-left-out = { $count ->
    [one] One more rep is not shown.
   *[other] { $count } more reps are not shown.
}
digest-chart = Activities per rep
digest-last-week = Last week
digest-week-before = Week before
digest-show-stale = Show the team's stale deals
digest-show-team = Show the team's deals
digest-reason-better = •  *{ $rep }*: more active days, or fewer stale deals, than the week before
digest-better-first = :clap: *A word of praise is due*
digest-ask = Ask
digest-praise = Praise
digest-note = Coaching note
digest-deals = See deals
digest-head-hygiene = Hygiene
digest-head-moved = Moved
digest-head-won = Won
digest-targets = Next step on { $step } of open deals (agreed: { $step_target }), { $fresh } fresh (agreed: { $fresh_target }).
