"""Column types that keep times aware, amounts exact and enumerations readable."""

from datetime import UTC, datetime
from decimal import Decimal

from sqlalchemy import BigInteger, DateTime, Dialect, String
from sqlalchemy.types import TypeDecorator

AMOUNT_PLACES = 4
"""Decimal places kept of an amount: the most that ISO 4217 currencies use."""

LARGEST_AMOUNT = Decimal(10) ** 14
"""Beyond this a scaled amount would no longer fit a 64-bit column."""

NameKey = String(255).with_variant(String(255, collation="C"), "postgresql")
"""A name as names.key_of writes it, ordered by code point on both engines so that an index
answers "begins with"."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept in UTC; SQLite has no zones and gets it naive."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime was given to the store")
        in_utc = value.astimezone(UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class ExactAmount(TypeDecorator[Decimal]):
    """A Decimal held as a whole number of ten-thousandths.

    SQLite's NUMERIC is a float; whole numbers add up exactly in SQL on both engines.
    Raises ValueError for an amount too large or with more than four places.
    """

    impl = BigInteger
    cache_ok = True

    @property
    def python_type(self) -> type[Decimal]:
        return Decimal

    def process_bind_param(self, value: Decimal | None, _dialect: Dialect) -> int | None:
        if value is None:
            return None
        scaled = value.scaleb(AMOUNT_PLACES)
        if abs(value) >= LARGEST_AMOUNT or scaled != scaled.to_integral_value():
            raise ValueError(f"not an amount the store can keep exactly: {value}")
        return int(scaled)

    def process_result_value(self, value: int | None, _dialect: Dialect) -> Decimal | None:
        if value is None:
            return None
        exact = Decimal(int(value)).scaleb(-AMOUNT_PLACES)
        return (
            exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact.normalize()
        )
