"""Goals: set in a form, seen beside what was won, told of once, and taken back."""

from tests.journeys.stage import Stage, by_http, everything
from tests.journeys.test_reports import begin

WON = {
    "budget_holder": "Dana",
    "success_criteria": "line one live",
    "expected_close": "2026-06-30",
    "decision_process": "the CFO signs",
}


async def set_goal(stage: Stage, amount: str, **fields: str) -> None:
    page = await stage.type("U4", "/crm goals")
    await stage.press("U4", page, "Set a goal")
    said = await stage.fill("U4", **({"whose": "workspace"} | fields), amount=amount)
    assert said["ok"], said


async def win(stage: Stage, name: str, amount: str) -> None:
    await stage.type("U1", f"/deal new {name} for Acme {amount}")
    await stage.type("U1", f"/deal won {name}")
    said = await stage.fill("U1", **WON)
    assert said["ok"], said


@by_http
async def test_an_admin_sets_a_goal_and_takes_it_back(stage: Stage) -> None:
    await begin(stage)
    await set_goal(stage, "120,000 USD")
    kept = await stage.appears("U4", "Goal set")
    assert "*Everybody*, Q1 2026: $120,000" in kept["text"]
    page = everything(await stage.type("U4", "/crm goals"))
    assert "Won $0 of $120,000" in page
    assert "10 more are needed" in page, "a win rate of no deals says nothing"
    await stage.press("U4", kept, "Undo")
    assert await stage.appears("U4", "the goal is as it was before")
    assert "No goal is set" in everything(await stage.type("U4", "/crm goals"))


@by_http
async def test_reps_and_managers_set_no_goals_and_see_their_own(stage: Stage) -> None:
    await begin(stage)
    await set_goal(stage, "20,000 USD", whose="rep", whom="U1")
    await stage.appears("U4", "Goal set")
    mine = await stage.type("U1", "/crm goals")
    assert "*Jonas*, Q1 2026" in everything(mine)
    assert "Set a goal" not in everything(mine)
    assert "Jonas" in everything(await stage.type("U3", "/crm goals")), "his manager sees it"
    assert "Jonas" not in everything(await stage.type("U2", "/crm 목표"))
    forecast = everything(await stage.type("U1", "/crm forecast"))
    assert "Won $0 of $20,000" in forecast


@by_http
async def test_marks_are_told_once_and_only_the_highest(stage: Stage) -> None:
    await begin(stage)
    await set_goal(stage, "20,000 USD", whose="rep", whom="U1")
    await win(stage, "Small", "4,000 USD")
    await win(stage, "Middle", "6,000 USD")
    await stage.appears("U1", "50% of the goal is won", channel=stage.sandbox.dm("U1"))
    await win(stage, "Large", "10,000 USD")
    await stage.appears("U1", "The goal is reached", channel=stage.sandbox.dm("U1"))
    await stage.type("U1", "/deal undo")
    await stage.type("U1", "/deal won Large")
    assert (await stage.fill("U1", **WON))["ok"]
    await win(stage, "More", "1,000 USD")
    told = [
        one["text"] for one in stage.seen("U1", stage.sandbox.dm("U1")) if "goal" in one["text"]
    ]
    assert len(told) == 2, told
    assert not any("90%" in one for one in told), "the win that reached it all tells of that alone"


@by_http
async def test_what_a_goal_needs_is_said_beside_the_field(stage: Stage) -> None:
    await begin(stage)
    page = await stage.type("U4", "/crm goals")
    await stage.press("U4", page, "Set a goal")
    await stage.fill("U4", whose="rep", amount="20,000 USD")
    assert "Choose the person" in stage.errors("U4")["whom"]
    await stage.fill("U4", whose="workspace", amount="plenty")
    assert "no amount I can read" in stage.errors("U4")["amount"]
    await stage.fill("U4", whose="team", amount="5m KRW")
    assert "Choose the team" in stage.errors("U4")["team"]


@by_http
async def test_goals_are_typed_a_line_each_and_taken_back_together(stage: Stage) -> None:
    await begin(stage)
    await stage.type("U4", "/crm people set @Jonas team:West")
    refused = await stage.type("U1", "/crm goals set all Q2 5m")
    assert "set by leaders and admins" in refused["text"]
    refused = await stage.type("U4", "/crm goals set West Q2 500k USD\nEast Q2 5k")
    assert "“East” in “East Q2 5k” is neither a team nor one person" in refused["text"]
    assert "No goal was set" in refused["text"]
    kept = await stage.type("U4", "/crm goals set West Q2 500k USD\n<@U1> Q2 90,000 USD")
    assert "*West*, Q2 2026: $500,000" in kept["text"]
    assert "*Jonas*, Q2 2026: $90,000" in kept["text"]
    kept = await stage.type("U4", "/crm 목표 설정 전체 2분기 200만 USD")
    assert "Everybody" in kept["text"]
    await stage.press("U4", kept, "Undo")
    assert await stage.appears("U4", "the goal is as it was before")


@by_http
async def test_a_goal_of_a_time_to_come_is_shown_and_no_word_passed_over(stage: Stage) -> None:
    await begin(stage)
    await stage.type("U4", "/crm people set @Jonas team:West")
    empty = everything(await stage.type("U4", "/crm goals"))
    assert "No goal is set yet." in empty
    assert "/crm goals set West next quarter 500k" in empty
    kept = await stage.type("U4", "/crm goals set West next quarter 500k USD")
    assert "*West*, Q2 2026: $500,000" in kept["text"]
    shown = everything(await stage.type("U4", "/crm goals"))
    assert "*Set for later*" in shown
    assert "*West*, Q2 2026: $500,000" in shown
    assert "West" not in everything(await stage.type("U1", "/crm goals"))
    refused = await stage.type("U4", "/crm 목표 West")
    assert "know what “West” means here" in refused["text"]
