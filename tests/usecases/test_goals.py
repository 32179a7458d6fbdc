"""How a quarter stands against its goal: won, expected, missing, and what the pipeline holds."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from bot.domain.deal import Money
from bot.domain.giving import Filled
from bot.domain.goals import Outlook, Whose, mark_passed
from bot.domain.parsing_goal import read_goals
from bot.domain.people import Actor
from bot.domain.refusal import Refusal
from bot.usecases import goals, moving, takeaways, undoing
from bot.usecases.goals import Wanted
from bot.usecases.moving import Win
from store.engine import Store
from tests.makers import ANSWERS, START, Team, make_deal

FILLED = Filled({key: told for key, told in ANSWERS.items() if key != "amount"})
THEN = datetime(2026, 3, 20, 12, tzinfo=UTC)
MARCH, APRIL = date(2026, 3, 31), date(2026, 4, 1)


def usd(amount: int | str) -> Money:
    return Money(Decimal(amount), "USD")


def set_goal(store: Store, team: Team, wanted: Wanted) -> int:
    act_id, _, _ = store.run(team.id, goals.choose, team.leader, wanted, THEN)
    return act_id


def look(store: Store, team: Team, actor: Actor | None = None) -> list[Outlook]:
    return store.ask(team.id, goals.look, actor or team.leader, THEN)


def close(store: Store, team: Team, won: int, lost: int) -> None:
    for number in range(won + lost):
        deal = make_deal(store, team.rep, f"Closed {number}", amount=1_000, at=START)
        if number < won:
            store.run(team.id, moving.win, team.rep, deal.id, Win(filled=FILLED), START)
        else:
            store.run(team.id, moving.lose, team.rep, deal.id, START, reason="pricing: dear")


def test_an_outlook_counts_what_closes_within_its_days(store: Store, team: Team) -> None:
    set_goal(store, team, Wanted(Whose.WORKSPACE, "2026-Q1", usd(10_000)))
    close(store, team, won=4, lost=6)
    for name, stage, closes, currency in (
        ("Early", "qualification", MARCH, "USD"),
        ("Sure", "negotiation", MARCH, "USD"),
        ("Later", "negotiation", APRIL, "USD"),
        ("Someday", "negotiation", None, "USD"),
        ("Elsewhere", "negotiation", MARCH, "KRW"),
    ):
        asked = {"stage": stage, "closes_on": closes, "amount": 8_000, "currency": currency}
        make_deal(store, team.rep, name, **asked)  # type: ignore[arg-type] # of many kinds
    [told] = look(store, team)
    assert told.closed == usd(4_000)
    assert told.gap == 6_000
    assert told.share == Decimal("0.4")
    assert told.open == 16_000, "what closes within the quarter, in the goal's currency"
    assert told.weighted == Decimal(8_000) * (10 + 75) / 100
    assert (told.won, told.lost, told.needed) == (4, 10 - 4, Decimal("2.5"))
    assert told.actual == Decimal("2.7")


def test_coverage_is_refused_under_ten_closed_deals(store: Store, team: Team) -> None:
    close(store, team, won=4, lost=5)
    [told] = look(store, team)
    assert (told.needed, told.missing, told.goal) == (None, 1, None)


def test_the_newest_goal_holds_and_undo_brings_back_the_one_before(
    store: Store, team: Team
) -> None:
    first = Wanted(Whose.TEAM, "2026-03", usd(9_000), team="North")
    set_goal(store, team, first)
    second = set_goal(store, team, Wanted(Whose.TEAM, "2026-03", usd("9500.50"), team="North"))
    [told] = look(store, team, team.manager)
    assert told.goal is not None
    assert told.goal.money == usd("9500.50")
    store.run(team.id, undoing.undo, team.leader, second, THEN)
    [told] = look(store, team, team.manager)
    assert told.goal is not None
    assert told.goal.money == usd(9_000)
    set_goal(store, team, Wanted(Whose.TEAM, "2026-03", usd(0), team="North"))
    [told] = look(store, team, team.manager)
    assert (told.goal, told.period) == (None, "2026-Q1")


def test_who_sees_whose_goal(store: Store, team: Team) -> None:
    for actor in (team.rep, team.other_rep):
        slack_id = str(actor.person.slack_user_id)
        set_goal(store, team, Wanted(Whose.REP, "2026-Q1", usd(5_000), slack_id))
    set_goal(store, team, Wanted(Whose.TEAM, "2026-Q1", usd(9_000), team="North"))
    set_goal(store, team, Wanted(Whose.WORKSPACE, "2026-Q1", usd(50_000)))

    def seen(actor: Actor) -> set[str]:
        beneath = store.ask(team.id, goals.beneath, actor, THEN)
        own = [one for one in look(store, team, actor) if one.goal]
        return {one.name or "all" for one in (*own, *beneath)}

    assert seen(team.rep) == {"Rob Rep"}
    assert seen(team.korean) == set()
    assert seen(team.manager) == {"North", "Rob Rep"}
    assert seen(team.leader) == seen(team.admin) == {"all", "North", "Rob Rep", "Olga Other"}


def test_only_leaders_and_admins_set_goals(store: Store, team: Team) -> None:
    wanted = Wanted(Whose.WORKSPACE, "2026-Q1", usd(1))
    for actor in (team.rep, team.manager):
        with pytest.raises(Refusal, match="rights-goals"):
            store.run(team.id, goals.choose, actor, wanted, THEN)
    store.run(team.id, goals.choose, team.admin, wanted, THEN)
    with pytest.raises(Refusal, match="goal-period"):
        set_goal(store, team, Wanted(Whose.WORKSPACE, "soon", usd(1)))
    with pytest.raises(Refusal, match="amount-out-of-range"):
        set_goal(store, team, Wanted(Whose.WORKSPACE, "2026-Q1", usd(-5)))


@pytest.mark.parametrize(
    ("before", "after", "mark"),
    [
        (0, 49, None), (49, 50, 50), (50, 51, None), (40, 95, 90), (89, 90, 90),
        (99, 100, 100), (0, 200, 100), (100, 130, None),
    ],
)  # fmt: skip
def test_a_mark_is_passed_once(before: int, after: int, mark: int | None) -> None:
    assert mark_passed(usd(100), Decimal(before), Decimal(after)) == mark


def test_what_is_taken_out_can_be_typed_in_again(store: Store, team: Team) -> None:
    slack_id = str(team.rep.person.slack_user_id)
    set_goal(store, team, Wanted(Whose.REP, "2026-Q1", usd(4_000), slack_id))
    set_goal(store, team, Wanted(Whose.REP, "2026-Q1", usd(5_000), slack_id))
    set_goal(store, team, Wanted(Whose.TEAM, "2026-03", usd("900.50"), team="North"))
    set_goal(store, team, Wanted(Whose.WORKSPACE, "2026-Q2", usd(50_000)))
    gone = set_goal(store, team, Wanted(Whose.WORKSPACE, "2026-Q1", usd(7)))
    store.run(team.id, undoing.undo, team.leader, gone, THEN)

    def taken_out() -> list[list[str]]:
        out = io.BytesIO()
        store.ask(team.id, takeaways.write, "goals", "csv", out, THEN)
        return [row[:4] for row in csv.reader(io.StringIO(out.getvalue().decode()))]

    rows = taken_out()
    assert rows == [
        ["whose", "period", "amount", "currency"],
        ["North", "2026-03", "900.5", "USD"],
        [slack_id, "2026-Q1", "5000", "USD"],
        ["workspace", "2026-Q2", "50000", "USD"],
    ]
    set_goal(store, team, Wanted(Whose.REP, "2026-Q1", usd(0), slack_id))
    set_goal(store, team, Wanted(Whose.TEAM, "2026-03", usd(0), team="North"))
    assert len(taken_out()) == 2
    lines = read_goals("\n".join(",".join(row) for row in rows[1:]), THEN.date())
    store.run(team.id, goals.type_in, team.leader, lines, THEN)
    assert sorted(taken_out()) == sorted(rows)
