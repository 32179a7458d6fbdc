nudge-says-dates = { $count ->
    [one] :calendar: The expected close of one of your deals has passed. A new date, or a line on how it went, is enough.
   *[other] :calendar: The expected close of { $count } of your deals has passed. A new date each, or a line on how it went, is enough.
}
nudge-again-third = :repeat: Question number { $times } about this deal without an answer. If it stays without one today, { $manager } sees the deal on their list.
nudge-without-step = { $count ->
    [one] :large_yellow_circle: One open deal has no next step to come.
   *[other] :large_yellow_circle: { $count } open deals have no next step to come.
} `/crm today` shows your day.
nudge-not-helpful = Not helpful
nudge-answer-unhelpful = set aside; the question did not help
nudge-unhelpful-says = Thank you. *{ $deal }* rests for eight working days; a touch, a move or a hold quiets it for longer.
undone-nudge-unhelpful = Taken back: the question stands again.
refusal-nudge-not-yours = This question was asked of someone else.
refusal-nudge-settled = This question is settled already.
jobs-because-muted = { $person }: has turned these messages off
