"""Working days: which days somebody works, and how many lie between two of them.

A working day of somebody is a day of their working week (Monday to Friday unless set otherwise)
that is neither a public holiday of their country nor one of their days off. Everything that is
counted in working days (silence, back-off, rhythm) is counted here, in the owner's own calendar
days: a deal touched at 23:30 UTC on a Friday was touched on Saturday in Seoul.

Public holidays are those of the `holidays` package: the day on which a holiday is made up for
(대체공휴일) and the days of nationwide elections are among them where the law makes them free.
The country is the person's own choice, else the workspace's, else that of their time zone.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

import holidays
from babel.core import get_global
from holidays.registry import COUNTRIES

from bot.domain.refusal import Refusal

NO_COUNTRY = ""
"""Somebody to whom no public holidays apply."""

LONGEST_LEAVE = 366
MOST_LEAVES = 40
LOOK_AHEAD = 400
"""Days searched for the next working one; longer than the longest leave."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class DaysOff:
    """A leave, from its first day to its last, both included."""

    first: date
    last: date

    def days(self) -> Iterable[date]:
        return (self.first + _DAY * n for n in range((self.last - self.first).days + 1))


@dataclass(frozen=True, slots=True)
class Calendar:
    """One person's: ISO weekdays (1 Monday … 7 Sunday), country and days off."""

    week: frozenset[int]
    country: str = NO_COUNTRY
    days_off: tuple[DaysOff, ...] = ()

    def works_on(self, day: date) -> bool:
        if day.isoweekday() not in self.week or day in public_holidays(self.country, day.year):
            return False
        return not any(leave.first <= day <= leave.last for leave in self.days_off)

    def days_since(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end` (0 when `end` is not later).

        Monday to the Monday after counts 5 in a Monday-to-Friday week, as a person would count.
        """
        return _days_since(self, start, end)

    def days_in(self, first: date, last: date) -> int:
        """Working days from `first` to `last`, both included."""
        return self.days_since(first - _DAY, last)

    def first_from(self, day: date) -> date | None:
        """The first working day from `day` on; None for somebody who never works."""
        ahead = (day + _DAY * offset for offset in range(LOOK_AHEAD))
        return next((one for one in ahead if self.works_on(one)), None)

    def falls_on(self, day: date, today: date) -> bool:
        """Whether what is due on `day` is to be told on `today`: on that day, or, where nobody
        works then, on the first working day after it."""
        return day <= today and self.works_on(today) and self.days_since(day - _DAY, today) == 1

    def missed(self, start: date, end: date) -> int:
        """Days of the working week after `start` up to `end` on which nothing is worked."""
        free = sum(
            bisect_right(days, end) - bisect_right(days, start)
            for year in range(start.year, end.year + 1)
            if (days := _holidays_in_week(self.country, self.week, year))
        )
        if not self.days_off:
            return free
        off = {
            day
            for leave in self.days_off
            if leave.first <= end and leave.last > start
            for day in leave.days()
            if start < day <= end
        }
        return free + sum(
            day.isoweekday() in self.week and day not in public_holidays(self.country, day.year)
            for day in off
        )


@lru_cache(maxsize=65_536)
def _days_since(calendar: Calendar, start: date, end: date) -> int:
    """Remembered: a scan asks for few spans, of thousands of deals."""
    if end <= start:
        return 0
    weeks, rest = divmod((end - start).days, 7)
    tail = sum((end - _DAY * offset).isoweekday() in calendar.week for offset in range(rest))
    return weeks * len(calendar.week) + tail - calendar.missed(start, end)


@cache
def public_holidays(country: str, year: int) -> frozenset[date]:
    """The public holidays of a country ("KR", "DE") in a year; none for one nobody knows."""
    if country not in countries():
        return frozenset()
    return frozenset(holidays.country_holidays(country, years=year).keys())


@cache
def countries() -> frozenset[str]:
    """The countries whose public holidays are known, as two letters.

    From the register itself: `list_supported_countries` loads all 250 modules, half a second.
    """
    return frozenset(codes[1] for codes in COUNTRIES.values())


@cache
def country_of_zone(tz: str) -> str:
    """The country that a time zone lies in, as a first guess; none for UTC and its like."""
    country = str(get_global("zone_territories").get(tz, NO_COUNTRY))
    return country if country in countries() else NO_COUNTRY


@cache
def _holidays_in_week(country: str, week: frozenset[int], year: int) -> tuple[date, ...]:
    days = public_holidays(country, year)
    return tuple(sorted(day for day in days if day.isoweekday() in week and day.year == year))


def merged(leaves: Iterable[DaysOff]) -> tuple[DaysOff, ...]:
    """Leaves in order, those that overlap or touch made one. Refused where one is too long."""
    whole: list[DaysOff] = []
    for leave in sorted(leaves):
        if whole and leave.first <= whole[-1].last + _DAY:
            whole[-1] = DaysOff(whole[-1].first, max(whole[-1].last, leave.last))
        else:
            whole.append(leave)
    if any((leave.last - leave.first).days >= LONGEST_LEAVE for leave in whole):
        raise Refusal("settings-leave-too-long", days=LONGEST_LEAVE, field="days_off")
    if len(whole) > MOST_LEAVES:
        raise Refusal("settings-leaves-too-many", most=MOST_LEAVES, field="days_off")
    return tuple(whole)
