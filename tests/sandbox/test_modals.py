"""Modals: opened, filled in, refused beside the field, pushed, updated, closed."""

from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError

from tests.sandbox.stage import Stage, stage


@pytest.fixture(params=["http", "socket"])
def door(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text, "emoji": True}


def options(*values: str) -> list[dict[str, Any]]:
    return [{"text": plain(one), "value": one} for one in values]


def modal(title: str = "A form", **more: Any) -> dict[str, Any]:
    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain(title),
        "submit": plain("Save"),
        "blocks": [
            {
                "type": "input",
                "block_id": "name",
                "label": plain("Name"),
                "element": {"type": "plain_text_input", "action_id": "value"},
            },
            {
                "type": "input",
                "block_id": "stage",
                "optional": True,
                "label": plain("Stage"),
                "element": {
                    "type": "static_select",
                    "action_id": "value",
                    "options": options("a", "b"),
                    "initial_option": options("b")[0],
                },
            },
            {
                "type": "input",
                "block_id": "who",
                "optional": True,
                "label": plain("Who"),
                "element": {"type": "multi_users_select", "action_id": "value"},
            },
        ],
        **more,
    }


def opens(view: dict[str, Any]) -> Any:
    def setup(app: AsyncApp) -> None:
        @app.command("/log")
        async def log(ack: Any, client: Any, body: Any) -> None:
            await client.views_open(trigger_id=body["trigger_id"], view=view)
            await ack()

    return setup


def answering(*answers: dict[str, Any], view: dict[str, Any] | None = None) -> Any:
    """An app that opens the modal and acknowledges its submissions so, one after the other."""
    waiting = list(answers)

    def setup(app: AsyncApp) -> None:
        opens(view or modal())(app)

        @app.view("form")
        async def submitted(ack: Any) -> None:
            await ack(**(waiting.pop(0) if waiting else {}))

    return setup


FILLED = {"name": {"value": {"type": "plain_text_input", "value": "Acme"}}}


async def submit(on: Stage, values: dict[str, Any] | None = None) -> dict[str, Any]:
    view_id = on.sandbox.stack("U1")[-1]["id"]
    return await on.sandbox.act(
        as_="U1", kind="view_submit", view_id=view_id, values=FILLED if values is None else values
    )


def titles(on: Stage) -> list[str]:
    return [one["title"]["text"] for one in on.sandbox.stack("U1")]


async def test_a_modal_opens_and_closes_with_an_empty_acknowledgement(door: str) -> None:
    async with stage(door, answering({})) as on:
        await on.command()
        assert titles(on) == ["A form"]
        assert await submit(on) == {"ok": True}
        assert titles(on) == []


async def test_a_submission_tells_all_inputs_touched_or_not(door: str) -> None:
    async with stage(door, answering({})) as on:
        await on.command()
        await submit(on)
        told = on.sandbox.traffic.find("view_submission")[-1].request["view"]["state"]["values"]
        assert told == {
            "name": {"value": {"type": "plain_text_input", "value": "Acme"}},
            "stage": {"value": {"type": "static_select", "selected_option": options("b")[0]}},
            "who": {"value": {"type": "multi_users_select", "selected_users": []}},
        }


async def test_an_empty_required_field_is_not_submitted() -> None:
    async with stage("http", answering({})) as on:
        await on.command()
        answer = await submit(on, {})
        assert answer["errors"] == {"name": "Please complete this required field."}
        assert on.sandbox.stack("U1")[0]["errors"] == answer["errors"]
        assert on.sandbox.traffic.find("view_submission") == []


async def test_errors_stand_beside_their_fields_until_the_next_try(door: str) -> None:
    errors = {"response_action": "errors", "errors": {"name": "Taken"}}
    async with stage(door, answering(errors, {})) as on:
        await on.command()
        assert await submit(on) == {"ok": True}
        [view] = on.sandbox.stack("U1")
        assert view["errors"] == {"name": "Taken"}
        assert view["state"]["values"]["name"]["value"]["value"] == "Acme"
        await submit(on)
        assert titles(on) == []


