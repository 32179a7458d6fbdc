"""Questions, praise and notes about deals or weeks, from one person to another, in their words."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.tellings import FeedbackKind
from store import history
from store.schema import FeedbackRow


@dataclass(frozen=True, slots=True)
class Kept:
    id: int
    from_id: int
    to_id: int
    deal_id: int | None
    kind: FeedbackKind
    words: str
    week: date | None = None


def add(act: history.Act, kept: Kept) -> int:
    """Writes it down; the id of `kept` is not looked at."""
    row = FeedbackRow(
        from_id=kept.from_id,
        to_id=kept.to_id,
        deal_id=kept.deal_id,
        week=kept.week,
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
    kind = FeedbackKind(row.kind)
    return Kept(row.id, row.from_id, row.to_id, row.deal_id, kind, row.words, row.week)


def given_by(session: Session, begins: datetime, ends: datetime) -> list[tuple[int, datetime]]:
    """Who gave a word in a span, and when, oldest first; what was taken back is left out."""
    lines = session.execute(
        select(FeedbackRow.from_id, FeedbackRow.given_at)
        .where(
            FeedbackRow.given_at >= begins,
            FeedbackRow.given_at < ends,
            FeedbackRow.kind.not_in((FeedbackKind.ADVICE, FeedbackKind.ANSWER)),
        )
        .order_by(FeedbackRow.given_at)
    )
    return [(from_id, at) for from_id, at in lines]
