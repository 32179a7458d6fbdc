"""Reading the record of acts again: those on one subject, or those of one person."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from bot.domain.remembered import ACTS_A_PAGE, Change, Remembered
from store.schema import (
    AccountRow,
    ActivityRow,
    ActRow,
    AnswerRow,
    AuditRow,
    Base,
    ContactRow,
    DealContactRow,
    DealRow,
    PersonRow,
    StageChangeRow,
)
from store.scope import INCLUDE_REMOVED

MOST_NOTES = 200
"""Of one page's acts: an act on thousands of rows is told by its first ones."""

_HANGING: dict[str, tuple[tuple[str, type[Base], str], ...]] = {
    "deal": (
        ("activity", ActivityRow, "deal_id"),
        ("stage_change", StageChangeRow, "deal_id"),
        ("answer", AnswerRow, "deal_id"),
        ("deal_contact", DealContactRow, "deal_id"),
    ),
    "account": (
        ("activity", ActivityRow, "account_id"),
        ("contact", ContactRow, "account_id"),
        ("account", AccountRow, "merged_into_id"),
    ),
    "contact": (
        ("activity", ActivityRow, "contact_id"),
        ("deal_contact", DealContactRow, "contact_id"),
    ),
}
"""What hangs on a subject, and by which column: its acts are the subject's too."""

_NAMED: dict[str, type[PersonRow] | type[AccountRow] | type[ContactRow] | type[DealRow]] = {
    "deal": DealRow,
    "person": PersonRow,
    "account": AccountRow,
    "contact": ContactRow,
}


def of_subject(
    session: Session, kind: str, subject_id: int, skipped: int
) -> tuple[tuple[Remembered, ...], int]:
    """A page of the acts on a deal, an account or a contact, and how many there are."""
    about = _about(kind, subject_id)
    acts = select(AuditRow.act_id).where(about).distinct()
    total = session.scalar(
        select(func.count()).select_from(acts.subquery()), execution_options=INCLUDE_REMOVED
    )
    page = acts.order_by(AuditRow.act_id.desc()).limit(ACTS_A_PAGE).offset(skipped)
    ids = session.scalars(page, execution_options=INCLUDE_REMOVED).all()
    return _told(session, ids, about), total or 0


def of_actor(session: Session, actor_id: int, skipped: int) -> tuple[tuple[Remembered, ...], int]:
    """A page of one's own acts; what was only taken back or looked at is none to tell."""
    own = (
        ActRow.actor_id == actor_id,
        ActRow.action.not_like("undo.%"),
        ActRow.action.not_like("scorecard.%"),
    )
    total = session.scalar(select(func.count(ActRow.id)).where(*own))
    page = select(ActRow.id).where(*own).order_by(ActRow.id.desc())
    ids = session.scalars(page.limit(ACTS_A_PAGE).offset(skipped)).all()
    return _told(session, ids, None), total or 0


def names(session: Session, wanted: set[tuple[str, int]]) -> dict[str, str]:
    """The names of people, accounts, contacts and deals by "person:3", those taken away too."""
    found: dict[str, str] = {}
    for kind, table in _NAMED.items():
        ids = [subject_id for one, subject_id in wanted if one == kind]
        if not ids:
            continue
        rows = session.execute(
            select(table.id, table.name).where(table.id.in_(ids)),
            execution_options=INCLUDE_REMOVED,
        )
        found |= {f"{kind}:{row_id}": name for row_id, name in rows}
    return found


def _about(kind: str, subject_id: int) -> ColumnElement[bool]:
    itself = and_(AuditRow.subject_type == kind, AuditRow.subject_id == subject_id)
    hanging = (
        and_(
            AuditRow.subject_type == name,
            AuditRow.subject_id.in_(
                select(table.id).where(getattr(table, column) == subject_id)  # type: ignore[attr-defined]
            ),
        )
        for name, table, column in _HANGING[kind]
    )
    return or_(itself, *hanging)


def _told(
    session: Session, ids: Sequence[int], about: ColumnElement[bool] | None
) -> tuple[Remembered, ...]:
    notes = select(AuditRow).where(AuditRow.act_id.in_(ids)).order_by(AuditRow.id)
    if about is not None:
        notes = notes.where(about)
    of_act: dict[int, list[Change]] = {act_id: [] for act_id in ids}
    read = session.scalars(notes.limit(MOST_NOTES), execution_options=INCLUDE_REMOVED).all()
    currencies, asked = _currencies(session, read), _asked(session, read)
    for note in read:
        key = asked.get(note.subject_id, "") if note.subject_type == "answer" else ""
        of_act[note.act_id] += _changes(note, currencies.get(note.subject_id), key)
    acts = session.execute(
        select(ActRow, PersonRow.name, PersonRow.slack_user_id)
        .outerjoin(PersonRow, PersonRow.id == ActRow.actor_id)
        .where(ActRow.id.in_(ids))
        .order_by(ActRow.id.desc())
    )
    on = _on(session, read)
    return tuple(
        Remembered(
            act.id, act.action, name, slack_id, act.at, act.undone_at, tuple(of_act[act.id]),
            on.get(act.id, ""),
        )
        for act, name, slack_id in acts
    )  # fmt: skip


_SUBJECTS: tuple[tuple[str, type[DealRow] | type[AccountRow] | type[ContactRow]], ...] = (
    ("contact", ContactRow),
    ("account", AccountRow),
    ("deal", DealRow),
)


def _on(session: Session, notes: Sequence[AuditRow]) -> dict[int, str]:
    """By act the name of the deal it was on; else of the account, else of the contact."""
    found: dict[int, str] = {}
    for kind, table in _SUBJECTS:
        ids = {note.subject_id for note in notes if note.subject_type == kind}
        rows = session.execute(
            select(table.id, table.name).where(table.id.in_(ids)),
            execution_options=INCLUDE_REMOVED,
        )
        named = {row.id: row.name for row in rows}
        found |= {
            note.act_id: named[note.subject_id]
            for note in reversed(notes)
            if note.subject_type == kind and note.subject_id in named
        }
    return found


def _currencies(session: Session, notes: Sequence[AuditRow]) -> dict[int, str]:
    """The currency that each deal's amounts are told in where its note does not name it."""
    ids = {note.subject_id for note in notes if note.subject_type == "deal"}
    rows = session.execute(
        select(DealRow.id, DealRow.currency).where(DealRow.id.in_(ids)),
        execution_options=INCLUDE_REMOVED,
    )
    return {row.id: row.currency for row in rows}


def _asked(session: Session, notes: Sequence[AuditRow]) -> dict[int, str]:
    """The key of the question that each answer answers."""
    ids = {note.subject_id for note in notes if note.subject_type == "answer"}
    if not ids:
        return {}
    rows = session.execute(
        select(AnswerRow.id, AnswerRow.key).where(AnswerRow.id.in_(ids)),
        execution_options=INCLUDE_REMOVED,
    )
    return {row.id: row.key for row in rows}


def _changes(note: AuditRow, currency: str | None, asked: str) -> list[Change]:
    before, after = note.before or {}, note.after or {}
    money = after.get("currency") or currency
    return [
        Change(
            note.subject_type,
            field,
            _text(before.get(field)),
            _text(value),
            note.before is None,
            money if note.subject_type == "deal" else None,
            asked,
        )
        for field, value in after.items()
    ]


def _text(value: object) -> str | None:
    return None if value is None else str(value)
