"""Every change goes through here: who, when, what it was before, and the way back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.names import key_of
from bot.domain.refusal import Refusal
from store import prepared, scope, ways
from store.schema import (
    AccountRow,
    ActivityRow,
    ActRow,
    AnswerRow,
    AuditRow,
    Base,
    ChampionRow,
    ContactRow,
    DealContactRow,
    DealRow,
    FeedbackRow,
    GoalRow,
    NudgeItemRow,
    PersonRow,
    PlaybookRow,
    ReviewRow,
    ReviewWordRow,
    RoomRow,
    ScorecardLookRow,
    StageChangeRow,
    VoiceRow,
    WorkspaceRow,
)
from store.scope import ACTED, INCLUDE_REMOVED

SUBJECTS: dict[str, type[Base]] = {
    "deal": DealRow,
    "account": AccountRow,
    "contact": ContactRow,
    "activity": ActivityRow,
    "stage_change": StageChangeRow,
    "person": PersonRow,
    "nudge_item": NudgeItemRow,
    "answer": AnswerRow,
    "deal_contact": DealContactRow,
    "playbook": PlaybookRow,
    "playbook_voice": VoiceRow,
    "feedback": FeedbackRow,
    "workspace": WorkspaceRow,
    "champion": ChampionRow,
    "scorecard_look": ScorecardLookRow,
    "review": ReviewRow,
    "review_word": ReviewWordRow,
    "room": RoomRow,
    "goal": GoalRow,
}
_NAMES = {table: name for name, table in SUBJECTS.items()}
_UNTOLD = frozenset({"id", "workspace_id", "name_key"})
"""Columns that say nothing to a reader of the audit: keys, and what follows from others."""

_UNTOLD_OF = {
    "deals": {"version", "stood_in"},
    "stage_changes": {"lasted", "deal_made_at"},
    "playbooks": {"document", "source", "digest"},
    "reviews": {"scores", "won_amounts", "won", "lost", "working_days"},
    "review_words": {"words", "value"},
}
"""The same, of one table: a counter of changes, a text or figures that stand in their row for
good, and what was said about a scorecard, which is for those alone who may see it."""

_FOLLOWING: dict[type[Base], frozenset[str]] = {
    DealRow: frozenset({"last_touch_at", "last_activity_at"}),
    ActivityRow: frozenset({"account_id"}),
}
"""Columns that only follow what others do too: a later touch stands in nobody's way, nor that a
deal turned out to be for another account."""

LASTING = ("playbook.%", "contact.forget", "scorecard.%", "review.freeze", "import")
"""Acts that undo leaves alone: a version others were asked about is withdrawn, whoever was
forgotten is, a look was one, a review that was ended is frozen, and an import has an undo of its
own."""


@dataclass(frozen=True, slots=True)
class Act:
    """An act under way in its transaction."""

    session: Session
    id: int
    actor_id: int | None
    at: datetime


def begin(session: Session, actor_id: int | None, action: str, now: datetime) -> Act:
    """Opens an act; everything changed under it can be undone together."""
    act_id = prepared.add(session, ActRow(actor_id=actor_id, action=action, at=now))
    session.info[ACTED] = True
    return Act(session, act_id, actor_id, now)


def create(act: Act, row: Base) -> None:
    """Saves a new row and what it held at birth."""
    row_id = prepared.add(act.session, row)
    held = {name: _told(value) for name, value in _columns(row).items() if value is not None}
    _note(act, type(row), row_id, None, held)


def change(act: Act, row: Base, changes: Mapping[str, object]) -> None:
    """Sets what differs and notes both sides; no difference leaves no trace.

    A name takes its key along, so that it is found under the new one, and again after an undo.
    """
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    wanted = dict(changes)
    if "name" in wanted:
        wanted["name_key"] = key_of(str(wanted["name"]))[:255]
    for name, value in wanted.items():
        was = getattr(row, name)
        if was != value:
            setattr(row, name, value)
            if name not in _untold(type(row)):
                before[name], after[name] = _told(was), _told(value)
    if after:
        act.session.flush()
        row_id: int = row.id  # type: ignore[attr-defined] # every table has one
        _note(act, type(row), row_id, before, after)
        if isinstance(row, StageChangeRow):
            ways.follow(act.session, [row.deal_id])


def change_all(act: Act, changes: Sequence[tuple[Base, Mapping[str, object]]]) -> set[int]:
    """`change` for many rows of one table at once; the ids of those in which something differed."""
    notes: list[dict[str, Any]] = []
    for row, given in changes:
        table, wanted = type(row), dict(given)
        untold = _untold(table)
        if "name" in wanted:
            wanted["name_key"] = key_of(str(wanted["name"]))[:255]
        was = {name: getattr(row, name) for name in wanted}
        differing = [name for name, value in wanted.items() if was[name] != value]
        for name in differing:
            setattr(row, name, wanted[name])
        told = [name for name in differing if name not in untold]
        if told:
            notes.append(
                {
                    "act_id": act.id,
                    "subject_type": _NAMES[table],
                    "subject_id": row.id,  # type: ignore[attr-defined] # every table has one
                    "before": {name: _told(was[name]) for name in told},
                    "after": {name: _told(wanted[name]) for name in told},
                }
            )
    act.session.flush()
    scope.insert_all(act.session, AuditRow, notes)
    return {note["subject_id"] for note in notes}


def last_act_of(session: Session, actor_id: int) -> int | None:
    """The person's newest act that was not undone; undoing is no act to undo."""
    return session.scalars(
        select(ActRow.id)
        .where(
            ActRow.actor_id == actor_id,
            ActRow.undone_at.is_(None),
            ActRow.action.not_like("undo.%"),
            *(ActRow.action.not_like(lasting) for lasting in LASTING),
        )
        .order_by(ActRow.id.desc())
        .limit(1)
    ).first()


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: the act's name, the deals it had touched, the questions it settled."""

    action: str
    deal_ids: tuple[int, ...]
    nudge_item_ids: tuple[int, ...] = ()


