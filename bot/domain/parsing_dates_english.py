"""Days as English speakers type them: tmr, next tue, end of month, Dec 5th, in two weeks."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from bot.domain.parsing_calendar import (
    FRIDAY,
    LONGEST_MONTH,
    SATURDAY,
    Asked,
    Part,
    Unit,
    any_of,
    coming_end,
    in_month,
    in_year,
    named_span,
    nearest_weekday,
    part_of,
    shifted,
    this_weekday,
    weekday_of,
)

_DAYS = {
    "today": 0, "tod": 0, "tonight": 0, "eod": 0, "cob": 0, "end of day": 0, "end of today": 0,
    "tomorrow": 1, "tmr": 1, "tmrw": 1, "tmw": 1, "tomorow": 1, "tommorow": 1, "tommorrow": 1,
    "day after tomorrow": 2, "day after tmr": 2, "overmorrow": 2,
    "yesterday": -1, "yday": -1, "yest": -1, "yesterday's": -1, "today's": 0, "tomorrow's": 1,
    "last night": -1,
    "day before yesterday": -2,
}  # fmt: skip
_ENDS = {"eow": Unit.WEEK, "eom": Unit.MONTH, "eoq": Unit.QUARTER, "eoy": Unit.YEAR}
_ENDS |= {f"{unit}{gap}end": Unit(unit) for unit in ("month", "quarter", "year") for gap in " -"}
_WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed weds",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for word in words.split()
}
_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for word in words.split()
}
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "a couple of": 2, "couple of": 2, "three": 3, "a few": 3,
    "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12,
}  # fmt: skip
_UNITS = {
    "d": Unit.DAY, "day": Unit.DAY, "w": Unit.WEEK, "wk": Unit.WEEK, "week": Unit.WEEK,
    "mo": Unit.MONTH, "month": Unit.MONTH, "q": Unit.QUARTER, "qtr": Unit.QUARTER,
    "quarter": Unit.QUARTER,
    "y": Unit.YEAR, "yr": Unit.YEAR, "year": Unit.YEAR, "fortnight": Unit.WEEK,
    "business day": Unit.WORKING_DAY, "working day": Unit.WORKING_DAY,
    "work day": Unit.WORKING_DAY, "workday": Unit.WORKING_DAY,
}  # fmt: skip
_PARTS = {
    "end": Part.END, "late": Part.END, "later": Part.END,
    "start": Part.START, "beginning": Part.START, "early": Part.START,
    "mid": Part.MIDDLE, "middle": Part.MIDDLE,
}  # fmt: skip
_STEPS = {"this": 0, "current": 0, "next": 1, "coming": 1, "last": -1, "previous": -1, "past": -1}


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_WD, _MON = _any(_WEEKDAYS), _any(_MONTHS)
_YEAR = r"(?:,?\s*'?(?P<year>(?:19|20)\d{2}|(?<=')\d{2}))?"
_TH = r"(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th|\.(?=\s))?"
_OPTIONAL_WD = rf"(?:(?:{_WD})\.?,?\s+(?:the\s+)?)?"
_COUNT = rf"(?P<count>\d{{1,4}}|{_any(_NUMBERS)})"
_UNIT = rf"(?P<unit>{_any(_UNITS)})s?"
_M, _D = r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})"
_FIRST, _SECOND = r"(?P<first>\d{1,2})", r"(?P<second>\d{1,2})"
_FROM = r"(?:from|after)\s+(?P<start>\S.*)"

WEEKDAYS = tuple(_WEEKDAYS)
NAMES = (*_WEEKDAYS, *_MONTHS)
HINTS = (*_DAYS, *_ENDS, *NAMES, "day", "week", "month", "quarter", "year", "fortnight")
"""Of these (or a digit) every English date holds at least one."""

BARE = re.compile(
    rf"sun|sat|(?:{_MON})\.?|q[1-4]|{_COUNT}\s?{_UNIT}|\d{{1,2}}(?:st|nd|rd|th)|week|weekend|tod"
)
"""Words that are days only where a preposition says so: "by may", but "send to May"."""


def _weekday(found: re.Match[str], asked: Asked) -> date:
    """ "friday" on a Friday is the one in a week; "next friday" the Friday of next week."""
    weekday = _WEEKDAYS[found["weekday"]]
    which = found["which"]
    if which == "next":
        return weekday_of(asked.today, weekday, weeks=1)
    if which in ("last", "past", "previous"):
        yesterday = Asked(shifted(asked.today, -1, Unit.DAY), past=True)
        return nearest_weekday(yesterday, weekday)
    if which == "this":
        return this_weekday(asked, weekday)
    return nearest_weekday(Asked(asked.today, past=asked.past and which is None), weekday)


def _weekday_in_week(found: re.Match[str], asked: Asked) -> date:
    step = _STEPS[found["which"]]
    return weekday_of(asked.today, _WEEKDAYS[found["weekday"]], weeks=step)


def _span(found: re.Match[str], asked: Asked) -> date | None:
    """A part of a week, month, quarter or year. "Next month" alone is its first day, as "next
    week" is its Monday; "this month" alone is what is left of it, so its end."""
    part = _PARTS.get(found["part"] or "")
    which = found["which"]
    if part is None and which is None:
        return None
    unit = _UNITS[found["span"]]
    step = _STEPS.get(which or "this", 0)
    if step == 0 and part in (None, Part.END):
        return coming_end(asked, unit)
    return part_of(shifted(asked.today, step, unit), unit, part or Part.START)


