"""A message is promised once, handed to one sender at a time, and dropped when it is too late."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier
from uuid import uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from store import outbox
from store.engine import Store
from store.outbox import Delivery
from store.schema import OutboxRow
from tests.makers import START, FakeClock, Team, make_team

LEASE = timedelta(minutes=2)


def promise(
    store: Store,
    team: Team,
    key: str = "digest:1",
    *,
    now: datetime = START,
    not_before: datetime | None = None,
    lasts: timedelta = timedelta(hours=8),
) -> int | None:
    return store.run(
        team.id,
        outbox.promise,
        recipient_id=team.rep.id,
        kind="digest",
        facts={"week": "2026-W10", "name": "김하늘"},
        dedup_key=key,
        now=now,
        expires_at=now + lasts,
        not_before=not_before,
    )


def claim(store: Store, team: Team, now: datetime, limit: int = 10) -> list[Delivery]:
    return store.run(team.id, outbox.claim, now, limit, LEASE, uuid4().hex)


def state_of(store: Store, team: Team, delivery_id: int | None) -> tuple[str, str | None]:
    def read(session: Session) -> tuple[str, str | None]:
        row = session.scalars(select(OutboxRow).where(OutboxRow.id == delivery_id)).one()
        return row.state, row.last_error

    return store.ask(team.id, read)


def test_the_same_message_is_promised_once(store: Store, team: Team) -> None:
    assert promise(store, team) is not None
    assert promise(store, team) is None
    assert len(claim(store, team, START)) == 1


def test_a_claimed_message_carries_its_facts(store: Store, team: Team) -> None:
    delivery_id = promise(store, team)
    assert delivery_id is not None
    assert store.run(team.id, outbox.claim, START, 10, LEASE, "mine") == [
        Delivery(
            id=delivery_id,
            workspace_id=team.id,
            recipient_id=team.rep.id,
            kind="digest",
            facts={"week": "2026-W10", "name": "김하늘"},
            key="digest:1",
            expires_at=START + timedelta(hours=8),
            attempts=1,
            claim="mine",
        )
    ]


def test_a_claimed_message_is_nobody_elses_while_the_lease_lasts(
    store: Store, team: Team, clock: FakeClock
) -> None:
    promise(store, team)
    claim(store, team, clock())
    assert claim(store, team, clock.advance(minutes=1)) == []


def test_a_sender_that_died_gives_the_message_back_with_the_lease(
    store: Store, team: Team, clock: FakeClock
) -> None:
    promise(store, team)
    claim(store, team, clock())
    (again,) = claim(store, team, clock.advance(minutes=2))
    assert again.attempts == 2


def test_senders_at_once_never_get_the_same_message(store: Store, team: Team) -> None:
    for number in range(18):
        promise(store, team, f"digest:{number}")
    start = Barrier(4)

    def sender() -> list[int]:
        start.wait(10)
        return [one.id for _ in range(3) for one in claim(store, team, START, limit=2)]

    with ThreadPoolExecutor(4) as threads:
        shares = [asked.result(30) for asked in [threads.submit(sender) for _ in range(4)]]
    claimed = [one for share in shares for one in share]
    assert len(claimed) == len(set(claimed))
    assert len(claimed + [one.id for one in claim(store, team, START)]) == 18


def test_a_message_waits_for_its_moment(store: Store, team: Team, clock: FakeClock) -> None:
    promise(store, team, not_before=START + timedelta(hours=1))
    assert claim(store, team, clock()) == []
    assert len(claim(store, team, clock.advance(hours=1))) == 1


def test_what_came_too_late_is_dropped_and_not_sent(
    store: Store, team: Team, clock: FakeClock
) -> None:
    delivery_id = promise(store, team)
    assert claim(store, team, clock.advance(hours=8)) == []
    assert state_of(store, team, delivery_id) == ("expired", None)


def test_the_longest_due_come_first(store: Store, team: Team) -> None:
    for hour in (3, 1, 2):
        promise(store, team, f"digest:{hour}", not_before=START + timedelta(hours=hour))
    due = claim(store, team, START + timedelta(hours=4), limit=2)
    rest = claim(store, team, START + timedelta(hours=4))
    assert [one.id for one in due] == [2, 3]
    assert [one.id for one in rest] == [1]


def test_a_sent_message_is_not_sent_again_and_its_place_is_known(
    store: Store, team: Team, clock: FakeClock
) -> None:
    promise(store, team)
    assert store.ask(team.id, outbox.place_of, "digest", "digest:1") is None
    (due,) = claim(store, team, clock())
    store.run(team.id, outbox.mark_sent, due.id, "D1", "1700000000.000100", clock())
    assert claim(store, team, clock.advance(hours=1)) == []
    assert store.ask(team.id, outbox.place_of, "digest", "digest:1") == ("D1", "1700000000.000100")
    assert store.ask(team.id, outbox.place_of, "nudge", "digest:1") is None


def test_a_message_put_off_comes_again_when_it_was_put_off_to(
    store: Store, team: Team, clock: FakeClock
) -> None:
    promise(store, team)
    (due,) = claim(store, team, clock())
    store.run(team.id, outbox.put_off, due, "ratelimited", clock() + timedelta(minutes=30))
    assert claim(store, team, clock.advance(minutes=29)) == []
    (again,) = claim(store, team, clock.advance(minutes=1))
    assert (again.id, again.attempts) == (due.id, 2)


@pytest.mark.parametrize(
    ("ending", "state"), [(outbox.give_up, "dead"), (outbox.mark_dropped, "dropped")]
)
def test_a_message_that_ended_unsent_says_why(
    store: Store, team: Team, clock: FakeClock, ending: object, state: str
) -> None:
    delivery_id = promise(store, team)
    (due,) = claim(store, team, clock())
    assert callable(ending)
    store.run(team.id, ending, due, "channel_not_found")
    assert claim(store, team, clock.advance(hours=1)) == []
    assert state_of(store, team, delivery_id) == (state, "channel_not_found")


def test_another_workspaces_messages_are_left_to_its_own_turn(store: Store, team: Team) -> None:
    theirs = make_team(store, "T_OTHER")
    promise(store, team)
    promise(store, theirs)
    assert [one.workspace_id for one in claim(store, team, START)] == [team.id]
    assert [one.workspace_id for one in claim(store, theirs, START)] == [theirs.id]


def test_a_promise_is_not_kept_where_its_act_failed(store: Store, team: Team) -> None:
    def fails(session: Session) -> None:
        outbox.promise(
            session,
            recipient_id=team.rep.id,
            kind="digest",
            facts={},
            dedup_key="digest:1",
            now=START,
            expires_at=START + LEASE,
        )
        raise LookupError

    with pytest.raises(LookupError):
        store.run(team.id, fails)
    assert claim(store, team, START) == []
