"""When a deal was last touched and last talked about, told anew from what still stands."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store import history
from store.schema import ActivityRow, ActRow, AuditRow, DealRow

Notes = Sequence[tuple[Mapping[str, Any] | None, Mapping[str, Any] | None, bool]]
"""What acts changed on a deal, oldest first: before, after, and whether the act still stands."""


def settle(act: history.Act, deal_id: int) -> None:
    """Sets both moments by the acts and activities that are left; an act taken back in the middle
    of others leaves no trace in them."""
    row = act.session.get(DealRow, deal_id)
    if row is None or row.removed_at is not None:
        return
    spoken = act.session.scalar(
        select(func.max(ActivityRow.occurred_at)).where(ActivityRow.deal_id == deal_id)
    )
    notes = _notes(act.session, deal_id)
    last_activity = _latest(spoken, _at_first(notes, "last_activity_at"))
    touches = [_moment(after, "last_touch_at") for _, after, stands in notes if stands]
    last_touch = _latest(spoken, _at_first(notes, "last_touch_at"), *touches)
    changes: dict[str, object] = {"last_activity_at": last_activity}
    if last_touch is not None:
        changes["last_touch_at"] = last_touch
    history.change(act, row, changes)


def _notes(session: Session, deal_id: int) -> Notes:
    lines = session.execute(
        select(AuditRow.before, AuditRow.after, ActRow.undone_at, ActRow.action)
        .join(ActRow, ActRow.id == AuditRow.act_id)
        .where(AuditRow.subject_type == "deal", AuditRow.subject_id == deal_id)
        .order_by(AuditRow.id)
    )
    return [
        (before, after, undone_at is None and not action.startswith("undo."))
        for before, after, undone_at, action in lines
    ]


def _at_first(notes: Notes, name: str) -> datetime | None:
    """The moment that stood before the first act that changed it, or at the deal's birth."""
    for before, after, _ in notes:
        if before is None:
            return _moment(after, name)
        if name in before:
            return _moment(before, name)
    return None


def _moment(held: Mapping[str, Any] | None, name: str) -> datetime | None:
    told = (held or {}).get(name)
    return datetime.fromisoformat(told) if told else None


def _latest(*moments: datetime | None) -> datetime | None:
    return max((one for one in moments if one is not None), default=None)
