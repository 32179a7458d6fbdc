"""What the journeys about deals' rooms share: a room, its news, its pinned card."""

from typing import Any

from tests.journeys.stage import Stage, everything
from tests.journeys.test_rights import team_up

ROOM = "C7"


async def a_room(stage: Stage, deal: str = "Acme pilot", channel: str = ROOM) -> dict[str, Any]:
    """Jonas ties a channel to a deal of his, and the card comes to be pinned there."""
    await team_up(stage)
    stage.sandbox.ws.add_channel(channel, f"room-{channel.lower()}")
    told = await stage.type("U1", f"/deal room {deal}", channel)
    assert f"*{deal}*" in everything(told), told
    return await pinned(stage, channel)


async def pinned(stage: Stage, channel: str = ROOM) -> dict[str, Any]:
    """The card that is pinned in a channel, once it is."""

    def card() -> dict[str, Any]:
        found = [one for one in stage.seen("U1", channel) if one["pinned"]]
        return found[-1] if found else {}

    return await stage.sandbox.until(card, timeout=10)


def said_in(stage: Stage, channel: str = ROOM) -> list[str]:
    """What all in a channel have read, the card left out."""
    seen = stage.sandbox.messages(channel, viewer="U3")
    return [
        everything(one) for one in seen if one["user"] not in ("U1", "U3") and not one["pinned"]
    ]


async def news(stage: Stage, words: str, channel: str = ROOM) -> str:
    def told() -> str:
        return next((one for one in said_in(stage, channel) if words in one), "")

    return await stage.sandbox.until(told, timeout=10)


async def card_says(stage: Stage, words: str, channel: str = ROOM) -> dict[str, Any]:
    def told() -> dict[str, Any]:
        cards = [one for one in stage.seen("U1", channel) if one["pinned"]]
        return next((one for one in cards if words in everything(one)), {})

    return await stage.sandbox.until(told, timeout=10)


async def open_form(stage: Stage) -> None:
    card = await stage.type("U1", "/deal show Acme pilot")
    await stage.press("U1", card, "Deal room…")
