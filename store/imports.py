"""Many deals at once: laid aside unseen batch by batch, shown all at once at the end, or swept."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, String, cast, delete, func, or_, select, update
from sqlalchemy.orm import Session

from bot.domain.deal import Status
from bot.domain.imported import ImportState
from bot.domain.names import key_of
from bot.domain.people import Role, Workspace
from store import history, people, scope, ways
from store.among import among
from store.schema import (
    AccountRow,
    ActRow,
    AuditRow,
    DealRow,
    ImportRow,
    PersonRow,
    StageChangeRow,
)

BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Known:
    """A deal of an earlier import, in what a sheet can change, and when it was last touched."""

    id: int
    version: int
    fields: dict[str, Any]
    touched_at: datetime


COMPARED = (
    "name",
    "account_id",
    "owner_id",
    "stage_key",
    "status",
    "amount",
    "currency",
    "closes_on",
    "next_step",
    "next_step_due_on",
    "close_reason",
)


def known(session: Session, external_ids: Sequence[str]) -> dict[str, Known]:
    rows = session.scalars(select(DealRow).where(DealRow.external_id.in_(external_ids)))
    return {
        str(row.external_id): Known(
            row.id,
            row.version,
            {name: getattr(row, name) for name in COMPARED},
            row.last_touch_at,
        )
        for row in rows
    }


def account_ids(session: Session, names: Iterable[str]) -> dict[str, int]:
    """The ids of accounts by their names' keys; what an import under way laid aside is hidden."""
    return _account_ids(session, {key_of(name)[:255] for name in names} - {""})


def add_accounts(act: history.Act, names: Mapping[str, str]) -> dict[str, int]:
    """New accounts by their names' keys, laid aside until the import ends."""
    rows = [
        {"name": name, "name_key": key, "created_at": act.at, "removed_at": act.at}
        for key, name in names.items()
    ]
    scope.insert_all(act.session, AccountRow, rows)
    made = _account_ids(act.session, names.keys(), laid_aside_at=act.at)
    _note_born(act, "account", {made[key]: {"name": name} for key, name in names.items()})
    return made


def _account_ids(
    session: Session, keys: Collection[str], laid_aside_at: datetime | None = None
) -> dict[str, int]:
    """Names of accounts that were merged mean those they were merged into."""
    asked = (
        select(AccountRow.name_key, AccountRow.id, AccountRow.merged_into_id)
        .where(AccountRow.name_key.in_(keys))
        .order_by(AccountRow.id.desc())
        .execution_options(**scope.INCLUDE_REMOVED)
    )
    if laid_aside_at is not None:
        asked = asked.where(AccountRow.removed_at == laid_aside_at)
    else:
        asked = asked.where(
            or_(AccountRow.removed_at.is_(None), AccountRow.merged_into_id.is_not(None))
        )
    lines = session.execute(asked).all()
    merged = {key: into for key, _, into in lines if into is not None}
    return merged | {key: account_id for key, account_id, into in lines if into is None}


def add(act: history.Act, rows: Sequence[dict[str, Any]]) -> None:
    """New deals with their history and an audit line each, laid aside until the import ends."""
    if not rows:
        return
    steps = {row["external_id"]: ways.of_new(row["steps"], row["created_at"]) for row in rows}
    plain = [_without_steps(row) | {"removed_at": act.at} for row in rows]
    scope.insert_all(act.session, DealRow, plain)
    lines = act.session.execute(
        select(DealRow.external_id, DealRow.id)
        .where(DealRow.external_id.in_(list(steps)))
        .execution_options(**scope.INCLUDE_REMOVED)
    )
    ids = {str(external_id): deal_id for external_id, deal_id in lines}
    changes = [
        {"deal_id": ids[external_id], **step, "changed_by_id": None, "removed_at": act.at}
        for external_id, taken in steps.items()
        for step in taken
    ]
    scope.insert_all(act.session, StageChangeRow, changes)
    _note_born(act, "deal", {ids[one]: {"external_id": one} for one in steps})


def _without_steps(row: Mapping[str, Any]) -> dict[str, Any]:
    stood_in = ways.stood_in([step["to_stage"] for step in row["steps"]])
    return {name: row[name] for name in row if name != "steps"} | {"stood_in": stood_in}


def _note_born(act: history.Act, kind: str, born: Mapping[int, dict[str, Any]]) -> None:
    audit = [
        {
            "act_id": act.id,
            "subject_type": kind,
            "subject_id": subject_id,
            "before": None,
            "after": after,
        }
        for subject_id, after in born.items()
    ]
    scope.insert_all(act.session, AuditRow, audit)


def add_owner(act: history.Act, workspace: Workspace, name: str) -> int:
    """Somebody who is not in Slack: a rep who counts as gone until the import ends."""
    today = act.at.date()
    added = people.add(
        act.session,
        name=name[:255],
        slack_user_id=None,
        role=Role.REP,
        locale=workspace.locale,
        tz=workspace.tz,
        joined_on=today,
    )
    act.session.get_one(PersonRow, added.id).gone_on = today
    _note_born(act, "person", {added.id: {"name": name[:255]}})
    return added.id


