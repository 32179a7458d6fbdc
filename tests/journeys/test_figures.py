"""From a report's line to the deals behind it, to a deal's card, and back."""

from tests.journeys.stage import Stage, by_http, everything
from tests.journeys.test_export import files
from tests.journeys.test_own_playbook import begin as begin_with_own_playbook
from tests.journeys.test_reports import begin


async def test_a_line_opens_its_deals_and_each_its_card(stage: Stage) -> None:
    await begin(stage)
    for number in range(11):
        await stage.type("U1", f"/deal new Extra {number} for Acme 1,000 USD")
    page = await stage.type("U4", "/crm report opportunities by rep")
    await stage.press("U4", page, "Jonas (USD)")
    first = await stage.appears("U4", "12 deals")
    assert "*New opportunities*, *Jonas*" in first["text"]
    assert "$23,000" in first["text"], "the sum of all of them, as the report has it"
    assert "Acme pilot" in everything(first), "the largest stands first"
    assert "한빛" not in everything(first)
    await stage.press("U4", first, "Open")
    assert await stage.appears("U4", "Qualification")
    await stage.press("U4", first, "Next →")
    second = await stage.appears("U4", "9–12 of 12")
    await stage.press("U4", second, "Back to the report")
    assert await stage.appears("U4", "everybody's")


@by_http
async def test_a_rep_looks_behind_their_own_figures_alone(stage: Stage) -> None:
    await begin(stage)
    page = await stage.type("U1", "/crm report opportunities last 6 months by month")
    await stage.press("U1", page, "Mar 2026")
    own = everything(await stage.appears("U1", "1 deal"))
    assert "Acme pilot" in own
    assert "한빛" not in own
    korean = await stage.type("U2", "/crm 보고서 기회 최근 6개월 월별")
    await stage.press("U2", korean, "2026년 3월 (KRW)")
    assert "한빛 파일럿" in everything(await stage.appears("U2", "딜 1건"))


@by_http
async def test_a_report_is_told_by_a_custom_field(stage: Stage) -> None:
    await begin_with_own_playbook(stage)
    for name, sector in (("Mill", "food"), ("Bakery", "food"), ("Forge", "steel"), ("Bare", "")):
        await stage.type("U1", f"/deal new {name} 1,000 USD")
        if sector:
            await stage.type("U1", f"/deal edit {name}")
            assert (await stage.fill("U1", sector=sector))["ok"]
    page = await stage.type("U1", "/crm report opportunities by field:sector")
    told = everything(page)
    assert "Food" in told
    assert "$2,000" in told
    assert "nobody" in told or "none" in told, "the deal that holds nothing has a line too"
    await stage.press("U1", page, "Food")
    behind = everything(await stage.appears("U1", "2 deals"))
    assert "Mill" in behind
    assert "Bakery" in behind
    assert "Forge" not in behind
    await stage.type("U1", "/crm report pipeline by field:업종")
    refused = await stage.type("U1", "/crm report wins by product")
    assert "has no field" in refused["text"]
    assert "plants and sector" in refused["text"]


@by_http
async def test_a_deal_that_needs_attention_is_opened_from_the_report(stage: Stage) -> None:
    await begin(stage)
    page = await stage.type("U1", "/crm report attention")
    await stage.press("U1", page, "Acme pilot")
    card = everything(await stage.appears("U1", "$12,000"))
    assert "Qualification" in card
    assert "Acme pilot" in card


@by_http
async def test_the_figures_of_people_open_their_deals_and_a_file_of_them(stage: Stage) -> None:
    await begin(stage)
    await stage.type("U1", "/log call Acme pilot - they like it")
    page = await stage.type("U4", "/crm report adoption")
    await stage.press("U4", page, "Jonas · Mar 2")
    stood = await stage.appears("U4", "Open deals* ·")
    assert "Acme pilot" in everything(stood)
    await stage.press("U4", stood, "Activities (1)")
    did = await stage.appears("U4", "Counted: 1, on 1 deal.")
    await stage.press("U4", did, "CSV")
    [file] = await files(stage, "U4", 1)
    held = stage.sandbox.platform.uploads.content(file["id"])
    assert held is not None
    assert b"Acme pilot" in held[0]
    page = await stage.type("U1", "/crm report compliance")
    await stage.press("U1", page, "Not touched for 30 days")
    own = await stage.appears("U1", "Not touched for 30 days* ·")
    assert "No deal is behind" in everything(own)
    await stage.press("U1", own, "Open deals (1)")
    assert "한빛" not in everything(await stage.appears("U1", "Open deals* ·"))
