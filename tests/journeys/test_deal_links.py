"""A deal's link: copied from its card, and shown with a preview to whom it is meant."""

from typing import Any

from bot.sandbox.delivery import ByHttp
from tests.journeys.stage import DOMAIN, SALES, Stage, by_http, everything
from tests.journeys.test_rights import team_up

pytestmark = by_http


LINK = f"https://{DOMAIN}/deals/1"


async def post(stage: Stage, person: str, text: str, channel: str = SALES) -> str:
    """Somebody writes a message; its ts."""
    said = await stage.sandbox.act(as_=person, kind="message", channel=channel, text=text)
    assert said["ok"], said
    return str(said["ts"])


def preview(stage: Stage, ts: str, channel: str = SALES) -> list[dict[str, Any]]:
    message = stage.sandbox.ws.message(channel, ts)
    assert message is not None
    return list(message.attachments or [])


async def test_a_link_is_copied_from_the_card_and_previewed(stage: Stage) -> None:
    await team_up(stage)
    card = await stage.type("U1", "/deal show Acme pilot")
    await stage.press("U1", card, "Copy link")
    told = await stage.appears("U1", DOMAIN)
    assert f"`{LINK}`" in everything(told)
    ts = await post(stage, "U3", f"look at {LINK} please")
    [shown] = await stage.sandbox.until(lambda: preview(stage, ts))
    assert "Acme pilot" in str(shown["blocks"])
    assert "<@" not in str(shown["blocks"])


async def test_links_that_are_not_ours_to_show_stay_bare(stage: Stage) -> None:
    await team_up(stage)
    ws = stage.sandbox.ws
    ws.add_channel("C9", "with-them", [*ws.members], is_ext_shared=True)
    odd = [f"https://{DOMAIN}/deals/999", f"https://{DOMAIN}/deals/1x", f"https://{DOMAIN}/"]
    bare = [(SALES, await post(stage, "U3", link)) for link in odd]
    bare.append((SALES, await post(stage, "U5", LINK)))
    bare.append(("C9", await post(stage, "U3", LINK, "C9")))
    await stage.sandbox.settled()
    last = await post(stage, "U3", LINK)
    await stage.sandbox.until(lambda: preview(stage, last))
    assert [preview(stage, ts, channel) for channel, ts in bare] == [[]] * len(bare)


async def test_the_page_behind_a_link_tells_nothing_of_a_deal(stage: Stage) -> None:
    await team_up(stage)
    door = stage.sandbox.platform.courier.door
    assert isinstance(door, ByHttp)
    base = door.request_url.removesuffix("/slack/events")
    pages = []
    for number in (1, 999):
        asked = {"Accept-Language": "ko-KR,ko;q=0.9"}
        async with stage.bot.slack.session.get(f"{base}/deals/{number}", headers=asked) as answer:
            assert answer.status == 200
            assert answer.headers["X-Robots-Tag"] == "noindex"
            pages.append(await answer.text())
    assert pages[0] == pages[1]
    assert "딜로 가는 링크입니다" in pages[0]
    assert "slack://user?team=T1" in pages[0]
    assert "Acme" not in pages[0]
    async with stage.bot.slack.session.get(f"{base}/deals/1x") as answer:
        assert answer.status == 404
