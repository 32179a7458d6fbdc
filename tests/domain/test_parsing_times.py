"""Times of day are read where people mean one, and nowhere else."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.parsing_deal import read_next
from bot.domain.parsing_due import take_due
from bot.domain.parsing_times import take_clock, take_later_clock

TODAY = date(2026, 11, 25)
FRIDAY, TOMORROW = date(2026, 11, 27), date(2026, 11, 26)


@pytest.mark.parametrize(
    ("typed", "words", "day", "at"),
    [
        ("send quote friday 3pm", "send quote", FRIDAY, "15:00"),
        ("call back tomorrow at 15:30", "call back", TOMORROW, "15:30"),
        ("견적서 보내기 금요일 오후 3시", "견적서 보내기", FRIDAY, "15:00"),
        ("전화 내일 14시 반", "전화", TOMORROW, "14:30"),
        ("lunch friday at noon", "lunch", FRIDAY, "12:00"),
        ("미팅 금요일 정오", "미팅", FRIDAY, "12:00"),
        ("call back at 4", "call back", None, "16:00"),
        ("call back at 9", "call back", None, "09:00"),
        ("call back at 07:30", "call back", None, "07:30"),
        ("다시 전화 4시에", "다시 전화", None, "16:00"),
        ("오후 3시에 전화", "전화", None, "15:00"),
        ("내일 3시 30분까지 견적", "견적", TOMORROW, "15:30"),
        ("금요일 세시 반에 미팅", "미팅", FRIDAY, "15:30"),
        ("저녁 7시 식사 금요일", "식사", FRIDAY, "19:00"),
        ("friday at 3 call Mina", "call Mina", FRIDAY, "15:00"),
        ("call at 3pm on friday", "call", FRIDAY, "15:00"),
        ("demo friday with CFO at 3pm", "demo friday with CFO", FRIDAY, "15:00"),
        ("kickoff friday 2-3pm", "kickoff", FRIDAY, "14:00"),
        ("kickoff friday 11-1pm", "kickoff", FRIDAY, "11:00"),
        ("워크숍 금요일 오후 2~4시", "워크숍", FRIDAY, "14:00"),
        ("send 15 seats quote at 4", "send 15 seats quote", None, "16:00"),
        ("friday 3pm", "friday 3pm", FRIDAY, "15:00"),
    ],
)
def test_a_time_of_day_is_read_with_its_day(
    typed: str, words: str, day: date | None, at: str
) -> None:
    due = take_due(typed, TODAY)
    assert (due.words, due.day, due.at) == (words, day, time.fromisoformat(at))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3시간 회의", None),
        ("3시간 회의 금요일", FRIDAY),
        ("support 24/7", None),
        ("24시 지원 문의", None),
        ("다시 연락", None),
        ("ship version 2.3", None),
        ("upgrade to v3:20", None),
        ("keep price at 12", None),
        ("hold it at 15 friday", FRIDAY),
        ("discount at 20%", None),
        ("quote for $15:30", None),
        ("ratio 80:20", None),
        ("send 3 references by friday", FRIDAY),
        ("call at 5 sites", None),
        ("call 010-1234-5678", None),
        ("밤 12시 배포", None),
        ("send draft eod friday", FRIDAY),
        ("견적 1.2억 금요일", FRIDAY),
    ],
)
def test_other_numbers_are_no_times(typed: str, day: date | None) -> None:
    due = take_due(typed, TODAY)
    assert (due.day, due.at) == (day, None)


def test_deal_next_reads_the_time_behind_the_deals_name() -> None:
    read = read_next("Acme demo tomorrow 10am", TODAY)
    assert (read.subject, read.due, read.at) == ("Acme demo", TOMORROW, time(10))
    read = read_next("3pm Software call back at 4", TODAY)
    assert (read.subject, read.due, read.at) == ("3pm Software call back", None, time(16))


@given(st.times(), st.sampled_from(["send quote", "견적서 보내기", "call at 5 sites"]))
def test_any_time_comes_back_as_it_was_written(at: time, words: str) -> None:
    whole = at.replace(second=0, microsecond=0)
    half, hour = ("pm" if whole.hour > 11 else "am"), whole.hour % 12 or 12
    told = {
        f"{words} {hour}:{whole:%M}{half}": whole,
        f"{words} {'오후' if half == 'pm' else '오전'} {hour}시 {whole.minute}분": whole,
    }
    if whole.hour > 7:
        told[f"{words} {whole:%H:%M}"] = whole
    for typed, expected in told.items():
        assert take_clock(typed) == (words, expected), typed


@given(st.integers(1, 99), st.sampled_from(["시간", "%", "개", "명", "/7", "만원", "k", "번"]))
def test_a_quantity_is_never_a_time(count: int, unit: str) -> None:
    for typed in (f"회의 {count}{unit}", f"{count}{unit} 회의", f"prepare {count}{unit}"):
        assert take_clock(typed) == (typed, None)


@given(st.text(max_size=80) | st.from_regex(r"[0-9apmt시반오전후:~\- ]{0,40}", fullmatch=True))
def test_no_words_can_make_it_fail(text: str) -> None:
    take_due(text, TODAY)
    take_later_clock(text)
    words, at = take_clock(text)
    assert at is None or at.second == 0
    assert len(words) <= len(text)
