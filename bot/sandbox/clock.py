"""The sandbox's clock: it runs with real time, and can be let run ahead in quarter hours."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

STEP = timedelta(minutes=15)

Hook = Callable[[datetime], Awaitable[None]]
"""Awaited at each step with the moment reached."""


class SandboxClock:
    """Called, it gives the present as an aware UTC moment (a `bot.clock.Clock`).

    `ticks` counts real seconds; a test may hand in its own. With `haste` it runs so many times as
    fast as they do, for a story in which the bot waits by `sleep`.
    """

    def __init__(
        self,
        start: datetime,
        ticks: Callable[[], float] = time.perf_counter,
        haste: float = 1,
    ) -> None:
        if start.tzinfo is None:
            raise ValueError("the clock shows aware moments alone")
        self._start = start.astimezone(UTC)
        self._ticks = ticks
        self._zero = ticks()
        self._haste = haste
        self._skipped = timedelta()
        self._hooks: list[Hook] = []
        self._watchers: list[Callable[[], None]] = []
        self._one_at_a_time = asyncio.Lock()
        self.moving = False

    def __call__(self) -> datetime:
        return self._start + timedelta(seconds=self.elapsed() * self._haste) + self._skipped

    async def sleep(self, seconds: float) -> None:
        """Lets so many of this clock's own seconds pass."""
        await asyncio.sleep(seconds / self._haste)

    def elapsed(self) -> float:
        """Real seconds since the start, which no advance lengthens and no haste: a trigger's three
        seconds are meant for the machine, not for the story."""
        return self._ticks() - self._zero

    def at_each_step(self, hook: Hook) -> None:
        """Has the hook awaited at every step, in the order of registration."""
        self._hooks.append(hook)

    def when_moved(self, watcher: Callable[[], None]) -> None:
        """Tells the watcher after every move, and when `moving` changes."""
        self._watchers.append(watcher)

    async def advance(self, seconds: float, stride: timedelta = STEP) -> datetime:
        """Lets that much time pass, step by step; whatever is due happens at its step."""
        if seconds < 0:
            raise ValueError("time runs forwards")
        async with self._one_at_a_time:
            self.moving = True
            left = timedelta(seconds=seconds)
            try:
                while left > timedelta():
                    step = min(stride, left)
                    left -= step
                    await self._move(step)
            finally:
                self.moving = False
                self._announce()
        return self()

    def rewind(self) -> None:
        """Back to the starting moment, for a workspace begun anew."""
        self._zero = self._ticks()
        self._skipped = timedelta()
        self._announce()

    async def _move(self, step: timedelta) -> None:
        self._skipped += step
        self._announce()
        for hook in self._hooks:
            await hook(self())
        await asyncio.sleep(0)  # the feed and the bot's own tasks get their turn

    def _announce(self) -> None:
        for watcher in self._watchers:
            watcher()
