"""The next steps that people were reminded of, as they were told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from bot.domain.following import Kind, Reminders
from store import prepared, scope
from store.schema import FollowupItemRow, FollowupRow

_ITEMS, _FOLLOWUPS = (prepared.table_of(row) for row in (FollowupItemRow, FollowupRow))
_NEWEST_ABOUT = prepared.Prepared(
    select(_ITEMS.c.followup_id)
    .join(_FOLLOWUPS, _FOLLOWUPS.c.id == _ITEMS.c.followup_id)
    .where(
        _ITEMS.c.deal_id == bindparam("deal_id"),
        _FOLLOWUPS.c.told_at >= bindparam("since"),
        *prepared.here(_ITEMS, _FOLLOWUPS),
    )
    .order_by(_ITEMS.c.id.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Item:
    deal_id: int
    kind: Kind
    step: str
    on: date


@dataclass(frozen=True, slots=True)
class Followup:
    """One person's morning; `is_single` where each step went out in its own message, `is_beside`
    where they stand in the message with the day's questions."""

    id: int
    person_id: int
    told_on: date
    told_at: datetime
    more: int
    is_single: bool
    is_beside: bool
    items: tuple[Item, ...]


def was_told_on(session: Session, person_id: int, day: date) -> bool:
    wanted = select(FollowupRow.id).where(
        FollowupRow.person_id == person_id, FollowupRow.told_on == day
    )
    return session.scalar(wanted) is not None


def told_before(session: Session, person_id: int, moment: datetime) -> datetime | None:
    """When a person was last reminded before some moment; None where they never were."""
    return session.scalar(
        select(func.max(FollowupRow.told_at)).where(
            FollowupRow.person_id == person_id, FollowupRow.told_at < moment
        )
    )


def add(
    session: Session,
    person_id: int,
    day: date,
    reminders: Reminders,
    now: datetime,
    *,
    is_single: bool = False,
    is_beside: bool = False,
) -> int | None:
    """A person's reminders of the day; None where they have some already."""
    morning = {
        "person_id": person_id,
        "told_on": day,
        "told_at": now,
        "more": reminders.more,
        "is_single": is_single,
        "is_beside": is_beside,
    }
    followup_id = scope.insert_once(session, FollowupRow, morning, unique=("person_id", "told_on"))
    if followup_id is None:
        return None
    scope.insert_all(
        session,
        FollowupItemRow,
        [
            {
                "followup_id": followup_id,
                "deal_id": one.deal.id,
                "stage_key": one.deal.stage_key,
                "kind": one.kind,
                "step": one.deal.next_step or "",
                "due_on": one.on,
            }
            for one in reminders.shown
        ],
    )
    return followup_id


def get(session: Session, followup_id: int) -> Followup:
    row = session.get_one(FollowupRow, followup_id)
    items = session.scalars(
        select(FollowupItemRow)
        .where(FollowupItemRow.followup_id == followup_id)
        .order_by(FollowupItemRow.id)
    )
    return Followup(
        id=row.id,
        person_id=row.person_id,
        told_on=row.told_on,
        told_at=row.told_at,
        more=row.more,
        is_single=row.is_single,
        is_beside=row.is_beside,
        items=tuple(Item(one.deal_id, Kind(one.kind), one.step, one.due_on) for one in items),
    )


def beside(session: Session, person_id: int, day: date) -> int | None:
    """The reminders that stand in the message with a person's questions of a day."""
    return session.scalar(
        select(FollowupRow.id).where(
            FollowupRow.person_id == person_id,
            FollowupRow.told_on == day,
            FollowupRow.is_beside.is_(True),
        )
    )


def newest_about(session: Session, deal_id: int, since: datetime) -> int | None:
    """The newest reminder of a deal that was sent since a moment."""
    row = _NEWEST_ABOUT.run(session, deal_id=deal_id, since=since).first()
    return None if row is None else row.followup_id


def newest_about_all(session: Session, deal_ids: Sequence[int], since: datetime) -> dict[int, int]:
    """The same for several deals: by deal."""
    found = {deal_id: newest_about(session, deal_id, since) for deal_id in deal_ids}
    return {deal_id: known for deal_id, known in found.items() if known is not None}
