"""A deal's signals are counted as the contract says: in its owner's days, on either side of each
limit."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.domain.deal import Deal, Status
from bot.domain.playbook import DEFAULT_STAGES
from bot.domain.signals import Finding, Signal, findings, is_stale
from tests.views.cast import DEAL, REP

MONDAY = date(2026, 3, 2)
STAGE = DEFAULT_STAGES.get("proposal")
"""Silent after 5 working days, stuck after 15 calendar days."""


def at(day: date, hour: int = 12) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def fresh(today: date = MONDAY, **facts: Any) -> Deal:
    """An open deal that has nothing to say, but for the facts given."""
    usual: dict[str, Any] = {
        "stage_entered_at": at(today),
        "last_touch_at": at(today),
        "created_at": at(today),
        "next_step_due_on": today + timedelta(days=30),
        "closes_on": today + timedelta(days=60),
    }
    return replace(DEAL, **(usual | facts))


def said(deal: Deal, today: date = MONDAY, **owner: Any) -> tuple[Finding, ...]:
    return findings(deal, STAGE, replace(REP, **owner), today)


def test_a_deal_in_order_says_nothing() -> None:
    assert said(fresh()) == ()


@pytest.mark.parametrize(
    ("touched", "silent"), [(date(2026, 2, 23), False), (date(2026, 2, 20), True)]
)
def test_silence_is_counted_in_working_days_today_included(touched: date, silent: bool) -> None:
    found = said(fresh(last_touch_at=at(touched)))
    assert found == ((Finding(Signal.SILENT, touched, 6),) if silent else ())
    assert is_stale(found) is silent


def test_a_weekend_is_no_silence() -> None:
    """Six calendar days, of which four are worked."""
    wednesday = date(2026, 3, 4)
    assert said(fresh(wednesday, last_touch_at=at(date(2026, 2, 26))), wednesday) == ()


def test_someone_who_works_weekends_is_silent_sooner() -> None:
    touched = fresh(last_touch_at=at(date(2026, 2, 23)))
    assert [one.days for one in said(touched, working_days=frozenset(range(1, 8)))] == [7]


@pytest.mark.parametrize(("ahead", "silent"), [(0, False), (14, False), (15, True)])
def test_a_next_step_within_a_fortnight_quiets_silence(ahead: int, silent: bool) -> None:
    due = MONDAY + timedelta(days=ahead)
    deal = fresh(last_touch_at=at(date(2026, 2, 2)), next_step_due_on=due)
    assert [one.signal for one in said(deal)] == ([Signal.SILENT] if silent else [])


@pytest.mark.parametrize(("days", "stuck"), [(15, False), (16, True)])
def test_a_deal_is_stuck_after_half_as_long_again_as_expected(days: int, stuck: bool) -> None:
    entered = MONDAY - timedelta(days=days)
    found = said(fresh(stage_entered_at=at(entered)))
    assert found == ((Finding(Signal.STUCK, entered, days),) if stuck else ())


def test_a_next_step_does_not_quiet_a_stuck_deal() -> None:
    entered = at(MONDAY - timedelta(days=40))
    deal = fresh(stage_entered_at=entered, next_step_due_on=MONDAY + timedelta(days=1))
    assert is_stale(said(deal))


def test_a_missing_and_an_overdue_next_step_are_told_but_are_not_stale() -> None:
    missing = said(fresh(next_step_due_on=None))
    overdue = said(fresh(next_step_due_on=MONDAY - timedelta(days=3)))
    assert [(one.signal, one.days) for one in missing + overdue] == [
        (Signal.NO_NEXT_STEP, 0),
        (Signal.NO_NEXT_STEP, 3),
    ]
    assert not is_stale(missing + overdue)


def test_an_expected_close_is_past_from_the_next_day() -> None:
    assert said(fresh(closes_on=MONDAY)) == ()
    passed = said(fresh(closes_on=MONDAY - timedelta(days=1)))
    assert [(one.signal, one.days) for one in passed] == [(Signal.DATE_PASSED, 1)]


def test_a_hold_quiets_silent_and_stuck_until_its_day() -> None:
    old = at(MONDAY - timedelta(days=60))
    held = fresh(last_touch_at=old, stage_entered_at=old, held_until=MONDAY + timedelta(days=1))
    assert not is_stale(said(held))
    assert is_stale(said(replace(held, held_until=MONDAY)))


def test_a_closed_deal_says_nothing() -> None:
    old = at(MONDAY - timedelta(days=60))
    closed = fresh(status=Status.WON, last_touch_at=old, stage_entered_at=old, closes_on=None)
    assert said(closed) == ()


def test_the_day_of_a_touch_is_the_owners_own() -> None:
    """23:30 UTC on Friday is Saturday in Seoul: the working days after it are five, not six."""
    touched = fresh(last_touch_at=datetime(2026, 2, 20, 23, 30, tzinfo=UTC))
    monday_week = date(2026, 2, 27)
    assert said(touched, monday_week, tz="Asia/Seoul") == ()
    assert [one.days for one in said(touched, date(2026, 3, 2), tz="Asia/Seoul")] == [6]
