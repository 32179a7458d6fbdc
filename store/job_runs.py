"""Runs of jobs: each claimed once per workspace and moment, and told how it went."""

from datetime import datetime

from sqlalchemy.orm import Session

from store import scope
from store.schema import JobRunRow


def claim(session: Session, job: str, moment: datetime, now: datetime) -> int | None:
    """The run's id, or None where another replica has it already."""
    run = {"job": job, "moment": moment, "started_at": now, "decided": 0}
    return scope.insert_once(session, JobRunRow, run, unique=("job", "moment"))


def end(session: Session, run_id: int, decided: int, now: datetime) -> None:
    row = session.get_one(JobRunRow, run_id)
    row.decided, row.ended_at = decided, now
