"""What was taken back is done again by a tap, unless something else has happened to it since."""

from collections.abc import AsyncIterator

import pytest

from store.engine import Store
from tests.journeys.stage import Stage, everything, play
from tests.journeys.test_rights import team_up


@pytest.fixture
async def stage(sqlite_store: Store) -> AsyncIterator[Stage]:
    async with play(sqlite_store, "http") as playing:
        await team_up(playing)
        yield playing


async def test_a_call_is_taken_back_and_logged_again_and_undo_steps_further_back(
    stage: Stage,
) -> None:
    await stage.type("U1", "/log call Acme pilot - they like it > send quote friday")
    undone = await stage.type("U1", "/deal undo")
    assert "No next step" in everything(undone)
    await stage.press("U1", undone, "Redo")
    redone = await stage.appears("U1", "Done again: Activity logged")
    assert "By Fri, Mar 6: send quote" in everything(redone)
    card = everything(await stage.type("U1", "/deal show Acme pilot"))
    assert "they like it" in card
    assert "By Fri, Mar 6: send quote" in card
    history = everything(await stage.type("U1", "/deal history Acme pilot"))
    assert history.count("Activity logged") >= 2
    await stage.press("U1", redone, "Undo")
    await stage.appears("U1", "the activity is no longer logged")
    again = await stage.type("U1", "/deal undo")
    assert "was never made" in again["text"], "further back, past what was undone"
    await stage.press("U1", again, "Redo")
    assert await stage.appears("U1", "Done again: Deal created")
    assert "Acme pilot" in everything(await stage.type("U1", "/deal list"))


async def test_redo_makes_way_for_what_happened_since(stage: Stage) -> None:
    await stage.type("U2", "/deal 다음 한빛 파일럿 견적서 보내기 금요일")
    undone = await stage.type("U2", "/deal 취소")
    await stage.type("U2", "/deal 다음 한빛 파일럿 전화 목요일")
    await stage.press("U2", undone, "다시 실행")
    assert await stage.appears("U2", "되돌린 뒤에 다시 바뀌었습니다")
    assert "전화" in everything(await stage.type("U2", "/deal 보기 한빛 파일럿"))


async def test_redo_asks_for_the_rights_and_criteria_of_now(stage: Stage) -> None:
    await stage.type("U1", "/deal move Acme pilot to discovery")
    await stage.fill("U1", budget_holder="Dana")
    await stage.appears("U1", "moved from")
    undone = await stage.type("U1", "/deal undo")
    await stage.type("U3", "/deal assign Acme pilot @지우")
    await stage.press("U1", undone, "Redo")
    assert await stage.appears("U1", "This deal belongs to 지우")
    await stage.type("U4", "/deal assign Acme pilot @Jonas")
    await stage.press("U1", undone, "Redo")
    assert await stage.appears("U1", "Done again: Stage moved")
    assert "Discovery" in everything(await stage.type("U1", "/deal show Acme pilot"))
