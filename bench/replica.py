"""One replica of the messenger as a process of its own, by a clock that runs faster than ours."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from aiohttp import ClientSession, ClientTimeout
from slack_sdk.web.async_client import AsyncWebClient

from bot.log import configure
from bot.messenger import IDLE_SECONDS, Messenger
from bot.slack import TIMEOUT_SECONDS
from store.engine import Store


@dataclass(frozen=True, slots=True)
class FastClock:
    """`begins` at the reading `zero` of the machine's monotonic clock, which all processes share,
    and goes `speed` times as fast as that."""

    begins: datetime
    zero: float
    speed: float

    def __call__(self) -> datetime:
        return self.begins + timedelta(seconds=self.ticks())

    def ticks(self) -> float:
        return (time.monotonic() - self.zero) * self.speed

    def sleeper(self) -> Callable[[float], Awaitable[None]]:
        async def sleep(seconds: float) -> None:
            await asyncio.sleep(seconds / self.speed)

        return sleep


async def send(store: Store, api_url: str, token: str, clock: FastClock) -> None:
    """Sends until it is killed; a call may take as long as in the real bot, by its own clock."""
    timeout = ClientTimeout(total=TIMEOUT_SECONDS / clock.speed)
    async with ClientSession(timeout=timeout) as session:
        client = AsyncWebClient(token, base_url=api_url, session=session)
        sleep = clock.sleeper()
        messenger = Messenger(store, client, clock, sleep)
        while True:
            await messenger.drain(timedelta(seconds=IDLE_SECONDS))
            await sleep(1)


def run(url: str, api_url: str, token: str, clock: FastClock) -> None:
    """What the process does."""
    configure("error", "text")
    asyncio.run(send(Store(url), api_url, token, clock))
