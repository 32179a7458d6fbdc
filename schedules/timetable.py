"""The timetable: which jobs there are, and when they are due where people live."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.usecases import digests, nudges

EVERY = timedelta(minutes=5)
"""How often the clock is looked at."""


@dataclass(frozen=True, slots=True)
class Job:
    """One thing done by itself. It decides for everyone whose moment it is, and does nothing
    twice; `days` are the ISO weekdays on which it can have something to do."""

    name: str
    decide: Callable[[Session, datetime], list[Any]]
    days: frozenset[int]


TIMETABLE = (
    Job("nudges", nudges.nudge_everyone, frozenset({1, 2, 3, 4, 5, 6, 7})),
    Job("digest", digests.digest_everyone, frozenset({1})),
)

LATER = ("followups", "escalations", "compliance")
"""Jobs that the contract names and that are still to be built."""


def job(name: str) -> Job | None:
    return next((one for one in TIMETABLE if one.name == name), None)


def floored(moment: datetime) -> datetime:
    """The tick that a moment belongs to, in UTC."""
    in_utc = moment.astimezone(UTC)
    into = timedelta(minutes=in_utc.minute % 5, seconds=in_utc.second)
    return in_utc - into - timedelta(microseconds=in_utc.microsecond)
