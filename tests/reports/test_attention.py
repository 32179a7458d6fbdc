"""The first of what asks for attention, picked by the database, is what the rules say."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.domain.outcomes import Asked
from bot.domain.preferences import Choices
from bot.domain.signals import is_stale
from bot.domain.working_days import DaysOff
from bot.usecases import deals, lists, report_attention, report_weeks
from store import deals as deals_kept
from store import history, people, scope, stages
from store.deals import Wanted
from store.engine import Store
from store.schema import DealRow, PersonRow
from tests.makers import START, Team, make_deal

THEN = START + timedelta(days=60, hours=3)
STAGES = ("qualification", "discovery", "proposal", "negotiation")


def fill(session: Session, team: Team) -> None:
    """Deals that were touched, moved, promised and put on hold at any time, of people in three
    zones, one of whom was away for weeks, and of nobody."""
    dice, today = Random(11), THEN.date()
    everyone = (team.rep, team.other_rep, team.korean, team.manager)
    for one, tz in zip(everyone, ("UTC", "Asia/Seoul", "Asia/Seoul", "America/New_York"),
                       strict=True):  # fmt: skip
        session.execute(update(PersonRow).where(PersonRow.id == one.id).values(own_tz=tz))
    away = DaysOff(today - timedelta(days=20), today - timedelta(days=2))
    person = people.get(session, team.other_rep.id)
    chosen = Choices(**{name: getattr(person.choices, name) for name in Choices.__slots__}
                     | {"days_off": (away,)})  # fmt: skip
    people.choose(history.begin(session, person.id, "person.choose", START), person.id, chosen)

    def day(first: int, last: int) -> date | None:
        return dice.choice((None, today + timedelta(days=dice.randrange(first, last))))

    def deal(number: int) -> dict[str, Any]:
        made = THEN - timedelta(hours=dice.randrange(1, 24 * 59))
        entered = made + (THEN - made) * dice.random()
        return {
            "name": f"Deal {number}",
            "name_key": f"deal{number}",
            "owner_id": dice.choice((None, *(one.id for one in everyone))),
            "stage_key": dice.choice(STAGES),
            "status": dice.choice(("open", "open", "open", "won")),
            "currency": "USD",
            "created_at": made,
            "stage_entered_at": entered,
            "last_touch_at": entered + (THEN - entered) * dice.random(),
            "closes_on": day(-20, 40),
            "next_step_due_on": day(-10, 30),
            "held_until": day(-3, 3),
            "probability": 10,
            "playbook_version": 1,
            "version": 1,
        }

    scope.insert_all(session, DealRow, [deal(number) for number in range(300)])


@pytest.mark.parametrize("many", [4_096, 5])
def test_the_first_are_those_that_the_rules_put_first(
    store: Store, team: Team, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(report_attention, "MANY", many)
    store.run(team.id, fill, team)

    def agrees(session: Session, at: datetime) -> None:
        own = frozenset({team.other_rep.id})
        for only in (None, own, frozenset({team.rep.id, team.korean.id})):
            told = report_weeks.attention(session, at, only)
            assert len(told) > 20
            assert only or {one.signals[0] for one in told} > {"silent", "stuck"}
            for limit in (3, 60, 400):
                first = report_attention.first(session, at, only, limit)
                assert first == (told[:limit], len(told))

    store.ask(team.id, agrees, THEN)


def test_a_list_of_stale_deals_holds_those_that_the_rules_call_stale(
    store: Store, team: Team
) -> None:
    store.run(team.id, fill, team)

    def agrees(session: Session) -> None:
        every = deals_kept.all_matching(session, Wanted())
        said = {one.deal.id: is_stale(one.findings)
                for one in lists.lines(session, every, stages.in_force(session), THEN)}  # fmt: skip
        for wanted in (
            Asked(scope="all", stale=True),
            Asked(scope="nobody", stale=True),
            Asked(scope="mine", stale=True),
            Asked(scope="all", stage_key="proposal", stale=True),
        ):
            plain = replace(wanted, stale=False)
            mine = _listed(session, plain, team)
            stale = {deal_id for deal_id in mine if said[deal_id]}
            assert 0 < len(stale) < len(mine)
            assert _listed(session, wanted, team) == stale

    store.ask(team.id, agrees)


def _listed(session: Session, asked: Asked, team: Team) -> set[int]:
    """Every deal of a list, page after page; its sums are of as many."""
    found, total = set[int](), 1
    while len(found) < total:
        page = lists.page(session, team.other_rep, replace(asked, offset=len(found)), THEN)
        found |= {line.deal.id for line in page.lines}
        total = page.total
    return found


def test_what_was_done_since_is_taken_back(store: Store, team: Team) -> None:
    quiet = make_deal(store, team.rep, "Quiet", at=START - timedelta(days=40))
    store.run(team.id, deals.set_next_step, team.rep, quiet.id, "call", date(2026, 3, 9), START)
    before = START - timedelta(minutes=1)
    for at, signals in ((START, ("stuck",)), (before, ("silent", "stuck", "no_next_step"))):
        [told], total = store.ask(team.id, report_attention.first, at, None, 60)
        assert (told.signals, total) == (signals, 1)
