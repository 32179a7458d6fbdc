"""How a team's week went: figures per rep, who needs a word first, and who has earned one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

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
    moved_before: int = 0
    won_before: int = 0
    rules_before: int = 0
    met_before: int = 0

    @property
    def is_idle(self) -> bool:
        """Nothing done at all in a week that had working days."""
        return self.active_days == 0 and self.working_days > 0

    @property
    def needs_a_word(self) -> bool:
        """Nothing done in a week that had working days, with open deals, or half of the open deals
        gone stale. Whoever was away all week is left in peace for it."""
        now = self.standing
        idle = self.is_idle and now.open_deals > 0
        return idle or (now.stale >= ENOUGH_STALE and 2 * now.stale >= now.open_deals)

    @property
    def has_improved(self) -> bool:
        """More active days than the week before, or fewer stale deals, by doing something; and of
        all that the digest compares, no more fell than rose."""
        if self.active_days == 0 or self.needs_a_word:
            return False
        changes = [now - before for now, before in self._compared()]
        rose, fell = sum(one > 0 for one in changes), sum(one < 0 for one in changes)
        return (self.is_more_active or self.is_fresher) and rose >= fell

    def _compared(self) -> Iterator[tuple[Fraction, Fraction]]:
        """What was reached in each of the two weeks, more being better, where both are known."""
        yield Fraction(self.active_days), Fraction(self.active_days_before)
        yield Fraction(self.activities), Fraction(self.activities_before)
        yield Fraction(self.moved), Fraction(self.moved_before)
        yield Fraction(self.won), Fraction(self.won_before)
        if self.rules and self.rules_before:
            yield Fraction(self.met, self.rules), Fraction(self.met_before, self.rules_before)
        now, before = self.standing, self.standing_before
        if before is None:
            return
        yield Fraction(-now.stale), Fraction(-before.stale)
        if now.open_deals and before.open_deals:
            yield (
                Fraction(now.with_next_step, now.open_deals),
                Fraction(before.with_next_step, before.open_deals),
            )

    @property
    def is_more_active(self) -> bool:
        return self.active_days > self.active_days_before

    @property
    def is_fresher(self) -> bool:
        """Fewer stale deals than the week before, where that is known."""
        before = self.standing_before
        return before is not None and self.standing.stale < before.stale


class Each(StrEnum):
    """Whose week a line of a digest is: a rep's; or, one level up, a whole team's, told under its
    manager's id."""

    REP = "rep"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Digest:
    """A team's week, Monday to Sunday in the workspace's zone, as it stood when it ended; `targets`
    in percent, by measure, as the playbook has agreed them."""

    monday: date
    reps: tuple[RepWeek, ...]
    targets: Mapping[str, int] = field(default_factory=dict)
    each: Each = Each.REP

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def open_deals(self) -> int:
        return sum(rep.standing.open_deals for rep in self.reps)

    @property
    def stale(self) -> int:
        return sum(rep.standing.stale for rep in self.reps)

    @property
    def stale_before(self) -> int | None:
        """None where it is not known of everybody."""
        before = [rep.standing_before for rep in self.reps]
        return None if None in before else sum(one.stale for one in before if one is not None)

    def reached(self) -> dict[str, Decimal | None]:
        """The team's measures in percent, None where there is too little to tell; hygiene is the
        mean of those who have open deals."""
        scores = [100 * Decimal(rep.met) / rep.rules for rep in self.reps if rep.rules]
        days = sum(rep.working_days for rep in self.reps)
        with_step = sum(rep.standing.with_next_step for rep in self.reps)
        return {
            "hygiene": sum(scores, Decimal(0)) / len(scores) if scores else None,
            "rhythm": share(sum(rep.active_days for rep in self.reps), days, FEWEST_DAYS),
            "next_step": share(with_step, self.open_deals, 1),
            "fresh": share(self.open_deals - self.stale, self.open_deals, 1),
        }


FEWEST_DAYS = 5
"""Under so many working days a rhythm says nothing."""


def share(part: int, whole: int, fewest: int) -> Decimal | None:
    """In percent."""
    return 100 * Decimal(part) / whole if whole >= fewest else None


SCALE = 10_000


def summed(team_id: int, reps: Sequence[RepWeek]) -> RepWeek:
    """A team's week in one line. So that its hygiene is the mean of its reps' and not their deals',
    each rep's share of rules met counts alike."""
    with_rules = [rep for rep in reps if rep.rules]
    before = [rep for rep in reps if rep.rules_before]
    stood = [rep.standing_before for rep in reps]
    return RepWeek(
        rep_id=team_id,
        active_days=sum(rep.active_days for rep in reps),
        active_days_before=sum(rep.active_days_before for rep in reps),
        activities=sum(rep.activities for rep in reps),
        activities_before=sum(rep.activities_before for rep in reps),
        standing=_together([rep.standing for rep in reps]),
        standing_before=None
        if None in stood
        else _together([one for one in stood if one is not None]),
        working_days=sum(rep.working_days for rep in reps),
        moved=sum(rep.moved for rep in reps),
        won=sum(rep.won for rep in reps),
        rules=SCALE * len(with_rules),
        met=sum(round(SCALE * rep.met / rep.rules) for rep in with_rules),
        moved_before=sum(rep.moved_before for rep in reps),
        won_before=sum(rep.won_before for rep in reps),
        rules_before=SCALE * len(before),
        met_before=sum(round(SCALE * rep.met_before / rep.rules_before) for rep in before),
    )


def _together(stood: Sequence[Standing]) -> Standing:
    return Standing(
        sum(one.open_deals for one in stood),
        sum(one.stale for one in stood),
        sum(one.with_next_step for one in stood),
    )


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
