"""The lines of reports, each figure as the contract defines it (section 4)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum
from hashlib import blake2s
from typing import Any

from bot.domain.adoption import FEWEST_DAYS, share
from bot.domain.people import Person, Role
from bot.domain.periods import Period, Unit

NOBODY = "none"
"""The key of deals without an owner, manager, team or reason."""

FEWEST_CLOSED = 10
"""Under so many closed deals a win rate is no percentage."""


class Grouping(StrEnum):
    """What a report is told by."""

    MONTH = "month"
    WEEK = "week"
    QUARTER = "quarter"
    REP = "rep"
    MANAGER = "manager"
    TEAM = "team"
    STAGE = "stage"
    REASON = "reason"
    CATEGORY = "category"
    FIELD = "field"
    KIND = "kind"


def unit_of(by: Grouping) -> Unit | None:
    """The calendar unit that a report is told by, where it is by time."""
    return Unit(by.value) if by.value in set(Unit) else None


@dataclass(frozen=True, slots=True)
class Question:
    """A report as somebody asked for it, told by a custom `field` where it is by one."""

    name: str
    period: Period
    by: Grouping
    field: str = ""


SHORT = "~"
"""Begins the short name of a line, where its own is too long, or people's words."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of a report. `key` is its name, or a short one; `stage` is for lines of a funnel
    that is told by something else, `week` (a Monday) for those of somebody's week; an empty
    currency means all of them. Where a line counts several things, `part` says which of them."""

    question: Question
    key: str
    currency: str = ""
    stage: str = ""
    week: str = ""
    part: str = ""

    @property
    def is_short(self) -> bool:
        return self.key.startswith(SHORT)

    def is_called(self, key: str) -> bool:
        return self.key == short(key)


FIRST = {"hygiene": "missing", "next_step": "no_step", "fresh": "stale", "rhythm": "active"}
"""What to look at first behind a measure of compliance: the deals that keep it down."""


def figure_of(asked: Question, held: Mapping[str, Any]) -> Figure:
    """The figure of a line, by what its columns hold."""
    if asked.name == "adoption":
        return Figure(asked, str(held["rep"]), week=str(held["week"]))
    if asked.name == "compliance" and "team" in held:
        return Figure(asked, str(held["team"]), part=FIRST[str(held["measure"])])
    return Figure(
        asked, str(held["key"]), str(held.get("currency", "")), str(held.get("stage", ""))
    )


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things that a line counts, and on how many deals; `counted` where it counts
    something else than deals: activities, questions."""

    name: str
    deals: int
    counted: int | None = None


def short(key: str) -> str:
    """A line's name that is short enough for a button, and none of people's words."""
    return f"{SHORT}{blake2s(key.encode(), digest_size=6).hexdigest()}"


@dataclass(frozen=True, slots=True)
class Opportunities:
    """New deals of one key, and what they are worth, in one currency."""

    key: str
    new: int
    amount: Decimal
    currency: str


@dataclass(slots=True)
class Pipeline:
    """Open deals of one key in one currency; `weighted` by the probability that held when each
    entered its stage."""

    key: str
    currency: str
    deals: int = 0
    amount: Decimal = Decimal(0)
    weighted: Decimal = Decimal(0)


@dataclass(slots=True)
class Wins:
    """Deals closed under one key, in one currency, by the day they closed."""

    key: str
    currency: str
    won: int = 0
    lost: int = 0
    won_amount: Decimal = Decimal(0)
    cycle_days: int = 0

    @property
    def win_rate(self) -> Decimal | None:
        """Won ÷ (won + lost), a fraction; None under 10 closed."""
        closed = self.won + self.lost
        return Decimal(self.won) / closed if closed >= FEWEST_CLOSED else None

    @property
    def avg_cycle_days(self) -> Decimal | None:
        """Mean calendar days from creation to close of the won ones (`cycle_days` in all)."""
        return Decimal(self.cycle_days) / self.won if self.won else None


