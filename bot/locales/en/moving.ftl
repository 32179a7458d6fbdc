move-form-missing = { $count ->
    [one] To leave { $stages }, one thing is still missing:
   *[other] To leave { $stages }, { $count } things are still missing:
}
move-form-met = :white_check_mark: Already there: { $criteria }
move-form-back = Why does it go back?
move-form-across = Why does it change the pipeline?
move-form-override = Move it without, because…
move-form-override-hint = Leave what is missing empty and say why. It is recorded and told to the manager.
won-form-on = Won on
won-form-note = Note
won-form-note-hint = In the customer's words, where you have them.
won-form-channel = Announce in
won-form-channel-hint = The bot has to be in a private channel to post there.
criterion-field-amount = Amount
criterion-field-expected-close = Expected close
criterion-field-next-step = Next step
criterion-field-account = Account
criterion-role-decision-maker = Decision maker
criterion-role-champion = Supporter at the customer
criterion-role-user = User
criterion-role-blocker = Blocker
criterion-contact-hint = Name
answer-yes = Yes
answer-no = No
card-exit = *To leave { $stage }*
card-exit-met = :white_check_mark: { $criterion } { $answer } · { $by }, { $when }
card-exit-field = :white_check_mark: { $criterion }
card-exit-missing = :white_large_square: { $criterion }
way-back = { $when }: { $from_stage } → { $to_stage } ({ $by }), back because: { $reason }
way-override = { $when }: { $from_stage } → { $to_stage } ({ $by }), without { $criteria }, because: { $reason }
deal-won-announced = :trophy: { $owner } won *{ $deal }* with { $account }: { $amount }
deal-won-reason = Why: { $reason }
override-told = { $by } moved *{ $deal }* from { $from_stage } to { $to_stage } without { $criteria }.
override-why = Because: { $reason }
override-hint = Overrides are counted in `/crm playbook`, per stage and person.
