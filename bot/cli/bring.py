"""Sheets in: `import`, and the imports there were, to be looked at and taken back."""

import asyncio
import csv
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bot import runners
from bot.bringing import Bringing
from bot.cli.opening import opened_store
from bot.cli.trouble import Trouble, speak, told
from bot.cli.workspace import workspace_of
from bot.clock import system_clock
from bot.domain import importing
from bot.domain.deal import Money
from bot.domain.imported import Format, Imported, ImportState
from bot.domain.importing_dates import DateOrder
from bot.domain.people import Workspace
from bot.domain.refusal import Refusal
from bot.domain.reporting import FEWEST_CLOSED
from bot.domain.stages import Stages
from bot.i18n import SIDE_BY_SIDE, Translator
from bot.usecases import bringing, imports, sheet_survey, sheets
from bot.usecases.imports import Importer, Options, Report
from bot.usecases.sheet_survey import Survey
from bot.views import sheet_words
from store import import_records, stages
from store import imports as kept
from store.engine import Store

MOST_TOLD = 10
"""Reasons for skipped rows, and names of deals kept, that are printed; the rest are counted."""

MOST_LISTED = 20


SPREAD = ("--map", "--stage-map")


def register(app: typer.Typer) -> None:
    t = speak()
    app.command("import", help=t("import-help"))(import_)
    group = typer.Typer(no_args_is_help=True, help=t("imports-help"), rich_markup_mode=None)
    group.command("list", help=t("imports-help-list"))(list_)
    group.command("undo", help=t("imports-help-undo"))(undo)
    app.add_typer(group, name="imports")


def spread(argv: list[str]) -> list[str]:
    """`--map A=b C=d` as `--map A=b --map C=d`: the parser takes one value an option."""
    spread_out: list[str] = []
    option = ""
    for word in argv:
        if word in SPREAD:
            option = word
        elif option and "=" in word and not word.startswith("-") and spread_out[-1] != option:
            spread_out.append(option)
        elif spread_out[-1:] != [option]:
            option = ""
        spread_out.append(word)
    return spread_out


def import_(
    file: Path,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    map_: Annotated[list[str] | None, typer.Option("--map", metavar="HEADER=FIELD")] = None,
    owner_map: Annotated[Path | None, typer.Option("--owner-map")] = None,
    stage_map: Annotated[
        list[str] | None, typer.Option("--stage-map", metavar="STAGE=OURS")
    ] = None,
    dates: Annotated[str | None, typer.Option("--dates", metavar="day-first|month-first")] = None,
    team: Annotated[str | None, typer.Option("--team")] = None,
) -> None:
    given, their_stages = _pairs(map_, "--map"), _pairs(stage_map, "--stage-map")
    order = _order(dates)
    with told():
        owners = _owners(owner_map)
        with sheets.opened(file) as sheet:
            columns = importing.columns(sheet.headers, given)
            _tell_form(file, sheet.form)
            seen = sheet_survey.survey(sheet.rows, columns, order)
        _tell_orders(seen)
    with told(), opened_store() as store:
        workspace = workspace_of(store, team)
        _sweep(store, workspace)
        ours = store.ask(workspace.id, stages.in_force)
        their_stages = {theirs: _ours(ours, meant) for theirs, meant in their_stages.items()}
        options = Options(columns, their_stages, owners, dry_run, seen.orders)
        if unknown := sheet_survey.unknown_stages(ours, seen.stages, their_stages):
            raise sheet_survey.stages_unknown(ours, unknown)
        work = _try if dry_run else _bring
        _tell(work(store, workspace, file, options, seen.rows), dry_run=dry_run)
        _tell_totals(store.ask(workspace.id, kept.totals))


def _ours(ours: Stages, meant: str) -> str:
    """The key of the stage that a map points to. Raises Refusal where there is none."""
    found = ours.find(meant) or ours.meant(meant)
    if found is None:
        raise Refusal("stage-unknown", stage=meant, stages=ours.all)
    return found.key


def _try(store: Store, workspace: Workspace, file: Path, options: Options, rows: int) -> Report:
    importer = Importer(options, system_clock())
    with sheets.opened(file) as sheet, _progress() as bar:
        task = bar.add_task(speak()("import-rows"), total=rows)
        for batch in imports.batches(sheet.rows):
            store.ask(workspace.id, importer.look, batch)
            bar.advance(task, len(batch))
    return importer.report


def _bring(store: Store, workspace: Workspace, file: Path, options: Options, rows: int) -> Report:
    now = system_clock()
    import_id = store.run(workspace.id, import_records.add, None, file.name, now)
    importer = Importer(options, now)
    with _progress() as bar:
        task = bar.add_task(speak()("import-rows"), total=rows)

        async def tell(done: int) -> None:
            bar.update(task, completed=done)

        work = Bringing(store, system_clock).bring(workspace.id, import_id, file, importer, tell)
        asyncio.run(work)
    print(speak()("import-number", number=str(import_id)))
    return importer.report


