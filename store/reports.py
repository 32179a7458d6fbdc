"""What reports count, added up in the database."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.domain.deal import Status
from bot.domain.trust import Trust
from store.schema import DealRow


@dataclass(frozen=True, slots=True)
class Sum:
    """Deals of one owner, stage and currency, and the sum of their amounts."""

    owner_id: int | None
    stage_key: str
    currency: str
    deals: int
    amount: Decimal


def created(session: Session, begins: datetime, ends: datetime) -> list[Sum]:
    """The deals made from `begins` up to, not including, `ends`."""
    return _summed(session, DealRow.created_at >= begins, DealRow.created_at < ends)


def won(session: Session, begins: datetime, ends: datetime) -> list[Sum]:
    """The deals won in a span, by the moment they closed."""
    return _summed(
        session,
        DealRow.status == Status.WON,
        DealRow.closed_at >= begins,
        DealRow.closed_at < ends,
    )


def _summed(session: Session, *conditions: Any) -> list[Sum]:
    rows = session.execute(
        select(
            DealRow.owner_id,
            DealRow.stage_key,
            DealRow.currency,
            func.count(),
            func.sum(DealRow.amount),
        )
        .where(*conditions)
        .group_by(DealRow.owner_id, DealRow.stage_key, DealRow.currency)
    )
    return [Sum(*row[:4], row[4] or Decimal(0)) for row in rows]


@dataclass(frozen=True, slots=True)
class Standing:
    """Open deals that stand alike, and the sum of their amounts; what was not asked is None."""

    stage_key: str | None
    owner_id: int | None
    closes_on: date | None
    probability: int
    currency: str
    deals: int
    amount: Decimal


def open_deals(
    session: Session, by: Collection[str], owner_ids: Collection[int] | None
) -> list[Standing]:
    """The open deals, told apart `by` some of stage_key, owner_id and closes_on. `owner_ids` are
    the owners they are asked of; None means everybody's."""
    alike = [DealRow.probability, DealRow.currency, *(getattr(DealRow, name) for name in by)]
    wanted = (
        select(*alike, func.count().label("deals"), func.sum(DealRow.amount).label("amount"))
        .where(DealRow.status == Status.OPEN)
        .group_by(*alike)
    )
    if owner_ids is not None:
        wanted = wanted.where(DealRow.owner_id.in_(owner_ids))
    return [
        Standing(
            stage_key=held.get("stage_key"),
            owner_id=held.get("owner_id"),
            closes_on=held.get("closes_on"),
            probability=held["probability"],
            currency=held["currency"],
            deals=held["deals"],
            amount=held["amount"] or Decimal(0),
        )
        for held in session.execute(wanted).mappings()
    ]


@dataclass(frozen=True, slots=True)
class Closed:
    """A deal that was closed, as far as reports look at it."""

    id: int
    owner_id: int | None
    stage_key: str
    is_won: bool
    amount: Decimal
    currency: str
    reason: str
    created_at: datetime
    closed_at: datetime


def closed(session: Session, begins: datetime, ends: datetime) -> Iterator[Closed]:
    """The deals closed in a span, some at a time."""
    rows = session.execute(
        select(
            DealRow.id,
            DealRow.owner_id,
            DealRow.stage_key,
            DealRow.status,
            DealRow.amount,
            DealRow.currency,
            DealRow.close_reason,
            DealRow.created_at,
            DealRow.closed_at,
        )
        .where(DealRow.status != Status.OPEN, DealRow.closed_at >= begins, DealRow.closed_at < ends)
        .order_by(DealRow.closed_at, DealRow.id)
        .execution_options(yield_per=2_000)
    )
    for row in rows:
        assert row.closed_at is not None  # noqa: S101 - the condition says so
        yield Closed(
            row.id,
            row.owner_id,
            row.stage_key,
            row.status == Status.WON,
            row.amount or Decimal(0),
            row.currency,
            row.close_reason or "",
            row.created_at,
            row.closed_at,
        )


def trust(
    session: Session, touched_since: datetime, today: date, owner_ids: Collection[int] | None
) -> Trust:
    wanted = (
        select(
            func.count(),
            func.count().filter(DealRow.last_touch_at >= touched_since),
            func.count().filter(DealRow.closes_on < today),
            func.count().filter(DealRow.amount.is_(None)),
        )
        .select_from(DealRow)
        .where(DealRow.status == Status.OPEN)
    )
    if owner_ids is not None:
        wanted = wanted.where(DealRow.owner_id.in_(owner_ids))
    return Trust(*session.execute(wanted).one())
