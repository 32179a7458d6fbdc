me-says = Your week so far: active on { $active ->
    [one] *1* day
   *[other] *{ $active }* days
}, with { $days ->
    [one] 1 working day
   *[other] { $days } working days
} in it.
me-no-rep = You are not set as a rep, so there is no week of yours to show. `/crm team` shows your people's.
me-too-new = You came after this week’s last working day. Your week begins with your next one, and is shown here from then on.
me-activities = *Activities*
    { $now } (the week before { $before })
me-open = *Open deals*
    { $open }, { $step } with a next step
me-stale = *Stale*
    { $count }
me-hygiene = *Hygiene*
    { $score } of 100
me-hygiene-none = *Hygiene*
    no open deals
me-hygiene-note = Hygiene: how much of this holds for your open deals: fresh, next step, close date ahead, what their stage asks, a contact named.
me-show-stale = My stale deals
me-won = Last six months: { $won } won, { $lost } lost ({ $rate }), { $amount }.
me-won-counted = Last six months: { $won } won, { $lost } lost, { $amount }.
team-averages = Your team this week, per head of { $reps }:
team-active-days = *Active days*
    { $days }
team-activities = *Activities*
    { $count }
team-stale = *Stale deals*
    { $count }
mean-about = about { $value }
mean-most = at most { $value }
mean-least = at least { $value }
mean-how = Rounded on purpose, so that nobody stands out. Counted is whoever was on the team when this time began, or when it first had four people: who joins later counts from the next time on, who leaves counts until this one ends.
