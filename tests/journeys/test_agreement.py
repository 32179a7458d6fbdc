"""A team agrees on its playbook: drafted, tried on live deals, proposed, agreed to, in force."""

from typing import Any

from tests.journeys.stage import Stage, everything


async def team_up(stage: Stage) -> None:
    """Marta manages, Ada is the admin, Jonas and 지우 sell."""
    for person in ("U1", "U2", "U3", "U4"):
        await stage.type(person, "/crm today")
    await stage.type("U4", "/crm people set @Marta role:manager team:West")
    await stage.type("U4", "/crm people set @Jonas manager:@Marta team:West")
    await stage.type("U1", "/deal new Globex rollout for Globex")


async def top(stage: Stage, person: str, words: str) -> dict[str, Any]:
    """The topmost form, once it says so."""

    def drawn() -> dict[str, Any]:
        stack = stage.sandbox.stack(person)
        return stack[-1] if stack and words in str(stack[-1]) else {}

    return await stage.sandbox.until(drawn)


async def close(stage: Stage, person: str) -> None:
    view_id = stage.sandbox.stack(person)[-1]["id"]
    await stage.sandbox.act(as_=person, kind="view_close", view_id=view_id)


async def ask_for_security(stage: Stage, person: str) -> None:
    """A new criterion in the first stage of the draft."""
    await stage.type(person, "/crm playbook edit")
    await stage.press_in_view(person, stage.sandbox.stack(person)[-1], "What it asks…")
    await stage.press_in_view(person, await top(stage, person, "a deal needs"), "Ask something new")
    await stage.fill(
        person, what="own", ask_en="Security passed?", ask_ko="보안 통과?", answer="yes_no"
    )
    await top(stage, person, "Security passed?")
    await close(stage, person)


async def proposed(stage: Stage) -> None:
    await team_up(stage)
    await ask_for_security(stage, "U3")
    await stage.press_in_view("U3", await top(stage, "U3", "1 change"), "Propose…")
    tried = str((await top(stage, "U3", "Tried on"))["blocks"])
    assert "To leave *Qualification*, new: Security passed?" in tried
    assert "1 open deal in Qualification would lack Security passed" in tried
    await stage.fill("U3", people=["U3", "U4"], note="too many surprises")
    assert stage.sandbox.stack("U3") == []
    await stage.appears("U3", "Version 2 is proposed", stage.sandbox.dm("U3"))


async def test_a_change_is_drafted_tried_proposed_agreed_and_put_in_force(stage: Stage) -> None:
    await proposed(stage)
    asked = await stage.appears("U4", "Do you agree?", stage.sandbox.dm("U4"))
    assert "too many surprises" in everything(asked)
    await stage.press("U4", asked, "Agree")
    assert await stage.appears("U4", "You agreed to version 2", stage.sandbox.dm("U4"))
    heard = await stage.appears("U3", "agrees to version 2", stage.sandbox.dm("U3"))
    assert "2 of 2" in heard["text"]
    ready = await stage.appears("U4", "is agreed: 2 of 2", stage.sandbox.dm("U4"))
    await stage.press("U4", ready, "Put in force…")
    assert (await stage.fill("U4"))["ok"]
    told = await stage.appears("U2", "플레이북 버전 2로 영업합니다", stage.sandbox.dm("U2"))
    assert "*자격 검토* 단계를 떠나려면 새로 필요: 보안 통과?" in everything(told)
    shown = everything(await stage.type("U1", "/crm playbook"))
    assert "Playbook, version 2" in shown
    assert "Security passed?" in shown
    assert "<@U3> proposed it · 2 of 2 agreed" in shown
    history = everything(await stage.type("U1", "/crm playbook history"))
    assert "Version 2* · in force since" in history
    assert "Version 1* · in force from" in history


async def test_deals_keep_what_they_entered_their_stage_under(stage: Stage) -> None:
    await proposed(stage)
    asked = await stage.appears("U4", "Do you agree?", stage.sandbox.dm("U4"))
    await stage.press("U4", asked, "Agree")
    ready = await stage.appears("U4", "is agreed", stage.sandbox.dm("U4"))
    await stage.press("U4", ready, "Put in force…")
    await stage.fill("U4")
    await stage.appears("U1", "we sell by version 2", stage.sandbox.dm("U1"))
    await stage.type("U1", "/deal move globex to discovery")
    assert stage.fields("U1") == ["stage", "budget_holder"], "the deal is older than the question"
    await close(stage, "U1")
    await stage.type("U1", "/deal new Initech renewal for Initech 5k")
    await stage.type("U1", "/deal move initech to discovery")
    assert stage.fields("U1") == ["stage", "budget_holder", "security_passed"]
    await stage.fill("U1", budget_holder="Bill", security_passed="no")
    assert "As long as this is a no" in stage.errors("U1")["security_passed"]
    await stage.fill("U1", budget_holder="Bill", security_passed="yes")
    assert await stage.appears("U1", "moved from Qualification to *Discovery*")


