"""Whom a digest names, why, once each, and what its buttons have ready to say."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.domain.adoption import Digest, RepWeek, Standing
from bot.domain.tellings import FeedbackKind
from bot.i18n import translator
from bot.views import digest, feedback
from bot.views.digest_table import HEADS

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
    told = [one["text"]["text"] for one in blocks(locale) if one["type"] == "section"]
    return [line for one in told for line in one.split("\n")]


def test_each_reason_is_the_one_that_holds() -> None:
    told = lines("en-US")
    assert "•  *Dora Days*: 4 active days, 2 the week before" in told
    assert "•  *Fay Fresh*: no stale deal any more, 2 the week before" in told
    assert (
        "•  *Bo Both*: 4 active days (2 the week before) and 1 stale deal (3 the week before)"
        in told
    )
    assert "•  *Dora Days* – 활동일 4일(전주 2일)" in lines("ko-KR")


@pytest.mark.parametrize("locale", ["en-US", "ko-KR"])
def test_everybody_of_a_small_team_has_one_line_and_all_the_figures(locale: str) -> None:
    told, t = lines(locale), translator(locale)
    for name in NAMES.values():
        [at] = [place for place, line in enumerate(told) if line.startswith(f"•  *{name}*")]
        figures = " ".join(told[at + 1 : at + 3])
        assert all(t(f"digest-head-{head}").replace(" ", "\u00a0") in figures for head in HEADS)
    [zoe] = [line for line in told if "Zoe Zero" in line]
    assert ("no activity at all" if locale == "en-US" else "활동 없음") in zoe


def test_a_figure_far_from_what_is_agreed_bears_a_sign_that_is_explained() -> None:
    told = Digest(
        date(2026, 3, 2), WEEK, {"next_step": 80, "fresh": 80, "rhythm": 60, "hygiene": 80}
    )
    said = digest.build(told, NAMES, translator("en-US")).page["blocks"]
    [ida] = [one["text"]["text"] for one in said if "*Ida Idle*" in str(one) and "•" in str(one)]
    assert "🔴\u00a0Active\u00a0days\u00a00\u00a0(2)" in ida
    assert "🔴\u00a0Next\u00a0step\u00a033%" in ida
    assert "🔴\u00a0Stale" not in ida
    assert "🔴 misses the agreed target" in str(said)
    assert "🔴" not in str(blocks("en-US"))


def test_a_large_team_names_nobody_twice_for_one_thing() -> None:
    many = (*WEEK, *(replace(WEEK[3], rep_id=number) for number in (7, 8, 9)))
    names = NAMES | {number: f"Rep {number}" for number in (7, 8, 9)}
    told = digest.build(Digest(date(2026, 3, 2), many), names, translator("en-US")).page["blocks"]
    (idle,) = [one for one in told if "Others without" in str(one)]
    assert "Zoe Zero" in str(idle)
    assert "Ida Idle" not in str(idle)
    [table] = [one for one in told if one["type"] == "data_table"]
    assert len(table["rows"]) == 1 + len(many)


@pytest.mark.parametrize(
    ("person", "do", "locale", "words"),
    [
        (1, "question", "en-US", "I saw nothing from you that week on your 3 open deals"),
        (2, "question", "ko-KR", "그 주가 끝날 때 진행 중인 딜 4건 중 3건이 멈춰 있었습니다"),
        (3, "praise", "en-US", "You were active on 4 days that week, after 2 the week before"),
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
