"""What is promised goes out once, keeps to Slack's limits, and whatever can't go says why."""

import asyncio
from datetime import timedelta

import pytest
from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.orm import Session

from bot.delivering import Tally
from bot.messenger import Messenger
from store import outbox
from store.outbox import Due
from store.schema import OutboxRow
from tests.schedules.promises import POST, promise, states
from tests.schedules.stage import Stage


async def test_a_promise_is_sent_once_and_stamped_with_its_place(played: Stage) -> None:
    promise(played)
    assert await played.messenger.drain() == Tally(sent=1)
    assert await played.messenger.drain() == Tally()
    (message,) = played.inbox(played.team.rep)
    place = played.store.ask(played.team.id, outbox.place_of, "deal.assigned", "test:1")
    assert place == (message["channel"], message["ts"])


async def test_a_message_can_be_found_again_by_its_metadata(played: Stage) -> None:
    promise(played)
    await played.messenger.drain()
    (sent,) = played.sandbox.traffic.find(POST)
    assert sent.request["metadata"] == {
        "event_type": "pipekeeper_delivery",
        "event_payload": {"delivery": 1, "key": "test:1"},
    }


async def test_messages_to_one_person_go_out_a_second_apart(played: Stage) -> None:
    for key in "123":
        promise(played, key)
    await played.messenger.drain()
    assert played.slept == [1.1, 1.1]
    assert len(played.inbox(played.team.rep)) == 3


async def test_slack_is_left_alone_for_as_long_as_it_says(played: Stage) -> None:
    for key in "12":
        promise(played, key)
    played.sandbox.faults.limit(POST, retry_after=30)
    assert await played.messenger.drain() == Tally(unsent={1: "ratelimited", 2: "ratelimited"})
    played.clock.advance(seconds=29)
    assert await played.messenger.drain() == Tally()
    played.clock.advance(seconds=1)
    assert (await played.messenger.drain()).sent == 2


@pytest.mark.parametrize("trouble", ["status", "code", "connection"])
async def test_a_slack_in_trouble_is_asked_again_ever_more_slowly(
    played: Stage, trouble: str
) -> None:
    promise(played)
    if trouble == "status":
        played.sandbox.faults.fail(POST, 503, times=3)
    elif trouble == "code":
        played.sandbox.faults.refuse(POST, "internal_error", times=3)
    messenger = played.messenger
    async with ClientSession() as session:
        if trouble == "connection":
            nowhere = AsyncWebClient("xoxb-1", "http://127.0.0.1:9/api/", session=session)
            messenger = Messenger(played.store, nowhere, played.clock, played.sleep, lambda: 0.5)
        for seconds in (2, 4, 8):
            assert (await messenger.drain()).unsent
            due = played.store.ask(played.team.id, outbox.next_due, played.clock())
            later = played.clock() + timedelta(seconds=seconds)
            assert due == Due(later, later)
            played.clock.advance(seconds=seconds)
    assert (await played.messenger.drain()).sent == 1


async def test_with_patience_what_was_put_off_is_waited_for(played: Stage) -> None:
    promise(played)
    played.sandbox.faults.limit(POST, retry_after=7)
    assert await played.messenger.drain(timedelta(minutes=1)) == Tally(sent=1)
    assert sum(played.slept) >= 7


async def test_a_revoked_token_stops_the_messenger_with_the_promise_kept(
    played: Stage, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    for key in "12":
        promise(played, key)
    played.sandbox.faults.revoke_token()
    tally = await played.messenger.drain()
    assert tally.unsent == {1: "token_revoked", 2: "stopped"}
    said = capsys.readouterr().out + caplog.text  # wherever structlog was told to write by then
    assert said.count("token.refused") == 1
    assert [state for state, _ in states(played)] == ["waiting", "waiting"]
    await asyncio.wait_for(played.messenger.run(), 5)
    played.sandbox.faults.restore_token()
    played.__post_init__()
    assert (await played.messenger.drain()).sent == 2


async def test_who_cannot_be_written_to_leaves_a_dead_letter_with_its_reason(
    played: Stage,
) -> None:
    for key in "12":
        promise(played, key)
    played.sandbox.faults.refuse(POST, "user_disabled")
    tally = await played.messenger.drain()
    assert (tally.sent, tally.unsent) == (1, {1: "user_disabled"})
    assert states(played) == [("dead", "user_disabled"), ("sent", None)]


async def test_a_letter_that_cannot_be_written_holds_up_no_other(played: Stage) -> None:
    promise(played)
    promise(played, "2")

    def spoil(session: Session) -> None:
        session.get_one(OutboxRow, 1).facts = {}

    played.store.run(played.team.id, spoil)
    assert (await played.messenger.drain()).sent == 1
    assert states(played) == [("dead", "KeyError('deal_id')"), ("sent", None)]


async def test_a_kind_that_nobody_knows_is_dropped(played: Stage) -> None:
    promise(played, kind="from.the.future")
    assert await played.messenger.drain() == Tally()
    assert played.outbox("from.the.future") == [
        ("dropped", "nobody knows how to write a from.the.future")
    ]


async def test_a_call_is_not_repeated_by_the_library_behind_the_outboxs_back(
    played: Stage,
) -> None:
    """The message was taken, its answer lost: a second try at once would post it twice."""
    promise(played)
    played.sandbox.faults.fail(POST, 500)
    await played.messenger.drain()
    assert len(played.sandbox.traffic.find(POST)) == 1


async def test_it_runs_until_stopped_and_sends_at_once_when_woken(played: Stage) -> None:
    running = asyncio.create_task(played.messenger.run())
    try:
        promise(played)
        played.messenger.wake()
        await played.sandbox.until(lambda: played.inbox(played.team.rep))
    finally:
        played.messenger.stop()
        await asyncio.wait_for(running, 5)
    assert len(played.inbox(played.team.rep)) == 1
