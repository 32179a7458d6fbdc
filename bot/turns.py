"""Turns to call Slack's methods, taken where all replicas take them, before Slack has to limit."""

from datetime import timedelta

from bot.clock import Clock, Sleep
from bot.domain import pacing
from bot.unsent import Limited
from store import paces
from store.engine import Store

SHORT = timedelta(seconds=2)
"""A wait that is sat out; for a longer one the letter is put off."""


class Turns:
    def __init__(self, store: Store, clock: Clock, sleep: Sleep) -> None:
        self._store = store
        self._clock = clock
        self._sleep = sleep

    async def take(self, workspace_id: int, method: str) -> None:
        """Returns when the method may be called once. Raises Limited where that is far off."""
        pace = pacing.OF_METHODS[method]
        while True:
            now = self._clock()
            turn = await self._store.transact(workspace_id, paces.take, method, pace, now)
            if turn.calls:
                return
            if turn.free_at - now > SHORT:
                raise Limited(method, (turn.free_at - now).total_seconds())
            await self._sleep((turn.free_at - now).total_seconds())

    async def hold(self, workspace_id: int, method: str, seconds: float) -> None:
        """No replica calls the method for so long: Slack has said so."""
        now = self._clock()
        until = now + timedelta(seconds=seconds)
        await self._store.transact(workspace_id, paces.hold, method, now, until)
