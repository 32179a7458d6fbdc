"""Whose turn it is: in their own working hours, once a day or week, whatever the clocks do."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.people import Person
from schedules import digest_teams, nudge_stale
from schedules.job import Job
from schedules.timetable import due, floored, next_begin
from tests.views.cast import REP

NUDGES, DIGEST = nudge_stale.JOB, digest_teams.JOB
EVERY_DAY = frozenset(range(1, 8))


def person(**facts: object) -> Person:
    return replace(REP, **facts)  # type: ignore[arg-type] # its own fields


def turns(job: Job, someone: Person, start: datetime, days: float) -> list[datetime]:
    """The distinct turns met by looking at the clock every five minutes."""
    looks = (start + timedelta(minutes=5 * step) for step in range(int(days * 288)))
    met = {turn.begins for look in looks for turn in due(job, [someone], look)}
    return sorted(met)


def test_nobody_is_nudged_outside_their_hours_or_on_a_weekend() -> None:
    seoul = person(tz="Asia/Seoul")
    start = datetime(2026, 3, 6, 0, 0, tzinfo=UTC)  # Friday 09:00 in Seoul
    assert turns(NUDGES, seoul, start - timedelta(hours=8), 7 / 24) == []
    week = turns(NUDGES, seoul, start, 7)
    assert [turn.astimezone(seoul.zone).weekday() for turn in week] == [4, 0, 1, 2, 3]
    assert {turn.astimezone(seoul.zone).time() for turn in week} == {time(9)}


@pytest.mark.parametrize(
    ("zone", "sunday"),
    [
        ("America/New_York", datetime(2026, 3, 8, tzinfo=UTC)),  # 02:00 becomes 03:00
        ("America/New_York", datetime(2026, 11, 1, tzinfo=UTC)),  # 02:00 becomes 01:00
        ("Europe/Berlin", datetime(2026, 3, 29, tzinfo=UTC)),
        ("Europe/Berlin", datetime(2026, 10, 25, tzinfo=UTC)),
        ("Australia/Lord_Howe", datetime(2026, 4, 5, tzinfo=UTC)),  # by half an hour
    ],
)
@pytest.mark.parametrize("begins", [time(0, 30), time(1, 30), time(2, 30), time(9)])
def test_a_change_of_clocks_neither_skips_nor_doubles_a_day(
    zone: str, sunday: datetime, begins: time
) -> None:
    someone = person(tz=zone, workday_start=begins, workday_end=time(18), working_days=EVERY_DAY)
    met = turns(NUDGES, someone, sunday - timedelta(days=3), 7)
    days = [turn.astimezone(someone.zone).date() for turn in met]
    assert len(days) == len(set(days))
    assert [later - earlier for earlier, later in itertools.pairwise(days)] == [
        timedelta(days=1)
    ] * (len(days) - 1)
    assert len(days) in (7, 8)


def test_a_manager_hears_of_the_week_once_on_their_own_monday() -> None:
    for zone in ("Pacific/Auckland", "Asia/Seoul", "UTC", "America/Los_Angeles"):
        boss = person(tz=zone)
        met = turns(DIGEST, boss, datetime(2026, 3, 1, tzinfo=UTC), 14)
        assert [turn.astimezone(boss.zone).isoweekday() for turn in met] == [1, 1]
        assert {turn.astimezone(boss.zone).time() for turn in met} == {time(9)}


def test_the_digest_can_be_made_up_until_mondays_work_ends() -> None:
    boss = person(tz="UTC")
    monday = datetime(2026, 3, 2, tzinfo=UTC)
    hours = [hour for hour in range(24) if due(DIGEST, [boss], monday + timedelta(hours=hour))]
    assert hours == list(range(9, 18))
    assert not due(DIGEST, [boss], monday + timedelta(days=1, hours=9))


def test_who_is_off_on_mondays_hears_on_their_first_day() -> None:
    boss = person(working_days=frozenset({2, 3, 4}))
    (turn,) = turns(DIGEST, boss, datetime(2026, 3, 1, tzinfo=UTC), 7)
    assert turn.isoweekday() == 2


def test_the_next_turn_is_known_before_it_comes() -> None:
    friday_noon = datetime(2026, 3, 6, 12, tzinfo=UTC)
    assert next_begin(NUDGES, [person()], friday_noon) == datetime(2026, 3, 9, 9, tzinfo=UTC)
    assert next_begin(DIGEST, [person()], friday_noon) == datetime(2026, 3, 9, 9, tzinfo=UTC)
    assert next_begin(NUDGES, [person(working_days=frozenset())], friday_noon) is None
    assert next_begin(NUDGES, [], friday_noon) is None


def test_moments_are_told_by_their_five_minutes() -> None:
    assert floored(datetime(2026, 3, 2, 9, 4, 59, 999, tzinfo=UTC)) == datetime(
        2026, 3, 2, 9, tzinfo=UTC
    )
