playbook-at = Line { $line }: { $problem }
playbook-fine = This is a sound playbook: { $pipelines ->
    [one] 1 pipeline
   *[other] { $pipelines } pipelines
}, { $stages } stages, { $criteria ->
    [one] 1 exit criterion
   *[other] { $criteria } exit criteria
}.
playbook-imported = Version { $version } of the playbook is in force.
playbook-would = It would change this:
playbook-same = Nothing in it differs from the playbook in force.
playbook-trying = Trying it on the open deals
playbook-help = The playbook as YAML: take it out, check it, put it in force.
playbook-help-export = Write the playbook in force, or an earlier version, as YAML.
playbook-help-check = Check a YAML file and say what is wrong in which line.
playbook-help-import = Put a YAML file in force at once; --dry-run only shows what would change.
playbook-help-schema = Write the JSON Schema of the YAML, for editors.
playbook-problem-too-long = a playbook holds at most { $limit } signs. Shorten it.
playbook-problem-alias = the alias *{ $name } can't be used here. Write the part out where it stands.
playbook-problem-key-twice = the same key stands twice in one mapping. Keep one of them.
playbook-problem-not-yaml = this is no YAML ({ $said }). Mind the indentation, colons and quotes.
playbook-problem-not-a-playbook = this is no playbook. Begin with `pipekeeper_playbook: 1` and `pipelines:`.
playbook-problem-unknown-key = nobody knows the key “{ $name }”. Remove it, or see the schema for the keys there are.
playbook-problem-unknown-key-nearest = nobody knows the key “{ $name }”. Did you mean “{ $nearest }”?
playbook-problem-missing-key = “{ $name }” is missing here. Add it.
playbook-problem-not-one-of = “{ $name }” has a value that there isn't. Choose one of: { $expected }.
playbook-problem-too-much = “{ $name }” is at most { $limit }.
playbook-problem-too-little = “{ $name }” is at least { $limit }.
playbook-problem-bad-key = “{ $typed }” can't be a key. Use small Latin letters, digits and _, beginning with a letter.
playbook-problem-length = “{ $name }” is empty or too long; its limit is { $limit } signs.
playbook-problem-wrong-type = { $expected ->
    [whole-number] “{ $name }” takes a whole number. Write it without quotes.
    [text] “{ $name }” takes a text.
    [list] “{ $name }” takes a list: lines that begin with “- ”.
    [yes-no] “{ $name }” takes true or false.
    [mapping] “{ $name }” takes keys with values below it.
   *[other] “{ $name }” holds something else than it takes. See the schema.
}
playbook-problem-no-pipeline = there is no pipeline. Add one with its stages.
playbook-problem-pipeline-twice = the pipeline “{ $name }” is there twice. Give one of them another key.
playbook-problem-reason-twice = the reason “{ $name }” is there twice. Give one of them another key.
playbook-problem-kind-twice = the kind “{ $name }” is there twice. Give one of them another key.
playbook-problem-no-lost-reason = there is no reason to lose a deal. Keep at least one that is not archived.
playbook-problem-weights = the weights add up to { $total } and have to make 100.
playbook-problem-field-twice = the field “{ $name }” is there twice. Give one of them another key.
playbook-problem-field-taken = “{ $name }” is taken. Give the field another key.
playbook-problem-no-choices = a choice needs its `choices`. Add them.
playbook-problem-idle-choices = only a choice has `choices`. Set its kind to choice, or remove them.
playbook-problem-choice-twice = the choice “{ $name }” is there twice. Give one of them another key.
playbook-problem-stage-circular = the way comes back to “{ $name }”: a deal would go round in a circle. Give the second stage a key of its own, or remove it.
playbook-problem-stage-twice = the stage “{ $name }” is there twice. A stage's key is its own in the whole playbook; give one of them another.
playbook-problem-pipeline-empty = the pipeline “{ $name }” has no open stage. Add the stages a deal goes through.
playbook-problem-no-way-to-win = nothing can be won in the pipeline “{ $name }”. Add a stage with `ends: won`.
playbook-problem-no-way-to-lose = nothing can be lost in the pipeline “{ $name }”. Add a stage with `ends: lost`.
playbook-problem-won-twice = the pipeline “{ $name }” has a second stage with `ends: won`. Keep one.
playbook-problem-lost-twice = the pipeline “{ $name }” has a second stage with `ends: lost`. Keep one.
playbook-problem-end-with-exit = “{ $name }” ends the way, so nothing is asked to leave it. Move its exit criteria to the stage before.
playbook-problem-criterion-twice = “{ $name }” is asked twice in one stage. Keep one.
playbook-problem-criterion-of-one-sort = a criterion is one of `field`, `contact` or `evidence`. Write just one of them.
playbook-problem-evidence-unasked = the evidence “{ $name }” has no question. Add `ask`.
playbook-problem-field-unknown = there is no field “{ $name }”. There are: { $known }; add others under `fields`.
playbook-problem-evidence-taken = “{ $name }” is taken. Give the evidence another key.
playbook-problem-evidence-differs = “{ $name }” is asked in other words elsewhere. One key is one question: ask it alike, or give it another key.
playbook-problem-nameless = this has no name in any language. Write `en` and `ko`.
playbook-problem-too-many-criteria = the pipeline “{ $name }” asks for more than { $limit } things. Nobody would answer them all; keep what decides.
