"""When a next step is due: the day and the time of day in its words."""

from dataclasses import dataclass
from datetime import date, time

from bot.domain.parsing_dates import find_date, take_leading_date, take_trailing_date
from bot.domain.parsing_times import take_clock


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be done, and by when; `at` is by the clock of whoever typed it. A time without a
    day is today's or tomorrow's (domain.timing)."""

    words: str
    day: date | None
    at: time | None


def take_due(step: str, today: date) -> Due:
    """The day at the end of the words, else at their beginning, else inside them where it is said
    with a preposition or 까지, or beside a time of day; then, and where there is nothing but the
    date, the words stay."""
    for take, leads in ((take_trailing_date, False), (take_leading_date, True)):
        words, day = take(step, today)
        if day is not None:
            rest, at = take_clock(words, leads=leads)
            return Due(rest or words or step, day, at) if rest or not at else Due(step, day, at)
    found = find_date(step, today)
    if found is not None and (at := take_clock(found.clock)[1]) is not None:
        return Due(step, found.day, at)
    rest, at = take_clock(step)
    if at is not None:
        return Due(rest or step, found.day if found else None, at)
    return Due(step, found.day if found and found.marked else None, None)
