say-understood = { $act ->
    [log] I understood an activity on *{ $subject }*. Shall I log it?
    [next] I understood a next step on *{ $subject }*. Shall I set it?
    [move] I understood a move of *{ $subject }*. Shall I make it?
    [won] I understood that *{ $subject }* is won. Shall I close it?
    [lost] I understood that *{ $subject }* is lost. Shall I close it?
    [hold] I understood that *{ $subject }* goes on hold. Shall I put it there?
    [assign] I understood that *{ $subject }* gets another owner. Shall I hand it over?
    [edit] I understood that something about *{ $subject }* has changed. Shall I write it down?
    [reopen] I understood that *{ $subject }* is to be reopened. Shall I reopen it?
   *[new] I understood a new deal, *{ $subject }*. Shall I create it?
}
say-which = { $act ->
    [log] Which deal or account is this about?
   *[other] Which deal is this about?
}
say-new-deal = A new deal…
say-unsure = I am not sure what to do with this. What did you mean?
say-what = *{ $kind }*, { $when }
say-who = With { $contact }
say-who-new = With { $contact }, who is new here and will be added
say-account = Account: { $account }
say-amount = Amount: { $amount }
say-stage = { $before } → *{ $stage }*
say-owner = New owner: { $owner }
say-reason = Reason: { $reason }
say-until = Until { $day }
say-closes = Closes { $day }
say-step = Next step: *{ $step }*, { $day }
say-step-undated = Next step: *{ $step }*, no date yet
say-confirm = Confirm
say-edit = Edit
say-discard = Discard
say-as = { $act ->
    [next] Set a next step
    [log] Log a note
    [move] Move a deal
    [won] Mark as won
    [lost] Mark as lost
    [hold] Put on hold
    [assign] Hand over
    [edit] Change amount or date
    [reopen] Reopen
   *[new] Create a deal
}
say-discarded = Discarded. Nothing was written.
say-promises = { $count ->
    [0] There is no open deal for *{ $name }*, so nothing is promised there.
   *[other] What is promised on *{ $name }*, and what was said last:
}
say-doings = { $count ->
    [0] { $one_day ->
        [yes] You logged nothing for { $since }.
       *[no] You logged nothing between { $since } and { $until }.
    }
   *[other] { $one_day ->
        [yes] What you logged for { $since }:
       *[no] What you logged between { $since } and { $until }:
    }
}
say-help = Tell me in plain words, and I show you what I understood before anything is written.
say-welcome = You are welcome! Whenever something happens with a deal, tell me in plain words.
say-help-tell = *Tell me:* “called Acme, CFO likes the pilot, send quote Friday” · “move Globex to proposal” · “Acme won, 12k”
say-help-ask = *Ask me:* “what did we promise Acme?” · “how is Globex?” · “what did I do yesterday?” · “my deals” · “stale deals”
refusal-say-not-yours = Only the person who said this can confirm, edit or discard it.
no-such-day = :grey_question: “{ $day }” is not in any calendar, so no date is set for it.
