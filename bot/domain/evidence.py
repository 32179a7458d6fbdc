"""What goes with winning: habits of deals beside their fate, with honest intervals.

A habit is looked for in the same first three weeks of every deal, and its fate after them: over
a whole life, how long a deal lasts would decide whether it had the habit, and quick wins or slow
losses would look like an effect that is not there. Deals whose fate was known sooner are left out,
and so are those whose story is not known (an import brought them).

Wilson's interval: E. B. Wilson, JASA 22 (1927). The difference of two rates: R. G. Newcombe's
hybrid score method (10), Statistics in Medicine 17 (1998). The median with censoring: E. L. Kaplan
and P. Meier, JASA 53 (1958), its interval by the complementary log-log of Greenwood's variance.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from math import exp, log, sqrt

Z = 1.959963984540054
"""The 97.5th percentile of the normal distribution, for 95 % intervals."""

FEWEST_A_SIDE = 10
WINDOW = 21
"""Days from the one on which a deal was made, in which a habit is looked for."""

MOST_DAYS = 0.5
"""Of more than this part of these days: what "most" means."""

WEEKS = WINDOW // 7
"""In each of them there is an activity: what "weekly" means."""

DAY = timedelta(days=1)


class Habit(StrEnum):
    NEXT_STEP = "next_step"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many, with Wilson's 95 % interval; fractions."""

    won: int
    closed: int

    @property
    def value(self) -> float:
        return self.won / self.closed

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.won, self.closed)


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """The 95 % score interval of a rate; trials must be positive."""
    rate, square = successes / trials, Z * Z
    middle = (rate + square / (2 * trials)) / (1 + square / trials)
    half = Z * sqrt(rate * (1 - rate) / trials + square / (4 * trials * trials))
    half /= 1 + square / trials
    return max(0.0, middle - half), min(1.0, middle + half)


def difference(one: Rate, other: Rate) -> tuple[float, float, float]:
    """The first rate less the second, and its 95 % interval."""
    (low, high), (other_low, other_high) = one.interval, other.interval
    apart = one.value - other.value
    below = sqrt((one.value - low) ** 2 + (other_high - other.value) ** 2)
    above = sqrt((high - one.value) ** 2 + (other.value - other_low) ** 2)
    return apart, apart - below, apart + above


@dataclass(frozen=True, slots=True)
class Median:
    """Days until half of the deals are decided, None where fewer than half are; with its 95 %
    interval, open where the data do not reach."""

    days: int | None
    low: int | None
    high: int | None


HALF = 0.5 + 1e-12
"""A product of shares that is exactly one half comes out a little above it."""


def median_days(lives: Iterable[tuple[int, bool]]) -> Median:
    """The Kaplan-Meier median of (days, decided): deals that are still open are censored then."""
    known = sorted(lives)
    left, survival, variance = len(known), 1.0, 0.0
    days: int | None = None
    low: int | None = None
    high: int | None = None
    place = 0
    while place < len(known):
        day = known[place][0]
        same = [decided for at, decided in known[place:] if at == day]
        ended = sum(same)
        if ended:
            survival *= 1 - ended / left
            variance += ended / (left * (left - ended)) if left > ended else float("inf")
            if days is None and survival <= HALF:
                days = day
            lowest, highest = _band(survival, variance)
            if low is None and lowest <= HALF:
                low = day
            if high is None and highest <= HALF:
                high = day
        left -= len(same)
        place += len(same)
    return Median(days, low, high)


def _band(survival: float, variance: float) -> tuple[float, float]:
    """The 95 % band of the survival at one day, on the complementary log-log scale."""
    if not 0 < survival < 1 or variance == float("inf"):
        return survival, survival
    middle = log(-log(survival))
    half = Z * sqrt(variance) / abs(log(survival))
    return exp(-exp(middle + half)), exp(-exp(middle - half))


@dataclass(frozen=True, slots=True)
class Life:
    """A deal from the day it was made to its fate (None while it is open, then up to `until`).

    `steps` are the moments' days on which its next step's date changed, with the date from then
    on; `active_on` the days on which something happened; all on the owner's own calendar.
    """

    made_on: date
    fate_on: date | None
    won: bool
    until: date
    steps: Sequence[tuple[date, date | None]] = ()
    active_on: frozenset[date] = frozenset()
    deal_id: int = 0

    @property
    def last(self) -> date:
        """The last day on which a habit is looked for."""
        return self.made_on + DAY * (WINDOW - 1)

    @property
    def outlived_window(self) -> bool:
        """Whether its fate was still open when the window closed."""
        return self.length >= WINDOW

    @property
    def length(self) -> int:
        """Days from its making to its fate, or so far."""
        return ((self.fate_on or self.until) - self.made_on).days


def has(habit: Habit, life: Life) -> bool:
    """Whether a deal had a habit in its first weeks."""
    if habit is Habit.NEXT_STEP:
        return _days_with_a_step(life) > MOST_DAYS * WINDOW
    active = {
        (day - life.made_on).days // 7 for day in life.active_on if life.made_on <= day <= life.last
    }
    return len(active) == WEEKS


def _days_with_a_step(life: Life) -> int:
    """Days at whose end the next step had a date that was not over yet."""
    changes = sorted(life.steps, key=lambda one: one[0])
    bounds = [*changes, (life.last + DAY, None)]
    counted = 0
    for (begins, due), (ends, _) in pairwise(bounds):
        first, last = max(begins, life.made_on), min(ends - DAY, life.last)
        if due is not None:
            last = min(last, due)
            counted += max(0, (last - first).days + 1)
    return counted


@dataclass(frozen=True, slots=True)
class Beside:
    """Deals with a habit beside those without: rates of the closed ones, and days to a decision."""

    habit: Habit
    having: Rate
    lacking: Rate
    having_days: Median
    lacking_days: Median

    @property
    def difference(self) -> tuple[float, float, float]:
        return difference(self.having, self.lacking)


@dataclass(frozen=True, slots=True)
class TooFew:
    """There is too little to tell of a habit: closed deals with and without it."""

    habit: Habit
    having: int
    lacking: int


def sided(habit: Habit, lives: Iterable[Life]) -> dict[bool, list[Life]]:
    """The deals that can tell something of a habit, by whether they had it."""
    sides: dict[bool, list[Life]] = {True: [], False: []}
    for life in lives:
        if life.outlived_window:
            sides[has(habit, life)].append(life)
    return sides


def compare(habit: Habit, lives: Iterable[Life]) -> Beside | TooFew:
    """The deals with a habit beside those without; refused under ten closed ones on a side."""
    sides = sided(habit, lives)
    rates = {side: _rate(those) for side, those in sides.items()}
    if min(rate.closed for rate in rates.values()) < FEWEST_A_SIDE:
        return TooFew(habit, rates[True].closed, rates[False].closed)
    medians = {
        side: median_days((one.length, one.fate_on is not None) for one in those)
        for side, those in sides.items()
    }
    return Beside(habit, rates[True], rates[False], medians[True], medians[False])


def _rate(lives: Sequence[Life]) -> Rate:
    closed = [one for one in lives if one.fate_on is not None]
    return Rate(sum(one.won for one in closed), len(closed))


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in somebody's deals: `whose` is own, team, all, or somebody's by `name`."""

    whose: str
    told: tuple[Beside | TooFew, ...]
    name: str = ""
    key: str = ""
