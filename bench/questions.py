"""The questions asked at any moment, on a million deals of ten thousand reps: in how many seconds,
and how many times the bare sum over the deals made in the same half a year?

`python -m bench.questions [sqlite:///… | postgresql://…]`; a database that was filled by an earlier
run is asked again as it is.
"""

import gc
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from operator import itemgetter
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import String, cast, insert, literal, select
from sqlalchemy.orm import Session

from bot.domain.people import Actor, Role
from bot.domain.periods import Period
from bot.domain.reporting import Figure, Grouping, Question
from bot.usecases import report_attention, report_deals, report_lines
from bot.usecases import reports as questions
from bot.usecases.report_asked import Asked
from store import migrate, people, reports, scope, ways, workspaces
from store.engine import Store
from store.prepared import table_of
from store.schema import AnswerRow, DealRow, StageChangeRow

DEALS = 1_000_000
REPS = 10_000
A_TEAM = 20
NOW = datetime(2026, 6, 30, 12, 0, tzinfo=UTC)
YEARS = 3
HALF_A_YEAR = Period(date(2026, 1, 1), date(2026, 6, 30))
OPEN = ("qualification", "discovery", "proposal", "negotiation")
SHARES = (10, 25, 50, 75)
LOST = ("pricing", "competitor", "budget", "timing: next year", "unresponsive")
WON = ("product_fit", "relationship")
MOST_SECONDS = 1.0

QUESTIONS = (
    ("opportunities", Grouping.MONTH),
    ("opportunities", Grouping.REP),
    ("productivity", Grouping.MONTH),
    ("productivity", Grouping.TEAM),
    ("pipeline", Grouping.STAGE),
    ("pipeline", Grouping.CATEGORY),
    ("pipeline", Grouping.MONTH),
    ("pipeline", Grouping.TEAM),
    ("funnel", Grouping.STAGE),
    ("funnel", Grouping.MONTH),
    ("funnel", Grouping.TEAM),
    ("funnel", Grouping.REP),
    ("velocity", Grouping.MONTH),
    ("wins", Grouping.REASON),
    ("wins", Grouping.MONTH),
    ("wins", Grouping.REP),
    ("wins", Grouping.TEAM),
    ("velocity", Grouping.REP),
    ("productivity", Grouping.REP),
    ("pipeline", Grouping.REP),
    ("pipeline", Grouping.FIELD),
    ("wins", Grouping.FIELD),
)
_FOUR_WEEKS = Period(date(2026, 5, 25), date(2026, 6, 21))
_TWO_YEARS = Period(date(2024, 7, 1), date(2026, 6, 30))
A_REP, THEIR_TEAM = "U77", "Team 3"
FIELD, A_PRODUCT = "product", "Product 3"
BEHIND = (
    (Question("funnel", HALF_A_YEAR, Grouping.STAGE), "qualification", ""),
    (Question("funnel", HALF_A_YEAR, Grouping.STAGE), "won", ""),
    (Question("funnel", HALF_A_YEAR, Grouping.REP), A_REP, "discovery"),
    (Question("opportunities", HALF_A_YEAR, Grouping.MONTH), "2026-03", ""),
    (Question("opportunities", HALF_A_YEAR, Grouping.TEAM), THEIR_TEAM, ""),
    (Question("pipeline", HALF_A_YEAR, Grouping.STAGE), "proposal", ""),
    (Question("pipeline", HALF_A_YEAR, Grouping.MONTH), "2026-08", ""),
    (Question("pipeline", HALF_A_YEAR, Grouping.TEAM), THEIR_TEAM, ""),
    (Question("pipeline", HALF_A_YEAR, Grouping.CATEGORY), "commit", ""),
    (Question("pipeline", HALF_A_YEAR, Grouping.FIELD, FIELD), A_PRODUCT, ""),
    (Question("wins", HALF_A_YEAR, Grouping.REASON), "competitor", ""),
    (Question("wins", HALF_A_YEAR, Grouping.REP), A_REP, ""),
    (Question("productivity", HALF_A_YEAR, Grouping.MONTH), "2026-03", ""),
    (Question("adoption", _FOUR_WEEKS, Grouping.WEEK), A_REP, ""),
    (Question("compliance", _FOUR_WEEKS, Grouping.TEAM), THEIR_TEAM, ""),
    (Question("compliance", _FOUR_WEEKS, Grouping.TEAM), "", ""),
    (Question("nudges", HALF_A_YEAR, Grouping.KIND), "silent", ""),
    (Question("evidence", _TWO_YEARS, Grouping.TEAM), THEIR_TEAM, ""),
)
"""Figures whose lists of deals are opened: the question, the line, and its stage in a funnel."""
A_PAGE = 60


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{Path(folder)}/bench.db")
        migrate.upgrade(store.engine)
        workspace_id = _workspace(store)
        gc.collect()
        gc.freeze()  # as the bot does when it starts
        bare = _best(lambda: store.ask(workspace_id, _bare))
        took = dict(_measured(store, workspace_id))
        store.close()
    print(f"{'bare sum of half a year':42} {bare:6.2f} s")
    for name, seconds in took.items():
        late = "" if seconds <= MOST_SECONDS else "  too long"
        print(f"{name:42} {seconds:6.2f} s {seconds / bare:6.1f} × the bare sum{late}")
    return 0 if max(took.values()) <= MOST_SECONDS else 1


def _bare(session: Session) -> object:
    return reports.sums(session, questions.made(HALF_A_YEAR.moments(ZoneInfo("UTC"))), [])


def _leader(session: Session) -> Actor:
    """Somebody who may see every deal."""
    return Actor(replace(people.everyone(session)[0], role=Role.LEADER), workspaces.bound(session))


