report-help = Show a report: opportunities, wins, productivity, attention or adoption.
report-unknown = There is no report “{ $name }”. There are: { $names }.
report-format-wrong = “{ $form }” is no format. There are: { $forms }.
report-by-wrong = This report can't be told by “{ $by }”. It can by: { $groupings }.
report-period-wrong = { $first } is later than { $last }. A report goes from the earlier to the later day.
report-opportunities = New opportunities
report-wins = Wins and losses
report-productivity = Won amount per rep
report-attention = Deals that need attention
report-adoption = Adoption
report-column-new = New
report-column-won = Won
report-column-lost = Lost
report-column-per-rep = Per rep
report-column-active-days = Active days
report-column-activities = Activities
report-column-days = Days
report-says = *{ $report }*, { $first } to { $last } · { $whose }
report-whose-own = your own
report-whose-team = your team's
report-whose-all = everybody's
report-note-opportunities = New deals by the day they were made; amounts as they stand today.
report-note-wins = By the day a deal closed. Under 10 closed deals there is no win rate.
report-note-productivity = Won amount ÷ everyone who was here as a rep in that time, also those who won nothing.
report-note-attention = Open deals that are silent, stuck, without a next step or past their closing date; the chart counts deals by what they say.
report-note-adoption = What each rep did in a week, newest first, and how their open deals stood at its end. Days: those with a log, a move or an edit of a deal; activities are the logs alone, so there can be fewer of them. Hygiene: the share of the playbook's rules that their open deals keep, in percent.
report-more = { $count ->
    [one] One more row is in the file: take the CSV or Excel below.
   *[other] { $count } more rows are in the file: take the CSV or Excel below.
}
report-empty = There is nothing to tell of that time. Try a longer one: `/crm report wins last 12 months`.
report-line = *{ $of }* · { $facts }
report-by-month = By month
report-by-quarter = By quarter
report-by-rep = By rep
report-by-team = By team
report-whole = Whole table
report-as-csv = CSV
report-as-xlsx = Excel
report-file-comes = The file is on its way into your conversation with me.
report-column-amount = Amount
report-column-win-rate = Win rate
report-column-won-amount = Won amount
report-column-avg-cycle-days = Days to win
report-column-active-reps = Reps
report-column-deal = Deal
report-column-owner = Owner
report-column-stage = Stage
report-column-signals = Signals
report-column-since = Since
report-column-rep = Rep
report-column-manager = Manager
report-column-week = Week from
report-column-working-days = Working days
report-column-open-deals = Open deals
report-column-with-next-step = With next step
report-column-stale = Stale
report-column-hygiene = Hygiene
report-signal-silent = silent
report-signal-stuck = stuck
report-signal-no-next-step = no next step ahead
report-signal-date-passed = closing date passed
report-nobody = nobody
report-chart-in = { $report } ({ $currency })
report-pipeline = Pipeline
report-note-pipeline = Open deals as they stand now; weighted: each amount times the probability of its stage.
report-by-stage = By stage
report-by-category = By forecast
report-column-deals = Deals
report-column-weighted = Weighted
report-compliance = Compliance
report-note-compliance = Against the targets that the playbook has agreed, in percent. Hygiene: rules that open deals keep. Rhythm: working days with activity, over all these weeks. Fresh: open deals that are not stale. All but the rhythm as it stands at their end.
report-column-team = Team
report-column-measure = Measure
report-column-value = Reached
report-column-target = Target
report-column-status = Status
report-measure-hygiene = Hygiene
report-measure-rhythm = Rhythm
report-measure-next-step = Next steps
report-measure-fresh = Fresh deals
report-status-met = met
report-status-near = near
report-status-missed = missed
report-status-too-little-data = too little data
report-signals-for = { $days ->
    [one] 1 day
   *[other] { $days } days
}: { $signals }
report-reached-met = ✅ { $value } of { $target } (met)
report-reached-near = 🟡 { $value } of { $target } (near)
report-reached-missed = 🔴 { $value } of { $target } (missed)
report-marked-met = ✅ met
report-marked-near = 🟡 near
report-marked-missed = 🔴 missed
report-marked-too-little-data = ⚪ too little data
report-nudges = Nudges
report-note-nudges = Seen: something in the message was pressed. Acted on: somebody touched the deal, put it on hold or closed it within 3 working days. A question that names two signals counts for each.
report-by-kind = By kind
report-column-asked = Told
report-column-seen = Seen
report-column-answered = Answered
report-column-acted = Acted on
report-column-unhelpful = Not helpful
report-kind-silent = Silent
report-kind-stuck = Stuck
report-kind-date-passed = Closing date passed
report-kind-next-step = Next steps in the morning
report-kind-managers-list = The manager's list
report-kind-held-back = Silent, held back
nudges-effect-off = Whether asking helps is not known yet. An admin can have a tenth of the silent deals held back for comparison in `/crm settings`.
nudges-effect-too-few = Whether asking helps can't be told yet: { $asked } first questions about silent deals, { $held } held back. Both have to reach { $fewest }.
nudges-effect = Of { $asked } silent deals asked about for the first time { $asked_acted } ({ $asked_share }) were acted on; of { $held } held back { $held_acted } ({ $held_share }).
nudges-hardly-help = *{ $signal }*: told { $asked } times, acted on { $acted } times, { $unhelpful } times not helpful. These questions hardly help.
nudges-quiet = Stop these questions
nudges-quieted = :no_bell: Nobody is asked about this any more: *{ $signal }*. Lists and reports still show it.
undone-settings-quiet = Taken back: the questions come again.
report-funnel = Funnel
report-note-funnel = Of the deals made in that time: how many came as far as each stage or further, how many of those came on to the next, and what became of the rest. Nothing comes after the last stage. Days: the mean of the stays that are over.
report-velocity = Velocity
report-note-velocity = By the day a deal closed. Per day: won amount ÷ mean days from creation to a win. Under 10 closed deals there is no win rate.
report-column-reached = Came as far
report-column-conversion = Came on
report-column-open = Still there
report-column-avg-days = Days there
report-column-closed = Closed
report-column-avg-amount = Average won
report-column-per-day = Per day
compliance-missed = :dart: *Who needs help, and what would bring them to the target*
compliance-near = :eyes: *Near the target: what is left*
compliance-short = •  *{ $team }*: { $wants }
compliance-short-next-step = a next step on { $more ->
    [one] 1 more open deal
   *[other] { $more } more open deals
}
compliance-short-fresh = { $more ->
    [one] 1 stale deal
   *[other] { $more } stale deals
} touched, held or closed
compliance-short-rhythm = { $more ->
    [one] 1 more active day
   *[other] { $more } more active days
} a week in the whole team
compliance-short-hygiene = { $rule } (missing on { $more ->
    [one] 1 deal
   *[other] { $more } deals
})
compliance-rule-fresh = deals that are not stale
compliance-rule-next-step = a dated next step
compliance-rule-close = a closing date that is not past
compliance-rule-criteria = the exit criteria of the stage
compliance-rule-contact = a contact named on the deal
compliance-all-met = :tada: Every target is reached.
compliance-too-little = There is too little to measure yet: a team counts from its first open deals and five working days on. Begin with `/deal new Acme pilot for Acme 12,000 USD`, or bring your spreadsheet by `/crm import`.
compliance-trend = Measures by week, in percent
compliance-trend-says = Over { $weeks } whole weeks, up to { $ended }: { $measures }. The table above tells how the deals stand on its own last day.
compliance-trend-measure = { $measure } { $first } → { $last }
compliance-trend-early = How the measures develop can be told once two weeks are over.
compliance-trust = How far to trust it: { $touched } of { $open } open deals were touched within the last 30 days; past their closing date: { $past }, without an amount: { $bare }.
compliance-trust-none = There are no open deals to measure.
compliance-loop = *What managers and leaders did with their digests*
compliance-loop-line = •  *{ $manager }*: did something with { $seen } of { $digests } digests, { $words ->
    [one] 1 word to a rep
   *[other] { $words } words to reps
}; the first one usually came within { $hours } h (median)
compliance-loop-quiet = •  *{ $manager }*: did something with { $seen } of { $digests } digests, { $words ->
    [0] no word to a rep
    [one] 1 word to a rep
   *[other] { $words } words to reps
}
report-by-week = By week
report-column-rhythm = Rhythm
report-column-next-step = Next steps
report-column-fresh = Fresh
report-by-manager = By manager
report-by-reason = By reason
compliance-more = •  and { $count ->
    [one] 1 more line
   *[other] { $count } more lines
}
