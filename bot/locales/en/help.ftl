help-deal-more = More on one of these, for example `/deal help move`: { $words }
help-crm-more = More on one of these, for example `/crm help goals`: { $words }
refusal-help-no-topic =
    There is no help on “{ $topic }”. There is on these.
    Behind `/crm help`: { $crm }
    Behind `/deal help`: { $deal }
    And there is `/log help`
help-on-deal-new = *`/deal new`* opens a deal.
help-on-deal-new-examples =
    `/deal new Acme pilot for Acme 12,000 USD closes next friday`
    `/deal new Acme pilot for Acme 12k`
    `/deal new` alone opens a form. The account comes to be with its first deal; amounts read 12k, 1.5m, $12,000, €8.000.
help-on-deal-show = *`/deal show`* opens a deal's card: its stage, people, next step, and what was last talked about.
help-on-deal-show-examples =
    `/deal show Acme pilot`
    A part of the name or of the account is enough. From the card you log, move, close and look into the history.
help-on-deal-list = *`/deal list`* lists open deals, a page at a time.
help-on-deal-list-examples =
    `/deal list mine` · `/deal list team` · `/deal list all` · `/deal list @mina` · `/deal list unowned`
    `/deal list stale`: those that went quiet or stand still
    `/deal list all stage:proposal sort:amount`: sort by amount, close, stage, name, account, owner, touched, created or next
help-on-deal-move = *`/deal move`* takes a deal to another stage.
help-on-deal-move-examples =
    `/deal move Acme pilot to proposal`
    `/deal move Acme pilot` asks where to. What the stage still asks is asked in one form; going back asks why.
help-on-deal-won = *`/deal won`* closes a deal as won.
help-on-deal-won-examples =
    `/deal won Acme pilot`
    `/deal won Acme pilot 12k great champion`: with what it came to, and why
help-on-deal-lost = *`/deal lost`* closes a deal as lost, with the reason.
help-on-deal-lost-examples =
    `/deal lost Acme pilot pricing`
    `/deal lost Acme pilot` asks for the reason. `/deal reopen Acme pilot` opens it again.
help-on-deal-next = *`/deal next`* sets the next step, the one thing that you promise to do.
help-on-deal-next-examples =
    `/deal next Acme pilot send quote friday`
    `/deal next Acme pilot call Ruth tomorrow 3pm`: with a time I remind you shortly before, too
    I remind you in the morning of its day; Done, Later and Next week are buttons there. For one that comes again, open the form with *Next step* on the deal's card.
help-on-deal-edit = *`/deal edit`* opens the form with a deal's name, account, amount and expected close.
help-on-deal-edit-examples =
    `/deal edit Acme pilot`
help-on-deal-assign = *`/deal assign`* gives a deal to somebody else.
help-on-deal-assign-examples =
    `/deal assign Acme pilot @mina`
    Managers do it for their team, leaders and admins for everybody. The new owner hears of it from me.
help-on-deal-reopen = *`/deal reopen`* opens a deal that was won or lost.
help-on-deal-reopen-examples =
    `/deal reopen Acme pilot`
help-on-deal-undo = *`/deal undo`* takes back what you did last; again, what you did before that.
help-on-deal-undo-examples =
    `/deal undo`
    Every answer has an Undo of its own, and `/crm history` lists all that you did. What was undone can be done again with *Redo*.
help-on-deal-hold = *`/deal hold`* says that a deal waits for something, and until when. Nobody is asked about it before.
help-on-deal-hold-examples =
    `/deal hold Acme pilot until dec 5 waiting for budget`
    At most 90 days; your manager sees it, and I tell you when it ends.
help-on-deal-stage-history = *`/deal stage-history`* tells when a deal came into which stage, and who moved it.
help-on-deal-stage-history-examples =
    `/deal stage-history Acme pilot`
help-on-deal-history = *`/deal history`* tells everything that was changed on a deal, from what to what and by whom.
help-on-deal-history-examples =
    `/deal history Acme pilot`
help-on-deal-room = *`/deal room`* makes a channel the room of a deal.
help-on-deal-room-examples =
    `/deal room Acme pilot`, typed in the channel
    There no name is needed: `/log call - it went well` · `/deal move to proposal`. What happens to the deal is told there, and a pinned card follows it.
