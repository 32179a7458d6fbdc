"""The one place that asks the machine what time it is; everything else is told."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Returns the present as an aware UTC moment."""

Sleep = Callable[[float], Awaitable[None]]
"""Lets so many of the clock's seconds pass (`asyncio.sleep`, where the clock is the machine's)."""


def system_clock() -> datetime:
    return datetime.now(UTC)  # the one reading of the machine's clock
