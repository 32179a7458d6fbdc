"""Whatever dies between promise and stamp, the message arrives once."""

from datetime import datetime, timedelta

import pytest
from aiohttp import ClientSession, ClientTimeout
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivering import Tally
from bot.messenger import LEASE, Messenger
from store import outbox
from tests.makers import START
from tests.schedules.promises import (
    HISTORY,
    POST,
    another_replica,
    begun,
    doubts,
    posted,
    promise,
    states,
)
from tests.schedules.stage import Stage


async def test_who_dies_right_before_the_call_is_made_up_for_after_a_look(played: Stage) -> None:
    promise(played)
    begun(played)
    played.clock.advance(seconds=LEASE.total_seconds())
    assert await played.messenger.drain() == Tally(sent=1)
    assert len(played.sandbox.traffic.find(HISTORY)) == 1
    assert len(played.inbox(played.team.rep)) == 1
    assert doubts(played) == [False]


async def test_who_dies_right_after_the_call_is_found_out_and_nothing_sent_twice(
    played: Stage,
) -> None:
    promise(played)
    await posted(played)
    assert doubts(played) == [True]
    played.clock.advance(seconds=LEASE.total_seconds())
    assert await played.messenger.drain() == Tally(found=1)
    (message,) = played.inbox(played.team.rep)
    place = played.store.ask(played.team.id, outbox.place_of, "deal.assigned", "test:1")
    assert place == (message["channel"], message["ts"])
    assert states(played) == [("sent", None)]


async def test_an_answer_that_never_comes_is_no_reason_to_send_again(played: Stage) -> None:
    promise(played)
    played.sandbox.faults.swallow(POST)
    async with ClientSession(timeout=ClientTimeout(total=0.5)) as hasty:
        client = AsyncWebClient(played.client.token, base_url=played.api_url, session=hasty)
        messenger = Messenger(played.store, client, played.clock, played.sleep, lambda: 0.5)
        assert (await messenger.drain()).unsent == {1: "TimeoutError"}
        played.clock.advance(seconds=9)
        assert await messenger.drain() == Tally()
        played.clock.advance(seconds=1)
        assert await messenger.drain() == Tally(found=1)
    assert len(played.inbox(played.team.rep)) == 1


async def test_a_slack_that_broke_may_have_taken_the_message_and_is_asked(played: Stage) -> None:
    promise(played)
    played.sandbox.faults.fail(POST, 500)
    assert await played.messenger.drain(timedelta(minutes=1)) == Tally(sent=1)
    assert len(played.sandbox.traffic.find(HISTORY)) == 1
    assert len(played.inbox(played.team.rep)) == 1


async def test_nobody_is_asked_about_a_message_that_slack_said_it_did_not_take(
    played: Stage,
) -> None:
    promise(played)
    played.sandbox.faults.limit(POST)
    assert await played.messenger.drain(timedelta(minutes=1)) == Tally(sent=1)
    assert played.sandbox.traffic.find(HISTORY) == []


async def test_what_may_have_been_sent_is_not_sent_while_nobody_can_look(played: Stage) -> None:
    promise(played)
    await posted(played)
    played.clock.advance(seconds=LEASE.total_seconds())
    played.sandbox.faults.fail(HISTORY, 503, times=2)
    for _ in range(2):
        assert (await played.messenger.drain()).unsent == {1: "internal_error"}
        assert doubts(played) == [True]
        played.clock.advance(minutes=1)
    assert await played.messenger.drain() == Tally(found=1)


async def test_where_nobody_may_look_it_is_sent_at_most_once_and_kept_as_a_doubt(
    played: Stage,
) -> None:
    promise(played)
    await posted(played)
    played.clock.advance(seconds=LEASE.total_seconds())
    played.sandbox.faults.refuse(HISTORY, "missing_scope")
    assert (await played.messenger.drain()).unsent == {1: "missing_scope"}
    assert states(played) == [("dead", "missing_scope")]
    assert doubts(played) == [True]
    assert len(played.inbox(played.team.rep)) == 1


