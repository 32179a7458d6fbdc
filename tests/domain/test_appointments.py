"""Which next steps are appointments, to be logged once their day has come."""

import pytest

from bot.domain.appointments import appointment


@pytest.mark.parametrize(
    ("step", "kind"),
    [
        ("demo with their IT", "demo"),
        ("call Jane back", "call"),
        ("onsite with the CFO", "meeting"),
        ("화요일 미팅", "meeting"),
        ("팀장님과 통화", "call"),
        ("2차 데모", "demo"),
    ],
)
def test_an_appointment_is_known_by_its_kind(step: str, kind: str) -> None:
    assert appointment(step) == kind


@pytest.mark.parametrize(
    "step",
    [
        "send quote", "schedule the demo", "prepare slides for the meeting", "book a call", "",
        "미팅 자료 준비", "데모 일정 잡기", "견적서 보내기", "email the minutes",
    ],
)  # fmt: skip
def test_what_is_done_for_one_is_none(step: str) -> None:
    assert appointment(step) is None
