"""Scorecards: a period's measures by weights that are declared in the playbook."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from dateutil.relativedelta import relativedelta

from bot.domain.adoption import FEWEST_DAYS
from bot.domain.deal import Money
from bot.domain.people import Person
from bot.domain.periods import Period
from bot.domain.reporting import NEAR, Adoption, Met

TENTH = Decimal("0.1")
FULL = Decimal(100)

FEWEST_WEEKS = 4
"""Week's ends with open deals, below which a standing says too little of a period."""


def last_quarter(today: date) -> Period:
    """The calendar quarter that ended last."""
    this = quarter_so_far(today).first
    return Period(this - relativedelta(months=3), this - relativedelta(days=1))


def quarter_so_far(today: date) -> Period:
    return Period(today.replace(month=3 * ((today.month - 1) // 3) + 1, day=1), today)


_LAST = re.compile(r"(?i)\blast\b|\bprevious\b|지난|이전|전\s*분기")


def asks_for_last_quarter(line: str) -> bool:
    return _LAST.search(line) is not None


@dataclass(frozen=True, slots=True)
class Score:
    """One measure of somebody's period: its weight in percent, the agreed target, what was reached
    in percent (None: too little to tell) and from how many days or week's ends that is known."""

    measure: str
    weight: int
    target: int
    value: Decimal | None
    known_from: int

    @property
    def points(self) -> Decimal | None:
        """How much of the target was reached, 0 to 100: more than the target counts no more."""
        if self.value is None:
            return None
        if not self.target:
            return FULL
        return min(FULL, FULL * self.value / self.target).quantize(TENTH, ROUND_HALF_UP)

    @property
    def status(self) -> Met:
        if self.value is None:
            return Met.TOO_LITTLE
        if self.value >= self.target:
            return Met.MET
        return Met.NEAR if self.value >= self.target * NEAR else Met.MISSED


@dataclass(frozen=True, slots=True)
class Card:
    """Somebody's scores over a period, under a version of the playbook. What was won and lost
    stands beside them without a weight: it is not theirs alone."""

    period: Period
    scores: tuple[Score, ...]
    working_days: int
    won: int
    lost: int
    won_amounts: tuple[Money, ...]
    playbook_version: int

    @property
    def total(self) -> Decimal | None:
        """The points by their weights; those of measures with too little to tell are shared out
        among the others. None where nothing can be told."""
        known = [(one.weight, one.points) for one in self.scores if one.points is not None]
        weights = sum(weight for weight, _ in known)
        if not weights:
            return None
        total = sum((weight * points for weight, points in known), Decimal(0))
        return (total / weights).quantize(TENTH, ROUND_HALF_UP)


def scores_of(
    weeks: Sequence[Adoption], weights: Mapping[str, int], targets: Mapping[str, int]
) -> tuple[Score, ...]:
    """A person's weeks as scores: rhythm is active days of all working days; hygiene and next
    steps are means over the week's ends at which there were open deals."""
    days = sum(one.working_days for one in weeks)
    hygiene = [one.hygiene for one in weeks if one.hygiene is not None]
    steps = [FULL * one.with_next_step / one.open_deals for one in weeks if one.open_deals]
    fresh = [
        FULL * (one.open_deals - one.stale) / one.open_deals for one in weeks if one.open_deals
    ]
    rhythm = FULL * sum(one.active_days for one in weeks) / days if days >= FEWEST_DAYS else None
    told = {
        "hygiene": (_mean(hygiene), len(hygiene)),
        "rhythm": (rhythm, days),
        "next_step": (_mean(steps), len(steps)),
        "fresh": (_mean(fresh), len(fresh)),
    }
    return tuple(
        Score(name, weight, targets[name], _rounded(told[name][0]), told[name][1])
        for name, weight in weights.items()
        if weight
    )


def _mean(values: Sequence[Decimal]) -> Decimal | None:
    return sum(values, Decimal(0)) / len(values) if len(values) >= FEWEST_WEEKS else None


def _rounded(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.quantize(TENTH, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Look:
    """Who looked at somebody's scorecard, and when."""

    by: str
    by_slack_id: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Shown:
    """A scorecard as its reader may see it; `looks` are shown to the person alone."""

    person: Person
    card: Card
    is_own: bool
    looks: tuple[Look, ...]
    today: date


@dataclass(frozen=True, slots=True)
class TeamScores:
    """A team's means over a period: nobody can be told apart."""

    reps: int
    period: Period
    lines: tuple[Score, ...]
