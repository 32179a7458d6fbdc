"""The days that people say, on a Wednesday in November and on days that make them awkward."""

from datetime import date, timedelta
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.parsing_dates import find_date, read_date, take_leading_date, take_trailing_date

WEDNESDAY = date(2026, 11, 25)
FRIDAY = date(2026, 11, 27)
SUNDAY = date(2026, 11, 29)
NEW_YEARS_EVE = date(2026, 12, 31)

ENGLISH = [
    ("today", "2026-11-25"),
    ("Tonight", "2026-11-25"),
    ("by EOD", "2026-11-25"),
    ("tomorrow", "2026-11-26"),
    ("tmr", "2026-11-26"),
    ("tmrw", "2026-11-26"),
    ("tomorrow morning", "2026-11-26"),
    ("the day after tomorrow", "2026-11-27"),
    ("yesterday", "2026-11-24"),
    ("the day before yesterday", "2026-11-23"),
    ("friday", "2026-11-27"),
    ("Fri", "2026-11-27"),
    ("on Friday", "2026-11-27"),
    ("by friday 3pm", "2026-11-27"),
    ("friday at 3:30 pm", "2026-11-27"),
    ("friday afternoon", "2026-11-27"),
    ("at 3pm on friday", "2026-11-27"),
    ("wednesday", "2026-12-02"),
    ("tue", "2026-12-01"),
    ("tues", "2026-12-01"),
    ("thurs", "2026-11-26"),
    ("this fri", "2026-11-27"),
    ("this tuesday", "2026-12-01"),
    ("next tue", "2026-12-01"),
    ("next friday", "2026-12-04"),
    ("friday next week", "2026-12-04"),
    ("next week friday", "2026-12-04"),
    ("coming monday", "2026-11-30"),
    ("last monday", "2026-11-23"),
    ("last wednesday", "2026-11-18"),
    ("eow", "2026-11-27"),
    ("end of week", "2026-11-27"),
    ("end of the week", "2026-11-27"),
    ("this week", "2026-11-27"),
    ("next week", "2026-11-30"),
    ("early next week", "2026-11-30"),
    ("end of next week", "2026-12-04"),
    ("this weekend", "2026-11-28"),
    ("eom", "2026-11-30"),
    ("end of month", "2026-11-30"),
    ("by the end of the month", "2026-11-30"),
    ("next month", "2026-12-01"),
    ("end of next month", "2026-12-31"),
    ("mid december", "2026-12-15"),
    ("end of january", "2027-01-31"),
    ("eoq", "2026-12-31"),
    ("end of quarter", "2026-12-31"),
    ("next quarter", "2027-01-01"),
    ("Q1", "2027-03-31"),
    ("Q4", "2026-12-31"),
    ("end of Q1 2027", "2027-03-31"),
    ("eoy", "2026-12-31"),
    ("end of the year", "2026-12-31"),
    ("in 3 days", "2026-11-28"),
    ("in a week", "2026-12-02"),
    ("in two weeks", "2026-12-09"),
    ("in 2w", "2026-12-09"),
    ("2 weeks from now", "2026-12-09"),
    ("in a fortnight", "2026-12-09"),
    ("in 3 months", "2027-02-25"),
    ("in 3 business days", "2026-11-30"),
    ("a week from friday", "2026-12-04"),
    ("3 days ago", "2026-11-22"),
    ("two weeks ago", "2026-11-11"),
    ("5 Dec", "2026-12-05"),
    ("Dec 5th", "2026-12-05"),
    ("5th of December", "2026-12-05"),
    ("sat, dec 5", "2026-12-05"),
    ("December 5, 2026", "2026-12-05"),
    ("5 march", "2027-03-05"),
    ("march", "2027-03-31"),
    ("12/5", "2026-12-05"),
    ("12/5/26", "2026-12-05"),
    ("25/12", "2026-12-25"),
    ("2026-12-05", "2026-12-05"),
    ("2026/12/5", "2026-12-05"),
    ("5.12.2026", "2026-12-05"),
    ("the 5th", "2026-12-05"),
    ("the 30th", "2026-11-30"),
    ("on the 5th of next month", "2026-12-05"),
]
KOREAN = [
    ("오늘", "2026-11-25"),
    ("금일 중으로", "2026-11-25"),
    ("내일", "2026-11-26"),
    ("낼", "2026-11-26"),
    ("내일까지", "2026-11-26"),
    ("내일 오전 10시", "2026-11-26"),
    ("모레", "2026-11-27"),
    ("내일모레", "2026-11-27"),
    ("글피", "2026-11-28"),
    ("어제", "2026-11-24"),
    ("그제", "2026-11-23"),
    ("그저께", "2026-11-23"),
    ("금요일", "2026-11-27"),
    ("금욜", "2026-11-27"),
    ("금요일까지", "2026-11-27"),
    ("금요일에", "2026-11-27"),
    ("금요일 오후 3시까지", "2026-11-27"),
    ("금요일 전까지", "2026-11-27"),
    ("수요일", "2026-12-02"),
    ("월욜", "2026-11-30"),
    ("이번 주 금요일", "2026-11-27"),
    ("이번주 금", "2026-11-27"),
    ("금주 금요일까지", "2026-11-27"),
    ("이번 주 중으로", "2026-11-27"),
    ("이번주 안에", "2026-11-27"),
    ("다음 주 금요일", "2026-12-04"),
    ("다음주 화", "2026-12-01"),
    ("담주 화요일", "2026-12-01"),
    ("담주 화욜", "2026-12-01"),
    ("차주 월요일", "2026-11-30"),
    ("다음 금요일", "2026-12-04"),
    ("오는 금요일", "2026-11-27"),
    ("다음 주", "2026-11-30"),
    ("다음 주 초", "2026-11-30"),
    ("다음 주 중에", "2026-12-04"),
    ("다다음 주", "2026-12-07"),
    ("다다음주 수요일", "2026-12-09"),
    ("지난주 수요일", "2026-11-18"),
    ("지난 금요일", "2026-11-20"),
    ("주말", "2026-11-28"),
    ("다음 주말", "2026-12-05"),
    ("다음 달", "2026-12-01"),
    ("다음 달 5일", "2026-12-05"),
    ("다음달 5일", "2026-12-05"),
    ("내달 5일까지", "2026-12-05"),
    ("이번 달 말", "2026-11-30"),
    ("이달 말", "2026-11-30"),
    ("월말", "2026-11-30"),
    ("말일까지", "2026-11-30"),
    ("다음 달 말", "2026-12-31"),
    ("다음 달 초", "2026-12-01"),
    ("12월 중순", "2026-12-15"),
    ("12월 말", "2026-12-31"),
    ("분기말", "2026-12-31"),
    ("이번 분기 말까지", "2026-12-31"),
    ("1분기", "2027-03-31"),
    ("연말", "2026-12-31"),
    ("올해 안에", "2026-12-31"),
    ("내년 3월 5일", "2027-03-05"),
    ("12월 5일", "2026-12-05"),
    ("12월5일까지", "2026-12-05"),
    ("12월 5일(토)", "2026-12-05"),
    ("2026년 12월 5일", "2026-12-05"),
    ("2026. 12. 5.", "2026-12-05"),
    ("5일", "2026-12-05"),
    ("30일까지", "2026-11-30"),
    ("3일 후", "2026-11-28"),
    ("3일 뒤", "2026-11-28"),
    ("사흘 뒤", "2026-11-28"),
    ("일주일 뒤", "2026-12-02"),
    ("2주 뒤", "2026-12-09"),
    ("한 달 뒤", "2026-12-25"),
    ("3영업일 안에", "2026-11-30"),
    ("3일 전", "2026-11-22"),
    ("이틀 전", "2026-11-23"),
]
PAST = [
    ("today", "2026-11-25"),
    ("wednesday", "2026-11-25"),
    ("friday", "2026-11-20"),
    ("on monday", "2026-11-23"),
    ("last week", "2026-11-16"),
    ("12/5", "2025-12-05"),
    ("nov 20", "2026-11-20"),
    ("the 20th", "2026-11-20"),
    ("the 30th", "2026-10-30"),
    ("수요일", "2026-11-25"),
    ("금요일에", "2026-11-20"),
    ("11월 20일", "2026-11-20"),
    ("20일", "2026-11-20"),
    ("지난달 20일", "2026-10-20"),
]


