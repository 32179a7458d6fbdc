"""How often an app may call: Slack's tiers per method, and one message a second per channel."""

import math
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from bot.sandbox.clock import SandboxClock

TIERS = {1: 1, 2: 20, 3: 50, 4: 100}
"""Calls a minute; a minute's worth may come at once."""

POSTS_AT_ONCE = 4
"""Slack takes a short burst of messages to a channel before it insists on one a second."""

POSTS_A_MINUTE = 300
"""In the whole workspace, all channels together: "several hundred" is all that Slack says."""


@dataclass(slots=True)
class Bucket:
    tokens: float
    at: datetime


class Rates:
    """Measured by the sandbox's clock: a week let run in a minute is a week's allowance.

    `exceeded` counts by key the calls that came too early.
    """

    def __init__(self, clock: SandboxClock, *, enforced: bool) -> None:
        self.enforced = enforced
        self._clock = clock
        self._buckets: dict[str, Bucket] = {}
        self.exceeded: Counter[str] = Counter()

    def seconds_to_wait(self, key: str, *, capacity: float, per_second: float) -> int:
        """0 where the call may go ahead, and is counted; else what Retry-After says."""
        if not self.enforced:
            return 0
        now = self._clock()
        bucket = self._buckets.setdefault(key, Bucket(capacity, now))
        passed = max(0.0, (now - bucket.at).total_seconds())
        bucket.tokens = min(capacity, bucket.tokens + passed * per_second)
        bucket.at = now
        if bucket.tokens >= 1:
            bucket.tokens -= 1
            return 0
        self.exceeded[key] += 1
        return max(1, math.ceil((1 - bucket.tokens) / per_second))

    def for_method(self, method: str, tier: int) -> int:
        most = TIERS[tier]
        return self.seconds_to_wait(method, capacity=most, per_second=most / 60)

    def for_post(self, channel: str) -> int:
        here = self.seconds_to_wait(f"post {channel}", capacity=POSTS_AT_ONCE, per_second=1)
        return here or self.seconds_to_wait(
            "posts", capacity=POSTS_A_MINUTE, per_second=POSTS_A_MINUTE / 60
        )

    def clear(self) -> None:
        self._buckets.clear()
