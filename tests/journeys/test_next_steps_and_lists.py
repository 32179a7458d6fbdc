"""A morning: next steps are settled from their message, and a manager writes about a quiet deal."""

from datetime import timedelta

from sqlalchemy.orm import Session

from bot.domain.people import Actor
from store import people, workspaces
from tests.journeys.stage import TUESDAY, Stage, by_http, everything
from tests.journeys.test_rights import team_up
from tests.makers import make_deal


async def test_done_from_the_reminder_asks_for_the_next_one(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U1", "/deal next Acme pilot send quote tomorrow")
    await stage.let_pass(1)
    home = stage.sandbox.dm("U1")
    reminder = await stage.appears("U1", "One thing you planned is up today", home)
    assert "*send quote*, today" in everything(reminder)
    await stage.press("U1", reminder, "Done")
    await stage.fill("U1", note="they said yes", what="call the CFO")
    assert "By when" in stage.errors("U1")["due"]
    await stage.fill("U1", what="call the CFO next tuesday", repeats="weekly")
    settled = await stage.appears("U1", "All that you planned for this day is settled", home)
    assert settled["ts"] == reminder["ts"]
    assert "call the CFO" in everything(settled)
    card = await stage.type("U1", "/deal show Acme pilot")
    assert "they said yes" in everything(card)
    assert "By Tue, Mar 10: call the CFO (every week)" in everything(card)


async def test_tomorrow_is_one_tap(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U1", "/deal next Acme pilot send quote tomorrow")
    await stage.let_pass(1)
    home = stage.sandbox.dm("U1")
    reminder = await stage.appears("U1", "One thing you planned", home)
    await stage.press("U1", reminder, "Tomorrow")
    await stage.appears("U1", "By Thu, Mar 5", home)


@by_http
async def test_a_question_is_set_aside_where_it_does_not_help(stage: Stage) -> None:
    await team_up(stage)
    home = stage.sandbox.dm("U1")
    await stage.let_pass(12)
    asked = await stage.appears("U1", "went quiet", home)
    await stage.press("U1", asked, "Not helpful")
    settled = await stage.appears("U1", "All settled", home)
    assert "set aside" in everything(settled)
    answer = await stage.appears("U1", "rests for eight working days", home)
    await stage.press("U1", answer, "Undo")
    assert "went quiet" in (await stage.appears("U1", "went quiet", home))["text"]


@by_http
async def test_what_nobody_answers_is_the_managers_to_ask_about_or_reassign(stage: Stage) -> None:
    await team_up(stage)
    jonas = stage.store.ask(1, _actor, "U1")
    for name in ("Globex rollout", "Initech support"):
        make_deal(stage.store, jonas, name, at=TUESDAY - timedelta(days=40))
    boss, home = stage.sandbox.dm("U3"), stage.sandbox.dm("U1")
    await stage.let_pass(9)
    listed = await stage.appears("U3", "2 deals of your people need you", boss)
    await stage.press("U3", listed, "Ask")
    await stage.fill("U3", words="is <!channel> still on?")
    given = await stage.appears("U3", "reads it", boss)
    assert "still on?" in everything(given)
    question = await stage.appears("U1", "asks about", home)
    await stage.press("U1", question, "Log")
    await stage.fill("U1", note="all on")
    answered = await stage.appears("U3", "One deal of your people needs you", boss)
    await stage.press("U3", answered, "Reassign")
    await stage.fill("U3", owner="U3")
    settled = await stage.appears("U3", "Every deal on this list", boss)
    assert "now someone else" in everything(settled)
    await stage.press("U3", settled, "Praise")
    await stage.fill("U3", words="good call")
    await stage.appears("U1", "praises your work", home)


def _actor(session: Session, slack_id: str) -> Actor:
    person = people.by_slack_id(session, slack_id)
    assert person is not None
    return Actor(person, workspaces.bound(session))


@by_http
async def test_a_deal_on_hold_is_marked_and_nowhere_late(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U1", "/deal next Acme pilot send quote mar 2")
    await stage.type("U1", "/deal hold Acme pilot until mar 16 budget round")
    marked = ":double_vertical_bar: On hold until Mon, Mar 16 · send quote"
    today = everything(await stage.type("U1", "/crm today"))
    assert "nothing overdue" in today
    assert "*On hold* (1)" in today
    for page in (today, everything(await stage.type("U1", "/deal list"))):
        assert marked in page
        assert "Overdue" not in page
    await stage.sandbox.act(as_="U1", kind="home_opened", tab="home")
    home = await stage.sandbox.until(lambda: stage.sandbox.home("U1") or {})
    assert marked in str(home["blocks"])
    assert "Overdue" not in str(home["blocks"])
    korean = everything(await stage.type("U2", "/deal 목록 전체"))
    assert ":double_vertical_bar: 3월 16일 (월)까지 보류 · send quote" in korean


@by_http
async def test_what_has_no_next_step_is_a_list_that_gives_it_one(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U2", "/deal 새 한빛 파일럿 고객사 한빛전자 300만원")
    await stage.type("U2", "/deal 새 새한 증설 고객사 새한로봇 200만원")
    await stage.type("U2", "/deal 보류 새한 증설 3월 16일까지 예산 확정 대기")
    today = await stage.type("U2", "/crm 오늘")
    assert "다음 행동이 없는 딜이 2건" in everything(today)
    await stage.press("U2", today, "정하기")
    listed = await stage.appears("U2", "다음 행동 날짜 없음: *2건*")
    assert "새한 증설" not in everything(listed)
    await stage.press("U2", listed, "다음 행동")
    await stage.fill("U2", what="견적서 보내기", due="2026-03-06")
    await stage.appears("U2", "견적서 보내기")
    assert "다음 행동이 없는 딜이 1건" in everything(await stage.type("U2", "/crm 오늘"))


@by_http
async def test_a_question_about_a_passed_date_takes_the_new_one(stage: Stage) -> None:
    await team_up(stage)
    korean = stage.store.ask(1, _actor, "U2")
    make_deal(stage.store, korean, "한빛 증설", at=TUESDAY, closes_on=TUESDAY.date())
    home = stage.sandbox.dm("U2")
    await stage.let_pass(2)
    asked = await stage.appears("U2", "예상 마감일이 지난 딜이 1건", home)
    assert "날짜가 정해진 다음 행동이 없는 딜이 2건" in everything(asked)
    await stage.press("U2", asked, "새 마감일")
    await stage.fill("U2", closes="2026-02-27")
    assert "오늘이거나 앞으로 올 날" in stage.errors("U2")["closes"]
    await stage.fill("U2", closes="2026-04-30")
    settled = await stage.appears("U2", "모두 정리했습니다", home)
    assert settled["ts"] == asked["ts"]
    card = await stage.type("U2", "/deal 보기 한빛 증설")
    assert "4월 30일" in everything(card)
