"""What a deal is silently saying: silent, stuck, without a next step, past its date."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.deal import Deal, OpenDeal
from bot.domain.people import Person
from bot.domain.stages import Stage

PROMISE_DAYS = 14
"""A next step dated within this many coming days quiets silence (contract, section 4)."""


class Signal(StrEnum):
    SILENT = "silent"
    STUCK = "stuck"
    NO_NEXT_STEP = "no_next_step"
    DATE_PASSED = "date_passed"


STALE = frozenset({Signal.SILENT, Signal.STUCK})


@dataclass(frozen=True, slots=True)
class Finding:
    """One signal: since which day it has held, and the days it counts (see each rule)."""

    signal: Signal
    since: date
    days: int


def silent(deal: Deal | OpenDeal, stage: Stage, owner: Person, today: date) -> Finding | None:
    """No touch for more of the owner's working days than the stage allows.

    Counts the working days after the day of the last touch, today included.
    """
    touched_on = deal.last_touch_at.astimezone(owner.zone).date()
    days = owner.calendar.days_since(touched_on, today)
    promised = deal.next_step_due_on
    if promised is not None and today <= promised <= today + timedelta(days=PROMISE_DAYS):
        return None
    return Finding(Signal.SILENT, touched_on, days) if days > stage.silent_after else None


def stuck(deal: Deal | OpenDeal, stage: Stage, zone: ZoneInfo, today: date) -> Finding | None:
    """In its stage for more than one and a half times the stage's expected calendar days."""
    entered_on = deal.stage_entered_at.astimezone(zone).date()
    days = (today - entered_on).days
    return Finding(Signal.STUCK, entered_on, days) if 2 * days > 3 * stage.expected_days else None


def no_next_step(deal: Deal | OpenDeal, zone: ZoneInfo, today: date) -> Finding | None:
    """No dated next step, or an overdue one; `days` are calendar days overdue."""
    due = deal.next_step_due_on
    if due is None:
        created_on = deal.created_at.astimezone(zone).date()
        return Finding(Signal.NO_NEXT_STEP, created_on, 0)
    return Finding(Signal.NO_NEXT_STEP, due, (today - due).days) if due < today else None


def date_passed(deal: Deal | OpenDeal, today: date) -> Finding | None:
    """The expected close lies in the past; `days` are calendar days."""
    closes = deal.closes_on
    if closes is None or closes >= today:
        return None
    return Finding(Signal.DATE_PASSED, closes, (today - closes).days)


def on_hold(deal: Deal | OpenDeal, today: date) -> bool:
    return deal.held_until is not None and today < deal.held_until


def findings(
    deal: Deal | OpenDeal, stage: Stage, owner: Person, today: date
) -> tuple[Finding, ...]:
    """Every signal of an open deal on the owner's own day; a hold quiets silent and stuck."""
    if not deal.is_open:
        return ()
    quiet = on_hold(deal, today)
    found = (
        None if quiet else silent(deal, stage, owner, today),
        None if quiet else stuck(deal, stage, owner.zone, today),
        no_next_step(deal, owner.zone, today),
        date_passed(deal, today),
    )
    return tuple(one for one in found if one is not None)


def of_nobody(
    deal: Deal | OpenDeal, stage: Stage, zone: ZoneInfo, today: date
) -> tuple[Finding, ...]:
    """Every signal of an open deal without an owner, on the workspace's day: nobody's working days
    can be counted, so it is never silent."""
    if not deal.is_open:
        return ()
    found = (
        None if on_hold(deal, today) else stuck(deal, stage, zone, today),
        no_next_step(deal, zone, today),
        date_passed(deal, today),
    )
    return tuple(one for one in found if one is not None)


def is_stale(found: tuple[Finding, ...]) -> bool:
    return any(one.signal in STALE for one in found)
