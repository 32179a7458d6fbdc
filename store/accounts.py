"""Accounts: found by name or made in passing, and made one where two were the same."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.domain.deal import Account, Activity, Status
from bot.domain.names import core_key, key_of
from bot.domain.outcomes import AccountLine, Note
from bot.domain.refusal import Refusal
from store import activities, history, lookup
from store.schema import AccountRow, ActivityRow, ContactRow, DealRow
from store.scope import INCLUDE_REMOVED


def named(session: Session, name: str) -> Account | None:
    """The account of that name, however it is spaced or written; the one it was merged into."""
    called = (
        select(AccountRow).where(AccountRow.name_key == key_of(name)[:255]).order_by(AccountRow.id)
    )
    row = session.scalars(called).first()
    if row is None:
        merged = called.where(AccountRow.merged_into_id.is_not(None))
        gone = session.scalars(merged.execution_options(**INCLUDE_REMOVED)).first()
        row = session.get(AccountRow, gone.merged_into_id) if gone else None
    return _account(row) if row else None


def add(act: history.Act, name: str, owner_id: int | None) -> Account:
    row = AccountRow(name=name, name_key=key_of(name)[:255], owner_id=owner_id, created_at=act.at)
    history.create(act, row)
    return _account(row)


def named_or_added(act: history.Act, name: str, owner_id: int | None) -> Account:
    return named(act.session, name) or add(act, name, owner_id)


def rename(act: history.Act, account_id: int, name: str) -> None:
    history.change(act, _row(act.session, account_id), {"name": name})


def lines(session: Session, ids: Sequence[int]) -> list[AccountLine]:
    """Accounts with what stands behind them, in the order of their ids."""
    deals = (
        select(func.count(DealRow.id))
        .where(DealRow.account_id == AccountRow.id, DealRow.status == Status.OPEN)
        .correlate(AccountRow)
        .scalar_subquery()
    )
    people = (
        select(func.count(ContactRow.id))
        .where(ContactRow.account_id == AccountRow.id)
        .correlate(AccountRow)
        .scalar_subquery()
    )
    spoken = (
        select(func.max(ActivityRow.occurred_at))
        .where(ActivityRow.account_id == AccountRow.id)
        .correlate(AccountRow)
        .scalar_subquery()
    )
    found = session.execute(select(AccountRow, deals, people, spoken).where(AccountRow.id.in_(ids)))
    order = {account_id: place for place, account_id in enumerate(ids)}
    told = [AccountLine(_account(row), *counted) for row, *counted in found]
    return sorted(told, key=lambda one: order[one.account.id])


def contacted_at(session: Session, account_id: int) -> datetime | None:
    """When any activity on the account or its deals was last (UTC)."""
    return session.scalar(
        select(func.max(ActivityRow.occurred_at)).where(ActivityRow.account_id == account_id)
    )


def told_on(session: Session, account_id: int, limit: int) -> list[Note]:
    """The newest activities on an account and its deals."""
    return activities.newest_where(session, ActivityRow.account_id == account_id, limit)


def with_addresses(session: Session, account_id: int, limit: int) -> list[Activity]:
    """The newest activities on an account and its deals that name an address."""
    return activities.with_addresses(session, ActivityRow.account_id == account_id, limit)


def count_told(session: Session, account_id: int) -> int:
    return session.scalar(select(func.count()).where(ActivityRow.account_id == account_id)) or 0


def doubles_of(session: Session, account: Account, most: int) -> list[Account]:
    """Others of the same name but for their legal form: Acme and Acme Inc., ㈜한빛 and 한빛."""
    core = core_key(account.name)
    found = session.execute(
        select(AccountRow)
        .where(AccountRow.name_key.contains(core, autoescape=True), AccountRow.id != account.id)
        .order_by(AccountRow.id)
        .limit(lookup.MOST)
    ).scalars()
    return [_account(row) for row in found if core_key(row.name) == core][:most]


def _row(session: Session, account_id: int) -> AccountRow:
    row = session.get(AccountRow, account_id)
    if row is None or row.removed_at is not None:
        raise Refusal("account-gone")
    return row


def _account(row: AccountRow) -> Account:
    return Account(row.id, row.name, row.owner_id)
