"""Goals: what a person, a team or everybody is to win in a month or quarter, and how far it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum

from bot.domain.deal import Money
from bot.domain.people import Actor, Role
from bot.domain.periods import Period, Unit, key_of, parse_key
from bot.domain.refusal import Refusal
from bot.domain.reporting import FEWEST_CLOSED

MARKS = (50, 90, 100)
"""Percent of a goal that are told of when they are reached, once each."""

TIMES = Decimal("0.1")


class Whose(StrEnum):
    """Whom a goal is for."""

    REP = "rep"
    TEAM = "team"
    WORKSPACE = "workspace"


@dataclass(frozen=True, slots=True)
class Goal:
    """`person_id` is a rep's, `team` a team's name; `period` is a month or a quarter by its key."""

    id: int
    whose: Whose
    person_id: int | None
    team: str
    period: str
    money: Money


@dataclass(frozen=True, slots=True)
class Outlook:
    """How a month or a quarter stands for somebody: `closed` was won in it; of the open deals that
    are expected to close in it there is `by_category` and, by the probability of each one's stage,
    `weighted`; all in one currency. `others` was won in other currencies and is not counted.
    `won` and `lost` are the deals that were closed within the year that ended today."""

    whose: Whose
    name: str
    period: str
    goal: Goal | None
    closed: Money
    by_category: Mapping[str, Decimal]
    weighted: Decimal
    won: int
    lost: int
    others: tuple[Money, ...] = ()

    @property
    def open(self) -> Decimal:
        return sum(self.by_category.values(), Decimal(0))

    @property
    def gap(self) -> Decimal | None:
        """What is still missing; None without a goal."""
        return (
            None
            if self.goal is None
            else max(Decimal(0), self.goal.money.value - self.closed.value)
        )

    @property
    def share(self) -> Decimal | None:
        """How much of the goal was won, a fraction."""
        return None if self.goal is None else self.closed.value / self.goal.money.value

    @property
    def missing(self) -> int:
        """Closed deals that are missing before a win rate says anything."""
        return max(0, FEWEST_CLOSED - self.won - self.lost)

    @property
    def needed(self) -> Decimal | None:
        """The pipeline that is needed for every one of what is missing: 1 ÷ own win rate. None
        where too few deals were closed, or none won."""
        if self.missing or not self.won:
            return None
        return (Decimal(self.won + self.lost) / self.won).quantize(TIMES, ROUND_HALF_EVEN)

    @property
    def actual(self) -> Decimal | None:
        """The pipeline that is there for every one of what is missing; None where nothing is."""
        return (self.open / self.gap).quantize(TIMES, ROUND_HALF_EVEN) if self.gap else None


def mark_passed(goal: Money, before: Decimal, after: Decimal) -> int | None:
    """The highest mark that was not reached before and is now."""
    passed = [mark for mark in MARKS if before * 100 < goal.value * mark <= after * 100]
    return max(passed, default=None)


def periods_of(day: date) -> tuple[str, str]:
    """The month and the quarter that a day lies in."""
    return key_of(day, Unit.MONTH), key_of(day, Unit.QUARTER)


def span_of(period: str) -> Period:
    """The days of a goal's period. Raises Refusal for what is neither a month nor a quarter."""
    found = parse_key(period, Unit.MONTH) or parse_key(period, Unit.QUARTER)
    if found is None:
        raise Refusal("goal-period", field="period")
    return found


def may_set(actor: Actor) -> bool:
    return actor.role in (Role.LEADER, Role.ADMIN)


def require_setting(actor: Actor) -> None:
    """Goals are set by leaders and admins."""
    if not may_set(actor):
        raise Refusal("rights-goals")


@dataclass(frozen=True, slots=True)
class Example:
    """Somebody and a team that are there, for a typed goal to be shown by."""

    person: str = ""
    team: str = ""
