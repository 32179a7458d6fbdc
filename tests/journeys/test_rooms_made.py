"""A room is made from the card or tied by a line, untied, refused; half a room is never left."""

import pytest

from tests.journeys.rooms import ROOM, a_room, card_says, open_form, pinned
from tests.journeys.stage import Stage, by_http, everything
from tests.journeys.test_rights import team_up

pytestmark = by_http


async def test_a_channel_is_tied_and_its_card_kept_current(stage: Stage) -> None:
    card = await a_room(stage)
    assert "Acme pilot" in everything(card)
    assert "<@" not in everything(card)
    await stage.type("U1", "/deal next Acme pilot send the quote friday")
    await card_says(stage, "send the quote")
    assert (await pinned(stage))["ts"] == card["ts"]


async def test_the_room_says_which_deal_it_is_and_is_untied(stage: Stage) -> None:
    await a_room(stage)
    told = await stage.type("U2", "/deal room", ROOM)
    assert "*Acme pilot*" in everything(told)
    assert "연결 끊기" not in everything(told)
    told = await stage.type("U1", "/deal room", ROOM)
    await stage.press("U1", told, "Untie")
    untied = await stage.appears("U1", "no longer the room", ROOM)

    def bare() -> bool:
        return not any(one["pinned"] for one in stage.seen("U1", ROOM))

    await stage.sandbox.until(bare, timeout=10)
    await stage.appears("U3", "room any more", ROOM)
    refused = await stage.type("U1", "/deal next send quote friday", ROOM)
    assert "No deal or account is called" in everything(refused)
    await stage.press("U1", untied, "Undo")
    await pinned(stage)
    told = await stage.type("U1", "/deal next send quote friday", ROOM)
    assert "*Acme pilot*" in everything(told)


async def test_who_may_not_change_the_deal_ties_nothing(stage: Stage) -> None:
    await team_up(stage)
    stage.sandbox.ws.add_channel(ROOM, "room")
    refused = await stage.type("U2", "/deal room Acme pilot", ROOM)
    assert "Jonas 님의 딜입니다" in everything(refused)
    refused = await stage.type("U5", "/deal room Acme pilot", ROOM)
    assert "uest" in everything(refused)
    told = await stage.type("U1", "/deal room", ROOM)
    assert "to make it one" in everything(told)


async def test_channels_that_can_be_no_room(stage: Stage) -> None:
    await a_room(stage)
    await stage.type("U1", "/deal new Globex rollout for Globex 20k")
    told = await stage.type("U1", "/deal room Globex rollout", ROOM)
    assert "is the room of Acme pilot already" in everything(told)
    ws = stage.sandbox.ws
    everyone = [*ws.members]
    people = ["U1", "U3"]
    ws.add_channel("C9", "secret", people, is_private=True)
    told = await stage.type("U1", "/deal room Globex rollout", "C9")
    assert "/invite @Pipekeeper" in everything(told)
    ws.add_channel("C10", "with-them", everyone, is_ext_shared=True)
    told = await stage.type("U1", "/deal room Globex rollout", "C10")
    assert "another company" in everything(told)
    told = await stage.type("U1", "/deal room Globex rollout", stage.sandbox.dm("U1"))
    assert "direct message" in everything(told)
    ws.add_channel("C11", "second", everyone)
    told = await stage.type("U1", "/deal room Acme pilot", "C11")
    assert "has a room already: #room-c7" in everything(told)
    ws.add_channel("C12", "open", people)
    told = await stage.type("U1", "/deal room Globex rollout", "C12")
    assert "*Globex rollout*" in everything(told)
    await pinned(stage, "C12")


async def test_a_room_is_made_from_the_deals_card(stage: Stage) -> None:
    await team_up(stage)
    await open_form(stage)
    [form] = stage.sandbox.stack("U1")
    assert "acme-pilot" in str(form["blocks"])
    await stage.fill("U1", name="Acme Pilot!", seen_by="private", people=["U1", "U3"])
    told = await stage.appears("U1", "is made")
    room = next(one for one in stage.sandbox.ws.channels.values() if one.name == "acme-pilot")
    assert room.is_private
    assert f"<#{room.id}>" in everything(told)
    await pinned(stage, room.id)
    assert {"U1", "U3"} <= stage.sandbox.ws.channels[room.id].members
    card = await stage.type("U1", "/deal show Acme pilot")
    assert f"<#{room.id}>" in everything(card)
    await stage.press("U1", card, "Deal room…")
    await stage.appears("U1", "is the room of")


