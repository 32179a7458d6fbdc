"""Goals as people type or paste them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.parsing_goal import GoalLine, asks_to_set, read_goals

TODAY = date(2026, 5, 20)


def line(text: str) -> GoalLine:
    [told] = read_goals(text, TODAY)
    return told


@pytest.mark.parametrize(
    ("text", "whose", "period", "value", "currency"),
    [
        ("set <@U1> Q3 120,000 USD", "U1", "2026-Q3", 120_000, "USD"),
        ("set <@U1|mina> 2027-Q1 120k", "U1", "2027-Q1", 120_000, None),
        ("set West Q1 500k", "West", "2027-Q1", 500_000, None),
        ("set West 500k", "West", "2026-Q2", 500_000, None),
        ("set team:West Sales for next quarter $1.5m", "West Sales", "2026-Q3", 1_500_000, "USD"),
        ("set all 2026-Q4 2m", "all", "2026-Q4", 2_000_000, None),
        ("set everybody this month 90,000 EUR", "all", "2026-05", 90_000, "EUR"),
        ("set West June 80000", "West", "2026-06", 80_000, None),
        ("set West 2026-09 0", "West", "2026-09", 0, None),
        ("West,2026-Q3,500000,USD", "West", "2026-Q3", 500_000, "USD"),
        ("West\t2026-Q3\t500,000\tUSD", "West", "2026-Q3", 500_000, "USD"),
        ("설정 <@U1> 3분기 1.2억원", "U1", "2026-Q3", 120_000_000, "KRW"),
        ("설정 서부 다음 분기 5억원", "서부", "2026-Q3", 500_000_000, "KRW"),
        ("설정 전체 2026년 4분기 20억원", "all", "2026-Q4", 2_000_000_000, "KRW"),
        ("설정 서부 6월 3000만원", "서부", "2026-06", 30_000_000, "KRW"),
    ],
)
def test_a_line_says_whose_goal_for_when_and_how_much(
    text: str, whose: str, period: str, value: int, currency: str | None
) -> None:
    told = line(text)
    read = told.person.user_id if told.person else "all" if told.is_all else told.name
    assert (read, told.period) == (whose, period)
    assert told.amount is not None
    assert (told.amount.value, told.amount.currency) == (Decimal(value), currency)


def test_several_lines_are_several_goals() -> None:
    assert [one.name for one in read_goals("set West Q3 5k\n\nEast Q3 6k", TODAY)] == [
        "West",
        "East",
    ]
    assert line("set West Q3").amount is None
    assert asks_to_set("설정 서부 5억")
    assert not asks_to_set("settings")


@given(st.text(max_size=60))
def test_nothing_typed_is_ever_a_fault(text: str) -> None:
    read_goals(text, TODAY)
