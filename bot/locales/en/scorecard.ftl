scorecard-title-own = Your scorecard
scorecard-title = Scorecard of { $person }
scorecard-says = *{ $total } of 100 points*, { $first } to { $last }
scorecard-says-little = { $first } to { $last }: there is too little yet for points.
scorecard-line-met = :white_check_mark: *{ $measure }*: { $value }%, target { $target }% reached
    { $points } points, counting { $weight }%
scorecard-line-near = :large_yellow_circle: *{ $measure }*: { $value }%, near the target of { $target }%
    { $points } points, counting { $weight }%
scorecard-line-missed = :red_circle: *{ $measure }*: { $value }%, target { $target }%
    { $points } points, counting { $weight }%
scorecard-line-mean = *{ $measure }*: { $value }% on average, target { $target }%
    counting { $weight }%
scorecard-line-little = :white_circle: *{ $measure }*: too little to tell (known from { $known })
    its { $weight }% are shared out among the others
scorecard-results = *Not part of the score*: { $won ->
    [0] nothing won
   *[other] { $won } won ({ $sums })
}, { $lost } lost
scorecard-how = Weights and targets are those of the playbook (version { $version }). Reaching more than a target counts no more. Days off and holidays are left out. Hygiene and next steps are the mean over the weeks' ends; rhythm is active days of working days, and passes 100% where somebody also worked on days off.
scorecard-noted = That you looked is noted, and shown to them.
scorecard-nobody-looked = Nobody else has looked at it.
scorecard-looked = Looked at by { $looks }
scorecard-look = { $by } ({ $when })
scorecard-averages = Your team of { $reps }, { $first } to { $last }:
scorecard-averages-only = Others' scorecards are seen by those who lead them, and by themselves.
scorecard-last-quarter = Last quarter
scorecard-this-quarter = This quarter
refusal-rights-scorecard = The scorecard of { $person } is for themselves, their manager, leaders and admins. Yours is `/crm scorecard`.
