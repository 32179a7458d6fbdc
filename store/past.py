"""Open deals as they stood at an earlier moment: what was changed since is taken back in memory."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from sqlalchemy import select, union
from sqlalchemy.orm import Session, class_mapper

from bot.domain.deal import Deal, Status
from store import scope, visible
from store.among import among
from store.schema import ActRow, AuditRow, DealRow

_COLUMNS = [getattr(DealRow, column.key) for column in class_mapper(DealRow).column_attrs]


def open_at(
    session: Session, moment: datetime, owner_ids: Collection[int] | None = None
) -> Iterator[Deal]:
    """The deals that were open at a moment, as they stood then, by id; where `owner_ids` are given
    all that were theirs, and perhaps some that others had.

    Exact as far as the history goes: what an import brought with older dates is taken as the
    sheet told it, and was not touched yet before the import itself.
    """
    since = _since(session, moment)
    there: list[Any] = [DealRow.removed_at.is_(None)]
    if owner_ids is not None:
        there.append(among(DealRow.owner_id, owner_ids))
    # Each answered by an index of its own: the deals of a few are few, however many there are.
    may_be = union(
        select(DealRow.id).where(DealRow.status == Status.OPEN, *there),
        select(DealRow.id).where(DealRow.closed_at > moment, *there),
        select(DealRow.id).where(among(DealRow.id, since.keys())),
    ).subquery()
    rows = session.execute(
        select(*_COLUMNS)
        .where(DealRow.id.in_(select(may_be.c.id)), DealRow.created_at <= moment)
        .order_by(DealRow.id)
        .execution_options(**scope.INCLUDE_REMOVED)
    )
    for row in rows:
        held = since.get(row.id, {})
        if held.get("removed_at", row.removed_at) is not None:
            continue
        deal = _taken_back(visible.deal_value(row, None, None, None), held)
        reopened = deal.closed_at is not None and deal.closed_at <= moment
        if not reopened and (deal.is_open or (deal.closed_at or moment) > moment):
            yield replace(_untouched_since(deal, moment), status=Status.OPEN)


def _since(session: Session, moment: datetime) -> dict[int, dict[str, Any]]:
    """Per deal changed since, what each field held before the first change behind the moment."""
    notes = session.execute(
        select(AuditRow.subject_id, AuditRow.before)
        .join(ActRow, ActRow.id == AuditRow.act_id)
        .where(AuditRow.subject_type == "deal", ActRow.at > moment, AuditRow.before.is_not(None))
        .order_by(AuditRow.id)
    )
    held: dict[int, dict[str, Any]] = {}
    for deal_id, before in notes:
        if before is not None:
            was = held.setdefault(deal_id, {})
            held[deal_id] = before | was
    return held


def _taken_back(deal: Deal, held: dict[str, Any]) -> Deal:
    """The deal with its fields of then."""
    fields = {name: _read(name, told) for name, told in held.items() if hasattr(deal, name)}
    return replace(deal, **fields)


def _untouched_since(deal: Deal, moment: datetime) -> Deal:
    """No touch lies ahead of the moment: one that does is the import's, and of that moment only
    the entry into the stage is known."""
    if deal.last_touch_at <= moment:
        return deal
    return replace(deal, last_touch_at=min(deal.stage_entered_at, moment))


_MOMENTS = frozenset(
    {"created_at", "stage_entered_at", "last_touch_at", "last_activity_at", "closed_at"}
)
_DAYS = frozenset({"closes_on", "next_step_due_on", "held_until"})


def _read(name: str, told: Any) -> Any:
    if told is None:
        return None
    if name in _MOMENTS:
        return datetime.fromisoformat(told)
    if name in _DAYS:
        return date.fromisoformat(told)
    if name == "next_step_time":
        return time.fromisoformat(told)
    if name == "amount":
        return Decimal(told)
    return Status(told) if name == "status" else told
