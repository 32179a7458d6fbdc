logged = { $earlier ->
    [yes] :white_check_mark: *{ $kind }* logged on *{ $subject }* ({ $when }).
   *[no] :white_check_mark: *{ $kind }* logged on *{ $subject }*.
}
logged-step-kept = The deal belongs to { $owner }, so its next step stays as it is. Your “{ $step }” is kept in the note.
logged-step-closed = The deal is closed and takes no next step. Your “{ $step }” is kept in the note.
logged-day-unread = “{ $day }” is no day I can read, so the next step stays as it is. What you typed stands in the note.
logged-step-heard = Set “{ $step }” as the next step, by { $due }?
button-step-form = Choose the day
button-step-set = Set it
logged-step-account = No deal was meant, so “{ $step }” is kept in the note. Start one with `/deal new`.
log-form-title = Log an activity
log-form-submit = Log
log-form-target = Deal or account
log-form-target-hint = Type a few letters
log-form-kind = What happened
log-form-note = Notes
log-form-note-hint = What was said, who was there
log-form-next = Next step
log-form-next-due = Next step by
log-form-when = When it happened
suggest-account = Account
logged-step-replaced = It takes the place of “{ $step }”.
