"""Going about on the page: typing, completing, threads, failing, switching, inspecting."""

import re
from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Locator, expect

from tests.browser.chromium import IN_A_BROWSER, PHONE, Chromium
from tests.browser.page_alone import NOW, Stage, message, page_alone

pytestmark = IN_A_BROWSER


@pytest_asyncio.fixture(loop_scope="session")
async def stage(chromium: Chromium) -> AsyncIterator[Stage]:
    async with page_alone(chromium) as opened:
        yield opened


def _composer(stage: Stage) -> Locator:
    return stage.page.get_by_role("combobox", name="Message #sales")


async def test_a_slash_offers_the_commands_with_what_they_are_for(stage: Stage) -> None:
    composer = _composer(stage)
    await composer.press_sequentially("/")
    offers = stage.page.get_by_role("option")
    await expect(offers).to_have_count(2)
    await expect(offers.first).to_contain_text("Write it down")
    await composer.press("ArrowDown")
    await composer.press("Tab")
    await expect(composer).to_have_value("/deal ")
    await expect(stage.page.get_by_test_id("composer")).to_contain_text("new | list")
    await composer.press_sequentially("list")
    await composer.press("Enter")
    told = await stage.heard("command")
    assert (told["command"], told["text"], told["channel"]) == ("/deal", "list", "C1")
    await expect(composer).to_have_value("")


async def test_escape_takes_the_offers_away_and_enter_sends(stage: Stage) -> None:
    composer = _composer(stage)
    await composer.press_sequentially("/de")
    await composer.press("Escape")
    await expect(stage.page.get_by_role("option")).to_have_count(0)
    await composer.press("Enter")
    assert (await stage.heard("command"))["command"] == "/de"


async def test_an_at_offers_people_and_shift_enter_begins_a_line(stage: Stage) -> None:
    composer = _composer(stage)
    await composer.press_sequentially("ask @김")
    await composer.press("Enter")
    await expect(composer).to_have_value("ask @김지우 ")
    await composer.press("Shift+Enter")
    await composer.press_sequentially("today")
    await composer.press("Enter")
    assert (await stage.heard("message"))["text"] == "ask @김지우 \ntoday"


async def test_what_failed_is_told_beneath_and_what_was_typed_stays(stage: Stage) -> None:
    words = '/log failed with the error "operation_timeout"'
    stage.canned.answers["command"] = {"ok": False, "error": "operation_timeout", "message": words}
    composer = _composer(stage)
    await composer.fill("/log call Acme")
    await composer.press("Enter")
    await expect(stage.page.get_by_role("alert")).to_have_text(words)
    await expect(composer).to_have_value("/log call Acme")
    await composer.press_sequentially("!")
    await expect(stage.page.get_by_role("alert")).to_have_count(0)


async def test_messages_come_change_and_go(stage: Stage) -> None:
    rows = stage.page.get_by_test_id("message")
    sent = message("1772461900.000100", "Fresh *news*")
    await stage.canned.push(type="message", message=sent)
    await expect(rows.last).to_contain_text("Fresh news")
    await stage.canned.push(type="message_changed", message=sent | {"text": "Old", "edited": True})
    await expect(rows.last).to_contain_text("Old(edited)")
    await stage.canned.push(type="message_deleted", channel="C1", ts=sent["ts"])
    await expect(rows).to_have_count(1)
    await stage.canned.push(
        type="message", message=message("1772461901.000100", "Psst", ephemeral=True)
    )
    await expect(rows.last).to_contain_text("Only visible to you")


async def test_a_thread_opens_beside_and_its_replies_stay_there(stage: Stage) -> None:
    page = stage.page
    await page.get_by_test_id("message").hover()
    await page.get_by_role("button", name="Reply in thread").click()
    thread = page.get_by_role("complementary", name="Thread")
    await thread.get_by_role("combobox", name="Reply…").fill("agreed")
    await page.keyboard.press("Enter")
    parent = "1772461800.000100"
    assert (await stage.heard("message"))["thread_ts"] == parent
    reply = message("1772461950.000100", "agreed", user="U1", thread_ts=parent)
    await stage.canned.push(type="message", message=reply)
    await expect(thread.get_by_test_id("message").last).to_contain_text("agreed")
    await expect(page.get_by_test_id("messages").get_by_test_id("message")).to_have_count(1)
    await thread.get_by_role("button", name="Close thread").click()
    await expect(thread).to_have_count(0)


async def test_shortcuts_of_a_message_and_of_everywhere_are_run(stage: Stage) -> None:
    page = stage.page
    await page.get_by_test_id("message").hover()
    await page.get_by_role("button", name="More actions").click()
    await page.get_by_role("menuitem", name="Log it").click()
    told = await stage.heard("message_shortcut")
    assert (told["callback_id"], told["ts"]) == ("log", "1772461800.000100")
    await page.get_by_role("button", name="Shortcuts").click()
    await page.keyboard.press("Enter")
    assert (await stage.heard("shortcut"))["callback_id"] == "anywhere"


async def test_the_home_tab_is_opened_and_drawn(stage: Stage) -> None:
    await stage.page.get_by_role("button", name="Pipekeeper").click()
    await stage.page.get_by_role("tab", name="Home").click()
    assert (await stage.heard("home_opened", 2))["tab"] == "home"
    await expect(stage.page.get_by_role("tabpanel")).to_contain_text("Pipeline review")
    assert "home=1" in stage.page.url