async def test_a_name_that_is_taken_stands_beside_the_field(stage: Stage) -> None:
    await team_up(stage)
    await open_form(stage)
    await stage.fill("U1", name="sales", seen_by="public", people=[])
    assert "There is a channel #sales already" in stage.errors("U1")["name"]
    await stage.fill("U1", name="!!!", seen_by="public", people=[])
    assert "needs a letter" in stage.errors("U1")["name"]


async def test_a_channel_made_by_a_try_that_died_is_taken_up(stage: Stage) -> None:
    await team_up(stage)
    bot = stage.sandbox.platform.app.bot_user_id
    stage.sandbox.ws.add_channel("C20", "acme-pilot", [bot], creator=bot)
    await open_form(stage)
    await stage.fill("U1", name="acme-pilot", seen_by="public", people=["U1"])
    await stage.appears("U1", "is made")
    await stage.sandbox.until(lambda: "U1" in stage.sandbox.ws.channels["C20"].members, timeout=10)
    await pinned(stage, "C20")


async def test_slack_may_swallow_the_making_of_a_channel(stage: Stage) -> None:
    await team_up(stage)
    await open_form(stage)
    stage.sandbox.faults.swallow("conversations.create")
    await stage.fill("U1", name="acme-pilot", seen_by="public", people=["U1"])
    assert "did not answer in time" in stage.errors("U1")["name"]
    await stage.fill("U1", name="acme-pilot", seen_by="public", people=["U1"])
    await stage.appears("U1", "is made")
    made = [one for one in stage.sandbox.ws.channels.values() if one.name == "acme-pilot"]
    assert len(made) == 1
    await pinned(stage, made[0].id)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("missing_scope", "pipekeeper manifest"),
        ("restricted_action", "let apps make channels"),
        ("invalid_name_specials", "take this name"),
        ("something_new", "Slack refused: something_new"),
    ],
)
async def test_what_slack_refuses_says_what_to_do(stage: Stage, code: str, words: str) -> None:
    await team_up(stage)
    await open_form(stage)
    stage.sandbox.faults.refuse("conversations.create", code)
    await stage.fill("U1", name="acme-pilot", seen_by="public", people=["U1"])
    assert words in stage.errors("U1")["name"]


async def test_people_who_cannot_be_invited_keep_no_one_else_out(stage: Stage) -> None:
    await team_up(stage)
    await open_form(stage)
    stage.sandbox.faults.refuse("conversations.invite", "cant_invite")
    await stage.fill("U1", name="acme-pilot", seen_by="private", people=["U1", "U3"])
    await stage.appears("U1", "is made")

    def came() -> bool:
        rooms = [one for one in stage.sandbox.ws.channels.values() if one.name == "acme-pilot"]
        return {"U1", "U3"} <= rooms[0].members

    await stage.sandbox.until(came, timeout=10)


async def test_where_several_deals_fit_the_chosen_one_is_tied(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U1", "/deal new Acme renewal for Acme 5k")
    stage.sandbox.ws.add_channel(ROOM, "room")
    offered = await stage.type("U1", "/deal room Acme", ROOM)
    labels = [
        one["text"]["text"]
        for block in offered["blocks"]
        for one in [*block.get("elements", []), block.get("accessory") or {}]
        if one.get("type") == "button"
    ]
    await stage.press("U1", offered, labels[0])
    card = await pinned(stage)
    assert "Acme" in everything(card)


async def test_a_channel_goes_from_one_deal_to_another(stage: Stage) -> None:
    card = await a_room(stage)
    await stage.type("U1", "/deal new Globex rollout for Globex 20k")
    told = await stage.type("U1", "/deal room", ROOM)
    await stage.press("U1", told, "Untie")
    await stage.type("U1", "/deal room Globex rollout", ROOM)
    await card_says(stage, "Globex rollout")
    assert len([one for one in stage.seen("U1", ROOM) if one["pinned"]]) == 1
    message = stage.sandbox.ws.message(ROOM, card["ts"])
    assert message is not None
    assert "Acme" not in str(message.blocks)
