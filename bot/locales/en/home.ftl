home-title = Your day
home-day = *{ $day }*
home-help = Type `/log call Acme - they like the pilot > send quote friday` in any channel, or `/crm help` for everything else.
home-find = Find
home-next-steps = My next steps
home-all = All
home-show = Show
home-all-deals = All deals
home-due = { $overdue ->
    [0] *Due today* ({ $due })
   *[other] { $due ->
        [0] *Overdue* ({ $overdue })
       *[other] *Overdue* ({ $overdue }) and *due today* ({ $due })
    }
}
home-log-it = Log it
home-to-log = :spiral_calendar_pad: { $count ->
    [one] One of these is a meeting or a call: *Log it* says how it went and what comes next.
   *[other] { $count } of these are meetings or calls: *Log it* says how they went and what comes next.
}
home-stale = *Stale* ({ $count }){ $above ->
    [0] , longest untouched first
   *[other] , { $above } of them above
}
home-held = *On hold* ({ $count }), and not asked about before their dates{ $more ->
    [0] {""}
   *[other] ; { $more } more come back later
}
home-pipeline-mine = *My pipeline*: { $count ->
    [one] 1 open deal
   *[other] { $count } open deals
}, { $sums }
home-pipeline-team = *Your team's pipeline*: { $count ->
    [one] 1 open deal
   *[other] { $count } open deals
}, { $sums }
home-pipeline-all = *Everybody's pipeline*: { $count ->
    [one] 1 open deal
   *[other] { $count } open deals
}, { $sums }
home-pipeline-none-team = Your team has no open deals yet. A good first step: each rep adds those they are working on with *New deal*.
home-pipeline-none-all = There are no open deals yet. An admin can drop a spreadsheet into *Messages*; or add the first one with *New deal*.
home-stage = *{ $stage }* · { $count ->
    [one] 1 deal
   *[other] { $count } deals
} · { $sums }
home-my-week = My figures
home-week = *My week so far*: { $days ->
    [0] no working day yet
   *[other] active on { $active ->
        [one] 1 day
       *[other] { $active } days
    } ({ $days } working)
}, { $activities ->
    [0] no activity logged
    [one] 1 activity logged
   *[other] { $activities } activities logged
}
home-week-usual = By this time of the week you usually have { $days } active days and { $activities } activities.
home-week-first = After two weeks you see here how a week goes beside your usual one.
home-week-habit = :seedling: Active on three days or more in { $habitual } of your last { $weeks } weeks: that is a habit.
home-week-no-habit = Active on three days or more in { $habitual ->
    [0] none
   *[other] { $habitual }
} of your last { $weeks } weeks; nine of twelve make a habit.
home-week-zone = Counted from your own Monday; reports count weeks from Monday, midnight in { $place }.
home-news-team = *Your team's news* of seven days
home-news-all = *News* of seven days
home-news-none = Nothing won or moved by the others yet. What they win is told here.
home-news-no-team = You are on no team yet. Ask an admin to set your manager, and you find your colleagues' wins here.
home-news-won = :trophy: *{ $deal }* is won · { $amount } · { $owner } · { $when }
home-news-moved = :arrow_right: *{ $deal }* moved to { $stage } · { $amount } · { $owner } · { $when }
home-news-champion = :star: *{ $person }* shows the way from now on, and can be asked · { $when }
home-champions = Champions
home-team = *Your team this week*: { $count ->
    [one] 1 rep
   *[other] { $count } reps
}, { $stale ->
    [0] no stale deal
    [one] 1 stale deal
   *[other] { $stale } stale deals
}
home-team-week = The week
home-team-more = { $count ->
    [one] One more rep is
   *[other] { $count } more reps are
} in *The week*.
home-rep = *{ $rep }* · { $days ->
    [0] no working day yet
   *[other] active on { $active ->
        [one] 1 day
       *[other] { $active } days
    } ({ $days } working)
} · { $activities ->
    [0] no activity logged
    [one] 1 activity logged
   *[other] { $activities } activities logged
} · { $open } open, { $stale } stale
home-needy = *Deals that need you*
home-needy-none = No deal of your team is stale, and none waits for an answer.
home-unanswered = :hourglass_flowing_sand: Three questions or more in a row without an answer
home-last-week = Last week's digest
home-compliance = *Teams against their targets*, { $first } to { $last }
home-compliance-none = Nothing to measure yet: the first whole week with a rep in it is told here. An admin can say who is one: `/crm people set @mina role:rep team:West`.
home-targets = *{ $team }*: { $met } of { $targets } targets met
home-target-near = :large_yellow_circle: { $measure } { $value } of { $target }: { $status }
home-target-missed = :red_circle: { $measure } { $value } of { $target }: { $status }
home-target-unknown = :white_circle: { $measure }: { $status }
home-no-team = Without a team
home-teams-more = { $count ->
    [one] One more team is
   *[other] { $count } more teams are
} in the whole report.
home-report-compliance = Whole report
home-report-opportunities = New deals: whole report
home-report-productivity = Won per rep: whole report
home-months = *Six months*: new deals, and won amount per rep
home-months-caption = New deals and won amount per rep, by month
home-month = *{ $month }* · { $new } new · won per rep { $per_rep }
home-column-month = Month
home-column-new = New deals
home-column-per-rep = Won per rep
home-set-up = *Setting up*: { $done } of { $chores } done
home-chore-playbook-done = :white_check_mark: *The playbook is agreed*: version { $version } is in force.
home-chore-playbook-todo = :white_large_square: *Agree on a playbook.* Ours is in force until then: change what doesn't fit, and propose it to the team.
home-chore-people-done = :white_check_mark: *Everybody is placed*: { $managers ->
    [one] 1 manager
   *[other] { $managers } managers
}, every rep has one.
home-chore-people-todo = :white_large_square: *Say who leads whom.* { $managers ->
    [0] Nobody is a manager yet
    [one] 1 manager
   *[other] { $managers } managers
}, { $unled ->
    [one] 1 rep without one
   *[other] { $unled } reps without one
}: `/crm people set @mina manager:@marta team:West`.
home-chore-calendar-done = :white_check_mark: *Weeks and holidays are set*: { $zone }; { $holidays }.
home-chore-calendar-todo = :white_large_square: *Set the time zone and the holidays* that your weeks and months go by. Now: { $zone }; { $holidays }.
home-chore-currency-done = :white_check_mark: *The currency is set*: { $currency }.
home-chore-currency-todo = :white_large_square: *Check the currency.* Amounts without one are in { $currency }, and no deal is yet.
home-chore-deals-done = :white_check_mark: *Deals are in*: { $deals }.
home-chore-deals-todo = :white_large_square: *Bring your spreadsheet*: drop it into *Messages*, and I show what would come in. Or add a first deal with *New deal*.
home-own-holidays = the holidays of each one's own time zone
home-edit-playbook = Edit it
home-people = People
home-settings = Settings
find-form-words = What are you looking for?
find-form-hint = A deal, an account, or words of somebody's note; a part is enough.
home-unowned = :bust_in_silhouette: *No owner*: { $count ->
    [one] 1 open deal
   *[other] { $count } open deals
}. Nobody is asked about deals that nobody owns.
