"""Reviews as rows: one's own for a file, and the frozen ones behind the scorecards' export."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.domain.reviews import Review
from bot.domain.scorecards import Score
from bot.usecases import reviews, scorecards
from bot.usecases.report_people import Who

COLUMNS = (
    "first", "last", "measure", "weight", "target", "value", "points", "known_from", "contested",
    "ruling", "corrected", "reason",
)  # fmt: skip
MORE = ("review", "contested", "ruling", "corrected", "reason")
"""What the export of scorecards has behind its own columns; empty where nothing was reviewed."""


def rows(review: Review) -> list[tuple[Any, ...]]:
    period = review.card.period
    lines = [
        (
            period.first, period.last, one.measure, one.weight, one.target, one.value, one.points,
            one.known_from, *_said(review, one),
        )
        for one in review.card.scores
    ]  # fmt: skip
    said = [
        (period.first, period.last, "", None, None, None, None, None, word.words, "", None, "")
        for word in review.on_the_whole()
    ]
    return [*lines, *said]


def every_row(session: Session, now: datetime) -> Iterator[tuple[Any, ...]]:
    """Scorecards as they are counted now, and then the frozen reviews."""
    for row in scorecards.rows(session, now):
        yield (*row, None, "", "", None, "")
    who = Who(session)
    for review, one in reviews.rows(session, now):
        card, person = review.card, review.person
        yield (
            who.key(person.id), who.key(person.manager_id) if person.manager_id else "",
            person.team, card.period.first, card.period.last, one.measure, one.weight, one.target,
            one.value, one.points, one.known_from, card.total, card.working_days,
            card.playbook_version, review.id, *_said(review, one),
        )  # fmt: skip


def _said(review: Review, score: Score) -> tuple[Any, ...]:
    contest, ruling = review.contested.get(score.measure), review.rulings.get(score.measure)
    return (
        contest.words if contest else "",
        ruling.ruling.value if ruling and ruling.ruling else "",
        ruling.value if ruling else None,
        ruling.words if ruling else "",
    )