async def test_a_submission_pushes_updates_and_clears(door: str) -> None:
    push = {"response_action": "push", "view": modal("Second")}
    update = {"response_action": "update", "view": modal("Changed")}
    clear = {"response_action": "clear"}
    async with stage(door, answering(push, update, clear)) as on:
        await on.command()
        await submit(on)
        assert titles(on) == ["A form", "Second"]
        await submit(on)
        assert titles(on) == ["A form", "Changed"]
        await submit(on)
        assert titles(on) == []


async def test_three_modals_are_the_most() -> None:
    push = {"response_action": "push", "view": modal("Next")}
    async with stage("http", answering(push, push, push)) as on:
        await on.command()
        await submit(on)
        await submit(on)
        refused = await submit(on)
        assert refused["error"] == "push_limit_reached"
        assert len(titles(on)) == 3


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ({"response_action": "update", "view": modal("x" * 25)}, "invalid_arguments"),
        ({"response_action": "errors", "errors": {"nowhere": "x"}}, "invalid_errors"),
    ],
)
async def test_an_answer_that_slack_would_drop_is_made_loud(answer: Any, error: str) -> None:
    async with stage("http", answering(answer)) as on:
        await on.command()
        refused = await submit(on)
        assert refused["error"] == error
        assert refused["message"] == "We had some trouble connecting. Try again?"
        assert titles(on) == ["A form"]
        assert on.sandbox.traffic.entries[-1].title.startswith("acknowledgement of")


async def test_an_unsupported_answer_is_named() -> None:
    from bot.sandbox.limits import check_ack

    [problem] = check_ack("view_submission", {"response_action": "dance"})
    assert problem.code == "invalid_response_action"


async def _trigger(on: Stage) -> str:
    await on.command()
    return str(on.sandbox.traffic.find("/log", "to_app")[-1].request["trigger_id"])


def silent(app: AsyncApp) -> None:
    @app.command("/log")
    async def log(ack: Any) -> None:
        await ack()


async def _refusal(on: Stage, method: str, **args: Any) -> str:
    with pytest.raises(SlackApiError) as refused:
        await on.client.api_call(method, json=args)
    return str(refused.value.response["error"])


async def test_a_trigger_lives_three_seconds() -> None:
    async with stage("http", silent) as on:
        trigger = await _trigger(on)
        on.ticks.now += 3.1
        assert await _refusal(on, "views.open", trigger_id=trigger, view=modal()) == (
            "expired_trigger_id"
        )


async def test_a_trigger_opens_one_view() -> None:
    async with stage("http", silent) as on:
        trigger = await _trigger(on)
        await on.client.views_open(trigger_id=trigger, view=modal())
        assert await _refusal(on, "views.open", trigger_id=trigger, view=modal()) == (
            "exchanged_trigger_id"
        )


async def test_letting_the_clock_run_does_not_expire_triggers() -> None:
    async with stage("http", silent) as on:
        trigger = await _trigger(on)
        await on.sandbox.clock.advance(3600)
        await on.client.views_open(trigger_id=trigger, view=modal())


async def test_a_trigger_that_was_never_given_is_refused() -> None:
    async with stage("http") as on:
        assert await _refusal(on, "views.open", trigger_id="1.2.3", view=modal()) == (
            "invalid_trigger_id"
        )


async def test_a_push_needs_a_modal_to_stand_on() -> None:
    async with stage("http", silent) as on:
        trigger = await _trigger(on)
        assert await _refusal(on, "views.push", trigger_id=trigger, view=modal()) == (
            "invalid_trigger_id"
        )


async def test_an_update_keeps_what_was_typed_and_checks_the_hash() -> None:
    async with stage("http", opens(modal())) as on:
        await on.command()
        [view] = on.sandbox.stack("U1")
        await submit(on, FILLED)
        first = await on.client.views_update(
            view_id=view["id"], view=modal("Two"), hash=view["hash"]
        )
        assert first["view"]["state"]["values"]["name"]["value"]["value"] == "Acme"
        args = {"view_id": view["id"], "view": modal("Three"), "hash": view["hash"]}
        assert await _refusal(on, "views.update", **args) == "hash_conflict"
        assert await _refusal(on, "views.update", view_id="V0", view=modal()) == "not_found"


