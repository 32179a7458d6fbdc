"""The first half hour of a newcomer, in a real browser: as a rep, a manager, a Korean rep."""

import re

import pytest

from tests.browser.chromium import DESKTOP, IN_A_BROWSER, PHONE, Chromium
from tests.browser.story import opened

pytestmark = IN_A_BROWSER


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
async def test_a_rep_logs_undoes_moves_and_loses(chromium: Chromium, size: tuple[int, int]) -> None:
    async with opened(chromium, size) as browser:
        await browser.be("U0JONAS")
        await browser.say("/log call Acme - they like the pilot > send quote friday")
        await browser.see("logged on")
        await browser.see("By Fri, Mar 6: send quote")
        await browser.press("Undo")
        await browser.see("the activity is no longer logged")
        await browser.say("/deal move Acme pilot to negotiation")
        await browser.fill_criteria()
        await browser.press("Move", "dialog")
        await browser.see("moved from")
        await browser.say("/deal lost Acme pilot")
        form = browser.page.get_by_role("dialog")
        await form.get_by_label("Reason").click()
        await browser.page.get_by_role("option", name="Other", exact=True).click()
        await browser.press("Lost", "dialog")
        await browser.see("needs a word on what it was")
        await form.get_by_label("Note").fill("they merged")
        await browser.press("Lost", "dialog")
        await browser.see("closed as lost: Other: they merged")
        assert browser.faults == []


async def test_the_next_morning_a_nudge_arrives_and_its_buttons_work(chromium: Chromium) -> None:
    async with opened(chromium) as browser:
        await browser.let_pass(1)
        await browser.be("U0JONAS")
        await browser.see("went quiet")
        await browser.press("Log")
        form = browser.page.get_by_role("dialog")
        await form.get_by_label("Notes").fill("back from holidays")
        await browser.press("Log", "dialog")
        await browser.page.locator("s, del").last.wait_for()  # the deal is struck out in place
        assert browser.faults == []


async def test_the_manager_reads_mondays_digest_with_its_chart(chromium: Chromium) -> None:
    async with opened(chromium) as browser:
        await browser.scene.sandbox.clock.advance(3_600)
        await browser.be("U0MARTA")
        await browser.see("Activities per rep")
        assert await browser.page.locator("svg").count() > 0
        await browser.press("The stale deals as of now")
        await browser.see("stale")
        assert browser.faults == []


async def test_the_korean_rep_meets_no_english(chromium: Chromium) -> None:
    """All that the page and the bot say; people's and accounts' own names stay as they are."""
    async with opened(chromium, PHONE) as browser:
        await browser.let_pass(1)
        await browser.be("U0JIWOO")
        await browser.see("살펴볼 딜이")
        await browser.say("/log 통화 한빛전자 - 파일럿 긍정적 > 견적서 보내기 금요일")
        await browser.see("통화를 기록했습니다")
        await browser.say("/crm 오늘")
        await browser.see("진행 중인 딜")
        await browser.say("/deal 이동 한빛전자 파일럿")
        form = await browser.form()
        said = await browser.page.inner_text("body")
        await browser.page.keyboard.press("Escape")
        await form.wait_for(state="detached")
        await browser.page.get_by_role("combobox").last.fill("/")
        said += await browser.page.get_by_role("listbox").inner_text()
        people = r"Jonas Reed|Marta Lindqvist|Bluefin Systems|@\S+"
        known = rf"Pipekeeper|Slack|CRM|Shift|Enter|general|sales|{people}"
        left = re.sub(rf"{known}|/(?:log|deal|crm)", "", said)
        assert re.findall(r"[A-Za-z]{3,}", left) == [], left


async def test_the_address_alone_opens_the_page_as_the_first_rep(chromium: Chromium) -> None:
    async with opened(chromium) as browser:
        await browser.page.goto(browser.scene.url)
        await browser.see("Jonas Reed")
        await browser.see("your team's CRM")
        assert browser.faults == []
