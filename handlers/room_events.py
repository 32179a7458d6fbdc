"""A channel is gone for us: a deal's room is none any more, and the deal's owner hears of it."""

from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.usecases import rooms
from handlers.introduce import CHANNEL_EVENTS, Noticing


def register(app: AsyncApp) -> None:
    for kind in CHANNEL_EVENTS:
        app.event(kind)(lose)


async def lose(noticing: Noticing, event: dict[str, Any]) -> None:
    channel = event.get("channel")
    channel_id = str(channel.get("id") if isinstance(channel, dict) else channel or "")
    why = CHANNEL_EVENTS[str(event["type"])]
    await noticing.transact(rooms.lose, channel_id, why, noticing.now)
