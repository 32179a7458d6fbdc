"""Every block and element that Slack has is drawn, and tells what is done with it."""

from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import expect

from tests.browser.chromium import IN_A_BROWSER, Chromium
from tests.browser.page_alone import GALLERY, Stage, page_alone

pytestmark = IN_A_BROWSER


@pytest_asyncio.fixture(loop_scope="session")
async def stage(chromium: Chromium) -> AsyncIterator[Stage]:
    async with page_alone(chromium) as opened:
        yield opened


async def test_no_block_or_element_is_unknown_but_the_two_made_up_ones(stage: Stage) -> None:
    boxes = stage.page.locator(".unknown")
    await expect(boxes).to_have_text(["Unknown block: video", "Unknown block: hologram"])
    drawn = await stage.page.locator("[data-block-type]").count()
    assert drawn == len(GALLERY["blocks"])


async def test_words_are_formatted_as_slack_does_and_never_as_html(stage: Stage) -> None:
    words = stage.block("b-section")
    for tag, text in [("b", "bold"), ("i", "italic"), ("s", "struck"), ("code", "code")]:
        await expect(words.locator(tag)).to_have_text(text)
    await expect(words.locator("blockquote")).to_have_text("quoted")
    await expect(words.locator("pre")).to_have_text("pre *kept*")
    link = words.get_by_role("link")
    await expect(link).to_have_attribute("href", "https://example.com/a?b=1&c=2")
    await expect(link).to_have_count(1)  # javascript: became no link
    seen = await words.inner_text()
    for piece in [
        "@김지우",
        "#서울",
        "@channel",
        "5 < 6 & 7 🎉 :no_such_emoji:",
        "snake_case_stays",
    ]:
        assert piece in seen
    dates = await stage.block("b-dates").inner_text()
    assert "today at 4:00 AM" in dates
    assert "Monday, March 2, 2026" in dates
    assert "*한국어*입니다 굵게 끝" in dates


async def test_every_block_says_what_it_holds(stage: Stage) -> None:
    page = stage.page
    await expect(page.get_by_role("heading", name="Pipeline review 🏆")).to_be_visible()
    await expect(stage.block("b-fields")).to_contain_text("Amount *12k*")
    await expect(page.get_by_role("img", name="A funnel")).to_be_visible()
    await expect(stage.block("b-context")).to_contain_text("Logged by @Jonas Reed")
    await expect(stage.block("b-divider").get_by_role("separator")).to_be_visible()
    await expect(stage.block("b-image")).to_contain_text("The week in a picture")
    await expect(page.get_by_role("img", name="Bars by rep")).to_be_visible()
    await expect(stage.block("b-rich-text").get_by_role("listitem")).to_have_count(3)
    await expect(stage.block("b-rich-text")).to_contain_text("@김지우 🚀 03/02/2026 @here")
    await expect(stage.block("b-markdown").get_by_role("heading", name="Title one")).to_be_visible()
    await expect(stage.block("b-markdown").get_by_role("cell", name="Ada")).to_be_visible()
    await expect(stage.block("b-table").get_by_role("row")).to_have_count(3)
    await expect(stage.block("b-card")).to_contain_text("Quote on Friday")
    for title in ["Won by month", "Pipeline", "Touches", "Lost because of"]:
        await expect(page.get_by_role("img", name=title, exact=True)).to_be_visible()
    assert "Now, Feb: 4" in await stage.block("b-bar").locator("title").all_text_contents()


async def test_a_data_table_pages_and_sorts(stage: Stage) -> None:
    table = stage.block("b-data-table")
    names = table.locator("tbody th")
    await expect(names).to_have_text(["Cho", "Ada"])
    await table.get_by_role("button", name="Next page").click()
    await expect(names).to_have_text(["Bo"])
    await table.get_by_role("button", name="Calls").click()
    await expect(names).to_have_text(["Bo", "Cho"])
    await expect(table.get_by_role("columnheader", name="Calls")).to_have_attribute(
        "aria-sort", "ascending"
    )


async def test_what_is_pressed_and_chosen_in_a_message_is_told(stage: Stage) -> None:
    page = stage.page
    await page.get_by_role("button", name="Win", exact=True).click()
    told = await stage.heard("block_action")
    assert told["container"] == {"type": "message", "channel": "C1", "ts": "1772461800.000100"}
    assert (told["block_id"], told["action_id"]) == ("b-actions", "primary")
    assert told["action"] == {"type": "button", "value": "d1"}
    await page.get_by_role("combobox", name="Move to").click()
    await page.get_by_role("option", name="Closing").click()
    told = await stage.heard("block_action", 2)
    assert told["action"]["selected_option"]["value"] == "c"
    assert told["values"]["b-actions"]["stage"] == told["action"]
    await page.get_by_role("combobox", name="Due on").click()
    await page.get_by_role("button", name="Friday, March 20, 2026").click()
    told = await stage.heard("block_action", 3)
    assert told["action"] == {"type": "datepicker", "selected_date": "2026-03-20"}
    await stage.block("b-accessory-overflow").get_by_role("button").click()
    await page.get_by_role("menuitem", name="Hold").click()
    assert (await stage.heard("block_action", 4))["action"]["selected_option"]["value"] == "hold"
    await page.get_by_role("button", name="Bad answer").click()
    assert (await stage.heard("block_action", 5))["action"]["value"] == "down"


async def test_a_confirm_dialog_asks_first(stage: Stage) -> None:
    page = stage.page
    await page.get_by_role("button", name="Lose", exact=True).click()
    await page.get_by_role("alertdialog", name="Lose it?").get_by_text("Not yet").click()
    await page.get_by_role("button", name="Lose", exact=True).click()
    await page.get_by_role("button", name="Yes, lost").click()
    await stage.heard("block_action")
    assert len(stage.canned.asked("block_action")) == 1
