"""Many deals at once: what is there already, new ones in batches, changed ones brought along."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.domain.deal import Status
from bot.domain.names import key_of
from store import history, scope
from store.schema import AccountRow, AuditRow, DealRow, PersonRow, StageChangeRow

BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Known:
    """A deal of an earlier import, in what a sheet can change."""

    id: int
    version: int
    fields: dict[str, Any]


COMPARED = (
    "name",
    "account_id",
    "owner_id",
    "stage_key",
    "status",
    "amount",
    "currency",
    "closes_on",
)


def known(session: Session, external_ids: Sequence[str]) -> dict[str, Known]:
    rows = session.scalars(select(DealRow).where(DealRow.external_id.in_(external_ids)))
    return {
        str(row.external_id): Known(
            row.id, row.version, {name: getattr(row, name) for name in COMPARED}
        )
        for row in rows
    }


def accounts(act: history.Act, names: Iterable[str]) -> dict[str, int]:
    """The ids of accounts by their names' keys, made where there are none."""
    wanted = {key_of(name)[:255]: name for name in names if key_of(name)}
    found = _account_ids(act.session)
    new = [
        {"name": name, "name_key": key, "created_at": act.at}
        for key, name in wanted.items()
        if key not in found
    ]
    scope.insert_all(act.session, AccountRow, new)
    return _account_ids(act.session) if new else found


def _account_ids(session: Session) -> dict[str, int]:
    """Names of accounts that were merged mean those they were merged into."""
    asked = select(AccountRow.name_key, AccountRow.id).order_by(AccountRow.id.desc())
    merged = select(AccountRow.name_key, AccountRow.merged_into_id).where(
        AccountRow.merged_into_id.is_not(None)
    )
    given_up = session.execute(merged.execution_options(**scope.INCLUDE_REMOVED))
    every = (*given_up, *session.execute(asked))
    return {key: account_id for key, account_id in every if account_id is not None}


def add(act: history.Act, rows: Sequence[dict[str, Any]]) -> None:
    """New deals with their history and an audit line each, so that the import can be undone."""
    if not rows:
        return
    steps = {row["external_id"]: row["steps"] for row in rows}
    plain = [{name: value for name, value in row.items() if name != "steps"} for row in rows]
    scope.insert_all(act.session, DealRow, plain)
    lines = act.session.execute(
        select(DealRow.external_id, DealRow.id).where(DealRow.external_id.in_(list(steps)))
    )
    ids = {str(external_id): deal_id for external_id, deal_id in lines}
    changes = [
        {"deal_id": ids[external_id], **step, "changed_by_id": act.actor_id}
        for external_id, taken in steps.items()
        for step in taken
    ]
    scope.insert_all(act.session, StageChangeRow, changes)
    audit = [
        {
            "act_id": act.id,
            "subject_type": "deal",
            "subject_id": ids[external_id],
            "before": None,
            "after": {"external_id": external_id},
        }
        for external_id in steps
    ]
    scope.insert_all(act.session, AuditRow, audit)


def change(act: history.Act, deal_id: int, changes: Mapping[str, Any]) -> None:
    history.change(act, act.session.get_one(DealRow, deal_id), changes)


def joined(session: Session, days: Mapping[int, datetime]) -> None:
    """Imported owners count as reps from the day of their first deal."""
    for person_id, first in days.items():
        row = session.get_one(PersonRow, person_id)
        if row.slack_user_id is None and first.date() < row.joined_on:
            row.joined_on = first.date()


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
