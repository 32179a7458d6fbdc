"""Takes all pictures of the documentation anew: `python -m tests.browser.pictures`."""

import asyncio
from pathlib import Path

from tests.browser import tour
from tests.browser.chromium import Chromium, launched
from tests.browser.story import Browser, opened

IMAGES = Path(__file__).parents[2] / "docs" / "img"


async def main() -> None:
    async with launched() as chromium:
        await _take(chromium)


async def _take(chromium: Chromium) -> None:
    async with opened(chromium, (1100, 620)) as browser:
        await browser.be("U0JONAS")
        await browser.say("/log call Acme - they like the pilot > send quote friday")
        await browser.see("logged on")
        await browser.picture(IMAGES / "log.png")
        await browser.press("Undo")
        await browser.see("Taken back")
        await browser.say("/deal move Acme pilot to negotiation")
        await browser.fill_criteria()
        await browser.picture(IMAGES / "criteria.png")
        await browser.press("Move", "dialog")
        await browser.see("moved from")
        await browser.picture(IMAGES / "move.png")
        await browser.say("/deal lost Acme pilot")
        await browser.page.get_by_role("dialog").wait_for()
        await browser.picture(IMAGES / "lost.png")
        await browser.page.keyboard.press("Escape")
        await browser.scene.sandbox.clock.advance(3_600)
        await _nudge(browser)
        await browser.be("U0JIWOO")
        await browser.say("/log 통화 한빛전자 - 파일럿 긍정적 > 견적서 보내기 금요일")
        await browser.see("기록했습니다")
        await browser.picture(IMAGES / "korean.png")
    async with opened(chromium, (1100, 720)) as browser:
        await _playbook(browser)
    async with opened(chromium, (1100, 860)) as browser:
        await _room(browser)
    async with opened(chromium, (1100, 1180)) as browser:
        await browser.scene.sandbox.clock.advance(3_600)
        await browser.be("U0MARTA")
        await browser.see("Activities per rep")
        await browser.picture(IMAGES / "digest.png")
    await tour.take(chromium, IMAGES)


async def _room(browser: Browser) -> None:
    """A deal's room: a line without a name, what all in there read of it, and the card."""
    await browser.page.goto(f"{browser.scene.url}/?as=U0JONAS&channel=C0ACME")
    await browser.see("Pinned")
    await browser.say("/log call - they like the pilot > send quote friday")
    await browser.see("Jonas Reed logged on")
    await browser.page.wait_for_timeout(1500)
    await browser.picture(IMAGES / "room.png")


async def _playbook(browser: Browser) -> None:
    """A change of the playbook, about to be proposed."""
    await browser.be("U0MARTA")
    await browser.say("/crm playbook edit")
    dialog = await browser.form()
    await dialog.get_by_role("button", name="More options").first.click()
    await browser.page.get_by_role("menuitem", name="Edit", exact=True).click()
    await browser.page.get_by_label("Silent after").fill("3")
    await browser.press("Save", "dialog")
    await browser.see("1 change, not proposed yet.")
    await browser.press("Propose…", "dialog")
    await browser.see("would turn stale")
    await browser.picture(IMAGES / "propose.png")


async def _nudge(browser: Browser) -> None:
    await browser.let_pass(10)
    await browser.be("U0JONAS")
    await browser.see("went quiet")
    await browser.picture(IMAGES / "nudge.png")


if __name__ == "__main__":
    asyncio.run(main())
