"""Reports at any moment: new deals, wins, productivity, what asks for attention, adoption.

The command line and Slack ask the same questions here.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy.orm import Session

from bot.domain.criteria import unmet
from bot.domain.deal import Deal
from bot.domain.people import Person, Workspace
from bot.domain.periods import Period, Unit, key_of
from bot.domain.refusal import Refusal
from bot.domain.reporting import (
    NOBODY,
    Adoption,
    Attention,
    Grouping,
    Opportunities,
    Pipeline,
    Productivity,
    Wins,
    active,
    unit_of,
)
from bot.domain.signals import Finding, findings, is_stale
from bot.domain.stages import Stages
from store import counts, evidence, past, people, reports, stages, workspaces
from store.reports import Standing, Sum

BY = {
    "opportunities": frozenset(set(Grouping) - {Grouping.REASON, Grouping.CATEGORY}),
    "wins": frozenset(set(Grouping) - {Grouping.CATEGORY}),
    "productivity": frozenset(set(Grouping) - {Grouping.STAGE, Grouping.REASON, Grouping.CATEGORY}),
    "pipeline": frozenset(set(Grouping) - {Grouping.WEEK, Grouping.REASON}),
    "attention": frozenset[Grouping](),
    "adoption": frozenset[Grouping](),
}
"""The reports, and what each can be told by."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A report as asked for. `only` are the owners it is about; None means everyone."""

    period: Period
    by: Grouping = Grouping.MONTH
    only: frozenset[int] | None = None


def require(name: str, by: Grouping) -> None:
    """Raises Refusal where a report can't be told by that."""
    if BY[name] and by not in BY[name]:
        told = tuple(sorted(one.value for one in BY[name]))
        raise Refusal("report-not-by", report=name, by=by.value, groupings=told)


class _Who:
    """People by id, and what names them in a report."""

    def __init__(self, session: Session) -> None:
        self.everyone = people.everyone(session, gone_too=True)
        self._by_id = {one.id: one for one in self.everyone}

    def get(self, person_id: int | None) -> Person | None:
        return self._by_id.get(person_id) if person_id is not None else None

    def key(self, person_id: int | None) -> str:
        """The Slack id where known, else the name imported."""
        person = self.get(person_id)
        return (person.slack_user_id or person.name) if person else NOBODY

    def group(self, owner_id: int | None, by: Grouping) -> str:
        person = self.get(owner_id)
        match by:
            case Grouping.MANAGER:
                return self.key(person.manager_id) if person else NOBODY
            case Grouping.TEAM:
                return (person.team or NOBODY) if person else NOBODY
        return self.key(owner_id)

    def keys(self, by: Grouping, period: Period, only: frozenset[int] | None) -> list[str]:
        """Every key that appears even where nothing happened: of those who were reps then."""
        reps = [one for one in active(self.everyone, period) if only is None or one.id in only]
        return sorted({self.group(one.id, by) for one in reps}, key=_last_if_nobody)


def _last_if_nobody(key: str) -> tuple[bool, str]:
    return (key == NOBODY, key)


def opportunities(session: Session, asked: Asked) -> list[Opportunities]:
    """New deals, by the moment they were made; amounts as they stand today."""
    require("opportunities", asked.by)
    workspace, who = workspaces.bound(session), _Who(session)
    sums: dict[tuple[str, str], tuple[int, Decimal]] = {}
    for key, one in _summed(session, asked, workspace, who, reports.created):
        deals, amount = sums.get((key, one.currency), (0, Decimal(0)))
        sums[key, one.currency] = (deals + one.deals, amount + one.amount)
    return [
        Opportunities(key, *sums.get((key, currency), (0, Decimal(0))), currency)
        for key, currency in _lines(session, asked, workspace, who, sums)
    ]


def productivity(session: Session, asked: Asked) -> list[Productivity]:
    """Won amount per rep who was there, by the day a deal closed."""
    require("productivity", asked.by)
    workspace, who = workspaces.bound(session), _Who(session)
    sums: dict[tuple[str, str], Decimal] = {}
    for key, one in _summed(session, asked, workspace, who, reports.won):
        sums[key, one.currency] = sums.get((key, one.currency), Decimal(0)) + one.amount
    there = _reps_there(asked, who)
    return [
        Productivity(key, sums.get((key, currency), Decimal(0)), currency, there.get(key, 0))
        for key, currency in _lines(session, asked, workspace, who, sums)
    ]


def _reps_there(asked: Asked, who: _Who) -> dict[str, int]:
    """How many active reps each key has."""
    unit = unit_of(asked.by)
    reps = [one for one in who.everyone if asked.only is None or one.id in asked.only]
    if unit is not None:
        return {key: len(active(reps, part)) for key, part in asked.period.split(unit)}
    counted: dict[str, int] = {}
    for rep in active(reps, asked.period):
        key = who.group(rep.id, asked.by)
        counted[key] = counted.get(key, 0) + 1
    return counted


