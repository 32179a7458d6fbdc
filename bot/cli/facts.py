"""The facts that scores are computed from, counted anew from the log, or held against it."""

from datetime import date, datetime, timedelta
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from bot.cli.opening import opened_store
from bot.cli.trouble import Trouble, speak, told
from bot.cli.workspace import workspace_of
from bot.clock import system_clock
from bot.domain.facts import Difference
from bot.domain.periods import Period
from bot.usecases import facts

Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE")]
USUAL = timedelta(days=365)
MOST_TOLD = 50


def register(app: typer.Typer) -> None:
    t = speak()
    group = typer.Typer(no_args_is_help=True, help=t("facts-help"))
    group.callback()(_only_words)
    group.command("rebuild", help=t("facts-help-rebuild"))(rebuild)
    app.add_typer(group, name="facts")


def _only_words() -> None:
    """Makes `facts` a group although it has one word so far."""


def rebuild(
    check: Annotated[bool, typer.Option("--check", help=speak()("facts-help-check"))] = False,
    from_: Annotated[
        datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], metavar="DATE")
    ] = None,
    to: Annotated[
        datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], metavar="DATE")
    ] = None,
    team: Annotated[str | None, typer.Option("--team", metavar="TEAM_ID")] = None,
) -> None:
    t, now = speak(), system_clock()
    with told(), opened_store() as store:
        workspace = workspace_of(store, team)
        today = now.astimezone(workspace.zone).date()
        period = _period(from_, to, today)
        if not check:
            store.run(workspace.id, facts.rebuild, period, now)
            print(t("facts-rebuilt", first=period.first, last=period.last))
            return
        store.run(workspace.id, facts.catch_up, now)
        found = store.ask(workspace.id, facts.check, period)
        if not found:
            print(t("facts-agree", first=period.first, last=period.last))
            return
        Console().print(_table(found))
        raise Trouble(t("facts-differ", count=len(found)))


def _period(first: datetime | None, last: datetime | None, today: date) -> Period:
    end = last.date() if last else today
    begin = first.date() if first else end - USUAL
    if begin > end:
        said = speak()("report-period-wrong", first=begin.isoformat(), last=end.isoformat())
        raise typer.BadParameter(said, param_hint="--from")
    return Period(begin, end)


def _table(found: list[Difference]) -> Table:
    t = speak()
    table = Table(*(t(f"facts-{head}") for head in ("what", "figure", "kept", "told")))
    for one in found[:MOST_TOLD]:
        was, tells = one.kept or {}, one.told or {}
        names = [name for name in {**was, **tells} if was.get(name) != tells.get(name)]
        for name in names:
            table.add_row(one.what, name, _shown(was.get(name)), _shown(tells.get(name)))
    return table


def _shown(value: Any) -> str:
    return "–" if value is None else str(value)
