"""Behind every figure stand its deals: what they come to is what the figure says."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.giving import Filled
from bot.domain.periods import Period
from bot.domain.refusal import Refusal
from bot.domain.reporting import Figure, Grouping, Lines, Question, short
from bot.usecases import moving, report_asked, report_deals, report_lines, report_parts
from bot.usecases.moving import Win
from bot.usecases.report_asked import Asked
from store import evidence, history, people, workspaces
from store.engine import Store
from store.schema import AnswerRow
from tests.databases import Databases
from tests.makers import ANSWERS, START, Team, make_deal, make_person, make_team, move_deal

FILLED = Filled({key: told for key, told in ANSWERS.items() if key != "amount"})
HALF = Period(date(2026, 1, 1), date(2026, 6, 30))
THEN = datetime(2026, 6, 30, 12, tzinfo=UTC)
COUNTS = {
    "opportunities": ("new",),
    "wins": ("won", "lost"),
    "velocity": ("closed",),
    "pipeline": ("deals",),
    "funnel": ("reached",),
}
AMOUNTS = {
    "opportunities": "amount",
    "wins": "won_amount",
    "productivity": "won_amount",
    "pipeline": "amount",
}


def fill(store: Store, team: Team) -> None:
    """Deals of several people, months, stages, currencies and ends, by a die that always falls
    alike; one rep is in no team, one deal is nobody's."""
    dice = Random(7)
    owners = (team.rep, team.other_rep, team.korean, team.manager)
    for number in range(60):
        owner = dice.choice(owners)
        made = START + timedelta(days=dice.randrange(-55, 60), hours=dice.randrange(24))
        deal = make_deal(
            store,
            owner,
            f"Deal {number}",
            amount=dice.choice((None, 100, 2_500, 12_345)),
            currency=dice.choice(("USD", "USD", "KRW")),
            closes_on=dice.choice((None, date(2026, 5, 31), date(2026, 7, 1))),
            at=made,
        )
        if number % 4:
            store.run(team.id, hold, deal.id, f"Product {number % 3}")
        later = made + timedelta(days=dice.randrange(1, 30))
        if dice.random() < 0.7:
            move_deal(store, owner, deal.id, dice.choice(("discovery", "proposal")), later)
        end = dice.random()
        closed = later + timedelta(days=dice.randrange(1, 30))
        if end < 0.3:
            won = Win(amount=Decimal(dice.choice((10, 999))), filled=FILLED)
            store.run(team.id, moving.win, owner, deal.id, won, closed)
        elif end < 0.6:
            why = dice.choice(
                ("pricing: too high", "competitor: Globex", "other: the moon was full")
            )
            store.run(team.id, moving.lose, owner, deal.id, closed, reason=why)


def hold(session: Session, deal_id: int, product: str) -> None:
    """Some hold it twice, as an undo of an undo may leave it: they count once."""
    act = history.begin(session, None, "deal.edit", START)
    evidence.answer(act, deal_id, "product", product, 1)
    if deal_id % 5 == 0:
        twice = session.scalars(select(AnswerRow).where(AnswerRow.deal_id == deal_id)).one()
        kept = {name: getattr(twice, name) for name in ("deal_id", "key", "value", "given_at")}
        session.add(AnswerRow(**kept, playbook_version=1))


@pytest.fixture(scope="module")
def filled(databases: Databases) -> Iterator[tuple[Store, Team]]:
    """Only looked at."""
    url = databases.copy()
    store = databases.store(url)
    team = make_team(store)
    fill(store, team)
    yield store, team
    databases.drop(url)


def figures(store: Store, team: Team, name: str, by: Grouping) -> Iterator[tuple[dict, list]]:
    """Each line of a report with the deals behind it."""
    field = "product" if by is Grouping.FIELD else ""
    question = Question(name, HALF, by, field)
    told: Lines = store.ask(team.id, report_lines.of, name, Asked(HALF, by, field=field), THEN)
    for row in told.rows:
        line = dict(zip(told.columns, row, strict=True))
        currency, stage = str(line.get("currency", "")), str(line.get("stage", ""))
        figure = Figure(question, line["key"], currency, stage)
        behind: Lines = store.ask(team.id, report_deals.lines, figure, THEN)
        deals = [dict(zip(behind.columns, deal, strict=True)) for deal in behind.rows]
        yield line, deals


def test_the_deals_behind_every_figure_come_to_it(filled: tuple[Store, Team]) -> None:
    """Of every report, by everything that it can be told by."""
    store, team = filled
    for name in sorted(report_deals.TOLD - report_parts.TOLD):
        for by in sorted(report_asked.BY[name]):
            come_to_it(store, team, name, by)


def come_to_it(store: Store, team: Team, name: str, by: Grouping) -> None:
    counted = 0
    for line, deals in figures(store, team, name, by):
        counted += len(deals)
        if name in COUNTS:
            assert len(deals) == sum(line[column] for column in COUNTS[name]), line
        if name in AMOUNTS:
            won = [one for one in deals if name != "wins" or one["status"] == "won"]
            amount = sum((one["amount"] or Decimal(0) for one in won), Decimal(0))
            assert amount == line[AMOUNTS[name]], line
        if name == "wins":
            assert sum(one["status"] == "won" for one in deals) == line["won"]
        if name == "pipeline":
            shares = ((one["amount"] or Decimal(0)) * one["probability"] for one in deals)
            assert sum(shares, Decimal(0)) / 100 == line["weighted"]
    assert counted > 0, (name, by)


