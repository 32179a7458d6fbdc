"""Reports at any moment: new deals, wins, productivity, what asks for attention, adoption.

The command line and Slack ask the same questions here.
"""

from datetime import datetime
from decimal import Decimal

from sqlalchemy.orm import Session

from bot.domain.deal import Status
from bot.domain.periods import key_of
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
from bot.usecases.report_asked import Asked, Keys, require, sums
from bot.usecases.report_people import Who
from store import reports
from store.reports import Standing
from store.slices import Slice

CLOSED = (Status.WON, Status.LOST)
Span = tuple[datetime, datetime]


def made(span: Span) -> Slice:
    """The deals behind new opportunities."""
    return Slice(made=span)


def won(span: Span) -> Slice:
    """The deals behind productivity."""
    return Slice(statuses=(Status.WON,), closed=span)


def closed(span: Span) -> Slice:
    """The deals behind wins and velocity."""
    return Slice(statuses=CLOSED, closed=span)


def opportunities(session: Session, asked: Asked) -> list[Opportunities]:
    """New deals, by the moment they were made; amounts as they stand today."""
    require("opportunities", asked.by)
    keys = Keys(session, asked)
    found: dict[tuple[str, str], tuple[int, Decimal]] = {}
    for key, one in sums(session, keys, asked, made):
        deals, amount = found.get((key, one.currency), (0, Decimal(0)))
        found[key, one.currency] = (deals + one.deals, amount + one.amount)
    return [
        Opportunities(key, *found.get((key, currency), (0, Decimal(0))), currency)
        for key, currency in keys.lines(found)
    ]


def productivity(session: Session, asked: Asked) -> list[Productivity]:
    """Won amount per rep who was there, by the day a deal closed."""
    require("productivity", asked.by)
    keys = Keys(session, asked)
    found: dict[tuple[str, str], Decimal] = {}
    for key, one in sums(session, keys, asked, won):
        found[key, one.currency] = found.get((key, one.currency), Decimal(0)) + one.amount
    there = _reps_there(asked, keys.who)
    return [
        Productivity(key, found.get((key, currency), Decimal(0)), currency, there.get(key, 0))
        for key, currency in keys.lines(found)
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


def wins(session: Session, asked: Asked) -> list[Wins]:
    """Deals won and lost, by the day they closed."""
    require("wins", asked.by)
    keys = Keys(session, asked)
    zone = keys.workspace.zone
    found: dict[tuple[str, str], Wins] = {}
    for key, one in sums(session, keys, asked, closed, ["status"], cycle_in=zone):
        line = found.setdefault((key, one.currency), Wins(key, one.currency))
        if one.status == Status.WON:
            line.won += one.deals
            line.won_amount += one.amount
            line.cycle_days += one.cycle_days
        else:
            line.lost += one.deals
    return [found.get((key, currency), Wins(key, currency)) for key, currency in keys.lines(found)]


def pipeline(session: Session, asked: Asked) -> list[Pipeline]:
    """The open deals as they stand now: by stage, forecast category, owner, a custom field, or
    the month or quarter in which they are expected to close. The period plays no part."""
    require("pipeline", asked.by)
    keys = Keys(session, asked)
    found: dict[tuple[str, str], Pipeline] = {}
    told_by = _TOLD_BY.get(asked.by, keys.column or "owner_id")
    for one in reports.open_deals(session, (told_by,), asked.only, asked.field):
        key = _standing_key(one, asked.by, keys)
        line = found.setdefault((key, one.currency), Pipeline(key, one.currency))
        line.deals += one.deals
        line.amount += one.amount
        line.weighted += one.amount * one.probability / 100
    always = {
        Grouping.STAGE: [stage.key for stage in keys.playbook.open],
        Grouping.CATEGORY: keys.all(),
        Grouping.FIELD: keys.all(),
    }.get(asked.by, [])
    return [
        found.get((key, currency), Pipeline(key, currency))
        for key, currency in keys.lines(found, always)
    ]


_TOLD_BY = {Grouping.MONTH: "closes_on", Grouping.QUARTER: "closes_on"}
"""What tells open deals apart, where it is neither what a report's sums are told by."""


def _standing_key(one: Standing, by: Grouping, keys: Keys) -> str:
    unit = unit_of(by)
    if unit is not None:
        return key_of(one.closes_on, unit) if one.closes_on else NOBODY
    if by is Grouping.STAGE:
        return str(one.stage_key)
    if by is Grouping.CATEGORY:
        return keys.playbook.get(str(one.stage_key)).forecast
    if by is Grouping.FIELD:
        return one.answer or NOBODY
    return keys.who.group(one.owner_id, by)
