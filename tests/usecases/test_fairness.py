"""A team's means give nobody of it away: not by who comes or goes, nor by an extreme."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import fairness
from bot.domain.deal import ActivityKind
from bot.domain.outcomes import Report, Target
from bot.domain.people import Actor, Role
from bot.domain.refusal import Refusal
from bot.domain.reporting import Averages
from bot.domain.scorecards import TeamScores
from bot.usecases import activities, habits, scorecards
from store import history, people
from store.engine import Store
from tests.makers import START, Team, make_deal, make_person, make_team

THURSDAY = START + timedelta(days=3)


@pytest.fixture
def large(sqlite_store: Store) -> tuple[Store, Team, list[Actor]]:
    """A team of five, of whom one does a lot."""
    team = make_team(sqlite_store)

    def hire(session: Any) -> list[Actor]:
        ours: dict[str, Any] = {"manager_id": team.manager.id, "team": "North"}
        return [Actor(make_person(session, f"Rep {n}", **ours), team.workspace) for n in range(3)]

    others = sqlite_store.run(team.id, hire)
    deal = make_deal(sqlite_store, others[0], "Busy")
    for number in range(40):
        report = Report(ActivityKind.CALL, "again")
        at = START + timedelta(minutes=number)
        sqlite_store.run(team.id, activities.log, others[0], Target(deal.id), report, at)
    return sqlite_store, team, others


def place(store: Store, team: Team, person: Actor, at: Any = THURSDAY, **where: Any) -> None:
    def act(session: Any) -> None:
        people.change(history.begin(session, team.admin.id, "person.set", at), person.id, where)

    store.run(team.id, act)


def means(store: Store, team: Team, now: Any = THURSDAY + timedelta(hours=1)) -> Averages:
    _, told = store.ask(team.id, habits.team, team.rep, None, now)
    assert isinstance(told, Averages)
    return told


def card(store: Store, team: Team, now: Any = THURSDAY + timedelta(hours=1)) -> TeamScores:
    of = (team.rep, team.korean.id)
    told = store.ask(team.id, scorecards.look_at, *of, ended=False, now=now)
    assert isinstance(told, TeamScores)
    return told


@pytest.mark.parametrize(
    "where", [{"manager_id": None}, {"gone_on": THURSDAY.date()}], ids=["moves", "leaves"]
)
def test_who_leaves_counts_until_the_period_is_over(
    large: tuple[Store, Team, list[Actor]], where: dict[str, Any]
) -> None:
    store, team, others = large
    before, card_before = means(store, team), card(store, team)
    assert (before.reps, before.activities) == (5, Decimal(8))
    place(store, team, others[0], **where)
    assert means(store, team) == before
    assert card(store, team) == card_before
    next_week = means(store, team, START + timedelta(days=8))
    assert next_week.reps == 4


def test_who_comes_counts_from_the_next_period_on(
    large: tuple[Store, Team, list[Actor]],
) -> None:
    store, team, _ = large
    before, card_before = means(store, team), card(store, team)
    place(store, team, team.other_rep, manager_id=team.manager.id)
    assert means(store, team) == before
    assert card(store, team) == card_before
    assert means(store, team, START + timedelta(days=8)).reps == 6


def test_a_team_that_grows_to_four_is_told_of_those_four(
    large: tuple[Store, Team, list[Actor]],
) -> None:
    store, team, others = large
    for one in (*others, team.korean):
        place(store, team, one, at=START - timedelta(days=1), manager_id=None)
    for one in others[:2]:
        place(store, team, one, manager_id=team.manager.id)
    with pytest.raises(Refusal, match="team-too-small"):
        means(store, team)
    place(store, team, others[2], manager_id=team.manager.id)
    four = means(store, team)
    assert four.reps == 4
    place(store, team, team.korean, manager_id=team.manager.id)
    assert means(store, team) == four


def test_no_means_are_told_where_one_of_them_is_no_rep_any_more(
    large: tuple[Store, Team, list[Actor]],
) -> None:
    store, team, others = large
    place(store, team, others[0], role=Role.MANAGER)
    with pytest.raises(Refusal, match="team-too-small"):
        means(store, team)
    with pytest.raises(Refusal, match="team-too-small"):
        card(store, team)


def test_an_extreme_is_told_as_a_bound(large: tuple[Store, Team, list[Actor]]) -> None:
    store, team, _ = large
    rhythm = next(one for one in card(store, team).lines if one.measure == "rhythm")
    assert rhythm.value == 10, "of five one was active on one day: less than that"
    next_week = means(store, team, START + timedelta(days=8))
    assert (next_week.activities, next_week.active_days) == (Decimal(1), Decimal("0.5"))


def test_whoever_leads_sees_exact_figures_of_those_present(
    large: tuple[Store, Team, list[Actor]],
) -> None:
    store, team, others = large
    place(store, team, others[0], manager_id=None)
    _, told = store.ask(team.id, habits.team, team.manager, None, THURSDAY)
    assert not isinstance(told, Averages)
    assert len(told) == 4


@given(st.lists(st.integers(0, 100), min_size=4, max_size=9), st.integers(0, 100))
def test_no_share_tells_of_all_or_none(shares: list[int], one: int) -> None:
    mean = Decimal(sum(shares)) / len(shares)
    told = fairness.SHARE.coarse(mean)
    assert 10 <= told <= 90
    assert fairness.SHARE.bound(told) != "about" or abs(told - mean) <= Decimal("2.5")
    nearly_all = fairness.SHARE.coarse(Decimal(400 - 10 + one % 10) / 4)
    assert nearly_all == 90
