"""How far each pace is used up in a workspace, kept where every replica sees it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bot.domain.pacing import Pace
from store import prepared, scope
from store.schema import PaceRow

_PACES = prepared.table_of(PaceRow)
_ONE = prepared.Prepared(
    select(_PACES.c.spent, _PACES.c.held_until).where(
        _PACES.c.key == bindparam("key"), *prepared.here(_PACES)
    )
)


@dataclass(frozen=True, slots=True)
class Turn:
    """So many calls may be made now; without any, `free_at` says when to ask again, and
    `is_held` whether it is Slack that wants to be left alone until then."""

    calls: int
    free_at: datetime
    is_held: bool = False


def take(session: Session, key: str, pace: Pace, now: datetime, most: int = 1) -> Turn:
    """Up to `most` calls, counted at once: whoever takes a turn and dies has used it up."""
    scope.insert_once(session, PaceRow, {"key": key, "spent": now}, unique=("key",))
    row = session.scalars(select(PaceRow).where(PaceRow.key == key).with_for_update()).one()
    if row.held_until is not None and row.held_until > now:
        return Turn(0, row.held_until, is_held=True)
    calls = min(most, pace.room(row.spent, now))
    if calls:
        row.spent = pace.after(row.spent, now, calls)
        session.flush()
    return Turn(calls, max(now, pace.free_at(row.spent)))


def hold(session: Session, key: str, now: datetime, until: datetime) -> None:
    """Slack wants no calls of this sort until then; it never shortens what it said before."""
    scope.insert_once(session, PaceRow, {"key": key, "spent": now}, unique=("key",))
    row = session.scalars(select(PaceRow).where(PaceRow.key == key).with_for_update()).one()
    row.held_until = max(until, row.held_until or until)


def look(session: Session, key: str, pace: Pace, now: datetime) -> Turn:
    """What `take` would answer, without a lock and without taking."""
    row = _ONE.run(session, key=key).first()
    if row is None:
        return Turn(1, now)
    if row.held_until is not None and row.held_until > now:
        return Turn(0, row.held_until, is_held=True)
    return Turn(min(1, pace.room(row.spent, now)), max(now, pace.free_at(row.spent)))
