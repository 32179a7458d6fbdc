nudge-says = { $count ->
    [one] :seedling: One of your deals went quiet. A line is enough to bring it up to date.
   *[other] :seedling: { $count } of your deals went quiet. A line each is enough to bring them up to date.
}
nudge-quiet-hours = Asked once a day at most. A deal you answer about rests; one you leave is asked about again after 2, 4, then 8 working days.
nudge-settled = :tada: All settled. Thank you, your pipeline tells the truth again.
nudge-deal = *{ $deal }* · { $stage } · { $amount }
    { $step }
nudge-silent = { $days ->
    [one] :zzz: Nothing logged for 1 working day, since { $since }. Log a touch or plan a next step within two weeks to quiet this.
   *[other] :zzz: Nothing logged for { $days } working days, since { $since }. Log a touch or plan a next step within two weeks to quiet this.
}
nudge-stuck = :hourglass: In this stage for { $days } days, since { $since }; { $expected } are usual. Move it, or put it on hold with a reason, to quiet this.
nudge-no-next-step = :large_yellow_circle: No dated next step. Plan one to quiet this.
nudge-step-overdue = :red_circle: The next step was due { $since }. Log how it went, or give it a new date, to quiet this.
nudge-date-passed = :calendar: The expected close passed on { $since }. Give it a new date (Open, then Edit), or close the deal, to quiet this.
nudge-again = :repeat: Question number { $times } about this deal without an answer.
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
nudge-answer-assign = now someone else's
assigned-says = { $by } handed *{ $deal }* over to you.
assigned-says-yours = *{ $deal }* is yours now.
assigned-deal = { $account } · { $stage } · { $amount }
