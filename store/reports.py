"""What reports count, added up in the database."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.domain.deal import Status
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
    """An open deal, as far as the pipeline looks at it."""

    owner_id: int | None
    stage_key: str
    closes_on: date | None
    amount: Decimal
    currency: str
    probability: int


def open_deals(session: Session) -> Iterator[Standing]:
    rows = session.execute(
        select(
            DealRow.owner_id,
            DealRow.stage_key,
            DealRow.closes_on,
            DealRow.amount,
            DealRow.currency,
            DealRow.probability,
        )
        .where(DealRow.status == Status.OPEN)
        .execution_options(yield_per=2_000)
    )
    for row in rows:
        yield Standing(*row[:3], row.amount or Decimal(0), row.currency, row.probability)


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
