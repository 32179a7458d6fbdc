"""Forgetting somebody for good: their row emptied, and their name taken out of every text."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import JSON, ColumnElement, String, cast, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from bot.domain.forgetting import blotted_within
from store import history
from store.schema import (
    ActivityRow,
    AnswerRow,
    AuditRow,
    ContactRow,
    DealContactRow,
    DealRow,
    DraftRow,
    FeedbackRow,
    FollowupItemRow,
    OutboxRow,
    StageChangeRow,
    StepReminderRow,
)
from store.scope import INCLUDE_REMOVED

TEXTS: tuple[InstrumentedAttribute[Any], ...] = (
    ActivityRow.note,
    DealRow.next_step,
    DealRow.close_reason,
    DealRow.hold_reason,
    StageChangeRow.reason,
    StageChangeRow.override_reason,
    AnswerRow.value,
    FeedbackRow.words,
    FollowupItemRow.step,
    StepReminderRow.step,
    DraftRow.text,
    AuditRow.before,
    AuditRow.after,
    OutboxRow.facts,
)
"""Wherever people's words stand, copies in the audit and in letters included."""

TOLD_OF = TEXTS[:8]
"""Those that people see, and are counted for them; the others are copies."""

EMPTY = {"name": "", "name_key": "", "title": "", "email": None, "phone": None, "external_id": None}


def texts_with(session: Session, words: Sequence[str]) -> int:
    """How many texts that people see hold the words."""
    return sum(
        session.scalar(select(func.count()).where(_holds(column, words))) or 0 for column in TOLD_OF
    )


def forget(act: history.Act, contact_id: int, words: Sequence[str]) -> None:
    """What they were to deals ends; what was logged with them stays, without them."""
    session = act.session
    for link in session.scalars(
        select(DealContactRow).where(DealContactRow.contact_id == contact_id)
    ).all():
        history.change(act, link, {"removed_at": act.at})
    for activity in session.scalars(
        select(ActivityRow).where(ActivityRow.contact_id == contact_id)
    ).all():
        activity.contact_id = None
    contact = session.get_one(ContactRow, contact_id)
    history.change(act, contact, {"removed_at": act.at})
    for name, value in EMPTY.items():
        setattr(contact, name, value)
    for note in session.scalars(
        select(AuditRow).where(
            AuditRow.subject_type == "contact", AuditRow.subject_id == contact_id
        )
    ):
        note.before, note.after = _kept(note.before), _kept(note.after)
    for column, row in _rows(session, words):
        setattr(row, column.key, blotted_within(getattr(row, column.key), words))


def _kept(told: dict[str, Any] | None) -> dict[str, Any] | None:
    """Of an audit line about the contact: nothing that says who it was."""
    return None if told is None else {name: told[name] for name in told if name not in EMPTY}


def _rows(
    session: Session, words: Sequence[str]
) -> Iterator[tuple[InstrumentedAttribute[Any], Any]]:
    for column in TEXTS:
        asked = select(column.class_).where(_holds(column, words))
        for row in session.scalars(asked.execution_options(**INCLUDE_REMOVED)).all():
            yield column, row


def _holds(column: InstrumentedAttribute[Any], words: Sequence[str]) -> ColumnElement[bool]:
    is_document = isinstance(column.type, JSON)
    text = cast(column, String) if is_document else column
    spelled = [json.dumps(word)[1:-1] if is_document else word for word in words]
    return or_(*(text.icontains(word, autoescape=True) for word in spelled))
