"""What keeps something in Slack as the store has it: woken by acts, and sure over a restart."""

import asyncio
import hashlib
import json
from abc import ABC, abstractmethod
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.clock import Clock, Sleep
from bot.turns import Turns
from bot.watching import Watch
from store.engine import Store


class Keeper(ABC):
    """`what` it keeps names it in the log."""

    what: str

    def __init__(
        self,
        store: Store,
        client: AsyncWebClient,
        clock: Clock,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._store = store
        self._client = client
        self._clock = clock
        self._turns = Turns(store, clock, sleep)
        self._watch = Watch(self.what, sleep)

    def wake(self) -> None:
        """Something was done just now."""
        self._watch.wake()

    def stop(self) -> None:
        self._watch.stop()

    async def run(self) -> None:
        """Looks until stopped: soon after every act, and now and then."""
        await self._watch.keep(self._round)

    @abstractmethod
    async def _round(self) -> float:
        """One look; for how many seconds to sleep then, if nothing happens."""


def digest(page: dict[str, Any]) -> str:
    """A page in short, to tell whether it would be drawn otherwise now."""
    return hashlib.sha256(json.dumps(page, sort_keys=True).encode()).hexdigest()