def undo(session: Session, actor_id: int, act_id: int, now: datetime) -> tuple[Act, Undone]:
    """Takes one own act back, whole or not at all; of two taps at once the second waits.

    Raises Refusal where it is gone already, someone else's, or changed since.
    """
    done = session.get(ActRow, act_id, with_for_update=True)
    if done is None or done.actor_id != actor_id:
        raise Refusal("undo-not-yours")
    if done.undone_at is not None:
        raise Refusal("undo-already")
    if any(done.action.startswith(lasting.rstrip("%")) for lasting in LASTING):
        raise Refusal("undo-lasting")
    act = begin(session, actor_id, f"undo.{done.action}"[:48], now)
    notes = session.scalars(
        select(AuditRow).where(AuditRow.act_id == act_id).order_by(AuditRow.id.desc())
    ).all()
    _hold(session, _subjects(notes, "deal"))
    if _is_logged_on(session, notes):
        raise Refusal("undo-logged-since")
    for note in notes:
        _take_back(act, note)
    done.undone_at = now
    return act, Undone(done.action, _subjects(notes, "deal"), _subjects(notes, "nudge_item"))


def _hold(session: Session, deal_ids: Sequence[int]) -> None:
    """Deals first, in one order: whoever moves one holds it before its history, and two that
    waited for each other would never end."""
    if deal_ids:
        session.execute(
            select(DealRow.id)
            .where(DealRow.id.in_(deal_ids))
            .order_by(DealRow.id)
            .with_for_update()
            .execution_options(**INCLUDE_REMOVED)
        ).all()


def hindrance(session: Session, act_id: int) -> str | None:
    """The refusal that undo of one's own act would meet; None where it can be taken back."""
    done = session.get(ActRow, act_id)
    if done is None or done.undone_at is not None:
        return "undo-already"
    if any(done.action.startswith(lasting.rstrip("%")) for lasting in LASTING):
        return "undo-lasting"
    notes = session.scalars(
        select(AuditRow).where(AuditRow.act_id == act_id).order_by(AuditRow.id.desc())
    ).all()
    if any(_row_unchanged(session, note, for_update=False) is None for note in notes):
        return "undo-changed-since"
    return "undo-logged-since" if _is_logged_on(session, notes) else None


def _is_logged_on(session: Session, notes: Sequence[AuditRow]) -> bool:
    """Whether a deal that the act made has come to hold what others say happened on it, which
    would be left without it."""
    made = {
        kind: [n.subject_id for n in notes if n.subject_type == kind and n.before is None]
        for kind in ("deal", "activity")
    }
    if not made["deal"]:
        return False
    logged = select(ActivityRow.id).where(
        ActivityRow.deal_id.in_(made["deal"]), ActivityRow.id.not_in(made["activity"])
    )
    return session.scalars(logged.limit(1)).first() is not None


def _row_unchanged(session: Session, note: AuditRow, *, for_update: bool) -> Base | None:
    """The row that a note is about; None where it no longer holds what the act set."""
    row = session.get(
        SUBJECTS[note.subject_type],
        note.subject_id,
        execution_options=INCLUDE_REMOVED,
        with_for_update=for_update or None,
    )
    if row is None or any(name not in _following(row) for name in _differing(row, note)):
        return None
    return row


