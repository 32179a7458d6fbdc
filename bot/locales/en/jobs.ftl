jobs-help = The jobs that run by themselves.
jobs-help-list = List the jobs and when they are due.
jobs-help-run = Run one job once, as if it were the given time, sending included.
jobs-name = Job
jobs-what = What it does
jobs-when = When
jobs-nudges = Asks owners about deals that went quiet
jobs-nudges-when = on each working day from the start of a person's working hours, in their own time zone
jobs-digest = Tells each manager the team's week
jobs-digest-when = on Mondays from the start of the manager's working hours, in their own time zone
jobs-later = the job { $name } is still to be built; there are: { $names }
jobs-unknown = there is no job { $name }; there are: { $names }
jobs-at-wrong = { $at } is no time. Write it like 2026-11-23T09:00:00+09:00.
jobs-sent = { $count ->
    [0] Nothing was sent.
    [one] 1 message sent.
   *[other] { $count } messages sent.
}
jobs-decided = { $person }: to be told
jobs-because-off-work = { $person }: not in working hours
jobs-because-asked-today = { $person }: asked today already
jobs-because-nothing-stale = { $person }: nothing to ask about
jobs-because-not-in-slack = { $person }: not in Slack
jobs-because-not-monday = { $person }: not Monday's working hours there
jobs-because-told-already = { $person }: told this week already
