"""The timetable: which jobs there are, how often the clock is looked at, who is served when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.domain.people import Person
from schedules import (
    digest_teams,
    escalate_silence,
    invite_champions,
    nudge_stale,
    remind_steps,
    tell_compliance,
)
from schedules.job import Job

EVERY = timedelta(minutes=5)
"""How often the clock is looked at."""

TIMETABLE = (
    nudge_stale.JOB,
    remind_steps.JOB,
    escalate_silence.JOB,
    digest_teams.JOB,
    tell_compliance.JOB,
    invite_champions.JOB,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A person whose turn it is: `begins` tells this turn from the next day's."""

    person: Person
    begins: datetime


def job(name: str) -> Job | None:
    return next((one for one in TIMETABLE if one.name == name), None)


def due(one: Job, people: Iterable[Person], moment: datetime) -> list[Turn]:
    """Whose hours it is."""
    spans = ((person, one.span(person, moment)) for person in people)
    return [Turn(person, span.begins) for person, span in spans if span is not None]


def next_begin(one: Job, people: Iterable[Person], moment: datetime) -> datetime | None:
    """When the job has somebody to serve next who has nobody's turn now."""
    begins = (one.next_begin(person, moment) for person in people)
    return min((begin for begin in begins if begin is not None), default=None)


def floored(moment: datetime) -> datetime:
    """The look at the clock that a moment belongs to, in UTC."""
    in_utc = moment.astimezone(UTC)
    into = timedelta(minutes=in_utc.minute % 5, seconds=in_utc.second)
    return in_utc - into - timedelta(microseconds=in_utc.microsecond)
