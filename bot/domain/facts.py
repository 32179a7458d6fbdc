"""Raw figures of a person's day and week; shares, scores and bands are computed on reading."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

MADE = {
    "deal.create": "created",
    "deal.move": "moved",
    "deal.reopen": "moved",
    "deal.win": "won",
    "deal.lose": "lost",
    "deal.next_step": "steps",
    "deal.edit": "edits",
}
"""Which figure an act counts for; a logged activity has figures of its own."""


class Day(NamedTuple):
    """A person's own day within one week of the workspace, named by its Monday."""

    person_id: int
    week: date
    day: date


@dataclass(slots=True)
class DayFacts:
    """What somebody did on a day. `delays` are whole minutes from happening to logging, in order;
    `touched` the ids of the deals that something was done about."""

    acts: int = 0
    activities: int = 0
    made: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    delays: list[int] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """How a rep's open deals stood at the end of a week, and what came of that week's questions."""

    working_days: int = 0
    open_deals: int = 0
    with_next_step: int = 0
    stale: int = 0
    complete: int = 0
    rules: int = 0
    met: int = 0
    asked: int = 0
    answered: int = 0
    acted: int = 0


@dataclass(frozen=True, slots=True)
class Deeds:
    """Days with at least one meaningful act, and what happened in a week."""

    active_days: int
    activities: int
    moved: int = 0
    won: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that was kept beside the one that the log tells now."""

    what: str
    kept: Mapping[str, object] | None
    told: Mapping[str, object] | None