def _summed(
    session: Session,
    asked: Asked,
    workspace: Workspace,
    who: _Who,
    question: Callable[[Session, datetime, datetime], list[Sum]],
) -> Iterable[tuple[str, Sum]]:
    """The database's sums, each under its key."""
    unit = unit_of(asked.by)
    parts = list(asked.period.split(unit)) if unit else [("", asked.period)]
    for part_key, part in parts:
        for one in question(session, *part.moments(workspace.zone)):
            if asked.only is not None and one.owner_id not in asked.only:
                continue
            if unit is not None:
                yield part_key, one
            elif asked.by is Grouping.STAGE:
                yield one.stage_key, one
            else:
                yield who.group(one.owner_id, asked.by), one


def wins(session: Session, asked: Asked) -> list[Wins]:
    """Deals won and lost, by the day they closed."""
    require("wins", asked.by)
    workspace, who = workspaces.bound(session), _Who(session)
    found: dict[tuple[str, str], Wins] = {}
    unit = unit_of(asked.by)
    for one in reports.closed(session, *asked.period.moments(workspace.zone)):
        if asked.only is not None and one.owner_id not in asked.only:
            continue
        closed_on = one.closed_at.astimezone(workspace.zone).date()
        if unit is not None:
            key = key_of(closed_on, unit)
        elif asked.by is Grouping.STAGE:
            key = one.stage_key
        elif asked.by is Grouping.REASON:
            key = one.reason.split(":")[0].strip() or NOBODY
        else:
            key = who.group(one.owner_id, asked.by)
        line = found.setdefault((key, one.currency), Wins(key, one.currency))
        if one.is_won:
            line.won += 1
            line.won_amount += one.amount
            created_on = one.created_at.astimezone(workspace.zone).date()
            line.cycle_days.append((closed_on - created_on).days)
        else:
            line.lost += 1
    return [
        found.get((key, currency), Wins(key, currency))
        for key, currency in _lines(session, asked, workspace, who, found)
    ]


def _lines(
    session: Session,
    asked: Asked,
    workspace: Workspace,
    who: _Who,
    found: Iterable[tuple[str, str]],
) -> list[tuple[str, str]]:
    """Every key of the period with each of its currencies; with the workspace's own where
    nothing happened."""
    currencies: dict[str, set[str]] = {}
    for key, currency in found:
        currencies.setdefault(key, set()).add(currency)
    keys = _keys(session, asked, who)
    keys += sorted(currencies.keys() - set(keys), key=_last_if_nobody)
    return [
        (key, currency)
        for key in keys
        for currency in sorted(currencies.get(key, {workspace.currency}))
    ]


def _keys(session: Session, asked: Asked, who: _Who) -> list[str]:
    unit = unit_of(asked.by)
    if unit is not None:
        return [key for key, _ in asked.period.split(unit)]
    playbook = stages.in_force(session)
    if asked.by is Grouping.STAGE:
        return [stage.key for stage in playbook.all]
    if asked.by is Grouping.REASON:
        offered = (*playbook.offered_lost_reasons, *playbook.offered_won_reasons)
        return [reason.key for reason in offered]
    return who.keys(asked.by, asked.period, asked.only)


def pipeline(session: Session, asked: Asked) -> list[Pipeline]:
    """The open deals as they stand now: by stage, forecast category, owner, or the month or
    quarter in which they are expected to close. The period plays no part."""
    require("pipeline", asked.by)
    workspace, who, playbook = workspaces.bound(session), _Who(session), stages.in_force(session)
    found: dict[tuple[str, str], Pipeline] = {}
    for one in reports.open_deals(session):
        if asked.only is not None and one.owner_id not in asked.only:
            continue
        key = _standing_key(one, asked.by, who, playbook)
        line = found.setdefault((key, one.currency), Pipeline(key, one.currency))
        line.deals += 1
        line.amount += one.amount
        line.weighted += one.amount * one.probability / 100
    keys = {
        Grouping.STAGE: [stage.key for stage in playbook.open],
        Grouping.CATEGORY: ["commit", "best_case", "pipeline"],
    }.get(asked.by, [])
    keys += sorted({key for key, _ in found} - set(keys), key=_last_if_nobody)
    return [
        found.get((key, currency), Pipeline(key, currency))
        for key in keys
        for currency in sorted({c for k, c in found if k == key} or {workspace.currency})
    ]


def _standing_key(one: Standing, by: Grouping, who: _Who, playbook: Stages) -> str:
    unit = unit_of(by)
    if unit is not None:
        return key_of(one.closes_on, unit) if one.closes_on else NOBODY
    if by is Grouping.STAGE:
        return one.stage_key
    if by is Grouping.CATEGORY:
        return playbook.get(one.stage_key).forecast
    return who.group(one.owner_id, by)


