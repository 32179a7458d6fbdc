"""Exchange rates: what a currency is worth in the workspace's own, from which day on."""

from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Annotated

import typer
from babel.numbers import is_currency
from rich.console import Console
from rich.table import Table

from bot.cli.opening import opened_store
from bot.cli.trouble import Trouble, speak, told
from bot.cli.workspace import workspace_of
from bot.clock import system_clock
from store import rates
from store.rates import Rate

Team = Annotated[str | None, typer.Option("--team")]


def register(app: typer.Typer) -> None:
    t = speak()
    group = typer.Typer(no_args_is_help=True, help=t("rates-help"))
    group.command("list", help=t("rates-help-list"))(list_rates)
    group.command("set", help=t("rates-help-set"))(set_rate)
    app.add_typer(group, name="rates")


def list_rates(team: Team = None) -> None:
    t = speak()
    with told(), opened_store() as store:
        workspace = workspace_of(store, team)
        found = store.ask(workspace.id, rates.every)
        if not found:
            print(t("rates-none"))
            return
        table = Table(t("rates-currency"), t("rates-worth"), t("rates-since"))
        for one in found:
            table.add_row(one.currency, f"{one.rate:f} {one.base}", one.since.isoformat())
        Console().print(table)


def set_rate(
    currency: Annotated[str, typer.Argument(metavar="CURRENCY")],
    rate: Annotated[str, typer.Argument(metavar="RATE")],
    since: Annotated[str | None, typer.Option("--since", metavar="YYYY-MM-DD")] = None,
    team: Team = None,
) -> None:
    t = speak()
    code = currency.upper()
    if not is_currency(code):
        wrong = t("rates-currency-wrong", currency=currency)
        raise typer.BadParameter(wrong, param_hint="CURRENCY")
    worth = _rate(rate)
    with told(), opened_store() as store:
        workspace = workspace_of(store, team)
        if code == workspace.currency:
            raise Trouble(t("rates-own", currency=code))
        now = system_clock()
        day = _day(since) or now.astimezone(workspace.zone).date()
        store.run(workspace.id, rates.settle, Rate(code, workspace.currency, day, worth))
        print(
            t(
                "rates-set",
                currency=code,
                rate=f"{worth:f} {workspace.currency}",
                since=day.isoformat(),
            )
        )


def _rate(typed: str) -> Decimal:
    try:
        worth = Decimal(typed)
    except InvalidOperation:
        worth = Decimal(0)
    if not worth.is_finite() or worth <= 0 or len(f"{worth:f}") > 30:
        raise typer.BadParameter(speak()("rates-rate-wrong", rate=typed), param_hint="RATE")
    return worth


def _day(typed: str | None) -> date | None:
    if typed is None:
        return None
    try:
        return datetime.strptime(typed, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError as wrong:
        told_wrong = speak()("refusal-date-unreadable", typed=typed)
        raise typer.BadParameter(told_wrong, param_hint="--since") from wrong
