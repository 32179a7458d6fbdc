champions-says = { $count ->
    [0] Nobody shows the way yet. Whoever does agreed to it in private.
    [one] *One champion* shows the way, and agreed to it:
   *[other] *{ $count } champions* show the way, and agreed to it:
}
champions-line = *{ $person }*
champions-active-days = • does something for deals on { $days } days a week
champions-next-step = • sets the next step within the hour after { $followed } of { $calls } calls and meetings
champions-logs-minutes = • logs within { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
} (median)
champions-logs-hours = • logs within { $hours ->
    [one] an hour
   *[other] { $hours } hours
} (median)
champions-ask = Ask
champions-thresholds = Asked whether they would show the way are reps in the best { $part ->
    [4] quarter
   *[other] 1/{ $part }
} by win rate of those with { $closed } or more closed deals in the last { $months } months, who also did something for deals on { $days } days or more in { $weeks } of the last { $of } weeks. Only who agrees is shown, only with how they work, and can take it back at any time. How they work is told of those { $of } weeks.
champions-you-are = You are shown as a champion, since you agreed to it.
champions-leave = Show me no longer
champions-you-may = You were asked whether you would show the way. Nobody else reads that here, nor what you answer.
champions-series = Champions
champions-series-others = Others
champions-chart = Active on 3 days or more, in percent
champions-last-week = Last week { $active } of { $of } { $of ->
    [one] champion
   *[other] champions
} worked on deals on { $days } days or more.
champions-last-week-others = Of the others it was { $active } of { $of }.
champions-invitation = :star: You are among those who win most and work most steadily here. Would you show others how?
champions-invitation-shown = If you agree, `/crm champions` shows your name with how you work: on how many days a week, how soon you log, how soon you set the next step. No deals, no amounts, no win rate. Colleagues can then ask you about a deal of theirs. No page shows that you were asked or said no; like every act it stands in the audit, which admins can export. You can take a yes back at any time.
champions-yes = Yes, show how I work
champions-no = No, thank you
champions-agreed = :star: Thank you. `/crm champions` now shows how you work. You can take that back there at any time.
champions-declined = All right: nothing of you is shown, nor that you were asked.
champions-form-title = Ask a champion colleague
champions-form-champion = Whom
champions-form-deal = About which deal
champions-form-words = Your question
champions-form-hint = How would you get them to answer again?
champions-letter = :star: { $by } asks you as a champion about *{ $deal }*:
champions-letter-answer = Answer { $by } by direct message, or log a note on the deal.
nudge-ask-champion = Ask a champion colleague
undone-champion-agree = Taken back: you are not shown as a champion.
undone-champion-decline = Taken back: it is as it was before your answer.
undone-champion-ask = Taken back: it is not sent, unless it was read already.
refusal-champion-none = Nobody who shows the way can be asked yet. `/crm champions` says how that comes about.
refusal-champion-no-deals = You have no open deal to ask about.
refusal-champion-gone = This person is no champion any more.
refusal-champion-not-asked = You were not asked whether you would show the way, so there is nothing to answer.
jobs-champions = Asks top performers in private every week whether they would show the way
jobs-nobody-champions = nobody in Slack is a rep yet
jobs-told-champions = { $person }: asked whether they would show the way
jobs-because-no-champion = { $person }: not asked by the thresholds
jobs-because-champion-already = { $person }: shows the way already
jobs-because-champion-asked = { $person }: asked within a quarter
jobs-skip-no-champion = not by the thresholds
jobs-skip-champion-already = champions already
jobs-skip-champion-asked = asked within a quarter
