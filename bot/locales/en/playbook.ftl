playbook-says = *Playbook, version { $version }* · in force since { $since }
playbook-story = { $by } proposed it · { $agreed } of { $asked } agreed
playbook-story-default = The playbook that Pipekeeper starts with. Managers, leaders and admins change it with `/crm playbook edit`.
playbook-story-operator = Put in force from the command line.
playbook-pipeline = *{ $pipeline }*
playbook-stage = *{ $number }. { $stage }* · { $probability }% · about { $days ->
    [one] 1 day
   *[other] { $days } days
}
playbook-stage-end = *{ $stage }*
playbook-purpose = _{ $purpose }_
playbook-to-leave = To leave: { $criteria }
playbook-no-exit = Nothing is asked to leave it.
playbook-overrides = Moved on without, in the last 90 days: { $overrides }
playbook-override = { $stage } { $times }× ({ $person })
playbook-reasons = Lost for: { $reasons }
playbook-edit = Edit
playbook-propose = Propose…
playbook-history = History
playbook-history-says = The versions of the playbook, the newest first:
playbook-line = *Version { $version }* · { $status }
playbook-line-by = proposed by { $by }, { $when }
playbook-line-note = “{ $note }”
playbook-status-in-force = in force since { $day }
playbook-status-was = in force from { $day }
playbook-status-planned = agreed, comes into force on { $day }
playbook-status-agreed = agreed, not in force yet
playbook-status-open = { $agreed } of { $asked } agreed
playbook-status-withdrawn = withdrawn
playbook-voice-agrees = :white_check_mark: { $person } agrees
playbook-voice-agrees-but = :white_check_mark: { $person } agrees: “{ $comment }”
playbook-voice-objects = :no_entry: { $person } objects: “{ $comment }”
playbook-voice-waits = :hourglass_flowing_sand: { $person } has not said yet
playbook-changes = *What it changes*
playbook-open = Look
playbook-agree = Agree
playbook-object = Object…
playbook-start = Put in force…
playbook-withdraw = Withdraw
playbook-withdraw-sure = Withdraw version { $version }?
playbook-withdraw-text = Nobody will be asked about it any more. It stays in the history.
playbook-asked = { $by } proposes to change the playbook. Do you agree?
playbook-heard-agrees = { $person } agrees to version { $version } of the playbook: { $agreed } of { $asked }.
playbook-heard-objects = { $person } objects to version { $version } of the playbook.
playbook-agreed-says = Version { $version } of the playbook is agreed: { $agreed } of { $asked }. Put it in force when you are ready.
playbook-started = From now on we sell by version { $version } of the playbook.
playbook-you-agreed = You agreed to version { $version }. Thank you!
playbook-you-objected = Your objection to version { $version } is noted; { $by } hears of it.
playbook-proposed = Version { $version } is proposed. { $asked ->
    [one] 1 person is asked.
   *[other] { $asked } people are asked.
}
playbook-planned = Version { $version } comes into force on { $day }.
playbook-in-force-now = Version { $version } is in force.
playbook-withdrawn-now = Version { $version } is withdrawn.
playbook-nothing-waits = No proposal is waiting for your word. `/crm playbook history` shows them all.
draft-title = Edit playbook
draft-says = { $changes ->
    [0] As it is in force. Change a stage, then propose it.
    [one] 1 change, not proposed yet.
   *[other] { $changes } changes, not proposed yet.
}
draft-stage-facts = { $probability }% · { $days } days · silent after { $silent } · { $forecast }
draft-edit-stage = Edit
draft-criteria = What it asks…
draft-up = Move up
draft-down = Move down
draft-remove = Remove
draft-new-stage = New stage
draft-lost-reasons = Reasons to lose
draft-won-reasons = Reasons to win
draft-drop = Discard
draft-drop-sure = Discard your changes?
draft-drop-text = The draft goes back to the playbook in force.
draft-stage-title = Stage
draft-name-en = Name in English
draft-name-ko = Name in Korean
draft-purpose-en = Purpose in English
draft-purpose-ko = Purpose in Korean
draft-probability = Probability in %
draft-expected-days = Expected days
draft-expected-days-hint = Calendar days. A deal is stuck after one and a half times as many.
draft-silent-after = Silent after
draft-silent-after-hint = The owner's working days without a touch.
draft-forecast = Forecast category
draft-pipeline = Pipeline
forecast-pipeline = Pipeline
forecast-best-case = Best case
forecast-commit = Commit
forecast-closed = Closed
forecast-omitted = Omitted
draft-criteria-title = To leave a stage
draft-criteria-says = To leave *{ $stage }*, a deal needs:
draft-criteria-none = Nothing is asked yet.
draft-new-criterion = Ask something new
draft-criterion-title = New criterion
draft-criterion-what = What must be there?
draft-criterion-own = A question of our own
draft-criterion-field = Field: { $name }
draft-criterion-contact = Contact: { $name }
draft-ask-en = Question in English
draft-ask-ko = Question in Korean
draft-ask-hint = For a question of your own. Ask for what the buyer has done: “Budget holder named: who?”
draft-answer = Kind of answer
draft-answer-text = Text
draft-answer-number = Number
draft-answer-date = Date
draft-answer-choice = Choice
draft-answer-yes-no = Yes or no
draft-choices = Choices
draft-choices-hint = One a line: English = Korean.
draft-reasons-title = Reasons
draft-reasons-lost = Why deals are lost
draft-reasons-won = Why deals are won
draft-reasons-hint = One a line: English = Korean. One you take out is archived; deals closed for it keep it.
propose-title = Propose a change
propose-note = Why?
propose-people = Whose agreement does it need?
propose-share = Share that must agree, in %
propose-submit = Propose
object-title = Object
object-comment = What speaks against it?
object-submit = Object
start-title = Put in force
start-says = Version { $version } comes into force at the beginning of the day you choose, by the workspace's clock; today means now.
start-on = From
start-submit = Put in force
