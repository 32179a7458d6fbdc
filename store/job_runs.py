"""Runs of jobs: each claimed once per workspace and moment, and told how it went."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, true
from sqlalchemy.orm import Session

from store import scope
from store.schema import JobRunRow, OutboxRow


def claim(session: Session, job: str, moment: datetime, now: datetime) -> int | None:
    """The run's id, or None where another replica has it already."""
    run = {"job": job, "moment": moment, "started_at": now, "decided": 0}
    return scope.insert_once(session, JobRunRow, run, unique=("job", "moment"))


def within(session: Session, run_id: int | None) -> None:
    """What this session promises, it promises within the run."""
    session.info[scope.RUN] = run_id


def end(
    session: Session, run_id: int, decided: int, skipped: Mapping[str, int], now: datetime
) -> None:
    """`decided` counts those who are told something; `skipped` the others, by reason."""
    row = session.get_one(JobRunRow, run_id)
    row.decided, row.skipped, row.ended_at = decided, dict(skipped), now


@dataclass(frozen=True, slots=True)
class Run:
    """One run; `sent` and `unsent` count the messages promised in it that went out or did not
    (yet). Without `ended_at` it is under way, or was cut short."""

    job: str
    moment: datetime
    started_at: datetime
    ended_at: datetime | None
    decided: int
    skipped: Mapping[str, int]
    sent: int
    unsent: int


def newest(session: Session, limit: int, job: str | None = None) -> list[Run]:
    """The last runs, newest first."""
    rows = session.scalars(
        select(JobRunRow)
        .where(JobRunRow.job == job if job is not None else true())
        .order_by(JobRunRow.id.desc())
        .limit(limit)
    ).all()
    letters: Counter[tuple[int, bool]] = Counter()
    counted = session.execute(
        select(OutboxRow.run_id, OutboxRow.state, func.count())
        .where(OutboxRow.run_id.in_([row.id for row in rows]))
        .group_by(OutboxRow.run_id, OutboxRow.state)
    )
    for run_id, state, count in counted:
        letters[run_id or 0, state == "sent"] += count
    return [
        Run(
            row.job,
            row.moment,
            row.started_at,
            row.ended_at,
            row.decided,
            row.skipped,
            letters[row.id, True],
            letters[row.id, False],
        )
        for row in rows
    ]
