"""A time of day stays what the owner's clock shows, whatever becomes of zones and clocks."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.timing import When, an_hour_later, by_clock, moment, remind_at, settled, shown
from tests.views.cast import DEAL

NEW_YORK, SEOUL = ZoneInfo("America/New_York"), ZoneInfo("Asia/Seoul")
NOON = datetime(2026, 3, 4, 17, tzinfo=UTC)
"""12:00 in New York."""


def test_a_time_alone_is_todays_where_it_is_still_ahead_else_tomorrows() -> None:
    ahead = settled(When(None, time(16)), NOON, NEW_YORK, NEW_YORK)
    assert ahead == When(date(2026, 3, 4), time(16))
    gone = settled(When(None, time(11)), NOON, NEW_YORK, NEW_YORK)
    assert gone == When(date(2026, 3, 5), time(11))


def test_what_somebody_elsewhere_types_is_the_same_moment_by_the_owners_clock() -> None:
    typed = When(date(2026, 3, 6), time(9))
    kept = settled(typed, NOON, SEOUL, NEW_YORK)
    assert kept == When(date(2026, 3, 5), time(19))
    day = When(date(2026, 3, 6))
    assert settled(day, NOON, SEOUL, NEW_YORK) == day, "a day alone is nobody's moment"


def test_the_wall_clock_stays_over_a_change_of_clocks() -> None:
    before, after = (moment(date(2026, 3, day), time(15), NEW_YORK) for day in (7, 9))
    assert (before.hour, after.hour) == (20, 19)
    assert by_clock(after, NEW_YORK) == When(date(2026, 3, 9), time(15))
    left_out = moment(date(2026, 3, 8), time(2, 30), NEW_YORK)
    assert by_clock(left_out, NEW_YORK).at == time(3, 30)
    twice = moment(date(2026, 11, 1), time(1, 30), NEW_YORK)
    assert twice == datetime(2026, 11, 1, 5, 30, tzinfo=UTC), "the first of the two"


def test_the_wall_clock_stays_when_its_owner_moves() -> None:
    deal = replace(
        DEAL,
        next_step_due_on=date(2026, 3, 4),
        next_step_time=time(15),
        owner_tz="America/New_York",
    )
    moved = replace(deal, owner_tz="Asia/Seoul")
    assert shown(deal, NEW_YORK) == shown(moved, SEOUL) == When(date(2026, 3, 4), time(15))
    assert shown(deal, SEOUL) == When(date(2026, 3, 5), time(5))


@pytest.mark.parametrize(
    ("touched", "expected"),
    [(timedelta(hours=-3), timedelta(minutes=-30)), (timedelta(minutes=-10), timedelta())],
)
def test_whoever_set_it_at_the_last_minute_is_reminded_at_the_time(
    touched: timedelta, expected: timedelta
) -> None:
    assert remind_at(NOON, timedelta(minutes=30), NOON + touched) == NOON + expected


def test_later_is_an_hour_from_its_time_or_from_now() -> None:
    deal = replace(
        DEAL, next_step_due_on=date(2026, 3, 4), next_step_time=time(12), owner_tz=NEW_YORK.key
    )
    half_an_hour_before = NOON - timedelta(minutes=30)
    assert an_hour_later(deal, half_an_hour_before, NEW_YORK).at == time(13)
    assert an_hour_later(deal, NOON + timedelta(minutes=21), NEW_YORK).at == time(13, 25)
    late = datetime(2026, 3, 5, 4, 30, tzinfo=UTC)
    assert an_hour_later(deal, late, NEW_YORK) == When(date(2026, 3, 5), time(0, 30))