@dataclass(frozen=True, slots=True)
class Productivity:
    """Won amount and the reps who were there to win it; `per_rep` is None where none was."""

    key: str
    won_amount: Decimal
    currency: str
    active_reps: int

    @property
    def per_rep(self) -> Decimal | None:
        if not self.active_reps:
            return None
        share = self.won_amount / self.active_reps
        return share.quantize(Decimal("0.01"), ROUND_HALF_EVEN)


@dataclass(frozen=True, slots=True)
class Attention:
    """An open deal that says something: which signals, since which day, for how many days."""

    deal: str
    owner: str
    stage: str
    signals: tuple[str, ...]
    since: date
    days: int
    deal_id: int = 0


@dataclass(frozen=True, slots=True)
class Adoption:
    """One rep's week: what they did in it, and how their open deals stood at its end.

    `hygiene` is 0 to 100, None without open deals (PRODUCT's definition: the mean over the open
    deals of the share of rules met).
    """

    rep: str
    manager: str
    week: date
    working_days: int
    active_days: int
    activities: int
    open_deals: int
    with_next_step: int
    stale: int
    hygiene: Decimal | None


@dataclass(frozen=True, slots=True)
class Mine:
    """One's own week beside the week before, and what one has won in six months; `week` is None
    for someone who is no rep, and for one who was here on none of its working days yet."""

    week: Adoption | None
    before: Adoption | None
    wins: tuple[Wins, ...]
    is_rep: bool = True


@dataclass(frozen=True, slots=True)
class Averages:
    """A team's week per head, for those who may not see each other's."""

    reps: int
    active_days: Decimal
    activities: Decimal
    stale: Decimal
    hygiene: Decimal | None


class Met(StrEnum):
    """How a measure stands against its target."""

    MET = "met"
    NEAR = "near"
    MISSED = "missed"
    TOO_LITTLE = "too_little_data"


NEAR = Decimal("0.8")
"""From this part of its target on, a measure is near it."""


@dataclass(frozen=True, slots=True)
class Compliance:
    """One measure of one team against the target that the playbook has agreed; in percent,
    `value` None where there is too little to tell."""

    team: str
    measure: str
    value: Decimal | None
    target: int

    @property
    def status(self) -> Met:
        if self.value is None:
            return Met.TOO_LITTLE
        if self.value >= self.target:
            return Met.MET
        return Met.NEAR if self.value >= self.target * NEAR else Met.MISSED


def measures(weeks: Sequence[Adoption]) -> dict[str, Decimal | None]:
    """A team's measures over some weeks: rhythm over all of them, the rest as the last one ended.

    Hygiene is the mean of the reps who have open deals; shares are of the team's open deals.
    """
    last = max((one.week for one in weeks), default=None)
    standing = [one for one in weeks if one.week == last]
    open_deals = sum(one.open_deals for one in standing)
    scores = [one.hygiene for one in standing if one.hygiene is not None]
    days = sum(one.working_days for one in weeks)
    return {
        "hygiene": sum(scores, Decimal(0)) / len(scores) if scores else None,
        "rhythm": share(sum(one.active_days for one in weeks), days, FEWEST_DAYS),
        "next_step": share(sum(one.with_next_step for one in standing), open_deals, 1),
        "fresh": share(open_deals - sum(one.stale for one in standing), open_deals, 1),
    }


@dataclass(frozen=True, slots=True)
class Lines:
    """A report's columns and its rows: texts, whole numbers, exact amounts, dates or None; and how
    many more rows there are than were asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    beyond: int = 0

    def column(self, name: str) -> Iterator[Any]:
        place = self.columns.index(name)
        return (row[place] for row in self.rows)


def is_active(person: Person, period: Period) -> bool:
    """Whether someone was among the workspace's people, as a rep, on any working day of it."""
    first = max(period.first, person.joined_on)
    last = period.last if person.gone_on is None else min(period.last, person.gone_on)
    if person.role is not Role.REP or first > last:
        return False
    days = (last - first).days + 1
    return days >= 7 or any(
        person.works_on(date.fromordinal(first.toordinal() + ahead)) for ahead in range(days)
    )


def active(people: Sequence[Person], period: Period) -> list[Person]:
    return [person for person in people if is_active(person, period)]
