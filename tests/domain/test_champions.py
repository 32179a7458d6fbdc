"""Who is asked to show the way: by results and by habit, never by one of them alone."""

from datetime import date

from bot.domain.champions import Doing, shares, top

STEADY = (3,) * 9 + (0,) * 3
IDLE = (3,) * 8 + (2,) * 4


def rep(rep_id: int, won: int, closed: int = 20, days: tuple[int, ...] = STEADY) -> Doing:
    return Doing(rep_id, won, closed, days)


def test_the_best_quarter_is_asked_where_it_has_the_habit() -> None:
    reps = [rep(number, number) for number in range(1, 9)]
    assert top(reps) == {7, 8}
    assert top([*reps[:-1], rep(8, 8, days=IDLE)]) == {7}, "nobody moves up for it"


def test_a_tie_takes_all_in() -> None:
    assert top([rep(1, 10), rep(2, 10), rep(3, 4), rep(4, 2)]) == {1, 2}


def test_of_few_deals_or_few_reps_nobody_is_the_best() -> None:
    assert top([rep(1, 9, closed=9), rep(2, 5), rep(3, 4), rep(4, 1)]) == {2}
    assert top([rep(1, 10), rep(2, 5), rep(3, 9, closed=9)]) == frozenset()


def test_weeks_are_told_for_the_champions_and_the_others() -> None:
    first, second = date(2026, 3, 2), date(2026, 3, 9)
    days = {1: {first: 3, second: 5}, 2: {first: 2}, 3: {second: 4}}
    told = shares([first, second], [1, 2, 3], frozenset({1}), days)
    assert [(one.champions_active, one.others_active) for one in told] == [(1, 0), (1, 1)]
    assert {(one.champions, one.others) for one in told} == {(1, 2)}
