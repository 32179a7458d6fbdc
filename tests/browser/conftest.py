"""One browser for all; every test opens pages of its own in it, with nothing kept from another."""

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.browser.chromium import Chromium, launched


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Chromium]:
    async with launched() as browser:
        yield browser
