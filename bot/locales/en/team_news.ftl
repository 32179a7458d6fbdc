team-news-title = :calendar: *{ $team }'s week*, { $first } – { $last }
team-news-won = :trophy: *{ $count ->
    [one] 1 deal won
   *[other] { $count } deals won
}*
team-news-win = •  { $owner } won *{ $deal }* with { $account }: { $amount }
settings-team-channel = Tell my team's week in
settings-team-channel-hint = Every Monday: wins, and sums of four people or more; nobody's own figures. In a private channel the bot has to be invited first.
team-news-activities = Together: { $activities } activities ({ $before } the week before), { $moved } deals moved on.
team-news-open = Of { $open ->
    [one] 1 open deal
   *[other] { $open } open deals
} { $step } have a next step, { $stale } are stale.
team-news-few = fewer than { $people }
team-news-count = { $count }
team-news-note = A team sees of each other what was won, and sums of four people or more, rounded on purpose. How one's own week went: `/crm me`.
team-news-activities-alone = Together: { $activities } activities, { $moved } deals moved on.
team-news-share-about = about { $share }
team-news-share-most = at most { $share }
team-news-share-least = at least { $share }