def _named_span(found: re.Match[str], asked: Asked) -> date:
    year = int(found["year"]) if found["year"] else None
    part = _PARTS.get(found["part"] or "")
    if found["quarter"]:
        return named_span(asked, Unit.QUARTER, int(found["quarter"]), part, year)
    return named_span(asked, Unit.MONTH, _MONTHS[found["month"]], part, year)


def _weekend(found: re.Match[str], asked: Asked) -> date:
    step = _STEPS[found["which"] or "this"]
    if step == 0 and not asked.past:
        return asked.today if asked.today.weekday() > FRIDAY else this_weekday(asked, SATURDAY)
    return weekday_of(asked.today, SATURDAY, weeks=step)


def _count(found: re.Match[str]) -> tuple[int, Unit]:
    number = found["count"]
    count = int(number) if number.isdecimal() else _NUMBERS[number]
    return (2 * count if found["unit"] == "fortnight" else count), _UNITS[found["unit"]]


def _ahead(found: re.Match[str], asked: Asked) -> date:
    return shifted(asked.today, *_count(found))


def _ago(found: re.Match[str], asked: Asked) -> date:
    count, unit = _count(found)
    return shifted(asked.today, -count, unit)


def _from_a_day(found: re.Match[str], asked: Asked) -> date | None:
    start = asked.today if found["start"] in ("now", "today") else read(found["start"], asked)
    return None if start is None else shifted(start, *_count(found))


def _month_and_day(found: re.Match[str], asked: Asked) -> date:
    year = int(found["year"]) if found["year"] else None
    return in_year(asked, _MONTHS[found["month"]], int(found["day"]), year)


def _iso(found: re.Match[str], _asked: Asked) -> date:
    return date(int(found["year"]), int(found["month"]), int(found["day"]))


def _slashed(found: re.Match[str], asked: Asked) -> date | None:
    """12/5 is 5 December, or 12 May with `day_first`; what can only be the other way round is
    read so (25/12), but "24/7" is no date."""
    first, second = int(found["first"]), int(found["second"])
    if (first, second) == (24, 7) and not found["year"]:
        return None
    month, day = (second, first) if asked.day_first else (first, second)
    if month > 12:
        month, day = day, month
    if not found["year"] and (month > 12 or day > LONGEST_MONTH):
        return None  # 50/50, 16/40: how it is shared out
    return in_year(asked, month, day, int(found["year"]) if found["year"] else None)


