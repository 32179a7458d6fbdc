nudge-says-dates = { $count ->
    [one] :calendar: One of your deals is past its expected close. Give it a new closing date, or close it.
   *[other] :calendar: { $count } of your deals are past their expected close. Give each a new closing date, or close it.
}
nudge-again-third = :repeat: Asked { $times } times in a row without an answer. If it stays without one today, { $manager } sees the deal on their list.
nudge-not-helpful = Not helpful
nudge-answer-unhelpful = set aside; the question did not help
nudge-unhelpful-says = Thank you. *{ $deal }* rests for eight working days; a touch, a move or a hold quiets it for longer.
undone-nudge-unhelpful = Taken back: the question stands again.
refusal-nudge-not-yours = This question was asked of someone else.
refusal-nudge-settled = This question is settled already.
jobs-because-muted = { $person }: has turned these messages off
followup-says = { $count ->
    [one] :sunrise: One thing you planned is up today.
   *[other] :sunrise: { $count } things you planned are up today.
}
followup-settled = :tada: All that you planned for this day is settled.
followup-put-off = :calendar: Nothing more is up today. { $count ->
    [one] One thing was put off to another day.
   *[other] { $count } things were put off to another day.
}
followup-due = :large_green_circle: *{ $step }*, today
followup-due-at = :large_green_circle: *{ $step }*, today, { $at }
step-reminder-today = :alarm_clock: *{ $step }*, today, { $at }
step-reminder = :alarm_clock: *{ $step }*, { $due }
followup-due-since = :large_green_circle: *{ $step }*, for { $due }, a day off
followup-overdue = :red_circle: *{ $step }*, overdue since { $due }
followup-hold-ended = :arrow_forward: The hold ended on { $until }. Why it was on hold: { $reason }
followup-deal = { $told }
    { $deal } · { $account } · { $stage } · { $amount }
followup-more = { $count ->
    [one] One more next step is due.
   *[other] { $count } more next steps are due.
} `/crm today` shows them.
followup-done = Done
followup-tomorrow = Tomorrow
followup-next-week = Next week
followup-later = Later
followup-in-an-hour = Later (1 hour)
followup-hold-again = Hold again
followup-gone-on = :white_check_mark: ~{ $step }~ { $deal }
    { $now }
followup-moved = :calendar: *{ $step }*, put off · { $deal }
    { $now }
followup-done-says = :white_check_mark: Done and logged on *{ $deal }*.
step-done-title = Next step done
step-done-says = *{ $deal }*: { $step }
step-done-note = What came of it?
step-done-next = What comes next?
step-done-due-hint = Needed where something comes next. “send quote friday” above is enough too.
step-done-next-hint = Left empty, the deal has no next step for now.
repeats-label = Repeats
repeats-once = Only this once
repeats-weekly = Every week
repeats-fortnightly = Every two weeks
repeats-monthly = Every month
repeats-quarterly = Every three months
escalation-says = { $count ->
    [one] :eyes: One deal of your people needs you.
   *[other] :eyes: { $count } deals of your people need you.
}
escalation-why = Their owners were asked three times or more and did not answer. Nothing was changed. Ask, help, or hand the deal to someone else. A deal comes back to this list after eight working days at the earliest.
escalation-settled = :tada: Every deal on this list has been answered about.
escalation-deal = *{ $deal }* · { $owner } · { $stage } · { $amount }
    { $step }
