"""Whose turn a review is, and what corrections make of its points."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from bot.domain.people import Person
from bot.domain.periods import Period
from bot.domain.reviews import ENDS_AFTER, Review, Ruling, Standing, Word, periods, theirs_until
from bot.domain.scorecards import Card, Score
from bot.domain.working_days import DaysOff
from tests.makers import START
from tests.views.cast import REP

QUARTER = Period(date(2026, 1, 1), date(2026, 3, 31))
CARD = Card(
    QUARTER,
    (
        Score("hygiene", 50, 80, Decimal("40.0"), 12),
        Score("rhythm", 50, 60, Decimal("60.0"), 60),
    ),
    60, 0, 0, (), 3,
)  # fmt: skip
OPENED = Review(1, REP, replace(REP, id=9), START, CARD, theirs_until(REP, START))


def test_its_owner_has_five_working_days_to_themselves() -> None:
    until = OPENED.theirs_until
    assert OPENED.standing(until - timedelta(seconds=1)) is Standing.THEIRS
    assert OPENED.standing(until) is Standing.LEADS
    assert REP.calendar.days_since(REP.today(START), REP.today(until)) == 5


def test_days_off_are_not_counted_against_them() -> None:
    today = REP.today(START)
    away: Person = replace(REP, days_off=(DaysOff(today, today + timedelta(days=13)),))
    assert theirs_until(away, START) - theirs_until(REP, START) >= timedelta(days=10)


def test_nobody_else_sees_it_before_it_is_handed_on() -> None:
    assert OPENED.is_shown_to(REP.id, START)
    assert not OPENED.is_shown_to(9, START)
    returned = replace(OPENED, returned_at=START)
    assert returned.is_shown_to(9, START)


def test_an_answered_one_is_frozen_when_it_is_read_or_after_two_weeks() -> None:
    answered = replace(OPENED, returned_at=START, answered_at=START)
    assert answered.standing(START) is Standing.ANSWERED
    assert answered.standing(START + ENDS_AFTER) is Standing.FROZEN
    assert replace(answered, frozen_at=START).standing(START) is Standing.FROZEN


def test_a_correction_stands_beside_what_was_counted() -> None:
    contest = Word(REP, START, "my leave is missing", "hygiene")
    ruling = Word(REP, START, "true", "hygiene", Ruling.CORRECTED, Decimal(80))
    review = replace(OPENED, words=(contest, ruling))
    assert review.card.total == Decimal("75.0")
    assert review.corrected is not None
    assert review.corrected.total == Decimal("100.0")
    kept = replace(OPENED, words=(contest, replace(ruling, ruling=Ruling.KEPT, value=None)))
    assert kept.corrected is None


def test_the_periods_follow_each_other_without_a_gap() -> None:
    told = periods(date(2026, 5, 20))
    assert told["last"] == Period(date(2026, 1, 1), date(2026, 3, 31))
    assert told["before"] == Period(date(2025, 10, 1), date(2025, 12, 31))
    assert told["half"] == Period(date(2025, 10, 1), date(2026, 3, 31))
    assert told["year"] == Period(date(2025, 4, 1), date(2026, 3, 31))
    assert told["now"] == Period(date(2026, 4, 1), date(2026, 5, 20))
