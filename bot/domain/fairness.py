"""What may be told of a team to its own: means of four people or more that give nobody away."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

FEWEST = 4
"""A smaller team's means would give single people away."""


@dataclass(frozen=True, slots=True)
class Steps:
    """How a mean is told: in `step`s, and no nearer to either end than `low` and `high`, since a
    mean of nothing or of all there is would tell of everybody. No end, no bound there."""

    step: Decimal
    low: Decimal
    high: Decimal | None = None

    def coarse(self, mean: Decimal) -> Decimal:
        whole = (mean / self.step).quantize(Decimal(1), ROUND_HALF_UP) * self.step
        return max(self.low, whole if self.high is None else min(self.high, whole))

    def bound(self, told: Decimal) -> str:
        """Whether what is told is a bound: "most" (or less), "least" (or more), else "about"."""
        if told <= self.low:
            return "most"
        return "least" if self.high is not None and told >= self.high else "about"


SHARE = Steps(Decimal(5), Decimal(10), Decimal(90))
"""Percent and scores."""

DAYS = Steps(Decimal("0.5"), Decimal("0.5"), Decimal("4.5"))
"""Active days of a week."""

COUNT = Steps(Decimal(1), Decimal(1))


def at_least(number: int, people: int) -> int | None:
    """A sum over some people as their channel may read it: None where it is less than one a head,
    since a small one would tell that nobody, or who alone, did anything."""
    return number if number >= people else None


def counted(teams: Sequence[frozenset[int]]) -> frozenset[int]:
    """Over whom a period's means are taken: the first team of it that was large enough. Who comes
    later counts from the next period on, who leaves until the end of this one: so two means of one
    period are of the same people, and no difference between them is one person's."""
    return next((team for team in teams if len(team) >= FEWEST), frozenset())
