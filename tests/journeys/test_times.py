"""A rep says when, in a line, a form or plain words; it is shown, and told before its time."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from store import exports
from tests.journeys.stage import Stage, by_http, everything
from tests.journeys.test_rights import team_up
from tests.journeys.test_saying import _tell


def exported(stage: Stage) -> dict[str, Any]:
    view = exports.VIEWS["deals"]

    def question(session: Session) -> list[Any]:
        return [dict(zip(view.columns, row, strict=True)) for row in exports.rows(session, view)]

    return next(row for row in stage.store.ask(1, question) if row["name"] == "Acme pilot")


async def test_a_line_with_a_time_is_answered_told_and_settled(stage: Stage) -> None:
    await team_up(stage)
    answer = await stage.type("U1", "/log call Acme pilot - ok > send quote friday 3pm")
    assert "By Fri, Mar 6, 3:00 PM: send quote" in everything(answer)
    row = exported(stage)
    assert (row["next_step"], row["next_step_due"].isoformat()) == ("send quote", "2026-03-06")
    assert row["next_step_at"].isoformat() == "2026-03-06T20:00:00+00:00"
    assert list(row)[-1] == "next_step_at"
    assert "3:00 PM" in everything(await stage.type("U1", "/deal list"))
    theirs = everything(await stage.type("U2", "/deal 보기 Acme pilot"))
    assert "3월 7일 (토) 오전 5:00 (서울)까지: send quote" in theirs, "by whose clock"
    assert "New York" not in everything(await stage.type("U3", "/deal show Acme pilot"))
    past = everything(await stage.type("U1", "/deal history Acme pilot"))
    assert "By: nothing → Fri, Mar 6\\nAt (by its owner's clock): nothing → 3:00 PM" in past
    moved = await stage.type("U1", "/deal next Acme pilot demo tomorrow 10am")
    assert "By Wed, Mar 4, 10:00 AM: demo" in everything(moved)
    await stage.press("U1", moved, "Undo")
    await stage.appears("U1", "By Fri, Mar 6, 3:00 PM: send quote")


@by_http
async def test_the_reminder_is_settled_from_its_message(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U1", "/deal next Acme pilot call back today at 23:30")
    home = stage.sandbox.dm("U1")
    until = datetime(2026, 3, 4, 4, 1, tzinfo=UTC) - stage.sandbox.clock()
    await stage.sandbox.clock.advance(until.total_seconds())
    reminder = await stage.appears("U1", ":alarm_clock: *call back*, today, 11:30 PM", home)
    await stage.press("U1", reminder, "Later (1 hour)")

    def settled() -> str:
        inbox = stage.sandbox.messages(home, "U1")
        told = next(everything(one) for one in inbox if one["ts"] == reminder["ts"])
        return told if ":calendar: *call back*, put off" in told else ""

    told = await stage.sandbox.until(settled)
    assert "12:30 AM" in told
    assert "white_check_mark" not in told, "nothing was done yet"


@by_http
async def test_forms_and_plain_words_carry_it(stage: Stage) -> None:
    await team_up(stage)
    card = await _tell(
        stage, "U1", "called Acme, they like it, send quote Friday 3pm", "Shall I log it?"
    )
    assert "Fri, Mar 6, 3:00 PM" in everything(card)
    await stage.press("U1", card, "Edit")
    await stage.fill("U1", note="they love it")
    await stage.appears("U1", "By Fri, Mar 6, 3:00 PM: send quote", stage.sandbox.dm("U1"))
    shown = await stage.type("U1", "/deal show Acme pilot")
    await stage.press("U1", shown, "Next step")
    await stage.fill("U1", due="2026-03-09", due_at="09:30")
    await stage.appears("U1", "By Mon, Mar 9, 9:30 AM: send quote")


@by_http
async def test_korean_reads_and_shows_it(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U2", "/deal new 한빛전자 파일럿")
    answer = await stage.type(
        "U2", "/log 통화 한빛전자 - 긍정적 > 견적서 보내기 금요일 오후 3시 반"
    )
    assert "3월 6일 (금) 오후 3:30" in everything(answer)
    heard = await _tell(
        stage, "U2", "한빛전자 통화 완료, 금요일 오후 3시까지 견적서", "기록할까요?"
    )
    assert "3월 6일 (금) 오후 3:00" in everything(heard)
    early = await _tell(stage, "U2", "한빛전자 금요일 오전 7시에 현장 방문하기", "정해 둘까요?")
    assert "3월 6일 (금) 오전 7:00" in everything(early)
    await stage.press("U2", early, "확인")
    await stage.appears("U2", "오전 7:00까지: 현장 방문하기", stage.sandbox.dm("U2"))
