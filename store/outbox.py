"""What the bot has promised to send: written with the act that decided it, sent later."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from store import prepared, scope
from store.schema import OutboxRow

_OUTBOX = prepared.table_of(OutboxRow)
_NEXT_DUE = prepared.Prepared(
    select(_OUTBOX.c.not_before)
    .where(_OUTBOX.c.state == "waiting", *prepared.here(_OUTBOX))
    .order_by(_OUTBOX.c.not_before)
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One promised message; `attempts` counts the tries made so far."""

    id: int
    workspace_id: int
    recipient_id: int
    kind: str
    facts: Mapping[str, Any]
    expires_at: datetime
    attempts: int


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
        },
        unique=("dedup_key",),
    )


def next_due(session: Session) -> datetime | None:
    """When the next message may go out: a cheap question before the writer's lock is taken."""
    row = _NEXT_DUE.run(session).first()
    return None if row is None else row.not_before


def claim(session: Session, now: datetime, limit: int, lease: timedelta) -> list[Delivery]:
    """The next messages due, oldest first, not handed to anyone else while the lease lasts.

    What expired is dropped on the way: yesterday's nudge helps nobody.
    """
    session.execute(
        update(OutboxRow)
        .where(OutboxRow.state == "waiting", OutboxRow.expires_at <= now)
        .values(state="expired")
    )
    rows = session.scalars(
        select(OutboxRow)
        .where(OutboxRow.state == "waiting", OutboxRow.not_before <= now)
        .order_by(OutboxRow.not_before, OutboxRow.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    for row in rows:
        row.not_before = now + lease
        row.attempts += 1
    session.flush()
    return [
        Delivery(
            id=row.id,
            workspace_id=row.workspace_id,
            recipient_id=row.recipient_id,
            kind=row.kind,
            facts=row.facts,
            expires_at=row.expires_at,
            attempts=row.attempts,
        )
        for row in rows
    ]


def mark_sent(session: Session, delivery_id: int, channel: str, ts: str, now: datetime) -> None:
    row = session.get_one(OutboxRow, delivery_id)
    row.state, row.sent_at, row.slack_channel, row.slack_ts = "sent", now, channel, ts


def mark_dropped(session: Session, delivery_id: int, reason: str) -> None:
    """There is nothing (any more) to say; the row says why."""
    row = session.get_one(OutboxRow, delivery_id)
    row.state, row.last_error = "dropped", reason


def put_off(session: Session, delivery_id: int, error: str, until: datetime) -> None:
    row = session.get_one(OutboxRow, delivery_id)
    row.last_error, row.not_before = error, until


def give_up(session: Session, delivery_id: int, error: str) -> None:
    """A dead letter: kept with its reason."""
    row = session.get_one(OutboxRow, delivery_id)
    row.state, row.last_error = "dead", error


def facts_of(session: Session, kind: str, dedup_key: str) -> Mapping[str, Any] | None:
    """What a message promised earlier was to tell."""
    return session.scalars(
        select(OutboxRow.facts).where(OutboxRow.kind == kind, OutboxRow.dedup_key == dedup_key)
    ).first()


def place_of(session: Session, kind: str, dedup_key: str) -> tuple[str, str] | None:
    """Where a message was posted: channel and ts, to change it later."""
    row = session.scalars(
        select(OutboxRow).where(OutboxRow.kind == kind, OutboxRow.dedup_key == dedup_key)
    ).first()
    if row is None or row.slack_channel is None or row.slack_ts is None:
        return None
    return row.slack_channel, row.slack_ts
