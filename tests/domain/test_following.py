"""Next steps are told in the morning of their day, again when late but ever less often, and come
again where they recur."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.deal import Deal, Status
from bot.domain.following import MOST_STEPS, Kind, Reminders, Why, reminders
from bot.domain.nudging import Asked
from bot.domain.preferences import Message
from bot.domain.recurring import Recurrence, next_on
from bot.domain.working_days import Calendar, DaysOff
from tests.views.cast import DEAL, REP

MONDAY = date(2026, 3, 2)
WEEK = Calendar(frozenset({1, 2, 3, 4, 5}))


def told(deal: Deal, day: date, asked: Asked | None = None, **owner: Any) -> list[Kind]:
    known = {} if asked is None else {deal.id: asked}
    decided = reminders([deal], known, replace(REP, **owner), day)
    return [one.kind for one in decided.shown] if isinstance(decided, Reminders) else []


def due(day: date | None, **facts: Any) -> Deal:
    return replace(DEAL, next_step_due_on=day, **facts)


def test_a_step_is_told_on_its_day_and_when_late_ever_less_often() -> None:
    days = [MONDAY + timedelta(days=n) for n in range(40)]
    kinds = {day.isoformat(): told(due(MONDAY), day) for day in days if told(due(MONDAY), day)}
    late = ["2026-03-03", "2026-03-04", "2026-03-06", "2026-03-12", "2026-03-24", "2026-04-03"]
    assert kinds == {"2026-03-02": [Kind.DUE]} | {day: [Kind.OVERDUE] for day in late}


def test_what_is_due_on_a_day_off_is_told_on_the_next_working_day() -> None:
    saturday = date(2026, 2, 28)
    assert told(due(saturday), saturday) == []
    assert told(due(saturday), MONDAY) == [Kind.DUE]
    off = (DaysOff(MONDAY, MONDAY),)
    assert told(due(saturday), MONDAY, days_off=off) == []
    assert told(due(saturday), date(2026, 3, 3), days_off=off) == [Kind.DUE]


def test_a_hold_that_ends_is_told_once() -> None:
    held = due(None, held_until=MONDAY, hold_reason="budget")
    days = [told(held, MONDAY + timedelta(days=n)) for n in range(-1, 10)]
    assert days == [[], [Kind.HOLD_ENDED], *[[]] * 9]


def test_a_late_step_of_a_deal_that_waits_for_an_answer_is_not_told_too() -> None:
    tuesday = date(2026, 3, 3)
    assert told(due(MONDAY), tuesday, Asked(1, tuesday, answered=False)) == []
    assert told(due(MONDAY), tuesday, Asked(1, tuesday, answered=True)) == [Kind.OVERDUE]


def test_closed_deals_and_coming_steps_are_not_told() -> None:
    assert told(due(MONDAY, status=Status.WON), MONDAY) == []
    assert told(due(MONDAY + timedelta(days=1)), MONDAY) == []
    assert told(due(None), MONDAY) == []


def test_a_morning_holds_so_many_steps_and_counts_the_rest() -> None:
    many = [due(MONDAY, id=n) for n in range(MOST_STEPS + 3)]
    decided = reminders(many, {}, REP, MONDAY)
    assert isinstance(decided, Reminders)
    assert (len(decided.shown), decided.more) == (MOST_STEPS, 3)


def test_silence_has_its_reasons() -> None:
    assert reminders([], {}, REP, MONDAY) is Why.NOTHING
    muted = replace(REP, muted=frozenset({Message.FOLLOWUPS}))
    assert reminders([due(MONDAY)], {}, muted, MONDAY) is Why.MUTED


@pytest.mark.parametrize(
    ("rule", "was", "comes"),
    [
        (Recurrence.WEEKLY, MONDAY, date(2026, 3, 9)),
        (Recurrence.FORTNIGHTLY, MONDAY, date(2026, 3, 16)),
        (Recurrence.MONTHLY, MONDAY, date(2026, 4, 2)),
        (Recurrence.MONTHLY, date(2026, 1, 31), date(2026, 3, 31)),
        (Recurrence.QUARTERLY, date(2025, 12, 31), date(2026, 3, 31)),
        (Recurrence.MONTHLY, date(2026, 2, 1), date(2026, 4, 1)),
    ],
)
def test_a_step_comes_again_by_its_rule(rule: Recurrence, was: date, comes: date) -> None:
    """Done on Monday 2 March 2026 at the latest."""
    assert next_on(rule, was, MONDAY, WEEK) == comes


@given(
    rule=st.sampled_from(list(Recurrence)),
    was=st.dates(date(2025, 1, 1), date(2027, 1, 1)),
    late=st.integers(0, 100),
)
def test_it_never_comes_again_in_the_past_or_on_a_weekend(
    rule: Recurrence, was: date, late: int
) -> None:
    today = was + timedelta(days=late)
    comes = next_on(rule, was, today, WEEK)
    assert today < comes <= today + timedelta(days=95)
    assert WEEK.works_on(comes)