async def test_one_agrees_with_a_word_by_command(stage: Stage) -> None:
    await proposed(stage)
    page = everything(await stage.type("U4", "/crm playbook agree"))
    assert "Object…" in page
    said = everything(await stage.type("U4", "/crm playbook agree if reps get a month to adapt"))
    assert "You agreed to version 2" in said
    assert "agrees: “if reps get a month to adapt”" in said


async def test_an_objection_says_why_and_holds_the_proposal_up(stage: Stage) -> None:
    await proposed(stage)
    asked = await stage.appears("U4", "Do you agree?", stage.sandbox.dm("U4"))
    await stage.press("U4", asked, "Object…")
    await stage.fill("U4", comment=" ")
    assert "needs a word why" in stage.errors("U4")["comment"]
    await stage.fill("U4", comment="reps will tick it blindly")
    heard = await stage.appears("U3", "objects to version 2", stage.sandbox.dm("U3"))
    assert "reps will tick it blindly" in everything(heard)
    look = await stage.type("U4", "/crm playbook history")
    await stage.press("U4", look, "Look")
    page = await stage.appears("U4", "What it changes")
    assert "Put in force…" not in everything(page)
    await stage.press("U4", page, "Withdraw")
    assert await stage.appears("U4", "Version 2 is withdrawn")


async def test_a_playbook_comes_into_force_on_the_day_chosen(stage: Stage) -> None:
    await proposed(stage)
    asked = await stage.appears("U4", "Do you agree?", stage.sandbox.dm("U4"))
    await stage.press("U4", asked, "Agree")
    ready = await stage.appears("U4", "is agreed", stage.sandbox.dm("U4"))
    await stage.press("U4", ready, "Put in force…")
    await stage.fill("U4", on="2026-03-01")
    assert "today or later" in stage.errors("U4")["on"]
    await stage.fill("U4", on="2026-03-05")
    await stage.appears("U4", "comes into force on Thu, Mar 5", stage.sandbox.dm("U4"))
    assert "version 1" in everything(await stage.type("U1", "/crm playbook"))
    await stage.let_pass(2)
    assert await stage.appears("U1", "we sell by version 2", stage.sandbox.dm("U1"))
    assert "version 2" in everything(await stage.type("U1", "/crm playbook"))


async def test_a_stage_is_edited_moved_added_and_the_draft_dropped(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U3", "/crm playbook edit")
    await stage.press_in_view("U3", stage.sandbox.stack("U3")[-1], "Edit")
    await stage.fill("U3", probability="200")
    assert "between 0 and 100" in stage.errors("U3")["probability"]
    await stage.fill("U3", name_en="First look", probability="15", silent_after="3")
    await top(stage, "U3", "3 changes")
    await stage.press_in_view("U3", stage.sandbox.stack("U3")[-1], "New stage")
    await stage.fill("U3", name_en="Pilot", name_ko="파일럿")
    view = await top(stage, "U3", "*Pilot*")
    await stage.press_in_view("U3", view, "Reasons to lose")
    await stage.fill("U3", reasons="Price = 가격\nCompetitor = 경쟁사\nWent silent = 무응답")
    await top(stage, "U3", "changes, not")
    await stage.press_in_view("U3", await top(stage, "U3", "Discard"), "Propose…")
    said = str((await top(stage, "U3", "Propose a change"))["blocks"])
    assert "Stage *Qualification* is called *First look*" in said
    assert "New stage *Pilot*, behind Negotiation" in said
    assert "Reason to lose archived: Timing" in said
    await close(stage, "U3")
    await stage.press_in_view("U3", stage.sandbox.stack("U3")[-1], "Discard")
    assert await top(stage, "U3", "As it is in force")


async def test_a_rep_reads_the_playbook_and_may_not_change_it(stage: Stage) -> None:
    await team_up(stage)
    page = everything(await stage.type("U1", "/crm playbook"))
    assert "*1. Qualification* · 10% · about 14 days" in page
    assert "Budget holder named: who?" in page
    assert "'Edit'" not in page
    refused = await stage.type("U1", "/crm playbook edit")
    assert "proposed by managers, leaders and admins" in refused["text"]
    assert "No proposal is waiting" in (await stage.type("U1", "/crm playbook agree"))["text"]
    korean = everything(await stage.type("U2", "/crm 플레이북"))
    assert "예산 책임자는 누구입니까?" in korean
