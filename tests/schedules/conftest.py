"""The stage on which the timetable is played."""

from collections.abc import AsyncIterator

import pytest

from store.engine import Store
from tests.makers import Team
from tests.schedules.stage import Stage, stage


@pytest.fixture
async def played(store: Store, team: Team) -> AsyncIterator[Stage]:
    """On both engines: a team, a played Slack without rate limits, a messenger between them."""
    async with stage(store, team, rate_limits=False) as opened:
        yield opened
