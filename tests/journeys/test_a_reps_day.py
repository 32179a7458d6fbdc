"""A rep between two meetings: a line to log, a tap to undo, a form only for what is missing."""

import pytest

from tests.journeys.stage import Stage, everything

ACME = "/deal new Acme pilot for Acme 12,000 USD closes next friday"


async def test_a_call_is_logged_in_one_line_and_undone_by_a_tap(stage: Stage) -> None:
    made = await stage.type("U1", ACME)
    assert "*Acme pilot* created, in Qualification" in made["text"]
    assert "$12,000" in everything(made)
    logged = await stage.type("U1", "/log call Acme - they like the pilot > send quote friday")
    assert "*Call* logged on *Acme pilot*" in logged["text"]
    assert "By Fri, Mar 6: send quote" in everything(logged)
    await stage.press("U1", logged, "Undo")
    assert await stage.appears("U1", "the activity is no longer logged")
    card = await stage.type("U1", "/deal show acme")
    assert "No activity logged yet" in everything(card)
    assert "No next step planned" in everything(card)


async def test_an_ambiguous_name_becomes_buttons_and_the_line_goes_on(stage: Stage) -> None:
    await stage.type("U1", ACME)
    await stage.type("U1", "/deal new Acme renewal for Acme 5k")
    asked = await stage.type("U1", "/log call Acme - budget is approved > meet the CFO friday")
    assert "Which one did you mean" in asked["text"]
    await stage.press("U1", asked, "This one", nth=1)
    logged = await stage.appears("U1", "logged on *Acme")
    assert "budget is approved" in everything(logged)
    assert "meet the CFO" in everything(logged)


async def test_what_could_not_be_used_comes_back_with_the_nearest_names(stage: Stage) -> None:
    await stage.type("U1", ACME)
    unknown = await stage.type("U1", "/log call Initrode - lunch with <them> & us")
    assert "No deal or account is called “Initrode”" in unknown["text"]
    assert "/log call Initrode - lunch with <them> & us" in everything(unknown)
    fuzzy = await stage.type("U1", "/log call Acme pilto - typo forgiven")
    assert "logged on *Acme pilot*" in fuzzy["text"]


async def test_the_whole_of_it_works_in_korean(stage: Stage) -> None:
    made = await stage.type(
        "U2", "/deal 새 한빛 파일럿 고객사 한빛전자 300만원 마감 다음 주 금요일"
    )
    assert "*한빛 파일럿* – 자격 검토 단계로 새 딜을 만들었습니다" in made["text"]
    logged = await stage.type("U2", "/log 통화 한빛전자 - 파일럿 긍정적 > 견적서 보내기 금요일")
    assert "*한빛 파일럿* – 통화를 기록했습니다" in logged["text"]
    assert "3월 6일 (금)까지: 견적서 보내기" in everything(logged)
    await stage.type("U2", "/deal 이동 한빛 파일럿")
    titles = [view["title"]["text"] for view in stage.sandbox.stack("U2")]
    assert titles == ["단계 이동"]
    await stage.fill("U2", budget_holder="구매팀장")
    assert await stage.appears("U2", "자격 검토에서 *요구 파악* 단계로 옮겼습니다")


async def test_undo_steps_back_through_ones_own_acts_only(stage: Stage) -> None:
    await stage.type("U1", ACME)
    await stage.type("U1", "/deal move acme to discovery")
    await stage.fill("U1", budget_holder="Dana")
    await stage.appears("U1", "moved from")
    nothing = await stage.type("U2", "/deal undo")
    assert "되돌릴 것이 없습니다" in nothing["text"]
    assert "in its stage of before" in (await stage.type("U1", "/deal undo"))["text"]
    assert "was never made" in (await stage.type("U1", "/deal undo"))["text"]
    assert "nothing of yours to undo" in (await stage.type("U1", "/deal undo"))["text"]


@pytest.mark.parametrize("line", ["/log", "/deal", "/crm"])
async def test_a_command_alone_opens_its_form(stage: Stage, line: str) -> None:
    await stage.type("U1", line)
    assert len(stage.sandbox.stack("U1")) == 1


async def test_help_speaks_the_readers_language(stage: Stage) -> None:
    assert "writes down what happened" in (await stage.type("U1", "/log help"))["text"]
    assert "한 줄로 기록합니다" in (await stage.type("U2", "/log 도움말"))["text"]
    assert "/deal 목록" in everything(await stage.type("U2", "/deal 도움말"))
    assert "20억" in everything(await stage.type("U2", "/crm 도움말 목표"))
    assert "`/crm goals set" in everything(await stage.type("U1", "/log help goals"))
    assert "There is no help on “xyzzy”" in everything(await stage.type("U1", "/crm help xyzzy"))


async def test_a_guest_is_refused_with_a_sentence(stage: Stage) -> None:
    refused = await stage.type("U5", "/crm today")
    assert "for full members of this workspace" in refused["text"]


async def test_buttons_inside_a_modal_and_on_app_home_lead_on(stage: Stage) -> None:
    await stage.type("U1", ACME)
    await stage.type("U1", "/deal next acme send quote today")
    await stage.type("U1", "/crm")
    await stage.press_in_view("U1", stage.sandbox.stack("U1")[-1], "Open")
    [card] = stage.sandbox.stack("U1")
    assert "No activity logged yet" in str(card["blocks"])
    await stage.press_in_view("U1", card, "Move")
    assert [view["title"]["text"] for view in stage.sandbox.stack("U1")][-1] == "Move deal"
    await stage.fill("U1", budget_holder="Dana")
    assert await stage.appears("U1", "moved from", stage.sandbox.dm("U1"))
    await stage.sandbox.act(as_="U1", kind="home_opened")
    home = await stage.sandbox.until(lambda: stage.sandbox.home("U1") or {})
    await stage.press_in_view("U1", home, "My deals")
    assert "Your open deals" in str(stage.sandbox.stack("U1")[-1]["blocks"])


async def test_more_words_that_begin_a_name_go_before_fewer_that_are_one(stage: Stage) -> None:
    await stage.type("U1", ACME)
    await stage.type("U1", "/deal new Acme renewal 2026 for Acme 5k")
    logged = await stage.type("U1", "/log call Acme renewal they want a discount")
    assert "logged on *Acme renewal 2026*" in logged["text"]
    assert "they want a discount" in everything(logged)
