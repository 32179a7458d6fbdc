"""Names as people type them: which deals and accounts could be meant."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, literal, null, select, union_all
from sqlalchemy.orm import Session

from bot.domain.deal import Status
from bot.domain.names import Candidate, key_of
from store import prepared
from store.schema import AccountRow, DealRow

LAST = "\U0010ffff"
"""Sorts behind every character of a key."""

MOST = 400
"""More names than this beginning alike are not looked through one by one."""

EVERY = 2_000_000_000
"""No limit, as a limit: beyond what any workspace holds."""

MINE, OPEN = 2.0, 1.0


_DEALS, _ACCOUNTS = prepared.table_of(DealRow), prepared.table_of(AccountRow)
_DEAL_COLUMNS = (
    _DEALS.c.id,
    _DEALS.c.name,
    _DEALS.c.name_key,
    _DEALS.c.owner_id,
    _DEALS.c.status,
)
_ACCOUNT_COLUMNS = (_ACCOUNTS.c.id, _ACCOUNTS.c.name, _ACCOUNTS.c.name_key)


def _deals(*conditions: ColumnElement[bool]) -> prepared.Prepared:
    return prepared.Prepared(
        select(*_DEAL_COLUMNS)
        .where(*conditions, *prepared.here(_DEALS))
        .order_by(_DEALS.c.last_touch_at.desc())
        .limit(bindparam("most"))
    )


def _accounts(*conditions: ColumnElement[bool]) -> prepared.Prepared:
    return prepared.Prepared(
        select(*_ACCOUNT_COLUMNS)
        .where(*conditions, *prepared.here(_ACCOUNTS))
        .order_by(_ACCOUNTS.c.name_key)
        .limit(bindparam("most"))
    )


_DEALS_BEGINNING = _deals(_DEALS.c.name_key.between(bindparam("key"), bindparam("last")))
_ACCOUNTS_BEGINNING = _accounts(_ACCOUNTS.c.name_key.between(bindparam("key"), bindparam("last")))
_CALLED_ONE = prepared.Prepared(
    union_all(
        select(literal("deal").label("kind"), *_DEAL_COLUMNS).where(
            _DEALS.c.name_key == bindparam("key"), *prepared.here(_DEALS)
        ),
        select(literal("account"), *_ACCOUNT_COLUMNS, null(), null()).where(
            _ACCOUNTS.c.name_key == bindparam("key"), *prepared.here(_ACCOUNTS)
        ),
    )
)
_DEALS_CALLED = _deals(_DEALS.c.name_key.in_(bindparam("keys", expanding=True)))
_ACCOUNTS_CALLED = _accounts(_ACCOUNTS.c.name_key.in_(bindparam("keys", expanding=True)))
_DEALS_CONTAINING = _deals(
    _DEALS.c.name_key.contains(bindparam("key")) | (_DEALS.c.external_id == bindparam("typed"))
)
_ACCOUNTS_CONTAINING = _accounts(_ACCOUNTS.c.name_key.contains(bindparam("key")))
_ALL_DEALS, _ALL_ACCOUNTS = _deals(), _accounts()


def called(session: Session, names: Sequence[str], actor_id: int) -> list[Candidate]:
    """Deals and accounts with just one of these names."""
    keys = [key for name in names if (key := key_of(name))]
    if len(keys) == 1:
        found = _CALLED_ONE.run(session, key=keys[0]).all()
        return _candidates(
            actor_id,
            [row for row in found if row.kind == "deal"],
            [row for row in found if row.kind == "account"],
        )
    return _candidates(
        actor_id,
        _DEALS_CALLED.run(session, keys=keys, most=MOST),
        _ACCOUNTS_CALLED.run(session, keys=keys, most=MOST),
    )


def beginning_with(session: Session, words: str, actor_id: int) -> list[Candidate]:
    """Deals and accounts whose name begins with the words, answered from an index."""
    key = key_of(words)
    if not key:
        return []
    facts = {"key": key, "last": key + LAST, "most": MOST}
    return _candidates(
        actor_id,
        _DEALS_BEGINNING.run(session, **facts),
        _ACCOUNTS_BEGINNING.run(session, **facts),
    )


def containing(session: Session, words: str, actor_id: int) -> list[Candidate]:
    """Deals and accounts with the words anywhere in their name, or as their imported id.

    A key holds letters and digits only, so nothing in it could be a pattern's sign.
    """
    key = key_of(words)
    if not key:
        return []
    return _candidates(
        actor_id,
        _DEALS_CONTAINING.run(session, key=key, typed=words.strip(), most=MOST),
        _ACCOUNTS_CONTAINING.run(session, key=key, most=MOST),
    )


def all_names(session: Session, actor_id: int) -> list[Candidate]:
    """Every name, for the rare question that only likeness can answer."""
    return _candidates(
        actor_id,
        _ALL_DEALS.run(session, most=EVERY),
        _ALL_ACCOUNTS.run(session, most=EVERY),
    )


def accounts(session: Session, words: str = "") -> list[Candidate]:
    """Accounts with the words anywhere in their name; all of them for no words."""
    key = key_of(words)
    if key:
        return _candidates(0, [], _ACCOUNTS_CONTAINING.run(session, key=key, most=MOST))
    return _candidates(0, [], _ALL_ACCOUNTS.run(session, most=EVERY))


def deal_ids_of(session: Session, account_ids: Sequence[int], *, is_open: bool | None) -> list[int]:
    """The deals of some accounts, the most recently touched first; None means any status."""
    conditions: list[ColumnElement[bool]] = [DealRow.account_id.in_(account_ids)]
    if is_open is not None:
        conditions.append((DealRow.status == Status.OPEN) == is_open)
    return list(
        session.scalars(
            select(DealRow.id).where(*conditions).order_by(DealRow.last_touch_at.desc())
        )
    )


def _candidates(
    actor_id: int, deals: Iterable[Row[Any]], accounts: Iterable[Row[Any]]
) -> list[Candidate]:
    found = [
        Candidate(
            id=row.id,
            name=row.name,
            key=row.name_key,
            kind="deal",
            weight=(MINE if row.owner_id == actor_id else 0.0)
            + (OPEN if row.status == Status.OPEN else 0.0),
        )
        for row in deals
    ]
    return found + [
        Candidate(id=row.id, name=row.name, key=row.name_key, kind="account", weight=OPEN)
        for row in accounts
    ]
