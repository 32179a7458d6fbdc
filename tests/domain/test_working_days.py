"""Working days are counted as a person would: their week, without holidays and days off."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.refusal import Refusal
from bot.domain.working_days import (
    LONGEST_LEAVE,
    Calendar,
    DaysOff,
    countries,
    country_of_zone,
    merged,
    public_holidays,
)

WEEK = frozenset({1, 2, 3, 4, 5})
SEOUL = Calendar(WEEK, "KR")
DAY = timedelta(days=1)

days = st.dates(date(2024, 1, 1), date(2027, 12, 31))
leaves = st.builds(
    lambda first, length: DaysOff(first, first + DAY * length), days, st.integers(0, 30)
)
calendars = st.builds(
    Calendar,
    week=st.frozensets(st.integers(1, 7)),
    country=st.sampled_from(["", "KR", "US", "DE", "AE", "JP", "ZZ"]),
    days_off=st.lists(leaves, max_size=4).map(tuple),
)


@given(calendar=calendars, start=days, length=st.integers(-10, 420))
def test_the_count_is_what_a_finger_on_the_calendar_finds(
    calendar: Calendar, start: date, length: int
) -> None:
    end = start + DAY * length
    by_finger = sum(calendar.works_on(start + DAY * n) for n in range(1, length + 1))
    assert calendar.days_since(start, end) == by_finger
    assert calendar.days_in(start + DAY, end) == by_finger


@given(calendar=calendars, due=days)
def test_what_is_due_is_told_on_exactly_one_working_day(calendar: Calendar, due: date) -> None:
    first = calendar.first_from(due)
    told = [due + DAY * n for n in range(-3, 60) if calendar.falls_on(due, due + DAY * n)]
    assert told == ([first] if first is not None and first < due + DAY * 60 else [])


@pytest.mark.parametrize(
    ("day", "what"),
    [
        (date(2026, 2, 17), "Seollal"),
        (date(2026, 3, 2), "the day that makes up for 1 March, a Sunday"),
        (date(2026, 5, 25), "the day that makes up for Buddha's birthday, a Sunday"),
        (date(2026, 6, 3), "the local elections"),
        (date(2026, 9, 25), "Chuseok"),
        (date(2025, 6, 3), "the presidential election"),
    ],
)
def test_korea_rests_on_made_up_holidays_and_election_days(day: date, what: str) -> None:
    assert not SEOUL.works_on(day), what
    assert Calendar(WEEK).works_on(day)


def test_a_week_with_chuseok_has_three_working_days() -> None:
    assert SEOUL.days_in(date(2026, 9, 21), date(2026, 9, 27)) == 3


def test_monday_to_monday_counts_five() -> None:
    assert Calendar(WEEK).days_since(date(2026, 3, 2), date(2026, 3, 9)) == 5
    assert Calendar(WEEK).days_since(date(2026, 3, 9), date(2026, 3, 2)) == 0


def test_who_never_works_has_no_next_working_day() -> None:
    assert Calendar(frozenset()).first_from(date(2026, 3, 2)) is None


def test_a_time_zone_hints_at_the_country() -> None:
    assert [
        country_of_zone(zone) for zone in ("Asia/Seoul", "Europe/Berlin", "UTC", "Etc/GMT+3")
    ] == [
        "KR",
        "DE",
        "",
        "",
    ]
    assert {"KR", "US", "DE", "JP"} < countries()
    assert public_holidays("ZZ", 2026) == frozenset()


def test_leaves_that_touch_become_one() -> None:
    a, b, c = (
        DaysOff(date(2026, 5, 4), date(2026, 5, 8)),
        DaysOff(date(2026, 5, 9), date(2026, 5, 9)),
        DaysOff(date(2026, 7, 1), date(2026, 7, 2)),
    )
    assert merged([c, b, a]) == (DaysOff(date(2026, 5, 4), date(2026, 5, 9)), c)


def test_nobody_is_away_for_more_than_a_year() -> None:
    first = date(2026, 1, 1)
    with pytest.raises(Refusal, match="settings-leave-too-long"):
        merged([DaysOff(first, first + DAY * LONGEST_LEAVE)])
    with pytest.raises(Refusal, match="settings-leaves-too-many"):
        merged([DaysOff(first + DAY * 3 * n, first + DAY * 3 * n) for n in range(60)])