@pytest.mark.parametrize(("arrived", "state"), [(True, "sent"), (False, "expired")])
async def test_a_doubt_about_what_has_expired_is_settled_without_sending(
    played: Stage, arrived: bool, state: str
) -> None:
    promise(played, lasts=timedelta(seconds=30))
    if arrived:
        await posted(played)
    else:
        begun(played)
    played.clock.advance(seconds=LEASE.total_seconds())
    assert (await played.messenger.drain()).sent == 0
    assert states(played) == [(state, None)]
    assert len(played.inbox(played.team.rep)) == arrived


async def test_a_message_far_down_a_long_conversation_is_found(played: Stage) -> None:
    promise(played)
    await posted(played)
    user = str(played.team.rep.person.slack_user_id)
    for number in range(450):
        played.sandbox.ws.post(played.sandbox.dm(user), user, f"{number}")
    played.clock.advance(seconds=LEASE.total_seconds())
    assert await played.messenger.drain() == Tally(found=1)
    assert len(played.sandbox.traffic.find(HISTORY)) == 3


async def test_a_conversation_too_long_to_rule_it_out_leaves_a_doubt(played: Stage) -> None:
    promise(played)
    await posted(played)
    user = str(played.team.rep.person.slack_user_id)
    for number in range(1_000):
        played.sandbox.ws.post(played.sandbox.dm(user), user, f"{number}")
    played.clock.advance(seconds=LEASE.total_seconds())
    await played.messenger.drain()
    assert [state for state, _ in states(played)] == ["dead"]
    assert doubts(played) == [True]


async def test_another_message_of_ours_is_not_taken_for_the_one_sought(played: Stage) -> None:
    promise(played, "1")
    await played.messenger.drain()
    promise(played, "2")
    played.clock.advance(seconds=5)
    begun(played)
    played.clock.advance(seconds=LEASE.total_seconds())
    assert await played.messenger.drain() == Tally(sent=1)
    assert len(played.inbox(played.team.rep)) == 2


async def test_a_sender_that_overslept_its_lease_neither_sends_nor_unsettles(
    played: Stage,
) -> None:
    promise(played)
    run, team = played.store.run, played.team.id
    (late,) = run(team, outbox.claim, START, 1, LEASE, "late")
    played.clock.advance(seconds=LEASE.total_seconds())
    assert await played.messenger.drain() == Tally(sent=1)
    now = played.clock()
    assert run(team, outbox.begin, late, "U1", now, LEASE) is None
    run(team, outbox.put_off, late, "too late", now)
    run(team, outbox.give_up, late, "too late")
    run(team, outbox.mark_dropped, late, "too late")
    run(team, outbox.give_back, [late], now)
    assert states(played) == [("sent", None)]


async def test_a_machine_that_slept_between_writing_and_calling_does_not_call(
    played: Stage,
) -> None:
    promise(played)
    moments = iter([START] * 3)

    def dozing() -> datetime:
        """Awake while the message is claimed, written and begun; then a minute has passed."""
        return next(moments, START + LEASE)

    messenger = Messenger(played.store, played.client, dozing, played.sleep)
    await messenger._round(Tally())
    assert played.inbox(played.team.rep) == []
    assert doubts(played) == [False]
    assert states(played)[0][0] == "waiting"


async def test_every_replica_leaves_slack_alone_when_one_was_told_to(played: Stage) -> None:
    for key in "12":
        promise(played, key)
    played.sandbox.faults.limit(POST, retry_after=30)
    await played.messenger.drain()
    promise(played, "3")
    other = another_replica(played)
    played.clock.advance(seconds=29)
    assert await other.drain() == Tally()
    played.clock.advance(seconds=1)
    assert (await other.drain()).sent == 3


async def test_replicas_share_one_pace(played: Stage) -> None:
    promise(played, "1")
    await played.messenger.drain()
    promise(played, "2")
    assert await another_replica(played).drain() == Tally(sent=1)
    assert played.slept == [1.1]
