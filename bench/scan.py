"""A morning's scan over a million deals of ten thousand reps: how much dearer than the bare SQL?

`python -m bench.scan [sqlite:///… | postgresql://…]` on an empty database. The bare SQL reads the
same rows by the same conditions, and writes the same bundles, items and promises, row by row of
plain tuples; nothing is decided. Memory is the peak of what Python holds while scanning.
"""

import gc
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert, select
from sqlalchemy.orm import Session

from bot.domain.people import Person, Role
from bot.usecases.staleness import speaking_deals
from schedules.job import decide_for, turns_of
from schedules.nudge_stale import JOB
from store import migrate, people, scope, stages, workspaces
from store.engine import Store
from store.prepared import table_of
from store.schema import DealRow, NudgeItemRow, NudgeRow, OutboxRow

DEALS = 1_000_000
REPS = 10_000
NOW = datetime(2026, 6, 30, 12, 0, tzinfo=UTC)  # a Tuesday
QUIET = 41_045
"""So many of the open deals are silent."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{Path(folder)}/bench.db")
        migrate.upgrade(store.engine)
        workspace_id = _plant(store)
        reps = store.ask(workspace_id, people.everyone)
        gc.collect()
        gc.freeze()  # as the bot does when it starts
        scan = _best(lambda: store.ask(workspace_id, _scan, reps))
        bare = _best(lambda: store.ask(workspace_id, _bare_scan))
        print(f"scan: {scan:.2f} s, the bare SQL {bare:.2f} s: {scan / bare:.1f} ×")
        ids = [rep.id for rep in reps]
        tracemalloc.start()
        told = _ask_all(store, workspace_id, ids)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        chunks = store.ask(workspace_id, _written)
        asked, written = [], []
        for _ in range(3):
            store.run(workspace_id, _forget)
            asked.append(_span(lambda: _ask_all(store, workspace_id, ids)))
            store.run(workspace_id, _forget)
            written.append(_span(lambda: _write_all(store, workspace_id, chunks)))
        took, bare = min(asked), bare + min(written)
        print(f"bundles for {told} deals: {took:.2f} s, the bare SQL {bare:.2f} s", end=": ")
        print(f"{took / bare:.1f} ×; at most {peak / 1e6:.0f} MB held")
        store.close()


def _best(measure: Callable[[], object]) -> float:
    return min(_span(measure) for _ in range(3))


def _span(measure: Callable[[], object]) -> float:
    begun = time.perf_counter()
    measure()
    return time.perf_counter() - begun


def _scan(session: Session, reps: Sequence[Person]) -> int:
    playbook = stages.in_force(session)
    return sum(
        len(found)
        for start in range(0, len(reps), JOB.at_once)
        for found in speaking_deals(
            session, reps[start : start + JOB.at_once], playbook, NOW
        ).values()
    )


def _bare_scan(session: Session) -> int:
    """The same rows as tuples of the driver's own values, in one statement for everybody."""
    limits = NOW - timedelta(days=7)
    found = session.connection().exec_driver_sql(
        "SELECT id, owner_id, stage_key, amount, currency, probability, closes_on,"
        " next_step_due_on, created_at, stage_entered_at, last_touch_at, held_until FROM deals"
        " WHERE status = 'open' AND removed_at IS NULL AND workspace_id = 1"
        f" AND last_touch_at < '{limits:%Y-%m-%d 00:00:00}' ORDER BY owner_id, last_touch_at"
    )
    return len(found.fetchall())


def _ask_all(store: Store, workspace_id: int, ids: Sequence[int]) -> int:
    told = 0
    for part in turns_of(JOB, ids):
        verdicts = store.run(workspace_id, decide_for, JOB, part, NOW)
        told += sum(one.told for one in verdicts)
    return told


Chunk = list[tuple[Table, list[dict[str, object]]]]


def _written(session: Session) -> list[Chunk]:
    """What was written, in as many parts as it was written in."""
    heads = _rows(session, NudgeRow)
    items: dict[object, list[dict[str, object]]] = {}
    for item in _rows(session, NudgeItemRow):
        items.setdefault(item["nudge_id"], []).append(item)
    letters = _rows(session, OutboxRow)
    return [
        [
            (table_of(NudgeRow), part := heads[start : start + JOB.at_once]),
            (table_of(NudgeItemRow), [item for head in part for item in items[head["id"]]]),
            (table_of(OutboxRow), letters[start : start + JOB.at_once]),
        ]
        for start in range(0, len(heads), JOB.at_once)
    ]


def _rows(session: Session, row: Any) -> list[dict[str, object]]:
    table = table_of(row)
    found = session.scalars(select(row).order_by(row.id))
    return [{column.name: getattr(one, column.name) for column in table.c} for one in found]


def _write_all(store: Store, workspace_id: int, chunks: Sequence[Chunk]) -> None:
    for chunk in chunks:
        store.run(workspace_id, _bare_write, chunk)


def _bare_write(session: Session, chunk: Chunk) -> None:
    for table, rows in chunk:
        session.connection().execute(insert(table), rows)


def _forget(session: Session) -> None:
    run = session.connection().exec_driver_sql
    if session.get_bind().dialect.name == "postgresql":
        run("TRUNCATE outbox, nudge_items, nudges CASCADE")
        return
    for table in ("outbox", "nudge_items", "nudges"):
        run(f"DELETE FROM {table}")


def _plant(store: Store) -> int:
    begun = NOW - timedelta(days=400)
    workspace = store.run(None, workspaces.meet, "T1", "Bench", begun)

    def fill(session: Session) -> None:
        reps = [
            people.add(
                session,
                name=f"Rep {number}",
                slack_user_id=f"U{number}",
                role=Role.REP,
                locale="en-US",
                tz="UTC",
                joined_on=date(2025, 1, 1),
            ).id
            for number in range(REPS)
        ]
        for start in range(0, DEALS, 10_000):
            rows = [_deal(number, reps) for number in range(start, start + 10_000)]
            scope.insert_all(session, DealRow, rows)
        session.connection().exec_driver_sql("ANALYZE")

    store.run(workspace.id, fill)
    return workspace.id


def _deal(number: int, reps: list[int]) -> dict[str, object]:
    """Four in ten are open; every tenth of these or so is silent."""
    is_open = number % 10 < 4
    quiet = number * QUIET // DEALS != (number + 1) * QUIET // DEALS
    touched = NOW - timedelta(days=20 if quiet else 2, minutes=number % 1_000)
    status = "open" if is_open or quiet else "won" if number % 2 else "lost"
    return {
        "name": f"Deal {number}",
        "name_key": f"deal{number}",
        "owner_id": reps[number * 7919 % REPS],
        "stage_key": "discovery" if status == "open" else status,
        "status": status,
        "amount": Decimal(1_000 + number % 5_000),
        "currency": "USD",
        "created_at": touched,
        "stage_entered_at": touched,
        "last_touch_at": touched,
        "closed_at": None if status == "open" else touched,
        "probability": 25,
        "playbook_version": 1,
        "version": 1,
    }


if __name__ == "__main__":
    main()
