"""Reports as lines of columns, the contract's own: for the command line, for files, for tables."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from sqlalchemy.orm import Session

from bot.domain.criteria import named
from bot.domain.evidence import Beside, TooFew
from bot.domain.reporting import Adoption, Attention, Grouping, Lines
from bot.usecases import (
    evidence,
    report_asked,
    report_funnel,
    report_nudges,
    report_trust,
    report_weeks,
    reports,
)
from bot.usecases.report_asked import Asked
from store import people, stages

SHARE = Decimal("0.000001")
DAYS = Decimal("0.01")


def of(session: Session, name: str, asked: Asked, at: datetime) -> Lines:
    """The report of that name. Raises Refusal where it can't be told so."""
    return _REPORTS[name](session, asked, at)


def _opportunities(session: Session, asked: Asked, _at: datetime) -> Lines:
    found = reports.opportunities(session, asked)
    return _lines("key,new,amount,currency", [(o.key, o.new, o.amount, o.currency) for o in found])


def _wins(session: Session, asked: Asked, _at: datetime) -> Lines:
    return _lines(
        "key,won,lost,win_rate,won_amount,currency,avg_cycle_days",
        [
            (
                one.key,
                one.won,
                one.lost,
                _rounded(one.win_rate, SHARE),
                one.won_amount,
                one.currency,
                _rounded(one.avg_cycle_days, DAYS),
            )
            for one in reports.wins(session, asked)
        ],
    )


def _funnel(session: Session, asked: Asked, _at: datetime) -> Lines:
    """Told by something else than the stage, every line has a funnel of its own."""
    told = "key,reached,conversion,lost,open,avg_days"
    found = [(one.key, one.stage, *_step(one)) for one in report_funnel.funnel(session, asked)]
    if asked.by is Grouping.STAGE:
        return _lines(told, [(key, *figures) for key, _, *figures in found])
    return _lines(told.replace("key,", "key,stage,"), found)


def _step(one: report_funnel.Step) -> tuple[Any, ...]:
    return (one.reached, _rounded(one.conversion, SHARE), one.lost, one.open, one.days)


def _velocity(session: Session, asked: Asked, _at: datetime) -> Lines:
    return _lines(
        "key,closed,win_rate,avg_amount,avg_cycle_days,per_day,currency",
        [
            (
                one.wins.key,
                one.wins.won + one.wins.lost,
                _rounded(one.wins.win_rate, SHARE),
                one.average,
                _rounded(one.wins.avg_cycle_days, DAYS),
                one.a_day,
                one.wins.currency,
            )
            for one in report_funnel.velocity(session, asked)
        ],
    )


def _productivity(session: Session, asked: Asked, _at: datetime) -> Lines:
    return _lines(
        "key,won_amount,currency,active_reps,per_rep",
        [
            (one.key, one.won_amount, one.currency, one.active_reps, one.per_rep)
            for one in reports.productivity(session, asked)
        ],
    )


def _pipeline(session: Session, asked: Asked, _at: datetime) -> Lines:
    return _lines(
        "key,deals,amount,weighted,currency",
        [
            (one.key, one.deals, one.amount, _rounded(one.weighted, DAYS), one.currency)
            for one in reports.pipeline(session, asked)
        ],
    )


def _attention(session: Session, asked: Asked, at: datetime) -> Lines:
    return attention(report_weeks.attention(session, at, asked.only))


def attention(told: Sequence[Attention], beyond: int = 0) -> Lines:
    return _lines(
        "deal,owner,stage,signals,since,days",
        [(o.deal, o.owner, o.stage, ";".join(o.signals), o.since, o.days) for o in told],
        beyond,
    )


def _compliance(session: Session, asked: Asked, at: datetime) -> Lines:
    if asked.by is Grouping.WEEK:
        return _lines(
            "key,hygiene,rhythm,next_step,fresh",
            [
                (one.week.isoformat(), one.hygiene, one.rhythm, one.next_step, one.fresh)
                for one in report_trust.weekly(session, asked.period, at, asked.only)
            ],
        )
    return _lines(
        "team,measure,value,target,status",
        [
            (one.team, one.measure, one.value, one.target, one.status.value)
            for one in report_weeks.compliance(session, asked.period, at, asked.only)
        ],
    )


