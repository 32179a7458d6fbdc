"""What is typed behind /crm report, in both languages and any order."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.parsing_report import read_report
from bot.domain.periods import Period
from bot.domain.reporting import Grouping

TODAY = date(2026, 5, 13)  # a Wednesday


def since(first: str) -> Period:
    return Period(date.fromisoformat(first), TODAY)


@pytest.mark.parametrize(
    ("typed", "name", "period", "grouping", "form"),
    [
        (
            "opportunities last 6 months by month",
            "opportunities",
            since("2025-12-01"),
            Grouping.MONTH,
            None,
        ),
        ("productivity last 6 months", "productivity", since("2025-12-01"), None, None),
        ("wins by rep as csv", "wins", since("2025-12-01"), Grouping.REP, "csv"),
        ("wins last quarter by stage", "wins", since("2026-04-01"), Grouping.STAGE, None),
        (
            "wins last 2 quarters by team as chart",
            "wins",
            since("2026-01-01"),
            Grouping.TEAM,
            "chart",
        ),
        ("adoption last 4 weeks", "adoption", since("2026-04-20"), None, None),
        ("wins this year by quarter", "wins", since("2026-01-01"), Grouping.QUARTER, None),
        ("wins last 10 days", "wins", since("2026-05-04"), None, None),
        ("attention as xlsx", "attention", since("2025-12-01"), None, "xlsx"),
        ("기회 최근 6개월 월별", "opportunities", since("2025-12-01"), Grouping.MONTH, None),
        ("수주 올해 담당자별 엑셀로", "wins", since("2026-01-01"), Grouping.REP, "xlsx"),
        ("생산성 지난 3 개월 팀별", "productivity", since("2026-03-01"), Grouping.TEAM, None),
        ("활용도 이번 주", "adoption", since("2026-05-11"), None, None),
    ],
)
def test_a_report_is_understood(
    typed: str, name: str, period: Period, grouping: Grouping | None, form: str | None
) -> None:
    read = read_report(typed, TODAY)
    assert (read.name, read.period, read.grouping, read.form) == (name, period, grouping, form)
    assert read.unknown == ()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("wins by product", "product"),
        ("wins by field:product_line last 3 months", "product_line"),
        ("파이프라인 제품별", "제품"),
        ("수주 필드:제품군별 올해", "제품군별"),
    ],
)
def test_a_custom_field_is_understood(typed: str, field: str) -> None:
    read = read_report(typed, TODAY)
    assert (read.grouping, read.field, read.unknown) == (Grouping.FIELD, field, ())


def test_whether_a_time_was_typed_is_known() -> None:
    assert read_report("evidence last 12 months by team", TODAY).is_dated
    assert not read_report("evidence by team", TODAY).is_dated


def test_words_that_mean_nothing_are_told() -> None:
    assert read_report("wins by weather", TODAY).unknown == ("weather",)
    assert read_report("sunshine", TODAY).name is None


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    read = read_report(text, TODAY)
    assert read.period.first <= read.period.last
