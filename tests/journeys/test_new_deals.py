"""For whom a new deal is: the account that is meant is used and said, or asked about by buttons."""

from tests.journeys.stage import Stage, everything


async def test_the_one_account_that_a_name_begins_is_used_and_said(stage: Stage) -> None:
    await stage.type("U1", "/deal new First for Nakatomi Trading 5k")
    made = await stage.type("U1", "/deal new Extra seats for Nakatomi 15k closes friday")
    assert "Nakatomi Trading · $15,000" in everything(made)
    assert "“Nakatomi” was taken for the account *Nakatomi Trading*" in everything(made)
    await stage.press("U1", made, "New account “Nakatomi”")
    assert await stage.appears("U1", "*Extra seats* is now a deal for *Nakatomi*.")
    # Now there is one of just that name, which is no longer in question.
    third = await stage.type("U1", "/deal new Third for Nakatomi 1k")
    assert "Nakatomi · $1,000" in everything(third)
    assert "account" not in everything(third)


async def test_a_typo_is_asked_about_and_a_tap_puts_it_right(stage: Stage) -> None:
    await stage.type("U1", "/deal new Globex rollout for Globex 5k")
    made = await stage.type("U1", "/deal new Analytics for Glbex 15k")
    assert "Glbex (new account)" in everything(made)
    assert "Did you mean this one?" in everything(made)
    await stage.type("U1", "/log call Analytics - they like it")
    await stage.press("U1", made, "Globex")
    moved = await stage.appears("U1", "*Analytics* is now a deal for *Globex*.")
    found = await stage.type("U1", "/crm find Glbex")
    assert "*Glbex*" not in everything(found)
    assert "last activity Tue, Mar 3" in everything(found), "what was logged goes along"
    assert "Globex" in everything(await stage.type("U1", "/deal show Analytics"))
    await stage.press("U1", moved, "Undo")
    await stage.appears("U1", "the deal is as it was")
    before = everything(await stage.type("U1", "/crm find Glbex"))
    assert "*Glbex*" in before
    assert "last activity Tue, Mar 3" in before
    assert "the activity is no longer logged" in everything(await stage.type("U1", "/deal undo"))


async def test_of_several_none_is_guessed(stage: Stage) -> None:
    for name in ("Acme Foods", "Acme Steel", "Site 1"):
        await stage.type("U1", f"/deal new First {name} for {name} 5k")
    made = await stage.type("U1", "/deal new Pilot for Acme 5k")
    assert "Acme (new account)" in everything(made)
    assert "Did you mean one of these?" in everything(made)
    await stage.press("U1", made, "Acme Steel")
    assert await stage.appears("U1", "*Pilot* is now a deal for *Acme Steel*.")
    alone = await stage.type("U1", "/deal new Second site for Site 2 5k")
    assert "Site 2 (new account)" in everything(alone)
    assert "Did you mean" not in everything(alone)


async def test_a_form_and_korean_do_the_same(stage: Stage) -> None:
    await stage.type("U2", "/deal 새 파일럿 고객사 한빛전자 300만원")
    made = await stage.type("U2", "/deal 새 증설 고객사 한빛 500만원")
    assert "“한빛” – *한빛전자* 고객사로 이해했습니다" in everything(made)
    await stage.press("U2", made, "새 고객사 “한빛”")
    assert await stage.appears("U2", "*증설* – *한빛* 고객사의 딜로 옮겼습니다.")
    await stage.type("U2", "/deal 새")
    await stage.fill("U2", name="세 번째", account="한빗전자")
    asked = await stage.appears("U2", "세 번째")
    assert "혹시 이 고객사인가요?" in everything(asked)
    assert "한빗전자 (새 고객사)" in everything(asked)


