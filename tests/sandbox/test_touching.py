"""Buttons, menus, shortcuts, and what the app is told of them."""

from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp

from tests.sandbox.stage import Stage, stage
from tests.sandbox.test_modals import modal, options, plain


@pytest.fixture(params=["http", "socket"])
def door(request: pytest.FixtureRequest) -> str:
    return str(request.param)


BLOCKS: list[dict[str, Any]] = [
    {
        "type": "actions",
        "block_id": "row",
        "elements": [
            {"type": "button", "action_id": "go", "text": plain("Go"), "value": "7"},
            {"type": "overflow", "action_id": "more", "options": options("x", "y")},
            {
                "type": "static_select",
                "action_id": "pick",
                "options": options("a", "b"),
                "initial_option": options("a")[0],
            },
        ],
    }
]


def pressed(seen: list[Any]) -> Any:
    def setup(app: AsyncApp) -> None:
        for action_id in ("go", "more", "pick"):

            @app.action(action_id)
            async def act(ack: Any, body: Any, respond: Any) -> None:
                await ack()
                seen.append(body)
                await respond(text="done", replace_original=True)

    return setup


async def post(on: Stage, user: str | None = None) -> str:
    if user is None:
        sent = await on.client.chat_postMessage(channel="C1", text="x", blocks=BLOCKS)
        return str(sent["ts"])
    sent = await on.client.chat_postEphemeral(channel="C1", user=user, text="x", blocks=BLOCKS)
    return str(sent["message_ts"])


async def test_a_button_tells_its_value_and_the_state_of_the_message(door: str) -> None:
    seen: list[Any] = []
    async with stage(door, pressed(seen)) as on:
        ts = await post(on)
        assert await on.press("C1", ts, "row", "go") == {"ok": True}
        [body] = seen
        [action] = body["actions"]
        assert (action["value"], action["block_id"], action["type"]) == ("7", "row", "button")
        assert body["message"]["ts"] == ts
        assert body["container"]["is_ephemeral"] is False
        assert body["state"]["values"]["row"]["pick"]["selected_option"]["value"] == "a"
        await on.sandbox.until(lambda: on.texts() == ["done"])
        assert on.seen()[0]["ts"] == ts


async def test_an_ephemeral_message_is_not_told_but_can_be_replaced(door: str) -> None:
    seen: list[Any] = []
    async with stage(door, pressed(seen)) as on:
        ts = await post(on, "U1")
        await on.press("C1", ts, "row", "go")
        assert "message" not in seen[0]
        assert seen[0]["container"]["is_ephemeral"] is True
        await on.sandbox.until(lambda: on.texts() == ["done"])
        assert on.seen()[0]["ephemeral"]


@pytest.mark.parametrize("action_id", ["more", "pick"])
async def test_what_is_chosen_must_be_offered(action_id: str) -> None:
    seen: list[Any] = []
    async with stage("http", pressed(seen)) as on:
        ts = await post(on)
        offered = "b" if action_id == "pick" else "y"
        chosen = {"selected_option": options(offered)[0]}
        await on.press("C1", ts, "row", action_id, action=chosen)
        assert seen[0]["actions"][0]["selected_option"]["value"] == offered
        if action_id == "pick":
            state = seen[0]["state"]["values"]["row"]["pick"]
            assert state["selected_option"]["value"] == "b"
        ts = await post(on)
        odd = {"selected_option": options("z")[0]}
        answer = await on.press("C1", ts, "row", action_id, action=odd)
        assert answer["error"] == "no_such_option"


async def test_what_is_not_there_or_not_seen_cannot_be_pressed() -> None:
    async with stage("http") as on:
        ts = await post(on)
        assert (await on.press("C1", ts, "row", "gone"))["error"] == "no_such_element"
        assert (await on.press("C1", "1.2", "row", "go"))["error"] == "message_not_found"
        others = await post(on, "U2")
        assert (await on.press("C1", others, "row", "go"))["error"] == "message_not_found"


async def test_a_press_in_a_modal_carries_the_view_and_can_push_another() -> None:
    view = modal()
    view["blocks"].append({**BLOCKS[0]})

    def setup(app: AsyncApp) -> None:
        @app.shortcut("log.global")
        async def open_(ack: Any, client: Any, body: Any) -> None:
            await client.views_open(trigger_id=body["trigger_id"], view=view)
            await ack()

        @app.action("go")
        async def push(ack: Any, client: Any, body: Any) -> None:
            assert body["view"]["state"]["values"]["name"]["value"]["value"] == "typed"
            await client.views_push(trigger_id=body["trigger_id"], view=modal("Next"))
            await ack()

    async with stage("http", setup) as on:
        await on.sandbox.act(as_="U1", kind="shortcut", callback_id="log.global")
        [shown] = on.sandbox.stack("U1")
        answer = await on.sandbox.act(
            as_="U1",
            kind="block_action",
            container={"type": "view", "view_id": shown["id"]},
            block_id="row",
            action_id="go",
            values={"name": {"value": {"type": "plain_text_input", "value": "typed"}}},
        )
        assert answer == {"ok": True}
        assert [one["title"]["text"] for one in on.sandbox.stack("U1")] == ["A form", "Next"]
        theirs = on.sandbox.stack("U1")[0]["id"]
        foreign = await on.sandbox.act(as_="U2", kind="view_submit", view_id=theirs, values={})
        assert foreign["error"] == "view_not_found"


async def test_a_message_shortcut_brings_the_message(door: str) -> None:
    kept: list[Any] = []

    def setup(app: AsyncApp) -> None:
        @app.shortcut("log.message")
        async def keep(ack: Any, body: Any) -> None:
            kept.append(body)
            await ack()

    async with stage(door, setup) as on:
        said = on.sandbox.ws.post("C1", "U2", "They like it")
        await on.sandbox.act(
            as_="U1", kind="message_shortcut", callback_id="log.message", channel="C1", ts=said.ts
        )
        [body] = kept
        assert (body["message"]["text"], body["message"]["user"]) == ("They like it", "U2")


async def test_shortcuts_that_are_not_announced_do_not_exist() -> None:
    async with stage("http") as on:
        told = await on.sandbox.act(as_="U1", kind="shortcut", callback_id="log.message")
        assert told["error"] == "unknown_shortcut"
