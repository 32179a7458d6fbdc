nudge-says = { $count ->
    [one] :seedling: One of your deals went quiet. A line is enough to bring it up to date.
   *[other] :seedling: { $count } of your deals went quiet. A line each is enough to bring them up to date.
}
nudge-settled = :tada: All settled. Thank you, your pipeline tells the truth again.
nudge-deal = *{ $deal }* · { $stage } · { $amount }
    { $step }
nudge-silent = { $days ->
    [one] Nothing logged for 1 working day, since { $since }. Log a touch or plan a next step within two weeks to quiet this.
   *[other] Nothing logged for { $days } working days, since { $since }. Log a touch or plan a next step within two weeks to quiet this.
}
nudge-stuck = { $days ->
    [one] In this stage for 1 day, since { $since }. Move it, or put it on hold with a reason.
   *[other] In this stage for { $days } days, since { $since }. Move it, or put it on hold with a reason.
}
nudge-more = { $count ->
    [one] One more quiet deal is not shown.
   *[other] { $count } more quiet deals are not shown.
}
nudge-show-all = Show all
nudge-done = :white_check_mark: ~{ $deal }~ { $done }
nudge-answer-log = logged
nudge-answer-move = moved
nudge-answer-won = won
nudge-answer-lost = closed as lost
nudge-answer-next-step = next step planned
nudge-answer-edit = updated
nudge-answer-hold = on hold
nudge-answer-reopen = reopened
assigned-says = { $by } assigned *{ $deal }* to you.
