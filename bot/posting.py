"""One letter put into Slack, and what came of it, sorted by what can be done about it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import structlog
from aiohttp import ClientError
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.clock import Clock
from bot.letters import Letter
from bot.views.blocks import Page
from bot.views.chart import Chart

log = structlog.get_logger(__name__)

ONE_A_SECOND = timedelta(seconds=1)
"""What Slack takes in one channel."""

PATIENCE_UNSAID = 5
"""Seconds to wait where Slack limits us without a Retry-After."""

EVENT = "pipekeeper_delivery"
"""The metadata by which a message can be found again in its conversation."""

REVOKED = frozenset(
    {"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked"}
)
LIMITED = frozenset({"ratelimited", "rate_limited"})
PASSING = frozenset({"", "fatal_error", "internal_error", "request_timeout", "service_unavailable"})
"""Slack's own troubles; an answer without a reason counts among them."""


class Unsent(Exception):
    """The letter did not go out."""


class Limited(Unsent):
    """Slack wants to be left alone for some seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__("ratelimited")
        self.seconds = seconds


class Unreachable(Unsent):
    """Slack did not answer, or answered that it is in trouble: worth another try later."""


class Revoked(Unsent):
    """The token is no longer taken: nothing more can be sent with it."""


class Refused(Unsent):
    """Slack will never take this letter."""


class BlocksRefused(Refused):
    """Slack does not take these blocks; others it might."""


class Post:
    """Sends letters, at most one message a second to each person."""

    def __init__(
        self, client: AsyncWebClient, clock: Clock, sleep: Callable[[float], Awaitable[None]]
    ) -> None:
        self._client = _without_retries(client)
        self._clock = clock
        self._sleep = sleep
        self._posted: dict[str, datetime] = {}

    async def send(self, letter: Letter, delivery_id: int) -> tuple[str, str]:
        """Where the message stands: channel and ts. Raises Unsent."""
        if letter.place is not None:
            channel, ts = letter.place
            await _answered(self._client.chat_update(channel=channel, ts=ts, **letter.page))
            return channel, ts
        try:
            return await self._message(letter, letter.page, delivery_id)
        except BlocksRefused:
            if letter.plain_page is None:
                raise
        channel, ts = await self._message(letter, letter.plain_page, delivery_id)
        if letter.chart is not None:
            await self._picture(letter.chart, channel)
        return channel, ts

    async def _message(self, letter: Letter, page: Page, delivery_id: int) -> tuple[str, str]:
        user = letter.channel or str(letter.recipient.slack_user_id)
        await self._keep_pace(user)
        told = await _answered(
            self._client.chat_postMessage(
                channel=user,
                unfurl_links=False,
                unfurl_media=False,
                metadata={"event_type": EVENT, "event_payload": {"delivery": delivery_id}},
                **page,
            )
        )
        return str(told["channel"]), str(told["ts"])

    async def _picture(self, chart: Chart, channel: str) -> None:
        """The chart below its message, as a picture; the message stands without it too."""
        picture = await asyncio.to_thread(chart.picture)
        try:
            await self._client.files_upload_v2(
                channel=channel,
                filename="chart.png",
                title=chart.title,
                alt_txt=chart.title,
                content=picture,
            )
        except (SlackClientError, ClientError, TimeoutError) as failed:
            log.warning("picture.unsent", channel=channel, reason=str(failed).splitlines()[0])

    async def _keep_pace(self, user: str) -> None:
        now = self._clock()
        wait = self._posted.get(user, now - ONE_A_SECOND) + ONE_A_SECOND - now
        if timedelta() < wait <= ONE_A_SECOND:
            await self._sleep(wait.total_seconds())
        now = self._clock()
        self._posted = {one: at for one, at in self._posted.items() if now - at < ONE_A_SECOND}
        self._posted[user] = now


def _without_retries(client: AsyncWebClient) -> AsyncWebClient:
    """The outbox tries again by itself; the SDK's own second try could post a message twice."""
    return AsyncWebClient(
        token=client.token,
        base_url=client.base_url,
        timeout=client.timeout,
        session=client.session,
        retry_handlers=[],
    )


async def _answered(call: Awaitable[Any]) -> Any:
    """The answer, or Unsent of the fitting sort."""
    try:
        return await call
    except SlackApiError as error:
        raise _sorted(error) from error
    except (ClientError, TimeoutError) as error:
        raise Unreachable(f"{type(error).__name__}: {error}".rstrip(": ")) from error


def _sorted(error: SlackApiError) -> Unsent:
    response = error.response
    # The SDK hands out the bare HTTP response where the body was no JSON.
    status: int = getattr(response, "status_code", None) or getattr(response, "status", None) or 0
    answer = getattr(response, "data", None)
    code = str(answer.get("error", "")) if isinstance(answer, dict) else ""
    if status == 429 or code in LIMITED:
        return Limited(_seconds(response.headers.get("Retry-After")))
    if code in REVOKED:
        return Revoked(code)
    if status >= 500 or code in PASSING:
        return Unreachable(code or f"HTTP {status}")
    if code.startswith("invalid_blocks"):
        return BlocksRefused(f"{code}: {_complaints(answer)}".rstrip(": "))
    return Refused(code)


def _seconds(told: str | None) -> float:
    return float(told) if told and told.isascii() and told.isdigit() else PATIENCE_UNSAID


def _complaints(answer: Any) -> str:
    """What exactly Slack did not like, for whoever reads the dead letter."""
    messages = (answer.get("response_metadata") or {}).get("messages") or answer.get("errors") or []
    return "; ".join(str(one) for one in messages)[:500]
