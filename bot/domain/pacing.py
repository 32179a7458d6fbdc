"""How often Slack is to be called, and how long to wait after trouble: rules, without a clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Pace:
    """One call every `gap`, of which `at_once` may come together after a rest.

    All that need be remembered is one moment, `spent`: until then the allowance is used up, were
    calls made one by one (the generic cell rate algorithm). In any stretch of time there are at
    most `at_once` calls more than the stretch holds gaps.
    """

    gap: timedelta
    at_once: int = 1

    def believed(self, spent: datetime, now: datetime) -> datetime:
        """What is remembered; but nothing of a clock that went far ahead, as when a job was run
        as if it were next year: no more than the whole allowance can have been spent by now."""
        return now if spent > now + 2 * self.gap * self.at_once else spent

    def free_at(self, spent: datetime) -> datetime:
        """When the next call may be made; any moment in the past means now."""
        return spent - self.gap * (self.at_once - 1)

    def room(self, spent: datetime, now: datetime) -> int:
        """How many calls may be made now."""
        return max(0, self.at_once + (now - max(spent, now)) // self.gap)

    def after(self, spent: datetime, now: datetime, calls: int) -> datetime:
        """What is to be remembered once so many calls were made now."""
        return max(spent, now) + self.gap * calls


MESSAGE = "chat.postMessage"
UPDATE = "chat.update"
OPEN = "conversations.open"
HISTORY = "conversations.history"
QUIET = "dnd.teamInfo"
PUBLISH = "views.publish"
PIN = "pins.add"
INVITE = "conversations.invite"

IN_A_CHANNEL = Pace(timedelta(seconds=1.1))
"""Slack takes one message a second in a channel; the tenth is for the ways of the network."""

OF_METHODS: Mapping[str, Pace] = MappingProxyType(
    {
        MESSAGE: Pace(timedelta(milliseconds=200), 20),
        UPDATE: Pace(timedelta(milliseconds=1500), 8),
        OPEN: Pace(timedelta(milliseconds=1500), 8),
        HISTORY: Pace(timedelta(milliseconds=1500), 8),
        QUIET: Pace(timedelta(seconds=4), 4),
        PUBLISH: Pace(timedelta(milliseconds=800), 10),
        PIN: Pace(timedelta(seconds=4), 4),
        INVITE: Pace(timedelta(milliseconds=1500), 8),
    }
)
"""For each workspace. Slack says "several hundred" messages a minute and we send 300; of the other
methods it takes 50 a minute (tier 3), of which ten are left to the answers that people wait for."""

LONGEST_WAIT_SECONDS = 300

LONGEST_HOLD = timedelta(hours=1)
"""However long Slack says that it wants to be left alone, it is asked again after this."""

SETTLES = timedelta(seconds=10)
"""After a call without an answer: Slack may still be at work on it, and is looked at later."""


def back_off(attempts: int, chance: float) -> timedelta:
    """Twice as long after every failure, give or take a quarter, so that replicas don't come back
    all at once. `chance` is a number from 0 up to 1."""
    # Two to the tenth is far beyond the longest wait; a larger power would overflow in the end.
    seconds = min(2.0 ** min(attempts, 10), LONGEST_WAIT_SECONDS) * (0.75 + chance / 2)
    return timedelta(seconds=seconds)
