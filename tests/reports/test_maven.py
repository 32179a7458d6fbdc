"""The reports on a real export equal a computation of their own from the file."""

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.domain.importing import columns
from bot.domain.people import Role
from bot.domain.periods import Period
from bot.domain.reporting import Figure, Grouping, Lines, Question
from bot.usecases import imports, report_deals, report_lines, sheets
from bot.usecases.imports import Options
from bot.usecases.report_asked import Asked
from store import history, people, workspaces
from store.engine import Store

PLACES = [above / "shared" / "data" / "maven" for above in Path(__file__).parents]
DATA = next((place for place in PLACES if place.exists()), PLACES[-1])
pytestmark = pytest.mark.skipif(
    not DATA.exists(),
    reason="the real spreadsheet export (shared/data/maven, beside a folder above) is not here",
)
THEN = datetime(2017, 12, 31, 12, tzinfo=UTC)
YEAR = Period(date(2017, 1, 1), date(2017, 12, 31))


@cache
def sheet(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def staff(session: Session) -> None:
    """Every agent with manager and region, those without deals too."""
    act = history.begin(session, None, "people", THEN)
    known = {one.name: one for one in people.everyone(session)}
    managers: dict[str, int] = {}
    for row in sheet("sales_teams.csv"):
        name, manager = row["sales_agent"], row["manager"]
        common: dict[str, Any] = {"slack_user_id": None, "locale": "en-US", "tz": "UTC"}
        if manager not in managers:
            added = people.add(
                session, name=manager, role=Role.MANAGER, joined_on=YEAR.first, **common
            )
            managers[manager] = added.id
        agent = known.get(name) or people.add(
            session, name=name, role=Role.REP, joined_on=YEAR.first, **common
        )
        facts = {"manager_id": managers[manager], "team": row["regional_office"]}
        people.change(act, agent.id, facts)


@dataclass(frozen=True)
class Told:
    """The product's own answers."""

    store: Store
    workspace_id: int

    def __call__(self, name: str, by: Grouping, period: Period = YEAR) -> Lines:
        asked = Asked(period, by)
        return self.store.ask(self.workspace_id, report_lines.of, name, asked, THEN)

    def behind(self, name: str, by: Grouping, key: str) -> Lines:
        figure = Figure(Question(name, YEAR, by), key)
        return self.store.ask(self.workspace_id, report_deals.lines, figure, THEN)


@pytest.fixture(scope="module")
def told(sqlite_databases: Any) -> Any:
    """The reports of the imported file, as of the end of 2017."""
    store = Store(sqlite_databases.copy())
    workspace = store.run(None, workspaces.meet, None, "Maven", THEN)
    with sheets.opened(DATA / "sales_pipeline.csv") as (headers, rows, _):
        wanted = Options(columns=columns(headers, {}))
        store.run(workspace.id, imports.run, rows, wanted, THEN, lambda _done: None)
    store.run(workspace.id, staff)

    yield Told(store, workspace.id)
    store.close()


@dataclass
class Own:
    """What the file says of one key."""

    won: int = 0
    lost: int = 0
    amount: int = 0
    days: list[int] = field(default_factory=list)


@cache
def team_of() -> dict[str, dict[str, str]]:
    return {row["sales_agent"]: row for row in sheet("sales_teams.csv")}


def keys(row: dict[str, str], day: date) -> dict[Grouping, str]:
    team = team_of()[row["sales_agent"]]
    return {
        Grouping.MONTH: f"{day:%Y-%m}",
        Grouping.QUARTER: f"{day.year}-Q{(day.month + 2) // 3}",
        Grouping.REP: row["sales_agent"],
        Grouping.MANAGER: team["manager"],
        Grouping.TEAM: team["regional_office"],
    }


GROUPINGS = (Grouping.MONTH, Grouping.QUARTER, Grouping.REP, Grouping.MANAGER, Grouping.TEAM)


@pytest.mark.parametrize("by", GROUPINGS)
def test_wins_equal_the_files_own(told: Any, by: Grouping) -> None:
    own: defaultdict[str, Own] = defaultdict(Own)
    for row in sheet("sales_pipeline.csv"):
        if row["deal_stage"] not in ("Won", "Lost"):
            continue
        closed = date.fromisoformat(row["close_date"])
        one = own[keys(row, closed)[by]]
        if row["deal_stage"] == "Won":
            one.won += 1
            one.amount += int(row["close_value"])
            one.days.append((closed - date.fromisoformat(row["engage_date"])).days)
        else:
            one.lost += 1
    found = {row[0]: row[1:] for row in told("wins", by).rows}
    assert own.keys() <= found.keys()
    for key, (won, lost, rate, amount, currency, days) in found.items():
        one = own[key]
        assert (won, lost, amount, currency) == (one.won, one.lost, one.amount, "USD"), key
        closed_deals = one.won + one.lost
        if closed_deals < 10:
            assert rate is None
        else:
            assert float(rate) == pytest.approx(one.won / closed_deals, abs=1e-6)
        if one.days:
            assert float(days) == pytest.approx(sum(one.days) / len(one.days), abs=0.005)
        else:
            assert days is None


def test_the_win_rates_by_closing_month_are_the_known_ones(told: Any) -> None:
    rates = dict(row[:1] + row[3:4] for row in told("wins", Grouping.MONTH).rows)
    known = (82.1, 48.6, 54.4, 82.8, 49.1, 56.8, 79.2, 49.3, 52.9, 78.5)
    assert [round(float(rates[f"2017-{month:02}"]) * 100, 1) for month in range(3, 13)] == list(
        known
    )
    assert rates["2017-01"] is None


def test_agents_without_deals_appear_with_zeros(told: Any) -> None:
    rows = {row[0]: row[1:] for row in told("wins", Grouping.REP).rows}
    assert len(rows) == 35
    idle = {name for name in team_of() if rows[name][:2] == (0, 0)}
    assert len(idle) == 5
    assert all(rows[name] == (0, 0, None, 0, "USD", None) for name in idle)


@pytest.mark.parametrize("by", GROUPINGS)
def test_new_opportunities_equal_the_files_own(told: Any, by: Grouping) -> None:
    own: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in sheet("sales_pipeline.csv"):
        made = date.fromisoformat(row["engage_date"] or THEN.date().isoformat())
        if made.year != 2017:
            continue
        one = own[keys(row, made)[by]]
        one[0] += 1
        one[1] += int(row["close_value"] or 0)
    for key, new, amount, _ in told("opportunities", by).rows:
        assert [new, amount] == own[key], key


@pytest.mark.parametrize("by", GROUPINGS)
def test_productivity_is_told_over_everyone_who_was_there(told: Any, by: Grouping) -> None:
    first: dict[str, date] = dict.fromkeys(team_of(), YEAR.first)
    own: defaultdict[str, int] = defaultdict(int)
    begun: dict[str, date] = {}
    for row in sheet("sales_pipeline.csv"):
        day = date.fromisoformat(row["engage_date"] or row["close_date"] or "9999-12-31")
        begun[row["sales_agent"]] = min(begun.get(row["sales_agent"], day), day)
        if row["deal_stage"] == "Won":
            closed = date.fromisoformat(row["close_date"])
            own[keys(row, closed)[by]] += int(row["close_value"])
    first |= begun
    told_of: set[str] = set()
    for key, amount, _, reps, per_rep in told("productivity", by).rows:
        if by in (Grouping.MONTH, Grouping.QUARTER):
            there = sum(day < behind(key) for day in first.values())
        else:
            there = sum(keys(row, YEAR.last)[by] == key for row in team_of().values())
        told_of.add(key)
        assert (amount, reps) == (own[key], there), key
        assert per_rep == (Decimal(own[key]) / there).quantize(Decimal("0.01"))

    assert own.keys() <= told_of


def behind(key: str) -> date:
    """The first day behind a month or a quarter."""
    year, place = key.split("-")
    month = 3 * int(place[1]) if place[0] == "Q" else int(place)
    return date(int(year) + month // 12, month % 12 + 1, 1)


@pytest.mark.parametrize("by", GROUPINGS)
def test_the_deals_behind_wins_are_the_files_own(told: Any, by: Grouping) -> None:
    """By the file's own numbers of them, line by line."""
    own: defaultdict[str, set[str]] = defaultdict(set)
    for row in sheet("sales_pipeline.csv"):
        if row["deal_stage"] in ("Won", "Lost"):
            key = keys(row, date.fromisoformat(row["close_date"]))[by]
            own[key].add(row["opportunity_id"])
    for key, *_ in told("wins", by).rows:
        lines = told.behind("wins", by, key)
        assert set(lines.column("external_id")) == own[key], key


def test_the_open_pipeline_is_the_files_own(told: Any) -> None:
    own: defaultdict[str, int] = defaultdict(int)
    for row in sheet("sales_pipeline.csv"):
        if row["deal_stage"] not in ("Won", "Lost"):
            own[team_of()[row["sales_agent"]]["regional_office"]] += 1
    rows = told("pipeline", Grouping.TEAM).rows
    assert {row[0]: row[1] for row in rows} == own
    assert sum(own.values()) == 2_089


def test_every_key_of_a_period_appears(told: Any) -> None:
    quiet = Period(date(2015, 11, 1), date(2016, 2, 29))
    rows = told("opportunities", Grouping.MONTH, quiet).rows
    assert rows == tuple((key, 0, 0, "USD") for key in ("2015-11", "2015-12", "2016-01", "2016-02"))
