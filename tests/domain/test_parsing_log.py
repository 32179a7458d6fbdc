"""What reps type behind /log, in both languages, read on a Wednesday."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.parsing_log import (
    LogLine,
    leading_candidates,
    other_readings,
    read_log,
    read_rest,
)
from bot.domain.parsing_slack import unescape

TODAY = date(2026, 11, 25)
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
FRIDAY = date(2026, 11, 27)


def line(
    kind: str | None,
    subject: str,
    notes: str = "",
    step: str = "",
    due: date | None = None,
    on: date | None = None,
    at: time | None = None,
) -> LogLine:
    return LogLine(kind, subject, True, on, notes, step, due, at)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("call Acme - they like the pilot > send quote friday",
         line("call", "Acme", "they like the pilot", "send quote", FRIDAY)),
        ("통화 한빛전자 - 파일럿 긍정적 > 견적서 보내기 금요일",
         line("call", "한빛전자", "파일럿 긍정적", "견적서 보내기", FRIDAY)),
        ("meeting Globex yesterday - kickoff with their CFO",
         line("meeting", "Globex", "kickoff with their CFO", on=TUESDAY)),
        ("CALL Acme: good", line("call", "Acme", "good")),
        ("call: Acme — good", line("call", "Acme", "good")),
        ("called Acme \u2013 good", line("call", "Acme", "good")),
        ("met with Globex last monday - fine", line("meeting", "Globex", "fine", on=MONDAY)),
        ("mtg Globex on monday: agreed", line("meeting", "Globex", "agreed", on=MONDAY)),
        ("yesterday call Acme - ok", line("call", "Acme", "ok", on=TUESDAY)),
        ("call yesterday Acme - ok", line("call", "Acme", "ok", on=TUESDAY)),
        ("emailed Acme - sent the deck next: call them tmr",
         line("email", "Acme", "sent the deck", "call them", date(2026, 11, 26))),
        ("demo Acme pilot\nloved it\n> send quote by friday",
         line("demo", "Acme pilot", "loved it", "send quote", FRIDAY)),
        ("Acme - a thought", line(None, "Acme", "a thought")),
        ("note Acme - a < b", line("note", "Acme", "a < b")),
        ("call Acme - revenue > 5m - they agreed",
         line("call", "Acme", "revenue > 5m - they agreed")),
        ("call Acme - revenue > 5m > send quote friday",
         line("call", "Acme", "revenue > 5m", "send quote", FRIDAY)),
        ("call Acme - churn > 5% this year", line("call", "Acme", "churn > 5% this year")),
        ("call Acme - ok > 3 references by friday",
         line("call", "Acme", "ok", "3 references", FRIDAY)),
        ("call Acme - ok > friday", line("call", "Acme", "ok", "friday", FRIDAY)),
        ("call Acme - ok > send it to May", line("call", "Acme", "ok", "send it to May")),
        ("call Acme - ok > meet CFO friday 3pm",
         line("call", "Acme", "ok", "meet CFO", FRIDAY, at=time(15))),
        ("call Acme - at 10:30 they rang", line("call", "Acme", "at 10:30 they rang")),
        ("call Acme\u2014they like it", line("call", "Acme", "they like it")),
        ("call Acme - they have 3 > 2 seats", line("call", "Acme", "they have 3 > 2 seats")),
        ("call Acme - margin >= 20%", line("call", "Acme", "margin >= 20%")),
        ("call Acme -", line("call", "Acme")),
        ("call Acme - ok >", line("call", "Acme", "ok >")),
        ("call Today Corp - x", line("call", "Today Corp", "x")),
        ("미팅 한빛전자 어제 - 예산 확인", line("meeting", "한빛전자", "예산 확인", on=TUESDAY)),
        ("회의 한빛전자 지난주 금요일: 킥오프",
         line("meeting", "한빛전자", "킥오프", on=date(2026, 11, 20))),
        ("어제 통화 한빛전자 - 좋음", line("call", "한빛전자", "좋음", on=TUESDAY)),
        ("어제 한빛전자 미팅 - 예산 확인", line("meeting", "한빛전자", "예산 확인", on=TUESDAY)),
        ("한빛전자 통화 - 긍정적", line("call", "한빛전자", "긍정적")),
        ("전화 한빛전자 - 긍정적 다음: 금요일까지 견적서 보내기",
         line("call", "한빛전자", "긍정적", "견적서 보내기", FRIDAY)),
        ("이메일 한빛전자: 자료 발송 > 다음 주 화요일 데모",
         line("email", "한빛전자", "자료 발송", "데모", date(2026, 12, 1))),
        ("시연 한빛전자 - 만족 > 견적서를 금요일까지 보내기",
         line("demo", "한빛전자", "만족", "견적서를 금요일까지 보내기", FRIDAY)),
        ("메모 한빛전자 - 담당자 바뀜 > 인사 전화 내일까지",
         line("note", "한빛전자", "담당자 바뀜", "인사 전화", date(2026, 11, 26))),
    ],
)  # fmt: skip
def test_a_line_with_a_separator_is_read_whole(typed: str, read: LogLine) -> None:
    assert read_log(typed, TODAY) == read


@pytest.mark.parametrize(
    ("typed", "kind", "subject", "on", "step"),
    [
        ("call Acme they like it", "call", "Acme they like it", None, ""),
        ("Acme they like it", None, "Acme they like it", None, ""),
        ("called Globex yesterday", "call", "Globex", TUESDAY, ""),
        ("email Acme they want it friday", "email", "Acme they want it friday", None, ""),
        ("call Acme they like it > send quote", "call", "Acme they like it", None, "send quote"),
        ("통화 한빛전자 긍정적", "call", "한빛전자 긍정적", None, ""),
        ("demo", "demo", "", None, ""),
        ("> send quote", None, "> send quote", None, ""),
        ("", None, "", None, ""),
    ],
)
def test_without_a_separator_name_and_notes_stay_together(
    typed: str, kind: str | None, subject: str, on: date | None, step: str
) -> None:
    read = read_log(typed, TODAY)
    assert not read.separated
    assert (read.kind, read.subject, read.occurred_on, read.next_step) == (kind, subject, on, step)


def test_slacks_escaped_greater_than_starts_the_next_step() -> None:
    read = read_log(unescape("call Acme - a &lt; b &gt; send quote friday"), TODAY)
    assert (read.notes, read.next_step, read.next_step_due) == ("a < b", "send quote", FRIDAY)


def test_the_longest_leading_words_are_tried_first() -> None:
    assert leading_candidates("Acme pilot - they like it", most=4) == [
        ("Acme pilot - they", "like it"),
        ("Acme pilot -", "they like it"),
        ("Acme pilot", "they like it"),
        ("Acme", "pilot - they like it"),
    ]
    assert leading_candidates("  ") == []


def test_a_day_that_begins_the_notes_is_when_it_happened_unless_it_is_to_come() -> None:
    assert read_rest("yesterday kickoff", TODAY) == ("kickoff", TUESDAY)
    assert read_rest("어제 킥오프", TODAY) == ("킥오프", TUESDAY)
    assert read_rest("tomorrow they decide", TODAY) == ("tomorrow they decide", None)


def test_a_name_that_holds_a_separator_can_be_read_too() -> None:
    line = "call Acme - Phase 2 - they like it"
    others = other_readings(line, read_log(line, TODAY))
    assert [(one.subject, one.notes) for one in others] == [("Acme - Phase 2", "they like it")]


PIECES = [
    "call", "Acme", "-", ":", ">", "next:", "다음:", "yesterday", "friday", "통화",
    "한빛전자", "5m", "\n", "—", "<@U1>",
]  # fmt: skip
logish = st.lists(st.sampled_from(PIECES)).map(" ".join)


@given(st.one_of(st.text(), logish))
def test_no_line_can_make_it_fail(text: str) -> None:
    read = read_log(text, TODAY)
    other_readings(text, read_log(text, TODAY))
    for name, rest in leading_candidates(read.subject):
        assert name
        read_rest(rest, TODAY)


@pytest.mark.parametrize(
    ("line", "notes", "next_step"),
    [
        ("call Acme - they like it> send quote", "they like it", "send quote"),
        ("통화 한빛전자 - 파일럿 긍정적> 견적서 보내기", "파일럿 긍정적", "견적서 보내기"),
        ("통화 한빛전자 - 파일럿 긍정적\uff1e견적서 보내기", "파일럿 긍정적", "견적서 보내기"),
        ("call Acme - it is <b>bold</b> now", "it is <b>bold</b> now", ""),
        ("call Acme - the <b> tag", "the <b> tag", ""),
        ("call Acme - from a->b and a>b", "from a->b and a>b", ""),
        ("call Acme - margin> 5%", "margin> 5%", ""),
    ],
)
def test_a_sign_that_clings_to_the_word_before_it_begins_the_next_step(
    line: str, notes: str, next_step: str
) -> None:
    read = read_log(line, date(2026, 3, 3))
    assert (read.notes, read.next_step) == (notes, next_step)
