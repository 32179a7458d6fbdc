"""What is typed behind /crm report, in both languages and any order."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.parsing_report import read_report, which_report
from bot.domain.periods import Period
from bot.domain.reporting import Grouping
from bot.i18n import translator
from bot.usecases import report_asked

TODAY = date(2026, 5, 13)  # a Wednesday


def since(first: str) -> Period:
    return span(first, TODAY.isoformat())


def span(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


Q1, Y2025 = span("2026-01-01", "2026-03-31"), span("2025-01-01", "2025-12-31")


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
        ("wins last quarter by stage", "wins", Q1, Grouping.STAGE, None),
        ("수주 지난 분기 담당자별", "wins", Q1, Grouping.REP, None),
        ("담당자 1인당 수주 금액 작년 분기별", "productivity", Y2025, Grouping.QUARTER, None),
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
    ("typed", "period"),
    [
        (("last week", "previous week", "지난주", "지난 주", "저번 주", "전주"),
         span("2026-05-04", "2026-05-10")),
        (("last month", "지난달", "지난 달", "지난달에", "전월"), span("2026-04-01", "2026-04-30")),
        (("last quarter", "지난 분기", "지난분기", "Q1", "1분기", "2026 Q1", "Q1 2026", "2026-Q1",
          "2026년 1분기"), Q1),
        (("last year", "작년", "지난해", "2025", "2025년"), Y2025),
        (("yesterday", "어제"), span("2026-05-12", "2026-05-12")),
        (("today", "오늘", "last 1 day"), since("2026-05-13")),
        (("this week", "이번 주", "금주", "last 1 week", "최근 1주"), since("2026-05-11")),
        (("this month", "이번 달", "last 1 month", "May", "5월", "2026-05"), since("2026-05-01")),
        (("this quarter", "이번 분기", "q2", "2분기", "올해 2분기"), since("2026-04-01")),
        (("this year", "올해", "2026"), since("2026-01-01")),
        (("last 6 months", "지난 6개월", "최근 6개월간"), since("2025-12-01")),
        (("October", "oct", "10월", "2025년 10월", "작년 10월", "Oct 2025", "October last year"),
         span("2025-10-01", "2025-10-31")),
        (("Q3", "3분기", "Q3 last year", "작년 3분기"), span("2025-07-01", "2025-09-30")),
        (("2027 Q1", "2027년 1분기"), span("2027-01-01", "2027-03-31")),
    ],
)  # fmt: skip
def test_a_time_is_understood(typed: tuple[str, ...], period: Period) -> None:
    for words in typed:
        for line in (
            f"wins {words}",
            f"{words} wins",
            f"wins {words} by rep",
            f"수주 {words} 팀별",
        ):
            read = read_report(line, TODAY)
            assert (read.period, read.unknown, read.name) == (period, (), "wins"), line


@pytest.mark.parametrize("locale", ["en-US", "ko-KR"])
def test_every_word_that_a_page_names_is_read(locale: str) -> None:
    """What is offered as usable, and the headings and buttons that people read off a report."""
    t = translator(locale)
    for name, groupings in report_asked.BY.items():
        for words in (t(f"report-word-{name}"), t(f"report-{name}")):
            read = read_report(words, TODAY)
            assert (read.name, read.unknown) == (name, ()), words
        for by in groupings - {Grouping.FIELD}:
            for words in (t(f"report-by-word-{by.value}"), t(f"report-by-{by.value}")):
                read = read_report(f"{t(f'report-word-{name}')} {words}", TODAY)
                assert (read.name, read.grouping, read.unknown) == (name, by, ()), words


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


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("wins from 2025-01-01 to 2025-12-31", Y2025),
        ("wins by quarter 2025-01-01 - 2025-12-31", Y2025),
        ("wins between 2025-01-01 and 2025-12-31 by rep", Y2025),
        ("수주 2025-01-01부터 2025-12-31까지 분기별", Y2025),
        ("수주 2025-01-01~2025-12-31", Y2025),
        ("wins since 2026-01-01", since("2026-01-01")),
        ("wins from 2026-01-01", since("2026-01-01")),
        ("수주 2026-01-01부터", since("2026-01-01")),
    ],
)
def test_a_span_from_day_to_day_is_read(typed: str, period: Period) -> None:
    read = read_report(typed, TODAY)
    assert (read.name, read.period, read.unknown, read.is_dated) == ("wins", period, (), True)


@pytest.mark.parametrize("typed", ["2025-12-31 to 2025-01-01", "2025-02-30 to 2025-03-01"])
def test_days_that_make_no_span_are_said_to_be_unknown(typed: str) -> None:
    assert read_report(f"wins {typed}", TODAY).unknown


@pytest.mark.parametrize(
    ("text", "name", "by"),
    [
        ("reasons", "wins", Grouping.REASON),
        ("사유별", "wins", Grouping.REASON),
        ("forecast", "pipeline", Grouping.CATEGORY),
    ],
)
def test_a_grouping_alone_names_the_report_that_is_usually_told_by_it(
    text: str, name: str, by: Grouping
) -> None:
    query = read_report(text, TODAY)
    assert (query.name, query.grouping) == (name, by)


@pytest.mark.parametrize(
    ("text", "line"), [("scorecard", "/crm scorecard"), ("목표", "/crm goals")]
)
def test_what_has_a_command_of_its_own_is_pointed_to(text: str, line: str) -> None:
    refused = which_report(read_report(text, TODAY), ("wins",))
    assert (refused.key, refused.facts["line"]) == ("report-elsewhere", line)
