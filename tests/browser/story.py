"""The demo in a real browser, as a newcomer drives it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.async_api import Locator, Page

from bot.sandbox.demo import Door, Scene, playing
from tests.browser.chromium import DESKTOP, Chromium
from tests.browser.filled import filled

MONDAY = datetime(2026, 3, 2, 14, 30, tzinfo=UTC)
"""09:30 in New York."""


@dataclass(frozen=True, slots=True)
class Browser:
    """One page on the demo; `say` types, `see` waits for words."""

    page: Page
    scene: Scene
    faults: list[str]

    async def be(self, slack_id: str) -> None:
        await self.page.goto(f"{self.scene.url}/?as={slack_id}")
        await self._composer.wait_for()

    @property
    def _composer(self) -> Locator:
        return self.page.get_by_role("combobox").last

    async def say(self, line: str) -> None:
        await self._composer.fill(line)
        await self._composer.press("Escape")
        await self._composer.press("Enter")

    async def see(self, words: str) -> Locator:
        seen = self.page.get_by_text(words).last
        await seen.wait_for()
        return seen

    async def press(self, name: str, within: str | None = None, *, last: bool = True) -> None:
        area = self.page.get_by_role("dialog") if within == "dialog" else self.page
        buttons = area.get_by_role("button", name=name, exact=True)
        await (buttons.last if last else buttons.first).click()

    async def form(self) -> Locator:
        """The form that has opened, once it has taken the focus: before, it may take away what
        is being typed."""
        await self.page.wait_for_function("document.activeElement.closest('[role=dialog]')")
        return self.page.get_by_role("dialog")

    async def fill_criteria(self) -> None:
        """A word in every empty text field of the form that is open."""
        form = await self.form()
        for box in await form.get_by_role("textbox").all():
            if not await box.input_value():
                await box.fill("Dana, their CFO")

    async def let_pass(self, days: int) -> None:
        await self.scene.sandbox.clock.advance(days * 86_400, timedelta(minutes=15))

    async def picture(self, path: Path) -> None:
        await self.page.wait_for_timeout(400)
        await self.page.screenshot(path=path)


@asynccontextmanager
async def opened(
    chromium: Chromium, size: tuple[int, int] = DESKTOP, start: datetime = MONDAY
) -> AsyncIterator[Browser]:
    """The demo playing, and a page of the browser's on it."""
    async with playing(0, Door.SOCKET, start, filled) as scene:
        context = await chromium.new_context(viewport={"width": size[0], "height": size[1]})
        page = await context.new_page()
        page.set_default_timeout(15_000)
        faults: list[str] = []
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        try:
            yield Browser(page, scene, faults)
        finally:
            await context.close()