@pytest.mark.parametrize(("said", "meant"), ENGLISH + KOREAN)
def test_a_day_ahead_is_read_from_wednesday(said: str, meant: str) -> None:
    assert read_date(said, WEDNESDAY) == date.fromisoformat(meant)


@pytest.mark.parametrize(("said", "meant"), PAST)
def test_when_something_happened_lies_behind(said: str, meant: str) -> None:
    assert read_date(said, WEDNESDAY, past=True) == date.fromisoformat(meant)


@pytest.mark.parametrize(
    ("today", "said", "meant"),
    [
        (FRIDAY, "friday", "2026-12-04"),
        (FRIDAY, "this friday", "2026-11-27"),
        (FRIDAY, "eow", "2026-11-27"),
        (FRIDAY, "금요일", "2026-12-04"),
        (SUNDAY, "monday", "2026-11-30"),
        (SUNDAY, "next monday", "2026-11-30"),
        (SUNDAY, "next week", "2026-11-30"),
        (SUNDAY, "eow", "2026-12-04"),
        (SUNDAY, "다음 주 금요일", "2026-12-04"),
        (SUNDAY, "weekend", "2026-11-29"),
        (NEW_YEARS_EVE, "tomorrow", "2027-01-01"),
        (NEW_YEARS_EVE, "eom", "2026-12-31"),
        (NEW_YEARS_EVE, "end of next month", "2027-01-31"),
        (NEW_YEARS_EVE, "다음 달 말", "2027-01-31"),
        (NEW_YEARS_EVE, "jan 1", "2027-01-01"),
        (NEW_YEARS_EVE, "5일", "2027-01-05"),
        (date(2027, 1, 31), "in a month", "2027-02-28"),
        (date(2027, 1, 31), "the 30th", "2027-03-30"),
        (date(2027, 1, 31), "feb 29", "2028-02-29"),
    ],
)
def test_awkward_days_are_read_too(today: date, said: str, meant: str) -> None:
    assert read_date(said, today) == date.fromisoformat(meant)


