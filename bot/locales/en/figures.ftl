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
refusal-report-no-deals = The report { $report } counts people's days and weeks; no list of deals stands behind it. The reports on opportunities, wins, productivity, pipeline, funnel and velocity have one.
refusal-report-line-unknown = The report has no such line any more. Open it anew with `/crm report`.
refusal-report-field-unknown = The playbook has no field “{ $words }”. It has: { $fields }.
refusal-report-fields-none = The playbook has no custom fields yet that a report could be told by. `/crm playbook` shows how to propose one.
report-deals-help = The deals behind a figure in place of the figures: the key of the report's line (its first column), or `all`. In a funnel by something else than the stage: KEY/STAGE.
figure-deals = Each of them has its card:
figure-choose-deal = Open a deal …
