"""What currencies are worth in the workspace's own, from which day on."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import scope
from store.schema import RateRow


@dataclass(frozen=True, slots=True)
class Rate:
    """One unit of `currency` is `rate` units of `base`, from the day `since` on."""

    currency: str
    base: str
    since: date
    rate: Decimal


def on(session: Session, currency: str, base: str, day: date) -> Decimal | None:
    """The rate that held on a day; None where none was ever set before it."""
    told = session.scalars(
        select(RateRow.rate)
        .where(RateRow.currency == currency, RateRow.base == base, RateRow.since <= day)
        .order_by(RateRow.since.desc())
        .limit(1)
    ).first()
    return None if told is None else Decimal(told)


def settle(session: Session, rate: Rate) -> None:
    """Sets a rate from a day on; the one of the same day is replaced. Deals closed before keep
    the rate they were closed at."""
    facts = {"currency": rate.currency, "base": rate.base, "since": rate.since}
    added = scope.insert_once(
        session, RateRow, facts | {"rate": f"{rate.rate:f}"}, unique=("currency", "base", "since")
    )
    if added is None:
        row = session.scalars(
            select(RateRow).where(
                RateRow.currency == rate.currency,
                RateRow.base == rate.base,
                RateRow.since == rate.since,
            )
        ).one()
        row.rate = f"{rate.rate:f}"


def every(session: Session) -> list[Rate]:
    rows = session.scalars(select(RateRow).order_by(RateRow.currency, RateRow.since))
    return [Rate(row.currency, row.base, row.since, Decimal(row.rate)) for row in rows]
