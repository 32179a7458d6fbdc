"""What App Home shows each of us: the day, the pipeline, the week, the team, what is to be set."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from bot.domain.adoption import monday_of
from bot.domain.champions import HABIT_DAYS, HABIT_WEEKS, WEEKS
from bot.domain.deal import Deal, Money
from bot.domain.facts import Day, DayFacts
from bot.domain.outcomes import Line
from bot.domain.people import Person, Role
from bot.domain.periods import Period
from bot.domain.reporting import Compliance, Opportunities, Productivity
from bot.domain.stages import Stage, Stages

TENTH = Decimal("0.1")

FEWEST_WEEKS = 2
"""After fewer weeks there is nothing usual yet."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How somebody's open deals stand on a day. Those on hold are counted as that alone."""

    open_deals: int = 0
    overdue: int = 0
    due: int = 0
    without_step: int = 0
    stale: int = 0
    held: int = 0


@dataclass(frozen=True, slots=True)
class StageSum:
    """The open deals of a stage, with a sum for each currency."""

    stage: Stage
    deals: int
    sums: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class MyWeek:
    """A rep's own week so far beside what they usually had done by the same day of the week, over
    their last `weeks` weeks; in `habitual` of those they were active on enough days. Reports count
    weeks in `reports_tz`, where that is another zone."""

    monday: date
    working_days: int
    active_days: int
    activities: int
    weeks: int
    usual_days: Decimal
    usual_activities: Decimal
    habitual: int
    reports_tz: str | None = None

    @property
    def has_usual(self) -> bool:
        return self.weeks >= FEWEST_WEEKS

    @property
    def has_habit(self) -> bool:
        return self.habitual >= HABIT_WEEKS


def week_of(
    person: Person,
    told: dict[Day, DayFacts],
    monday: date,
    today: date,
    reports_tz: str | None = None,
) -> MyWeek:
    """From what the log tells of somebody's days, this week's among them. Weeks before they joined
    and weeks in which they had no working day are no part of what is usual."""
    so_far = (today - monday).days
    days: dict[date, int] = {}
    activities: dict[date, int] = {}
    whole: dict[date, int] = {}
    for one, facts in told.items():
        active = facts.acts > 0
        whole[one.week] = whole.get(one.week, 0) + active
        if (one.day - one.week).days <= so_far:
            days[one.week] = days.get(one.week, 0) + active
            activities[one.week] = activities.get(one.week, 0) + facts.activities
    before = [
        week
        for number in range(1, WEEKS + 1)
        if (week := date.fromordinal(monday.toordinal() - 7 * number))
        >= monday_of(person.joined_on)
        and person.calendar.days_in(week, date.fromordinal(week.toordinal() + 6))
    ]
    return MyWeek(
        monday=monday,
        working_days=person.calendar.days_in(max(monday, person.joined_on), today),
        active_days=days.get(monday, 0),
        activities=activities.get(monday, 0),
        weeks=len(before),
        usual_days=_mean([days.get(week, 0) for week in before]),
        usual_activities=_mean([activities.get(week, 0) for week in before]),
        habitual=sum(whole.get(week, 0) >= HABIT_DAYS for week in before),
        reports_tz=reports_tz,
    )


def _mean(values: Sequence[int]) -> Decimal:
    return (Decimal(sum(values)) / len(values)).quantize(TENTH) if values else Decimal(0)


class NewsKind(StrEnum):
    WON = "won"
    MOVED = "moved"
    CHAMPION = "champion"


@dataclass(frozen=True, slots=True)
class News:
    """What happened to others: a deal won or moved to `stage_key`, or a new champion."""

    kind: NewsKind
    at: datetime
    deal: Deal | None = None
    stage_key: str | None = None
    person: Person | None = None


@dataclass(frozen=True, slots=True)
class RepNow:
    """One rep's week so far, and how their open deals stand now."""

    person: Person
    working_days: int
    active_days: int
    activities: int
    open_deals: int
    stale: int

    @property
    def urgency(self) -> tuple[int, int, int]:
        """Whoever has most stale deals first, then those who did least."""
        return (-self.stale, self.active_days, self.activities)


@dataclass(frozen=True, slots=True)
class TeamNow:
    """A manager's team: the reps, most urgent first, and the deals that need the manager; the
    questions about `unanswered` of these have had no answer for long."""

    reps: tuple[RepNow, ...]
    more: int
    size: int
    stale: int
    needy: tuple[Line, ...]
    unanswered: frozenset[int]


@dataclass(frozen=True, slots=True)
class Leading:
    """What a leader looks at: each team against its targets over some weeks, and the questions of
    the last six months."""

    weeks: Period
    compliance: tuple[Compliance, ...]
    months: Period
    opportunities: tuple[Opportunities, ...]
    productivity: tuple[Productivity, ...]


class Chore(StrEnum):
    """What an admin sets up, in the order in which it helps."""

    PLAYBOOK = "playbook"
    PEOPLE = "people"
    CALENDAR = "calendar"
    CURRENCY = "currency"
    DEALS = "deals"


@dataclass(frozen=True, slots=True)
class SetUp:
    """How far the workspace is set up; the facts are those that the list's lines tell."""

    done: frozenset[Chore]
    version: int
    managers: int
    unled: int
    tz: str
    country: str | None
    currency: str
    deals: int

    @property
    def is_whole(self) -> bool:
        return self.done == frozenset(Chore)


@dataclass(frozen=True, slots=True)
class Home:
    """One person's Home. `whose` says whose pipeline it shows: mine, team or all. What is not
    for them to see is None; `unowned` open deals are nobody's, and theirs to give away."""

    role: Role
    today: date
    counted: Counted
    due: tuple[Line, ...]
    stale: tuple[Line, ...]
    whose: str
    pipeline: tuple[StageSum, ...]
    sums: tuple[Money, ...]
    stages: Stages
    news: tuple[News, ...]
    has_team: bool
    held: tuple[Line, ...] = ()
    week: MyWeek | None = None
    team: TeamNow | None = None
    leading: Leading | None = None
    set_up: SetUp | None = None
    unowned: int = 0

    @property
    def sells(self) -> bool:
        """Whether they have deals of their own, or are there to have some."""
        return self.role is Role.REP or self.counted.open_deals > 0
