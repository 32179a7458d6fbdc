"""One manager of ten thousand reps: how much dearer is the digest than the bare aggregate?

`python -m bench.digest [sqlite:///… | postgresql://…]` on an empty database.
"""

import gc
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from bot.domain.people import Person, Role
from bot.usecases import digests, facts
from store import migrate, people, scope, workspaces
from store.engine import Store
from store.schema import DayFactRow, WeekFactRow

REPS = 10_000
NOW = datetime(2026, 6, 29, 9, 0, tzinfo=UTC)  # a Monday
LAST = date(2026, 6, 22)
WEEKS = 4
DID = (
    "SELECT person_id, count(*) FILTER (WHERE acts > 0), sum(activities) FROM day_facts"
    " WHERE workspace_id = 1 AND week = '{week}' GROUP BY person_id"
)
STOOD = (
    "SELECT person_id, working_days, open_deals, with_next_step, stale FROM week_facts"
    " WHERE workspace_id = 1 AND week = '{week}'"
)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{Path(folder)}/bench.db")
        migrate.upgrade(store.engine)
        workspace = store.run(None, workspaces.meet, "T1", "Bench", NOW - timedelta(days=60))
        manager = store.run(workspace.id, _plant)
        store.run(workspace.id, facts.catch_up, NOW)
        store.run(workspace.id, _plant_facts, manager)
        gc.collect()
        gc.freeze()  # as the bot does when it starts
        bare = _best(lambda: store.ask(workspace.id, _aggregate))
        took = _best(lambda: store.run(workspace.id, digests.week_of, manager, LAST, NOW))
        store.close()
    print(f"digest of {REPS} reps: {1000 * took:.0f} ms, the bare aggregates", end=" ")
    print(f"{1000 * bare:.0f} ms: {took / bare:.1f} ×")


def _best(measure: Callable[[], object]) -> float:
    spans = []
    for _ in range(5):
        begun = time.perf_counter()
        measure()
        spans.append(time.perf_counter() - begun)
    return min(spans)


def _aggregate(session: Session) -> None:
    for week in (LAST, LAST - timedelta(days=7)):
        for sql in (DID, STOOD):
            session.connection().exec_driver_sql(sql.format(week=week)).fetchall()


def _plant(session: Session) -> Person:
    def add(number: int, role: Role, manager_id: int | None) -> Person:
        return people.add(
            session,
            name=f"{role.value} {number}",
            slack_user_id=f"U{role.value}{number}",
            role=role,
            locale="en-US",
            tz="UTC",
            joined_on=date(2026, 1, 1),
            manager_id=manager_id,
        )

    manager = add(0, Role.MANAGER, None)
    for number in range(REPS):
        add(number, Role.REP, manager.id)
    return manager


def _plant_facts(session: Session, manager: Person) -> None:
    ids = people.ids_of_team(session, manager.id)
    nothing = dict.fromkeys(("created", "moved", "won", "lost", "steps", "edits"), 0)
    for weeks_ago in range(WEEKS):
        monday = LAST - timedelta(days=7 * weeks_ago)
        days = [
            {
                "person_id": one,
                "week": monday,
                "day": monday + timedelta(days=ahead),
                "acts": 3,
                "activities": 2,
                "kinds": {"call": 2},
                "delays": [0, 5],
                "touched": [1, 2],
            }
            | nothing
            for one in ids
            for ahead in range(5)
        ]
        weeks = [
            {
                "person_id": one,
                "week": monday,
                "working_days": 5,
                "open_deals": 10,
                "with_next_step": 7,
                "stale": 2,
                "complete": 6,
                "rules": 50,
                "met": 35,
                "asked": 4,
                "answered": 3,
                "acted": 2,
            }
            for one in ids
        ]
        scope.insert_all(session, DayFactRow, days)
        scope.insert_all(session, WeekFactRow, weeks)


if __name__ == "__main__":
    main()
