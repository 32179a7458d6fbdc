"""App Home, opened and kept fresh: what each role sees, where it leads, and what it never shows."""

import json
from typing import Any

import pytest

from tests.journeys.stage import Stage, by_http
from tests.makers import ANSWERS

pytestmark = by_http


async def opened(stage: Stage, person: str) -> dict[str, Any]:
    """Somebody's Home, opened just now."""
    before = stage.sandbox.ws.surfaces.home(person)
    said = await stage.sandbox.act(as_=person, kind="home_opened", tab="home")
    assert said["ok"], said
    await stage.sandbox.until(lambda: stage.sandbox.ws.surfaces.home(person) is not before)
    return stage.sandbox.home(person) or {}


async def says(stage: Stage, person: str, words: str) -> dict[str, Any]:
    """Waits until a Home that nobody opens again says so, and gives it."""

    def told() -> dict[str, Any]:
        view = stage.sandbox.home(person) or {}
        return view if words in text(view) else {}

    return await stage.sandbox.until(told)


def text(view: dict[str, Any]) -> str:
    return json.dumps(view.get("blocks", []), ensure_ascii=False)


async def team_up(stage: Stage) -> None:
    """Jonas reports to Marta; 지우 to nobody; Ada is an admin."""
    for person in ("U1", "U2", "U3"):
        await stage.type(person, "/crm today")
    await stage.type("U4", "/crm people set @Marta role:manager team:West")
    await stage.type("U4", "/crm people set @Jonas manager:@Marta team:West")


async def test_a_new_rep_reads_what_to_do_first(stage: Stage) -> None:
    view = await opened(stage, "U1")
    assert "You have no open deals yet" in text(view)
    assert "You are on no team yet" in text(view)
    await stage.press_in_view("U1", view, "New deal")
    assert stage.fields("U1")


async def test_a_new_rep_reads_it_in_korean(stage: Stage) -> None:
    view = await opened(stage, "U2")
    assert "아직 진행 중인 딜이 없습니다" in text(view)
    assert "2주가 지나면" in text(view)


async def test_a_home_that_is_open_shows_what_its_owner_does(stage: Stage) -> None:
    await opened(stage, "U1")
    await stage.type("U1", "/deal new Acme pilot for Acme 12,000 USD")
    view = await says(stage, "U1", "1 open deal, $12,000")
    assert "*Qualification* · 1 deal" in text(view)
    assert "One open deal has no dated next step" in text(view)
    await stage.type("U1", "/deal next Acme pilot send quote today")
    await says(stage, "U1", "*Due today* (1)")
    await stage.type("U1", "/deal undo")
    await says(stage, "U1", "One open deal has no dated next step")


async def test_an_appointment_whose_day_has_come_is_logged_from_home(stage: Stage) -> None:
    await opened(stage, "U1")
    await stage.type("U1", "/deal new Acme pilot for Acme 12,000 USD")
    await stage.type("U1", "/deal next Acme pilot demo with their IT today")
    view = await says(stage, "U1", "One of these is a meeting or a call")
    await stage.press_in_view("U1", view, "Log it")
    assert "'value': 'demo'" in str(stage.sandbox.stack("U1")[-1]["blocks"])
    await stage.fill("U1", note="they liked it", what="send quote", due="2026-03-06")
    view = await says(stage, "U1", "nothing due today")
    assert "Log it" not in text(view)
    await stage.type("U1", "/deal show Acme pilot")
    assert "they liked it" in text(stage.seen("U1")[-1])


