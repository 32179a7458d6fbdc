goals-title = :dart: *Goals and how they stand*
goals-set = Set a goal
goals-show = See the goals
goals-more = { $count ->
    [one] One more goal is set.
   *[other] { $count } more goals are set.
}
goal-workspace = Everybody
goal-period = *{ $whose }*, { $period }
goal-stands = Won { $closed } of { $goal } ({ $share }); { $gap } to go
goal-none = Won { $closed } so far. No goal is set; leaders and admins set one with `/crm goals`.
goal-category = { $category } { $amount }
goal-open = Expected to close in it: { $categories } · weighted { $weighted }
goal-others = In other currencies, not counted here: { $sums }
goal-line = *{ $whose }*, { $period }: { $closed } of { $goal } ({ $share })
coverage-too-few = How much in open deals the goal takes can't be told yet: { $closed ->
    [one] 1 deal was
   *[other] { $closed } deals were
} closed within a year, { $missing } more are needed.
coverage-none-won = How much in open deals the goal takes can't be told yet: of { $closed } deals closed within a year none was won.
coverage-needed = Of the { $closed } deals closed within a year { $won } were won. At that rate it takes open deals worth { $needed } times what is still to be won.
coverage-reached = The goal is reached. Should it be raised: { $won } of { $closed } deals closed within a year were won, so it takes open deals worth { $needed } times what is then still to be won.
coverage-enough = :white_check_mark: The open deals are enough: they are worth { $actual } times what is still to be won; { $needed } times is needed, as { $won } of { $closed } deals closed within a year were won.
coverage-short = :warning: The open deals are not enough: they are worth { $actual } times what is still to be won; { $needed } times is needed, as { $won } of { $closed } deals closed within a year were won.
goal-form = Set a goal
goal-for = Whose goal
goal-for-rep = One person's
goal-for-team = A team's
goal-for-workspace = Everybody's
goal-person = Person
goal-person-hint = For one person's goal.
goal-team = Team
goal-for-period = Month or quarter
goal-amount = To be won
goal-amount-example = 120,000 USD
goal-amount-hint = 0 takes the goal away.
goal-kept = Goal set: *{ $whose }*, { $period }: { $goal }
goal-gone = No goal any more: *{ $whose }*, { $period }
goal-mark = :chart_with_upwards_trend: { $mark } of the goal is won: *{ $whose }*, { $period }: { $closed } of { $goal }
goal-reached = :tada: The goal is reached: *{ $whose }*, { $period }: { $closed } of { $goal }
undone-goal-set = Taken back: the goal is as it was before.
refusal-rights-goals = Goals are set by leaders and admins. Ask one of them.
refusal-goal-period = Choose a month or a quarter.
refusal-goal-amount = That is no amount I can read. For example: 120,000 USD
refusal-goal-team = Choose the team whose goal it is.
refusal-goal-person = Choose the person whose goal it is; they must have used me once.
goals-kept-more = { $count ->
    [one] One more goal was set.
   *[other] { $count } more goals were set.
}
goals-type-hint = Typed, a goal a line:
refusal-goal-line-empty = Whose goal, for which month or quarter, and how much? For example `/crm goals set all next quarter 2m`; several go a line each.
refusal-goal-line-amount = I read no amount in “{ $line }”. For example `/crm goals set all next quarter 2m`. No goal was set.
refusal-goal-line-whose = Whose goal is “{ $line }”? Name a person (@mina), a team, or “all”. No goal was set.
refusal-goal-line-words = What does “{ $words }” mean in “{ $line }”? For example `/crm goals set all next quarter 2m`. No goal was set.
refusal-goal-line-unknown = “{ $name }” in “{ $line }” is neither a team nor one person that I know. Teams: { $teams }. No goal was set.
goals-type-person = `/crm goals set @{ $person } this quarter 120k`
goals-type-team = `/crm goals set { $team } next quarter 500k`
goals-type-all = `/crm goals set all next quarter 2m`
goals-coming = *Set for later*
goal-coming = •  *{ $whose }*, { $period }: { $goal }
goal-none-yet = Won { $closed } so far. No goal is set yet.
refusal-goals-words = I don't know what “{ $words }” means here. `/crm goals` shows the goals you may see; `/crm goals set all next quarter 2m` sets one.
