review-list = Reviews
review-list-says = { $led ->
    [0] *Reviews*: { $own ->
        [0] none of yours yet.
        [one] one of yours.
       *[other] { $own } of yours.
    }
   *[other] *Reviews*: { $own } of yours, { $led } of those you lead.
}
review-list-own = *Yours*
review-list-led = *Of those you lead*
review-list-none = A review lays a scorecard open as it is on that day. Its owner sees it first, can comment and contest each line, gets an answer, and then nothing in it changes any more.
review-open = Open a review
review-title-own = Your review
review-title = Review of { $person }
review-standing-own-theirs = *{ $first } to { $last }*: yours to read first. Nobody else sees it until you hand it on, or until { $until } is over.
review-standing-own-leads = *{ $first } to { $last }*: with those who lead you, who answer it. { $contested ->
    [0] You contested nothing.
    [one] You contested one line.
   *[other] You contested { $contested } lines.
}
review-standing-own-answered = *{ $first } to { $last }*: answered. Say that you have read it, and it is frozen as it is.
review-standing-own-frozen = *{ $first } to { $last }*: ended. Nothing in it changes any more.
review-standing-own-withdrawn = *{ $first } to { $last }*: withdrawn. It counts for nothing.
review-standing-led-theirs = { $person }, *{ $first } to { $last }*: with them. You see it once they hand it on, or after { $until }.
review-standing-led-leads = { $person }, *{ $first } to { $last }*: waits for your answer. { $contested ->
    [0] Nothing is contested.
    [one] One line is contested.
   *[other] { $contested } lines are contested.
}
review-standing-led-answered = { $person }, *{ $first } to { $last }*: answered. It is frozen once they say that they have read it, or after two weeks.
review-standing-led-frozen = { $person }, *{ $first } to { $last }*: ended. Nothing in it changes any more.
review-standing-led-withdrawn = { $person }, *{ $first } to { $last }*: withdrawn. It counts for nothing.
review-total = *{ $total } of 100 points*, as counted on the day it was opened.
review-total-corrected = *{ $corrected } of 100 points* with what was corrected; { $total } as counted on the day it was opened.
review-total-little = Too little was known for points on the day it was opened.
review-contested = Contested by { $by }:
review-kept = { $by } keeps it as counted:
review-corrected = { $by } corrects it to *{ $value }%*; what was counted stays beside it:
review-said = { $by }, { $when }:
review-how = Weights and targets of the playbook's version { $version }, taken when it was opened. Later changes to deals, days off or the playbook change nothing here.
review-right = It is right
review-comment = Comment or contest
review-read = I have read it
review-answer = Answer
review-file = Excel
review-withdraw = Withdraw
review-withdraw-sure = The review then counts for nothing. You can undo this.
review-look = Look at it
review-opened = :scroll: Opened for { $people }, { $first } to { $last }. Each is told in their working hours.
review-first-theirs = They see it first, and have five working days. You are told once one is handed on.
review-left-out = { $people } have a review of this time already.
review-letter-opened-own = :scroll: { $by } has laid your scorecard of { $first } to { $last } open. It is yours to read first: say that it is right, or contest what is not, by { $until }.
review-letter-reminder-own = :scroll: Your scorecard of { $first } to { $last } waits for your word until { $until }. After that { $by } sees it without one.
review-letter-returned-led = :scroll: { $person } has handed the scorecard of { $first } to { $last } on. It waits for your answer.
review-letter-reminder-led = :scroll: The scorecard of { $person }, { $first } to { $last }, still waits for your answer.
review-letter-answered-own = :scroll: Your scorecard of { $first } to { $last } is answered. Read it, and say so: then nothing in it changes any more.
review-form-says = The figures are taken as they stand now, by the weights and targets of the playbook in force. Their owner sees them first.
review-form-person = Whose
review-form-all = All { $count } reps
review-form-team = All are: { $people }
review-form-period = Which time
review-form-first = Or from
review-form-last = To
review-form-dates-hint = Two days here count instead of the choice above.
review-form-submit = Open
review-period-last = Last quarter, { $first } to { $last }
review-period-now = This quarter so far, { $first } to { $last }
review-period-before = The quarter before, { $first } to { $last }
review-period-half = Two quarters, { $first } to { $last }
review-period-year = Four quarters, { $first } to { $last }
review-contest-title = Your word
review-contest-says = Write something under a line to contest it. What you leave empty is not contested.
review-contest-line = What is wrong with { $measure }?
review-contest-hint = For example: two weeks of leave are missing
review-contest-words = On the whole
review-contest-submit = Hand on
review-answer-says = { $contested ->
    [0] Nothing was contested. Your word ends the review.
    [one] One line was contested. Keep it or correct it, with your reason.
   *[other] { $contested } lines were contested. Keep or correct each, with your reason.
}
review-ruling-kept = Keep it as counted
review-ruling-corrected = Correct it
review-answer-line = { $measure }
review-answer-value = Corrected value, in percent
review-answer-value-hint = Only where it is corrected. What was counted stays beside it.
review-answer-reason = Why
review-answer-words = On the whole
review-answer-submit = Answer
refusal-review-gone = This review is no longer there. `/crm scorecard review` shows those that are.
refusal-review-nobody = There is nobody in Slack whose scorecard you could review. Reps are set by an admin: `/crm people set @mina role:rep manager:@you`.
refusal-review-there = Everybody chosen has a review of this time already. `/crm scorecard review` shows them.
refusal-review-not-yours = This word belongs to the person whose review it is.
refusal-review-returned = This review was handed on already. To change your word, take it back with Undo first.
refusal-review-unanswered = This line was contested. Keep it or correct it.
refusal-review-reason = Say why in a few words.
refusal-review-value = A corrected line needs its value, from 0 to 100 percent.
refusal-review-dates = These are no days to review. Give a first and a last one that is not before it, not in the future.
refusal-review-too-long = That is more than { $most } characters. Shorten it a little.
refusal-review-is-theirs = It is still with the person whose review it is. You are told once they hand it on.
refusal-review-is-leads = It has no answer yet.
refusal-review-is-answered = It is answered already.
refusal-review-is-frozen = This review has ended, and nothing in it changes any more.
refusal-review-is-withdrawn = This review was withdrawn.
refusal-rights-review = The scorecard of { $person } is reviewed by their manager, leaders and admins, and by nobody for themselves. Yours is `/crm scorecard`.
undone-review-open = Taken back: the review was never opened.
undone-review-return = Taken back: it is with you again.
undone-review-answer = Taken back: it waits for an answer again.
undone-review-withdraw = Taken back: the review is where it was.
