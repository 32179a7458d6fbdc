"""A day that there is not is read as no other, however it is written and wherever it stands."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.parsing_dates import (
    find_date,
    no_day_in,
    read_date,
    take_leading_date,
    take_trailing_date,
)

days = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1))


@st.composite
def impossible(draw: st.DrawFn) -> str:
    """A day that there is not, as people would write it."""
    year = draw(st.integers(2001, 2099))
    month = draw(st.sampled_from([2, 4, 6, 9, 11]))
    day = draw(st.sampled_from([30, 31])) if month == 2 else 31
    if month == 2 and year % 4 and draw(st.booleans()):
        day, shapes = 29, [*_WITH_YEAR]
    else:
        shapes = [*_WITH_YEAR, *_WITHOUT_YEAR]
    name = date(year, month, 1).strftime(draw(st.sampled_from(["%b", "%B"])))
    shape = draw(st.sampled_from(shapes))
    return shape.format(y=year, m=month, d=day, name=draw(st.sampled_from([name, name.lower()])))


_WITH_YEAR = (
    "{y}-{m:02}-{d}", "{y}/{m}/{d}", "{y}.{m}.{d}", "{y}. {m}. {d}.", "{d}.{m:02}.{y}",
    "{m}/{d}/{y}", "{m:02}-{d}-{y}", "{name} {d}, {y}", "{d} {name} {y}", "{d}th of {name} {y}",
    "{y}년 {m}월 {d}일", "{y}년{m}월{d}일",
)  # fmt: skip
_WITHOUT_YEAR = (
    "{name} {d}", "{name} {d}st", "{name}. {d}", "{name} the {d}th", "{d} {name}", "{d}. {name}",
    "the {d}th of {name}", "{d}-{name}", "{m}/{d}", "{m}월 {d}일", "{m}월{d}일", "{m} 월 {d} 일",
    "friday, {name} {d}", "{name} {d}, friday", "{m}월 {d}일 (금)", "{m}월 {d}일 금요일",
    "{name} {d} 3pm", "{name} {d} at 15:30", "{m}월 {d}일 오후 3시",
)  # fmt: skip
_AROUND = (
    "{}", "by {}", "until {}", "send quote {}", "send the quote by {}", "{} send the quote",
    "{}까지", "{}까지 견적서", "견적서 {}까지 보내기", "move it to {} please", "{}에 전화하기",
)  # fmt: skip


@given(impossible(), st.sampled_from(_AROUND), days, st.booleans())
def test_a_day_that_there_is_not_is_never_read_as_another(
    day: str, around: str, today: date, past: bool
) -> None:
    said = around.format(day)
    assert read_date(said, today, past=past) is None
    for take in (take_trailing_date, take_leading_date):
        assert take(said, today, past=past) == (said.strip(), None)
    assert find_date(said, today, past=past) is None
    assert no_day_in(said)


@pytest.mark.parametrize(
    "said",
    ["a 50/50 split", "open 24/7", "납기 45일", "16/40 seats", "in the 99th percentile", "Q5"],
)
def test_figures_that_are_no_days_are_not_taken_for_wrong_ones(said: str) -> None:
    assert no_day_in(said) == ""
