"""The statistics of evidence agree with an established package, cover the truth, and don't leak."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy import stats

from bot.domain.evidence import (
    FEWEST_A_SIDE,
    Beside,
    Habit,
    Life,
    Rate,
    TooFew,
    compare,
    difference,
    has,
    median_days,
    wilson,
)

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
TO = 1e-9


@given(st.integers(1, 5_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilsons_interval_is_scipys(counts: tuple[int, int]) -> None:
    theirs = stats.binomtest(*counts).proportion_ci(method="wilson")
    assert wilson(*counts) == pytest.approx((theirs.low, theirs.high), abs=TO)


counted = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(counted, counted)
def test_the_difference_is_newcombes_from_scipys_intervals(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    first, second = (stats.binomtest(*side).proportion_ci(method="wilson") for side in (one, other))
    p, q = one[0] / one[1], other[0] / other[1]
    low = p - q - ((p - first.low) ** 2 + (second.high - q) ** 2) ** 0.5
    high = p - q + ((first.high - p) ** 2 + (q - second.low) ** 2) ** 0.5
    assert difference(Rate(*one), Rate(*other)) == pytest.approx((p - q, low, high), abs=TO)


def test_newcombes_own_example() -> None:
    """His table II: 56 of 70 beside 48 of 80, method 10."""
    told = difference(Rate(56, 70), Rate(48, 80))
    assert told == pytest.approx((0.2, 0.0524, 0.3339), abs=0.00005)


lives = st.lists(st.tuples(st.integers(1, 60), st.booleans()), min_size=3, max_size=120)


@given(lives)
@example([(1, True), (1, True), (2, True), (2, True), (3, True), *[(3, False)] * 5])
def test_the_median_is_scipys_kaplan_meier(told: list[tuple[int, bool]]) -> None:
    uncensored = [day for day, won in told if won]
    censored = [day for day, won in told if not won]
    if not uncensored:
        assert median_days(told).days is None
        return
    data = stats.CensoredData(uncensored=uncensored, right=censored)
    survival = stats.ecdf(data).sf
    crossed = [
        int(day)
        for day, part in zip(survival.quantiles, survival.probabilities, strict=True)
        if part <= 0.5 + 1e-12 and int(day) in set(uncensored)
    ]
    assert median_days(told).days == (crossed[0] if crossed else None)


@pytest.mark.filterwarnings("ignore:The confidence interval is undefined")
@given(lives)
def test_the_medians_interval_is_where_scipys_band_crosses_a_half(
    told: list[tuple[int, bool]],
) -> None:
    uncensored = [day for day, won in told if won]
    if not uncensored:
        return
    data = stats.CensoredData(uncensored=uncensored, right=[day for day, won in told if not won])
    survival = stats.ecdf(data).sf
    band = survival.confidence_interval(method="log-log")
    crossed = []
    for theirs in (band.low, band.high):
        steps = zip(survival.quantiles, survival.probabilities, theirs.probabilities, strict=True)
        crossed.append(
            next(
                (
                    int(day)
                    for day, at, bound in steps
                    if int(day) in set(uncensored) and (bound if 0 < at < 1 else at) <= 0.5
                ),
                None,
            )
        )
    median = median_days(told)
    assert [median.low, median.high] == crossed


def life(
    days: int,
    *,
    won: bool,
    steps: tuple[tuple[int, int | None], ...] = (),
    active: tuple[int, ...] = (),
    made: date = MONDAY,
) -> Life:
    """`steps` and `active` in days from the making on; the fate comes after `days`."""
    dated = tuple((made + DAY * at, None if due is None else made + DAY * due) for at, due in steps)
    fate = made + DAY * days
    return Life(made, fate, won, fate, dated, frozenset(made + DAY * day for day in active))


@pytest.mark.parametrize(
    ("steps", "holds"),
    [
        (((0, 100),), True),
        (((0, 10),), True),  # eleven days of twenty-one: the tenth is the last before it is overdue
        (((0, 9),), False),  # ten are not most
        (((10, 100),), True),
        (((11, 100),), False),
        (((0, 4), (10, 16)), True),
        (((0, 100), (10, None)), False),
        (((21, 100),), False),
        ((), False),
    ],
)
def test_a_dated_step_on_most_of_the_first_days(
    steps: tuple[tuple[int, int | None], ...], holds: bool
) -> None:
    assert has(Habit.NEXT_STEP, life(40, won=True, steps=steps)) is holds


@pytest.mark.parametrize(
    ("active", "holds"),
    [((0, 7, 14), True), ((6, 13, 20), True), ((0, 1, 2, 3), False), ((0, 7, 21), False)],
)
def test_an_activity_in_each_of_the_first_weeks(active: tuple[int, ...], holds: bool) -> None:
    assert has(Habit.WEEKLY, life(28, won=True, active=active)) is holds


def test_deals_decided_before_the_window_closed_are_left_out() -> None:
    early = [life(20, won=True, active=(0, 7, 14)) for _ in range(50)]
    assert compare(Habit.WEEKLY, early) == TooFew(Habit.WEEKLY, 0, 0)
    late = [life(21, won=True, active=(0, 7, 14)) for _ in range(50)]
    assert compare(Habit.WEEKLY, late) == TooFew(Habit.WEEKLY, 50, 0)


def test_under_ten_on_a_side_nothing_is_told() -> None:
    few = [life(30, won=True, active=(0, 7, 14)) for _ in range(FEWEST_A_SIDE - 1)]
    many = [life(30, won=False) for _ in range(30)]
    assert compare(Habit.WEEKLY, few + many) == TooFew(Habit.WEEKLY, FEWEST_A_SIDE - 1, 30)


def test_days_are_those_until_half_were_decided_won_or_lost() -> None:
    lives = [life(30, won=False, active=(0, 7, 14))] * 10 + [life(50, won=True)] * 10
    found = compare(Habit.WEEKLY, lives)
    assert isinstance(found, Beside)
    assert (found.having_days.days, found.lacking_days.days) == (30, 50)


def simulated(chance: Random, having: float, lacking: float, deals: int = 80) -> Beside:
    told: list[Life] = []
    for number in range(deals):
        diligent = number % 2 == 0
        won = chance.random() < (having if diligent else lacking)
        days = chance.randrange(25, 60)
        active = tuple(range(0, days, 5)) if diligent else ()
        told.append(life(days, won=won, active=active))
    found = compare(Habit.WEEKLY, told)
    assert isinstance(found, Beside)
    return found


@pytest.mark.parametrize("rate", [0.3, 0.5])
def test_without_an_effect_the_interval_holds_nothing_in_19_of_20_cases(rate: float) -> None:
    chance = Random(2026)
    held = 0
    for _ in range(2_000):
        _, low, high = simulated(chance, rate, rate).difference
        held += low <= 0 <= high
    assert 0.93 <= held / 2_000 <= 0.97


@pytest.mark.parametrize("diligence", [0.7, 0.8, 0.9])
def test_quick_wins_and_slow_losses_make_no_effect_of_their_own(diligence: float) -> None:
    """Everybody logs in each week by chance alone; wins take weeks and losses months."""
    chance, ruled_out, told = Random(11), 0, 0
    for _ in range(300):
        lives: list[Life] = []
        for _ in range(120):
            won = chance.random() < 0.5
            days = chance.randrange(25, 46) if won else chance.randrange(60, 121)
            weeks = range(0, days, 7)
            active = tuple(day for day in weeks if chance.random() < diligence)
            lives.append(life(days, won=won, active=active))
        found = compare(Habit.WEEKLY, lives)
        if isinstance(found, Beside):
            told += 1
            _, low, high = found.difference
            ruled_out += not low <= 0 <= high
    assert told > 200
    assert ruled_out / told <= 0.09


def test_an_effect_that_is_there_is_found() -> None:
    chance = Random(7)
    found = [simulated(chance, 0.7, 0.3, deals=200).difference for _ in range(100)]
    assert sum(low > 0 for _, low, _ in found) > 95
    assert sum(low <= 0.4 <= high for _, low, high in found) >= 90
