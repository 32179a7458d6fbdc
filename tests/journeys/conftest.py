"""Journeys are played through both doors and on both engines: signed HTTP on SQLite, and Socket
Mode on PostgreSQL. The other two pairs would prove nothing more: neither knows of the other."""

from collections.abc import AsyncIterator

import pytest

from store.engine import Store
from tests.journeys.stage import Stage, play

_PAIRS = {("http", "sqlite"), ("socket", "postgresql")}


@pytest.fixture(params=["http", "socket"])
async def stage(request: pytest.FixtureRequest, store: Store) -> AsyncIterator[Stage]:
    async with play(store, request.param) as playing:
        yield playing


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items[:] = [one for one in items if not _is_left_out(one)]


def _is_left_out(item: pytest.Item) -> bool:
    """Whether it is one of the other two pairs."""
    if not isinstance(item, pytest.Function) or not hasattr(item, "callspec"):
        return False
    params = item.callspec.params
    return {"stage", "databases"} <= params.keys() and (
        (params["stage"], params["databases"]) not in _PAIRS
    )
