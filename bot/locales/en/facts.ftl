facts-help = The facts that scores are computed from.
facts-help-rebuild = Count the facts anew from the log; of the last year unless told otherwise.
facts-help-check = Only hold what is kept against what the log tells.
facts-rebuilt = The facts from { $first } to { $last } were counted anew from the log.
facts-agree = What is kept from { $first } to { $last } is what the log tells.
facts-differ = { $count ->
    [one] What is kept differs from the log in one place. `pipekeeper facts rebuild` counts it anew.
   *[other] What is kept differs from the log in { $count } places. `pipekeeper facts rebuild` counts them anew.
}
facts-what = Whose, when
facts-figure = Figure
facts-kept = Kept
facts-told = By the log
