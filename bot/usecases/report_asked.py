"""A report as asked for: which there are, what each is told by, and what names its lines."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from sqlalchemy.orm import Session

from bot.domain.names import key_of as name_key
from bot.domain.parsing_report import field_words
from bot.domain.people import Actor, Person, Role
from bot.domain.periods import Period
from bot.domain.refusal import Refusal
from bot.domain.reporting import NOBODY, Grouping, unit_of
from bot.usecases.report_people import Who, last_if_nobody
from store import people, reports, stages, workspaces
from store.reports import Sum
from store.slices import Slice

_IN_TIME = frozenset({Grouping.MONTH, Grouping.WEEK, Grouping.QUARTER})
_OF_PEOPLE = frozenset({Grouping.REP, Grouping.MANAGER, Grouping.TEAM})
CATEGORIES = ("commit", "best_case", "pipeline", "omitted")
"""The forecast categories in which open deals may stand, the surest first."""

BY = {
    "opportunities": _IN_TIME | _OF_PEOPLE | {Grouping.STAGE, Grouping.FIELD},
    "wins": _IN_TIME | _OF_PEOPLE | {Grouping.STAGE, Grouping.REASON, Grouping.FIELD},
    "productivity": _IN_TIME | _OF_PEOPLE,
    "pipeline": _OF_PEOPLE
    | {Grouping.STAGE, Grouping.CATEGORY, Grouping.MONTH, Grouping.QUARTER, Grouping.FIELD},
    "nudges": _OF_PEOPLE | {Grouping.KIND, Grouping.STAGE},
    "funnel": _OF_PEOPLE | _IN_TIME | {Grouping.STAGE},
    "velocity": _IN_TIME | _OF_PEOPLE | {Grouping.STAGE, Grouping.REASON, Grouping.FIELD},
    "compliance": frozenset({Grouping.WEEK, Grouping.TEAM}),
    "evidence": frozenset({Grouping.REP, Grouping.TEAM}),
    "attention": frozenset[Grouping](),
    "adoption": frozenset[Grouping](),
}
"""The reports, and what each can be told by."""

MOST_YEARS, MOST_YEARS_BY_WEEK = 10, 3
"""How long a time is told of at once in Slack: each of its months or weeks is asked for by itself,
and on a million deals a hundred years took 7 s by month and 26 s by week."""

MONTHS = {"evidence": 24}
"""How far back a report looks where nothing was said; the others six months."""

USUAL = {
    "pipeline": Grouping.STAGE,
    "funnel": Grouping.STAGE,
    "compliance": Grouping.TEAM,
    "nudges": Grouping.KIND,
}
"""What a report is told by where nothing was said; the others by month."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A report as asked for. `only` are the owners it is about; None means everyone. `field` is
    the custom field that it is told by, where it is by one."""

    period: Period
    by: Grouping = Grouping.MONTH
    only: frozenset[int] | None = None
    field: str = ""

    @property
    def owner_ids(self) -> frozenset[int | None] | None:
        return None if self.only is None else frozenset(self.only)


def scope(session: Session, actor: Actor) -> tuple[frozenset[int] | None, str]:
    """Reps see their own figures, managers their team's, leaders and admins everybody's."""
    if actor.role in (Role.LEADER, Role.ADMIN):
        return None, "all"
    if actor.role is Role.MANAGER:
        team = people.ids_of_team(session, actor.id)
        return frozenset({*team, actor.id}), "team"
    return frozenset({actor.id}), "own"


def require(name: str, by: Grouping) -> None:
    """Raises Refusal where a report can't be told by that."""
    if BY[name] and by not in BY[name]:
        told = tuple(one.value for one in Grouping if one in BY[name])
        raise Refusal("report-not-by", report=name, by=by.value, groupings=told)


def require_span(name: str, by: Grouping, period: Period) -> None:
    """Raises Refusal where a report would look further back than is told of at once."""
    years = MOST_YEARS_BY_WEEK if by is Grouping.WEEK else MOST_YEARS
    if period.first < period.last - relativedelta(years=years):
        raise Refusal("report-too-far", years=years, report=name)


def field_named(session: Session, words: str) -> str:
    """The custom field that is meant. Raises Refusal with those there are."""
    wanted = {name_key(word) for word in field_words(words)}
    fields = stages.in_force(session).fields
    for one in fields:
        if wanted & {name_key(name) for name in (one.key, *one.names.values())}:
            return one.key
    if not fields:
        raise Refusal("report-fields-none")
    raise Refusal("report-field-unknown", words=words, fields=tuple(one.key for one in fields))


