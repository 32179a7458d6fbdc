"""How far each pace is used up in a workspace, kept where every replica sees it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bot.domain.pacing import LONGEST_HOLD, Pace
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
    row = _locked(session, key, now)
    turn = _turn(pace, row.spent, row.held_until, now, most)
    if turn.calls:
        row.spent = pace.after(pace.believed(row.spent, now), now, turn.calls)
        session.flush()
    return turn


def look(session: Session, key: str, pace: Pace, now: datetime) -> Turn:
    """What `take` would answer, without a lock and without taking."""
    row = _ONE.run(session, key=key).first()
    return Turn(1, now) if row is None else _turn(pace, row.spent, row.held_until, now, 1)


def hold(session: Session, key: str, now: datetime, until: datetime) -> None:
    """Slack wants no calls of this sort until then; what it said before is not shortened."""
    row = _locked(session, key, now)
    before = row.held_until if _holds(row.held_until, now) else None
    row.held_until = min(max(until, before or until), now + LONGEST_HOLD)


def _locked(session: Session, key: str, now: datetime) -> PaceRow:
    scope.insert_once(session, PaceRow, {"key": key, "spent": now}, unique=("key",))
    return session.scalars(select(PaceRow).where(PaceRow.key == key).with_for_update()).one()


def _turn(pace: Pace, spent: datetime, held: datetime | None, now: datetime, most: int) -> Turn:
    if held is not None and _holds(held, now):
        return Turn(0, held, is_held=True)
    spent = pace.believed(spent, now)
    return Turn(min(most, pace.room(spent, now)), max(now, pace.free_at(spent)))


def _holds(until: datetime | None, now: datetime) -> bool:
    return until is not None and now < until <= now + LONGEST_HOLD
