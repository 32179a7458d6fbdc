"""The way to the app: a payload goes out by Socket Mode or by signed HTTP, an acknowledgement
comes back within three seconds or not at all."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Protocol
from urllib.parse import urlencode

import aiohttp

from bot.clock import system_clock
from bot.sandbox.traffic import Traffic
from bot.sandbox.wire import Json

ACK_SECONDS = 3.0

Kind = Literal["slash_commands", "interactive", "events_api"]


@dataclass(frozen=True, slots=True)
class Parcel:
    """One delivery; `title` is how the inspector calls it, `answerable` whether a body counts."""

    kind: Kind
    payload: Json
    title: str
    answerable: bool = True
    retry_num: int = 0
    retry_reason: str = ""


class Undelivered(Exception):
    """No acknowledgement: `code` is what Slack shows the person, `reason` what it writes into
    the retry of an event, `status` what the app's server said, where it said something."""

    def __init__(
        self, code: str, reason: str, detail: str, status: int = 0, *, no_retry: bool = False
    ) -> None:
        super().__init__(detail)
        self.no_retry = no_retry
        self.code = code
        self.reason = reason
        self.detail = detail
        self.status = status


class Door(Protocol):
    """A way of delivering; `deliver` gives the acknowledgement's body."""

    async def deliver(self, parcel: Parcel) -> Any: ...

    async def close(self) -> None: ...

    @property
    def connected(self) -> bool: ...


class ByHttp:
    """Signed requests to the app's request URL. Signatures carry real time whatever the
    sandbox's clock shows: the app checks them against its own."""

    def __init__(
        self,
        request_url: str,
        signing_secret: str,
        wall: Callable[[], datetime] = system_clock,
    ) -> None:
        self.request_url = request_url
        self._secret = signing_secret.encode()
        self._wall = wall
        self._session: aiohttp.ClientSession | None = None

    @property
    def connected(self) -> bool:
        return True

    async def deliver(self, parcel: Parcel) -> Any:
        body, content_type = _encoded(parcel)
        headers = {"Content-Type": content_type, "User-Agent": "Slackbot 1.0 (sandbox)"}
        headers |= self._signature(body)
        if parcel.retry_num:
            headers |= {
                "X-Slack-Retry-Num": str(parcel.retry_num),
                "X-Slack-Retry-Reason": parcel.retry_reason,
            }
        session = self._open_session()
        try:
            async with session.post(self.request_url, data=body, headers=headers) as response:
                answer = await response.text()
                if response.status != 200:
                    raise Undelivered(
                        "dispatch_failed",
                        "http_error",
                        f"the app answered {response.status}",
                        response.status,
                        no_retry=response.headers.get("X-Slack-No-Retry") == "1",
                    )
                return _decoded(answer, response.content_type)
        except aiohttp.ClientError as trouble:
            raise Undelivered("dispatch_failed", "connection_failed", str(trouble)) from trouble

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _open_session(self) -> aiohttp.ClientSession:
        if self._session is None:
            # Let go of idle connections before the app's server does, or one in a thousand
            # deliveries would run into a door just closing.
            connector = aiohttp.TCPConnector(keepalive_timeout=2)
            self._session = aiohttp.ClientSession(connector=connector, trust_env=False)
        return self._session

    def _signature(self, body: bytes) -> dict[str, str]:
        timestamp = str(int(self._wall().timestamp()))
        base = b"v0:" + timestamp.encode() + b":" + body
        signed = hmac.new(self._secret, base, hashlib.sha256).hexdigest()
        return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={signed}"}


def _encoded(parcel: Parcel) -> tuple[bytes, str]:
    if parcel.kind == "events_api":
        return json.dumps(parcel.payload).encode(), "application/json"
    fields = parcel.payload
    if parcel.kind == "interactive":
        fields = {"payload": json.dumps(parcel.payload)}
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"


def _decoded(body: str, content_type: str) -> Any:
    """JSON where it says so; an app that sends JSON as text would see it as text in Slack."""
    if not body.strip():
        return None
    if content_type != "application/json":
        return body
    try:
        return json.loads(body)
    except json.JSONDecodeError as trouble:
        raise Undelivered(
            "dispatch_failed", "http_error", f"the answer is no JSON: {trouble}", 200
        ) from trouble


class Courier:
    """Delivers in time and writes down what happened."""

    def __init__(self, door: Door, traffic: Traffic, ack_seconds: float = ACK_SECONDS) -> None:
        self.door = door
        self.ack_seconds = ack_seconds
        self.last: Parcel | None = None
        self._traffic = traffic

    async def deliver(self, parcel: Parcel) -> Any:
        """The acknowledgement's body. Raises Undelivered."""
        self.last = parcel
        began = self._traffic.stopwatch()
        try:
            answer = await self._in_time(parcel)
        except Undelivered as trouble:
            self._traffic.note(
                "to_app",
                parcel.title,
                began,
                request=parcel.payload,
                response=None,
                status=trouble.status,
                error=trouble.code,
                detail=trouble.detail,
            )
            raise
        self._traffic.note("to_app", parcel.title, began, request=parcel.payload, response=answer)
        return answer

    async def _in_time(self, parcel: Parcel) -> Any:
        try:
            async with asyncio.timeout(self.ack_seconds):
                return await self.door.deliver(parcel)
        except TimeoutError:
            raise Undelivered(
                "operation_timeout",
                "http_timeout",
                f"no acknowledgement within {self.ack_seconds:g} s",
            ) from None