help-on-crm-find = *`/crm find`* finds accounts, contacts, deals and everybody's notes.
help-on-crm-find-examples =
    `/crm find acme`
    `/crm find pilot pricing`: several words, in any order; typos are forgiven
help-on-crm-today = *`/crm today`* shows what is due, overdue and quiet.
help-on-crm-today-examples =
    `/crm today`
    The same comes by itself in the morning, where there is something; which messages come you choose in `/crm settings`.
help-on-crm-me = *`/crm me`* shows your week, and what goes with the deals that you won.
help-on-crm-me-examples =
    `/crm me`
help-on-crm-team = *`/crm team`* shows how a team's weeks went.
help-on-crm-team-examples =
    `/crm team` · `/crm team @marta`
    Managers see their own team, leaders and admins every one.
help-on-crm-forecast = *`/crm forecast`* shows what is likely to be won this month and quarter, against the goal.
help-on-crm-forecast-examples =
    `/crm forecast`
help-on-crm-report = *`/crm report`* answers with figures, a chart and the deals behind them.
help-on-crm-report-examples =
    `/crm report opportunities last 6 months by month` · `/crm report productivity last 6 months by month`
    `/crm report wins by rep` · `/crm report pipeline by stage` · `/crm report funnel` · `/crm report velocity`
    `/crm report compliance` · `/crm report attention` · `/crm report adoption` · `/crm report evidence` · `/crm report nudges`
    Of last month, this quarter, 2025, or from 2026-01-01 to 2026-03-31; by month, week, quarter, rep, manager, team, stage or reason; `as csv` or `as xlsx` sends a file, `as chart` draws it.
help-on-crm-champions = *`/crm champions`* shows who shows the way, and how they work. You can ask them.
help-on-crm-champions-examples =
    `/crm champions`
help-on-crm-playbook = *`/crm playbook`* shows the way that we agreed to sell: the stages, and what each asks before a deal leaves it.
help-on-crm-playbook-examples =
    `/crm playbook` · `/crm playbook history`
    `/crm playbook edit` · `/crm playbook propose`: managers, leaders and admins propose a change · `/crm playbook agree`: your word on it
help-on-crm-people = *`/crm people`* shows who is who.
help-on-crm-people-examples =
    `/crm people`
    `/crm people set @mina role:manager team:West manager:@sam`: for admins
help-on-crm-goals = *`/crm goals`* shows what is to be won this month and quarter, and how far it is.
help-on-crm-goals-examples =
    `/crm goals`
    `/crm goals set @mina this month 120k` · `/crm goals set West next quarter 500k` · `/crm goals set all next quarter 2m`: for leaders and admins; several go a line each, and 0 takes a goal away
help-on-crm-settings = *`/crm settings`* opens the form for your language, time zone, working hours, days off and the messages that come by themselves.
help-on-crm-settings-examples =
    `/crm settings`
help-on-crm-import = *`/crm import`* brings a spreadsheet in, for admins.
help-on-crm-import-examples =
    Drop a CSV, TSV or Excel file into our conversation: I show what I found, and nothing is written before you confirm.
    `/crm import` shows the earlier ones, each with its Undo
help-on-crm-export = *`/crm export`* sends a table as a file, for admins.
help-on-crm-export-examples =
    `/crm export deals` · `/crm export activities as xlsx`
    Tables: deals, accounts, contacts, activities, stage_changes, goals, scorecards, audit
help-on-crm-forget = *`/crm forget`* forgets a contact for good, for admins.
help-on-crm-forget-examples =
    `/crm forget Jane Roe`
    It asks before, since this cannot be undone.
help-on-crm-scorecard = *`/crm scorecard`* shows your points by the playbook's weights, and who looked at them.
help-on-crm-scorecard-examples =
    `/crm scorecard` · `/crm scorecard @mina`: of your team
    `/crm scorecard review`: the reviews, in which you comment on or contest each line
help-on-crm-history = *`/crm history`* lists what you did, the newest first, each with its Undo.
help-on-crm-history-examples =
    `/crm history`
    `/deal history Acme pilot` tells what happened to one deal.
