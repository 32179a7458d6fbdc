"""The statistics of evidence agree with an established package, cover the truth, and don't leak."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
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
        (((0, 5),), True),  # six days of ten: the fifth is the last on which it is not overdue
        (((0, 4),), False),  # five of ten are not most
        (((4, 100),), True),
        (((5, 100),), False),
        (((0, 2), (4, 6)), True),
        (((0, 100), (3, None)), False),
        ((), False),
    ],
)
def test_a_dated_step_on_most_days(steps: tuple[tuple[int, int | None], ...], holds: bool) -> None:
    assert has(Habit.NEXT_STEP, life(10, won=True, steps=steps)) is holds


@pytest.mark.parametrize(
    ("active", "holds"),
    [((0, 7, 14, 21), True), ((3, 10, 24), True), ((0, 1, 2, 3), False), ((), False)],
)
def test_an_activity_in_three_of_four_weeks(active: tuple[int, ...], holds: bool) -> None:
    assert has(Habit.WEEKLY, life(28, won=True, active=active)) is holds


def test_nothing_of_the_day_of_the_fate_or_after_it_makes_a_habit() -> None:
    """What is written down once the fate is known follows from it."""
    late = life(14, won=True, steps=((14, 90),), active=(0, 14, 15, 20))
    assert not has(Habit.NEXT_STEP, late)
    assert has(Habit.WEEKLY, life(14, won=True, active=(0, 7)))
    assert not has(Habit.WEEKLY, late)


def test_under_ten_on_a_side_nothing_is_told() -> None:
    few = [life(20, won=True, active=(0, 7, 14)) for _ in range(FEWEST_A_SIDE - 1)]
    many = [life(20, won=False) for _ in range(30)]
    assert compare(Habit.WEEKLY, few + many) == TooFew(Habit.WEEKLY, FEWEST_A_SIDE - 1, 30)
    short = [life(5, won=True, active=(0, 3)) for _ in range(50)]
    assert compare(Habit.WEEKLY, few + many + short) == TooFew(Habit.WEEKLY, 9, 30)


def simulated(chance: Random, having: float, lacking: float, deals: int = 80) -> Beside:
    told: list[Life] = []
    for number in range(deals):
        diligent = number % 2 == 0
        won = chance.random() < (having if diligent else lacking)
        days = chance.randrange(10, 60)
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


def test_an_effect_that_is_there_is_found() -> None:
    chance = Random(7)
    found = [simulated(chance, 0.7, 0.3, deals=200).difference for _ in range(100)]
    assert sum(low > 0 for _, low, _ in found) > 95
    assert sum(low <= 0.4 <= high for _, low, high in found) >= 90
