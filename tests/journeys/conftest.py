"""Journeys are played through both doors: signed HTTP and Socket Mode."""

from collections.abc import AsyncIterator

import pytest

from store.engine import Store
from tests.journeys.stage import Stage, play


@pytest.fixture(params=["http", "socket"])
async def stage(request: pytest.FixtureRequest, store: Store) -> AsyncIterator[Stage]:
    async with play(store, request.param) as playing:
        yield playing
