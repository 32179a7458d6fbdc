"""Scores are what the weeks say, by the weights declared, and silent where too little is known."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.periods import Period
from bot.domain.reporting import Adoption, Met
from bot.domain.scorecards import (
    Card,
    Score,
    asks_for_last_quarter,
    last_quarter,
    quarter_so_far,
    scores_of,
)

WEIGHTS = {"hygiene": 40, "rhythm": 30, "next_step": 30}
TARGETS = {"hygiene": 80, "rhythm": 60, "next_step": 80, "fresh": 80}
QUARTER = Period(date(2026, 1, 1), date(2026, 3, 31))


def week(number: int, active: int = 3, hygiene: str | None = "80", open_deals: int = 4) -> Adoption:
    return Adoption(
        rep="U1",
        manager="U2",
        week=date(2026, 1, 5) + timedelta(weeks=number),
        working_days=5,
        active_days=active,
        activities=4,
        open_deals=open_deals,
        with_next_step=2 if open_deals else 0,
        stale=1 if open_deals else 0,
        hygiene=None if hygiene is None else Decimal(hygiene),
    )


def card(*scores: Score) -> Card:
    return Card(QUARTER, scores, 60, 0, 0, (), 1)


def test_measures_are_means_over_the_weeks_and_rhythm_over_the_days() -> None:
    weeks = [week(number, active=number % 5, hygiene=str(70 + number)) for number in range(5)]
    hygiene, rhythm, steps = scores_of(weeks, WEIGHTS, TARGETS)
    assert hygiene.value == Decimal("72.0")
    assert rhythm.value == Decimal("40.0")
    assert steps.value == Decimal("50.0")
    assert (hygiene.status, rhythm.status, steps.status) == (Met.NEAR, Met.MISSED, Met.MISSED)


def test_the_total_is_by_weight_of_how_much_of_each_target_was_reached() -> None:
    scores = (
        Score("hygiene", 40, 80, Decimal(40), 9),
        Score("rhythm", 30, 60, Decimal(90), 60),
        Score("next_step", 30, 80, Decimal(80), 9),
    )
    assert [one.points for one in scores] == [Decimal("50.0"), Decimal(100), Decimal(100)]
    assert card(*scores).total == Decimal("80.0")


def test_what_nobody_can_tell_is_shared_out_and_not_held_against_anyone() -> None:
    scores = scores_of(
        [week(number, hygiene=None, open_deals=0) for number in range(12)], WEIGHTS, TARGETS
    )
    assert [one.status for one in scores] == [Met.TOO_LITTLE, Met.MET, Met.TOO_LITTLE]
    assert card(*scores).total == Decimal("100.0")
    assert card(*scores_of([week(0)], WEIGHTS, TARGETS)).total == Decimal("100.0")
    assert card(*scores_of([], WEIGHTS, TARGETS)).total is None


def test_a_measure_without_weight_is_no_score() -> None:
    scores = scores_of([week(0)], {"hygiene": 100, "rhythm": 0}, TARGETS)
    assert [one.measure for one in scores] == ["hygiene"]


@given(day=st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_quarters_follow_each_other_without_a_gap(day: date) -> None:
    this, last = quarter_so_far(day), last_quarter(day)
    assert this.last == day
    assert last.last + timedelta(days=1) == this.first
    assert last.first == quarter_so_far(last.last).first


def test_the_last_quarter_is_asked_for_in_both_languages() -> None:
    assert asks_for_last_quarter("<@U1> last quarter")
    assert asks_for_last_quarter("지난 분기")
    assert not asks_for_last_quarter("<@U1|blaster>")
