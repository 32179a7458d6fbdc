"""The deals behind what is counted of people: how theirs stood, what they did, what they were told,
and which habits theirs had."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain.evidence import Habit, sided
from bot.domain.facts import MADE
from bot.domain.measuring import ASKED_ABOUT, Told
from bot.domain.people import Person, Role
from bot.domain.periods import Period, Unit, parse_monday
from bot.domain.refusal import Refusal
from bot.domain.reporting import Figure, Grouping, Part, active
from bot.usecases import evidence, report_trust, report_weeks
from bot.usecases.report_asked import Asked, Keys
from store import counts, measures
from store.measures import Item
from store.slices import Slice

WEEK = timedelta(days=6)

TOLD = frozenset({"adoption", "compliance", "nudges", "evidence"})
"""The reports whose lines count several things each."""

STOOD = ("open", "missing", "step", "no_step", "stale")
DONE = ("active", "activities", "moved", "won")
TRUST = ("open", "touched", "untouched", "past", "bare")
QUESTIONS = ("asked", "seen", "answered", "acted", "unhelpful")
SIDES = ("with_closed", "with_won", "without_closed", "without_won")
EVIDENCE = tuple(f"{habit.value}-{side}" for habit in Habit for side in SIDES)

NAMES = frozenset({*STOOD, *DONE, *TRUST, *QUESTIONS, *EVIDENCE})
"""All that a line may count."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One of the things that a line counts, and which deals those are."""

    part: Part
    wanted: Slice


def of(session: Session, figure: Figure, keys: Keys, asked: Asked, now: datetime) -> list[Counted]:
    """Everything that a line counts. Raises Refusal for one that the report does not have."""
    name = figure.question.name
    if name == "compliance" and not figure.key:
        return _trust(session, keys, asked, now)
    if name == "compliance" and figure.question.by is Grouping.WEEK:
        return _whole_week(session, figure, keys, asked, now)
    return _OF[name](session, figure, keys, asked, now)


def _counted(name: str, ids: Iterable[int | None], counted: int | None = None) -> Counted:
    known = sorted({one for one in ids if one is not None})
    return Counted(Part(name, len(known), counted), Slice(ids=tuple(known)))


def _trust(session: Session, keys: Keys, asked: Asked, now: datetime) -> list[Counted]:
    at = min(now, asked.period.moments(keys.workspace.zone)[1])
    wanted = report_trust.trust_slices(session, at, asked.only)
    told = report_trust.trust(session, at, asked.only)
    many = {
        "open": told.open_deals,
        "touched": told.touched,
        "untouched": told.open_deals - told.touched,
        "past": told.past,
        "bare": told.without_amount,
    }
    return [Counted(Part(name, many[name]), wanted[name]) for name in TRUST]


@dataclass(slots=True)
class _Did:
    """What people did in some weeks, as it is counted, and on which deals."""

    active_days: int = 0
    touched: set[int] = field(default_factory=set)
    activities: list[int | None] = field(default_factory=list)
    acts: defaultdict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, session: Session, reps: list[Person], begins: datetime, ends: datetime) -> None:
        ids = [one.id for one in reps]
        deeds = counts.deeds(session, reps, begins, ends)
        self.active_days += sum(one.active_days for one in deeds.values())
        self.touched |= counts.touched(session, ids, begins, ends)
        self.activities += counts.activities_on(session, ids, begins, ends)
        for made in ("moved", "won"):
            actions = [action for action, counts_for in MADE.items() if counts_for == made]
            self.acts[made] += counts.acted_on(session, ids, actions, begins, ends)

    def counted(self) -> Iterator[Counted]:
        yield _counted("active", self.touched, self.active_days)
        yield _counted("activities", self.activities, len(self.activities))
        for made in ("moved", "won"):
            acts = self.acts[made]
            yield _counted(made, [deal_id for _, deal_id in acts], len({act for act, _ in acts}))


def _of_people(
    session: Session, figure: Figure, keys: Keys, asked: Asked, now: datetime
) -> list[Counted]:
    """Of those of a line: what they did in its weeks, and how their deals stood when the last one
    ended (or now)."""
    weeks = [(key, week) for key, week in asked.period.split(Unit.WEEK) if figure.week in ("", key)]
    told = [
        (week, _line(figure, keys, asked, active(keys.who.everyone, week))) for _, week in weeks
    ]
    return _in_weeks(session, [(week, reps) for week, reps in told if reps], keys, now)


