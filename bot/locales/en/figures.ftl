figure-behind = See which deals a figure counts:
figure-choose = See the deals behind …
figure-says = *{ $report }*, *{ $line }* · { $is_now ->
    [yes] as they stand now
   *[no] { $first } to { $last }
} · { $count ->
    [one] 1 deal
   *[other] { $count } deals
} · { $sums }
figure-all = all of them
figure-none = No deal is behind this figure.
figure-back = Back to the report
refusal-report-no-deals = The report { $report } is a list of deals itself: choose one of its lines to open its card.
refusal-report-line-unknown = The report has no such line any more. Open it anew with `/crm report`.
refusal-report-field-unknown = The playbook has no field “{ $words }”. It has: { $fields }.
refusal-report-fields-none = The playbook has no custom fields yet that a report could be told by. `/crm playbook` shows how to propose one.
report-deals-help = The deals behind a figure in place of the figures: the key of the report's line (its first column), or `all`. In a funnel by something else than the stage: KEY/STAGE. Where a line counts several things, which of them stands behind a slash: North/stale, U123/2026-11-23/activities.
figure-deals = Each of them has its card:
figure-choose-deal = Open a deal …
figure-part = What else this line counts:
figure-choose-part = See others …
figure-part-counts = { $part } ({ $count })
figure-counted = Counted: { $counted }, on { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
}.
figure-gone = { $count ->
    [one] One of them was taken back since and is not shown.
   *[other] { $count } of them were taken back since and are not shown.
}
figure-part-open = Open deals
figure-part-missing = A rule of hygiene missed
figure-part-step = With a next step
figure-part-no-step = Without a next step
figure-part-stale = Stale
figure-part-active = Active days
figure-part-activities = Activities
figure-part-moved = Moved
figure-part-won = Won
figure-part-touched = Touched within 30 days
figure-part-untouched = Not touched for 30 days
figure-part-past = Past their closing date
figure-part-bare = Without an amount
figure-part-asked = Told
figure-part-seen = Seen
figure-part-answered = Answered
figure-part-acted = Acted on
figure-part-unhelpful = Not helpful
figure-side-with-closed = { $habit }: closed with it
figure-side-with-won = { $habit }: won with it
figure-side-without-closed = { $habit }: closed without it
figure-side-without-won = { $habit }: won without it
period-week = week of { $day }
