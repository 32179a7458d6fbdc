"""A deal's room: made, tied, read in, worked in without names, untied, and lost."""

from typing import Any

from tests.journeys.stage import Stage, by_http, everything
from tests.journeys.test_rights import team_up

pytestmark = by_http

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


async def test_a_channel_is_tied_and_its_card_kept_current(stage: Stage) -> None:
    card = await a_room(stage)
    assert "Acme pilot" in everything(card)
    assert "<@" not in everything(card)
    await stage.type("U1", "/deal next Acme pilot send the quote friday")
    await card_says(stage, "send the quote")
    assert (await pinned(stage))["ts"] == card["ts"]


async def test_a_line_in_the_room_needs_no_name(stage: Stage) -> None:
    await a_room(stage)
    told = await stage.type("U1", "/log call - they like the pilot > send quote friday", ROOM)
    assert "logged on *Acme pilot*" in everything(told)
    assert "deal was meant" in everything(told)
    said = await news(stage, "logged on *Acme pilot*")
    assert "they like the pilot" in said
    assert "send quote, Fri, Mar 6" in said
    assert "<@" not in said
    told = await stage.type("U1", "/deal next call their CFO tomorrow", ROOM)
    assert "Acme pilot" in everything(told)
    await news(stage, "call their CFO")
    await stage.type("U1", "/deal show", ROOM)
    assert len(said_in(stage)) == 2
