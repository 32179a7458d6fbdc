"""How far deals came, how they ended there, and how long they stayed, counted in the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Float, case, cast, extract, func, literal, select
from sqlalchemy.orm import Session

from store import slices
from store.schema import DealRow, StageChangeRow
from store.slices import Slice

SECONDS_A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Came:
    """Deals of one owner that came as far as one place on the way, and how they stand now."""

    owner_id: int | None
    furthest: int
    status: str
    deals: int


@dataclass(frozen=True, slots=True)
class Stayed:
    """How often deals of one owner left a stage, and for how many days they had been in it."""

    owner_id: int | None
    stage_key: str
    times: int
    days: Decimal


def came(
    session: Session, wanted: Slice, places: Mapping[str, int], *, by_owner: bool = False
) -> list[Came]:
    """The deals of a slice, by the furthest of the `places` (stages, in order) that each has ever
    stood in; those that stood in none are left out. Their owners are told apart where asked for."""
    place = case(*((StageChangeRow.to_stage == key, at) for key, at in places.items()), else_=-1)
    owner = DealRow.owner_id if by_owner else literal(None, BigInteger)
    furthest = (
        select(
            func.max(owner).label("owner_id"),
            func.max(DealRow.status).label("status"),
            func.max(place).label("furthest"),
        )
        .select_from(DealRow)
        .join(StageChangeRow, StageChangeRow.deal_id == DealRow.id)
        .where(*slices.conditions(session, wanted))
        .group_by(*_ONE_BY_ONE)
        .subquery()
    )
    rows = session.execute(
        select(furthest.c.owner_id, furthest.c.furthest, furthest.c.status, func.count())
        .where(furthest.c.furthest >= 0)
        .group_by(furthest.c.owner_id, furthest.c.furthest, furthest.c.status)
    )
    return [Came(*row) for row in rows]


_ONE_BY_ONE = (DealRow.created_at, DealRow.id)
"""Deals in the order of the index of when they were made: their changes come along in order, and
nothing has to be sorted."""


def stayed(session: Session, wanted: Slice, *, by_owner: bool = False) -> list[Stayed]:
    """Of the deals of a slice: the stays in each stage that are over."""
    left_at = func.lead(StageChangeRow.changed_at).over(
        partition_by=_ONE_BY_ONE,
        order_by=(StageChangeRow.changed_at, StageChangeRow.id),
    )
    owner = DealRow.owner_id if by_owner else literal(None, BigInteger)
    stays = (
        select(
            owner.label("owner_id"),
            StageChangeRow.to_stage.label("stage_key"),
            StageChangeRow.changed_at.label("entered_at"),
            left_at.label("left_at"),
        )
        .select_from(DealRow)
        .join(StageChangeRow, StageChangeRow.deal_id == DealRow.id)
        .where(*slices.conditions(session, wanted))
        .subquery()
    )
    lasted = func.sum(_days(session, stays.c.entered_at, stays.c.left_at))
    rows = session.execute(
        select(stays.c.owner_id, stays.c.stage_key, func.count(), lasted)
        .where(stays.c.left_at.is_not(None))
        .group_by(stays.c.owner_id, stays.c.stage_key)
    )
    return [Stayed(owner_id, key, times, Decimal(str(days))) for owner_id, key, times, days in rows]


def _days(session: Session, begins: Any, ends: Any) -> ColumnElement[Any]:
    """From one moment to another, in days and parts of them."""
    if session.get_bind().dialect.name == "sqlite":
        return func.julianday(ends) - func.julianday(begins)
    return cast(extract("epoch", ends - begins), Float) / literal(float(SECONDS_A_DAY))
