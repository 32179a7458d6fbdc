"""What Slack delivers twice is done once.

Socket Mode promises every delivery at least once, events are sent again where an answer was late,
and a signed request may be played again for five minutes.
"""

import asyncio
import json
import re
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

OK = 200
MOST_KEPT = 2_000
SECONDS = 360.0
"""The newest deliveries are remembered, and for so long: Slack tries an event for the last time
after five minutes."""

_TRIGGER = re.compile(r"\w+\.\w+\.[\w-]+")


class OnceApp(AsyncApp):
    """A delivery that comes again to the letter, even while the first is at work, gets the first
    one's answer. One that failed is done anew. Each process remembers its own."""

    def __init__(self, **facts: Any) -> None:
        super().__init__(**facts)
        self._heard: OrderedDict[str, tuple[float, asyncio.Task[BoltResponse]]] = OrderedDict()

    async def async_dispatch(self, req: AsyncBoltRequest) -> BoltResponse:
        key = delivery_of(req.body, req.headers)
        if key is None:
            return await super().async_dispatch(req)
        self._forget_old(asyncio.get_running_loop().time())
        if key not in self._heard:
            work = asyncio.create_task(super().async_dispatch(req))
            work.add_done_callback(lambda done: self._forget_failed(key, done))
            self._heard[key] = asyncio.get_running_loop().time(), work
        return await asyncio.shield(self._heard[key][1])

    def _forget_old(self, now: float) -> None:
        while self._heard:
            at, _ = next(iter(self._heard.values()))
            if len(self._heard) < MOST_KEPT and at > now - SECONDS:
                return
            self._heard.popitem(last=False)

    def _forget_failed(self, key: str, done: asyncio.Task[BoltResponse]) -> None:
        if done.cancelled() or done.exception() is not None or done.result().status != OK:
            self._heard.pop(key, None)


def delivery_of(body: Mapping[str, Any], headers: Mapping[str, Sequence[str]]) -> str | None:
    """What is the same each time that Slack delivers the same: an event's id, else the whole body
    with its signature, which is over the second it was sent in too, else (Socket Mode signs
    nothing) a body that carries one of Slack's triggers. None where nothing tells."""
    if isinstance(event := body.get("event_id"), str) and event:
        return event
    signed = list(headers.get("x-slack-signature", ()))
    if not signed and not _TRIGGER.fullmatch(str(body.get("trigger_id", ""))):
        return None
    return sha256(json.dumps([signed, body], sort_keys=True, default=str).encode()).hexdigest()
