"""Waiting for acts: woken soon after every one, and now and then, until told to stop."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Sleep

log = structlog.get_logger(__name__)

IDLE_SECONDS = 30.0
"""How long to sleep where nobody wakes us: other replicas and the command line act too."""

SETTLES_SECONDS = 0.7
"""Acts rarely come alone: those that follow so soon are looked at together."""


class Watch:
    """One watcher's bell; `what` names it in the log."""

    def __init__(self, what: str, sleep: Sleep) -> None:
        self._what = what
        self._sleep = sleep
        self._woken = asyncio.Event()
        self._stopping = asyncio.Event()

    @property
    def is_over(self) -> bool:
        return self._stopping.is_set()

    def wake(self) -> None:
        """Something was done just now."""
        self._woken.set()

    def stop(self) -> None:
        self._stopping.set()
        self._woken.set()

    async def keep(self, look: Callable[[], Awaitable[float]]) -> None:
        """Looks until stopped; `look` says how many seconds to sleep if nothing happens."""
        while not self.is_over:
            self._woken.clear()
            idle = IDLE_SECONDS
            try:
                idle = await look()
            except SQLAlchemyError:
                log.exception("watch.unreachable", watch=self._what)
            if await happens(self._woken, idle, self._sleep):
                await happens(self._stopping, SETTLES_SECONDS, self._sleep)


async def happens(event: asyncio.Event, within: float, sleep: Sleep) -> bool:
    """Waits for an event, so many seconds at the most; whether it has come."""
    waits = [asyncio.ensure_future(event.wait()), asyncio.ensure_future(sleep(within))]
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for one in waits:
            one.cancel()
    return event.is_set()