def _whole_week(
    session: Session, figure: Figure, keys: Keys, asked: Asked, now: datetime
) -> list[Counted]:
    """Of everybody, in the week that a line is called by."""
    monday = parse_monday(figure.key)
    if monday is None:
        raise Refusal("report-line-unknown", line=figure.key)
    week = Period(monday, monday + WEEK)
    reps = [
        one
        for one in keys.who.everyone
        if one.role is Role.REP and (asked.only is None or one.id in asked.only)
    ]
    return _in_weeks(session, [(week, reps)], keys, now)


def _line(figure: Figure, keys: Keys, asked: Asked, reps: Iterable[Person]) -> list[Person]:
    """Those whom a line tells of, as far as they may be told of; everybody where it has no key."""
    by = line_by(figure)
    return [
        one
        for one in reps
        if (asked.only is None or one.id in asked.only)
        and figure.key in ("", keys.who.group(one.id, by))
    ]


def line_by(figure: Figure) -> Grouping:
    """What a line's key names: a team, whoever leads one, else a rep."""
    if figure.question.name == "compliance":
        return Grouping.TEAM
    told_by = (Grouping.MANAGER, Grouping.TEAM, Grouping.KIND, Grouping.STAGE)
    return figure.question.by if figure.question.by in told_by else Grouping.REP


def _in_weeks(
    session: Session, weeks: list[tuple[Period, list[Person]]], keys: Keys, now: datetime
) -> list[Counted]:
    did = _Did()
    last: tuple[list[Person], datetime] = ([], now)
    for week, reps in weeks:
        begins, ends = week.moments(keys.workspace.zone)
        did.add(session, reps, begins, min(ends, now))
        last = (reps, min(ends, now))
    stood = list(report_weeks.stood(session, *last))
    rules: dict[str, Callable[[report_weeks.Stood], bool]] = {
        "open": lambda _: True,
        "missing": lambda one: not all(one.rules.values()),
        "step": lambda one: one.rules["next_step"],
        "no_step": lambda one: not one.rules["next_step"],
        "stale": lambda one: not one.rules["fresh"],
    }
    standing = [
        _counted(name, [one.deal_id for one in stood if holds(one)])
        for name, holds in rules.items()
    ]
    return [*standing, *did.counted()]


def _nudges(
    session: Session, figure: Figure, keys: Keys, asked: Asked, _now: datetime
) -> list[Counted]:
    found = [
        one
        for kind, one in measures.items(session, asked.period.first, asked.period.last)
        if (asked.only is None or one.person_id in asked.only)
        and _is_told_under(kind, one, figure, keys)
    ]
    came_to: dict[str, Callable[[Item], bool]] = {
        "asked": lambda _: True,
        "seen": lambda one: one.was_seen,
        "answered": lambda one: one.was_answered,
        "acted": lambda one: one.was_acted_on,
        "unhelpful": lambda one: one.was_unhelpful,
    }
    told = {name: [one.deal_id for one in found if did(one)] for name, did in came_to.items()}
    return [_counted(name, ids, len(ids)) for name, ids in told.items()]


def _is_told_under(kind: Told, one: Item, figure: Figure, keys: Keys) -> bool:
    by = line_by(figure)
    if by is Grouping.KIND:
        return figure.key in ("", kind.value)
    if kind not in ASKED_ABOUT:
        return False
    name = one.stage_key if by is Grouping.STAGE else keys.who.group(one.person_id, by)
    return figure.key in ("", name)


def _evidence(
    session: Session, figure: Figure, keys: Keys, asked: Asked, now: datetime
) -> list[Counted]:
    owners = _line(figure, keys, asked, keys.who.everyone)
    found = [life for _, life in evidence.lives_of(session, owners, now, asked.period)]
    told: list[Counted] = []
    for habit in Habit:
        sides = sided(habit, found)
        for side, had in (("with", True), ("without", False)):
            closed = [one for one in sides[had] if one.fate_on is not None]
            name = f"{habit.value}-{side}"
            told.append(_counted(f"{name}_closed", [one.deal_id for one in closed]))
            told.append(_counted(f"{name}_won", [one.deal_id for one in closed if one.won]))
    return told


_OF = {
    "adoption": _of_people,
    "compliance": _of_people,
    "nudges": _nudges,
    "evidence": _evidence,
}


def known(figure: Figure, keys: Keys) -> Iterator[str]:
    """The names that a report's lines may have."""
    by = line_by(figure)
    yield from {keys.who.group(one.id, by) for one in keys.who.everyone}
