"""Days reckoned from a day: weeks that begin on Monday, months, quarters and years."""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from dateutil.relativedelta import relativedelta

FRIDAY, SATURDAY = 4, 5
LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class Asked:
    """How a day is to be read: from which day on, backwards or ahead, 12/5 in which order."""

    today: date
    past: bool = False
    day_first: bool = False


class Unit(Enum):
    DAY = "day"
    WORKING_DAY = "working day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Part(Enum):
    """Which day of a span is meant."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


def any_of(shapes: Iterable[str]) -> re.Pattern[str]:
    """What any of the shapes fits, told in one go: nearly all words that are tried are no date."""
    apart = (
        re.sub(r"\(\?P([<=])(\w+)", rf"(?P\g<1>\g<2>_{place}", shape)
        for place, shape in enumerate(shapes)
    )
    return re.compile("|".join(f"(?:{shape})" for shape in apart))


def shifted(day: date, count: int, unit: Unit) -> date:
    """The day `count` units later (earlier when negative); 31 January + 1 month is 28 February."""
    match unit:
        case Unit.DAY:
            return day + timedelta(days=count)
        case Unit.WORKING_DAY:
            return _working_days_on(day, count)
        case Unit.WEEK:
            return day + timedelta(weeks=count)
        case Unit.MONTH:
            return day + relativedelta(months=count)
        case Unit.QUARTER:
            return day + relativedelta(months=3 * count)
        case Unit.YEAR:
            return day + relativedelta(years=count)


def _working_days_on(day: date, count: int) -> date:
    """Monday to Friday counted; a start on a weekend counts from the working day beside it."""
    forwards = count >= 0
    if day.weekday() > FRIDAY:
        day += timedelta(days=FRIDAY - day.weekday() if forwards else 7 - day.weekday())
    weeks, rest = divmod(abs(count), 5)
    over = day.weekday() + rest > FRIDAY if forwards else day.weekday() - rest < 0
    days = 7 * weeks + rest + (2 if over else 0)
    return day + timedelta(days=days if forwards else -days)


def weekday_of(day: date, weekday: int, weeks: int = 0) -> date:
    """That weekday of the day's own week, or of the week so many weeks later."""
    return day + timedelta(days=weekday - day.weekday(), weeks=weeks)


def nearest_weekday(asked: Asked, weekday: int) -> date:
    """A bare weekday: the next one after today; looking back, the latest up to today."""
    today = asked.today
    if asked.past:
        return today - timedelta(days=(today.weekday() - weekday) % 7)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def this_weekday(asked: Asked, weekday: int) -> date:
    """That day of this week; when it has gone by and a coming day is wanted, of the next."""
    day = weekday_of(asked.today, weekday)
    return day if asked.past or day >= asked.today else day + timedelta(weeks=1)


def month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def span_of(day: date, unit: Unit) -> tuple[date, date, date]:
    """The start, middle and end of the week, month, quarter or year that holds the day.

    The end of a week is its Friday: what is promised by then is for people at work.
    """
    match unit:
        case Unit.WEEK:
            monday = weekday_of(day, 0)
            return monday, monday + timedelta(days=2), monday + timedelta(days=FRIDAY)
        case Unit.MONTH:
            return day.replace(day=1), day.replace(day=15), month_end(day)
        case Unit.QUARTER:
            first = day.replace(month=day.month - (day.month - 1) % 3, day=1)
            middle = shifted(first, 1, Unit.MONTH)
            return first, middle.replace(day=15), month_end(shifted(first, 2, Unit.MONTH))
        case Unit.YEAR:
            return date(day.year, 1, 1), date(day.year, 6, 30), date(day.year, 12, 31)
        case _:
            return day, day, day


def part_of(day: date, unit: Unit, part: Part) -> date:
    start, middle, end = span_of(day, unit)
    return {Part.START: start, Part.MIDDLE: middle, Part.END: end}[part]


def coming_end(asked: Asked, unit: Unit) -> date:
    """The end of this week, month… or of the next one when it has gone by (on a weekend)."""
    end = part_of(asked.today, unit, Part.END)
    if end < asked.today and not asked.past:
        return part_of(shifted(asked.today, 1, unit), unit, Part.END)
    return end


def full_year(year: int) -> int:
    return year + 2000 if year < 100 else year


def in_year(asked: Asked, month: int, day: int, year: int | None = None) -> date:
    """A day of a month; without a year the coming one from today on, or the latest up to today.

    Raises ValueError for a day that does not exist.
    """
    if year is not None:
        return date(full_year(year), month, day)
    step = -1 if asked.past else 1
    for years in range(9):  # 29 February may be eight years away
        try:
            found = date(asked.today.year + step * years, month, day)
        except ValueError:
            continue
        if (found <= asked.today) if asked.past else (found >= asked.today):
            return found
    raise ValueError("no such day")


def in_month(asked: Asked, day: int) -> date:
    """ "The 5th": of this month, or of the nearest one that has it and lies in the asked way."""
    first = asked.today.replace(day=1)
    for months in range(3):  # of two months that follow each other one has 31 days
        month = shifted(first, -months if asked.past else months, Unit.MONTH)
        if day > month_end(month).day:
            continue
        found = month.replace(day=day)
        if (found <= asked.today) if asked.past else (found >= asked.today):
            return found
    raise ValueError("no such day")


def named_span(asked: Asked, unit: Unit, number: int, part: Part | None, year: int | None) -> date:
    """The December or the Q1 that is meant, and the day of it: the last unless said otherwise.

    Looking back it is the latest that has begun, and its first day unless said otherwise.
    """
    months = 1 if unit is Unit.MONTH else 3
    first_month = (number - 1) * months + 1
    wanted = part or (Part.START if asked.past else Part.END)
    first = date(full_year(year) if year is not None else asked.today.year, first_month, 1)
    if year is None and asked.past and first > asked.today:
        first = first.replace(year=first.year - 1)
    if year is None and not asked.past and part_of(first, unit, wanted) < asked.today:
        first = first.replace(year=first.year + 1)
    return part_of(first, unit, wanted)
