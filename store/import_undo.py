"""A whole import taken back: what it made goes, what it changed is put back as it was, and what
somebody has worked on since stays."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bot.domain.imported import Undoing
from store import history, imports, scope, ways
from store.schema import (
    AccountRow,
    ActivityRow,
    ActRow,
    AnswerRow,
    AuditRow,
    Base,
    ContactRow,
    DayFactRow,
    DealContactRow,
    DealRow,
    PersonRow,
    StageChangeRow,
    WeekFactRow,
)

AT_ONCE = 500
WORKED_ON = (ActivityRow, DealContactRow, AnswerRow)
"""What hangs on a deal once somebody has worked on it."""


@dataclass(slots=True)
class _Plan:
    """By their ids: deals to take away, deals to put back (with what they were), deals to leave."""

    removed: list[int] = field(default_factory=list)
    restored: dict[int, dict[str, Any]] = field(default_factory=dict)
    kept: dict[int, str] = field(default_factory=dict)
    accounts: list[int] = field(default_factory=list)
    people: list[int] = field(default_factory=list)

    @property
    def undoing(self) -> Undoing:
        return Undoing(
            len(self.removed),
            len(self.restored),
            tuple(self.kept.values()),
            len(self.accounts),
            len(self.people),
        )


def preview(session: Session, act_id: int) -> Undoing:
    """What an undo would do now; nothing is changed."""
    return _plan(session, act_id).undoing


def undo(act: history.Act, act_id: int) -> tuple[Undoing, tuple[int, ...]]:
    """Takes an import back; what it came to, and the deals that it touched."""
    plan = _plan(act.session, act_id)
    for ids in _some(plan.removed):
        _take_deals_away(act, ids)
    for ids in _some(list(plan.restored)):
        _put_back(act, act_id, {one: plan.restored[one] for one in ids})
    for ids in _some(plan.accounts):
        _hide(act, AccountRow, AccountRow.id, ids)
        _note(act, "account", ids, {"removed_at": act.at.isoformat()})
    _remove_people(act, plan.people)
    act.session.expire_all()
    act.session.get_one(ActRow, act_id).undone_at = act.at
    return plan.undoing, (*plan.removed, *plan.restored)


def _plan(session: Session, act_id: int) -> _Plan:
    plan = _Plan()
    made = list(session.scalars(imports.born(act_id, "deal")))
    for ids in _some(made):
        there = _names(session, ids)
        touched = _touched_since(session, act_id, there)
        plan.removed += [one for one in there if one not in touched]
        plan.kept |= {one: there[one] for one in there if one in touched}
    for notes in _some(_changed_by(session, act_id)):
        _plan_restoring(session, notes, plan)
    gone = set(plan.removed)
    plan.accounts = _unused_accounts(
        session, list(session.scalars(imports.born(act_id, "account"))), gone
    )
    plan.people = _unused_people(session, act_id, gone)
    return plan


def _names(session: Session, ids: Sequence[int]) -> dict[int, str]:
    rows = session.execute(
        select(DealRow.id, DealRow.name).where(DealRow.id.in_(ids)).order_by(DealRow.id)
    )
    return {row.id: row.name for row in rows}


def _touched_since(session: Session, act_id: int, ids: Iterable[int]) -> set[int]:
    """Those that a later act changed (which was not undone), or on which something hangs."""
    wanted = list(ids)
    changed = session.scalars(
        select(AuditRow.subject_id)
        .join(ActRow, ActRow.id == AuditRow.act_id)
        .where(
            AuditRow.subject_type == "deal",
            AuditRow.subject_id.in_(wanted),
            AuditRow.act_id > act_id,
            ActRow.undone_at.is_(None),
            ActRow.action.not_like("undo.%"),
        )
    )
    touched = set(changed)
    for table in WORKED_ON:
        hanging = session.scalars(select(table.deal_id).where(table.deal_id.in_(wanted)))
        touched |= {one for one in hanging if one is not None}
    return touched


def _changed_by(session: Session, act_id: int) -> list[AuditRow]:
    """The import's notes on deals that were there before it."""
    return list(
        session.scalars(
            select(AuditRow).where(
                AuditRow.act_id == act_id,
                AuditRow.subject_type == "deal",
                AuditRow.subject_id.not_in(imports.born(act_id, "deal")),
            )
        )
    )


def _plan_restoring(session: Session, notes: Sequence[AuditRow], plan: _Plan) -> None:
    ids = [note.subject_id for note in notes]
    rows = {row.id: row for row in session.scalars(select(DealRow).where(DealRow.id.in_(ids)))}
    for note in notes:
        row = rows.get(note.subject_id)
        if row is None:
            continue
        if history.still_holds(row, note.after or {}):
            plan.restored[row.id] = history.as_it_was(DealRow, note.before or {})
        else:
            plan.kept[row.id] = row.name


