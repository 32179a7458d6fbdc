"""Managers' lists: the deals whose questions went unanswered, as they were told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from bot.domain.deal import Deal, Status
from bot.domain.nudging import Asked, Listing, Unanswered
from store import nudges, prepared, scope, visible
from store.schema import DealRow, EscalationItemRow, EscalationRow, NudgeItemRow, NudgeRow

_ITEMS, _LISTS = (prepared.table_of(row) for row in (EscalationItemRow, EscalationRow))
_NEWEST_ABOUT = prepared.Prepared(
    select(_ITEMS.c.escalation_id)
    .join(_LISTS, _LISTS.c.id == _ITEMS.c.escalation_id)
    .where(
        _ITEMS.c.deal_id == bindparam("deal_id"),
        _LISTS.c.told_at >= bindparam("since"),
        *prepared.here(_ITEMS, _LISTS),
    )
    .order_by(_ITEMS.c.id.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Item:
    """A deal of a list with the question about it: to whom, when, how it was settled since."""

    deal_id: int
    asked_id: int
    asked_on: date
    question: nudges.Item


@dataclass(frozen=True, slots=True)
class Escalation:
    id: int
    manager_id: int
    told_on: date
    more: int
    items: tuple[Item, ...]


def unanswered(session: Session, owner_ids: Sequence[int], times: int) -> list[Unanswered]:
    """The owners' open deals whose newest question is at least the `times`-th in a row, was put to
    the owner of today, and has no answer."""
    newest = (
        select(func.max(NudgeItemRow.id))
        .join(DealRow, DealRow.id == NudgeItemRow.deal_id)
        .where(DealRow.owner_id.in_(owner_ids), DealRow.status == Status.OPEN)
        .group_by(NudgeItemRow.deal_id)
    )
    rows = session.execute(
        select(NudgeItemRow.id, NudgeItemRow.deal_id, NudgeItemRow.times_asked, NudgeRow.asked_on)
        .join(NudgeRow, NudgeRow.id == NudgeItemRow.nudge_id)
        .join(DealRow, DealRow.id == NudgeItemRow.deal_id)
        .where(
            NudgeItemRow.id.in_(newest),
            NudgeItemRow.answer.is_(None),
            NudgeItemRow.times_asked >= times,
            NudgeRow.person_id == DealRow.owner_id,
        )
    ).all()
    found = _deals(session, [deal_id for _, deal_id, _, _ in rows])
    return [
        Unanswered(found[deal_id], item_id, Asked(asked, asked_on, answered=False))
        for item_id, deal_id, asked, asked_on in rows
        if deal_id in found
    ]


def _deals(session: Session, ids: Sequence[int]) -> dict[int, Deal]:
    lines = session.execute(visible.deals().where(DealRow.id.in_(ids)))
    return {line[0].id: visible.deal_value(*line) for line in lines}


def last_listed(session: Session, manager_id: int, deal_ids: Sequence[int]) -> dict[int, date]:
    """When each of the deals last stood on the manager's list."""
    lines = session.execute(
        select(EscalationItemRow.deal_id, func.max(EscalationRow.told_on))
        .join(EscalationRow, EscalationRow.id == EscalationItemRow.escalation_id)
        .where(EscalationRow.manager_id == manager_id, EscalationItemRow.deal_id.in_(deal_ids))
        .group_by(EscalationItemRow.deal_id)
    )
    return dict(lines.all())


def was_told_on(session: Session, manager_id: int, day: date) -> bool:
    wanted = select(EscalationRow.id).where(
        EscalationRow.manager_id == manager_id, EscalationRow.told_on == day
    )
    return session.scalar(wanted) is not None


def add(
    session: Session, manager_id: int, day: date, listing: Listing, now: datetime
) -> int | None:
    """A manager's list of the day; None where they have one already."""
    told = {"manager_id": manager_id, "told_on": day, "told_at": now, "more": listing.more}
    list_id = scope.insert_once(session, EscalationRow, told, unique=("manager_id", "told_on"))
    if list_id is None:
        return None
    scope.insert_all(
        session,
        EscalationItemRow,
        [
            {
                "escalation_id": list_id,
                "deal_id": one.deal.id,
                "stage_key": one.deal.stage_key,
                "nudge_item_id": one.item_id,
            }
            for one in listing.deals
        ],
    )
    return list_id


def get(session: Session, escalation_id: int) -> Escalation:
    row = session.get_one(EscalationRow, escalation_id)
    lines = session.execute(
        select(EscalationItemRow.deal_id, NudgeItemRow, NudgeRow.person_id, NudgeRow.asked_on)
        .join(NudgeItemRow, NudgeItemRow.id == EscalationItemRow.nudge_item_id)
        .join(NudgeRow, NudgeRow.id == NudgeItemRow.nudge_id)
        .where(EscalationItemRow.escalation_id == escalation_id)
        .order_by(EscalationItemRow.id)
    )
    return Escalation(
        id=row.id,
        manager_id=row.manager_id,
        told_on=row.told_on,
        more=row.more,
        items=tuple(
            Item(deal_id, asked_id, asked_on, nudges.item_value(question))
            for deal_id, question, asked_id, asked_on in lines
        ),
    )


def newest_about(session: Session, deal_id: int, since: datetime) -> int | None:
    """The newest list, told since a moment, that a deal stands on."""
    row = _NEWEST_ABOUT.run(session, deal_id=deal_id, since=since).first()
    return None if row is None else row.escalation_id
