"""What a logged sentence says beside being a note, read on a Wednesday."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.parsing_sentence import read, unread_day

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("note", "kind", "step", "due", "is_sure"),
    [
        ("통화했는데 반응 좋음. 금요일까지 계약서 보내기",
         "call", "계약서 보내기", "2026-11-27", True),
        ("met the CFO, will send the contract next tuesday",
         "meeting", "send the contract", "2026-12-01", True),
        ("great call, send pricing friday", None, "send pricing", "2026-11-27", True),
        ("likes it, need to send the quote by friday but waiting on legal",
         None, "send the quote but waiting on legal", "2026-11-27", False),
        ("likes it, send pricing friday at 3pm", None, "send pricing", "2026-11-27", True),
        ("emailed pricing", "email", "", None, False),
        ("they want pricing by friday", None, "", None, False),
        ("had a call, they will send the contract friday", "call", "", None, False),
        ("they decide friday", None, "", None, False),
        ("고객이 금요일까지 회신 준다고 함", None, "", None, False),
        ("kickoff with their CFO", None, "", None, False),
        ("budget is approved", None, "", None, False),
    ],
)  # fmt: skip
def test_only_what_is_said_as_something_to_do_is_a_step(
    note: str, kind: str | None, step: str, due: str | None, *, is_sure: bool
) -> None:
    told = read(note, {}, TODAY)
    assert (told.kind, told.step, told.is_sure) == (kind, step, is_sure)
    assert told.due == (date.fromisoformat(due) if due else None)


@pytest.mark.parametrize(
    ("words", "unread"),
    [
        ("send pricing feb 30", "feb 30"),
        ("send contract febuary 3", "febuary 3"),
        ("call firday", "firday"),
        ("send form 13/45", "13/45"),
        ("견적 2월 30일까지", "2월 30일까지"),
        ("send quote", ""),
        ("meet mary 3", ""),
        ("check version 2.5", ""),
        ("review phase 2", ""),
    ],
)
def test_words_meant_as_a_day_are_told_from_others(words: str, unread: str) -> None:
    assert unread_day(words) == unread


@given(st.text(max_size=200))
def test_whatever_is_typed_can_be_read(words: str) -> None:
    told = read(words, {}, TODAY)
    assert told.due is None or told.due > TODAY
    unread_day(words)
