"""Every input of a form gives its state as Slack does, and a form behaves as a form."""

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest_asyncio
from playwright.async_api import FilePayload, Locator, expect

from tests.browser.chromium import IN_A_BROWSER, Chromium
from tests.browser.page_alone import ACME, GALLERY, Stage, modal, page_alone

pytestmark = IN_A_BROWSER


@pytest_asyncio.fixture(loop_scope="session")
async def stage(chromium: Chromium) -> AsyncIterator[Stage]:
    async with page_alone(chromium) as opened:
        yield opened


async def _choose(dialog: Locator, label: str, *names: str) -> None:
    await dialog.get_by_role("combobox", name=label, exact=True).click()
    for name in names:
        await dialog.get_by_role("option", name=re.compile(f"^{name}")).click()


async def _fill_all(stage: Stage, dialog: Locator) -> None:
    typed = {
        "Name": "Acme", "Seats": "12", "Email": "a@b.example", "Site": "https://a.example",
        "Summary": "a *bold* move",
    }  # fmt: skip
    for label, text in typed.items():
        await dialog.get_by_role("textbox", name=label, exact=True).fill(text)
    for label, names in {
        "Stage": ["Closing"], "Reasons": ["Pricing", "Timing"], "Accounts": ["Acme pilot"],
        "Owner": ["김지우"], "Helpers": ["Jonas Reed"], "Tell": ["Pipekeeper"],
        "Tell all": ["# sales"], "Room": ["# 서울"], "Rooms": ["# sales"], "Call at": ["2:30 PM"],
    }.items():  # fmt: skip
        await _choose(dialog, label, *names)
    await dialog.get_by_role("combobox", name="Deal").fill("ac")
    await dialog.get_by_role("option", name="Acme pilot").click()
    for label in ["Close date", "Date"]:
        await dialog.get_by_role("combobox", name=label, exact=True).fill("2026-03-31")
        await dialog.get_by_role("combobox", name=label, exact=True).press("Enter")
    await _choose(dialog, "Time", "9:00 AM")
    await dialog.get_by_label("Budget known").check()
    await dialog.get_by_label("Stalled").check()
    proof = FilePayload(name="proof.txt", mimeType="text/plain", buffer=b"yes")
    await dialog.get_by_label("Proof").set_input_files(proof)
    await dialog.get_by_text("proof.txt").wait_for()


EXPECTED: dict[str, Any] = {
    "i-text": {"type": "plain_text_input", "value": "Acme"},
    "i-number": {"type": "number_input", "value": "12"},
    "i-email": {"type": "email_text_input", "value": "a@b.example"},
    "i-url": {"type": "url_text_input", "value": "https://a.example"},
    "i-external": {"type": "external_select", "selected_option": ACME},
    "i-multi-external": {"type": "multi_external_select", "selected_options": [ACME]},
    "i-user": {"type": "users_select", "selected_user": "U2"},
    "i-users": {"type": "multi_users_select", "selected_users": ["U1"]},
    "i-conversation": {"type": "conversations_select", "selected_conversation": "D1"},
    "i-conversations": {"type": "multi_conversations_select", "selected_conversations": ["C1"]},
    "i-channel": {"type": "channels_select", "selected_channel": "C2"},
    "i-channels": {"type": "multi_channels_select", "selected_channels": ["C1"]},
    "i-date": {"type": "datepicker", "selected_date": "2026-03-31"},
    "i-time": {"type": "timepicker", "selected_time": "14:30"},
    "i-moment": {"type": "datetimepicker", "selected_date_time": 1774962000},
    "i-file": {"type": "file_input", "files": [{"id": "F1", "name": "proof.txt"}]},
}


async def _opened_form(stage: Stage) -> Locator:
    stage.canned.answers["options"] = {"ok": True, "options": [ACME]}
    await stage.canned.push(type="stack", views=[modal()])
    dialog = stage.page.get_by_role("dialog", name="Everything")
    await expect(dialog.get_by_role("textbox", name="Name", exact=True)).to_be_focused()
    return dialog


async def test_every_input_gives_its_state_as_slack_does(stage: Stage) -> None:
    dialog = await _opened_form(stage)
    await _fill_all(stage, dialog)
    await dialog.get_by_role("button", name="Keep").click()
    values = {
        block: one["a"] for block, one in (await stage.heard("view_submit"))["values"].items()
    }
    chosen = {
        "i-select": values.pop("i-select")["selected_option"]["value"],
        "i-multi": [one["value"] for one in values.pop("i-multi")["selected_options"]],
        "i-checks": [one["value"] for one in values.pop("i-checks")["selected_options"]],
        "i-radio": values.pop("i-radio")["selected_option"]["value"],
    }
    assert chosen == {"i-select": "c", "i-multi": ["p", "t"], "i-checks": ["b"], "i-radio": "s"}
    rich = values.pop("i-rich")["rich_text_value"]["elements"][0]["elements"]
    assert rich[1] == {"type": "text", "text": "bold", "style": {"bold": True}}
    assert values == EXPECTED
    assert [one["value"] for one in stage.canned.asked("options")] == ["", "ac"]


async def test_errors_stand_beside_their_fields_and_what_was_typed_stays(stage: Stage) -> None:
    dialog = await _opened_form(stage)
    await dialog.get_by_role("textbox", name="Seats").fill("many")
    wrong = {"i-number": "Please enter a number."}
    await stage.canned.push(type="stack", views=[modal(errors=wrong)])
    await expect(stage.block("i-number").get_by_role("alert")).to_have_text(
        "Please enter a number."
    )
    field_ = dialog.get_by_role("textbox", name="Seats")
    await expect(field_).to_be_focused()
    await expect(field_).to_have_value("many")


async def test_an_input_that_dispatches_tells_at_once_and_others_wait(stage: Stage) -> None:
    dialog = await _opened_form(stage)
    await _choose(dialog, "Stage", "Discovery")
    await _choose(dialog, "Kind", "Letter")
    told = await stage.heard("block_action")
    assert (told["block_id"], told["container"]) == ("i-told", {"type": "view", "view_id": "V1"})
    assert told["values"]["i-select"]["a"]["selected_option"]["value"] == "d"
    assert len(stage.canned.asked("block_action")) == 1


async def test_a_stack_keeps_what_lies_beneath_and_closes_one_by_one(stage: Stage) -> None:
    dialog = await _opened_form(stage)
    await dialog.get_by_role("textbox", name="Name", exact=True).fill("kept")
    upper = modal(
        id="V2", title={"type": "plain_text", "text": "Upper"}, blocks=GALLERY["blocks"][:1]
    )
    await stage.canned.push(type="stack", views=[modal(), upper])
    await (
        stage.page.get_by_role("dialog", name="Upper").get_by_role("button", name="Not now").click()
    )
    told = await stage.heard("view_close")
    assert (told["view_id"], told["clear"]) == ("V2", False)
    await stage.canned.push(type="stack", views=[modal()])
    await expect(dialog.get_by_role("textbox", name="Name", exact=True)).to_have_value("kept")
    await stage.page.keyboard.press("Escape")
    assert (await stage.heard("view_close", 2))["view_id"] == "V1"
