"""The real browser: Chromium, begun once for all tests of a process, since that takes seconds."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from shutil import which

import pytest
from playwright.async_api import Browser as Chromium
from playwright.async_api import async_playwright

__all__ = ["CHROMIUM", "DESKTOP", "IN_A_BROWSER", "PHONE", "Chromium", "launched"]

CHROMIUM = which("chromium") or which("google-chrome") or which("chromium-browser")
DESKTOP = (1280, 800)
PHONE = (390, 844)

IN_A_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium"),
    pytest.mark.asyncio(loop_scope="session"),
]
"""For every module of tests that opens one: it belongs to the loop in which it was begun."""


@asynccontextmanager
async def launched() -> AsyncIterator[Chromium]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        await browser.close()
