"""The one place that asks the machine what time it is; everything else is told."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Returns the present as an aware UTC moment."""


def system_clock() -> datetime:
    return datetime.now(UTC)  # the one reading of the machine's clock
