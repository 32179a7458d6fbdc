diff-nothing = Nothing changes.
diff-pipeline-added = New pipeline *{ $pipeline }*
diff-pipeline-renamed = Pipeline *{ $was }* is called *{ $pipeline }*
diff-pipeline-removed = Pipeline *{ $pipeline }* is given up
diff-stage-added = New stage *{ $stage }*, behind { $behind }
diff-stage-added-first = New stage *{ $stage }*, at the beginning
diff-stage-removed = Stage *{ $stage }* is retired
diff-stage-renamed = Stage *{ $was }* is called *{ $stage }*
diff-stage-rerouted = Stage *{ $stage }* goes into another pipeline
diff-stage-ends = Stage *{ $stage }* changes whether it ends the way
diff-stage-purpose = Stage *{ $stage }* has a new purpose
diff-stage-probability = *{ $stage }*: probability { $was }% → { $now }%
diff-stage-expected-days = *{ $stage }*: expected days { $was } → { $now }
diff-stage-silent-after = *{ $stage }*: silent after { $was } → { $now } working days
diff-stage-forecast = *{ $stage }*: forecast category { $was } → { $now }
diff-stage-aliases = *{ $stage }* answers to other words
diff-stages-reordered = New order: { $stages }
diff-criterion-added = To leave *{ $stage }*, new: { $criterion }
diff-criterion-changed = To leave *{ $stage }*, asked anew: { $criterion }
diff-criterion-archived = To leave *{ $stage }*, no longer: { $criterion }
diff-field-added = New field: { $field }
diff-field-changed = Field changed: { $field }
diff-field-archived = Field archived: { $field }
diff-lost-reason-added = New reason to lose: { $reason }
diff-lost-reason-changed = Reason to lose changed: { $reason }
diff-lost-reason-archived = Reason to lose archived: { $reason }
diff-won-reason-added = New reason to win: { $reason }
diff-won-reason-changed = Reason to win changed: { $reason }
diff-won-reason-archived = Reason to win archived: { $reason }
diff-kinds = Other kinds of activity
diff-target-hygiene = Target for hygiene { $was } → { $now }
diff-target-rhythm = Target for rhythm { $was }% → { $now }%
diff-target-next-step = Target for next steps { $was }% → { $now }%
diff-target-fresh = Target for fresh deals { $was }% → { $now }%
diff-weight-hygiene = Weight of hygiene { $was } → { $now }
diff-weight-rhythm = Weight of rhythm { $was } → { $now }
diff-weight-next-step = Weight of next steps { $was } → { $now }
diff-agreement-share = Share that must agree { $was }% → { $now }%
trial-says = Tried on { $deals ->
    [one] the one open deal
   *[other] { $deals } open deals
}:
trial-lacks = { $deals ->
    [one] 1 open deal in { $stage } would lack { $criterion }
   *[other] { $deals } open deals in { $stage } would lack { $criterion }
}
trial-stale = { $deals ->
    [one] 1 would turn stale
   *[other] { $deals } would turn stale
}
trial-fresh = { $deals ->
    [one] 1 would be stale no longer
   *[other] { $deals } would be stale no longer
}
trial-gone = { $deals ->
    [one] 1 stands in { $stage } and stays there until it moves
   *[other] { $deals } stand in { $stage } and stay there until they move
}
trial-nothing = nothing would change for any of them
trial-running = Trying it on your open deals… { $percent }%
trial-keeps = Deals keep what they entered their stage under, until they move.
