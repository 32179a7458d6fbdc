"""What each of us settles for ourselves shows in what the bot says next, and in when it says it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from store.engine import Store
from tests.journeys.stage import Stage, everything, play
from tests.journeys.test_rights import team_up
from tests.journeys.test_settings import option, settle

HOUR, QUARTER = 3_600, timedelta(minutes=15)
EVERY_MESSAGE = {"nudges", "followups", "digest"}


@pytest.fixture
async def stage(sqlite_store: Store) -> AsyncIterator[Stage]:
    """Tuesday, ten in the morning in New York; Jonas has promised a quote for Wednesday."""
    async with play(sqlite_store, "http") as playing:
        await team_up(playing)
        await playing.type("U1", "/deal next Acme pilot send quote 2026-03-04")
        yield playing


def told(stage: Stage, person: str, words: str) -> list[dict[str, Any]]:
    """What came by itself and says so, in the order it came."""
    found = stage.seen(person, stage.sandbox.dm(person))
    return [one for one in found if words in everything(one)]


def came(message: dict[str, Any]) -> datetime:
    """When a message came, to the quarter of an hour in which the clock is looked at."""
    at = datetime.fromtimestamp(float(message["ts"]), UTC)
    return at.replace(minute=at.minute // 15 * 15, second=0, microsecond=0)


async def reminded(stage: Stage, person: str = "U1", words: str = "send quote") -> datetime:
    """When it came; no longer is waited than until then, and no longer than three days."""
    for _ in range(12):
        await stage.sandbox.clock.advance(6 * HOUR, QUARTER)
        if found := told(stage, person, words):
            return came(found[0])
    raise AssertionError(f"nothing of {words} came in three days")


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


async def test_without_a_choice_the_morning_is_nine_oclock_by_slacks_zone(stage: Stage) -> None:
    assert await reminded(stage) == utc(4, 14)


async def test_the_language_is_that_of_every_answer_and_of_what_comes_by_itself(
    stage: Stage,
) -> None:
    await settle(stage, "U1", language="ko")
    assert "딜을 관리합니다" in everything(await stage.type("U1", "/deal help"))
    await reminded(stage)
    assert "오늘 챙길 일이 1건" in told(stage, "U1", "send quote")[0]["text"]
    await settle(stage, "U1", language="en")
    assert "Next step" in everything(await stage.type("U1", "/deal next Acme pilot call friday"))


async def test_the_time_zone_moves_the_morning_and_what_is_meant_by_today(stage: Stage) -> None:
    await settle(stage, "U1", zone=option("Asia/Seoul"))
    step = await stage.type("U1", "/deal next Acme pilot send terms tomorrow")
    assert "Thu, Mar 5: send terms" in everything(step), "it is Wednesday in Seoul already"
    assert await reminded(stage, words="send terms") == utc(5, 0)


async def test_working_hours_hold_back_what_comes_by_itself(stage: Stage) -> None:
    await settle(stage, "U1", begins="13:00", ends="17:00")
    assert await reminded(stage) == utc(4, 18)


async def test_the_morning_hour_is_when_the_day_is_told(stage: Stage) -> None:
    await settle(stage, "U1", morning="10:30")
    assert await reminded(stage) == utc(4, 15, 30)


async def test_on_a_day_that_is_not_worked_nothing_comes(stage: Stage) -> None:
    await settle(stage, "U1", week=["1", "2", "4", "5"])
    assert await reminded(stage) == utc(5, 14)


async def test_days_off_keep_everything_quiet_and_count_for_no_working_day(stage: Stage) -> None:
    await settle(stage, "U1", days_off="2026-03-04 ~ 2026-03-10")
    await stage.let_pass(3)
    assert "with 1 working day in it" in everything(await stage.type("U1", "/crm me"))
    await settle(stage, "U1", days_off="")
    assert "with 4 working days in it" in everything(await stage.type("U1", "/crm me"))
    await stage.type("U1", "/deal undo")
    await stage.sandbox.clock.advance(10 * 86_400, QUARTER)
    assert came(told(stage, "U1", "send quote")[0]) == utc(11, 13), "clocks changed on the 8th"
    quiet = came(told(stage, "U2", "한빛 파일럿")[0])
    assert quiet == utc(16, 0), "a colleague without days off is asked on her eighth"
    assert not told(stage, "U1", "went quiet"), "five days fewer have passed for him"


async def test_each_kind_of_message_is_turned_off_by_itself(stage: Stage) -> None:
    await settle(stage, "U1", messages=EVERY_MESSAGE - {"nudges"})
    await settle(stage, "U2", messages=EVERY_MESSAGE - {"followups"})
    await settle(stage, "U3", messages=EVERY_MESSAGE - {"digest"})
    await stage.type("U2", "/deal 다음 한빛 파일럿 견적서 2026-03-04")
    await stage.let_pass(7)
    assert told(stage, "U1", "send quote"), "reminders still come"
    assert not told(stage, "U2", "견적서"), "but not to her"
    assert not told(stage, "U3", "rep was active"), "and the week is told to nobody"
    await settle(stage, "U3", messages=EVERY_MESSAGE)
    await stage.let_pass(7)
    assert told(stage, "U3", "active"), "the next Monday's is"
    assert told(stage, "U2", "한빛 파일럿"), "she is still asked about quiet deals"
    assert not told(stage, "U1", "went quiet"), "he is not"


@pytest.mark.parametrize(("way", "messages"), [("digest", 1), ("single", 2)])
async def test_the_days_steps_come_in_one_message_or_each_in_its_own(
    stage: Stage, way: str, messages: int
) -> None:
    await stage.type("U1", "/deal new Globex rollout")
    await stage.type("U1", "/deal next Globex rollout call their CFO 2026-03-04")
    await settle(stage, "U1", reminding=way)
    await stage.sandbox.clock.advance(24 * HOUR, QUARTER)
    found = told(stage, "U1", "Globex rollout") + told(stage, "U1", "Acme pilot")
    assert len({one["ts"] for one in found}) == messages
    assert all("Done" in everything(one) for one in found)
