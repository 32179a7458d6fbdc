"""Takes the pictures of docs/tour.md anew: `python -m tests.browser.tour [FOLDER]`."""

import asyncio
import io
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image

from tests.browser.chromium import Chromium, launched
from tests.browser.story import Browser, opened

IMAGES = Path(__file__).parents[2] / "docs" / "img"
HOUR = 3_600
MONDAY_IN_SEOUL = datetime(2026, 3, 8, 23, 30, tzinfo=UTC)
"""08:30 on Monday, March 9th; in New York it is Sunday evening."""

COLORS = 128
WIDE, HIGH = 1000, 2400
PHONE_WIDE = 390

ASKED = (
    ("U0DANA", "/crm report compliance", "compliance-en"),
    ("U0SEOYEON", "/crm 보고서 준수율", "compliance-ko"),
    ("U0JONAS", "/crm report evidence", "evidence-en"),
    ("U0JIWOO", "/crm 보고서 근거", "evidence-ko"),
    ("U0JONAS", "/crm scorecard", "scorecard-en"),
    ("U0JIWOO", "/crm 스코어카드", "scorecard-ko"),
    ("U0DANA", "/crm champions", "champions-en"),
    ("U0SEOYEON", "/crm 챔피언", "champions-ko"),
)
"""Who asks what, and the picture of the answer."""


async def take(chromium: Chromium, folder: Path) -> None:
    async with _opened(chromium) as browser:
        await browser.scene.sandbox.clock.advance(HOUR)
        await _letter(browser, "U0SUJIN", "우리 팀의 한 주", folder / "tour-digest-ko.png")
        await browser.scene.sandbox.clock.advance(13 * HOUR)
        await _letter(browser, "U0MARTA", "Your team's week", folder / "tour-digest-en.png")
        await browser.page.set_viewport_size({"width": PHONE_WIDE, "height": HIGH})
        await _letter(browser, "U0MARTA", "Your team's week", folder / "tour-digest-phone.png")
        await browser.page.set_viewport_size({"width": WIDE, "height": HIGH})
        await _letter(browser, "U0SEOYEON", "우리 팀들의 한 주", folder / "tour-teams-ko.png")
        for who, line, name in ASKED:
            await _answer(browser, who, line, folder / f"tour-{name}.png")


@asynccontextmanager
async def _opened(chromium: Chromium) -> AsyncIterator[Browser]:
    async with opened(chromium, (WIDE, HIGH), MONDAY_IN_SEOUL) as browser:
        yield browser


async def _letter(browser: Browser, who: str, words: str, path: Path) -> None:
    """What came unasked."""
    await browser.be(who)
    await browser.see(words)
    await _picture(browser, words, path)


async def _answer(browser: Browser, who: str, line: str, path: Path) -> None:
    await browser.be(who)
    told = browser.page.locator(".message")
    await told.first.wait_for()
    before = await told.count()
    await browser.say(line)
    await told.nth(before).wait_for()
    await _picture(browser, None, path)


async def _picture(browser: Browser, words: str | None, path: Path) -> None:
    """One message, in few colours: a page of words needs no more."""
    await browser.page.wait_for_timeout(500)
    messages = browser.page.locator(".message")
    one = messages.filter(has_text=words).last if words else messages.last
    shot = Image.open(io.BytesIO(await one.screenshot()))
    shot.convert("RGB").quantize(COLORS).save(path, optimize=True)


async def main() -> None:
    async with launched() as chromium:
        await take(chromium, Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES)


if __name__ == "__main__":
    asyncio.run(main())
