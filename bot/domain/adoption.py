"""How a team's week went: figures per rep, who needs a word first, and who has earned one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

MEANINGFUL = frozenset(
    {
        "activity.log",
        "deal.create",
        "deal.move",
        "deal.win",
        "deal.lose",
        "deal.reopen",
        "deal.next_step",
    }
)
"""Acts that make a day an active one; an edit does too where it changed something of substance."""

SUBSTANCE = frozenset({"amount", "currency", "closes_on", "next_step", "next_step_due_on"})
"""Fields of a deal whose change is more than tidying a name."""

ENOUGH_STALE = 2
"""Stale deals, being at least half of the open ones, that call for a word."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A rep's open deals at one moment; `with_next_step` have a dated one, not overdue."""

    open_deals: int
    stale: int
    with_next_step: int


@dataclass(frozen=True, slots=True)
class RepWeek:
    """One rep's week beside the week before it; what stood then is known from the last digest.

    `working_days` are the rep's own of that week: without holidays and days off. Of `rules` on the
    rep's open deals in all, `met` were met when it ended.
    """

    rep_id: int
    active_days: int
    active_days_before: int
    activities: int
    activities_before: int
    standing: Standing
    standing_before: Standing | None = None
    working_days: int = 5
    moved: int = 0
    won: int = 0
    rules: int = 0
    met: int = 0

    @property
    def needs_a_word(self) -> bool:
        """Nothing done in a week that had working days, with open deals, or half of the open deals
        gone stale. Whoever was away all week is left in peace for it."""
        now = self.standing
        idle = self.active_days == 0 and now.open_deals > 0 and self.working_days > 0
        return idle or (now.stale >= ENOUGH_STALE and 2 * now.stale >= now.open_deals)

    @property
    def has_improved(self) -> bool:
        """More active days than the week before, or fewer stale deals, by doing something."""
        if self.active_days == 0 or self.needs_a_word:
            return False
        before = self.standing_before
        fresher = before is not None and self.standing.stale < before.stale
        return self.active_days > self.active_days_before or fresher


@dataclass(frozen=True, slots=True)
class Digest:
    """A team's week, Monday to Sunday in the workspace's zone, as it stood when it ended; `targets`
    in percent, by measure, as the playbook has agreed them."""

    monday: date
    reps: tuple[RepWeek, ...]
    targets: Mapping[str, int] = field(default_factory=dict)

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def open_deals(self) -> int:
        return sum(rep.standing.open_deals for rep in self.reps)

    @property
    def stale(self) -> int:
        return sum(rep.standing.stale for rep in self.reps)


def monday_of(day: date) -> date:
    """The Monday that the day's week began with."""
    return day - timedelta(days=day.weekday())


def most_urgent_first(reps: Sequence[RepWeek]) -> tuple[RepWeek, ...]:
    """Who needs a word first, then those with more stale deals, then the less active."""
    return tuple(
        sorted(
            reps,
            key=lambda rep: (not rep.needs_a_word, -rep.standing.stale, rep.activities, rep.rep_id),
        )
    )
