"""How long a change of playbook takes on many open deals, and whom it holds up meanwhile.

`python -m bench.playbook [sqlite:///… | postgresql://…]` on an empty database.
"""

import statistics
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from bot.domain import playbook_edits as edits
from bot.domain.deal import ActivityKind
from bot.domain.outcomes import Report, Target
from bot.domain.people import Actor, Role
from bot.domain.playbook import default
from bot.domain.playbook_check import checked
from bot.usecases import activities, playbooks
from store import migrate, people, scope, stages, workspaces
from store.engine import Store
from store.schema import DealRow

DEALS = 100_000
REPS = 100
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def _plant(store: Store) -> tuple[int, Actor]:
    workspace = store.run(None, workspaces.meet, "T1", "Bench", NOW)

    def fill(session: Session) -> Actor:
        reps = [
            people.add(
                session,
                name=f"Rep {number}",
                slack_user_id=f"U{number}",
                role=Role.REP,
                locale="en-US",
                tz="UTC",
                joined_on=NOW.date(),
            )
            for number in range(REPS)
        ]
        first = stages.in_force(session).first
        rows = [
            {
                "name": f"Deal {number}",
                "name_key": f"deal{number}",
                "owner_id": reps[number % REPS].id,
                "stage_key": first.key,
                "status": "open",
                "currency": "USD",
                "created_at": NOW,
                "stage_entered_at": NOW,
                "last_touch_at": NOW,
                "probability": 10,
                "playbook_version": 1,
                "version": 1,
            }
            for number in range(DEALS)
        ]
        for start in range(0, DEALS, 5_000):
            scope.insert_all(session, DealRow, rows[start : start + 5_000])
        return Actor(reps[0], workspace)

    return workspace.id, store.run(workspace.id, fill)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{Path(folder) / 'bench.db'}"
        store = Store(url)
        migrate.upgrade(store.engine)
        workspace_id, actor = _plant(store)
        told = edits.with_stage(default(), "qualification", {"silent_after": 3})
        document = checked(told)
        waits: list[float] = []
        over = threading.Event()
        logging = threading.Thread(target=_log_on, args=(store, workspace_id, actor, waits, over))
        logging.start()
        tried = _timed("dry run", lambda: _try(store, workspace_id, document))
        print(f"  {tried.seen:,} open deals seen, {tried.turn_stale:,} would turn stale")
        _timed(
            "in force",
            lambda: store.run(workspace_id, playbooks.replace_at_once, document, "", "", NOW),
        )
        over.set()
        logging.join()
        print(
            f"meanwhile {len(waits):,} activities were logged: median"
            f" {statistics.median(waits) * 1000:.1f} ms, longest {max(waits) * 1000:.1f} ms"
        )
        store.close()


def _log_on(
    store: Store, workspace_id: int, actor: Actor, waits: list[float], over: threading.Event
) -> None:
    report = Report(ActivityKind.CALL, "they like it")
    while not over.is_set():
        begun = time.perf_counter()
        store.run(workspace_id, activities.log, actor, Target(deal_id=1), report, NOW)
        waits.append(time.perf_counter() - begun)
        over.wait(0.005)


def _try(store, workspace_id, document):  # type: ignore[no-untyped-def] # a Trial comes out
    trying = store.ask(workspace_id, playbooks.begin_trial, document, NOW)
    last = 0
    while (taken := store.ask(workspace_id, playbooks.try_on, last)).known:
        trying.take(taken.known)
        last = taken.last
    return trying.result()


def _timed(what, work):  # type: ignore[no-untyped-def] # whatever the work makes
    begun = time.perf_counter()
    made = work()
    print(f"{what}: {time.perf_counter() - begun:.2f} s")
    return made


if __name__ == "__main__":
    main()