def attention(
    session: Session, at: datetime, only: frozenset[int] | None = None
) -> list[Attention]:
    """The open deals that say something at a moment: silent and stuck ones first, the longest
    waiting before the others."""
    who, playbook = _Who(session), stages.in_force(session)
    zone_day = at.astimezone(workspaces.bound(session).zone).date()
    told = []
    for deal in past.open_at(session, at):
        owner = who.get(deal.owner_id)
        if only is not None and deal.owner_id not in only:
            continue
        found = _findings(deal, owner, playbook, at)
        if not found:
            continue
        today = owner.today(at) if owner else zone_day
        since = min(one.since for one in found)
        told.append(
            Attention(
                deal=deal.name,
                owner=who.key(deal.owner_id) if owner else "",
                stage=deal.stage_key,
                signals=tuple(one.signal.value for one in found),
                since=since,
                days=(today - since).days,
            )
        )
    return sorted(told, key=lambda one: (one.signals[0] not in ("silent", "stuck"), one.since))


def _findings(
    deal: Deal, owner: Person | None, playbook: Stages, at: datetime
) -> tuple[Finding, ...]:
    """What a deal says on its owner's own day; nobody's deal says nothing."""
    if owner is None:
        return ()
    return findings(deal, playbook.get(deal.stage_key), owner, owner.today(at))


def adoption(
    session: Session, period: Period, now: datetime, only: frozenset[int] | None = None
) -> list[Adoption]:
    """Each rep's weeks: what they did, and how their open deals stood at the week's end (or now,
    in the week that is not over)."""
    workspace, who = workspaces.bound(session), _Who(session)
    told: list[Adoption] = []
    for _, week in period.split(Unit.WEEK):
        reps = [one for one in active(who.everyone, week) if only is None or one.id in only]
        if not reps:
            continue
        begins, ends = week.moments(workspace.zone)
        deeds = counts.deeds(session, reps, begins, min(ends, now))
        standing = _standing(session, reps, min(ends, now))
        for rep in sorted(reps, key=lambda one: who.key(one.id)):
            done, stands = deeds[rep.id], standing[rep.id]
            told.append(
                Adoption(
                    rep=who.key(rep.id),
                    manager=who.key(rep.manager_id) if rep.manager_id else "",
                    week=date.fromisoformat(key_of(week.first, Unit.WEEK)),
                    working_days=_working_days(rep, week),
                    active_days=done.active_days,
                    activities=done.activities,
                    open_deals=stands.open_deals,
                    with_next_step=stands.with_next_step,
                    stale=stands.stale,
                    hygiene=stands.hygiene,
                )
            )
    return told


def _working_days(rep: Person, week: Period) -> int:
    """The days of the week on which someone works who has come and not gone."""
    first = max(week.first, rep.joined_on)
    last = week.last if rep.gone_on is None else min(week.last, rep.gone_on)
    return rep.calendar.days_in(first, last)


@dataclass(slots=True)
class _Standing:
    open_deals: int = 0
    with_next_step: int = 0
    stale: int = 0
    rules: Decimal = Decimal(0)

    @property
    def hygiene(self) -> Decimal | None:
        """The mean share of rules met, 0 to 100."""
        if not self.open_deals:
            return None
        return (100 * self.rules / self.open_deals).quantize(Decimal("0.1"))


def _standing(session: Session, reps: Sequence[Person], at: datetime) -> dict[int, _Standing]:
    """How each rep's open deals stood at a moment."""
    playbook = stages.in_force(session)
    owners = {rep.id: rep for rep in reps}
    standing = {rep.id: _Standing() for rep in reps}
    ours = [deal for deal in past.open_at(session, at) if deal.owner_id in owners]
    answered = evidence.known_of(session, [deal.id for deal in ours], at)
    pinned: dict[int, Stages] = {}
    for deal in ours:
        owner = owners[deal.owner_id or 0]
        found = findings(deal, playbook.get(deal.stage_key), owner, owner.today(at))
        version = pinned.setdefault(
            deal.playbook_version, stages.of_version(session, deal.playbook_version)
        )
        known = answered.of(deal)
        has_step = deal.next_step_due_on is not None and deal.next_step_due_on >= owner.today(at)
        rules = (
            not is_stale(found),
            has_step,
            deal.closes_on is not None and deal.closes_on >= owner.today(at),
            not unmet(version.get(deal.stage_key).exit, known),
            bool(known.contacts),
        )
        counted = standing[owner.id]
        counted.open_deals += 1
        counted.with_next_step += has_step
        counted.stale += is_stale(found)
        counted.rules += Decimal(sum(rules)) / len(rules)
    return standing
