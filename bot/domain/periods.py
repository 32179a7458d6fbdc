"""Spans of days and the months, weeks and quarters in them, as one workspace counts them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from bot.domain.adoption import monday_of

USUAL_MONTHS = 6
USUAL_WEEKS = 12


class Unit(StrEnum):
    MONTH = "month"
    WEEK = "week"
    QUARTER = "quarter"


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both in it, in the workspace's zone."""

    first: date
    last: date

    def moments(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """Its first moment, and the first one behind it, in UTC."""
        return (
            datetime.combine(self.first, time(), zone).astimezone(UTC),
            datetime.combine(self.last + timedelta(days=1), time(), zone).astimezone(UTC),
        )

    def split(self, unit: Unit) -> Iterator[tuple[str, "Period"]]:
        """Its calendar units in order, cut at its ends, each by its key: 2026-03, 2026-Q1, or
        the Monday of a week."""
        begin = _begin(self.first, unit)
        while begin <= self.last:
            following = begin + _LENGTH[unit]
            first, last = max(begin, self.first), min(following - timedelta(days=1), self.last)
            yield key_of(begin, unit), Period(first, last)
            begin = following


_LENGTH = {
    Unit.MONTH: relativedelta(months=1),
    Unit.WEEK: relativedelta(weeks=1),
    Unit.QUARTER: relativedelta(months=3),
}


def _begin(day: date, unit: Unit) -> date:
    match unit:
        case Unit.WEEK:
            return monday_of(day)
        case Unit.MONTH:
            return day.replace(day=1)
    return day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)


def key_of(day: date, unit: Unit) -> str:
    """The unit that a day lies in."""
    match unit:
        case Unit.WEEK:
            return monday_of(day).isoformat()
        case Unit.MONTH:
            return f"{day:%Y-%m}"
    return f"{day.year}-Q{(day.month - 1) // 3 + 1}"


def last_months(today: date, months: int = USUAL_MONTHS) -> Period:
    """So many calendar months, the one that `today` lies in as the last."""
    first = today.replace(day=1) - relativedelta(months=months - 1)
    return Period(first, today)


def last_weeks(today: date, weeks: int = USUAL_WEEKS) -> Period:
    """So many weeks that are over, and the one that `today` lies in."""
    return Period(monday_of(today) - timedelta(weeks=weeks), today)