def _day_of_month(found: re.Match[str], asked: Asked) -> date | None:
    day = int(found["day"])
    if day > LONGEST_MONTH:
        return None
    if found["which"] is None:
        return in_month(asked, day)
    month = shifted(asked.today.replace(day=1), _STEPS[found["which"]], Unit.MONTH)
    return month.replace(day=day)


_WHICH = r"(?P<which>this|next|last)"
_PART = rf"(?:(?P<part>{_any(_PARTS)})(?:\s+of)?[\s-]+)?(?:the\s+)?"

_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Asked], date | None]], ...] = tuple(
    (re.compile(shape), read_shape)
    for shape, read_shape in (
        (rf"(?:(?P<which>{_any(_STEPS)}|this coming)\s+)?(?P<weekday>{_WD})(?:\.|'s)?", _weekday),
        (rf"(?P<weekday>{_WD})\.?,?\s+(?:of\s+)?{_WHICH}\s+week", _weekday_in_week),
        (rf"{_WHICH}\s+week,?\s+(?:on\s+)?(?P<weekday>{_WD})\.?", _weekday_in_week),
        (rf"(?:{_WHICH}\s+)?weekend", _weekend),
        (
            rf"{_PART}(?:(?P<which>{_any(_STEPS)})\s+)?(?P<span>week|wk|month|quarter|qtr|year)",
            _span,
        ),
        (rf"{_PART}(?:(?P<month>{_MON})\.?|q(?P<quarter>[1-4])){_YEAR}", _named_span),
        (rf"(?:in|within)\s+{_COUNT}\s*{_UNIT}(?:'?\s+time)?", _ahead),
        (rf"{_COUNT}\s*{_UNIT}\s+(?:from\s+(?:now|today)|later|out|ahead)", _ahead),
        (rf"{_COUNT}\s*{_UNIT}\s+(?:ago|back|earlier)", _ago),
        (rf"{_COUNT}\s*{_UNIT}\s+{_FROM}", _from_a_day),
        (rf"{_COUNT}\s?{_UNIT}", _ahead),
        (rf"{_OPTIONAL_WD}(?P<month>{_MON})\.?\s*{_TH}{_YEAR}", _month_and_day),
        (rf"{_OPTIONAL_WD}{_TH}[\s-]*(?:of\s+)?(?P<month>{_MON})\.?-?{_YEAR}", _month_and_day),
        (rf"{_OPTIONAL_WD}(?P<year>\d{{4}})(?P<mark>[-/.]){_M}(?P=mark){_D}\.?", _iso),
        (rf"{_D}\.{_M}\.(?P<year>\d{{4}})", _iso),
        (rf"{_OPTIONAL_WD}{_FIRST}/{_SECOND}(?:/(?P<year>\d{{4}}|\d{{2}}))?", _slashed),
        (rf"{_FIRST}-{_SECOND}-(?P<year>\d{{4}})", _slashed),
        (
            rf"{_OPTIONAL_WD}(?:the\s+)?{_D}(?:st|nd|rd|th)(?:\s+of\s+{_WHICH}\s+month)?",
            _day_of_month,
        ),
    )
)
_ANY_SHAPE = any_of(shape.pattern for shape, _ in _SHAPES)


def read(words: str, asked: Asked) -> date | None:
    """The day that these lower-case words are, as a whole. Raises ValueError for 31 February."""
    words = words.removeprefix("the ")
    if words in _DAYS:
        return shifted(asked.today, _DAYS[words], Unit.DAY)
    if words in _WEEKDAYS:
        return nearest_weekday(asked, _WEEKDAYS[words])
    if words in _ENDS:
        return coming_end(asked, _ENDS[words])
    if not _ANY_SHAPE.fullmatch(words):
        return None
    for shape, read_shape in _SHAPES:
        if (found := shape.fullmatch(words)) and (day := read_shape(found, asked)) is not None:
            return day
    return None
