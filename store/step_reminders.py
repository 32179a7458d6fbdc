"""Reminders of next steps before their time of day: what comes up, and who was told of what."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Date, Select, Time, bindparam, func, select, union_all
from sqlalchemy.orm import Session

from bot.domain.deal import Deal, Status
from store import prepared, scope
from store.schema import DealRow, PersonRow, StepReminderRow

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


_DEALS, _PEOPLE = prepared.table_of(DealRow), prepared.table_of(PersonRow)
_TZ = func.coalesce(_PEOPLE.c.own_tz, _PEOPLE.c.tz)
_REMINDED = (
    _PEOPLE.c.slack_user_id.is_not(None),
    _PEOPLE.c.gone_on.is_(None),
    _PEOPLE.c.remind_before > 0,
)
_ZONES = prepared.Prepared(
    select(_TZ.label("tz")).where(*prepared.here(_PEOPLE), *_REMINDED).distinct()
)


class Wall(NamedTuple):
    """A stretch of a day as clocks on the wall show it, both ends included."""

    on: date
    begins: time
    ends: time


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


def zones(session: Session) -> list[str]:
    """By whose clocks steps may be due: the zones of those in Slack who want a reminder."""
    return [row.tz for row in _ZONES.run(session)]


def coming(session: Session, walls: Collection[Wall]) -> list[Coming]:
    """The timed steps of open deals at these times of these days, whichever zone they are told in,
    of owners in Slack who want a reminder."""
    if not walls:
        return []
    facts = {
        f"{name}_{place}": value
        for place, wall in enumerate(walls)
        for name, value in zip(Wall._fields, wall, strict=True)
    }
    rows = _coming(len(walls)).run(session, **facts)
    found = {Coming._make(row) for row in rows}
    return sorted(found, key=lambda one: (one.due_on, one.at, one.deal_id))


@cache
def _coming(walls: int) -> prepared.Prepared:
    """A select each, so that each is answered by the index of timed steps alone."""
    return prepared.Prepared(union_all(*map(_at_wall, range(walls))))


def _at_wall(place: int) -> Select[Any]:
    between = (bindparam(f"begins_{place}", type_=Time), bindparam(f"ends_{place}", type_=Time))
    return (
        select(
            _DEALS.c.id,
            _PEOPLE.c.id,
            _DEALS.c.next_step_due_on,
            _DEALS.c.next_step_time,
            _TZ,
            _PEOPLE.c.remind_before,
            _DEALS.c.last_touch_at,
            _DEALS.c.held_until,
        )
        .join(_PEOPLE, _PEOPLE.c.id == _DEALS.c.owner_id)
        .where(
            *prepared.here(_DEALS, _PEOPLE),
            _DEALS.c.status == Status.OPEN,
            _DEALS.c.next_step_time.is_not(None),
            _DEALS.c.next_step_due_on == bindparam(f"on_{place}", type_=Date),
            _DEALS.c.next_step_time.between(*between),
            *_REMINDED,
        )
    )


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
