"""Typed lines kept until their writer says which deal was meant."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select
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
    row = _own(session, person_id, draft_id, alone=True)
    session.delete(row)
    session.flush()
    return row.verb, row.text


def look(session: Session, person_id: int, draft_id: int) -> tuple[str, str]:
    """The verb and line of one's own draft, which stays; refused where it is gone."""
    row = _own(session, person_id, draft_id)
    return row.verb, row.text


def rewrite(session: Session, person_id: int, draft_id: int, text: str) -> None:
    """Other words in one's own draft."""
    _own(session, person_id, draft_id).text = text


def clear(session: Session, person_id: int, verb: str, before: datetime) -> None:
    """Forgets one's own drafts of a kind that nobody came back to."""
    session.execute(
        delete(DraftRow).where(
            DraftRow.person_id == person_id,
            DraftRow.verb == verb,
            DraftRow.created_at < before,
        )
    )


def heard_before(session: Session, person_id: int, place: str, now: datetime) -> bool:
    """Whether a message was heard already: Slack tells of one again where an answer is late.

    What was heard is remembered for a day.
    """
    clear(session, person_id, _HEARD, now - timedelta(days=1))
    heard = select(DraftRow.id).where(
        DraftRow.person_id == person_id, DraftRow.verb == _HEARD, DraftRow.text == place
    )
    if session.scalars(heard.limit(1)).first() is not None:
        return True
    keep(session, person_id, _HEARD, place, now)
    return False


_HEARD = "heard"


def _own(session: Session, person_id: int, draft_id: int, *, alone: bool = False) -> DraftRow:
    """`alone`: a second tap waits for the first, and then finds the draft gone."""
    row = session.get(DraftRow, draft_id, with_for_update=alone or None)
    if row is None:
        raise Refusal("draft-gone")
    if row.person_id != person_id:
        raise Refusal("say-not-yours")
    return row