def test_nobodys_deals_and_those_without_a_team_are_behind_a_line_of_their_own(
    filled: tuple[Store, Team],
) -> None:
    store, team = filled
    found = {line["key"]: deals for line, deals in figures(store, team, "wins", Grouping.TEAM)}
    assert found["none"], "the rep without a team has closed some"
    assert {one["owner"] for one in found["none"]} == {team.other_rep.person.slack_user_id}


def looked(store: Store, team: Team, actor: Any, figure: Figure, offset: int = 0) -> Any:
    return store.ask(team.id, report_deals.page, actor, figure, offset, THEN)


def test_each_sees_behind_the_figures_that_are_theirs_to_see(filled: tuple[Store, Team]) -> None:
    store, team = filled
    whole = Figure(Question("opportunities", HALF, Grouping.MONTH), "")
    owners = {
        actor.person.name: {
            line.deal.owner_id
            for offset in range(0, 60, 8)
            for line in looked(store, team, actor, whole, offset).lines
        }
        for actor in (team.rep, team.manager, team.leader, team.admin)
    }
    mine, all_of_them = team.rep.id, {team.rep.id, team.other_rep.id, team.korean.id}
    assert owners["Rob Rep"] == {mine}
    assert owners["Mona Major"] == {mine, team.korean.id, team.manager.id}
    assert owners["Lena Lead"] == owners["Ada Admin"] == all_of_them | {team.manager.id}
    another = Figure(Question("wins", HALF, Grouping.REP), str(team.other_rep.person.slack_user_id))
    assert looked(store, team, team.leader, another).total > 0
    assert looked(store, team, team.rep, another).total == 0
    assert looked(store, team, team.manager, another).total == 0


def test_a_page_tells_what_all_pages_come_to(filled: tuple[Store, Team]) -> None:
    store, team = filled
    whole = Figure(Question("wins", HALF, Grouping.MONTH), "")
    first = looked(store, team, team.leader, whole)
    assert len(first.lines) == report_deals.PAGE
    seen = [line.deal for line in first.lines]
    for offset in range(report_deals.PAGE, first.total, report_deals.PAGE):
        seen += [line.deal for line in looked(store, team, team.leader, whole, offset).lines]
    assert len({deal.id for deal in seen}) == first.total
    for money in first.sums:
        own = (deal.amount or Decimal(0) for deal in seen if deal.currency == money.currency)
        assert sum(own, Decimal(0)) == money.value
    beyond = looked(store, team, team.leader, whole, 10_000)
    assert beyond.lines, "a page that is gone shows the last one there is"


def test_a_long_name_is_found_again_by_its_short_one(store: Store, team: Team) -> None:
    long = "대한민국 동남권 엔터프라이즈 영업 " * 5

    def hire(session: Any) -> Any:
        return make_person(session, "Faraway", team=long)

    far = store.run(team.id, hire)
    actor = type(team.rep)(store.ask(team.id, people.get, far.id), team.workspace)
    make_deal(store, actor)
    asked = Question("opportunities", HALF, Grouping.TEAM)
    behind = looked(store, team, team.leader, Figure(asked, short(long), "USD"))
    assert (behind.figure.key, behind.total) == (long, 1)
    make_deal(store, team.rep, "Lost one", at=START)
    gone = Question("wins", HALF, Grouping.REASON)
    with pytest.raises(Refusal, match="report-line-unknown"):
        looked(store, team, team.leader, Figure(gone, short("no such reason")))


def test_a_line_that_no_report_has_is_refused(store: Store, team: Team) -> None:
    for name, by, key in (
        ("wins", Grouping.MONTH, "2031-01"),
        ("pipeline", Grouping.MONTH, "someday"),
        ("funnel", Grouping.STAGE, "nowhere"),
    ):
        with pytest.raises(Refusal, match="report-line-unknown"):
            looked(store, team, team.leader, Figure(Question(name, HALF, by), key))
    with pytest.raises(Refusal, match="report-no-deals"):
        looked(store, team, team.leader, Figure(Question("attention", HALF, Grouping.WEEK), ""))


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Seoul", "Australia/Lord_Howe", "UTC"])
def test_a_cycle_is_counted_on_the_workspaces_own_calendar(
    store: Store, team: Team, zone: str
) -> None:
    """Over a change of clocks too, and minutes before and after midnight."""
    store.run(team.id, workspaces.settle, tz=zone, locale="en-US", currency="USD")
    where = store.ask(team.id, workspaces.bound).zone
    dice, days = Random(3), 0
    for number in range(40):
        midnight = datetime(2026, 1, 20, tzinfo=where) + timedelta(days=dice.randrange(60))
        made = (midnight + timedelta(minutes=dice.randrange(-90, 90))).astimezone(UTC)
        closed = made + timedelta(days=dice.randrange(70), minutes=dice.randrange(1440))
        deal = make_deal(store, team.rep, f"Deal {number}", at=made)
        store.run(team.id, moving.win, team.rep, deal.id, Win(filled=FILLED), closed)
        days += (closed.astimezone(where).date() - made.astimezone(where).date()).days
    told = store.ask(team.id, report_lines.of, "wins", Asked(HALF, Grouping.STAGE), THEN)
    [mean] = [row[-1] for row in told.rows if row[0] == "won"]
    assert mean == (Decimal(days) / 40).quantize(Decimal("0.01"))
