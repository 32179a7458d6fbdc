"""Names as people type them: which deals and accounts could be meant."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from bot.domain.deal import Status
from bot.domain.names import Candidate, key_of
from store.schema import AccountRow, DealRow

LAST = "\U0010ffff"
"""Sorts behind every character of a key."""

MOST = 400
"""More names than this beginning alike are not looked through one by one."""

MINE, OPEN = 2.0, 1.0


def beginning_with(session: Session, words: str, actor_id: int) -> list[Candidate]:
    """Deals and accounts whose name begins with the words, answered from an index."""
    key = key_of(words)
    if not key:
        return []
    return _candidates(
        session,
        actor_id,
        deal=DealRow.name_key.between(key, key + LAST),
        account=AccountRow.name_key.between(key, key + LAST),
    )


def containing(session: Session, words: str, actor_id: int) -> list[Candidate]:
    """Deals and accounts with the words anywhere in their name, or as their imported id."""
    key = key_of(words)
    if not key:
        return []
    return _candidates(
        session,
        actor_id,
        deal=DealRow.name_key.contains(key, autoescape=True) | (DealRow.external_id == words.strip()),
        account=AccountRow.name_key.contains(key, autoescape=True),
    )


def all_names(session: Session, actor_id: int) -> list[Candidate]:
    """Every name, for the rare question that only likeness can answer."""
    return _candidates(session, actor_id, deal=None, account=None, most=None)


def deal_ids_of(session: Session, account_ids: Sequence[int], *, is_open: bool | None) -> list[int]:
    """The deals of some accounts, the most recently touched first; None means any status."""
    conditions = [DealRow.account_id.in_(account_ids)]
    if is_open is not None:
        conditions.append((DealRow.status == Status.OPEN) == is_open)
    return list(
        session.scalars(select(DealRow.id).where(*conditions).order_by(DealRow.last_touch_at.desc()))
    )


def _candidates(
    session: Session,
    actor_id: int,
    *,
    deal: ColumnElement[bool] | None,
    account: ColumnElement[bool] | None,
    most: int | None = MOST,
) -> list[Candidate]:
    deals = select(DealRow.id, DealRow.name, DealRow.name_key, DealRow.owner_id, DealRow.status)
    accounts = select(AccountRow.id, AccountRow.name, AccountRow.name_key)
    if deal is not None:
        deals = deals.where(deal).order_by(DealRow.last_touch_at.desc())
    if account is not None:
        accounts = accounts.where(account).order_by(AccountRow.name_key)
    found = [
        Candidate(
            id=deal_id,
            name=name,
            key=key,
            kind="deal",
            weight=(MINE if owner_id == actor_id else 0.0) + (OPEN if status == Status.OPEN else 0.0),
        )
        for deal_id, name, key, owner_id, status in session.execute(deals.limit(most))
    ]
    found += [
        Candidate(id=account_id, name=name, key=key, kind="account", weight=OPEN)
        for account_id, name, key in session.execute(accounts.limit(most))
    ]
    return found
