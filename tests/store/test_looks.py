"""A scorecard by its person's id, as a forged button asks for it: the rights hold there too."""

import pytest

from bot.domain.people import Actor
from bot.domain.refusal import Refusal
from bot.domain.scorecards import Shown, TeamScores
from bot.usecases import scorecards
from store import looks
from store.engine import Store
from tests.makers import START, Team


def look(store: Store, team: Team, by: Actor, at: Actor) -> Shown | TeamScores:
    return store.run(team.id, scorecards.look_at, by, at.id, ended=False, now=START)


@pytest.mark.parametrize("reader", ["manager", "leader", "admin"])
def test_those_above_see_it_and_are_written_down(store: Store, team: Team, reader: str) -> None:
    by: Actor = getattr(team, reader)
    shown = look(store, team, by, team.rep)
    assert isinstance(shown, Shown)
    assert shown.looks == ()
    told = store.ask(team.id, looks.at, team.rep.id, 5)
    assert [(one.by, one.at) for one in told] == [(by.person.name, START)]


@pytest.mark.parametrize(
    ("reader", "of"),
    [
        ("rep", "manager"),
        ("rep", "other_rep"),
        ("other_rep", "rep"),
        ("rep", "korean"),
        ("manager", "other_rep"),
        ("manager", "leader"),
        ("rep", "admin"),
    ],
)
def test_nobody_else_sees_it_nor_leaves_a_trace(
    store: Store, team: Team, reader: str, of: str
) -> None:
    with pytest.raises(Refusal):
        look(store, team, getattr(team, reader), getattr(team, of))
    assert store.ask(team.id, looks.at, getattr(team, of).id, 5) == []


def test_ones_own_is_seen_without_a_note(store: Store, team: Team) -> None:
    assert isinstance(look(store, team, team.rep, team.rep), Shown)
    assert store.ask(team.id, looks.at, team.rep.id, 5) == []