def _sweep(store: Store, workspace: Workspace) -> None:
    """What died on the way is taken away, and said."""
    now = system_clock()
    for one in store.run(workspace.id, bringing.sweep, runners.is_alive, now):
        print(speak()("imports-stopped", number=str(one.id), file=one.file_name))


def list_(team: Annotated[str | None, typer.Option("--team")] = None) -> None:
    with told(), opened_store() as store:
        t, workspace = speak(), workspace_of(store, team)
        _sweep(store, workspace)
        found = store.ask(workspace.id, import_records.newest, MOST_LISTED)
        for one in found:
            print(_line(one, t))
        if not found:
            print(t("imports-none"))


def _line(one: Imported, t: Translator) -> str:
    return t(
        "imports-line",
        number=str(one.id),
        file=one.file_name,
        when=t.moment(one.created_at),
        by=one.by or t("imports-by-command-line"),
        state=one.state.value,
        created=one.counts.created,
        updated=one.counts.updated,
        unchanged=one.counts.unchanged,
        skipped=one.counts.skipped,
    )


def undo(
    number: int,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    team: Annotated[str | None, typer.Option("--team")] = None,
) -> None:
    with told(), opened_store() as store:
        t, workspace = speak(), workspace_of(store, team)
        _sweep(store, workspace)
        if dry_run:
            one, came_to = store.ask(workspace.id, bringing.look_back, number)
            print(t("import-dry"))
        else:
            one, came_to = store.run(workspace.id, bringing.undo, number, None, system_clock())
        print(
            t(
                "imports-undone" if one.state is ImportState.UNDONE else "imports-would-undo",
                file=one.file_name,
                removed=came_to.removed,
                restored=came_to.restored,
                kept=len(came_to.kept),
                accounts=came_to.accounts,
                people=came_to.people,
            )
        )
        for name in came_to.kept:
            print(t("imports-kept", deal=name))


def _order(dates: str | None) -> DateOrder | None:
    if dates is None:
        return None
    if dates not in set(DateOrder):
        wrong = speak()("import-dates-wrong", typed=dates)
        raise typer.BadParameter(wrong, param_hint="--dates")
    return DateOrder(dates)


def _tell_form(file: Path, form: Format) -> None:
    """How the file is written; on standard error, since it is nothing that came of it."""
    Console(stderr=True, highlight=False, markup=False, soft_wrap=True).print(
        f"{file.name}: {sheet_words.form(form, speak())}"
    )


def _tell_orders(seen: Survey) -> None:
    """What was taken for granted, where the sheet itself does not say."""
    for one in seen.orders.values():
        if not one.is_sure:
            print(speak()("import-dates-assumed", example=one.example))


def _pairs(given: list[str] | None, option: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for pair in given or []:
        left, sign, right = pair.partition("=")
        if not (left.strip() and sign and right.strip()):
            raise typer.BadParameter(speak()("import-pair-wrong", pair=pair), param_hint=option)
        pairs[left.strip()] = right.strip()
    return pairs


def _owners(path: Path | None) -> dict[str, str]:
    """A sheet of two columns: the name in the spreadsheet, and whom it means."""
    if path is None:
        return {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    except (UnicodeDecodeError, csv.Error) as wrong:
        raise Trouble(speak()("import-owner-map-broken", file=path.name)) from wrong
    return {row[0].strip(): row[1].strip() for row in rows if len(row) > 1 and row[1].strip()}


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
    )


def _tell(report: Report, *, dry_run: bool) -> None:
    t = speak()
    if dry_run:
        print(t("import-dry"))
    print(
        t(
            "import-report",
            created=report.created,
            updated=report.updated,
            unchanged=report.unchanged,
            skipped=len(report.skipped),
        )
    )
    for number, problem in report.skipped[:MOST_TOLD]:
        reason = t(f"refusal-{problem.key}", **problem.facts)
        print(t("import-skipped", row=str(number), reason=reason))
    if len(report.skipped) > MOST_TOLD:
        print(t("import-skipped-more", count=len(report.skipped) - MOST_TOLD))


def _tell_totals(totals: kept.Totals) -> None:
    t = speak()
    closed = totals.won + totals.lost
    rate = t("import-rate-of-few", won=totals.won, closed=closed) if closed else "-"
    if closed >= FEWEST_CLOSED:
        rate = f"{totals.won / closed:.2%}"
    amounts = [t.money(Money(value, code)) for code, value in totals.won_amounts.items()]
    print(
        t(
            "import-totals",
            deals=totals.deals,
            won=totals.won,
            lost=totals.lost,
            open=totals.open,
            amounts=SIDE_BY_SIDE.join(amounts) or "-",
            rate=rate,
        )
    )