def _measured(store: Store, workspace_id: int) -> Iterator[tuple[str, float]]:
    leader = store.ask(workspace_id, _leader)
    for question, key, stage in BEHIND:
        figure = Figure(question, key, stage=stage)

        def open_it(figure: Figure = figure) -> object:
            return store.ask(workspace_id, report_deals.page, leader, figure, 0, NOW)

        told = f"{question.name} by {question.by.value}"
        yield f"behind {told}: {key or 'all'}", _best(open_it)

    def attention() -> object:
        return store.ask(workspace_id, report_attention.first, NOW, None, A_PAGE)

    yield "attention, its page", _best(attention)
    for name, by in QUESTIONS:
        asked = Asked(HALF_A_YEAR, by, field=FIELD if by is Grouping.FIELD else "")

        def ask(name: str = name, asked: Asked = asked) -> object:
            return store.ask(workspace_id, report_lines.of, name, asked, NOW)

        yield f"{name} by {by.value}", _best(ask)


def _best(measure: Callable[[], object]) -> float:
    spans = []
    for _ in range(3):
        begun = time.perf_counter()
        measure()
        spans.append(time.perf_counter() - begun)
    return min(spans)


def _workspace(store: Store) -> int:
    known = store.ask(None, workspaces.all_of_them)
    if known:
        return known[0].id
    begun = NOW - timedelta(days=365 * YEARS)
    workspace = store.run(None, workspaces.meet, "T1", "Bench", begun)
    reps = store.run(workspace.id, _staff)
    for start in range(0, DEALS, 10_000):
        store.run(workspace.id, _fill, range(start, start + 10_000), reps)
    store.run(workspace.id, _answer)
    store.run(workspace.id, _analyse)
    return workspace.id


def _answer(session: Session) -> None:
    """Every deal is for one of twelve products."""
    deals, answers = table_of(DealRow).c, table_of(AnswerRow)
    product = literal("Product ").concat(cast(deals.id % 12, String))
    told = select(
        deals.workspace_id, deals.id, literal(FIELD), product, deals.created_at, literal(1)
    )
    columns = ["workspace_id", "deal_id", "key", "value", "given_at", "playbook_version"]
    session.connection().execute(insert(answers).from_select(columns, told))


def _analyse(session: Session) -> None:
    session.connection().exec_driver_sql("ANALYZE")


def _staff(session: Session) -> list[int]:
    reps: list[int] = []
    manager: int | None = None
    for number in range(REPS):
        leads = number % A_TEAM == 0
        added = people.add(
            session,
            name=f"Rep {number}",
            slack_user_id=f"U{number}",
            role=Role.MANAGER if leads else Role.REP,
            locale="en-US",
            tz="UTC",
            joined_on=date(2023, 1, 1),
            team=f"Team {number // A_TEAM}",
            manager_id=None if leads else manager,
        )
        manager = added.id if leads else manager
        reps.append(added.id)
    return reps


def _fill(session: Session, numbers: range, reps: list[int]) -> None:
    deals = [_deal(number, reps) for number in numbers]
    steps = [step for deal in deals for step in _kept(deal)]
    scope.insert_all(session, DealRow, deals)
    scope.insert_all(session, StageChangeRow, steps)


def _kept(deal: dict[str, object]) -> list[dict[str, object]]:
    """The deal's steps with how long each stay lasted; the deal gets to know where it stood."""
    steps = sorted(_way(deal), key=itemgetter("changed_at"))
    deal["stood_in"] = ways.stood_in([str(step["to_stage"]) for step in steps])
    made = deal["created_at"]
    assert isinstance(made, datetime)
    return ways.of_new(steps, made)


def _deal(number: int, reps: list[int]) -> dict[str, object]:
    """Three in ten are won, three lost, four open."""
    made = NOW - timedelta(minutes=(number * 7919) % (YEARS * 365 * 1440))
    status = ("won", "won", "won", "lost", "lost", "lost", "open")[min(number % 10, 6)]
    place = number // 10 % 4
    closed = min(made + timedelta(days=number % 60, hours=1), NOW)
    reasons = WON if status == "won" else LOST
    return {
        "id": number + 1,
        "name": f"Deal {number}",
        "name_key": f"deal{number}",
        "owner_id": reps[number * 7919 % REPS],
        "stage_key": OPEN[place] if status == "open" else status,
        "status": status,
        "amount": Decimal(1_000 + number % 5_000),
        "currency": "USD",
        "closes_on": (NOW + timedelta(days=number % 200 - 20)).date(),
        "created_at": made,
        "stage_entered_at": made,
        "last_touch_at": made,
        "closed_at": None if status == "open" else closed,
        "close_reason": None if status == "open" else reasons[number % len(reasons)],
        "probability": {"won": 100, "lost": 0}.get(status, SHARES[place]),
        "playbook_version": 1,
        "version": 1,
    }


def _way(deal: dict[str, object]) -> Iterator[dict[str, object]]:
    """Through the open stages, a day or so in each, to where it stands."""
    end = str(deal["stage_key"])
    passed = OPEN[: OPEN.index(end) + 1] if end in OPEN else OPEN[: 1 + int(str(deal["id"])) % 3]
    stages = [*passed] if end in OPEN else [*passed, end]
    made, closed = deal["created_at"], deal["closed_at"]
    assert isinstance(made, datetime)
    for place, stage in enumerate(stages):
        at = closed if stage == end and closed is not None else made + timedelta(hours=7 * place)
        yield {
            "deal_id": deal["id"],
            "from_stage": stages[place - 1] if place else None,
            "to_stage": stage,
            "changed_at": at,
            "playbook_version": 1,
        }


if __name__ == "__main__":
    raise SystemExit(main())
