"""How measures went, how far they can be trusted, and what managers made of what they were told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.domain.people import Person


@dataclass(frozen=True, slots=True)
class Trust:
    """Open deals, and how many of them were touched lately, are past their closing date, or have
    no amount."""

    open_deals: int
    touched: int
    past: int
    without_amount: int


@dataclass(frozen=True, slots=True)
class Measures:
    """A week's measures in percent, None where there is too little to tell."""

    week: date
    hygiene: Decimal | None
    rhythm: Decimal | None
    next_step: Decimal | None
    fresh: Decimal | None


@dataclass(frozen=True, slots=True)
class Short:
    """A measure that a team has not reached, and what would bring it there: so many `more` deals
    with a next step, deals moved on, active days a week; or of its rules on a deal the one (`rule`)
    that is missing most, on so many."""

    team: str
    measure: str
    is_near: bool
    more: int
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Loop:
    """What one manager did with the digests that reached them: how many they pressed something in,
    how many words they gave to their people, and the median hours from a digest to the first word
    within the week after it."""

    manager: Person
    digests: int
    seen: int
    words: int
    hours: Decimal | None


@dataclass(frozen=True, slots=True)
class Notes:
    """What stands below the table of compliance. `has_met`: whether any measure was known at all,
    and reached."""

    trust: Trust
    loops: Sequence[Loop]
    shorts: Sequence[Short]
    weeks: Sequence[Measures]
    has_met: bool
