"""Spans of days and the months, weeks and quarters in them, as one workspace counts them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from bot.domain.adoption import monday_of

USUAL_MONTHS = 6
USUAL_WEEKS = 12
MEASURED_WEEKS = 4
"""Weeks told of at once where people are measured: fewer say little of a rhythm."""


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


_KEYS = {
    Unit.MONTH: re.compile(r"(?P<year>\d{4})-(?P<place>0[1-9]|1[0-2])"),
    Unit.QUARTER: re.compile(r"(?P<year>\d{4})-Q(?P<place>[1-4])"),
}


def parse_key(key: str, unit: Unit) -> Period | None:
    """The month or quarter of a key; None for anything else."""
    found = _KEYS[unit].fullmatch(key) if unit in _KEYS else None
    if found is None or int(found["year"]) < 1:
        return None
    months = 3 if unit is Unit.QUARTER else 1
    first = date(int(found["year"]), months * (int(found["place"]) - 1) + 1, 1)
    return Period(first, first + relativedelta(months=months) - timedelta(days=1))


def parse_monday(key: str) -> date | None:
    """The Monday that a week is called by; None for anything else."""
    try:
        day = date.fromisoformat(key)
    except ValueError:
        return None
    return day if day.weekday() == 0 and day.isoformat() == key else None


def last_months(today: date, months: int = USUAL_MONTHS) -> Period:
    """So many calendar months, the one that `today` lies in as the last."""
    first = today.replace(day=1) - relativedelta(months=months - 1)
    return Period(first, today)


def last_weeks(today: date, weeks: int = USUAL_WEEKS) -> Period:
    """So many weeks that are over, and the one that `today` lies in."""
    return Period(monday_of(today) - timedelta(weeks=weeks), today)


def weeks_to(last: date) -> Period:
    """The weeks that people are measured over, up to the Sunday that ends them."""
    return Period(last - timedelta(days=7 * MEASURED_WEEKS - 1), last)


def offsets(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[tuple[datetime, int]]:
    """How far a zone's clocks are ahead of UTC, in seconds: at `first`, and from each moment up to
    `last` on at which they are put forward or back."""
    moment, ahead = first, _ahead(zone, first)
    yield moment, ahead
    while moment < last:
        following = min(moment + A_WHILE, last)
        if _ahead(zone, following) != ahead:
            following = _turn(zone, moment, following)
            ahead = _ahead(zone, following)
            yield following, ahead
        moment = following


A_WHILE = timedelta(days=14)
"""Clocks are not put forward and back again within it."""


def _turn(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The first whole second behind `before` with the offset that holds at `after`."""
    low, high = int(before.timestamp()), int(after.timestamp())
    while high - low > 1:
        middle = (low + high) // 2
        same = _ahead(zone, datetime.fromtimestamp(middle, UTC)) == _ahead(zone, after)
        low, high = (low, middle) if same else (middle, high)
    return datetime.fromtimestamp(high, UTC)


def _ahead(zone: ZoneInfo, moment: datetime) -> int:
    offset = moment.astimezone(zone).utcoffset() or timedelta()
    return int(offset.total_seconds())
