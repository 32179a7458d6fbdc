"""The shortcuts that Slack offers everywhere: they open their forms, and answer in private."""

from bot import manifest
from bot.ids import SHORTCUT_LOG, SHORTCUT_MESSAGE, SHORTCUT_NEW
from tests.journeys.stage import Stage


async def _pick(stage: Stage, person: str, shortcut: str) -> None:
    said = await stage.sandbox.act(as_=person, kind="shortcut", callback_id=shortcut)
    assert said["ok"], said


def test_slack_is_told_of_all_three() -> None:
    told = {one["callback_id"]: one["type"] for one in manifest.build()["features"]["shortcuts"]}
    assert told == {SHORTCUT_LOG: "global", SHORTCUT_NEW: "global", SHORTCUT_MESSAGE: "message"}


async def test_a_deal_is_made_and_logged_on_from_anywhere(stage: Stage) -> None:
    await _pick(stage, "U1", SHORTCUT_NEW)
    await stage.fill("U1", name="Acme pilot", account="Acme", amount="12k")
    await stage.appears("U1", "*Acme pilot*", stage.sandbox.dm("U1"))
    await _pick(stage, "U1", SHORTCUT_LOG)
    [found, *_] = await stage.options("U1", "target", "acme pil")
    await stage.fill("U1", target=found, kind="call", note="they like it")
    await stage.appears("U1", "logged on *Acme pilot*", stage.sandbox.dm("U1"))


async def test_they_speak_korean(stage: Stage) -> None:
    await _pick(stage, "U2", SHORTCUT_NEW)
    assert "딜" in stage.sandbox.stack("U2")[-1]["title"]["text"]
    await stage.fill("U2", name="한빛 파일럿", account="한빛전자")
    await stage.appears("U2", "한빛 파일럿", stage.sandbox.dm("U2"))
