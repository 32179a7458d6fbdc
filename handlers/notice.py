"""Whoever presses something in a message that came by itself has seen it: that is written down."""

from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.context.async_context import AsyncBoltContext

from store import measures


async def notice(
    context: AsyncBoltContext, body: dict[str, Any], next: Callable[[], Awaitable[None]]
) -> None:
    place = body.get("container") or {}
    asking = context.get("asking")
    if asking is not None and body.get("type") == "block_actions" and "message_ts" in place:
        channel, ts = str(place.get("channel_id") or ""), str(place["message_ts"])
        message_id = await asking.read(measures.unseen_at, channel, ts)
        if message_id is not None:
            await asking.transact(measures.mark_seen, message_id, asking.now)
    await next()
