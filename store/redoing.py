"""An act that was taken back, done once more: a new act that sets what the first one had set."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.refusal import Refusal
from store import history
from store.history import SUBJECTS, Act
from store.schema import AccountRow, ActRow, AuditRow
from store.scope import INCLUDE_REMOVED

AGAIN = ("deal.", "activity.", "contact.new", "contact.edit", "contact.role", "account.edit")
AGAIN_OURS = ("person.set", "settings.choose", "goal.set")
"""Acts that are done again as they were. What others are asked or told by is not: a review, a
word to a colleague, a champion's consent; nor what Slack itself holds (a room)."""


@dataclass(frozen=True, slots=True)
class Redone:
    """What was done once more: the deals with the fields that it set, and the other subjects."""

    act: Act
    action: str
    deals: Mapping[int, Mapping[str, Any]]
    overridden: frozenset[str]
    subjects: frozenset[str]
    nudge_item_ids: tuple[int, ...]


def may_follow(action: str) -> bool:
    """Whether an act of this kind can be done once more."""
    return action.startswith(AGAIN) or action in AGAIN_OURS


def deal_ids(session: Session, act_id: int) -> list[int]:
    """The deals that an act was about."""
    about = select(AuditRow.subject_id).where(
        AuditRow.act_id == act_id, AuditRow.subject_type == "deal"
    )
    return list(session.scalars(about.distinct()))


def redo(session: Session, actor_id: int, act_id: int, now: datetime) -> Redone:
    """Does one's own act again, whole or not at all, where nothing else has touched its fields
    since it was taken back; of two taps at once the second waits and finds it done."""
    done = session.get(ActRow, act_id, with_for_update=True)
    if done is None or done.actor_id != actor_id:
        raise Refusal("undo-not-yours")
    if not may_follow(done.action):
        raise Refusal("redo-lasting")
    if done.undone_at is None:
        raise Refusal("redo-stands")
    act = history.begin(session, actor_id, done.action, now)
    notes = session.scalars(
        select(AuditRow).where(AuditRow.act_id == act_id).order_by(AuditRow.id)
    ).all()
    for note in notes:
        _do_again(act, note)
    deals: dict[int, dict[str, Any]] = {}
    for note in notes:
        if note.subject_type == "deal":
            deals.setdefault(note.subject_id, {}).update(history.own_fields(note))
    passed = [note.after or {} for note in notes if note.subject_type == "stage_change"]
    items = (note.subject_id for note in notes if note.subject_type == "nudge_item")
    return Redone(
        act,
        done.action,
        deals,
        frozenset(key for one in passed for key in one.get("overridden") or ()),
        frozenset(note.subject_type for note in notes),
        tuple(sorted(set(items))),
    )


def _do_again(act: Act, note: AuditRow) -> None:
    table = SUBJECTS[note.subject_type]
    row: Any = act.session.get(
        table, note.subject_id, execution_options=INCLUDE_REMOVED, with_for_update=True
    )
    left = note.after if note.before is None else note.before
    is_kept = note.before is None and isinstance(row, AccountRow) and row.removed_at is None
    if is_kept:
        return
    if row is None or not history.still_stands(row, left or {}):
        if note.subject_type == "nudge_item":
            return
        raise Refusal("redo-changed-since")
    if note.before is not None:
        history.change(act, row, history.as_it_was(table, note.after or {}))
    elif row.removed_at is None:
        raise Refusal("redo-changed-since")
    else:
        row.removed_at = None
        act.session.flush()
        history.note_birth(act, row, note.after or {})