def _unused_accounts(session: Session, made: Sequence[int], gone: set[int]) -> list[int]:
    """Accounts of the import on which nothing will hang any more."""
    used: set[int | None] = set()
    for ids in _some(made):
        deals = session.execute(
            select(DealRow.account_id, DealRow.id).where(DealRow.account_id.in_(ids))
        )
        used |= {account_id for account_id, deal_id in deals if deal_id not in gone}
        for table in (ActivityRow, ContactRow):
            used |= set(session.scalars(select(table.account_id).where(table.account_id.in_(ids))))
    there = [
        one
        for ids in _some(made)
        for one in session.scalars(select(AccountRow.id).where(AccountRow.id.in_(ids)))
    ]
    return [one for one in there if one not in used]


def _unused_people(session: Session, act_id: int, gone: set[int]) -> list[int]:
    """People whom only the import made, who never came to Slack and own nothing else."""
    made = session.scalars(
        select(PersonRow.id).where(
            PersonRow.id.in_(imports.born(act_id, "person")), PersonRow.slack_user_id.is_(None)
        )
    ).all()
    used: set[int] = set()
    owned = session.execute(select(DealRow.owner_id, DealRow.id).where(DealRow.owner_id.in_(made)))
    used |= {owner_id or 0 for owner_id, deal_id in owned if deal_id not in gone}
    for table, column in _naming_people():
        if table not in (DealRow, DayFactRow, WeekFactRow):
            used |= set(
                session.scalars(
                    select(column)
                    .where(column.in_(made))
                    .execution_options(**scope.INCLUDE_REMOVED)
                )
            )
    return [one for one in made if one not in used]


def _naming_people() -> Iterator[tuple[type[Base], Any]]:
    """Every column that names a person."""
    for mapper in Base.registry.mappers:
        for column in mapper.columns:
            if any(key.column.table.name == "people" for key in column.foreign_keys):
                yield mapper.class_, getattr(mapper.class_, column.key)


def _take_deals_away(act: history.Act, ids: Sequence[int]) -> None:
    """Their ids in the sheet are given free: the same sheet may come again."""
    act.session.execute(
        update(DealRow)
        .where(DealRow.id.in_(ids))
        .values(removed_at=act.at, external_id=None, version=DealRow.version + 1)
        .execution_options(synchronize_session=False)
    )
    _hide(act, StageChangeRow, StageChangeRow.deal_id, ids)
    _note(act, "deal", ids, {"removed_at": act.at.isoformat()})


def _hide(act: history.Act, table: type[Base], key: Any, ids: Sequence[int]) -> None:
    act.session.execute(
        update(table)
        .where(key.in_(ids))
        .values(removed_at=act.at)
        .execution_options(synchronize_session=False)
    )


def _note(act: history.Act, kind: str, ids: Sequence[int], after: Mapping[str, Any]) -> None:
    rows = [
        {
            "act_id": act.id,
            "subject_type": kind,
            "subject_id": one,
            "before": dict.fromkeys(after),
            "after": dict(after),
        }
        for one in ids
    ]
    scope.insert_all(act.session, AuditRow, rows)


def _put_back(act: history.Act, act_id: int, wanted: Mapping[int, dict[str, Any]]) -> None:
    rows = act.session.scalars(
        select(DealRow).where(DealRow.id.in_(wanted)).with_for_update()
    ).all()
    history.change_all(act, [(row, wanted[row.id]) for row in rows])
    act.session.execute(
        update(StageChangeRow)
        .where(
            StageChangeRow.deal_id.in_(wanted),
            StageChangeRow.id.in_(imports.born(act_id, "stage_change")),
        )
        .values(removed_at=act.at)
        .execution_options(synchronize_session=False)
    )
    ways.follow(act.session, list(wanted))


def _remove_people(act: history.Act, ids: Sequence[int]) -> None:
    """They are forgotten whole: their deals (taken away just now) name nobody any more."""
    for table in (DayFactRow, WeekFactRow):
        act.session.execute(delete(table).where(table.person_id.in_(ids)))
    act.session.execute(
        update(DealRow)
        .where(DealRow.owner_id.in_(ids))
        .values(owner_id=None)
        .execution_options(synchronize_session=False, **scope.INCLUDE_REMOVED)
    )
    act.session.execute(
        delete(PersonRow).where(PersonRow.id.in_(ids)).execution_options(synchronize_session=False)
    )
    _note(act, "person", ids, {"removed_at": act.at.isoformat()})


def _some(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    yield from (rows[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE))
