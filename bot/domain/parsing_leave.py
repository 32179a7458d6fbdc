"""Days off as people write them: a day or a span a line, in English and Korean."""

import re
from datetime import date

from bot.domain.parsing_dates import read_date
from bot.domain.refusal import Refusal
from bot.domain.working_days import DaysOff, merged

_BETWEEN = re.compile(r"\s+(?:-|to|until|till|through)\s+|\s*(?:–|—|~|〜|부터)\s*", re.IGNORECASE)
_LINES = re.compile(r"[\n;]+")


def read_days_off(text: str, today: date) -> tuple[DaysOff, ...]:
    """`dec 24 - jan 2`, `12월 24일부터 31일까지`, `2026-12-24 ~ 2026-12-31`, or one day a line.

    Where the end would lie before the beginning, it is the first such day after it. Raises
    Refusal for a line that is no day, or ends before it begins.
    """
    lines = (line.strip(" ,.") for line in _LINES.split(text))
    return merged(_leave(line, today) for line in lines if line)


def _leave(line: str, today: date) -> DaysOff:
    alone = read_date(line, today)
    if alone is not None:
        return DaysOff(alone, alone)
    for place in _BETWEEN.finditer(line):
        first = read_date(line[: place.start()], today)
        last = None if first is None else _end(line[place.end() :], first, today)
        if first is not None and last is not None:
            if last < first:
                raise Refusal("settings-leave-backwards", typed=line, field="days_off")
            return DaysOff(first, last)
    raise Refusal("settings-leave-unreadable", typed=line, field="days_off")


def _end(text: str, first: date, today: date) -> date | None:
    last = read_date(text, today)
    return read_date(text, first) if last is None or last < first else last
