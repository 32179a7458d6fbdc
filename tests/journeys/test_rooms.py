"""Life in a deal's room: what is told there, lines without a name, the card, and its end."""

import asyncio
from typing import Any

from bot.rooms import Rooms
from tests.journeys.rooms import ROOM, a_room, card_says, news, pinned, said_in
from tests.journeys.stage import Stage, by_http, everything
from tests.makers import ANSWERS

pytestmark = by_http


async def test_a_line_in_the_room_needs_no_name(stage: Stage) -> None:
    await a_room(stage)
    told = await stage.type("U1", "/log call - they like the pilot > send quote friday", ROOM)
    assert "logged on *Acme pilot*" in everything(told)
    assert "deal was meant" in everything(told)
    assert "they like the pilot" not in everything(told)
    said = await news(stage, "logged on *Acme pilot*")
    assert "they like the pilot" in said
    assert "send quote, Fri, Mar 6" in said
    assert "<@" not in said
    told = await stage.type("U1", "/deal next call their CFO tomorrow", ROOM)
    assert "Acme pilot" in everything(told)
    await news(stage, "call their CFO")
    await stage.type("U1", "/deal show", ROOM)
    assert len(said_in(stage)) == 2


async def test_every_change_is_told_once_and_several_of_one_act_together(stage: Stage) -> None:
    await a_room(stage)
    await stage.type("U1", "/deal move Acme pilot to discovery")
    await stage.fill("U1", budget_holder="their CFO")
    assert "from Qualification to *Discovery*" in await news(stage, "moved")
    await stage.type("U1", "/deal hold Acme pilot until 2026-04-01 budget freeze")
    assert "budget freeze" in await news(stage, "On hold")
    await stage.type("U3", "/deal assign Acme pilot @Marta")
    assert "Jonas → Marta" in await news(stage, "Owner")
    await stage.type("U3", "/deal edit Acme pilot")
    await stage.fill("U3", amount="15,000", closes_on="2026-06-30")
    edited = await news(stage, "Amount")
    assert "$12,000 → $15,000" in edited
    assert "Close date: none → Tue, Jun 30" in edited
    await stage.type("U3", "/deal lost Acme pilot pricing")
    assert "Reason: " in await news(stage, "as lost")
    await stage.type("U3", "/deal reopen Acme pilot")
    await news(stage, "opened *Acme pilot* again")
    told = said_in(stage)
    assert len(told) == 6
    assert all("<@" not in one for one in told)


async def test_what_is_taken_back_is_told_or_was_never_told(stage: Stage) -> None:
    await a_room(stage)
    await stage.type("U1", "/log call Acme pilot - they like it")
    await news(stage, "they like it")
    await stage.type("U1", "/deal undo")
    assert "No longer logged: Call" in await news(stage, "took something back")


async def test_a_name_that_is_typed_goes_before_the_room(stage: Stage) -> None:
    await a_room(stage)
    await stage.type("U1", "/deal new Globex rollout for Globex 20k")
    told = await stage.type("U1", "/log call Globex - they ask for references", ROOM)
    assert "logged on *Globex rollout*" in everything(told)
    assert "deal was meant" not in everything(told)
    told = await stage.type("U1", "/deal next Globex rollout send references friday", ROOM)
    assert "*Globex rollout*" in everything(told)
    told = await stage.type("U1", "/log call the new pricing went down well", ROOM)
    assert "logged on *Acme pilot*" in everything(told)
    await news(stage, "the new pricing went down well")


async def test_moves_and_ends_need_no_name_either(stage: Stage) -> None:
    await a_room(stage)
    await stage.type("U1", "/deal move to discovery", ROOM)
    await stage.fill("U1", budget_holder="their CFO")
    await news(stage, "moved *Acme pilot*")
    told = await stage.type("U1", "/deal stage-history", ROOM)
    assert "Acme pilot" in everything(told)
    told = await stage.type("U1", "/deal lost pricing", ROOM)
    assert "Acme pilot" in everything(told)
    await news(stage, "as lost")
    told = await stage.type("U1", "/deal reopen", ROOM)
    assert "Acme pilot" in everything(told)
    told = await stage.type("U1", "/deal hold until april 1 budget", ROOM)
    assert "Acme pilot" in everything(told)
    await stage.type("U1", "/deal won", ROOM)
    assert stage.fields("U1")


async def test_korean_lines_in_the_room(stage: Stage) -> None:
    await a_room(stage)
    stage.sandbox.ws.add_channel("C8", "한빛")
    told = await stage.type("U2", "/deal 방 한빛 파일럿", "C8")
    assert "*한빛 파일럿* 딜의 방입니다" in everything(told)
    told = await stage.type("U2", "/log 통화 - 파일럿 긍정적 > 견적서 보내기 금요일", "C8")
    assert "*한빛 파일럿*" in everything(told)
    assert "이 방의 딜로 이해했고" in everything(told)
    assert "파일럿 긍정적" in await news(stage, "logged on", "C8")
    await stage.type("U2", "/deal 이동 발굴 단계로", "C8")


async def test_a_channel_that_is_archived_is_no_room_and_the_owner_hears_once(
    stage: Stage,
) -> None:
    await a_room(stage)
    stage.sandbox.archive(ROOM, "U3")
    home = stage.sandbox.dm("U1")
    await stage.appears("U1", "#room-c7 was archived", home)
    stage.sandbox.archive(ROOM, "U3")
    await stage.sandbox.settled()
    await stage.type("U1", "/deal next Acme pilot send the quote friday")
    lost = [one for one in stage.seen("U1", home) if "was archived" in everything(one)]
    assert len(lost) == 1


