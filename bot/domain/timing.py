"""Times of day of next steps: typed and shown by one's own clock, kept by the owner's."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.deal import Deal

LEADS = (15, 30, 60)
"""Minutes before its time at which one can be reminded of a step; 0 is not at all."""

LATEST = timedelta(minutes=15)
"""How long after its time a reminder is still worth sending, saying the time that it was for."""

LATER = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class When:
    """A day, and perhaps a time of day of it, by somebody's clock."""

    on: date | None
    at: time | None = None


def moment(on: date, at: time, zone: ZoneInfo) -> datetime:
    """In UTC. A time that a change of clocks leaves out is the one an hour later, one that comes
    twice its first."""
    return datetime.combine(on, at, zone).astimezone(UTC)


def by_clock(at: datetime, zone: ZoneInfo) -> When:
    local = at.astimezone(zone)
    return When(local.date(), local.time().replace(second=0, microsecond=0))


def settled(typed: When, now: datetime, typed_in: ZoneInfo, kept_in: ZoneInfo) -> When:
    """What is kept of what was typed: a time alone is today's if it is still ahead, else
    tomorrow's; a day alone stays as it is, whoever's clock it is by."""
    if typed.at is None:
        return typed
    local = now.astimezone(typed_in)
    on = typed.on
    if on is None:
        ahead = moment(local.date(), typed.at, typed_in) > now
        on = local.date() if ahead else local.date() + timedelta(days=1)
    if typed_in == kept_in:
        return When(on, typed.at)
    return by_clock(moment(on, typed.at, typed_in), kept_in)


def shown(deal: Deal, zone: ZoneInfo) -> When:
    """When a deal's next step is due, by a reader's clock."""
    at = deal.next_step_at
    return When(deal.next_step_due_on) if at is None else by_clock(at, zone)


def is_other_clock(at: datetime, zone: ZoneInfo, other: ZoneInfo) -> bool:
    """Whether two zones' clocks show different times at a moment."""
    return at.astimezone(zone).utcoffset() != at.astimezone(other).utcoffset()


def remind_at(due_at: datetime, before: timedelta, touched_at: datetime) -> datetime:
    """When to remind of a step. Whoever has had the deal in hand since then knows of it: they are
    reminded at the time itself."""
    at = due_at - before
    return due_at if touched_at > at else at


def an_hour_later(deal: Deal, now: datetime, zone: ZoneInfo) -> When:
    """An hour after its time, or from now where that has gone by, in whole five minutes."""
    due = deal.next_step_at
    later = max(due or now, now) + LATER
    over = timedelta(minutes=later.minute % 5, seconds=later.second, microseconds=later.microsecond)
    return by_clock(later - over + timedelta(minutes=5) if over else later, zone)
