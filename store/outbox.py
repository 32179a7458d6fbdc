"""What the bot has promised to send: written with the act that decided it, sent later.

A row is claimed for a while, *begun* (committed before Slack is called), and settled. Whoever
finds a begun row that nobody settled knows that its message may exist, and looks for it first.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from bot.domain import pacing
from store import paces, prepared, scope
from store.paces import Turn
from store.schema import OutboxRow

_OUTBOX = prepared.table_of(OutboxRow)
_NEXT_DUE = prepared.Prepared(
    select(_OUTBOX.c.not_before)
    .where(_OUTBOX.c.state == "waiting", *prepared.here(_OUTBOX))
    .order_by(_OUTBOX.c.not_before)
    .limit(1)
)
NO_GAP = timedelta()
_MESSAGES = pacing.OF_METHODS[pacing.MESSAGE]


@dataclass(frozen=True, slots=True)
class Delivery:
    """One promised message, and the claim under which it was handed out.

    `attempts` counts the tries so far, this one included. `sought_in` is the person or channel
    with whom the last of them may have left a message.
    """

    id: int
    workspace_id: int
    recipient_id: int
    kind: str
    facts: Mapping[str, Any]
    key: str
    expires_at: datetime
    attempts: int
    claim: str = ""
    sought_in: str | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """When there is something to send, which has been due `since`; and whether only our own pace
    makes it wait."""

    at: datetime
    since: datetime
    is_paced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A message to be sent, from now on or from `not_before`, and not after `expires_at`."""

    recipient_id: int
    kind: str
    facts: Mapping[str, Any]
    dedup_key: str
    expires_at: datetime
    not_before: datetime | None = None


def promise_all(session: Session, promises: Sequence[Promise], now: datetime) -> None:
    """Writes messages down to be sent, those left out that were promised before."""
    rows = [
        {
            "recipient_id": one.recipient_id,
            "kind": one.kind,
            "facts": dict(one.facts),
            "dedup_key": one.dedup_key,
            "created_at": now,
            "not_before": one.not_before or now,
            "expires_at": one.expires_at,
            "state": "waiting",
            "attempts": 0,
            "in_doubt": False,
            "run_id": session.info.get(scope.RUN),
        }
        for one in promises
    ]
    if scope.insert_all_once(session, OutboxRow, rows, unique=("dedup_key",), known_by="dedup_key"):
        session.info[scope.PROMISED] = True


def promise(
    session: Session,
    *,
    recipient_id: int,
    kind: str,
    facts: Mapping[str, Any],
    dedup_key: str,
    now: datetime,
    expires_at: datetime,
    not_before: datetime | None = None,
) -> int | None:
    """Writes a message down to be sent; None where the same one was promised before."""
    session.info[scope.PROMISED] = True
    return scope.insert_once(
        session,
        OutboxRow,
        {
            "recipient_id": recipient_id,
            "kind": kind,
            "facts": dict(facts),
            "dedup_key": dedup_key,
            "created_at": now,
            "not_before": not_before or now,
            "expires_at": expires_at,
            "state": "waiting",
            "attempts": 0,
            "in_doubt": False,
            "run_id": session.info.get(scope.RUN),
        },
        unique=("dedup_key",),
    )


def next_due(session: Session, now: datetime) -> Due | None:
    """A cheap question before the writer's lock is taken."""
    row = _NEXT_DUE.run(session).first()
    if row is None or row.not_before > now:
        return None if row is None else Due(row.not_before, row.not_before)
    turn = paces.look(session, pacing.MESSAGE, _MESSAGES, now)
    at = now if turn.calls else turn.free_at
    return Due(at, row.not_before, is_paced=not turn.calls and not turn.is_held)


