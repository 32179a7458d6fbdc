"""A won deal keeps what it was worth on its day."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from bot.domain.giving import Filled
from bot.domain.outcomes import Done, Step
from bot.domain.refusal import Refusal, Refusals
from bot.usecases import moving
from bot.usecases.moving import Win
from store import rates, visible
from store.engine import Store
from store.rates import Rate
from tests.makers import ANSWERS, START, Team, make_deal

FILLED = Filled(ANSWERS)


def settle(session: Session) -> None:
    for day, rate in ((date(2026, 1, 1), "0.00071"), (date(2026, 3, 1), "0.00073")):
        rates.settle(session, Rate("KRW", "USD", day, Decimal(rate)))


def test_the_rate_of_its_day_is_frozen_with_a_won_deal(store: Store, team: Team) -> None:
    store.run(team.id, settle)
    deal = make_deal(store, team.rep, "한빛", amount=3_000_000, currency="KRW")
    made = store.run(team.id, moving.win, team.rep, deal.id, Win(filled=FILLED), START)
    assert isinstance(made, Done)
    assert (made.deal.closed_rate, made.deal.closed_base) == ("0.00073", "USD")
    later = Rate("KRW", "USD", date(2026, 3, 1), Decimal("0.00099"))
    store.run(team.id, rates.settle, later)
    assert store.ask(team.id, visible.deal, deal.id).closed_rate == "0.00073"
    opened = store.run(team.id, moving.reopen, team.rep, deal.id, START)
    assert opened.deal.closed_rate is None
    assert len(store.ask(team.id, rates.every)) == 2


def test_a_deal_in_the_workspaces_own_currency_has_a_rate_of_one(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep)
    made = store.run(team.id, moving.win, team.rep, deal.id, Win(filled=FILLED), START)
    assert isinstance(made, Done)
    assert made.deal.closed_rate == "1"
    euro = make_deal(store, team.rep, "Euro", currency="EUR")
    made = store.run(team.id, moving.win, team.rep, euro.id, Win(filled=FILLED), START)
    assert isinstance(made, Done)
    assert made.deal.closed_rate is None, "nobody has set one"


def test_a_deal_signed_earlier_is_won_on_that_day(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep, at=START - timedelta(days=30))
    on = date(2026, 2, 27)
    made = store.run(team.id, moving.win, team.rep, deal.id, Win(on=on, filled=FILLED), START)
    assert isinstance(made, Done)
    assert made.deal.closed_at is not None
    assert made.deal.closed_at.astimezone(team.rep.person.zone).date() == on


def test_winning_passes_every_stage_that_is_left(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep, stage="proposal")
    asked = store.run(team.id, moving.win, team.rep, deal.id, Win(), START)
    assert isinstance(asked, Step)
    assert [one.key for one in asked.lacking] == ["expected_close", "decision_process"]
    empty = Filled(dict.fromkeys(ANSWERS, ""))
    with pytest.raises(Refusals) as refused:
        store.run(team.id, moving.win, team.rep, deal.id, Win(filled=empty), START)
    assert [one.field for one in refused.value.every] == ["expected_close", "decision_process"]


def test_a_rep_may_not_do_without_and_a_manager_not_on_a_deal_of_their_own(
    store: Store, team: Team
) -> None:
    without = Filled(dict.fromkeys(ANSWERS, ""), "the CEO said so")
    for actor in (team.rep, team.manager):
        deal = make_deal(store, actor)
        with pytest.raises(Refusal) as refused:
            store.run(team.id, moving.win, actor, deal.id, Win(filled=without), START)
        assert refused.value.key == "rights-override"
    theirs = make_deal(store, team.rep)
    made = store.run(team.id, moving.win, team.manager, theirs.id, Win(filled=without), START)
    assert isinstance(made, Done)
    assert replace(made.deal, version=0).status == "won"
