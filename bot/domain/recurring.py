"""Next steps that come again: how often, and on which day next."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum

from dateutil.rrule import rrulestr

from bot.domain.working_days import Calendar


class Recurrence(StrEnum):
    """How a next step can recur, as the rule of RFC 5545 that is kept with the deal."""

    WEEKLY = "FREQ=WEEKLY"
    FORTNIGHTLY = "FREQ=WEEKLY;INTERVAL=2"
    MONTHLY = "FREQ=MONTHLY"
    QUARTERLY = "FREQ=MONTHLY;INTERVAL=3"


def next_on(rule: str, due: date, today: date, calendar: Calendar) -> date:
    """The first day of the rule after both `today` and the day it was due, counted from that day;
    where nobody works then, the next working day.

    A month without the day (the 31st) is skipped by the standard; here its last day stands in.
    """
    begins = datetime.combine(due, time())
    after = datetime.combine(max(due, today), time())
    found = rrulestr(_lasting(rule, due), dtstart=begins).after(after)
    day = (after + timedelta(days=7) if found is None else found).date()
    return calendar.first_from(day) or day


def _lasting(rule: str, due: date) -> str:
    """The last fitting day of a month takes the place of one that it doesn't have."""
    if "FREQ=MONTHLY" not in rule or due.day < 29:
        return rule
    days = ",".join(str(day) for day in range(28, due.day + 1))
    return f"{rule};BYMONTHDAY={days};BYSETPOS=-1"
