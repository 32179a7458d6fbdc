"""Accounts: found by name or made in passing."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.deal import Account
from bot.domain.names import key_of
from store import history
from store.schema import AccountRow


def named(session: Session, name: str) -> Account | None:
    """The account of that name, however it is spaced or written."""
    row = session.scalars(
        select(AccountRow).where(AccountRow.name_key == key_of(name)[:255]).order_by(AccountRow.id)
    ).first()
    return _account(row) if row else None


def add(act: history.Act, name: str, owner_id: int | None) -> Account:
    row = AccountRow(name=name, name_key=key_of(name)[:255], owner_id=owner_id, created_at=act.at)
    history.create(act, row)
    return _account(row)


def named_or_added(act: history.Act, name: str, owner_id: int | None) -> Account:
    return named(act.session, name) or add(act, name, owner_id)


def _account(row: AccountRow) -> Account:
    return Account(row.id, row.name, row.owner_id)
