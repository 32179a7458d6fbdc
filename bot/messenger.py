"""Sends what was promised: claims rows of the outbox, has the letters written, and stamps them.

A row is claimed under a lease, sent, and stamped; what can't be sent now is put off, and what
never can be is kept as a dead letter with its reason.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import SystemRandom

import structlog
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from bot import letters
from bot.clock import Clock
from bot.letters import Letter, NothingToSay
from bot.posting import Limited, Post, Refused, Revoked, Unreachable
from store import outbox, workspaces
from store.engine import Store
from store.outbox import Delivery

log = structlog.get_logger(__name__)

LEASE = timedelta(minutes=2)
BATCH = 20
IDLE_SECONDS = 15.0
"""How long to sleep where nothing is due and nobody wakes us: other replicas promise too."""

SHORTEST_WAIT_SECONDS = 0.1
LONGEST_WAIT_SECONDS = 300
NO_PATIENCE = timedelta()
_DICE = SystemRandom()


@dataclass(slots=True)
class Tally:
    """What came of sending: how many went out, and by their ids why others did not."""

    sent: int = 0
    unsent: dict[int, str] = field(default_factory=dict)


class Messenger:
    """The one sender of a process."""

    def __init__(
        self,
        store: Store,
        client: AsyncWebClient,
        clock: Clock,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        chance: Callable[[], float] = _DICE.random,
    ) -> None:
        """`chance` gives numbers from 0 up to 1: replicas are not to come back all at once."""
        self._store = store
        self._post = Post(client, clock, sleep)
        self._clock = clock
        self._sleep = sleep
        self._chance = chance
        self._woken = asyncio.Event()
        self._stopped = False
        self._one_round = asyncio.Lock()

    def wake(self) -> None:
        """Something may have been promised just now."""
        self._woken.set()

    def stop(self) -> None:
        """After the message under way nothing more is sent."""
        self._stopped = True
        self._woken.set()

    async def run(self) -> None:
        """Sends until stopped: at once when woken, else when the next message is due."""
        while not self._stopped:
            self._woken.clear()
            try:
                pause = self._until(await self._round(Tally()))
            except SQLAlchemyError:
                log.exception("outbox.unreachable")
                pause = IDLE_SECONDS
            try:
                await asyncio.wait_for(self._woken.wait(), pause)
            except TimeoutError:
                continue

    async def drain(self, patience: timedelta = NO_PATIENCE) -> Tally:
        """Sends everything that is due now, and with patience what will be within that time."""
        tally = Tally()
        until = self._clock() + patience
        while (due := await self._round(tally)) is not None and due <= until:
            if self._stopped:
                break
            await self._sleep(self._until(due))
        return tally

    async def _round(self, tally: Tally) -> datetime | None:
        """Sends all that is due in every workspace; says when the next message will be."""
        async with self._one_round:
            found = await self._store.read(None, workspaces.all_of_them)
            dues = [await self._empty(workspace.id, tally) for workspace in found]
        return min((due for due in dues if due is not None), default=None)

    async def _empty(self, workspace_id: int, tally: Tally) -> datetime | None:
        while not self._stopped:
            now = self._clock()
            due = await self._store.read(workspace_id, outbox.next_due)
            if due is None or due > now:
                return due
            claimed = await self._store.transact(workspace_id, outbox.claim, now, BATCH, LEASE)
            await self._deliver_all(claimed, tally)
        return None

    async def _deliver_all(self, batch: Sequence[Delivery], tally: Tally) -> None:
        for place, delivery in enumerate(batch):
            if self._stopped:
                await self._put_off(batch[place:], "stopped", NO_PATIENCE, tally)
                return
            try:
                await self._deliver(delivery, tally)
            except Limited as limited:
                pause = timedelta(seconds=limited.seconds)
                await self._put_off(batch[place:], str(limited), pause, tally)
                return

    async def _deliver(self, delivery: Delivery, tally: Tally) -> None:
        """One attempt, and its stamp. Raises Limited."""
        transact, number = self._store.transact, delivery.id
        letter = await self._written(delivery)
        if not isinstance(letter, Letter):
            if isinstance(letter, NothingToSay):
                await transact(delivery.workspace_id, outbox.mark_dropped, number, str(letter))
                return
            tally.unsent[number] = repr(letter)
            await transact(delivery.workspace_id, outbox.give_up, number, repr(letter))
            return
        try:
            channel, ts = await self._post.send(letter, number)
        except Unreachable as failed:
            log.warning("delivery.put_off", delivery=number, reason=str(failed))
            await self._put_off([delivery], str(failed), self._back_off(delivery.attempts), tally)
        except Revoked as failed:
            log.error("token.refused", reason=str(failed), todo="renew SLACK_BOT_TOKEN, restart")
            await self._put_off([delivery], str(failed), NO_PATIENCE, tally)
            self.stop()
        except Refused as failed:
            tally.unsent[number] = str(failed)
            log.error("delivery.dead", delivery=number, kind=delivery.kind, reason=str(failed))
            await transact(delivery.workspace_id, outbox.give_up, number, str(failed))
        else:
            tally.sent += 1
            tally.unsent.pop(number, None)
            await transact(
                delivery.workspace_id, outbox.mark_sent, number, channel, ts, self._clock()
            )

    async def _written(self, delivery: Delivery) -> Letter | BaseException:
        """The letter, or why there is none: one that can't be written must not keep back others."""
        reading = self._store.read(delivery.workspace_id, letters.read, delivery, self._clock())
        (written,) = await asyncio.gather(reading, return_exceptions=True)
        if isinstance(written, OperationalError):
            raise written
        if isinstance(written, BaseException) and not isinstance(written, NothingToSay):
            log.error("letter.unwritten", delivery=delivery.id, exc_info=written)
        return written

    async def _put_off(
        self, deliveries: Sequence[Delivery], reason: str, pause: timedelta, tally: Tally
    ) -> None:
        until = self._clock() + pause
        for one in deliveries:
            tally.unsent[one.id] = reason
            await self._store.transact(one.workspace_id, outbox.put_off, one.id, reason, until)

    def _back_off(self, attempts: int) -> timedelta:
        """Twice as long after every failure, give or take a quarter."""
        seconds = min(2.0**attempts, LONGEST_WAIT_SECONDS) * (0.75 + self._chance() / 2)
        return timedelta(seconds=seconds)

    def _until(self, due: datetime | None) -> float:
        """Seconds to sleep before the next round, never so few as to spin."""
        wait = IDLE_SECONDS if due is None else (due - self._clock()).total_seconds()
        return min(max(wait, SHORTEST_WAIT_SECONDS), IDLE_SECONDS)
