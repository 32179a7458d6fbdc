"""Looks at others' scorecards, for those who were looked at."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.scorecards import Look
from store import history
from store.schema import PersonRow, ScorecardLookRow


def note(session: Session, by_id: int, person_id: int, now: datetime) -> None:
    """Writes down, in the audit too, that somebody looked."""
    act = history.begin(session, by_id, "scorecard.look", now)
    history.create(act, ScorecardLookRow(person_id=person_id, by_id=by_id, at=now))


def at(session: Session, person_id: int, most: int) -> list[Look]:
    """Who looked at somebody's, the newest first."""
    lines = session.execute(
        select(PersonRow.name, PersonRow.slack_user_id, ScorecardLookRow.at)
        .join(PersonRow, PersonRow.id == ScorecardLookRow.by_id)
        .where(ScorecardLookRow.person_id == person_id)
        .order_by(ScorecardLookRow.id.desc())
        .limit(most)
    )
    return [Look(*line) for line in lines]
