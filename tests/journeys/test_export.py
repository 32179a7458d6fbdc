"""An admin takes tables out as files, in Slack; nobody else does."""

from typing import Any

from tests.journeys.stage import Stage, by_http, everything
from tests.journeys.test_reports import begin


async def files(stage: Stage, person: str, count: int) -> list[dict[str, Any]]:
    """The files in somebody's conversation with the bot, once there are so many."""

    def arrived() -> list[dict[str, Any]]:
        here = stage.seen(person, stage.sandbox.dm(person))
        found = [file for one in here for file in one.get("files") or ()]
        return found if len(found) >= count else []

    return list(await stage.sandbox.until(arrived))


@by_http
async def test_an_admin_takes_a_table_out_by_a_word_or_a_button(stage: Stage) -> None:
    await begin(stage)
    assert "on its way" in (await stage.type("U4", "/crm export deals"))["text"]
    page = await stage.type("U4", "/crm export")
    assert "Stage changes" in everything(page)
    await stage.press("U4", page, "Excel")
    told = await files(stage, "U4", 2)
    assert sorted(one["name"] for one in told) == ["deals.csv", "deals.xlsx"]
    korean = await stage.type("U4", "/crm 내보내기 활동 엑셀")
    assert "on its way" in korean["text"]
    assert "activities.xlsx" in [one["name"] for one in await files(stage, "U4", 3)]
    odd = await stage.type("U4", "/crm export weather")
    assert "I don't know these words: weather" in odd["text"]


async def test_nobody_else_takes_tables_out(stage: Stage) -> None:
    await begin(stage)
    for person in ("U1", "U3"):
        refused = await stage.type(person, "/crm export deals")
        assert "admin" in refused["text"]
        assert stage.sandbox.traffic.find("files.completeUploadExternal") == []
