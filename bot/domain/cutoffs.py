"""The moments behind which a deal is silent or stuck, so that a database can count stale ones."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain.people import Person
from bot.domain.stages import Stage
from bot.domain.working_days import LOOK_AHEAD

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Cutoff:
    """A deal of the stage last touched before `touched` is silent (None: none can be), one that
    entered it before `entered` is stuck: what bot.domain.signals says, told as moments."""

    stage_key: str
    touched: datetime | None
    entered: datetime


def cutoffs(stages: tuple[Stage, ...], owner: Person, today: date) -> tuple[Cutoff, ...]:
    """For each stage on an owner's own day; they hold for all who share zone and calendar."""

    def midnight(day: date) -> datetime:
        return datetime.combine(day, time(), owner.zone)

    silent = {days: _silent_until(owner, today, days) for days in {s.silent_after for s in stages}}
    told = []
    for stage in stages:
        last = silent[stage.silent_after]
        touched = None if last is None else midnight(last + _DAY)
        entered = midnight(today - timedelta(days=3 * stage.expected_days // 2))
        told.append(Cutoff(stage.key, touched, entered))
    return tuple(told)


def _silent_until(owner: Person, today: date, silent_after: int) -> date | None:
    """The newest day such that more working days than that have passed since; None for somebody
    who has not worked as many for a year."""
    worked = 0
    for back in range(LOOK_AHEAD + 2 * silent_after):
        worked += owner.works_on(today - back * _DAY)
        if worked > silent_after:
            return today - (back + 1) * _DAY
    return None
