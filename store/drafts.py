"""Typed lines kept until their writer says which deal was meant."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.refusal import Refusal
from store.schema import DraftRow


def keep(session: Session, person_id: int, verb: str, text: str, now: datetime) -> int:
    row = DraftRow(person_id=person_id, verb=verb, text=text, created_at=now)
    session.add(row)
    session.flush()
    return row.id


def take(session: Session, person_id: int, draft_id: int) -> tuple[str, str]:
    """The verb and line of one's own draft, which is used up by it; refused where it is gone."""
    row = session.get(DraftRow, draft_id)
    if row is None or row.person_id != person_id:
        raise Refusal("draft-gone")
    session.delete(row)
    return row.verb, row.text
