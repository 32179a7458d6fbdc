"""What is to happen by itself at a moment of the sandbox's clock, in order."""

import asyncio
import contextlib
import heapq
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from bot.sandbox.clock import SandboxClock

SHORTEST_NAP = 0.01
"""Seconds; a test's clock may stand just short of what is due."""

Act = Callable[[], Awaitable[None]]


@dataclass(order=True)
class Entry:
    due: datetime
    number: int
    act: Act = field(compare=False)
    struck: bool = field(default=False, compare=False)


class Agenda:
    """Acts fall due both when time really passes and when the clock is let run ahead."""

    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._entries: list[Entry] = []
        self._numbers = count()
        self._written = asyncio.Event()
        clock.at_each_step(self._do_what_is_due)

    def put(self, due: datetime, act: Act) -> Entry:
        entry = Entry(due, next(self._numbers), act)
        heapq.heappush(self._entries, entry)
        self._written.set()
        return entry

    def strike(self, entry: Entry) -> None:
        entry.struck = True

    def clear(self) -> None:
        self._entries.clear()

    @contextlib.asynccontextmanager
    async def kept(self) -> AsyncIterator[None]:
        """While open, acts happen as real time passes, too."""
        keeper = asyncio.create_task(self._keep(), name="agenda")
        try:
            yield
        finally:
            keeper.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await keeper

    async def _keep(self) -> None:
        while True:
            await self._do_what_is_due(self._clock())
            self._written.clear()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._seconds_to_next()):
                    await self._written.wait()

    def _seconds_to_next(self) -> float | None:
        if not self._entries:
            return None
        left = (self._entries[0].due - self._clock()).total_seconds()
        return max(SHORTEST_NAP, left)

    async def _do_what_is_due(self, moment: datetime) -> None:
        while self._entries and self._entries[0].due <= moment:
            entry = heapq.heappop(self._entries)
            if not entry.struck:
                await entry.act()