def test_12_5_is_the_fifth_of_december_unless_days_come_first() -> None:
    assert read_date("12/5", WEDNESDAY) == date(2026, 12, 5)
    assert read_date("12/5", WEDNESDAY, day_first=True) == date(2027, 5, 12)


@pytest.mark.parametrize("said", ["Fri 5 Dec 2026 10am", "1 month and 2 weeks ago"])
def test_what_our_own_words_do_not_cover_the_library_reads(said: str) -> None:
    assert read_date(said, WEDNESDAY) is not None


@pytest.mark.parametrize(
    "said",
    ["", "soon", "24/7", "31 feb", "2월 31일", "13월 5일", "12,000", "Acme", "50/50", "예산 이월",
     "고객 이해", "전주 출장", "2026", "week", "in 9999 years"],
)  # fmt: skip
def test_what_is_no_day_is_not_read_as_one(said: str) -> None:
    assert read_date(said, WEDNESDAY) is None


@pytest.mark.parametrize(
    ("typed", "left", "day"),
    [
        ("send quote friday", "send quote", "2026-11-27"),
        ("send quote by friday", "send quote", "2026-11-27"),
        ("send the deck on Dec 5th.", "send the deck", "2026-12-05"),
        ("review by the end of next month", "review", "2026-12-31"),
        ("send numbers by may", "send numbers", "2027-05-31"),
        ("ship in march", "ship", "2027-03-31"),
        ("ring her friday 3pm", "ring her 3pm", "2026-11-27"),
        ("follow up in two weeks", "follow up", "2026-12-09"),
        ("견적서 보내기 금요일", "견적서 보내기", "2026-11-27"),
        ("견적서 금요일까지", "견적서", "2026-11-27"),
        ("견적서 보내기 다음 주 금요일까지", "견적서 보내기", "2026-12-04"),
        ("미팅 12월 5일 오후 3시", "미팅 오후 3시", "2026-12-05"),
        ("send to May", "send to May", None),
        ("call Sun", "call Sun", None),
        ("call Sun Microsystems", "call Sun Microsystems", None),
        ("finish the Q3 plan", "finish the Q3 plan", None),
        ("prepare numbers for Q3", "prepare numbers for Q3", None),
        ("ask about 12,000", "ask about 12,000", None),
        ("support 24/7", "support 24/7", None),
        ("pilot of 2 weeks", "pilot of 2 weeks", None),
        ("Monday.com", "Monday.com", None),
        ("예산 이월", "예산 이월", None),
        ("보고서 12월", "보고서 12월", None),
        ("", "", None),
    ],
)
def test_the_date_at_the_end_is_taken_and_nothing_else(
    typed: str, left: str, day: str | None
) -> None:
    assert take_trailing_date(typed, WEDNESDAY) == (left, day and date.fromisoformat(day))