class Keys:
    """What names the lines of a report, and which deals are told under each name."""

    def __init__(self, session: Session, asked: Asked) -> None:
        self._session, self._asked = session, asked
        self.workspace, self.playbook = workspaces.bound(session), stages.in_force(session)

    @cached_property
    def who(self) -> Who:
        return Who(self._session)

    @property
    def column(self) -> str | None:
        """What tells the sums of one span apart; None where it is the span itself."""
        match self._asked.by:
            case Grouping.MONTH | Grouping.WEEK | Grouping.QUARTER:
                return None
            case Grouping.STAGE | Grouping.CATEGORY:
                return "stage_key"
            case Grouping.REASON:
                return "reason"
            case Grouping.FIELD:
                return "answer"
        return "owner_id"

    def of(self, one: Sum) -> str:
        """The line that a sum belongs to, where the span does not say so."""
        match self._asked.by:
            case Grouping.STAGE:
                return str(one.stage_key)
            case Grouping.CATEGORY:
                return self.playbook.get(str(one.stage_key)).forecast
            case Grouping.REASON:
                return one.reason or NOBODY
            case Grouping.FIELD:
                return one.answer or NOBODY
        return self.who.group(one.owner_id, self._asked.by)

    def spans(self) -> list[tuple[str, tuple[datetime, datetime]]]:
        """The spans that are asked of one by one, each with the name of its line."""
        unit, period = unit_of(self._asked.by), self._asked.period
        parts = list(period.split(unit)) if unit else [("", period)]
        return [(key, part.moments(self.workspace.zone)) for key, part in parts]

    def all(self) -> list[str]:
        """Every name that appears even where nothing happened."""
        asked = self._asked
        unit = unit_of(asked.by)
        if unit is not None:
            return [key for key, _ in asked.period.split(unit)]
        match asked.by:
            case Grouping.STAGE:
                return [stage.key for stage in self.playbook.all]
            case Grouping.CATEGORY:
                return list(CATEGORIES[:3])
            case Grouping.REASON:
                offered = self.playbook.offered_lost_reasons + self.playbook.offered_won_reasons
                return [reason.key for reason in offered]
            case Grouping.FIELD:
                field = next((f for f in self.playbook.fields if f.key == asked.field), None)
                return [choice.key for choice in field.choices] if field else []
        return self.who.keys(asked.by, asked.period, asked.only)

    def lines(
        self, found: Iterable[tuple[str, str]], always: Sequence[str] | None = None
    ) -> list[tuple[str, str]]:
        """Every name of the period (or those that are `always` told, where given) and every other
        that was found, with each of its currencies; with the workspace's own where nothing
        happened."""
        currencies: dict[str, set[str]] = {}
        for key, currency in found:
            currencies.setdefault(key, set()).add(currency)
        keys = list(self.all() if always is None else always)
        keys += sorted(currencies.keys() - set(keys), key=last_if_nobody)
        return [
            (key, currency)
            for key in keys
            for currency in sorted(currencies.get(key, {self.workspace.currency}))
        ]

    def narrowed(self, wanted: Slice, key: str) -> Slice:
        """The deals of a slice that are told under one name, where the span does not say so."""
        match self._asked.by:
            case Grouping.STAGE:
                return replace(wanted, stage_keys=(key,))
            case Grouping.CATEGORY:
                stages_ = (*self.playbook.all, *self.playbook.retired)
                return replace(
                    wanted, stage_keys=tuple(one.key for one in stages_ if one.forecast == key)
                )
            case Grouping.REASON:
                return replace(wanted, reason="" if key == NOBODY else key)
            case Grouping.FIELD:
                held = "" if key == NOBODY else key
                return replace(wanted, answer=(self._asked.field, held))
        owners: set[int | None] = {one.id for one in self._told_under(key)}
        owners |= {None} if key == NOBODY else set()
        mine = self._asked.owner_ids
        return replace(wanted, owner_ids=frozenset(owners if mine is None else owners & mine))

    def _told_under(self, key: str) -> list[Person]:
        by = self._asked.by
        return [one for one in self.who.everyone if self.who.group(one.id, by) == key]


def sums(
    session: Session,
    keys: Keys,
    asked: Asked,
    wanted: Callable[[tuple[datetime, datetime]], Slice],
    also_by: Sequence[str] = (),
    *,
    cycle_in: ZoneInfo | None = None,
) -> list[tuple[str, Sum]]:
    """The sums of a report's spans, each under the name of its line."""
    by = [*also_by, keys.column] if keys.column else list(also_by)
    found: list[tuple[str, Sum]] = []
    for key, span in keys.spans():
        part = replace(wanted(span), owner_ids=asked.owner_ids)
        told = reports.sums(session, part, by, field=asked.field, cycle_in=cycle_in)
        found += [(key or keys.of(one), one) for one in told]
    return found
