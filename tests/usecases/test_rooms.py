"""Rooms in the store: two who tie at once, names that go before a room, and any words at all."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from bot.domain.outcomes import Logged, Offer
from bot.domain.refusal import Refusal
from bot.domain.rooms import Channel, Tied
from bot.usecases import activities, rooms, undoing
from store import rooms as kept
from store.engine import Store
from tests.makers import START, Team, make_deal, make_team


def tie(store: Store, team: Team, deal_id: int, channel: str) -> Tied | Refusal:
    try:
        return store.run(
            team.id, rooms.tie, team.rep, deal_id, Channel(channel, channel.lower()), (), START
        )
    except Refusal as refused:
        return refused


def at_once(store: Store, team: Team, tries: list[tuple[int, str]]) -> list[Tied | Refusal]:
    with ThreadPoolExecutor(len(tries)) as pool:
        waiting = [pool.submit(tie, store, team, *one) for one in tries]
        return [one.result() for one in waiting]


def test_of_channels_tied_to_one_deal_at_once_one_is_its_room(store: Store) -> None:
    team = make_team(store)
    deal = make_deal(store, team.rep)
    made = at_once(store, team, [(deal.id, f"C{number}") for number in range(6)])
    assert len([one for one in made if isinstance(one, Tied)]) == 1
    assert {one.key for one in made if isinstance(one, Refusal)} == {"room-there-already"}
    assert len(store.ask(team.id, kept.of_deal, deal.id)) == 1


def test_of_deals_that_want_one_channel_at_once_one_gets_it(store: Store) -> None:
    team = make_team(store)
    deals = [make_deal(store, team.rep, f"Deal {number}") for number in range(6)]
    made = at_once(store, team, [(deal.id, "C1") for deal in deals])
    assert len([one for one in made if isinstance(one, Tied)]) == 1
    assert {one.key for one in made if isinstance(one, Refusal)} == {"room-tied-already"}


def test_tying_and_untying_are_undone_in_turn(store: Store) -> None:
    team = make_team(store)
    deal = make_deal(store, team.rep)
    tied = tie(store, team, deal.id, "C1")
    assert isinstance(tied, Tied)
    untied = store.run(team.id, rooms.untie, team.rep, tied.room.id, START)
    assert store.ask(team.id, kept.of_channel, "C1") is None
    with pytest.raises(Refusal, match="undo-changed-since"):
        store.run(team.id, undoing.undo, team.rep, tied.act_id, START)
    store.run(team.id, undoing.undo, team.rep, untied.act_id, START)
    assert store.ask(team.id, kept.of_channel, "C1") == tied.room
    store.run(team.id, undoing.undo, team.rep, tied.act_id, START)
    assert store.ask(team.id, kept.of_channel, "C1") is None


def test_a_channel_is_a_room_in_its_own_workspace_alone(store: Store) -> None:
    team, other = make_team(store), make_team(store, "T0002")
    deal = make_deal(store, team.rep)
    tie(store, team, deal.id, "C1")
    assert store.ask(other.id, kept.of_channel, "C1") is None
    assert isinstance(tie(store, other, make_deal(store, other.rep).id, "C1"), Tied)


def test_any_words_in_a_room_are_logged_or_refused_with_a_sentence(store: Store) -> None:
    team = make_team(store)
    deal = make_deal(store, team.rep, "Acme pilot", account="Acme")
    tie(store, team, deal.id, "C1")

    def typed(session: Session, words: str) -> Logged | Offer | Refusal:
        target = rooms.default_target(session, "C1")
        try:
            return activities.log_line(session, team.rep, words, START, target)
        except Refusal as refused:
            return refused

    @settings(max_examples=100, deadline=None)
    @given(st.text(min_size=1, max_size=120).map(lambda words: words.replace("\x00", "")))
    def check(words: str) -> None:
        made = store.run(team.id, typed, words)
        if isinstance(made, Logged):
            assert made.deal is not None
            assert made.deal.id == deal.id
            assert "\ufffc" in words or "\ufffc" not in made.report.note + made.report.next_step

    check()
