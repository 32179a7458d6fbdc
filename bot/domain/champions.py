"""Whose way of working is worth showing: who is asked, by declared thresholds, and what is shown
of those who agreed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from bot.domain.deal import Deal
from bot.domain.people import Person
from bot.domain.reporting import FEWEST_CLOSED

RESULT_MONTHS = 6
"""Results are told of so many months, this one among them."""

BEST_PART = 4
"""Of the reps with enough closed deals the best one in so many, by win rate, are top performers."""

FEWEST_RANKED = 3
"""Of fewer reps with enough closed deals nobody is the best of anything."""

WEEKS = 12
HABIT_WEEKS = 9
HABIT_DAYS = 3
"""A habit is something done on so many days, in so many of the last weeks."""

ASKED_AGAIN_AFTER = timedelta(days=92)
"""Nobody is asked twice within a quarter, wherever it begins."""

WITHIN_AN_HOUR = timedelta(hours=1)

FEWEST_CALLS = 5
"""Of fewer calls and meetings nothing is said."""

FEWEST_OTHERS = 4
"""The sum of fewer others would give single people away."""


@dataclass(frozen=True, slots=True)
class Doing:
    """A rep's results and weeks: closed deals, those won, and the days of each week with an act."""

    rep_id: int
    won: int
    closed: int
    active_days: tuple[int, ...]

    @property
    def is_ranked(self) -> bool:
        return self.closed >= FEWEST_CLOSED

    @property
    def win_rate(self) -> Decimal:
        return Decimal(self.won) / self.closed

    @property
    def has_habit(self) -> bool:
        return sum(days >= HABIT_DAYS for days in self.active_days) >= HABIT_WEEKS


def top(reps: Sequence[Doing]) -> frozenset[int]:
    """Who is among the best by win rate and has the habit; a tie takes all in."""
    ranked = sorted((one for one in reps if one.is_ranked), key=lambda one: -one.win_rate)
    if len(ranked) < FEWEST_RANKED:
        return frozenset()
    least = ranked[-(-len(ranked) // BEST_PART) - 1].win_rate
    return frozenset(one.rep_id for one in ranked if one.win_rate >= least and one.has_habit)


@dataclass(frozen=True, slots=True)
class Habits:
    """How a champion works: days with an act per week, the median minutes until something was
    logged, and of the `calls` (meetings and demos too) those with a next step `within_an_hour`."""

    active_days: Decimal
    delay_minutes: int | None
    calls: int
    within_an_hour: int

    @property
    def follows_up(self) -> bool:
        """Whether that is a habit: of enough calls, after half of them at least."""
        return self.calls >= FEWEST_CALLS and 2 * self.within_an_hour >= self.calls


@dataclass(frozen=True, slots=True)
class Champion:
    person: Person
    habits: Habits


@dataclass(frozen=True, slots=True)
class WeekShare:
    """A week (its Monday), and of the champions and the others those active on enough days."""

    week: date
    champions: int
    champions_active: int
    others: int
    others_active: int


@dataclass(frozen=True, slots=True)
class ChampionsPage:
    """The champions as their reader sees them. `is_one`: whether the reader is; `is_asked`: whether
    a question still waits for the reader; `weeks` are for leaders alone, others empty."""

    champions: tuple[Champion, ...]
    reader_id: int
    is_one: bool
    is_asked: bool
    weeks: tuple[WeekShare, ...] = ()


@dataclass(frozen=True, slots=True)
class Advising:
    """What the form needs that asks a champion: whom one may ask, and about which deals."""

    champions: tuple[Champion, ...]
    deals: tuple[Deal, ...]
    chosen_id: int | None = None


def shares(
    weeks: Sequence[date],
    rep_ids: Sequence[int],
    champion_ids: frozenset[int],
    active_days: Mapping[int, Mapping[date, int]],
) -> tuple[WeekShare, ...]:
    """How many of the champions and of the others were active on enough days, week by week."""
    ours = [one for one in rep_ids if one in champion_ids]
    others = [one for one in rep_ids if one not in champion_ids]

    def active(ids: Sequence[int], week: date) -> int:
        return sum(active_days.get(one, {}).get(week, 0) >= HABIT_DAYS for one in ids)

    return tuple(
        WeekShare(week, len(ours), active(ours, week), len(others), active(others, week))
        for week in weeks
    )