async def test_the_inspector_shows_errors_in_words_and_alone(stage: Stage) -> None:
    page = stage.page
    entry = {
        "id": 1, "at": NOW, "direction": "from_app", "title": "chat.postMessage", "status": 200,
        "error": None, "detail": None, "ms": 1.3,
        "request": {"text": "hi"}, "response": {"ok": True},
    }  # fmt: skip
    wrong = {
        "id": 2,
        "title": "views.open",
        "error": "expired_trigger_id",
        "detail": "3 s are over",
    }
    for one in [entry, entry | wrong]:
        await stage.canned.push(type="traffic", entry=one)
    await page.get_by_role("button", name="Open the inspector").click()
    entries = page.get_by_test_id("traffic-entry")
    await expect(entries).to_have_count(2)
    await page.get_by_label("Only errors").check()
    await expect(entries).to_have_count(1)
    await entries.get_by_role("button").click()
    await expect(entries).to_contain_text("3 s are over")
    await expect(entries).to_contain_text('"text": "hi"')


async def test_becoming_somebody_else_changes_language_and_zone(stage: Stage) -> None:
    page = stage.page
    await page.get_by_role("button", name="You are Jonas Reed").click()
    await page.get_by_role("menuitemradio", name="김지우").click()
    await expect(page.get_by_role("combobox", name="#sales에 메시지 보내기")).to_be_visible()
    await expect(page.get_by_test_id("clock")).to_contain_text("오후 11:30")
    await expect(page.get_by_test_id("message")).to_contain_text("오후 11:30")
    assert "as=U2" in page.url
    assert await page.evaluate("document.documentElement.lang") == "ko-KR"


async def test_time_is_let_pass_and_seen_passing(stage: Stage) -> None:
    clock = stage.page.get_by_test_id("clock")
    await expect(clock).to_contain_text("Mon, Mar 2, 2026, 9:30 AM")
    await clock.get_by_role("button", name="Clock").click()
    await stage.page.get_by_role("menuitem", name="+1 week").click()
    assert (await stage.heard("clock"))["advance_seconds"] == 604_800
    await stage.canned.push(type="clock", now="2026-03-05T03:00:00Z", moving=True)
    await expect(clock).to_contain_text("Wed, Mar 4, 2026, 10:00 PM")
    await expect(clock.get_by_role("progressbar")).to_be_visible()
    await expect(stage.page.get_by_test_id("messages")).to_contain_text("Monday, March 2")
    await stage.canned.push(type="clock", now="2026-03-09T13:30:00Z", moving=False)
    await expect(clock.get_by_role("progressbar")).to_have_count(0)


async def test_starting_over_is_asked_first(stage: Stage) -> None:
    await stage.page.get_by_test_id("person-menu").click()
    await stage.page.get_by_role("menuitem", name="Start over").click()
    await stage.page.get_by_role("alertdialog").get_by_role("button", name="Start over").click()
    await stage.heard("reset")


async def test_a_toast_says_what_went_wrong_in_the_readers_language(chromium: Chromium) -> None:
    async with page_alone(chromium, "U2") as stage:
        await stage.canned.push(
            type="toast", level="error", text="We had some trouble connecting. Try again?"
        )
        toasts = stage.page.get_by_role("region", name="알림")
        await expect(toasts.get_by_role("alert")).to_contain_text("연결하는 데 문제가 생겼습니다")
        await toasts.get_by_role("button", name="닫기").click()
        await expect(toasts.get_by_role("alert")).to_have_count(0)


async def test_on_a_phone_nothing_overflows_and_the_menu_holds_the_sidebar(
    chromium: Chromium,
) -> None:
    async with page_alone(chromium, "U2", PHONE) as stage:
        page = stage.page
        widths = "[document.documentElement.scrollWidth, document.body.scrollWidth]"
        assert await page.evaluate(widths) == [390, 390]
        sidebar = page.get_by_test_id("sidebar")
        await expect(sidebar).to_be_hidden()
        await page.get_by_role("button", name="메뉴").click()
        await sidebar.get_by_role("button", name="Pipekeeper").click()
        await expect(sidebar).to_be_hidden()
        await page.get_by_role("tab", name="홈").wait_for()
        assert await page.evaluate(widths) == [390, 390]
        too_small = await page.evaluate(
            "[...document.querySelectorAll('button')].filter(one => one.checkVisibility()"
            " && one.getBoundingClientRect().height < 40 && !one.closest('.mrkdwn'))"
            ".map(one => one.className)"
        )
        assert too_small == []


async def test_the_pages_own_words_in_korean_hold_no_english(chromium: Chromium) -> None:
    async with page_alone(chromium, "U2", query="channel=C2") as stage:
        stage.canned.messages.clear()
        page = stage.page
        await page.reload()
        await page.get_by_role("button", name="검사기 열기").click()
        await page.get_by_test_id("clock-button").click()
        said = await page.inner_text("body")
        labels = await page.evaluate(
            "[...document.querySelectorAll('[aria-label],[placeholder],[title]')]"
            ".flatMap(one => [one.ariaLabel, one.placeholder, one.title]).join(' ')"
        )
        known = r"Pipekeeper|Northwind|sales|Slack|Shift|Enter"
        assert re.findall(r"[A-Za-z]{2,}", re.sub(known, "", f"{said} {labels}")) == []
