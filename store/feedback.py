"""Questions and praise about deals, from one person to another, in their own words."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from bot.domain.tellings import FeedbackKind
from store import history
from store.schema import FeedbackRow


@dataclass(frozen=True, slots=True)
class Kept:
    id: int
    from_id: int
    to_id: int
    deal_id: int
    kind: FeedbackKind
    words: str


def add(act: history.Act, kept: Kept) -> int:
    """Writes it down; the id of `kept` is not looked at."""
    row = FeedbackRow(
        from_id=kept.from_id,
        to_id=kept.to_id,
        deal_id=kept.deal_id,
        kind=kept.kind,
        words=kept.words,
        given_at=act.at,
    )
    history.create(act, row)
    return row.id


def find(session: Session, feedback_id: int) -> Kept | None:
    """None once it was taken back."""
    row = session.get(FeedbackRow, feedback_id)
    if row is None or row.removed_at is not None:
        return None
    return Kept(row.id, row.from_id, row.to_id, row.deal_id, FeedbackKind(row.kind), row.words)
