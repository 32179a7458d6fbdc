"""Which time a report is asked of: the last so many months, last week, 작년, Q3, 2025년 10월."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.domain.adoption import monday_of
from bot.domain.periods import Period, Unit, key_of, last_months

_COUNTED = re.compile(
    r"\b(?:last|past)\s+(?P<count>\d{1,3})\s+(?P<unit>day|week|month|quarter|year)s?\b"
    r"|(?:최근|지난)\s*(?P<korean_count>\d{1,3})\s*(?P<korean_unit>일|주|개월|달|분기|년)"
    r"(?:간|동안)?",
    re.IGNORECASE,
)
_END = r"(?:의|에|간|동안)?(?![가-힣])"
"""Behind a Korean word of time: what may cling to it, and nothing else."""

_ONE = re.compile(
    r"\b(?P<which>last|past|previous|this|current)\s+(?P<unit>week|month|quarter|year)s?\b"
    rf"|(?P<korean_which>지난|저번|이번)\s*(?P<korean_unit>주|달|월|분기|해|년){_END}"
    r"|\b(?P<day>today|yesterday)\b"
    rf"|(?<![가-힣])(?P<word>작년|전년|올해|금년|전월|당월|금월|전주|금주|전분기|어제|오늘){_END}",
    re.IGNORECASE,
)
_UNITS = {
    "일": "day",
    "주": "week",
    "개월": "month",
    "달": "month",
    "월": "month",
    "분기": "quarter",
    "년": "year",
    "해": "year",
}
_WORDS = {
    "작년": (1, "year"),
    "전년": (1, "year"),
    "올해": (0, "year"),
    "금년": (0, "year"),
    "전월": (1, "month"),
    "당월": (0, "month"),
    "금월": (0, "month"),
    "전주": (1, "week"),
    "금주": (0, "week"),
    "전분기": (1, "quarter"),
    "어제": (1, "day"),
    "yesterday": (1, "day"),
    "오늘": (0, "day"),
    "today": (0, "day"),
}
"""How many units ago, and which."""

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_MONTH = rf"(?P<month>{'|'.join(f'{name}|{name[:3]}' for name in _MONTHS)}|sept)\b\.?"
_YEAR = r"(?P<{name}>20\d\d|last year|this year|작년|지난해|올해)(?:\s*년)?"
_BEFORE, _BEHIND = _YEAR.format(name="before"), _YEAR.format(name="behind")
_NAMED = re.compile(
    rf"(?:\b{_BEFORE}[\s-]*)?(?:\bq(?P<quarter>[1-4])\b|\b{_MONTH}"
    rf"|(?<!\d)(?P<korean_quarter>[1-4])\s*분기{_END}"
    rf"|(?<!\d)(?P<korean_month>1[0-2]|0?[1-9])\s*월{_END})(?:,?\s*{_BEHIND}(?!\d))?"
    r"|\b(?P<iso>20\d\d-(?:0[1-9]|1[0-2]))(?![\d-])"
    rf"|(?<![\d-])(?P<year>20\d\d)(?:\s*년{_END}|(?![\d\w가-힣-]))",
    re.IGNORECASE,
)
_DAY = r"20\d\d-\d\d-\d\d"
_BETWEEN = re.compile(
    rf"(?:\b(?P<since>from|since|between)\s+)?(?<!\d)(?P<first>{_DAY})(?!\d)"
    rf"(?:\s*(?:부터|에서|to\b|until\b|till\b|through\b|and\b|[-–—~])\s*(?P<last>{_DAY})(?!\d)"
    r"(?:\s*까지)?|(?P<open>\s*(?:부터|이후)))?",
    re.IGNORECASE,
)


def take_span(line: str, today: date) -> tuple[Period | None, str]:
    """The span of time in a line, and the line without it; None where it names none.

    A count has the running unit among it (`last 6 months`); `last month` is the one before, whole.
    What is named without a year is the newest that has begun.
    """
    for pattern, read in _READERS:
        if found := pattern.search(line):
            period = read(found, today)
            if period is not None:
                return period, f"{line[: found.start()]} {line[found.end() :]}"
    return None, line


def take_coming(line: str, today: date) -> tuple[str | None, str]:
    """The key of a month or quarter that a line names, and the line without it. What is named
    without a year is the next that is not over."""
    found = next((one for one in _NAMED.finditer(line) if not one["year"]), None)
    if found is None:
        return None, line
    unit, first = _month_or_quarter(found, today)
    if _whole(first, unit).last < today and not _has_year(found):
        first += relativedelta(years=1)
    return key_of(first, unit), f"{line[: found.start()]} {line[found.end() :]}"


def _between(found: re.Match[str], today: date) -> Period | None:
    """From day to day, or from a day up to today; None for days that there are not, one alone, or
    an end before its beginning."""
    try:
        first = date.fromisoformat(found["first"])
        last = date.fromisoformat(found["last"]) if found["last"] else today
    except ValueError:
        return None
    is_span = found["last"] or found["since"] or found["open"]
    return _cut(Period(first, last), today) if is_span and first <= last else None


def _counted(found: re.Match[str], today: date) -> Period:
    count = max(int(found["count"] or found["korean_count"]), 1)
    unit = _UNITS.get(found["korean_unit"] or "", (found["unit"] or "").casefold())
    return Period(_first(today, unit, count - 1), today)


def _one(found: re.Match[str], today: date) -> Period:
    if word := found["word"] or found["day"]:
        ago, unit = _WORDS[word.casefold()]
    else:
        which = (found["which"] or found["korean_which"]).casefold()
        ago = 0 if which in ("this", "current", "이번") else 1
        unit = _UNITS.get(found["korean_unit"] or "", (found["unit"] or "").casefold())
    first = _first(today, unit, ago)
    last = _first(today, unit, ago - 1) - timedelta(days=1) if ago else today
    return Period(first, last)


def _first(today: date, unit: str, ago: int) -> date:
    """The first day of the unit that lay so many before the running one."""
    if unit == "day":
        return today - timedelta(days=ago)
    if unit == "week":
        return monday_of(today) - timedelta(weeks=ago)
    if unit == "month":
        return last_months(today, ago + 1).first
    if unit == "quarter":
        return last_months(today, 3 * ago + (today.month - 1) % 3 + 1).first
    return today.replace(month=1, day=1) - relativedelta(years=ago)


def _named(found: re.Match[str], today: date) -> Period | None:
    if year := found["year"]:
        first = date(int(year), 1, 1)
        return _cut(Period(first, first.replace(month=12, day=31)), today)
    unit, first = _month_or_quarter(found, today)
    if first > today and not _has_year(found):
        first -= relativedelta(years=1)
    return _cut(_whole(first, unit), today)


def _month_or_quarter(found: re.Match[str], today: date) -> tuple[Unit, date]:
    """Which it is, and its first day; this year's where it has none."""
    if iso := found["iso"]:
        return Unit.MONTH, date.fromisoformat(f"{iso}-01")
    unit = Unit.QUARTER if found["quarter"] or found["korean_quarter"] else Unit.MONTH
    return unit, date(_year(found, today), _first_month(found), 1)


def _has_year(found: re.Match[str]) -> bool:
    return bool(found["iso"] or found["before"] or found["behind"])


def _first_month(found: re.Match[str]) -> int:
    if quarter := found["quarter"] or found["korean_quarter"]:
        return 3 * int(quarter) - 2
    if korean := found["korean_month"]:
        return int(korean)
    return next(
        place
        for place, name in enumerate(_MONTHS, 1)
        if name.startswith(found["month"][:3].lower())
    )


def _year(found: re.Match[str], today: date) -> int:
    said = (found["before"] or found["behind"] or "").casefold()
    if said.isdigit():
        return int(said)
    return today.year - 1 if said in ("last year", "작년", "지난해") else today.year


def _whole(first: date, unit: Unit) -> Period:
    months = 3 if unit is Unit.QUARTER else 1
    return Period(first, first + relativedelta(months=months, days=-1))


def _cut(period: Period, today: date) -> Period:
    """Up to today where it runs; what is all to come stays whole."""
    return Period(period.first, min(period.last, today)) if period.first <= today else period


_Reader = Callable[[re.Match[str], date], Period | None]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_BETWEEN, _between),
    (_COUNTED, _counted),
    (_NAMED, _named),
    (_ONE, _one),
)
