"""Whom a digest names, why, once each, and what its buttons have ready to say."""

from datetime import date
from typing import Any

import pytest

from bot.domain.adoption import Digest, RepWeek, Standing
from bot.domain.tellings import FeedbackKind
from bot.i18n import translator
from bot.views import digest, feedback

NAMES = {1: "Ida Idle", 2: "Sam Stale", 3: "Dora Days", 4: "Fay Fresh", 5: "Bo Both", 6: "Zoe Zero"}
WEEK = (
    RepWeek(1, 0, 2, 0, 4, Standing(3, 0, 1), Standing(3, 0, 1)),
    RepWeek(2, 3, 3, 4, 4, Standing(4, 3, 1), Standing(4, 3, 1)),
    RepWeek(3, 4, 2, 6, 4, Standing(4, 0, 4), Standing(4, 0, 4)),
    RepWeek(4, 2, 2, 6, 4, Standing(4, 0, 4), Standing(4, 2, 4)),
    RepWeek(5, 4, 2, 6, 4, Standing(4, 1, 4), Standing(4, 3, 4)),
    RepWeek(6, 0, 0, 0, 0, Standing(0, 0, 0), Standing(0, 0, 0)),
)


def blocks(locale: str) -> list[dict[str, Any]]:
    told = Digest(date(2026, 3, 2), WEEK)
    return list(digest.build(told, NAMES, translator(locale)).page["blocks"])


def lines(locale: str) -> list[str]:
    return [one["text"]["text"] for one in blocks(locale) if one["type"] == "section"]


def test_each_reason_is_the_one_that_holds() -> None:
    told = lines("en-US")
    assert "•  *Dora Days*: 4 active days, 2 the week before" in told
    assert "•  *Fay Fresh*: no stale deal any more, 2 the week before" in told
    assert (
        "•  *Bo Both*: 4 active days (2 the week before) and 1 stale deal (3 the week before)"
        in told
    )
    assert "•  *Dora Days* – 활동일 4일(전주 2일)" in lines("ko-KR")


def test_nobody_is_named_twice_for_one_thing() -> None:
    (idle,) = [one for one in blocks("en-US") if "Others without" in str(one)]
    assert "Zoe Zero" in str(idle)
    assert "Ida Idle" not in str(idle)


@pytest.mark.parametrize(
    ("person", "do", "locale", "words"),
    [
        (1, "question", "en-US", "I saw nothing from you on your 3 open deals"),
        (2, "question", "ko-KR", "진행 중인 딜 4건 중 3건이 멈춰 있습니다"),
        (3, "praise", "en-US", "You were active on 4 days last week, after 2 the week before"),
        (4, "praise", "ko-KR", "방치된 딜을 2건에서 0건으로 줄였습니다"),
        (5, "praise", "en-US", "brought your stale deals down from 3 to 1"),
    ],
)
def test_the_box_holds_the_reason_to_go_on_from(
    person: int, do: str, locale: str, words: str
) -> None:
    rows = [one["elements"] for one in blocks(locale) if one["type"] == "actions"]
    (value,) = [
        one["value"]
        for row in rows
        for one in row
        if one["action_id"].endswith(f".{do}") and f"person={person}&" in one["value"]
    ]
    assert words in feedback.begun(FeedbackKind(do), value, translator(locale))
    assert feedback.begun(FeedbackKind.NOTE, value, translator(locale)) == ""
