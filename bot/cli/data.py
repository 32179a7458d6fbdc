"""Data in and out: import, export, backup, restore."""

import csv
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bot.cli.opening import opened_store
from bot.cli.trouble import Trouble, speak, told
from bot.clock import system_clock
from bot.domain import importing
from bot.domain.deal import Money
from bot.domain.importing_dates import DateOrder
from bot.domain.people import Workspace
from bot.i18n import SIDE_BY_SIDE
from bot.usecases import exports, imports, sheets, takeaways
from bot.usecases.imports import OnlyTried, Options, Report, Survey
from store import backup as backups
from store import imports as kept
from store import workspaces
from store.engine import Store

SPREAD = ("--map", "--stage-map")
MOST_TOLD = 10
"""Reasons for skipped rows that are printed; the rest are counted."""


def register(app: typer.Typer) -> None:
    t = speak()
    app.command("import", help=t("import-help"))(import_)
    app.command("export", help=t("export-help"))(export)
    app.command("backup", help=t("backup-help"))(backup)
    app.command("restore", help=t("restore-help"))(restore)


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


def workspace_of(store: Store, team: str | None) -> Workspace:
    """The one meant: by its Slack id, the only one, or a new one yet without a Slack."""
    there = store.ask(None, workspaces.all_of_them)
    if team is None and len(there) == 1:
        return there[0]
    if team is None and there:
        teams = [one.slack_team_id or one.name for one in there]
        raise Trouble(speak()("import-which-team", teams=teams))
    return store.run(None, workspaces.meet, team, "", system_clock())


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
        with sheets.opened(file) as (headers, rows):
            columns = importing.columns(headers, given)
            seen = imports.survey(rows, columns, order)
        _tell_orders(seen)
    with told(), sheets.opened(file) as (_headers, rows), opened_store() as store:
        options = Options(
            columns=columns,
            stages=their_stages,
            owners=_owners(owner_map),
            dry_run=dry_run,
            orders=seen.orders,
        )
        workspace = workspace_of(store, team)
        with _progress() as bar:
            task = bar.add_task(speak()("import-rows"), total=seen.rows)
            try:
                report = store.run(
                    workspace.id,
                    imports.run,
                    rows,
                    options,
                    system_clock(),
                    lambda done: bar.advance(task, done),
                )
            except OnlyTried as tried:
                report = tried.report
        _tell(report, dry_run=dry_run)
        _tell_totals(store.ask(workspace.id, kept.totals))


def _order(dates: str | None) -> DateOrder | None:
    if dates is None:
        return None
    if dates not in set(DateOrder):
        wrong = speak()("import-dates-wrong", typed=dates)
        raise typer.BadParameter(wrong, param_hint="--dates")
    return DateOrder(dates)


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
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row[0].strip(): row[1].strip() for row in csv.reader(file) if len(row) > 1}


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
    rate = f"{totals.won / closed:.2%}" if closed else "-"
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


def export(
    table: str,
    file: Annotated[str, typer.Argument(metavar="[FILE|-]")] = "-",
    form: Annotated[str | None, typer.Option("--format", metavar="csv|xlsx|jsonl")] = None,
    team: Annotated[str | None, typer.Option("--team")] = None,
) -> None:
    t = speak()
    chosen = form or (Path(file).suffix.lstrip(".").lower() if file != "-" else "csv") or "csv"
    if chosen not in exports.FORMATS:
        raise typer.BadParameter(
            t("export-format-wrong", form=chosen, forms=list(exports.FORMATS)),
            param_hint="--format",
        )
    if table not in takeaways.TABLES:
        raise typer.BadParameter(
            t("export-table-wrong", table=table, tables=list(takeaways.TABLES)),
            param_hint="TABLE",
        )
    with told(), opened_store() as store, _out(file) as out:
        workspace = workspace_of(store, team)
        store.ask(workspace.id, takeaways.write, table, chosen, out, system_clock())


@contextmanager
def _out(file: str) -> Iterator[BinaryIO]:
    if file == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with Path(file).open("wb") as out:
        yield out


def backup(file: Path, force: Annotated[bool, typer.Option("--force")] = False) -> None:
    with told():
        if file.exists() and not force:
            raise Trouble(speak()("backup-exists", file=str(file)))
        with opened_store() as store:
            count = backups.save(store.engine, file)
        print(speak()("backup-done", count=count, file=str(file)))


def restore(file: Path) -> None:
    with told(), opened_store() as store:
        count = backups.load(store.engine, file)
        print(speak()("restore-done", count=count, file=str(file)))
