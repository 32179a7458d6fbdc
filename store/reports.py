"""What reports count, added up in the database."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import BigInteger, ColumnElement, case, cast, extract, func, literal, select
from sqlalchemy.orm import Session

from bot.domain.deal import Status
from bot.domain.periods import offsets
from store import slices
from store.among import among
from store.schema import DealRow
from store.slices import Slice

SECONDS_A_DAY = 86_400
EVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Sum:
    """Deals that are alike in what was asked for, and the sum of their amounts; what was not asked
    is None. `cycle_days` are the calendar days from making to close, of all of them together."""

    currency: str
    deals: int
    amount: Decimal
    owner_id: int | None = None
    stage_key: str | None = None
    probability: int | None = None
    status: str | None = None
    reason: str | None = None
    answer: str | None = None
    cycle_days: int = 0


def sums(
    session: Session,
    wanted: Slice,
    by: Collection[str],
    *,
    field: str = "",
    cycle_in: ZoneInfo | None = None,
) -> list[Sum]:
    """The deals of a slice, told apart `by` some of owner_id, stage_key, probability, status,
    reason and answer (in the custom `field`); with their cycles' days on the calendar of a zone."""
    answers = slices.Answers(session, field)
    alike = {
        "owner_id": DealRow.owner_id,
        "stage_key": DealRow.stage_key,
        "probability": DealRow.probability,
        "status": DealRow.status,
        "reason": slices.reason(session),
        "answer": answers.column,
    }
    told = {"currency": DealRow.currency} | {name: alike[name] for name in by}
    amount = func.coalesce(func.sum(DealRow.amount), Decimal(0))
    counted = [func.count().label("deals"), amount.label("amount")]
    if cycle_in is not None:
        counted.append(func.sum(_cycle(session, cycle_in)).label("cycle_days"))
    asked = (
        select(*(column.label(name) for name, column in told.items()), *counted)
        .select_from(DealRow)
        .where(*slices.conditions(session, wanted))
        .group_by(*told)
    )
    rows = session.execute(answers.beside(asked) if "answer" in by else asked)
    return [Sum(**row) for row in rows.mappings()]


def _cycle(session: Session, zone: ZoneInfo) -> ColumnElement[int]:
    """From the day of a deal's making to that of its close, as a zone's calendar has them."""
    first = session.scalar(select(func.min(DealRow.created_at))) or EVER
    last = session.scalar(select(func.max(DealRow.closed_at))) or first
    turns = list(offsets(zone, first, last))

    def day(moment: Any) -> ColumnElement[int]:
        return (_seconds(session, moment) + _offset(moment, turns)) // SECONDS_A_DAY

    return day(DealRow.closed_at) - day(DealRow.created_at)


def _offset(moment: Any, turns: Sequence[tuple[datetime, int]]) -> ColumnElement[int]:
    """A zone's offset at a moment: the newest turn of its clocks that lies before counts."""
    (_, earliest), *later = turns
    if not later:
        return literal(earliest)
    return case(*((moment >= since, to) for since, to in reversed(later)), else_=earliest)


def _seconds(session: Session, moment: Any) -> ColumnElement[int]:
    """A moment in whole seconds since 1970."""
    if session.get_bind().dialect.name == "sqlite":
        return cast(func.strftime("%s", moment), BigInteger)
    return cast(func.floor(extract("epoch", moment)), BigInteger)


@dataclass(frozen=True, slots=True)
class Standing:
    """Open deals that stand alike, and the sum of their amounts; what was not asked is None."""

    stage_key: str
    owner_id: int | None
    closes_on: date | None
    probability: int
    currency: str
    deals: int
    amount: Decimal
    answer: str | None = None


def open_deals(
    session: Session, by: Collection[str], owner_ids: Collection[int] | None, field: str = ""
) -> list[Standing]:
    """The open deals, told apart by stage and `by` some of owner_id, closes_on and answer (in
    the custom `field`). `owner_ids` are the owners they are asked of; None means everybody's."""
    # By stage always: in the order of the index that holds all that is summed up here.
    alike: dict[str, Any] = {
        "stage_key": DealRow.stage_key,
        "probability": DealRow.probability,
        "currency": DealRow.currency,
    }
    answers = slices.Answers(session, field)
    for name in by:
        alike[name] = answers.column if name == "answer" else getattr(DealRow, name)
    wanted = (
        select(
            *(column.label(name) for name, column in alike.items()),
            func.count().label("deals"),
            func.sum(DealRow.amount).label("amount"),
        )
        .select_from(DealRow)
        .where(DealRow.status == Status.OPEN)
        .group_by(*alike)
    )
    if "answer" in by:
        wanted = answers.beside(wanted)
    if owner_ids is not None:
        wanted = wanted.where(among(DealRow.owner_id, owner_ids))
    return [
        Standing(
            stage_key=held["stage_key"],
            owner_id=held.get("owner_id"),
            closes_on=held.get("closes_on"),
            probability=held["probability"],
            currency=held["currency"],
            deals=held["deals"],
            amount=held["amount"] or Decimal(0),
            answer=held.get("answer"),
        )
        for held in session.execute(wanted).mappings()
    ]


def trust(session: Session, every: Slice, parts: Sequence[Slice]) -> list[int]:
    """How many deals of a slice there are, and how many of them each of its parts holds."""
    told = [func.count().filter(*slices.kept_up(part)) for part in parts]
    wanted = select(func.count(), *told).select_from(DealRow)
    wanted = wanted.where(*slices.conditions(session, every))
    return list(session.execute(wanted).one())
