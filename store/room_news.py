"""What one act did to one deal, as the audit has it, to be told where the deal is talked about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.deal import Activity
from store import visible
from store.schema import ActivityRow, ActRow, AuditRow
from store.scope import INCLUDE_REMOVED


@dataclass(frozen=True, slots=True)
class Told:
    """An act on a deal: the deal's fields before and after, and the activities it brought or took
    away."""

    actor_id: int | None
    action: str
    at: datetime
    was_undone: bool
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    logged: tuple[Activity, ...]
    withdrawn: tuple[Activity, ...]


def of_act(session: Session, act_id: int, deal_id: int) -> Told | None:
    act = session.get(ActRow, act_id)
    if act is None:
        return None
    notes = session.scalars(
        select(AuditRow).where(AuditRow.act_id == act_id).order_by(AuditRow.id)
    ).all()
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for note in notes:
        if note.subject_type == "deal" and note.subject_id == deal_id and note.before is not None:
            before = dict(note.before) | before
            after |= note.after or {}
    activities = [note for note in notes if note.subject_type == "activity"]
    brought = [note.subject_id for note in activities if note.before is None]
    taken = [note.subject_id for note in activities if "removed_at" in (note.after or {})]
    return Told(
        act.actor_id,
        act.action,
        act.at,
        act.undone_at is not None,
        before,
        after,
        _activities(session, brought, deal_id),
        _activities(session, taken, deal_id),
    )


def acts_on(session: Session, deal_id: int, limit: int) -> list[tuple[int, datetime]]:
    """The newest acts on a deal with their moments, oldest first."""
    lines = session.execute(
        select(ActRow.id, ActRow.at)
        .join(AuditRow, AuditRow.act_id == ActRow.id)
        .where(AuditRow.subject_type == "deal", AuditRow.subject_id == deal_id)
        .where(AuditRow.before.is_not(None))
        .distinct()
        .order_by(ActRow.id.desc())
        .limit(limit)
    ).all()
    return [(act_id, at) for act_id, at in reversed(lines)]


def _activities(session: Session, ids: list[int], deal_id: int) -> tuple[Activity, ...]:
    if not ids:
        return ()
    lines = session.execute(
        visible.activities()
        .where(ActivityRow.id.in_(ids), ActivityRow.deal_id == deal_id)
        .order_by(ActivityRow.id)
        .execution_options(**INCLUDE_REMOVED)
    )
    return tuple(visible.activity_value(*line) for line in lines)
