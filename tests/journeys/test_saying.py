"""Plain words, typed to the bot: understood, shown, and written only after a yes."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.schema import ActivityRow
from tests.journeys.stage import SALES, Stage, everything
from tests.journeys.test_rights import team_up


async def _say(
    stage: Stage, person: str, text: str, channel: str, thread: str | None = None
) -> None:
    request: dict[str, Any] = {"thread_ts": thread} if thread else {}
    said = await stage.sandbox.act(
        as_=person, kind="message", channel=channel, text=text, **request
    )
    assert said["ok"], said


async def _tell(stage: Stage, person: str, text: str, expected: str) -> dict[str, Any]:
    home = stage.sandbox.dm(person)
    await _say(stage, person, text, home)
    return await stage.appears(person, expected, home)


def _all(stage: Stage, person: str, mention: dict[str, Any]) -> str:
    thread = stage.sandbox.messages(SALES, viewer=person, thread=mention["ts"])
    return str([everything(one) for one in [*stage.seen(person), *thread]])


async def _in_thread(stage: Stage, person: str, thread: str, words: str) -> dict[str, Any]:
    def said() -> dict[str, Any]:
        replies = stage.sandbox.messages(SALES, viewer=person, thread=thread)
        return next((one for one in replies if words in everything(one)), {})

    return await stage.sandbox.until(said)


def _activities(stage: Stage) -> int:
    return stage.store.ask(1, _count)


def _count(session: Session) -> int:
    return session.scalar(select(func.count(ActivityRow.id))) or 0


async def test_a_sentence_is_shown_first_and_logged_after_a_yes(stage: Stage) -> None:
    await team_up(stage)
    before = _activities(stage)
    card = await _tell(
        stage, "U1", "called Acme, CFO likes the terms, send quote Friday", "Shall I log it?"
    )
    told = everything(card)
    assert "Acme pilot" in told
    assert "CFO likes the terms" in told
    assert "send quote" in told
    assert "Fri, Mar 6" in told
    assert _activities(stage) == before
    await stage.press("U1", card, "Confirm")
    done = await stage.appears("U1", "logged on *Acme pilot*", stage.sandbox.dm("U1"))
    assert done["ts"] == card["ts"]
    assert _activities(stage) == before + 1


async def test_korean_is_understood_as_well(stage: Stage) -> None:
    await team_up(stage)
    card = await _tell(stage, "U2", "Acme pilot 제안 단계로 옮겨줘", "단계 이동으로 이해했습니다")
    await stage.press("U2", card, "버리기")
    await stage.appears("U2", "버렸습니다", stage.sandbox.dm("U2"))
    card = await _tell(
        stage, "U2", "Acme 미팅 완료, 다음 주 화요일까지 견적서 보내기", "활동으로 이해했습니다"
    )
    assert "견적서 보내기" in everything(card)
    await stage.press("U2", card, "확인")
    await stage.appears("U2", "기록했습니다", stage.sandbox.dm("U2"))


async def test_a_mention_is_answered_in_its_thread(stage: Stage) -> None:
    await team_up(stage)
    bot = stage.sandbox.platform.app.bot_user_id
    await _say(stage, "U1", f"<@{bot}> move Acme pilot to discovery", SALES)
    mention = stage.seen("U1")[-1]
    card = await _in_thread(stage, "U1", mention["ts"], "Shall I make it?")
    await stage.press("U3", card, "Confirm")
    await stage.sandbox.until(lambda: "Only the person who said this" in _all(stage, "U3", mention))
    await stage.press("U1", card, "Discard")
    await _in_thread(stage, "U1", mention["ts"], "Discarded")


async def test_edit_opens_the_form_filled_in_and_closing_it_leaves_the_card(stage: Stage) -> None:
    await team_up(stage)
    before = _activities(stage)
    card = await _tell(stage, "U1", "called Acme, they liked it, send quote Friday", "log it?")
    await stage.press("U1", card, "Edit")
    [view] = stage.sandbox.stack("U1")
    assert "send quote" in str(view["blocks"])
    assert "2026-03-06" in str(view["blocks"])
    assert _activities(stage) == before
    await stage.sandbox.act(as_="U1", kind="view_close", view_id=view["id"])
    again = await stage.appears("U1", "log it?", card["channel"])
    await stage.press("U1", again, "Confirm")
    await stage.appears("U1", "logged on *Acme pilot*", card["channel"])
    assert _activities(stage) == before + 1


async def test_a_form_opened_from_a_card_writes_once_and_becomes_its_answer(stage: Stage) -> None:
    await team_up(stage)
    before = _activities(stage)
    card = await _tell(stage, "U1", "called Acme, they liked it, send quote Friday", "log it?")
    await stage.press("U1", card, "Edit")
    await stage.fill("U1")
    done = await stage.appears("U1", "logged on *Acme pilot*", stage.sandbox.dm("U1"))
    assert done["ts"] == card["ts"]
    assert _activities(stage) == before + 1


async def test_a_form_writes_nothing_once_its_card_was_discarded(stage: Stage) -> None:
    await team_up(stage)
    before = _activities(stage)
    card = await _tell(stage, "U1", "called Acme, they liked it, send quote Friday", "log it?")
    await stage.press("U1", card, "Edit")
    await stage.press("U1", card, "Discard")
    await stage.appears("U1", "Discarded", card["channel"])
    said = await stage.fill("U1")
    assert "This was done or discarded already" in f"{said} {stage.errors('U1')} {stage.seen('U1')}"
    assert _activities(stage) == before


async def test_somebody_new_is_met_after_a_yes_only(stage: Stage) -> None:
    await team_up(stage)
    card = await _tell(stage, "U1", "coffee with Dana Scully from Acme, she likes it", "log it?")
    assert "With Dana Scully, who is new here" in everything(card)
    await stage.press("U1", card, "Confirm")
    await stage.appears("U1", "logged on *Acme pilot*", stage.sandbox.dm("U1"))
    card = await _tell(stage, "U1", "called Dana Scully, all good", "log it?")
    assert "With Dana Scully" in everything(card)
    assert "new here" not in everything(card)


async def test_questions_are_answered_at_once(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U1", "/log call Acme pilot - they want a test > send the plan friday")
    told = await _tell(stage, "U1", "what did we promise Acme?", "What is promised on")
    assert "send the plan" in everything(told)
    await _tell(stage, "U1", "what did I do today?", "What you logged")
    await _tell(stage, "U2", "어제 뭐 했지?", "기록한 활동이 없습니다")
    await _tell(stage, "U1", "help", "Tell me in plain words")


async def test_another_amount_and_closing_day_are_shown_and_written_after_a_yes(
    stage: Stage,
) -> None:
    await team_up(stage)
    said = "Acme pilot is now 21k and should close Dec 18"
    card = await _tell(stage, "U1", said, "has changed")
    assert "21,000" in everything(card)
    assert "Dec 18" in everything(card)
    await stage.press("U1", card, "Edit")
    [view] = stage.sandbox.stack("U1")
    assert "21,000" in str(view["blocks"])
    assert "2026-12-18" in str(view["blocks"])
    card = await _tell(stage, "U1", f"{said}!", "has changed")
    await stage.press("U1", card, "Confirm")
    done = await stage.appears("U1", "21,000", card["channel"])
    assert "Acme pilot" in everything(done)


async def test_thanks_are_answered_in_kind(stage: Stage) -> None:
    await team_up(stage)
    await _tell(stage, "U1", "thanks!", "You are welcome")
    await _tell(stage, "U2", "고마워", "별말씀을요")


async def test_what_is_not_clear_is_asked_back(stage: Stage) -> None:
    await team_up(stage)
    card = await _tell(stage, "U1", "blue bicycle umbrella", "I am not sure")
    await stage.press("U1", card, "Log a note")
    card = await stage.appears("U1", "Which deal or account", stage.sandbox.dm("U1"))
    await stage.press("U1", card, "This one")
    card = await stage.appears("U1", "Shall I log it?", stage.sandbox.dm("U1"))
    await stage.press("U1", card, "Confirm")
    await stage.appears("U1", "logged on", stage.sandbox.dm("U1"))


async def test_a_guest_is_refused_with_a_sentence(stage: Stage) -> None:
    await team_up(stage)
    await _tell(stage, "U5", "how is Acme?", "uest")
