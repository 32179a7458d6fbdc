"""What becomes of channels: a deal's room that is renamed, is none any more, or is there again."""

from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.usecases import rooms
from handlers.introduce import BACK, CHANNEL_EVENTS, RENAMED, Noticing


def register(app: AsyncApp) -> None:
    for kind in CHANNEL_EVENTS:
        app.event(kind)(follow)


async def follow(noticing: Noticing, event: dict[str, Any]) -> None:
    channel = event.get("channel")
    told: dict[str, Any] = channel if isinstance(channel, dict) else {"id": channel}
    channel_id, became = str(told.get("id") or ""), CHANNEL_EVENTS[str(event["type"])]
    if became == RENAMED:
        await noticing.transact(rooms.rename, channel_id, str(told.get("name") or ""))
    elif became == BACK:
        await noticing.transact(rooms.come_back, channel_id, noticing.now)
    else:
        await noticing.transact(rooms.lose, channel_id, became, noticing.now)
