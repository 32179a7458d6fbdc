"""Reviews and the words said to them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.deal import Money
from bot.domain.people import Person
from bot.domain.periods import Period
from bot.domain.refusal import Refusal
from bot.domain.reviews import Review, Ruling, Word
from bot.domain.scorecards import Card, Score
from store import history, people
from store.schema import ReviewRow, ReviewWordRow


def open_one(
    act: history.Act, person_id: int, opened_by_id: int, card: Card, theirs_until: datetime
) -> int:
    """Lays a card open: its figures are kept as they are now."""
    row = ReviewRow(
        person_id=person_id,
        opened_by_id=opened_by_id,
        opened_at=act.at,
        first=card.period.first,
        last=card.period.last,
        playbook_version=card.playbook_version,
        working_days=card.working_days,
        won=card.won,
        lost=card.lost,
        won_amounts=[[str(one.value), one.currency] for one in card.won_amounts],
        scores=[_kept(one) for one in card.scores],
        theirs_until=theirs_until,
    )
    history.create(act, row)
    return row.id


def say(act: history.Act, review_id: int, word: Word) -> None:
    row = ReviewWordRow(
        review_id=review_id,
        by_id=word.by.id,
        at=act.at,
        measure=word.measure,
        words=word.words,
        verdict=word.ruling.value if word.ruling else None,
        value=word.value,
    )
    history.create(act, row)


def mark(act: history.Act, review_id: int, field: str) -> None:
    """Notes that a review was returned, answered, frozen or withdrawn at the act's moment."""
    row = act.session.get(ReviewRow, review_id, with_for_update=True)
    if row is None:
        raise Refusal("review-gone")
    history.change(act, row, {field: act.at})


def get(session: Session, review_id: int, *, alone: bool = False) -> Review:
    """Raises Refusal where there is none (any more); `alone` lets a second writer wait."""
    found = find(session, review_id, alone=alone)
    if found is None:
        raise Refusal("review-gone")
    return found


def find(session: Session, review_id: int, *, alone: bool = False) -> Review | None:
    """None once it was taken back."""
    row = session.get(ReviewRow, review_id, with_for_update=alone or None)
    if row is None or row.removed_at is not None:
        return None
    return _reviews(session, [row])[0]


def of_people(session: Session, person_ids: Collection[int], most: int) -> list[Review]:
    """Those of some people, the newest first; withdrawn ones are left out."""
    rows = session.scalars(
        select(ReviewRow)
        .where(ReviewRow.person_id.in_(person_ids), ReviewRow.withdrawn_at.is_(None))
        .order_by(ReviewRow.id.desc())
        .limit(most)
    ).all()
    return _reviews(session, rows)


def every_one(session: Session) -> list[Review]:
    rows = session.scalars(
        select(ReviewRow).where(ReviewRow.withdrawn_at.is_(None)).order_by(ReviewRow.id)
    ).all()
    return _reviews(session, rows)


def under_way(session: Session, person_ids: Collection[int], period: Period) -> set[int]:
    """Those of the people who have a review of just this period, frozen or not."""
    found = session.scalars(
        select(ReviewRow.person_id).where(
            ReviewRow.person_id.in_(person_ids),
            ReviewRow.first == period.first,
            ReviewRow.last == period.last,
            ReviewRow.withdrawn_at.is_(None),
        )
    )
    return set(found)


def _reviews(session: Session, rows: Sequence[ReviewRow]) -> list[Review]:
    words: dict[int, list[ReviewWordRow]] = {row.id: [] for row in rows}
    asked = select(ReviewWordRow).where(ReviewWordRow.review_id.in_(list(words)))
    for word in session.scalars(asked.order_by(ReviewWordRow.id)):
        words[word.review_id].append(word)
    ids = {row.person_id for row in rows} | {row.opened_by_id for row in rows}
    ids |= {word.by_id for said in words.values() for word in said}
    known = {one.id: one for one in people.with_ids(session, sorted(ids))}
    return [_review(row, words[row.id], known) for row in rows]


def _review(row: ReviewRow, words: Sequence[ReviewWordRow], known: dict[int, Person]) -> Review:
    return Review(
        id=row.id,
        person=known[row.person_id],
        opened_by=known[row.opened_by_id],
        opened_at=row.opened_at,
        card=Card(
            period=Period(row.first, row.last),
            scores=tuple(_score(one) for one in row.scores),
            working_days=row.working_days,
            won=row.won,
            lost=row.lost,
            won_amounts=tuple(Money(Decimal(value), code) for value, code in row.won_amounts),
            playbook_version=row.playbook_version,
        ),
        theirs_until=row.theirs_until,
        returned_at=row.returned_at,
        answered_at=row.answered_at,
        frozen_at=row.frozen_at,
        withdrawn_at=row.withdrawn_at,
        words=tuple(
            Word(
                known[one.by_id],
                one.at,
                one.words,
                one.measure,
                Ruling(one.verdict) if one.verdict else None,
                one.value,
            )
            for one in words
        ),
    )


def _kept(score: Score) -> list[Any]:
    value = None if score.value is None else str(score.value)
    return [score.measure, score.weight, score.target, value, score.known_from]


def _score(kept: Sequence[Any]) -> Score:
    measure, weight, target, value, known_from = kept
    return Score(measure, weight, target, None if value is None else Decimal(value), known_from)
