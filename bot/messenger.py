"""Sends what was promised: claims rows of the outbox, writes the letters, keeps to Slack's limits.

A row is claimed under a lease, sent, and stamped; whatever can't be sent now is put off, and what
never can be is kept as a dead letter with its reason.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

import structlog
from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.clock import Clock
from bot.letters import Letter, NothingToSay, read
from bot.views.blocks import Page
from store import outbox, workspaces
from store.engine import Store
from store.outbox import Delivery

log = structlog.get_logger(__name__)

LEASE = timedelta(minutes=2)
BATCH = 20
IDLE_SECONDS = 15.0
MOST_ATTEMPTS = 8
CHANNEL_SECONDS = 1.0
"""Slack takes one message per second and channel; short bursts are its own affair."""

HOPELESS = frozenset(
    {"channel_not_found", "user_not_found", "user_disabled", "is_archived", "cannot_dm_bot"}
)
"""What Slack says of someone who can't be written to; asking again won't help."""

NO_CHART = frozenset({"invalid_blocks", "invalid_blocks_format", "unsupported_block_type"})
REVOKED = frozenset({"account_inactive", "invalid_auth", "token_revoked", "not_authed"})


class Messenger:
    """The one sender of a process."""

    def __init__(
        self,
        store: Store,
        client: AsyncWebClient,
        clock: Clock,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._store = store
        self._client = client
        self._clock = clock
        self._sleep = sleep
        self._due = asyncio.Event()
        self._stopped = asyncio.Event()
        self._one_round = asyncio.Lock()
        self._last: dict[str, float] = {}

    def wake(self) -> None:
        """Something may have been promised just now."""
        self._due.set()

    def stop(self) -> None:
        self._stopped.set()
        self._due.set()

    async def run(self) -> None:
        """Sends until stopped: at once when woken, else every few seconds."""
        while not self._stopped.is_set():
            self._due.clear()
            await self.drain()
            try:
                await asyncio.wait_for(self._due.wait(), IDLE_SECONDS)
            except TimeoutError:
                continue

    async def drain(self) -> int:
        """Sends everything that is due now; returns how many messages went out."""
        sent = 0
        async with self._one_round:
            for workspace in await self._store.read(None, workspaces.all_of_them):
                while batch := await self._claim(workspace.id):
                    for delivery in batch:
                        sent += await self._deliver(delivery)
        return sent

    async def _claim(self, workspace_id: int) -> list[Delivery]:
        now = self._clock()
        if not await self._store.read(workspace_id, outbox.anything_due, now):
            return []
        return await self._store.transact(workspace_id, outbox.claim, now, BATCH, LEASE)

    async def _deliver(self, delivery: Delivery) -> bool:
        """One attempt; True where the message went out."""
        stamp = await self._attempt(delivery)
        await self._store.transact(delivery.workspace_id, stamp)
        return stamp.func is outbox.mark_sent

    async def _attempt(self, delivery: Delivery) -> partial[None]:
        number = delivery.id
        try:
            letter = await self._store.read(delivery.workspace_id, read, delivery, self._clock())
            channel, ts = await self._send(letter, delivery)
        except NothingToSay as reason:
            return partial(outbox.mark_dropped, delivery_id=number, reason=str(reason))
        except SlackApiError as refused:
            return self._refused(delivery, refused)
        except (ClientError, TimeoutError) as failed:
            return self._later(delivery, f"{type(failed).__name__}: {failed}")
        return partial(
            outbox.mark_sent, delivery_id=number, channel=channel, ts=ts, now=self._clock()
        )

    def _refused(self, delivery: Delivery, refused: SlackApiError) -> partial[None]:
        error = str(refused.response.get("error") or f"HTTP {refused.response.status_code}")
        if error == "ratelimited" or refused.response.status_code == 429:
            wait = float(refused.response.headers.get("Retry-After", 1))
            until = self._clock() + timedelta(seconds=wait)
            return partial(outbox.put_off, delivery_id=delivery.id, error=error, until=until)
        if error in HOPELESS or delivery.attempts >= MOST_ATTEMPTS:
            log.error("delivery.dead", delivery=delivery.id, kind=delivery.kind, reason=error)
            return partial(outbox.give_up, delivery_id=delivery.id, error=error)
        if error in REVOKED:
            log.error(
                "token.refused", reason=error, todo="check SLACK_BOT_TOKEN; pipekeeper doctor"
            )
        return self._later(delivery, error)

    def _later(self, delivery: Delivery, error: str) -> partial[None]:
        """Twice as long after every failure, from five seconds to some minutes."""
        log.warning("delivery.put_off", delivery=delivery.id, kind=delivery.kind, reason=error)
        wait = timedelta(seconds=5 * 2 ** min(delivery.attempts - 1, 6))
        until = self._clock() + wait
        return partial(outbox.put_off, delivery_id=delivery.id, error=error, until=until)

    async def _send(self, letter: Letter, delivery: Delivery) -> tuple[str, str]:
        if letter.place is not None:
            channel, ts = letter.place
            await self._client.chat_update(channel=channel, ts=ts, **letter.page)
            return channel, ts
        try:
            return await self._post(letter, letter.page, delivery)
        except SlackApiError as refused:
            if letter.plain_page is None or refused.response.get("error") not in NO_CHART:
                raise
            return await self._post_with_picture(letter, delivery)

    async def _post(
        self, letter: Letter, page: Page, delivery: Delivery
    ) -> tuple[str, str]:
        user = str(letter.recipient.slack_user_id)
        await self._keep_pace(user)
        told = await self._client.chat_postMessage(
            channel=user,
            unfurl_links=False,
            unfurl_media=False,
            metadata={
                "event_type": "pipekeeper_delivery",
                "event_payload": {"delivery": delivery.id},
            },
            **page,
        )
        return str(told["channel"]), str(told["ts"])

    async def _post_with_picture(self, letter: Letter, delivery: Delivery) -> tuple[str, str]:
        """For a workspace that refuses the chart block: the message without it, and the chart
        as a picture in its thread."""
        assert letter.plain_page is not None  # noqa: S101 - the caller has looked
        channel, ts = await self._post(letter, letter.plain_page, delivery)
        if letter.chart is not None:
            picture = await asyncio.to_thread(letter.chart.picture)
            await self._client.files_upload_v2(
                channel=channel,
                thread_ts=ts,
                filename="chart.png",
                title=letter.chart.title,
                content=picture,
            )
        return channel, ts

    async def _keep_pace(self, channel: str) -> None:
        loop = asyncio.get_running_loop()
        wait = self._last.get(channel, 0.0) + CHANNEL_SECONDS - loop.time()
        if wait > 0:
            await self._sleep(wait)
        self._last[channel] = loop.time()
        if len(self._last) > 10_000:
            self._last = {name: at for name, at in self._last.items() if at > loop.time() - 2}
