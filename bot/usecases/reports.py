"""Reports at any moment: new deals, wins, productivity, what asks for attention, adoption.

The command line and Slack ask the same questions here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy.orm import Session

from bot.domain.people import Workspace
from bot.domain.periods import Period, key_of
from bot.domain.refusal import Refusal
from bot.domain.reporting import (
    NOBODY,
    Grouping,
    Opportunities,
    Pipeline,
    Productivity,
    Wins,
    active,
    unit_of,
)
from bot.domain.stages import Stages
from bot.usecases.report_people import Who, last_if_nobody
from store import reports, stages, workspaces
from store.reports import Standing, Sum

BY = {
    "opportunities": frozenset(set(Grouping) - {Grouping.REASON, Grouping.CATEGORY, Grouping.KIND}),
    "wins": frozenset(set(Grouping) - {Grouping.CATEGORY, Grouping.KIND}),
    "productivity": frozenset(
        set(Grouping) - {Grouping.STAGE, Grouping.REASON, Grouping.CATEGORY, Grouping.KIND}
    ),
    "pipeline": frozenset(set(Grouping) - {Grouping.WEEK, Grouping.REASON, Grouping.KIND}),
    "nudges": frozenset(
        {Grouping.KIND, Grouping.STAGE, Grouping.REP, Grouping.MANAGER, Grouping.TEAM}
    ),
    "funnel": frozenset({Grouping.STAGE}),
    "velocity": frozenset(
        {Grouping.MONTH, Grouping.WEEK, Grouping.QUARTER}
        | {Grouping.REP, Grouping.MANAGER, Grouping.TEAM}
    ),
    "compliance": frozenset({Grouping.WEEK, Grouping.TEAM}),
    "evidence": frozenset[Grouping](),
    "attention": frozenset[Grouping](),
    "adoption": frozenset[Grouping](),
}
"""The reports, and what each can be told by."""

USUAL = {
    "pipeline": Grouping.STAGE,
    "funnel": Grouping.STAGE,
    "compliance": Grouping.TEAM,
    "nudges": Grouping.KIND,
}
"""What a report is told by where nothing was said; the others by month."""


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


def opportunities(session: Session, asked: Asked) -> list[Opportunities]:
    """New deals, by the moment they were made; amounts as they stand today."""
    require("opportunities", asked.by)
    workspace, who = workspaces.bound(session), Who(session)
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
    workspace, who = workspaces.bound(session), Who(session)
    sums: dict[tuple[str, str], Decimal] = {}
    for key, one in _summed(session, asked, workspace, who, reports.won):
        sums[key, one.currency] = sums.get((key, one.currency), Decimal(0)) + one.amount
    there = _reps_there(asked, who)
    return [
        Productivity(key, sums.get((key, currency), Decimal(0)), currency, there.get(key, 0))
        for key, currency in _lines(session, asked, workspace, who, sums)
    ]


def _reps_there(asked: Asked, who: Who) -> dict[str, int]:
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
    who: Who,
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
    workspace, who = workspaces.bound(session), Who(session)
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
    who: Who,
    found: Iterable[tuple[str, str]],
) -> list[tuple[str, str]]:
    """Every key of the period with each of its currencies; with the workspace's own where
    nothing happened."""
    currencies: dict[str, set[str]] = {}
    for key, currency in found:
        currencies.setdefault(key, set()).add(currency)
    keys = _keys(session, asked, who)
    keys += sorted(currencies.keys() - set(keys), key=last_if_nobody)
    return [
        (key, currency)
        for key in keys
        for currency in sorted(currencies.get(key, {workspace.currency}))
    ]


def _keys(session: Session, asked: Asked, who: Who) -> list[str]:
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
    workspace, who, playbook = workspaces.bound(session), Who(session), stages.in_force(session)
    found: dict[tuple[str, str], Pipeline] = {}
    for one in reports.open_deals(session, (_TOLD_BY.get(asked.by, "owner_id"),), asked.only):
        key = _standing_key(one, asked.by, who, playbook)
        line = found.setdefault((key, one.currency), Pipeline(key, one.currency))
        line.deals += one.deals
        line.amount += one.amount
        line.weighted += one.amount * one.probability / 100
    keys = {
        Grouping.STAGE: [stage.key for stage in playbook.open],
        Grouping.CATEGORY: ["commit", "best_case", "pipeline"],
    }.get(asked.by, [])
    keys += sorted({key for key, _ in found} - set(keys), key=last_if_nobody)
    return [
        found.get((key, currency), Pipeline(key, currency))
        for key in keys
        for currency in sorted({c for k, c in found if k == key} or {workspace.currency})
    ]


_TOLD_BY = {
    Grouping.STAGE: "stage_key",
    Grouping.CATEGORY: "stage_key",
    Grouping.MONTH: "closes_on",
    Grouping.QUARTER: "closes_on",
}
"""What tells open deals apart; else it is their owner."""


def _standing_key(one: Standing, by: Grouping, who: Who, playbook: Stages) -> str:
    unit = unit_of(by)
    if unit is not None:
        return key_of(one.closes_on, unit) if one.closes_on else NOBODY
    if by is Grouping.STAGE:
        return str(one.stage_key)
    if by is Grouping.CATEGORY:
        return playbook.get(str(one.stage_key)).forecast
    return who.group(one.owner_id, by)
