nudge-says = { $count ->
    [one] :seedling: One of your deals went quiet. A line is enough to bring it up to date.
   *[other] :seedling: { $count } of your deals went quiet. A line each is enough to bring them up to date.
}
nudge-quiet-hours = Asked once a day at most. A deal you answer about rests; one you leave is asked about again after 2, 4, then 8 working days.
nudge-settled = :tada: All settled. Thank you, your pipeline tells the truth again.
nudge-deal = *{ $deal }* · { $stage } · { $amount }
    { $step }
nudge-silent = { $days ->
    [one] :zzz: No activity and no change for 1 working day, since { $since }. Log what happened, or plan a next step within two weeks.
   *[other] :zzz: No activity and no change for { $days } working days, since { $since }. Log what happened, or plan a next step within two weeks.
}
nudge-stuck = :hourglass: In this stage for { $days } days, since { $since }; { $expected } are usual. Move it, or put it on hold with a reason.
nudge-no-next-step = :large_yellow_circle: No dated next step. Plan one.
nudge-step-overdue = :red_circle: The next step was due { $since }. Log how it went, or give it a new date.
nudge-date-passed = :calendar: The expected close passed on { $since }. Give it a new closing date, or close the deal.
nudge-again = :repeat: Asked { $times } times in a row without an answer.
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
nudge-says-stuck = { $count ->
    [one] :hourglass: One of your deals has stood long in its stage. Move it, or say with a hold what it waits for.
   *[other] :hourglass: { $count } of your deals have stood long in their stage. Move them, or say with a hold what they wait for.
}
nudge-says-mixed = { $count ->
    [one] :seedling: One of your deals needs a word: it { $why }. What settles it stands below.
   *[other] :seedling: { $count } of your deals need a word: { $why }. What settles each stands below it.
}
nudge-why-silent = { $count ->
    [0] went quiet
    [one] one went quiet
   *[other] { $count } went quiet
}
nudge-why-stuck = { $count ->
    [0] has stood long in its stage
    [one] one has stood long in its stage
   *[other] { $count } have stood long in their stage
}
nudge-why-dates = { $count ->
    [0] is past its expected close
    [one] one is past its expected close
   *[other] { $count } are past their expected close
}
button-new-close = New closing date
closes-form-says = *{ $deal }*: when is it expected to close?
closes-form-day = Expected close
closes-form-title = New closing date
refusal-closes-to-come = The expected close has to be today or later.
done-redated = Expected close of *{ $deal }*: { $closes }.
