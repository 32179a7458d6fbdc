team-news-title = :calendar: *{ $team }'s week*, { $first } – { $last }
team-news-won = :trophy: *{ $count ->
    [one] 1 deal won
   *[other] { $count } deals won
}*
team-news-win = •  { $owner } won *{ $deal }* with { $account }: { $amount }
team-news-activities = Together: { $activities ->
    [one] 1 activity
   *[other] { $activities } activities
} ({ $before } the week before), { $moved ->
    [one] 1 deal moved
   *[other] { $moved } deals moved
} on.
team-news-open = { $step } of { $open ->
    [one] 1 open deal has
   *[other] { $open } open deals have
} a next step; { $stale } stale.
team-news-note = A team sees of each other what was won, and sums of four people or more. How one's own week went: `/crm me`.
settings-team-channel = Tell my team's week in
settings-team-channel-hint = Every Monday: wins, and sums of four people or more; nobody's own figures. In a private channel the bot has to be invited first.
