"""What a search says it found is all that it found; and a deal without an amount keeps to its
owner's own currency."""

from tests.journeys.stage import Stage, by_http, everything


@by_http
async def test_notes_beyond_those_shown_are_counted_and_said(stage: Stage) -> None:
    await stage.type("U1", "/deal new Rollout for Nakatomi 5k")
    for number in range(9):
        await stage.type("U1", f"/log note Nakatomi - migration {number}")
    found = await stage.type("U1", "/crm find migration")
    assert "9 notes" in found["text"]
    assert "Not shown here: 3 notes." in everything(found)
    korean = await stage.type("U2", "/crm 찾기 migration")
    assert "메모 9건" in korean["text"]
    assert "여기에 보이지 않는 것: 메모 3건." in everything(korean)


@by_http
async def test_a_deal_without_an_amount_makes_no_line_in_dollars(stage: Stage) -> None:
    await stage.type("U2", "/deal 새 파일럿 고객사 한빛전자 300만원")
    await stage.type("U2", "/deal 새 증설 고객사 한빛전자")
    report = everything(await stage.type("U4", "/crm report opportunities by rep"))
    assert "3,000,000" in report
    assert "USD" not in report
