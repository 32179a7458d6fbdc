"""The leader's two questions on a million deals: how much slower than the bare sums?

`python -m bench.reports [sqlite:///… | postgresql://…]` on an empty database.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.domain.people import Role
from bot.domain.periods import Period, Unit
from bot.domain.reporting import Grouping
from bot.usecases import report_lines
from bot.usecases import reports as questions
from bot.usecases.report_asked import Asked
from store import migrate, people, reports, scope, workspaces
from store.engine import Store
from store.schema import DealRow
from store.slices import Slice

DEALS = 1_000_000
REPS = 1_000
NOW = datetime(2026, 6, 30, 12, 0, tzinfo=UTC)
YEARS = 3


def _plant(store: Store) -> int:
    workspace = store.run(None, workspaces.meet, "T1", "Bench", NOW - timedelta(days=365 * YEARS))

    def fill(session: Session) -> None:
        reps = [
            people.add(
                session,
                name=f"Rep {number}",
                slack_user_id=f"U{number}",
                role=Role.REP,
                locale="en-US",
                tz="UTC",
                joined_on=date(2023, 1, 1),
            ).id
            for number in range(REPS)
        ]
        for start in range(0, DEALS, 10_000):
            rows = [_deal(number, reps) for number in range(start, start + 10_000)]
            scope.insert_all(session, DealRow, rows)

    store.run(workspace.id, fill)
    return workspace.id


def _deal(number: int, reps: list[int]) -> dict[str, object]:
    made = NOW - timedelta(minutes=(number * 7919) % (YEARS * 365 * 1440))
    is_won, is_lost = number % 10 < 3, 3 <= number % 10 < 6
    status = "won" if is_won else "lost" if is_lost else "open"
    closed = min(made + timedelta(days=number % 60), NOW) if status != "open" else None
    return {
        "name": f"Deal {number}",
        "name_key": f"deal{number}",
        "owner_id": reps[number % REPS],
        "stage_key": status if status != "open" else "discovery",
        "status": status,
        "amount": Decimal(1_000 + number % 5_000),
        "currency": "USD",
        "created_at": made,
        "stage_entered_at": made,
        "last_touch_at": made,
        "closed_at": closed,
        "probability": 25,
        "playbook_version": 1,
        "version": 1,
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{Path(folder)}/bench.db")
        migrate.upgrade(store.engine)
        workspace_id = _plant(store)
        period = Period(date(2026, 1, 1), date(2026, 6, 30))

        def bare(session: Session, counted: Callable[[questions.Span], Slice]) -> None:
            for _, month in period.split(Unit.MONTH):
                reports.sums(session, counted(month.moments(ZoneInfo("UTC"))), [])

        for name, counted in (("opportunities", questions.made), ("productivity", questions.won)):
            asked = Asked(period, Grouping.MONTH)
            store.ask(workspace_id, bare, counted)
            begun = time.perf_counter()
            store.ask(workspace_id, bare, counted)
            sums = time.perf_counter() - begun
            begun = time.perf_counter()
            store.ask(workspace_id, report_lines.of, name, asked, NOW)
            took = time.perf_counter() - begun
            print(f"{name}: {took:.2f} s, {took / sums:.1f} × the bare sums")
        store.close()


if __name__ == "__main__":
    main()
