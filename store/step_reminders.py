"""Reminders of next steps before their time of day: what comes up, and who was told of what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bot.domain.deal import Deal, Status
from store import prepared, scope
from store.schema import DealRow, PersonRow, StepReminderRow, WorkspaceRow
from store.visible import OWNER_TZ

_REMINDERS = prepared.table_of(StepReminderRow)
_NEWEST_ABOUT = prepared.Prepared(
    select(_REMINDERS.c.id)
    .where(
        _REMINDERS.c.deal_id == bindparam("deal_id"),
        _REMINDERS.c.told_at >= bindparam("since"),
        *prepared.here(_REMINDERS),
    )
    .order_by(_REMINDERS.c.id.desc())
    .limit(1)
)


class Coming(NamedTuple):
    """A next step with a time of day: as much of it as its reminder is decided by."""

    deal_id: int
    owner_id: int
    due_on: date
    at: time
    tz: str
    remind_before: int
    touched_at: datetime
    held_until: date | None


@dataclass(frozen=True, slots=True)
class StepReminder:
    """One that was told: the step as it was then."""

    id: int
    person_id: int
    deal_id: int
    step: str
    due_on: date
    at: time
    due_at: datetime
    told_at: datetime


def coming(session: Session, first: date, last: date) -> list[Coming]:
    """The timed steps of open deals on these days, of owners in Slack who want a reminder."""
    rows = session.execute(
        select(
            DealRow.id,
            PersonRow.id,
            DealRow.next_step_due_on,
            DealRow.next_step_time,
            OWNER_TZ,
            PersonRow.remind_before,
            DealRow.last_touch_at,
            DealRow.held_until,
        )
        .join(PersonRow, PersonRow.id == DealRow.owner_id)
        .join(WorkspaceRow, WorkspaceRow.id == DealRow.workspace_id)
        .where(
            DealRow.status == Status.OPEN,
            DealRow.next_step_time.is_not(None),
            DealRow.next_step_due_on.between(first, last),
            PersonRow.slack_user_id.is_not(None),
            PersonRow.gone_on.is_(None),
            PersonRow.remind_before > 0,
        )
        .order_by(DealRow.next_step_due_on, DealRow.next_step_time, DealRow.id)
    )
    return [Coming(*row) for row in rows]  # type: ignore[arg-type] # both are there


def told(session: Session, found: Sequence[Coming]) -> set[tuple[int, int, date, time]]:
    """Which of these were told already: person, deal, day and time."""
    rows = session.execute(
        select(
            StepReminderRow.person_id,
            StepReminderRow.deal_id,
            StepReminderRow.due_on,
            StepReminderRow.due_time,
        ).where(StepReminderRow.deal_id.in_([one.deal_id for one in found]))
    )
    return {(person_id, deal_id, on, at) for person_id, deal_id, on, at in rows}


def add(session: Session, person_id: int, deal: Deal, now: datetime) -> int | None:
    """A reminder of a deal's step; None where this person was reminded of that moment before."""
    return scope.insert_once(
        session,
        StepReminderRow,
        {
            "person_id": person_id,
            "deal_id": deal.id,
            "step": deal.next_step or "",
            "due_on": deal.next_step_due_on,
            "due_time": deal.next_step_time,
            "due_at": deal.next_step_at,
            "told_at": now,
        },
        unique=("person_id", "deal_id", "due_at"),
    )


def get(session: Session, reminder_id: int) -> StepReminder:
    row = session.get_one(StepReminderRow, reminder_id)
    return StepReminder(
        id=row.id,
        person_id=row.person_id,
        deal_id=row.deal_id,
        step=row.step,
        due_on=row.due_on,
        at=row.due_time,
        due_at=row.due_at,
        told_at=row.told_at,
    )


def newest_about(session: Session, deal_id: int, since: datetime) -> int | None:
    """The newest reminder of a deal since a moment."""
    row = _NEWEST_ABOUT.run(session, deal_id=deal_id, since=since).first()
    return None if row is None else row.id