def change_all(act: history.Act, wanted: Mapping[int, Mapping[str, Any]]) -> set[int]:
    """Brings deals along, many at once; the ids of those in which something differed.

    A stage that changed takes its moment along, and a line in the deal's history.
    """
    rows = act.session.scalars(
        select(DealRow).where(DealRow.id.in_(wanted)).with_for_update()
    ).all()
    was = {row.id: row.stage_key for row in rows}
    changed = history.change_all(act, [(row, _as_it_is(row, wanted[row.id])) for row in rows])
    steps: list[dict[str, Any]] = [
        {
            "deal_id": row.id,
            "from_stage": was[row.id],
            "to_stage": row.stage_key,
            "changed_by_id": None,
            "changed_at": row.stage_entered_at,
            "playbook_version": row.playbook_version,
        }
        for row in rows
        if row.stage_key != was[row.id]
    ]
    scope.insert_all(act.session, StageChangeRow, steps)
    lines = act.session.execute(
        select(StageChangeRow.deal_id, func.max(StageChangeRow.id))
        .where(StageChangeRow.deal_id.in_([step["deal_id"] for step in steps]))
        .group_by(StageChangeRow.deal_id)
    )
    _note_born(act, "stage_change", {step_id: {"deal_id": deal_id} for deal_id, step_id in lines})
    ways.follow(act.session, [step["deal_id"] for step in steps])
    act.session.flush()
    act.session.expunge_all()
    return changed


def _as_it_is(row: DealRow, wanted: Mapping[str, Any]) -> Mapping[str, Any]:
    """A sheet tells days: another next step's day than the deal's has no time of day. And who
    touched the deal while the sheet was being read has touched it later."""
    fitting = dict(wanted)
    if wanted.get("next_step_due_on", row.next_step_due_on) != row.next_step_due_on:
        fitting["next_step_time"] = None
    if wanted.get("last_touch_at", row.last_touch_at) < row.last_touch_at:
        del fitting["last_touch_at"]
    return fitting


def born(act_id: int, kind: str) -> Select[int]:
    """The ids of what an act made (`before` is nothing, or a document that says nothing)."""
    unborn = or_(AuditRow.before.is_(None), cast(AuditRow.before, String) == "null")
    return select(AuditRow.subject_id).where(
        AuditRow.act_id == act_id, AuditRow.subject_type == kind, unborn
    )


def brought_since(
    session: Session, deal_ids: Sequence[int], since: datetime
) -> dict[int, datetime]:
    """Of some deals those that imports which ended since then have brought, with that moment."""
    done = session.execute(
        select(ImportRow.act_id, ImportRow.ended_at).where(
            ImportRow.state == ImportState.DONE, ImportRow.ended_at >= since
        )
    ).all()
    theirs = among(AuditRow.subject_id, deal_ids)
    return {
        deal_id: ended_at
        for act_id, ended_at in done
        if act_id is not None and ended_at is not None
        for deal_id in session.scalars(born(act_id, "deal").where(theirs))
    }


def show(act: history.Act, first_days: Mapping[int, datetime]) -> None:
    """The end of an import: what was laid aside is there from now on."""
    made = {kind: born(act.id, kind) for kind in ("deal", "account", "person")}
    for row, key, kind in (
        (DealRow, DealRow.id, "deal"),
        (StageChangeRow, StageChangeRow.deal_id, "deal"),
        (AccountRow, AccountRow.id, "account"),
    ):
        act.session.execute(
            update(row)
            .where(key.in_(made[kind]), row.removed_at == act.at)
            .values(removed_at=None)
            .execution_options(synchronize_session=False, **scope.INCLUDE_REMOVED)
        )
    act.session.execute(
        update(PersonRow)
        .where(PersonRow.id.in_(made["person"]))
        .values(gone_on=None)
        .execution_options(synchronize_session=False)
    )
    act.session.expire_all()
    _joined(act.session, first_days)


def _joined(session: Session, days: Mapping[int, datetime]) -> None:
    """Imported owners count as reps from the day of their first deal."""
    for person_id, first in days.items():
        row = session.get_one(PersonRow, person_id)
        if row.slack_user_id is None and first.date() < row.joined_on:
            row.joined_on = first.date()


def sweep(session: Session, act_id: int) -> None:
    """Nothing is left of an import that was never ended: all it laid aside goes, and its act."""
    made = {
        kind: list(session.scalars(born(act_id, kind))) for kind in ("deal", "account", "person")
    }
    for row, key, kind in (
        (StageChangeRow, StageChangeRow.deal_id, "deal"),
        (DealRow, DealRow.id, "deal"),
        (AccountRow, AccountRow.id, "account"),
        (PersonRow, PersonRow.id, "person"),
    ):
        for ids in _some(made[kind]):
            session.execute(
                delete(row)
                .where(key.in_(ids))
                .execution_options(synchronize_session=False, **scope.INCLUDE_REMOVED)
            )
    session.execute(delete(AuditRow).where(AuditRow.act_id == act_id))
    session.execute(delete(ActRow).where(ActRow.id == act_id))


def _some(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    yield from (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))


@dataclass(frozen=True, slots=True)
class Totals:
    deals: int
    won: int
    lost: int
    open: int
    won_amounts: dict[str, Decimal]


def totals(session: Session) -> Totals:
    """What the whole workspace holds after the import, to be held against the sheet."""
    lines = session.execute(
        select(DealRow.status, func.count().label("deals")).group_by(DealRow.status)
    )
    counted: dict[str, int] = {row.status: row.deals for row in lines}
    sums = session.execute(
        select(DealRow.currency, func.sum(DealRow.amount))
        .where(DealRow.status == Status.WON)
        .group_by(DealRow.currency)
    )
    return Totals(
        deals=sum(counted.values()),
        won=counted.get(Status.WON, 0),
        lost=counted.get(Status.LOST, 0),
        open=counted.get(Status.OPEN, 0),
        won_amounts={currency: amount or Decimal(0) for currency, amount in sums},
    )
