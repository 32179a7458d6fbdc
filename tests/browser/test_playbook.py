"""The playbook in a real browser: from the refusal one form leads to the made move."""

import pytest

from tests.browser.chromium import DESKTOP, IN_A_BROWSER, PHONE, Chromium
from tests.browser.story import opened

pytestmark = IN_A_BROWSER


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
async def test_a_blocked_move_is_made_by_the_form_it_opens(
    chromium: Chromium, size: tuple[int, int]
) -> None:
    async with opened(chromium, size) as browser:
        await browser.be("U0JONAS")
        await browser.say("/deal new Bluefin rollout for Bluefin")
        await browser.see("created, in Qualification")
        await browser.say("/deal move Bluefin rollout to proposal")
        form = await browser.form()
        await form.get_by_label("Budget holder named: who?").fill("Dana")
        await form.get_by_label("Amount").fill("a lot")
        await form.get_by_label("Success criteria").fill("live in June")
        await browser.press("Move", "dialog")
        await browser.see("is no amount")
        await form.get_by_label("Amount").fill("48k")
        await browser.press("Move", "dialog")
        await browser.see("moved from Qualification to Proposal")
        assert browser.faults == []


async def test_the_korean_rep_is_asked_in_korean(chromium: Chromium) -> None:
    async with opened(chromium, PHONE) as browser:
        await browser.be("U0JIWOO")
        await browser.say("/deal 새 블루핀 도입 고객사 블루핀 300만원")
        await browser.see("새 딜을 만들었습니다")
        await browser.say("/deal 이동 블루핀 도입 요구 파악으로")
        form = await browser.form()
        await form.get_by_label("예산 책임자는 누구입니까?").fill("구매팀장")
        await browser.press("단계 이동", "dialog")
        await browser.see("옮겼습니다")
        await browser.say("/crm 플레이북")
        await browser.see("서면으로 합의한 성공 기준은 무엇입니까?")
        assert browser.faults == []


async def test_choosing_another_stage_shows_what_that_one_asks(chromium: Chromium) -> None:
    async with opened(chromium, PHONE) as browser:
        await browser.be("U0JONAS")
        await browser.say("/deal new Bluefin rollout for Bluefin 48k")
        await browser.see("created, in Qualification")
        await browser.press("Open")
        await browser.press("Move")
        form = await browser.form()
        await form.get_by_label("Budget holder named: who?").fill("Dana")
        await form.get_by_label("To which stage?").click()
        await browser.page.get_by_role("option", name="Proposal", exact=True).click()
        await form.get_by_label("Success criteria").fill("live in June")
        assert await form.get_by_label("Budget holder named: who?").input_value() == "Dana"
        await browser.press("Move", "dialog")
        await browser.see("moved from Qualification to Proposal")
        assert browser.faults == []


async def test_a_manager_changes_and_proposes_the_playbook(chromium: Chromium) -> None:
    async with opened(chromium) as browser:
        await browser.be("U0MARTA")
        await browser.say("/crm playbook")
        await browser.see("Budget holder named: who?")
        await browser.press("Edit")
        dialog = browser.page.get_by_role("dialog")
        await dialog.get_by_role("button", name="More options").first.click()
        await browser.page.get_by_role("menuitem", name="Edit", exact=True).click()
        # Until the form has taken the focus to its first field, it takes what is typed there too.
        await browser.page.wait_for_function("document.activeElement.value === 'Qualification'")
        await browser.page.get_by_label("Silent after").fill("3")
        await browser.press("Save", "dialog")
        await browser.see("1 change, not proposed yet.")
        await browser.press("Propose…", "dialog")
        await browser.see("silent after 7 → 3 working days")
        await browser.see("Tried on")
        await browser.press("Propose", "dialog")
        await browser.see("is proposed")
        assert browser.faults == []
