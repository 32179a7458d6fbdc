"""What people may choose for themselves: language, zone, hours, days off, and which messages."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from functools import cache
from zoneinfo import available_timezones

from babel.numbers import is_currency

from bot.domain.refusal import Refusal
from bot.domain.working_days import DaysOff

REMIND_BEFORE = 30
"""Minutes before the time of a next step, for whoever has chosen nothing."""


class Message(StrEnum):
    """Kinds of message that come unasked and can be turned off. A manager's list of deals, and
    what somebody writes by hand, can't be: they are how silence is told."""

    NUDGES = "nudges"
    FOLLOWUPS = "followups"
    DIGEST = "digest"


class Reminding(StrEnum):
    """Next steps of the day in one message, or each in its own."""

    DIGEST = "digest"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Ours:
    """What an admin settles for the workspace: whose holidays, the working week, the Slack channel
    where won deals are announced (None for nowhere), which signals nobody is asked about, whether
    some questions are held back for comparison, and by which zone and in which currency it counts
    (None: as it is)."""

    country: str | None
    week: frozenset[int]
    wins_channel: str | None = None
    quieted: frozenset[str] = frozenset()
    holds_back: bool = False
    tz: str | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """One person's own; of what is None, Slack's or the workspace's holds. A manager's
    `team_channel` is the Slack channel where the team's week is told, None for nowhere."""

    locale: str | None
    tz: str | None
    country: str | None
    workday_start: time
    workday_end: time
    working_days: frozenset[int]
    morning_at: time | None
    days_off: tuple[DaysOff, ...]
    muted: frozenset[Message]
    reminding: Reminding
    team_channel: str | None = None
    remind_before: int = REMIND_BEFORE


def require_sense(choices: Choices) -> None:
    """Refused where no message could ever come: hours that end before they begin, no working day,
    a morning hour outside the hours, a zone that nobody knows."""
    if choices.workday_end <= choices.workday_start:
        raise Refusal("settings-hours", field="ends")
    require_week(choices.working_days, field="week")
    morning = choices.morning_at
    if morning is not None and not choices.workday_start <= morning < choices.workday_end:
        raise Refusal("settings-morning", field="morning")
    if choices.tz is not None and choices.tz not in zones():
        raise Refusal("settings-zone-unknown", typed=choices.tz, field="zone")


def require_week(working_days: frozenset[int], *, field: str) -> None:
    if not working_days:
        raise Refusal("settings-week-empty", field=field)


def require_counting(ours: Ours) -> None:
    """Refused for a zone or a currency that nobody knows."""
    if ours.tz is not None and ours.tz not in zones():
        raise Refusal("settings-zone-unknown", typed=ours.tz, field="workspace_zone")
    if ours.currency is not None and not is_currency(ours.currency):
        raise Refusal("settings-currency-unknown", typed=ours.currency, field="workspace_currency")


@cache
def zones() -> tuple[str, ...]:
    """The time zones that are named for a place, in order."""
    known = available_timezones()
    areas = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe")
    named = {one for one in known if one.split("/")[0] in (*areas, "Indian", "Pacific")}
    return tuple(sorted({*named, "UTC"}))
