"""Dates the way a whole column writes them: 03/04/2026 means what its neighbours say it means."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum

from dateutil import parser

from bot.domain.parsing_dates import read_date

SENTINELS = frozenset({"9999-12-31", "1900-01-01", "0000-00-00", "1970-01-01", "2999-12-31"})
"""Dates that stand for none in real exports."""

EARLIEST, LATEST = 1971, 2200
"""Years outside these are no deal's: they stand for none, too."""

_NUMERIC = re.compile(
    r"^\s*(?P<first>\d{1,2})\s*(?P<sign>[./-])\s*(?P<second>\d{1,2})\s*[./-]\s*"
    r"(?P<year>\d{4}|\d{2})(?:[ T,].*)?$"
)
_UNLIKE = (datetime(2000, 1, 1), datetime(2001, 2, 2))  # noqa: DTZ001 - only their days are used
"""Where these make a difference, the text is no whole date, and dateutil fills in the rest."""
_COMPACT = re.compile(r"^\s*(\d{4})(\d{2})(\d{2})\s*$")
_STAMPED = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)", re.IGNORECASE)
_COUNTED = re.compile(r"[2-7]\d{4}(?:\.\d+)?")
_DAY_NOUGHT = date(1899, 12, 30)
"""From where spreadsheets count their days; a cell that is not dressed as a date shows the count.
"""


class DateOrder(StrEnum):
    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


@dataclass(frozen=True, slots=True)
class Order:
    """How a column's dates are to be read; `is_sure` says whether the column itself proves it."""

    order: DateOrder
    is_sure: bool
    example: str = ""


@dataclass(slots=True)
class Ballot:
    """Cell by cell, what a column says about its order: 30/04 proves day first, 04/30 month first,
    and dots between numbers are written day first wherever they are written."""

    day_first: int = 0
    month_first: int = 0
    example: str = ""

    def hear(self, texts: Iterable[str]) -> None:
        for text in texts:
            found = _NUMERIC.match(text)
            if found is None:
                continue
            first, second = int(found["first"]), int(found["second"])
            if first > 12 or (found["sign"] == "." and second <= 12):
                self.day_first += 1
            elif second > 12:
                self.month_first += 1
            elif first != second:
                self.example = self.example or text.strip()

    def decide(self, given: DateOrder | None, beside: Iterable["Ballot"] = ()) -> Order:
        """As given, else as most cells prove; where none does, as the columns beside it do, written
        by the same hand; with nothing to go by, month first and unsure."""
        if given is not None:
            return Order(given, True)
        heard = [self] if self.day_first or self.month_first else list(beside)
        day_first = sum(one.day_first for one in heard)
        month_first = sum(one.month_first for one in heard)
        if day_first > month_first:
            return Order(DateOrder.DAY_FIRST, True)
        proven = month_first > 0 or not self.example
        return Order(DateOrder.MONTH_FIRST, proven, self.example)


def read_day(text: str, order: DateOrder, today: date, zone: tzinfo = UTC) -> date | None:
    """The day that a cell names, None where it names none; a moment that says from where it is
    counted is on the day that it was in `zone`. Raises ValueError for no date."""
    bare = text.strip()
    if not bare or bare[:10] in SENTINELS:
        return None
    found = (
        _stamped(bare, zone)
        or _iso(bare)
        or _numeric(bare, order)
        or _counted(bare)
        or _spoken(bare, today)
    )
    if found is None:
        raise ValueError(bare)
    return found if EARLIEST <= found.year <= LATEST else None


def _stamped(text: str, zone: tzinfo) -> date | None:
    if not _STAMPED.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text).astimezone(zone).date()
    except (ValueError, OverflowError):
        return None


def _counted(text: str) -> date | None:
    if not _COUNTED.fullmatch(text):
        return None
    return _DAY_NOUGHT + timedelta(days=int(float(text)))


def _iso(text: str) -> date | None:
    if compact := _COMPACT.match(text):
        text = "-".join(compact.groups())
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _numeric(text: str, order: DateOrder) -> date | None:
    found = _NUMERIC.match(text)
    if found is None:
        return None
    first, second = int(found["first"]), int(found["second"])
    year = int(found["year"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
    if month > 12 and day <= 12:
        day, month = month, day
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _spoken(text: str, today: date) -> date | None:
    """Dates in words, as people type them, and whatever dateutil knows ("30-Apr-26")."""
    found = read_date(text, today, past=True)
    if found is not None:
        return found
    try:
        read = {parser.parse(text, default=day, fuzzy=False).date() for day in _UNLIKE}
    except (ValueError, OverflowError):
        return None
    return read.pop() if len(read) == 1 else None
