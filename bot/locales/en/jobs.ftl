jobs-help = The jobs that run by themselves.
jobs-help-list = List the jobs, what they do, and when they run next in which zone.
jobs-help-run = Run one job once, as if it were the given time, sending included.
jobs-name = Job
jobs-what = What it does
jobs-zone = Zone
jobs-next = Next, by their clocks
jobs-people = People
jobs-nudges = Asks owners once each working day about deals that went quiet
jobs-digest = Tells managers every Monday the team's week
jobs-unknown = there is no job { $name }; there are: { $names }
jobs-at-wrong = { $at } is no time. Write it like 2026-11-23T09:00:00+09:00.
jobs-at = { $name } as if it were { $moment } UTC:
jobs-nobody-nudges = nobody in Slack is known yet: the bot meets people when they first use it
jobs-nobody-digest = nobody in Slack leads a team yet: `/crm people set @rep manager:@manager`
jobs-told-nudges = { $count ->
    [one] { $person }: asked about 1 deal
   *[other] { $person }: asked about { $count } deals
}
jobs-told-digest = { $person }: told the week
jobs-because-off-hours = { $person }: not now; it is { $at } in { $zone }
jobs-because-asked-today = { $person }: asked today already
jobs-because-nothing-stale = { $person }: no stale deals
jobs-because-waiting-for-answers = { $person }: every stale deal was asked about lately
jobs-because-in-digest = { $person }: stands in this week's digest
jobs-because-told-already = { $person }: told this week already
jobs-sent = { $count ->
    [0] Nothing was sent.
    [one] 1 message sent.
   *[other] { $count } messages sent.
}
jobs-unsent = { $count ->
    [one] 1 message could not be sent
   *[other] { $count } messages could not be sent
}: { $reasons }
jobs-compliance = Tells leaders every Monday how the teams stand
jobs-nobody-compliance = nobody in Slack is a leader yet: `/crm people set @person role:leader`
jobs-told-compliance = { $person }: told how the teams stand
jobs-because-held-back = { $person }: the stale deals are held back for comparison
jobs-help-history = List the last runs: what they decided, what was sent, who was skipped and why.
jobs-moment = For
jobs-started = Started
jobs-took = Took
jobs-decided = Told
jobs-sent-column = Sent
jobs-skipped = Skipped
jobs-cut-short = not ended
jobs-no-runs = No job has run yet. `pipekeeper run` runs them; `pipekeeper jobs run nudges` runs one by hand.
jobs-skip-muted = turned off
jobs-skip-asked-today = asked today already
jobs-skip-nothing-stale = nothing stale
jobs-skip-waiting-for-answers = asked lately
jobs-skip-held-back = held back
jobs-skip-off-hours = outside their hours
jobs-skip-reminded-today = reminded today already
jobs-skip-nothing-due = nothing due
jobs-skip-listed-today = shown today already
jobs-skip-nothing-unanswered = nothing unanswered
jobs-skip-in-digest = in the digest
jobs-skip-told-already = told already