async def test_an_amount_below_zero_and_a_day_gone_by_are_told(stage: Stage) -> None:
    refused = await stage.type("U1", "/deal new Extra for Pied Piper -5000 USD")
    assert "“-5000 USD” is below zero" in everything(refused)
    korean = await stage.type("U2", "/deal 새 증설 고객사 새한로봇 -300만원")
    assert "“-300만원” – 금액은 0보다 작을 수 없습니다" in everything(korean)
    assert "Pied" not in (await stage.type("U1", "/crm find Pied"))["text"].replace("“Pied”", "")
    old = await stage.type("U1", "/deal new Old one for Hooli 5k closes 2025-01-01")
    assert "The closing date, Wed, Jan 1, 2025, is in the past" in everything(old)
    await stage.press("U1", old, "Edit")
    await stage.fill("U1", name="Old one", account="Hooli", amount="5k", closes_on="2026-12-01")
    saved = await stage.appears("U1", "*Old one* saved")
    assert "in the past" not in everything(saved)
    korean = await stage.type("U2", "/deal 새 지난 딜 고객사 후리 300만원 마감 2025-01-01")
    assert "이미 지났습니다" in everything(korean)


async def test_a_new_deal_is_not_taken_back_from_under_what_was_logged_on_it(stage: Stage) -> None:
    made = await stage.type("U1", "/deal new Analytics for Glbex 15k")
    await stage.type("U1", "/log call Analytics - they like it")
    await stage.press("U1", made, "Undo")
    assert await stage.appears("U1", "Something was logged on this deal since")
    assert "no longer logged" in (await stage.type("U1", "/deal undo"))["text"]
    undone = await stage.type("U1", "/deal undo")
    assert "*Analytics* was never made" in undone["text"]
    found = await stage.type("U1", "/crm find Glbex")
    assert "Nothing" in found["text"] or "account" not in found["text"]
    korean = await stage.type("U2", "/deal 새 증설 고객사 새한로봇 300만원")
    await stage.type("U2", "/log 통화 증설 - 긍정적")
    await stage.press("U2", korean, "되돌리기")
    assert await stage.appears("U2", "그 뒤에 이 딜에 기록한 활동이 있습니다")


async def test_help_tells_admins_what_only_they_may_do(stage: Stage) -> None:
    rep = everything(await stage.type("U1", "/crm help"))
    assert "/log call" in rep
    assert "/crm import" not in rep
    assert "/crm import" in everything(await stage.type("U4", "/crm help"))
    korean = everything(await stage.type("U2", "/crm 도움말"))
    assert "/log 통화" in korean
    assert "/crm 가져오기" not in korean


async def test_the_move_forms_cursor_stands_in_what_is_missing(stage: Stage) -> None:
    await stage.type("U1", "/deal new Acme pilot for Acme 5k")
    await stage.type("U1", "/deal move Acme pilot")
    blocks = stage.sandbox.stack("U1")[-1]["blocks"]
    focused = [one["block_id"] for one in blocks if one.get("element", {}).get("focus_on_load")]
    assert focused == ["budget_holder"]


async def test_what_a_buttons_sheet_shows_is_its_title(stage: Stage) -> None:
    await stage.type("U2", "/deal 새 한빛 파일럿 고객사 한빛전자 300만원")
    await stage.type("U2", "/deal 다음 한빛 파일럿 방문 오늘")
    await stage.type("U2", "/crm")
    today = stage.sandbox.stack("U2")[-1]
    assert today["title"]["text"] == "오늘"
    await stage.press_in_view("U2", today, "열기")
    assert stage.sandbox.stack("U2")[-1]["title"]["text"] == "딜"


async def test_a_closed_deal_says_so_where_one_is_to_be_chosen(stage: Stage) -> None:
    await stage.type("U1", "/deal new Acme pilot for Acme 5k")
    await stage.type("U1", "/deal new Acme renewal for Acme 5k")
    await stage.type("U1", "/deal lost Acme renewal - pricing")
    asked = everything(await stage.type("U1", "/deal show Acme"))
    assert asked.count(":black_circle: lost") == 1
    card = everything(await stage.type("U1", "/deal show Acme pilot"))
    assert "$5,000 · 10% likely to be won" in card
    korean = everything(await stage.type("U2", "/deal 보기 Acme"))
    assert ":black_circle: 실주" in korean
