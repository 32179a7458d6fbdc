"""One silence, one question: what is at stake comes first, and who doesn't answer is left alone
for 2, 4, then 8 working days."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.nudging import (
    BACK_OFF,
    Asked,
    Bundle,
    Why,
    bundle,
    is_escalated,
    may_ask,
    may_list,
    questions,
)
from bot.domain.preferences import Message
from bot.domain.signals import Finding, Signal
from bot.domain.working_days import DaysOff
from tests.views.cast import BOSS, DEAL, OVERDUE, REP, SILENT

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
        assert owner.calendar.days_since(asked_on, today) >= least


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


def test_a_question_that_did_not_help_is_not_asked_again_for_eight_working_days() -> None:
    unhelpful = Asked(1, MONDAY, answered=True, unhelpful=True)
    assert not may_ask(unhelpful, REP, date(2026, 3, 11))
    assert may_ask(unhelpful, REP, date(2026, 3, 12))


def test_public_holidays_and_days_off_are_no_waiting() -> None:
    """Asked on Friday 13 February 2026: the 16th to the 18th are Seollal, the 19th is off."""
    seoul = replace(REP, country="KR", days_off=(DaysOff(date(2026, 2, 19), date(2026, 2, 19)),))
    friday = Asked(1, date(2026, 2, 13), answered=False)
    asked = [day for day in range(14, 26) if may_ask(friday, seoul, date(2026, 2, day))]
    assert asked[0] == 23


def test_a_close_date_that_has_passed_is_asked_about_and_a_hold_quiets_it() -> None:
    passed = Finding(Signal.DATE_PASSED, date(2026, 2, 27), 3)
    assert [one.deal.id for one in questions([(DEAL, (passed,))], {}, REP, MONDAY)] == [DEAL.id]
    held = replace(DEAL, held_until=date(2026, 3, 9))
    assert questions([(held, (passed,))], {}, REP, MONDAY) == []


def test_of_too_many_deals_those_asked_about_less_often_get_their_turn() -> None:
    stale = [(replace(DEAL, id=n, amount=Decimal(n)), (SILENT,)) for n in range(1, 11)]
    first = bundle(stale, {}, REP, MONDAY)
    assert isinstance(first, Bundle)
    assert ([one.deal.id for one in first.questions], first.more) == ([10, 9, 8, 7, 6, 5, 4], 3)
    asked = {one.deal.id: Asked(1, MONDAY, answered=False) for one in first.questions}
    second = bundle(stale, asked, REP, date(2026, 3, 4))
    assert isinstance(second, Bundle)
    assert [one.deal.id for one in second.questions] == [10, 9, 8, 7, 3, 2, 1]


def test_every_reason_for_silence_has_its_name() -> None:
    silent = [(DEAL, (SILENT,))]
    waiting = {DEAL.id: Asked(1, MONDAY, answered=False)}
    muted = replace(REP, muted=frozenset({Message.NUDGES}))
    assert bundle(silent, {}, muted, MONDAY) is Why.MUTED
    assert bundle([(DEAL, (OVERDUE,))], {}, REP, MONDAY) is Why.NOTHING
    assert bundle(silent, waiting, REP, MONDAY) is Why.WAITING


def test_the_third_question_left_over_night_is_the_managers_to_know() -> None:
    tuesday = date(2026, 3, 3)
    third = Asked(3, MONDAY, answered=False)
    assert [is_escalated(third, day) for day in (MONDAY, tuesday)] == [False, True]
    assert not is_escalated(replace(third, times=2), tuesday)
    assert not is_escalated(replace(third, answered=True), tuesday)


def test_a_deal_comes_back_to_the_managers_list_after_eight_of_their_working_days() -> None:
    assert may_list(None, BOSS, MONDAY)
    assert not may_list(MONDAY, BOSS, date(2026, 3, 11))
    assert may_list(MONDAY, BOSS, date(2026, 3, 12))


def test_amounts_of_two_currencies_are_not_compared() -> None:
    """Three million won are no more than twelve thousand dollars because they have more zeros."""
    amounts = ((1, 3_000_000, "KRW"), (2, 12_000, "USD"), (3, 100, "USD"), (4, 90_000, "KRW"))
    stale = [
        (replace(DEAL, id=n, amount=Decimal(amount), currency=currency), (SILENT,))
        for n, amount, currency in amounts
    ]
    assert [one.deal.id for one in questions(stale, {}, REP, MONDAY)] == [1, 2, 4, 3]