def test_the_date_at_the_beginning_is_taken() -> None:
    taken = take_leading_date("금요일까지 견적서 보내기", WEDNESDAY)
    assert taken == ("견적서 보내기", FRIDAY)
    assert take_leading_date("next friday - call", WEDNESDAY)[1] == date(2026, 12, 4)
    assert take_leading_date("Sun Microsystems call", WEDNESDAY)[1] is None


def test_a_date_inside_is_found_where_it_stands() -> None:
    found = find_date("견적서 금요일까지 보내기", WEDNESDAY)
    assert found is not None
    assert (found.start, found.end, found.day, found.marked) == (4, 9, FRIDAY, True)


def test_common_words_are_read_without_waiting_for_the_library() -> None:
    words = ["friday", "tmr", "next tue", "dec 5", "eom", "금요일", "다음 주 금요일", "12월 5일"]
    best = min(_seconds_for(words) for _ in range(5))
    assert best / len(words) < 50e-6


def test_a_long_text_full_of_dates_is_searched_without_waiting() -> None:
    start = perf_counter()
    find_date("friday may 5 " * 800, WEDNESDAY)
    assert perf_counter() - start < 5


def _seconds_for(words: list[str]) -> float:
    start = perf_counter()
    for word in words:
        read_date(word, WEDNESDAY)
    return perf_counter() - start


days = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1))
PIECES = [
    "next", "last", "this", "fri", "mon", "week", "month", "in", "by", "2", "31", "99",
    "feb", "dec", "5th", "of", "12/5", "2026", "q1", "ago", "may", "days", "다음", "주",
    "금요일", "12월", "31일", "까지", "뒤", "오전", "3시", "말", "이번", "달", "2026년",
    "end", "the", "~", ".", ",", "-",
]  # fmt: skip
dateish = st.lists(st.sampled_from(PIECES)).map(" ".join)


@given(st.one_of(st.text(), dateish), days, st.booleans())
def test_no_text_can_make_it_fail(text: str, today: date, past: bool) -> None:
    read_date(text, today, past=past)
    find_date(text, today, past=past)
    for take in (take_trailing_date, take_leading_date):
        left, day = take(text, today, past=past)
        assert day is not None or left == text.strip()


@given(days, st.sampled_from(["mon", "tuesday", "fri", "금요일", "일욜"]))
def test_a_bare_weekday_lies_in_the_seven_days_ahead_or_behind(today: date, said: str) -> None:
    ahead, behind = read_date(said, today), read_date(said, today, past=True)
    assert ahead is not None
    assert behind is not None
    assert timedelta(1) <= ahead - today <= timedelta(7)
    assert timedelta(0) <= today - behind <= timedelta(6)


@given(days, days)
def test_an_iso_date_is_itself_on_every_day(day: date, today: date) -> None:
    assert read_date(day.isoformat(), today) == day


def test_next_wednesday_at_nine_is_next_weeks() -> None:
    tuesday = date(2026, 3, 3)
    for said in ("next Wednesday 9am", "next wednesday at 9", "next wednesday morning"):
        assert read_date(said, tuesday) == date(2026, 3, 11)
    assert read_date("March 12th, Thursday 9am", tuesday) == date(2026, 3, 12)