async def test_a_bot_that_is_put_out_says_so(stage: Stage) -> None:
    await a_room(stage)
    stage.sandbox.put_out(ROOM)
    await stage.appears("U1", "is no longer in #room-c7", stage.sandbox.dm("U1"))


async def test_a_mention_in_the_room_or_its_threads_needs_no_name(stage: Stage) -> None:
    await a_room(stage)
    bot = stage.sandbox.platform.app.bot_user_id

    async def say(words: str, thread: str | None = None) -> None:
        more = {"thread_ts": thread} if thread else {}
        said = await stage.sandbox.act(
            as_="U1", kind="message", channel=ROOM, text=f"<@{bot}> {words}", **more
        )
        assert said["ok"], said

    async def answered(thread: str, words: str) -> dict[str, Any]:
        def found() -> dict[str, Any]:
            replies = stage.sandbox.messages(ROOM, viewer="U1", thread=thread)
            return next((one for one in replies if words in everything(one)), {})

        return await stage.sandbox.until(found)

    await say("called them, send quote friday")
    mention = stage.seen("U1", ROOM)[-1]
    card = await answered(mention["ts"], "Shall I log it?")
    assert "Acme pilot" in everything(card)
    await stage.press("U1", card, "Confirm")
    await news(stage, "logged on *Acme pilot*")
    await say("move to discovery", mention["ts"])
    card = await answered(mention["ts"], "Shall I make it?")
    assert "Acme pilot" in everything(card)
    await say("how is it going?", mention["ts"])
    await answered(mention["ts"], "Qualification")


async def test_a_card_is_brought_up_to_date_after_a_restart(stage: Stage) -> None:
    await a_room(stage)
    stage.bot.rooms.stop()
    await asyncio.wait([one for one in asyncio.all_tasks() if one.get_name() == "rooms"])
    await stage.type("U1", "/deal next Acme pilot visit their plant friday")
    await news(stage, "visit their plant")
    assert "visit their plant" not in everything(await pinned(stage))
    after = Rooms(stage.store, stage.bot.slack.client, stage.sandbox.clock)
    await after.look()
    assert "visit their plant" in everything(await pinned(stage))
    before = len(stage.sandbox.traffic.entries)
    await after.look()
    assert len(stage.sandbox.traffic.entries) == before


async def test_a_card_that_somebody_deletes_comes_again(stage: Stage) -> None:
    card = await a_room(stage)
    ws = stage.sandbox.ws
    message = ws.message(ROOM, card["ts"])
    assert message is not None
    ws.delete(message)
    ws.pins[ROOM].clear()
    await stage.type("U1", "/deal next Acme pilot send the quote friday")
    assert (await card_says(stage, "send the quote"))["ts"] != card["ts"]


async def test_forms_opened_in_the_room_begin_with_its_deal(stage: Stage) -> None:
    await a_room(stage)
    await stage.type("U1", "/log", ROOM)
    [form] = stage.sandbox.stack("U1")
    assert "Acme pilot" in str(form["blocks"])


async def test_a_win_is_told_in_the_room_once_even_where_wins_are_announced(stage: Stage) -> None:
    await a_room(stage)
    await stage.type("U1", "/deal won Acme pilot 12k")
    filled = ANSWERS | {"channel": ROOM, "reason": "value"}
    await stage.fill("U1", **{name: filled[name] for name in stage.fields("U1") if name in filled})
    await news(stage, ":tada:")
    assert len([one for one in said_in(stage) if ":tada:" in one]) == 1


async def test_a_channel_that_another_company_comes_into_is_no_room(stage: Stage) -> None:
    await a_room(stage)
    stage.sandbox.share(ROOM, "T9")
    await stage.appears("U1", "shared with another company", stage.sandbox.dm("U1"))
    await stage.appears("U3", "room any more", ROOM)
    told = len(said_in(stage))
    await stage.type("U1", "/log call Acme pilot - they sign tomorrow")
    await stage.sandbox.settled()
    assert len(said_in(stage)) == told


async def test_the_card_is_posted_as_it_stays_and_not_edited_at_once(stage: Stage) -> None:
    card = await a_room(stage)
    await stage.bot.rooms.look()
    message = stage.sandbox.ws.message(ROOM, card["ts"])
    assert message is not None
    assert message.edited_ts is None
    await stage.type("U1", "/deal next Acme pilot send the quote friday")
    await card_says(stage, "send the quote")
    message = stage.sandbox.ws.message(ROOM, card["ts"])
    assert message is not None
    assert message.edited_ts is not None, "what happened since is drawn"


async def test_a_rename_in_slack_is_followed(stage: Stage) -> None:
    await a_room(stage)
    stage.sandbox.rename(ROOM, "acme-war-room")
    await stage.sandbox.settled()
    stage.sandbox.ws.add_channel("C8", "second", [*stage.sandbox.ws.members])
    told = await stage.type("U1", "/deal room Acme pilot", "C8")
    assert "#acme-war-room" in everything(told)


async def test_a_room_that_comes_back_from_the_archive_says_how_to_tie_it_again(
    stage: Stage,
) -> None:
    await a_room(stage)
    home = stage.sandbox.dm("U1")
    stage.sandbox.archive(ROOM, "U3")
    await stage.appears("U1", "#room-c7 was archived", home)
    stage.sandbox.unarchive(ROOM, "U3")
    await stage.appears("U1", "#room-c7, which was the room of *Acme pilot*, is there again", home)
    await stage.type("U1", "/deal room Acme pilot", ROOM)
    assert await pinned(stage)