def claim(
    session: Session, now: datetime, limit: int, lease: timedelta, name: str
) -> list[Delivery]:
    """The next messages due, oldest first, as many as the workspace's pace allows; they are
    nobody else's while the lease lasts, under a `name` that no other claim has.

    What expired is dropped on the way: yesterday's nudge helps nobody. A message that may have
    been sent is handed out even so, for the record to become true.
    """
    _expire(session, now)
    found = session.scalars(
        select(OutboxRow)
        .where(OutboxRow.state == "waiting", OutboxRow.not_before <= now)
        .order_by(OutboxRow.not_before, OutboxRow.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    if not found:
        return []
    turn = paces.take(session, pacing.MESSAGE, _MESSAGES, now, len(found))
    rows = found[: turn.calls]
    for row in rows:
        row.not_before, row.claimed_by = now + lease, name
        row.attempts += 1
    session.flush()
    return [_delivery(row) for row in rows]


def _expire(session: Session, now: datetime) -> None:
    """Rows that someone is at work on are theirs to settle."""
    expired = (
        select(OutboxRow.id)
        .where(
            OutboxRow.state == "waiting",
            OutboxRow.expires_at <= now,
            OutboxRow.in_doubt.is_(False),
            or_(OutboxRow.claimed_by.is_(None), OutboxRow.not_before <= now),
        )
        .with_for_update(skip_locked=True)
    )
    ids = session.scalars(expired).all()
    if ids:
        session.execute(update(OutboxRow).where(OutboxRow.id.in_(ids)).values(state="expired"))


def _delivery(row: OutboxRow) -> Delivery:
    return Delivery(
        id=row.id,
        workspace_id=row.workspace_id,
        recipient_id=row.recipient_id,
        kind=row.kind,
        facts=row.facts,
        key=row.dedup_key,
        expires_at=row.expires_at,
        attempts=row.attempts,
        claim=row.claimed_by or "",
        sought_in=row.slack_channel if row.in_doubt else None,
    )


def begin(
    session: Session, delivery: Delivery, target: str, now: datetime, lease: timedelta
) -> Turn | None:
    """Writes down that a message is about to be posted: from here on it may exist. Whoever begins
    has looked for it, where there was a doubt.

    None where the claim has been lost to another. A turn without a call means that the channel
    was posted to just now: the claim is given back, for the moment that the turn names.
    """
    row = _still_claimed(session, delivery)
    if row is None:
        return None
    held = paces.look(session, pacing.MESSAGE, _MESSAGES, now)
    turn = held if held.is_held else paces.take(session, f"to {target}", pacing.IN_A_CHANNEL, now)
    if not turn.calls:
        _give_back(row, turn.free_at)
        row.in_doubt = False
        return turn
    row.in_doubt, row.tried_at, row.slack_channel = True, now, target
    row.not_before = now + lease
    return turn


def begin_again(
    session: Session, delivery: Delivery, method: str, now: datetime, lease: timedelta
) -> Turn | None:
    """`begin` for a call that may be made twice without harm: nothing is ever in doubt."""
    row = _still_claimed(session, delivery)
    if row is None:
        return None
    turn = paces.take(session, method, pacing.OF_METHODS[method], now)
    if not turn.calls:
        _give_back(row, turn.free_at)
        return turn
    row.tried_at, row.not_before = now, now + lease
    return turn


def give_back(
    session: Session, deliveries: Sequence[Delivery], until: datetime, gap: timedelta = NO_GAP
) -> None:
    """Claims that came to nothing, free for anyone from a moment on, each a gap after the other."""
    for place, delivery in enumerate(deliveries):
        row = _still_claimed(session, delivery)
        if row is not None:
            _give_back(row, until + gap * place)


def _give_back(row: OutboxRow, until: datetime) -> None:
    row.claimed_by, row.not_before = None, until
    row.attempts -= 1


SAYS = "says"
"""Beside the facts of a message that is redrawn when it differs: what it says, in short."""


def mark_sent(
    session: Session, delivery_id: int, channel: str, ts: str, now: datetime, says: str = ""
) -> None:
    """True whoever holds the claim by now: the message stands there, and says so."""
    row = session.get_one(OutboxRow, delivery_id)
    if says:
        row.facts = {**row.facts, SAYS: says}
    row.state, row.sent_at, row.slack_channel, row.slack_ts = "sent", now, channel, ts
    row.in_doubt, row.claimed_by = False, None


def mark_dropped(session: Session, delivery: Delivery, reason: str) -> None:
    """There is nothing (any more) to say; the row says why."""
    _end(session, delivery, "dropped", reason)


def mark_expired(session: Session, delivery: Delivery) -> None:
    """It was looked for and is not there, and it is too late to send it."""
    _end(session, delivery, "expired", None)


def give_up(session: Session, delivery: Delivery, error: str, *, in_doubt: bool = False) -> None:
    """A dead letter: kept with its reason, and with the doubt whether it arrived after all."""
    _end(session, delivery, "dead", error, in_doubt=in_doubt)


def put_off(
    session: Session, delivery: Delivery, error: str, until: datetime, *, in_doubt: bool = False
) -> None:
    row = _still_claimed(session, delivery)
    if row is not None:
        row.last_error, row.not_before = error, until
        row.claimed_by, row.in_doubt = None, in_doubt


def _end(
    session: Session, delivery: Delivery, state: str, error: str | None, *, in_doubt: bool = False
) -> None:
    row = _still_claimed(session, delivery)
    if row is not None:
        row.state, row.last_error = state, error or row.last_error
        row.claimed_by, row.in_doubt = None, in_doubt


def _still_claimed(session: Session, delivery: Delivery) -> OutboxRow | None:
    """The row, where it is still handed out under the delivery's own claim."""
    return session.scalars(
        select(OutboxRow)
        .where(
            OutboxRow.id == delivery.id,
            OutboxRow.state == "waiting",
            OutboxRow.claimed_by == delivery.claim,
        )
        .with_for_update()
    ).one_or_none()


def facts_of(session: Session, kind: str, dedup_key: str) -> Mapping[str, Any] | None:
    """What a message promised earlier was to tell."""
    return session.scalars(
        select(OutboxRow.facts).where(OutboxRow.kind == kind, OutboxRow.dedup_key == dedup_key)
    ).first()


def never_sent(session: Session, dedup_keys: Collection[str]) -> list[str]:
    """The keys of those messages that were given up or came too late, and surely stand nowhere."""
    return list(
        session.scalars(
            select(OutboxRow.dedup_key).where(
                OutboxRow.dedup_key.in_(dedup_keys),
                OutboxRow.state.in_(("expired", "dead")),
                OutboxRow.in_doubt.is_(False),
            )
        )
    )


@dataclass(frozen=True, slots=True)
class Sent:
    recipient_id: int
    sent_at: datetime
    was_seen: bool


def sent_in(session: Session, kind: str, begins: datetime, ends: datetime) -> list[Sent]:
    """The messages of a kind that went out in a span."""
    lines = session.execute(
        select(OutboxRow.recipient_id, OutboxRow.sent_at, OutboxRow.seen_at).where(
            OutboxRow.kind == kind, OutboxRow.sent_at >= begins, OutboxRow.sent_at < ends
        )
    )
    return [Sent(one, at, seen is not None) for one, at, seen in lines if at is not None]


def place_of(session: Session, kind: str, dedup_key: str) -> tuple[str, str] | None:
    """Where a message was posted: channel and ts, to change it later."""
    row = session.scalars(
        select(OutboxRow).where(OutboxRow.kind == kind, OutboxRow.dedup_key == dedup_key)
    ).first()
    if row is None or row.slack_channel is None or row.slack_ts is None:
        return None
    return row.slack_channel, row.slack_ts
