"""Calls keep to their pace whatever moments they ask at, and waits grow without bunching."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.pacing import LONGEST_WAIT_SECONDS, Pace, back_off
from tests.makers import START

PACES = st.builds(
    Pace,
    gap=st.integers(1, 5_000).map(lambda ms: timedelta(milliseconds=ms)),
    at_once=st.integers(1, 30),
)
RESTS = st.lists(
    st.tuples(st.integers(0, 8_000).map(lambda ms: timedelta(milliseconds=ms)), st.integers(1, 9)),
    max_size=60,
)


@given(pace=PACES, rests=RESTS)
def test_no_stretch_of_time_holds_more_calls_than_the_pace_allows(
    pace: Pace, rests: list[tuple[timedelta, int]]
) -> None:
    now, spent, calls = START, START, []
    for rest, wanted in rests:
        now += rest
        granted = min(wanted, pace.room(spent, now))
        spent = pace.after(spent, now, granted)
        calls += [now] * granted
    for first, begin in enumerate(calls):
        for last, end in enumerate(calls[first:], start=first):
            assert last - first + 1 <= pace.at_once + (end - begin) / pace.gap


@given(pace=PACES, rests=RESTS)
def test_whoever_waits_until_it_is_free_may_call_then_and_not_a_moment_before(
    pace: Pace, rests: list[tuple[timedelta, int]]
) -> None:
    now, spent = START, START
    for rest, wanted in rests:
        now += rest
        spent = pace.after(spent, now, min(wanted, pace.room(spent, now)))
        free = max(now, pace.free_at(spent))
        assert pace.room(spent, free) >= 1
        if free > now:
            assert pace.room(spent, free - timedelta(microseconds=1)) == 0


@given(pace=PACES, rests=RESTS)
def test_what_is_remembered_is_believed_unless_it_is_of_a_clock_far_ahead(
    pace: Pace, rests: list[tuple[timedelta, int]]
) -> None:
    now, spent = START, START
    for rest, wanted in rests:
        now += rest
        spent = pace.after(spent, now, min(wanted, pace.room(spent, now)))
        assert pace.believed(spent, now) == spent
    next_year = now + timedelta(days=365)
    assert pace.believed(pace.after(spent, next_year, 1), now) == now


@given(pace=PACES)
def test_after_a_long_rest_the_whole_allowance_is_there_and_no_more(pace: Pace) -> None:
    assert pace.room(START, START + timedelta(days=1)) == pace.at_once


@given(st.integers(0, 100_000), st.floats(0, 1, exclude_max=True))
def test_waits_stay_within_a_quarter_of_their_doubling(attempts: int, chance: float) -> None:
    middle = min(2.0 ** min(attempts, 100), LONGEST_WAIT_SECONDS)
    waited = back_off(attempts, chance).total_seconds()
    assert 0.7499 * middle <= waited <= 1.2501 * middle


def test_waits_grow_until_the_longest() -> None:
    waits = [back_off(attempts, 0.5) for attempts in range(1, 9)]
    assert all(later == 2 * earlier for earlier, later in pairwise(waits))
    assert back_off(9, 0.5) == timedelta(seconds=LONGEST_WAIT_SECONDS)


@given(st.integers(1, 20), st.floats(0, 1, exclude_max=True), st.floats(0, 1, exclude_max=True))
def test_two_that_failed_together_come_back_apart(attempts: int, one: float, other: float) -> None:
    apart = abs((back_off(attempts, one) - back_off(attempts, other)).total_seconds())
    assert apart >= min(2.0**attempts, LONGEST_WAIT_SECONDS) * abs(one - other) / 2 - 1e-5
