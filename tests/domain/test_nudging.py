"""One silence, one question: what is at stake comes first, and who doesn't answer is left alone
for 2, 4, then 8 working days."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.nudging import BACK_OFF, Asked, may_ask, questions
from bot.domain.people import working_days_since
from bot.domain.signals import Finding, Signal
from tests.views.cast import DEAL, OVERDUE, REP, SILENT

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("times", "first_day"),
    [(1, date(2026, 3, 4)), (2, date(2026, 3, 6)), (3, date(2026, 3, 12)), (7, date(2026, 3, 12))],
)
def test_an_unanswered_question_waits_two_four_and_eight_working_days(
    times: int, first_day: date
) -> None:
    asked = Asked(times, MONDAY, answered=False)
    assert not may_ask(asked, REP, first_day - timedelta(days=1))
    assert may_ask(asked, REP, first_day)


def test_a_weekend_does_not_count_as_waiting() -> None:
    friday = Asked(1, date(2026, 3, 6), answered=False)
    assert [may_ask(friday, REP, date(2026, 3, day)) for day in (8, 9, 10)] == [False, False, True]


def test_an_answered_deal_may_be_asked_about_the_next_working_day_if_it_is_still_stale() -> None:
    answered = Asked(3, MONDAY, answered=True)
    assert not may_ask(answered, REP, MONDAY)
    assert may_ask(answered, REP, date(2026, 3, 3))


@given(
    times=st.integers(1, 9),
    asked_on=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    waited=st.integers(0, 40),
    working_days=st.frozensets(st.integers(1, 7), min_size=1),
)
def test_nobody_is_asked_again_within_the_back_off(
    times: int, asked_on: date, waited: int, working_days: frozenset[int]
) -> None:
    owner = replace(REP, working_days=working_days)
    today = asked_on + timedelta(days=waited)
    if may_ask(Asked(times, asked_on, answered=False), owner, today):
        least = BACK_OFF[min(times, 3) - 1]
        assert working_days_since(asked_on, today, working_days) >= least


def test_what_is_at_stake_comes_first() -> None:
    small = replace(DEAL, id=1, amount=Decimal(100), probability=75)
    likely = replace(DEAL, id=2, amount=Decimal(1000), probability=50)
    unlikely = replace(DEAL, id=3, amount=Decimal(3000), probability=10)
    unknown = replace(DEAL, id=4, amount=None)
    stale = [(deal, (SILENT,)) for deal in (unknown, small, unlikely, likely)]
    assert [one.deal.id for one in questions(stale, {}, REP, MONDAY)] == [2, 3, 1, 4]


def test_a_deal_that_is_not_stale_is_not_asked_about() -> None:
    assert questions([(DEAL, (OVERDUE,))], {}, REP, MONDAY) == []


def test_questions_in_a_row_are_counted_until_an_answer() -> None:
    stale = [(DEAL, (Finding(Signal.STUCK, MONDAY, 40),))]
    long_ago = MONDAY - timedelta(days=30)
    open_question = questions(stale, {DEAL.id: Asked(2, long_ago, answered=False)}, REP, MONDAY)
    answered = questions(stale, {DEAL.id: Asked(2, long_ago, answered=True)}, REP, MONDAY)
    assert [one.times for one in open_question + answered] == [3, 1]
