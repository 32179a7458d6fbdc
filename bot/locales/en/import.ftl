import-help = Bring a spreadsheet's deals in (CSV, TSV or XLSX).
export-help = Write a table out: `deals`, `accounts`, `contacts`, `activities`, `stage_changes`, `goals`, `scorecards` or `audit`.
backup-help = Save everything into one file, readable on either database.
restore-help = Replace everything by what a backup holds.
import-rows = Rows
import-dry = Only tried: nothing was changed.
import-report = Created { $created }, updated { $updated }, unchanged { $unchanged }, skipped { $skipped }.
import-skipped = Row { $row }: { $reason }
import-skipped-more = … and { $count } more rows skipped.
import-totals = Now { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
}: { $won } won, { $lost } lost, { $open } open; won amount { $amounts }; win rate { $rate }.
import-rate-of-few = { $won } of { $closed }
import-which-team = there are several workspaces: { $teams }. Say which with --team.
import-pair-wrong = “{ $pair }” is no pair. Write it like 'Header=field'.
export-format-wrong = there is no format { $form }. There are: { $forms }.
export-table-wrong = there is no table { $table }. There are: { $tables }.
backup-exists = { $file } is there already. Add --force to replace it.
backup-done = { $count } rows saved in { $file }.
restore-done = { $count } rows restored from { $file }.
refusal-import-no-file = there is no file { $file }.
refusal-import-directory = { $file } is a folder. Name the file in it.
refusal-import-empty = { $file } is empty.
refusal-import-binary = { $file } can't be read as a spreadsheet. Save it as CSV or XLSX.
refusal-import-open-quote = line { $line } of { $file } opens a quotation mark (") that nothing closes, so all behind it would be one cell. Close it or take it out, and come again. Nothing was taken.
refusal-import-broken = { $file } is broken: { $reason }.
refusal-import-no-table = { $file } has no row of headers with two columns or more.
refusal-import-no-columns = no column says what the deals are. The headers are: { $headers }. Say it with `--map 'Header=name'`.
refusal-import-no-header = there is no header “{ $header }”. There are: { $headers }.
refusal-import-no-field = there is no field “{ $field_name }”. There are: { $fields }.
refusal-import-stages-unknown = these stages are unknown: { $unknown }. Ours are: { $stages }. Say what they mean, for example { $example }. Nothing was changed.
refusal-import-row-without-name = no name, account or id
refusal-import-row-date = “{ $text }” is no date
refusal-import-row-amount = “{ $text }” is no amount
refusal-import-row-footer = “{ $text }” is no deal but the foot of the sheet
refusal-import-row-currency = “{ $text }” is no currency
refusal-import-row-double = the id { $id } stands in the sheet twice
refusal-backup-not-one = { $file } is no Pipekeeper backup.
refusal-backup-broken = { $file } contradicts itself; nothing was changed.
refusal-backup-other-revision = the backup is of another version of the database ({ $revision }). Restore it with the Pipekeeper that made it, then upgrade.
import-dates-wrong = “{ $typed }” is no order of dates. There are: day-first, month-first.
import-dates-assumed = Dates like { $example } are read with the month first. If the day comes first in this sheet, add --dates day-first.
import-number = It is import { $number }: `pipekeeper imports undo { $number }` takes it back.
import-owner-map-broken = { $file } is no sheet of two columns in UTF-8: the name in the spreadsheet, and whom it means.
imports-help = See the imports there were, and take one back.
imports-help-list = List the newest imports, with what became of their rows.
imports-help-undo = Take an import back: what it made goes, what it changed is put back, and what somebody worked on since stays and is named. With --dry-run it only tells.
imports-by-command-line = the command line
imports-line = { $number }  { $when }  { $file }, by { $by }: { $state ->
    [done] created { $created }, updated { $updated }, unchanged { $unchanged }, skipped { $skipped }
    [running] under way
    [failed] failed, nothing of it is there
    [stopped] stopped on the way, nothing of it is there
    [undone] taken back
   *[other] { $state }
}
imports-none = Nothing was imported yet. `pipekeeper import deals.csv --dry-run` shows what would come in.
imports-stopped = Import { $number } ({ $file }) had died on the way: nothing of it is there. Bring it in again.
imports-undone = { $file } is taken back. Deals removed: { $removed }, put back as they were: { $restored }, kept: { $kept }. Accounts removed: { $accounts }, people: { $people }.
imports-would-undo = An undo of { $file } would come to this. Deals removed: { $removed }, put back as they were: { $restored }, kept: { $kept }. Accounts removed: { $accounts }, people: { $people }.
imports-kept = Kept, since somebody worked on it: { $deal }
sheet-text = { $encoding }, { $delimiter ->
    [comma] separated by commas
    [semicolon] separated by semicolons
    [tab] separated by tabs
    [bar] separated by bars
   *[other] separated by { $sign }
}, headers in line { $line }
sheet-workbook = { $sheets ->
    [one] sheet “{ $sheet }”
   *[other] sheet “{ $sheet }” of { $sheets }
}, headers in line { $line }
refusal-import-another = { $file } is being brought in right now. One at a time, since two could hold the same deals: try again when it is done.
refusal-import-already = { $file } is not waiting any more: it was brought in, discarded or is under way. `/crm import` shows what became of it.
refusal-import-lost = { $file } was given up, since nothing was heard of it for too long. Nothing of it is there. Bring it in again.
refusal-import-gone = there is no import with that number. `/crm import` and `pipekeeper imports list` show those there are.
refusal-import-undone-already = { $file } was taken back already.
refusal-import-nothing-there = nothing of { $file } is there to be taken back.
refusal-import-stopped = it was stopped on the way, and nothing of it is there. Bring it in again.
import-how = *Bring your spreadsheet in.* Drop a CSV, TSV or Excel file here, into our conversation. I show what I found and what would come of it, and nothing is written before you confirm.
import-formats = CSV, TSV and XLSX, up to 100,000 rows and 50 MB. The same sheet twice changes nothing, and a whole import can be taken back.
import-earlier = *Earlier imports*
import-line = *{ $file }* · { $when } · { $by }
    { $state ->
        [done] created { $created }, updated { $updated }, skipped { $skipped }
        [running] under way
        [failed] failed; nothing of it is there
        [stopped] stopped on the way; nothing of it is there
        [undone] taken back
       *[other] { $state }
    }
import-reading = :hourglass_flowing_sand: Reading *{ $file }* …
import-refused = :warning: *{ $file }* can't be brought in: { $reason }
import-no-sheet = this is no sheet that I can read.
import-unreachable = Slack did not hand it out. Update the app from `pipekeeper manifest` (it needs `files:read`), or try again.
import-too-heavy = it is larger than 50 MB. Split it, and drop one part after the other.
import-looked = :page_facing_up: *{ $file }*: { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}
import-form = { $form }
import-pair = *{ $field }* ← { $header }
import-ignored = Not taken: { $headers }
import-no-idea = No column says what the deals are. Tell me with *Change how it is read*.
import-would = It would create *{ $created }*, update *{ $updated }*, leave *{ $unchanged }* as they are and skip *{ $skipped }*.
import-warn-stages = :warning: Stages that I don't know: { $stages }. Say which of ours they mean with *Change how it is read*.
import-warn-owners = :information_source: Not in Slack by e-mail or name: { $owners }. They come in as reps without Slack, unless you say who they are.
import-warn-dates = :information_source: Dates like { $example } are read with the month first. If the day comes first, say so with *Change how it is read*.
import-warn-row = :warning: Row { $row } is skipped: { $reason }
import-more = { $count } more
import-sample = *The first { $count } as I read them*
import-row = • *{ $name }* · { $facts }
import-confirm = Bring it in
import-change = Change how it is read
import-again = Try again
import-under-way = :inbox_tray: Bringing *{ $file }* in: { $bar } { $done } of { $rows }
import-done = :white_check_mark: *{ $file }* is in: created *{ $created }*, updated *{ $updated }*, unchanged *{ $unchanged }*, skipped *{ $skipped }*.
import-quiet = Closed deals keep their dates and count in reports. Nobody is asked about the open ones for a working week, unless somebody takes them up.
import-skips = Skipped rows
import-skips-row = Row
import-skips-reason = Why
import-arriving = :hourglass_flowing_sand: Reading *{ $file }* …
import-running = :inbox_tray: Bringing *{ $file }* in …
import-failed = :warning: *{ $file }* could not be brought in, and nothing of it is there. Try again; if it fails again, `pipekeeper import` where Pipekeeper runs says more.
import-stopped = :warning: *{ $file }* was stopped on the way, since Pipekeeper was restarted. Nothing of it is there.
import-discarded = *{ $file }* is discarded. Nothing of it was written.
import-was-undone = :leftwards_arrow_with_hook: *{ $file }* is taken back.{ $kept ->
    [0] {""}
    [one] {" "}One deal stays, since somebody has worked on it.
   *[other] {" "}{ $kept } deals stay, since somebody has worked on them.
}
import-undo-title = Take an import back
import-would-undo = Taking *{ $file }* back removes *{ $removed }* deals, puts *{ $restored }* back as they were, and removes { $accounts } accounts and { $people } people that came with it alone. { $kept ->
    [0] Nothing stays of it.
    [one] One deal stays, since somebody has worked on it.
   *[other] { $kept } deals stay, since somebody has worked on them.
}
import-kept = These stay: { $deals }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
import-change-title = How it is read
import-form-says = Say which column fills what. What is empty here is not taken.
import-form-none = – nothing –
import-form-dates = Dates
import-form-as-proved = As the sheet itself shows
import-form-day-first = Day first (31/12)
import-form-month-first = Month first (12/31)
import-form-stage = The stage “{ $stage }” is
import-form-owner = “{ $owner }” is
import-form-submit = Look again
import-field-external-id = Id
import-field-name = Deal
import-field-account = Account
import-field-owner = Owner
import-field-stage = Stage
import-field-status = Open, won or lost
import-field-created-on = Created
import-field-closes-on = Expected close
import-field-closed-on = Closed
import-field-amount = Amount
import-field-currency = Currency
import-field-product = Product
import-field-next-step = Next step
import-field-next-step-due-on = Next step by
import-field-reason = Reason
import-field-contact = Contact
import-field-contact-email = Contact's e-mail
import-field-touched-on = Last activity or change
import-form-guessed = Somebody of this name is here. Check that it is who the sheet means, or clear the field.
import-form-more = { $count ->
    [one] One more is unknown; there is no room for it here. Save this and press *Change how it is read* once more: it is asked for next.
   *[other] { $count } more are unknown; there is no room for them here. Save this and press *Change how it is read* once more: they are asked for next.
} Every stage has to be told; people left empty come in by their name, as reps without Slack.
import-form-hidden = { $count ->
    [one] One column is not offered above
   *[other] { $count } columns are not offered above
}: { $headers }. To take one, name it in the sheet as the field it fills, or move it to the front, and drop the sheet again.
import-proposed = :bust_in_silhouette: { $owners }: somebody of that name is here and is proposed under *Change how it is read*. They get nothing before you confirm it there.
import-warn-currency = :information_source: Amounts that name no currency are taken as { $currency }. If they are another, say so with *Change how it is read*.
import-form-currency = Amounts without a currency are
import-missing = :information_source: No column was found for: { $fields }. If the sheet has them, say which with *Change how it is read*.
import-missing-names = :warning: No column was found for: { $fields }. Each deal would be called by its account. If the sheet has them, say which with *Change how it is read*.
import-taking-back = :hourglass_flowing_sand: Taking *{ $file }* back …