async def test_a_home_shows_what_a_manager_and_a_colleague_do(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U4", "/crm people set @지우 manager:@Marta team:West")
    await stage.type("U1", "/deal new Acme pilot for Acme 12k")
    await opened(stage, "U1")
    await opened(stage, "U2")
    await opened(stage, "U3")
    await stage.type("U3", "/deal next Acme pilot call their CFO today")
    await says(stage, "U1", "*Due today* (1)")
    await stage.type("U1", "/deal won Acme pilot")
    await stage.fill("U1", **(ANSWERS | {"amount": "12k", "won_on": "2026-03-03"}))
    view = await says(stage, "U2", "*Acme pilot* 수주")
    await stage.press_in_view("U2", view, "열기")
    assert "Acme pilot" in text(stage.sandbox.stack("U2")[-1])
    assert "is won" in text(await says(stage, "U3", "is won"))
    assert "is won" not in text(stage.sandbox.home("U1") or {})


async def test_every_figure_leads_to_what_is_behind_it(stage: Stage) -> None:
    await opened(stage, "U1")
    await stage.type("U1", "/deal new Acme pilot for Acme 12,000 USD")
    view = await says(stage, "U1", "*Qualification* · 1 deal")
    for label, found in (
        ("My next steps", "Your open deals"),
        ("All deals", "Your open deals"),
        ("Show", "Acme pilot"),
        ("My figures", "Your week so far"),
    ):
        await stage.press_in_view("U1", view, label)
        assert found in text(stage.sandbox.stack("U1")[-1]), label
    await stage.press_in_view("U1", view, "Find")
    await stage.fill("U1", words="acme")
    assert "*Acme pilot*" in text(stage.sandbox.stack("U1")[-1])


async def test_a_manager_sees_the_team_and_where_a_word_is_due(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U1", "/deal new Acme pilot for Acme 12k")
    view = await opened(stage, "U3")
    assert "*Your team this week*: 1 rep, no stale deal" in text(view)
    assert "*Jonas* · active on 1 day (1 working)" in text(view)
    assert "No deal of your team is stale" in text(view)
    assert "*Your team's pipeline*: 1 open deal" in text(view)
    await stage.press_in_view("U3", view, "The week")
    assert "Jonas" in text(stage.sandbox.stack("U3")[-1])
    await stage.press_in_view("U3", view, "Last week's digest")
    assert "Your team's week" in text(stage.sandbox.stack("U3")[-1])


async def test_nobody_sees_the_figures_of_a_team_that_is_not_theirs(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U1", "/deal new Acme pilot for Acme 12k")
    await stage.type("U1", "/deal move Acme pilot to discovery")
    await stage.fill("U1", budget_holder="their CFO")
    shown = text(await opened(stage, "U2"))
    assert not any(words in shown for words in ("Acme pilot", "<@U1>", "Jonas", "12,000"))
    await stage.type("U4", "/crm people set @지우 role:manager")
    shown = text(await opened(stage, "U2"))
    assert "아직 팀원이 없습니다" in shown
    assert "Jonas" not in shown


async def test_a_leader_sees_teams_and_months_with_the_way_to_the_reports(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U1", "/deal new Acme pilot for Acme 12k")
    await stage.type("U4", "/crm people set @지우 role:leader")
    assert "첫 한 주가 지나면" in text(await opened(stage, "U2"))
    await stage.let_pass(6)
    await stage.type("U1", "/log call Acme - still here")
    view = await opened(stage, "U2")
    assert "*West*: 목표 4개 중" in text(view)
    assert "*팀별 목표 준수*" in text(view)
    assert "data_table" in text(view)
    assert "2026년 3월" in text(view)
    for label, found in (
        ("전체 보고서", "West"),
        ("새 딜 보고서", "2026-03"),
        ("담당자당 수주 보고서", "2026-03"),
    ):
        await stage.press_in_view("U2", view, label)
        assert found in text(stage.sandbox.stack("U2")[-1]), label


async def test_an_admin_sees_what_is_still_to_be_set_up(stage: Stage) -> None:
    view = await opened(stage, "U4")
    assert "*Setting up*: 0 of 5 done" in text(view)
    for label, found in (("Edit it", "Qualification"), ("People", "<@U4>"), ("Settings", "zone")):
        await stage.press_in_view("U4", view, label)
        assert found in text(stage.sandbox.stack("U4")[-1]), label
    await stage.type("U1", "/crm today")
    await stage.type("U1", "/deal new Acme pilot for Acme 12,000 USD")
    view = await says(stage, "U4", "*Deals are in*: 1")
    await team_up(stage)
    await stage.type("U4", "/crm people set @지우 manager:@Marta")
    await says(stage, "U4", "every rep has one")


async def test_a_workspace_that_refuses_tables_reads_the_months_in_words(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U4", "/crm people set @Marta role:leader")
    stage.sandbox.faults.refuse("views.publish", "invalid_arguments")
    view = await opened(stage, "U3")
    assert "data_table" not in text(view)
    assert "won per rep" in text(view)


async def test_a_home_is_drawn_again_after_a_restart_of_the_one_who_draws(stage: Stage) -> None:
    await opened(stage, "U1")
    stage.bot.homes.stop()
    await stage.type("U1", "/deal new Acme pilot for Acme 12k")
    assert "You have no open deals yet" in text(stage.sandbox.home("U1") or {})
    fresh = type(stage.bot.homes)(stage.store, stage.bot.slack.client, stage.sandbox.clock)
    await fresh.look()
    assert "1 open deal, $12,000" in text(stage.sandbox.home("U1") or {})
    published = calls(stage, "views.publish")
    await fresh.look()
    assert calls(stage, "views.publish") == published


def calls(stage: Stage, method: str) -> int:
    return len(stage.sandbox.traffic.find(method))


@pytest.mark.parametrize("words", ["", "   "])
async def test_finding_nothing_in_particular_is_answered_beside_the_field(
    stage: Stage, words: str
) -> None:
    view = await opened(stage, "U1")
    await stage.press_in_view("U1", view, "Find")
    await stage.fill("U1", words=words)
    assert stage.errors("U1")


async def test_a_step_that_is_due_is_opened_or_put_off_from_home(stage: Stage) -> None:
    await opened(stage, "U2")
    await stage.type("U2", "/deal 새 한빛 파일럿 고객사 한빛전자 300만원")
    await stage.type("U2", "/deal 다음 한빛 파일럿 견적서 보내기 오늘")
    view = await says(stage, "U2", "*오늘 할 일* (1)")
    assert "열기" in text(view)
    await stage.press_in_view("U2", view, "내일")
    view = await says(stage, "U2", "오늘 0건")
    assert "*한빛 파일럿* ·" not in text(view)