escalation-asked = :repeat: Asked { $times } times in a row, last on { $on }
escalation-ask = Ask
escalation-reassign = Reassign
escalation-praise = Praise
escalation-done = :white_check_mark: ~{ $deal }~ { $owner }: { $done }
escalation-more = { $count ->
    [one] One more deal waits, or stood on an earlier list.
   *[other] { $count } more deals wait, or stood on an earlier list.
}
feedback-title-question = Ask about a deal
feedback-title-praise = Praise
feedback-form-question = *{ $deal }*: what would you like to know from { $owner }?
feedback-form-praise = *{ $deal }*: what did { $owner } do well?
feedback-form-words = Your words
feedback-form-submit = Send
feedback-given = :white_check_mark: { $owner } reads it now.
feedback-given-later = :white_check_mark: { $owner } reads it when their working hours begin, { $at } by your clock.
feedback-says-question = :speech_balloon: { $by } asks about *{ $deal }*:
feedback-says-praise = :clap: { $by } praises your work on *{ $deal }*:
undone-feedback-give = Taken back: it is not sent, unless it was read already.
refusal-step-settled = The next step of { $deal } was settled already. Open the deal to see how it stands.
refusal-feedback-nobody = { $deal } has no owner in Slack who could read it.
refusal-feedback-empty = Write a word or two.
refusal-feedback-too-long = This holds at most { $most } signs.
refusal-rights-feedback = Words about { $owner }'s deals come from { $owner }'s manager, a leader or an admin.
jobs-followups = Reminds owners each working day of the next steps due
jobs-escalations = Shows managers the deals whose third question went unanswered
jobs-nobody-followups = nobody in Slack is known yet: the bot meets people when they first use it
jobs-nobody-escalations = nobody in Slack leads a team yet: `/crm people set @rep manager:@manager`
jobs-told-followups = { $count ->
    [one] { $person }: reminded of 1 deal
   *[other] { $person }: reminded of { $count } deals
}
jobs-told-before-time = { $person }: reminded of a next step before its time
jobs-told-escalations = { $count ->
    [one] { $person }: shown 1 deal
   *[other] { $person }: shown { $count } deals
}
jobs-because-reminded-today = { $person }: reminded today already
jobs-because-nothing-due = { $person }: no next step to tell of
jobs-because-listed-today = { $person }: shown their list today already
jobs-because-nothing-unanswered = { $person }: no deal has come to their list
feedback-title-note = Coaching note
feedback-form-note = *{ $deal }*: what would help { $owner }?
feedback-says-note = :bulb: { $by } has a note on *{ $deal }* for you:
feedback-week-form-question = What would you like to know from { $owner } about their week from { $week }?
feedback-week-form-praise = What did { $owner } do well in the week from { $week }?
feedback-week-form-note = What would help { $owner }, after the week from { $week }?
feedback-week-says-question = :speech_balloon: { $by } asks about your week from { $week }:
feedback-week-says-praise = :clap: { $by } praises your week from { $week }:
feedback-week-says-note = :bulb: { $by } has a note on your week from { $week } for you:
feedback-my-deals = My deals
feedback-answer = Answer
feedback-answer-form = { $by } wrote:
feedback-says-answer = :speech_balloon: { $by } answers about *{ $deal }*:
feedback-week-says-answer = :speech_balloon: { $by } answers about the week from { $week }:
refusal-feedback-taken-back = These words were taken back, or are not for you to answer. Write to their author in Slack instead.
refusal-feedback-nobody-there = { $person } is not in Slack (any more) and could not read it.
morning-says = :sunrise: { $steps ->
    [one] One thing you planned is due
   *[other] { $steps } things you planned are due
}, and { $deals ->
    [one] one of your deals needs a word.
   *[other] { $deals } of your deals need a word.
}
followup-replaced = :fast_forward: ~{ $step }~ { $deal }
    { $now }
morning-settled = :white_check_mark: What you planned for today is settled.
followup-says-late = :sunrise: { $count ->
    [one] One thing you planned is overdue.
   *[other] { $count } things you planned are due, { $late ->
        [one] one of them
       *[other] { $late } of them
    } since earlier.
}
followup-brought = :inbox_tray: { $count ->
    [one] One next step was overdue already when a spreadsheet brought it. It stands
   *[other] { $count } next steps were overdue already when a spreadsheet brought them. They stand
} in your list, and for a working week you are not asked about what came with it.
followup-brought-show = Show my next steps
