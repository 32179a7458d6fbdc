digest-title = :calendar: *Your team's week*, { $first } – { $last }
digest-says = { $active } of { $reps } reps were active, with { $activities } activities ({ $before } the week before). { $stale ->
    [0] No open deal is stale.
    [one] 1 open deal is stale.
   *[other] { $stale } open deals are stale.
}
digest-nobody = Nobody reports to you yet. An admin can set it: `/crm people set @rep manager:@you`.
digest-chart = Activities per rep
digest-last-week = Last week
digest-week-before = Week before
digest-head-rep = Rep
digest-head-days = Active days
digest-head-activities = Activities
digest-head-open = Open deals
digest-head-stale = Stale
digest-head-step = With next step
digest-against = { $now } ({ $before } before)
digest-no-deals = –
digest-quiet = :speech_balloon: Nothing logged last week: { $names }. A short question helps more than a reminder.
digest-better = :clap: More than the week before: { $names }. A word of praise is due.
digest-show-stale = Show stale deals
digest-show-team = Show the team's deals
