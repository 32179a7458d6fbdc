"""Sends what was promised: hands claimed rows of the outbox out, and waits for the next ones.

A row is claimed under a lease; what becomes of it then stands in bot/delivering.py. Several
recipients are served at once, so that one call without an answer holds up no other; the messages
to one recipient go out in the order of their promises.
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from random import SystemRandom
from uuid import uuid4

import structlog
from prometheus_client import Gauge
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock, Sleep
from bot.delivering import Delivering, Tally
from bot.domain.pacing import IN_A_CHANNEL
from bot.posting import Post
from bot.turns import Turns
from bot.unsent import Revoked
from bot.watching import happens
from store import outbox, workspaces
from store.engine import Store
from store.outbox import NO_GAP, Delivery

log = structlog.get_logger(__name__)

TOKEN_REFUSED = Gauge("pipekeeper_slack_token_refused", "1 once Slack no longer takes the token.")
LATENESS = Gauge("pipekeeper_outbox_late_seconds", "How long the next message has been due.")

LEASE = timedelta(minutes=1)
"""Longer than a call and its second try can take (bot.slack gives each eight seconds)."""

BATCH = 20
AT_ONCE = 8
IDLE_SECONDS = 15.0
"""How long to sleep where nothing is due and nobody wakes us: other replicas promise too."""

SHORTEST_WAIT_SECONDS = 0.1
NO_PATIENCE = timedelta()
_DICE = SystemRandom()


class Messenger:
    """The one sender of a process."""

    def __init__(
        self,
        store: Store,
        client: AsyncWebClient,
        clock: Clock,
        sleep: Sleep = asyncio.sleep,
        chance: Callable[[], float] = _DICE.random,
    ) -> None:
        turns = Turns(store, clock, sleep)
        self._delivering = Delivering(store, Post(client, turns), turns, clock, chance, LEASE)
        self._store = store
        self._clock = clock
        self._sleep = sleep
        self._woken = asyncio.Event()
        self._stopped = False
        self._one_round = asyncio.Lock()
        self._hands = asyncio.Semaphore(AT_ONCE)

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
            await happens(self._woken, pause, self._sleep)

    async def drain(self, patience: timedelta = NO_PATIENCE) -> Tally:
        """Sends everything that is due now, however long our own pace makes it take, and with
        patience what will be due within that time."""
        tally = Tally()
        until = self._clock() + patience
        while (due := await self._round(tally)) is not None:
            if self._stopped or due > max(until, tally.turn_at or until):
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
            due = await self._store.read(workspace_id, outbox.next_due, now)
            LATENESS.set(0 if due is None else max(0, (now - due.since).total_seconds()))
            if due is None:
                return None
            if due.at > now:
                if due.is_paced:
                    tally.wait_for(due.at)
                return due.at
            claimed = await self._store.transact(
                workspace_id, outbox.claim, now, BATCH, LEASE, uuid4().hex
            )
            if not claimed:  # expired, or another's already
                return now
            await self._deliver_all(claimed, tally)
        return None

    async def _deliver_all(self, batch: Sequence[Delivery], tally: Tally) -> None:
        lanes: defaultdict[int, list[Delivery]] = defaultdict(list)
        for delivery in await self._without_the_quiet(batch, tally):
            lanes[delivery.recipient_id].append(delivery)
        work = (self._serve(lane, tally) for lane in lanes.values())
        for ended in await asyncio.gather(*work, return_exceptions=True):
            if ended is not None:
                raise ended

    async def _without_the_quiet(
        self, batch: Sequence[Delivery], tally: Tally
    ) -> Sequence[Delivery]:
        """What is to go out now; the rest waits until its readers may be disturbed again."""
        try:
            quiet = await self._delivering.wanting_quiet(batch)
        except Revoked as refused:
            self._refuse_token(refused)
            await self._give_back(batch, str(refused), self._clock(), tally)
            return []
        for one in batch:
            if one.id in quiet:
                await self._give_back([one], "do not disturb", quiet[one.id], tally)
        return [one for one in batch if one.id not in quiet]

    async def _serve(self, lane: Sequence[Delivery], tally: Tally) -> None:
        """The messages to one recipient, one after the other."""
        async with self._hands:
            for place, delivery in enumerate(lane):
                rest = lane[place + 1 :]
                if self._stopped:
                    await self._give_back(lane[place:], "stopped", self._clock(), tally)
                    return
                try:
                    waits = await self._delivering.deliver(delivery, tally)
                except Revoked as refused:
                    self._refuse_token(refused)
                    continue
                if waits is not None and waits.is_held:
                    await self._give_back(rest, "ratelimited", waits.until, tally)
                    return
                if waits is not None:
                    await self._line_up(rest, waits.until, tally)
                    return

    def _refuse_token(self, refused: Revoked) -> None:
        """Nothing more can be sent: the operator hears of it by log and metric, and by `doctor`."""
        todo = "renew SLACK_BOT_TOKEN, restart"
        log.error("token.refused", reason=str(refused), todo=todo)
        TOKEN_REFUSED.set(1)
        self.stop()

    async def _give_back(
        self, rest: Sequence[Delivery], reason: str, until: datetime, tally: Tally
    ) -> None:
        for one in rest:
            tally.unsent[one.id] = reason
        await self._release(rest, until, NO_GAP)

    async def _line_up(self, rest: Sequence[Delivery], until: datetime, tally: Tally) -> None:
        """Each behind the one before, as fast as their channel takes them."""
        gap = IN_A_CHANNEL.gap
        tally.wait_for(until + gap * len(rest))
        await self._release(rest, until + gap, gap)

    async def _release(self, rest: Sequence[Delivery], until: datetime, gap: timedelta) -> None:
        if rest:
            transact = self._store.transact
            await transact(rest[0].workspace_id, outbox.give_back, rest, until, gap)

    def _until(self, due: datetime | None) -> float:
        """Seconds to sleep before the next round, never so few as to spin."""
        wait = IDLE_SECONDS if due is None else (due - self._clock()).total_seconds()
        return min(max(wait, SHORTEST_WAIT_SECONDS), IDLE_SECONDS)
