"""A deal and what surrounds it, as plain frozen values."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo


class Status(StrEnum):
    OPEN = "open"
    WON = "won"
    LOST = "lost"


class ActivityKind(StrEnum):
    CALL = "call"
    MEETING = "meeting"
    EMAIL = "email"
    DEMO = "demo"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount in one ISO 4217 currency."""

    value: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Account:
    id: int
    name: str
    owner_id: int | None


@dataclass(frozen=True, slots=True)
class Deal:
    """One possible sale. Times are aware UTC; dates are the owner's calendar days.

    `next_step_time` is the time of day that a next step is for, by its owner's clock in
    `owner_tz` (of a deal without an owner: the workspace's); `next_step_rule` says how it comes
    again (domain.recurring), None for once.
    `version` is what it stood at when read: a change against an older one is refused.
    """

    id: int
    name: str
    account_id: int | None
    account_name: str | None
    owner_id: int | None
    owner_name: str | None
    owner_slack_id: str | None
    stage_key: str
    status: Status
    amount: Decimal | None
    currency: str
    closes_on: date | None
    next_step: str | None
    next_step_due_on: date | None
    created_at: datetime
    stage_entered_at: datetime
    last_touch_at: datetime
    last_activity_at: datetime | None
    closed_at: datetime | None
    close_reason: str | None
    held_until: date | None
    hold_reason: str | None
    probability: int
    playbook_version: int
    external_id: str | None
    version: int
    closed_rate: str | None = None
    closed_base: str | None = None
    next_step_rule: str | None = None
    next_step_time: time | None = None
    owner_tz: str | None = None

    @property
    def next_step_at(self) -> datetime | None:
        """The moment of the next step; None where it has a day alone."""
        if self.next_step_due_on is None or self.next_step_time is None or self.owner_tz is None:
            return None
        zone = ZoneInfo(self.owner_tz)
        return datetime.combine(self.next_step_due_on, self.next_step_time, zone).astimezone(UTC)

    @property
    def is_open(self) -> bool:
        return self.status is Status.OPEN

    @property
    def money(self) -> Money | None:
        return None if self.amount is None else Money(self.amount, self.currency)

    @property
    def frozen(self) -> Money | None:
        """What a won deal was worth in the workspace's currency, at the rate of its day, to the
        cent; None where it is that currency's own, or no rate was known."""
        if self.amount is None or self.closed_rate in (None, "1") or self.closed_base is None:
            return None
        worth = (self.amount * Decimal(self.closed_rate)).quantize(Decimal("0.01"))
        return Money(worth, self.closed_base)


@dataclass(frozen=True, slots=True)
class Activity:
    """What happened. Where it was logged from a message, `said_by` is who wrote that (a Slack id,
    or a name), and `permalink` where it stands."""

    id: int
    deal_id: int | None
    account_id: int | None
    author_id: int
    author_name: str
    author_slack_id: str | None
    kind: str
    occurred_at: datetime
    logged_at: datetime
    note: str
    source: str
    said_by: str | None = None
    permalink: str | None = None


@dataclass(frozen=True, slots=True)
class StageChange:
    """One row of a deal's history; `from_stage` is None at its creation.

    `reason` says why a deal went back, `override_reason` why it went on without the criteria
    named in `overridden`.
    """

    id: int
    deal_id: int
    from_stage: str | None
    to_stage: str
    changed_by: str | None
    changed_at: datetime
    override_reason: str | None
    overridden: tuple[str, ...] = ()
    reason: str | None = None
    playbook_version: int = 1


def later(first: datetime | None, second: datetime) -> datetime:
    """The later of two moments: a last touch never moves backwards."""
    return second if first is None else max(first, second)


class OpenDeal(NamedTuple):
    """How an open deal stands: as much of it as its signals and questions are decided by."""

    id: int
    owner_id: int
    stage_key: str
    amount: Decimal | None
    currency: str
    probability: int
    closes_on: date | None
    next_step_due_on: date | None
    created_at: datetime
    stage_entered_at: datetime
    last_touch_at: datetime
    held_until: date | None

    @property
    def is_open(self) -> bool:
        return True