def _nudges(session: Session, asked: Asked, _at: datetime) -> Lines:
    return _lines(
        "key,asked,seen,answered,acted,unhelpful",
        [
            (one.key, one.asked, one.seen, one.answered, one.acted, one.unhelpful)
            for one in report_nudges.by(session, asked)
        ],
    )


def _evidence(session: Session, asked: Asked, at: datetime) -> Lines:
    """Of both sides' rates and days; fractions, empty where there is too little to tell."""
    owners = [
        one
        for one in people.everyone(session, gone_too=True)
        if asked.only is None or one.id in asked.only
    ]
    figures = ("won", "closed", "rate", "low", "high")
    if asked.by in report_asked.BY["evidence"]:
        told = evidence.grouped(session, asked, at)
        rows = [(key, *_beside(one)) for key, habits in told for one in habits]
    else:
        rows = [_beside(one) for one in evidence.of(session, owners, at, asked.period)]
    rates = [f"{side}_{name}" for side in ("with", "without") for name in figures]
    keys = ["key", "habit"] if asked.by in report_asked.BY["evidence"] else ["key"]
    columns = [*keys, *rates, "difference", "low", "high", "with_days", "without_days"]
    return _lines(",".join(columns), rows)


def _beside(one: Beside | TooFew) -> tuple[Any, ...]:
    if isinstance(one, TooFew):
        rate = (None, None, None)
        sides = (None, one.having, *rate, None, one.lacking, *rate)
        return (one.habit.value, *sides, None, None, None, None, None)
    rates = [
        part
        for rate in (one.having, one.lacking)
        for part in (rate.won, rate.closed, *map(_fraction, (rate.value, *rate.interval)))
    ]
    apart = map(_fraction, one.difference)
    return (one.habit.value, *rates, *apart, one.having_days.days, one.lacking_days.days)


def _fraction(value: float) -> Decimal:
    return Decimal(str(value)).quantize(SHARE, ROUND_HALF_EVEN)


def _adoption(session: Session, asked: Asked, at: datetime) -> Lines:
    return adoption(report_weeks.adoption(session, asked.period, at, asked.only))


def adoption(weeks: Sequence[Adoption]) -> Lines:
    return _lines(
        "rep,manager,week,working_days,active_days,activities,open_deals,with_next_step,stale,"
        "hygiene",
        [
            (
                one.rep,
                one.manager,
                one.week,
                one.working_days,
                one.active_days,
                one.activities,
                one.open_deals,
                one.with_next_step,
                one.stale,
                one.hygiene,
            )
            for one in weeks
        ],
    )


_REPORTS = {
    "opportunities": _opportunities,
    "wins": _wins,
    "productivity": _productivity,
    "pipeline": _pipeline,
    "funnel": _funnel,
    "velocity": _velocity,
    "compliance": _compliance,
    "attention": _attention,
    "adoption": _adoption,
    "nudges": _nudges,
    "evidence": _evidence,
}


def _lines(columns: str, rows: Sequence[tuple[Any, ...]], beyond: int = 0) -> Lines:
    return Lines(tuple(columns.split(",")), tuple(rows), beyond)


def _rounded(value: Decimal | None, to: Decimal) -> Decimal | None:
    return None if value is None else value.quantize(to, ROUND_HALF_EVEN)


_NAMED = frozenset({"key", "owner", "rep", "manager", "stage"})
"""Columns that hold a Slack id, a stage's key or a reason's."""


def with_names(session: Session, lines: Lines, language: str) -> Lines:
    """The same with the names that people read in the place of ids and keys."""
    names = {
        one.slack_user_id: one.name
        for one in people.everyone(session, gone_too=True)
        if one.slack_user_id
    }
    playbook = stages.in_force(session)
    names |= {one.key: one.name(language) for one in (*playbook.all, *playbook.retired)}
    every = (*playbook.lost_reasons, *playbook.won_reasons, *playbook.retired_reasons)
    names |= {one.key: one.name(language) for one in every}
    choices = (choice for field in playbook.fields for choice in field.choices)
    names |= {choice.key: named(choice.names, language) for choice in choices}
    places = {place for place, column in enumerate(lines.columns) if column in _NAMED}
    rows = tuple(
        tuple(names.get(cell, cell) if place in places else cell for place, cell in enumerate(row))
        for row in lines.rows
    )
    return replace(lines, rows=rows)
