"""Whatever teams, zones, holidays and habits there are: no promise of the timetable is broken."""

from random import Random

import pytest

from store.engine import Store
from tests.schedules.simulated_year import Size, World, judged


@pytest.mark.parametrize("seed", [1, 2])
def test_three_months_of_a_team_break_no_promise(sqlite_store: Store, seed: int) -> None:
    world = World(sqlite_store, Size(reps=4, deals=45, days=75, team=3), Random(seed))
    world.settle()
    world.live()
    assert judged(world) == []
    assert min(world.told[job] for job in ("nudges", "followups", "escalations", "digest")) > 0