def _differing(row: Base, note: AuditRow) -> set[str]:
    """The fields that no longer hold what the act set."""
    held = (note.after or {}).items()
    return {name for name, value in held if _told(getattr(row, name)) != value}


def _following(row: Base) -> frozenset[str]:
    return _FOLLOWING.get(type(row), frozenset())


def _subjects(notes: Sequence[AuditRow], kind: str) -> tuple[int, ...]:
    return tuple(sorted({note.subject_id for note in notes if note.subject_type == kind}))


def _take_back(act: Act, note: AuditRow) -> None:
    table = SUBJECTS[note.subject_type]
    row = _row_unchanged(act.session, note, for_update=True)
    if row is None:
        raise Refusal("undo-changed-since")
    if note.before is not None:
        later = _differing(row, note)
        was = {name: told for name, told in note.before.items() if name not in later}
        change(act, row, {name: _read(table, name, told) for name, told in was.items()})
    elif not (isinstance(row, AccountRow) and _in_use(act.session, row.id)):
        change(act, row, {"removed_at": act.at})


def still_holds(row: Base, after: Mapping[str, Any]) -> bool:
    """Whether a row is still as an act left it, in what that act changed."""
    return all(_told(getattr(row, name)) == value for name, value in after.items())


def still_stands(row: Base, left: Mapping[str, Any]) -> bool:
    """Whether a row holds what an undo left in it, later touches aside."""
    told = {name: value for name, value in left.items() if name not in _following(row)}
    return still_holds(row, told)


def own_fields(note: AuditRow) -> Mapping[str, Any]:
    """What a note says was set, without what only follows from it; nothing where a row was made."""
    following = _FOLLOWING.get(SUBJECTS[note.subject_type], frozenset())
    after = note.after if note.before is not None else None
    return {name: value for name, value in (after or {}).items() if name not in following}


def note_birth(act: Act, row: Base, held: dict[str, Any]) -> None:
    """Notes that a row is there (again), as if it had just been made."""
    _note(act, type(row), row.id, None, held)  # type: ignore[attr-defined] # every table has one
    if isinstance(row, StageChangeRow):
        ways.follow(act.session, [row.deal_id])


def as_it_was(table: type[Base], before: Mapping[str, Any]) -> dict[str, object]:
    """The values again that stood in a row before an act changed them."""
    return {name: _read(table, name, was) for name, was in before.items()}


def _in_use(session: Session, account_id: int) -> bool:
    """Whether something else has come to hang on an account since it was made."""
    uses = (DealRow, ActivityRow, ContactRow)
    return any(
        session.scalars(select(table.id).where(table.account_id == account_id).limit(1)).first()
        for table in uses
    )


def note_change(
    act: Act, table: type[Base], row_id: int, was: Mapping[str, object], now: Mapping[str, object]
) -> None:
    """Notes a change that was made elsewhere: the fields that differ, on both sides."""
    untold = _untold(table)
    differing = [name for name, value in now.items() if name not in untold and was[name] != value]
    if differing:
        before = {name: _told(was[name]) for name in differing}
        after = {name: _told(now[name]) for name in differing}
        _note(act, table, row_id, before, after)


def _note(
    act: Act, table: type[Base], row_id: int, before: dict[str, Any] | None, after: dict[str, Any]
) -> None:
    prepared.add(
        act.session,
        AuditRow(
            act_id=act.id,
            subject_type=_NAMES[table],
            subject_id=row_id,
            before=before,
            after=after,
        ),
    )


def _columns(row: Base) -> dict[str, object]:
    names = (column.key for column in type(row).__mapper__.column_attrs)
    return {name: getattr(row, name) for name in names if name not in _untold(type(row))}


def _untold(table: type[Base]) -> frozenset[str] | set[str]:
    return _UNTOLD | _UNTOLD_OF.get(table.__tablename__, set())


def _told(value: object) -> Any:
    """A column's value as JSON can hold it."""
    if isinstance(value, Decimal | date | datetime | time):
        return value.isoformat() if not isinstance(value, Decimal) else str(value)
    return value


def _read(table: type[Base], name: str, told: Any) -> object:
    """The value again from what `_told` made of it."""
    if told is None:
        return None
    kind = table.__table__.c[name].type.python_type
    if kind in (date, datetime, time):
        return kind.fromisoformat(told)
    return kind(told)
