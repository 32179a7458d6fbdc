"""Everyone settles their own language, hours and days off; an admin the workspace's calendar."""

from datetime import date, time
from typing import Any

from sqlalchemy.orm import Session

from bot.domain.people import Person
from bot.domain.preferences import Message, Reminding
from bot.domain.working_days import DaysOff
from store import people
from tests.journeys.stage import SALES, Stage, everything
from tests.journeys.test_rights import team_up


def person(stage: Stage, slack_id: str) -> Person:
    def question(session: Session) -> Person:
        found = people.by_slack_id(session, slack_id)
        assert found is not None
        return found

    return stage.store.ask(1, question)


async def settle(stage: Stage, slack_id: str, **fields: Any) -> dict[str, Any]:
    """Opens the form, fills it, and gives the answer."""
    before = {one["ts"] for one in stage.seen(slack_id)}
    await stage.type(slack_id, "/crm settings")
    await stage.fill(slack_id, **fields)
    return await stage.sandbox.until(
        lambda: next((one for one in stage.seen(slack_id) if one["ts"] not in before), {})
    )


def option(value: str) -> dict[str, Any]:
    return {"text": {"type": "plain_text", "text": value}, "value": value}


async def test_settings_hold_from_the_next_word_on_and_are_undone_at_once(stage: Stage) -> None:
    await stage.type("U1", "/crm today")
    before = person(stage, "U1")
    answer = await settle(
        stage,
        "U1",
        language="ko",
        zone=option("Asia/Seoul"),
        country=option("KR"),
        begins="10:00",
        ends="19:00",
        morning="10:30",
        week=["1", "2", "3", "4"],
        days_off="2026-12-24 ~ 2026-12-31\n5월 4일",
        messages=["followups"],
        reminding="single",
    )
    assert answer["text"] == ":white_check_mark: 설정을 저장했습니다."
    assert "월요일, 화요일, 수요일 및 목요일 10:00~19:00 (서울)" in everything(answer)
    now = person(stage, "U1")
    assert (now.locale, now.tz, now.country) == ("ko-KR", "Asia/Seoul", "KR")
    assert (now.workday_start, now.workday_end, now.morning) == (time(10), time(19), time(10, 30))
    assert now.working_days == frozenset({1, 2, 3, 4})
    may = DaysOff(date(2026, 5, 4), date(2026, 5, 4))
    assert now.days_off == (may, DaysOff(date(2026, 12, 24), date(2026, 12, 31)))
    assert now.muted == {Message.NUDGES, Message.DIGEST}
    assert now.reminding is Reminding.SINGLE
    assert "오늘 할 일을 봅니다" in everything(await stage.type("U1", "/crm 도움말"))
    await stage.press("U1", answer, "되돌리기")
    await stage.appears("U1", "설정이 이전과 같습니다")
    assert person(stage, "U1") == before


async def test_what_makes_no_sense_is_said_beside_its_field(stage: Stage) -> None:
    await stage.type("U1", "/crm settings")
    await stage.fill("U1", ends="08:00")
    assert "end after it begins" in stage.errors("U1")["ends"]
    await stage.fill("U1", ends="18:00", week=["1"], morning="20:00")
    assert "within working hours" in stage.errors("U1")["morning"]
    await stage.fill("U1", morning="09:00", days_off="dec 24 to the moon")
    assert "no day or span" in stage.errors("U1")["days_off"]


async def test_the_workspaces_calendar_is_the_admins_to_set(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U1", "/crm settings")
    assert "workspace_week" not in stage.fields("U1")
    await stage.fill("U1", week=["2", "3"])
    await stage.appears("U1", "Your settings are kept", SALES)
    await settle(
        stage,
        "U4",
        workspace_country=option("DE"),
        workspace_week=["7", "1", "2", "3", "4"],
    )
    assert person(stage, "U3").country == "DE"
    assert person(stage, "U3").working_days == frozenset({7, 1, 2, 3, 4})
    assert person(stage, "U4").working_days == frozenset({7, 1, 2, 3, 4})
    assert person(stage, "U1").working_days == frozenset({2, 3}), "chosen by himself"


async def test_wins_are_told_in_the_channel_an_admin_chose(stage: Stage) -> None:
    await team_up(stage)
    await settle(stage, "U4", wins_channel=SALES)
    await stage.type("U1", "/deal new Globex rollout for Globex 48k")
    await stage.type("U1", "/deal won Globex rollout")
    answers = {"budget_holder": "Dana", "success_criteria": "live", "decision_process": "CFO"}
    await stage.fill("U1", **answers, expected_close="2026-06-30", won_on="2026-03-03")
    assert await stage.appears("U2", "won *Globex rollout* with Globex", SALES)


async def test_places_are_found_by_typing(stage: Stage) -> None:
    await stage.type("U2", "/crm settings")
    view = stage.sandbox.stack("U2")[-1]
    for block_id, typed, value in (("zone", "서울", "Asia/Seoul"), ("country", "대한", "KR")):
        block = next(one for one in view["blocks"] if one.get("block_id") == block_id)
        said = await stage.sandbox.act(
            as_="U2",
            kind="options",
            container={"type": "view", "view_id": view["id"]},
            block_id=block_id,
            action_id=block["element"]["action_id"],
            value=typed,
        )
        assert value in str(said), said


async def test_an_admin_settles_by_which_zone_and_in_which_currency_we_count(stage: Stage) -> None:
    await stage.type("U4", "/crm settings")
    await stage.fill("U4", workspace_currency="won")
    assert "There is no currency “WON”" in stage.errors("U4")["workspace_currency"]
    await stage.fill("U4", workspace_currency="krw", workspace_zone=option("Asia/Seoul"))
    await stage.appears("U4", "Your settings are kept", SALES)
    made = await stage.type("U1", "/deal new Acme pilot for Acme 12,000")
    assert "₩12,000" in everything(made)
    undone = await stage.type("U4", "/deal undo")
    assert "Taken back" in undone["text"]
    made = await stage.type("U1", "/deal new Globex pilot for Globex 12,000")
    assert "$12,000" in everything(made)
