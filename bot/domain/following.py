"""Which next steps to remind somebody of in the morning: those due, those overdue, ended holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.deal import Deal, OpenDeal
from bot.domain.nudging import Asked, Bundle, is_settling, may_ask
from bot.domain.people import Person
from bot.domain.preferences import Message
from bot.domain.signals import on_hold
from bot.domain.working_days import Calendar

AGAIN = (1, 2, 4, 8)
"""Working days after its date on which an overdue next step is told again; then every eighth."""

MOST_STEPS = 10
"""Next steps in one message, each with its buttons; the rest are a tap away."""

MOST_BESIDE, FEW_BESIDE = 6, 3
"""Next steps in the message that asks about quiet deals, too; and how many leave room for as many
questions as ever."""


class Kind(StrEnum):
    DUE = "due"
    OVERDUE = "overdue"
    HOLD_ENDED = "hold_ended"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A deal to tell of, and the day that its next step was due on or its hold ended."""

    deal: Deal
    kind: Kind
    on: date


@dataclass(frozen=True, slots=True)
class Reminders:
    """Those of one morning, the most urgent first; `more` are due beyond them."""

    shown: tuple[Reminder, ...]
    more: int


class Why(StrEnum):
    """Why there is nothing to remind somebody of."""

    MUTED = "muted"
    TOLD = "reminded-today"
    NOTHING = "nothing-due"


def reminders(
    deals: Iterable[Deal],
    asked: Mapping[int, Asked],
    owner: Person,
    today: date,
    most: int = MOST_STEPS,
) -> Reminders | Why:
    """What to tell an owner on the morning of a working day, given their open deals and the last
    question about each, `most` of it in full. A deal on hold is not told of before its date, nor
    one that waits for the answer to a question."""
    if not owner.wants(Message.FOLLOWUPS):
        return Why.MUTED
    found = [
        reminder
        for deal in deals
        if (reminder := _reminder(deal, asked.get(deal.id), owner, today)) is not None
    ]
    if not found:
        return Why.NOTHING
    order = list(Kind)
    found.sort(key=lambda one: (order.index(one.kind), one.on, _clock(one.deal), one.deal.id))
    return Reminders(tuple(found[:most]), max(0, len(found) - most))


def beside(
    deals: Iterable[Deal],
    asked: Mapping[int, Asked],
    bundle: Bundle,
    owner: Person,
    today: date,
) -> Reminders | None:
    """What to tell in the same message as this morning's questions; None for nothing."""
    questions = {one.deal.id: Asked(one.times, today, answered=False) for one in bundle.questions}
    told = reminders(deals, {**asked, **questions}, owner, today, MOST_BESIDE)
    return told if isinstance(told, Reminders) else None


def came_late(deal: Deal, brought_at: datetime | None, owner: Person, today: date) -> bool:
    """Whether a next step was overdue already when an import brought its deal, a short while ago,
    and nobody has touched it since: dozens of them are told as one."""
    due = deal.next_step_due_on
    if due is None or brought_at is None or not is_settling(deal, brought_at, owner, today):
        return False
    return due < brought_at.astimezone(owner.zone).date() and not on_hold(deal, today)


def is_reminded(deal: Deal | OpenDeal, asked: Asked | None, owner: Person, today: date) -> bool:
    """Whether this morning's reminders tell of a deal, which is then not asked about as well. One
    whose step is overdue is asked about instead: questions go first, and keep the reminder back."""
    told = _told(deal, asked, owner, today) if owner.wants(Message.FOLLOWUPS) else None
    return told is not None and told[0] is not Kind.OVERDUE


def _clock(deal: Deal) -> time:
    """Steps with a time of day go in its order before those without."""
    return deal.next_step_time or time.max


def _reminder(deal: Deal, asked: Asked | None, owner: Person, today: date) -> Reminder | None:
    told = _told(deal, asked, owner, today)
    return None if told is None else Reminder(deal, *told)


def _told(
    deal: Deal | OpenDeal, asked: Asked | None, owner: Person, today: date
) -> tuple[Kind, date] | None:
    due = deal.next_step_due_on
    if not deal.is_open or on_hold(deal, today):
        return None
    if due is not None and owner.calendar.falls_on(due, today):
        return Kind.DUE, due
    if deal.held_until is not None and owner.calendar.falls_on(deal.held_until, today):
        return Kind.HOLD_ENDED, deal.held_until
    if due is None or due >= today or not owner.works_on(today):
        return None
    late = _working_days_late(due, owner, today)
    again = late in AGAIN or late % AGAIN[-1] == 0
    waits = asked is not None and not asked.answered and not may_ask(asked, owner, today)
    return (Kind.OVERDUE, due) if again and not waits else None


def _working_days_late(due: date, owner: Person, today: date) -> int:
    """Counted from the day on which it was told to be due: a step due on a Saturday is one working
    day late on Tuesday."""
    told_on = owner.calendar.first_from(due) or due
    return owner.calendar.days_since(told_on, today)


class PutOff(StrEnum):
    LATER = "later"
    TOMORROW = "tomorrow"
    NEXT_WEEK = "next_week"


def put_off_to(to: PutOff, calendar: Calendar, today: date) -> date:
    """The next working day, or the first one of next week."""
    days = 1 if to is PutOff.TOMORROW else 8 - today.isoweekday()
    day = today + timedelta(days=days)
    return calendar.first_from(day) or day
