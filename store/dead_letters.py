"""The outbox as an operator sees it: what waits, what died of what, and what is to go again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.schema import OutboxRow, PersonRow

STATES = ("waiting", "sent", "dead", "expired", "dropped")
RESENDABLE = ("dead", "expired")

STILL_GOOD_FOR = timedelta(hours=1)
"""What is sent again although its time is over has this long to go out."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A row of the outbox; `in_doubt` where its message may have arrived unheard of."""

    id: int
    kind: str
    recipient: str
    slack_user_id: str | None
    state: str
    facts: Mapping[str, Any]
    key: str
    created_at: datetime
    not_before: datetime
    expires_at: datetime
    attempts: int
    in_doubt: bool
    tried_at: datetime | None
    sent_at: datetime | None
    error: str | None
    place: str | None
    is_claimed: bool


def counts(session: Session) -> dict[str, int]:
    """How many letters there are, by state."""
    found = session.execute(
        select(OutboxRow.state, func.count()).group_by(OutboxRow.state).order_by(OutboxRow.state)
    )
    return {str(state): int(number) for state, number in found}


def kept(session: Session, states: tuple[str, ...], limit: int) -> list[Kept]:
    """The newest letters in these states, newest first."""
    rows = session.execute(
        select(OutboxRow, PersonRow)
        .join(PersonRow, PersonRow.id == OutboxRow.recipient_id)
        .where(OutboxRow.state.in_(states))
        .order_by(OutboxRow.id.desc())
        .limit(limit)
    )
    return [_kept(row, person) for row, person in rows]


def find(session: Session, letter_id: int) -> Kept | None:
    found = session.execute(
        select(OutboxRow, PersonRow)
        .join(PersonRow, PersonRow.id == OutboxRow.recipient_id)
        .where(OutboxRow.id == letter_id)
    ).first()
    return None if found is None else _kept(*found)


def send_again(session: Session, letter_id: int, now: datetime) -> bool:
    """Puts a letter back to be sent at once; False where it is not one that ended unsent.

    Whoever asks for it has decided the doubt whether it arrived before.
    """
    row = session.scalars(
        select(OutboxRow).where(OutboxRow.id == letter_id).with_for_update()
    ).one_or_none()
    if row is None or row.state not in RESENDABLE:
        return False
    row.state, row.not_before, row.attempts = "waiting", now, 0
    row.expires_at = max(row.expires_at, now + STILL_GOOD_FOR)
    row.in_doubt, row.claimed_by, row.last_error = False, None, None
    return True


def _kept(row: OutboxRow, person: PersonRow) -> Kept:
    return Kept(
        id=row.id,
        kind=row.kind,
        recipient=person.name,
        slack_user_id=person.slack_user_id,
        state=row.state,
        facts=row.facts,
        key=row.dedup_key,
        created_at=row.created_at,
        not_before=row.not_before,
        expires_at=row.expires_at,
        attempts=row.attempts,
        in_doubt=row.in_doubt,
        tried_at=row.tried_at,
        sent_at=row.sent_at,
        error=row.last_error,
        place=row.slack_channel,
        is_claimed=row.claimed_by is not None,
    )
