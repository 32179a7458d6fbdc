"""Who needs a word and who earned one, by figures of a week and the week before it."""

from dataclasses import replace
from datetime import date

from bot.domain.adoption import Digest, RepWeek, Standing, monday_of, most_urgent_first

STEADY = RepWeek(1, 4, 4, 9, 9, Standing(6, 1, 5))


def test_nothing_done_with_open_deals_needs_a_word() -> None:
    assert not STEADY.needs_a_word
    assert replace(STEADY, active_days=0, activities=0).needs_a_word
    assert not replace(STEADY, active_days=0, standing=Standing(0, 0, 0)).needs_a_word


def test_half_of_the_deals_stale_needs_a_word() -> None:
    assert replace(STEADY, standing=Standing(4, 2, 4)).needs_a_word
    assert not replace(STEADY, standing=Standing(5, 2, 4)).needs_a_word
    assert not replace(STEADY, standing=Standing(1, 1, 1)).needs_a_word


def test_more_active_days_or_fewer_stale_deals_earn_praise() -> None:
    assert not STEADY.has_improved
    assert replace(STEADY, active_days=5).has_improved
    assert replace(STEADY, standing_before=Standing(6, 2, 5)).has_improved
    assert not replace(STEADY, standing_before=Standing(6, 1, 1)).has_improved


def test_whoever_fell_in_more_than_they_rose_is_not_praised() -> None:
    more_days = replace(STEADY, active_days=5, rules=10, rules_before=10, met=6, met_before=6)
    assert replace(more_days, activities=8).has_improved, "as much rose as fell"
    assert not replace(more_days, activities=8, met=5).has_improved
    fresher = replace(STEADY, standing_before=Standing(6, 2, 6))
    assert fresher.has_improved, "one step fewer, one stale deal fewer"
    assert not replace(fresher, activities=8).has_improved
    assert replace(fresher, activities=8, won=1).has_improved


def test_nobody_is_praised_for_doing_nothing() -> None:
    idle = replace(STEADY, active_days=0, active_days_before=0)
    assert not replace(idle, standing_before=Standing(9, 9, 0)).has_improved


def test_whoever_needs_a_word_is_told_first() -> None:
    idle = replace(STEADY, rep_id=2, active_days=0)
    stale = replace(STEADY, rep_id=3, standing=Standing(4, 3, 0))
    assert [rep.rep_id for rep in most_urgent_first((STEADY, idle, stale))] == [3, 2, 1]


def test_a_week_runs_from_monday_to_sunday() -> None:
    assert monday_of(date(2026, 3, 2)) == monday_of(date(2026, 3, 8)) == date(2026, 3, 2)
    week = Digest(date(2026, 3, 2), (STEADY, STEADY))
    assert (week.sunday, week.open_deals, week.stale) == (date(2026, 3, 8), 12, 2)
