"""Reports on the command line: as a table, CSV, XLSX or JSON, from the same code as in Slack."""

import io
import json
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from bot.cli.opening import opened_store
from bot.cli.trouble import speak, told
from bot.cli.workspace import workspace_of
from bot.clock import system_clock
from bot.domain.people import Workspace
from bot.domain.periods import USUAL_MONTHS, Period, last_months, parse_monday
from bot.domain.reporting import Figure, Grouping, Lines, Question
from bot.usecases import exports, report_asked, report_deals, report_lines, report_parts
from bot.usecases.report_asked import Asked
from bot.views import report_chart

FORMATS = ("table", "csv", "xlsx", "json")


def register(app: typer.Typer) -> None:
    app.command(help=speak()("report-help"))(report)


def report(
    name: Annotated[str, typer.Argument(metavar="NAME")],
    by: Annotated[str | None, typer.Option("--by", metavar="GROUPING")] = None,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE")] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="DATE")] = None,
    at: Annotated[str | None, typer.Option("--at", metavar="ISO-TIME")] = None,
    form: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS))] = "table",
    chart: Annotated[Path | None, typer.Option("--chart", metavar="FILE.png")] = None,
    deals: Annotated[
        str | None, typer.Option("--deals", metavar="KEY", help=speak()("report-deals-help"))
    ] = None,
    team: Annotated[str | None, typer.Option("--team", metavar="TEAM_ID")] = None,
) -> None:
    t = speak()
    if name not in report_asked.BY:
        names = sorted(report_asked.BY)
        raise typer.BadParameter(t("report-unknown", name=name, names=names), param_hint="NAME")
    if form not in FORMATS:
        wrong = t("report-format-wrong", form=form, forms=list(FORMATS))
        raise typer.BadParameter(wrong, param_hint="--format")
    grouping, field = _grouping(name, by)
    moment, first, last = _moment(at), _day(from_, "--from"), _day(to, "--to")
    with told(), opened_store() as store:
        workspace = workspace_of(store, team)
        months = report_asked.MONTHS.get(name, USUAL_MONTHS)
        period = _period(first, last, moment, workspace, months)
        key = store.ask(workspace.id, report_asked.field_named, field) if field else ""
        if deals is not None:
            figure = _figure(Question(name, period, grouping, key), deals, by)
            behind = store.ask(workspace.id, report_deals.lines, figure, moment)
            _write(behind if form != "table" else _narrow(behind), form)
            return
        asked = Asked(period, grouping, field=key)
        lines = store.ask(workspace.id, report_lines.of, name, asked, moment)
        _write(lines, form)
        if chart is not None:
            chart.write_bytes(report_chart.picture(name, lines, t))


ALL = "all"
"""The key of the deals behind all the lines of a report."""


def _figure(question: Question, typed: str, by: str | None) -> Figure:
    """The line meant by its key, and by its stage behind a slash in a funnel of several."""
    typed, part = _part(typed) if question.name in report_parts.TOLD else (typed, "")
    if question.name == "adoption":
        key, _, week = typed.rpartition("/") if parse_monday(typed[-DAY:]) else (typed, "", "")
        return Figure(question, "" if key == ALL else key, week=week, part=part)
    if question.name == "funnel" and by not in (None, "stage"):
        key, _, stage = typed.rpartition("/")
        return Figure(question, "" if key == ALL else key, stage=stage)
    return Figure(question, "" if typed == ALL else typed, part=part)


DAY = len("2026-03-02")


def _part(typed: str) -> tuple[str, str]:
    """What is counted stands behind a slash: `North/stale`."""
    key, slash, part = typed.rpartition("/")
    return (key, part) if slash and part in report_parts.NAMES else (typed, "")


def _grouping(name: str, by: str | None) -> tuple[Grouping, str]:
    """What the report is told by, and the custom field where it is by one."""
    if by is None:
        return report_asked.USUAL.get(name, Grouping.MONTH), ""
    field = by.removeprefix("field:") if by.startswith("field:") else ""
    if (field or by == "product") and Grouping.FIELD in report_asked.BY[name]:
        return Grouping.FIELD, field or by
    told = (one for one in report_asked.BY[name] if one is not Grouping.FIELD)
    allowed = sorted(one.value for one in told)
    if Grouping.FIELD in report_asked.BY[name]:
        allowed.append("field:NAME")
    if by not in allowed:
        wrong = speak()("report-by-wrong", by=by, groupings=allowed or ["-"])
        raise typer.BadParameter(wrong, param_hint="--by")
    return Grouping(by), ""


def _moment(at: str | None) -> datetime:
    if at is None:
        return system_clock()
    try:
        moment = datetime.fromisoformat(at)
    except ValueError as wrong:
        raise typer.BadParameter(speak()("jobs-at-wrong", at=at), param_hint="--at") from wrong
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _day(typed: str | None, option: str) -> date | None:
    if typed is None:
        return None
    try:
        return date.fromisoformat(typed)
    except ValueError as wrong:
        said = speak()("refusal-date-unreadable", typed=typed)
        raise typer.BadParameter(said, param_hint=option) from wrong


def _period(
    first: date | None, last: date | None, moment: datetime, workspace: Workspace, months: int
) -> Period:
    """As asked; without an end up to today, without a beginning so many months up to the end."""
    end = last or moment.astimezone(workspace.zone).date()
    begin = first or last_months(end, months).first
    if begin > end:
        said = speak()("report-period-wrong", first=begin.isoformat(), last=end.isoformat())
        raise typer.BadParameter(said, param_hint="--from")
    return Period(begin, end)


def _write(lines: Lines, form: str) -> None:
    writers: dict[str, Callable[[Lines], None]] = {
        "table": _table,
        "json": _json,
        "csv": lambda told_lines: _sheet(told_lines, "csv"),
        "xlsx": lambda told_lines: _sheet(told_lines, "xlsx"),
    }
    writers[form](lines)


def _table(lines: Lines) -> None:
    table = Table(*lines.columns)
    for row in lines.rows:
        table.add_row(*(_shown(value) for value in row))
    Console().print(table)


SHOWN = ("name", "owner", "stage", "amount", "currency", "expected_close", "closed_at")
"""The columns of deals that stand beside each other on a screen; files hold them all."""


def _narrow(lines: Lines) -> Lines:
    places = [lines.columns.index(name) for name in SHOWN]
    rows = (tuple(_of_day(row[place]) for place in places) for row in lines.rows)
    return Lines(SHOWN, tuple(rows))


def _of_day(value: object) -> object:
    return value.date() if isinstance(value, datetime) else value


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:,f}" if value == value.to_integral_value() else f"{value:,.2f}"
    return str(value)


def _json(lines: Lines) -> None:
    told_rows = [dict(zip(lines.columns, map(_plain, row), strict=True)) for row in lines.rows]
    print(json.dumps(told_rows, ensure_ascii=False, indent=2))


def _plain(value: Any) -> Any:
    """As JSON has it: an exact amount as text, a date by ISO."""
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def _sheet(lines: Lines, form: str) -> None:
    out = io.BytesIO()
    rows: Sequence[Sequence[Any]] = lines.rows
    exports.write(lines.columns, iter(rows), form, out)
    sys.stdout.flush()
    sys.stdout.buffer.write(out.getvalue())
    sys.stdout.buffer.flush()
