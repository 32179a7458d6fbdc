"""A year of 200 reps in twelve zones with 5,000 deals under the timetable: is a promise broken?

`python -m bench.year [REPS [DEALS [DAYS [SEED]]]]`; what is watched stands in
tests/schedules/simulated_year.py.
"""

import logging
import sys
import tempfile
import time
from pathlib import Path
from random import Random

import structlog

from store import migrate
from store.engine import Store
from tests.schedules.simulated_year import Size, World, judged

USUAL = (200, 5_000, 365, 2026)


def main() -> int:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    given = [int(word) for word in sys.argv[1:]]
    reps, deals, days, seed = (*given, *USUAL[len(given) :])
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{Path(folder) / 'year.db'}")
        migrate.upgrade(store.engine)
        world = World(store, Size(reps, deals, days), Random(seed))
        begun = time.perf_counter()
        world.settle()
        world.live()
        lived = time.perf_counter() - begun
        broken = judged(world)
        store.close()
    print(f"{reps} reps, {deals} deals, {days} days, seed {seed}: lived in {lived:.0f} s")
    print(", ".join(f"{job} {count}" for job, count in sorted(world.told.items())))
    print(f"promises broken: {len(broken)}", *broken[:20], sep="\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