async def test_an_external_id_is_found_and_not_given_twice() -> None:
    async with stage("http", silent) as on:
        view = modal(external_id="mine")
        await on.client.views_open(trigger_id=await _trigger(on), view=view)
        await on.client.views_update(external_id="mine", view=modal("Found", external_id="mine"))
        assert titles(on) == ["Found"]
        again = await _trigger(on)
        assert await _refusal(on, "views.open", trigger_id=again, view=view) == (
            "duplicate_external_id"
        )


async def test_closing_is_told_to_those_who_asked(door: str) -> None:
    closed: list[Any] = []

    def setup(app: AsyncApp) -> None:
        opens(modal(notify_on_close=True))(app)

        @app.view_closed("form")
        async def gone(ack: Any, body: Any) -> None:
            closed.append(body)
            await ack()

    async with stage(door, setup) as on:
        await on.command()
        view_id = on.sandbox.stack("U1")[0]["id"]
        await on.sandbox.act(as_="U1", kind="view_close", view_id=view_id)
        assert titles(on) == []
        assert [one["is_cleared"] for one in closed] == [False]


async def test_a_select_asks_the_app_for_its_options(door: str) -> None:
    view = modal()
    view["blocks"][1]["element"] = {
        "type": "external_select",
        "action_id": "pick",
        "min_query_length": 1,
    }

    def setup(app: AsyncApp) -> None:
        opens(view)(app)

        @app.options("pick")
        async def suggest(ack: Any, payload: Any) -> None:
            await ack(options=options(payload["value"], "other"))

    async with stage(door, setup) as on:
        await on.command()
        [shown] = on.sandbox.stack("U1")
        asked = {
            "container": {"type": "view", "view_id": shown["id"]},
            "block_id": "stage",
            "action_id": "pick",
        }
        answer = await on.sandbox.act(as_="U1", kind="options", value="Ac", **asked)
        assert [one["value"] for one in answer["options"]] == ["Ac", "other"]
        short = await on.sandbox.act(as_="U1", kind="options", value="", **asked)
        assert short == {"ok": True, "options": []}


async def test_the_home_tab_is_published_and_opened() -> None:
    opened: list[Any] = []

    def setup(app: AsyncApp) -> None:
        @app.event("app_home_opened")
        async def publish(event: Any, client: Any) -> None:
            opened.append(event)
            home = {"type": "home", "blocks": [{"type": "header", "text": plain("Today")}]}
            await client.views_publish(user_id=event["user"], view=home)

    async with stage("http", setup) as on:
        assert on.sandbox.home("U1") is None
        await on.sandbox.act(as_="U1", kind="home_opened")
        home = on.sandbox.home("U1")
        assert home is not None
        assert home["blocks"][0]["text"]["text"] == "Today"
        await on.sandbox.act(as_="U1", kind="home_opened")
        assert [one.get("view", {}).get("id") for one in opened] == [None, home["id"]]


@pytest.mark.parametrize(
    ("element", "value", "words"),
    [
        ({"type": "plain_text_input", "min_length": 3}, "ab", "at least 3 characters"),
        ({"type": "plain_text_input", "max_length": 3}, "abcd", "at most 3 characters"),
        ({"type": "number_input", "is_decimal_allowed": False}, "1.5", "whole number"),
        ({"type": "number_input", "is_decimal_allowed": True}, "one", "a number"),
        (
            {"type": "number_input", "is_decimal_allowed": True, "min_value": "2"},
            "1",
            "at least 2",
        ),
        (
            {"type": "number_input", "is_decimal_allowed": True, "max_value": "2"},
            "3",
            "at most 2",
        ),
        ({"type": "email_text_input"}, "nobody", "email"),
        ({"type": "url_text_input"}, "acme", "URL"),
    ],
)
async def test_the_form_checks_what_slacks_own_does(
    element: dict[str, Any], value: str, words: str
) -> None:
    view = modal()
    view["blocks"] = [
        {
            "type": "input",
            "block_id": "b",
            "label": plain("L"),
            "element": element | {"action_id": "a"},
        }
    ]
    async with stage("http", opens(view)) as on:
        await on.command()
        answer = await submit(on, {"b": {"a": {"type": element["type"], "value": value}}})
        assert words in answer["errors"]["b"]
