"""A command's way to the app and back, by both doors."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_sdk.webhook.async_client import AsyncWebhookClient

from tests.sandbox.stage import Stage, stage


@pytest.fixture(params=["http", "socket"])
def door(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def echo(app: AsyncApp) -> None:
    @app.command("/log")
    async def log(ack: Any, command: Any) -> None:
        await ack(f"heard {command['text']}")


def in_channel(app: AsyncApp) -> None:
    @app.command("/log")
    async def log(ack: Any) -> None:
        await ack(text="for all", response_type="in_channel")


async def test_a_command_is_answered_only_to_the_person(door: str) -> None:
    async with stage(door, echo) as on:
        assert await on.command("call Acme") == {"ok": True}
        [message] = on.seen()
        assert message["text"] == "heard call Acme"
        assert message["ephemeral"]
        assert on.seen(viewer="U2") == []


async def test_an_answer_in_channel_is_seen_by_all(door: str) -> None:
    async with stage(door, in_channel) as on:
        await on.command()
        assert on.texts(viewer="U2") == ["for all"]


async def test_without_escaping_names_stay_as_typed() -> None:
    def raw(app: AsyncApp) -> None:
        @app.command("/raw")
        async def answer(ack: Any) -> None:
            await ack()

    async with stage("http", raw) as on:
        await on.command("@jiwoo & co", command="/raw")
        assert on.sandbox.traffic.find("/raw", "to_app")[-1].request["text"] == "@jiwoo &amp; co"


async def test_a_delivery_can_come_twice(door: str) -> None:
    async with stage(door, echo) as on:
        await on.command("once")
        again = await on.sandbox.deliver_again()
        assert again == ("heard once" if door == "http" else {"text": "heard once"})
        assert on.texts() == ["heard once"]


async def test_a_delivery_with_another_signature_is_refused_by_bolt() -> None:
    async with stage("http", echo) as on:
        door: Any = on.sandbox.platform.courier.door
        door._secret = b"not the app's"
        assert (await on.command("x"))["error"] == "dispatch_failed"
        assert on.sandbox.traffic.find("/log")[-1].status == 401


async def test_a_command_of_no_app_is_refused_in_slacks_words() -> None:
    async with stage("http") as on:
        answer = await on.command(command="/nothing")
        assert answer["error"] == "unknown_command"
        assert answer["message"].startswith("/nothing is not a valid command.")


async def test_commands_do_not_work_in_threads() -> None:
    async with stage("http", echo) as on:
        answer = await on.command("x", thread_ts="1.2")
        assert answer["message"] == "/log is not supported in threads. Sorry!"


async def test_a_message_that_begins_with_a_slash_is_a_command() -> None:
    async with stage("http", echo) as on:
        await on.sandbox.act(as_="U1", kind="message", channel="C1", text="/log call")
        assert on.texts() == ["heard call"]


async def test_a_late_acknowledgement_shows_a_time_out(door: str) -> None:
    released = asyncio.Event()

    def slow(app: AsyncApp) -> None:
        @app.command("/log")
        async def log(ack: Any) -> None:
            await released.wait()
            await ack("too late")

    async with stage(door, slow, ack_seconds=0.2) as on:
        answer = await on.command("x")
        assert answer["error"] == "operation_timeout"
        assert answer["message"] == '/log failed with the error "operation_timeout"'
        assert on.seen() == []
        released.set()
        if door == "socket":
            await on.sandbox.until(lambda: on.sandbox.traffic.find("acknowledgement"))
            assert on.sandbox.traffic.entries[-1].error == "late_ack"


async def test_an_app_that_is_away_fails_the_dispatch() -> None:
    async with stage("http", echo) as on:
        on.sandbox.platform.courier.door.request_url = "http://127.0.0.1:9/"  # type: ignore[attr-defined] # by HTTP
        assert (await on.command())["error"] == "dispatch_failed"


async def test_an_error_of_the_apps_server_fails_the_dispatch() -> None:
    async with stage("http") as on:
        answer = await on.command()  # nobody listens: Bolt answers 404
        assert answer["error"] == "dispatch_failed"
        assert on.sandbox.traffic.find("/log")[-1].status == 404


async def test_an_acknowledgement_that_slack_would_reject_is_made_loud() -> None:
    def too_long(app: AsyncApp) -> None:
        @app.command("/log")
        async def log(ack: Any) -> None:
            text = {"type": "mrkdwn", "text": "x" * 3001}
            await ack(text="x", blocks=[{"type": "section", "text": text}])

    async with stage("http", too_long) as on:
        answer = await on.command()
        assert answer["error"] == "invalid_blocks"
        assert "json-pointer:/blocks/0/text/text" in answer["detail"]
        assert on.seen() == []


async def test_slack_drops_a_socket_acknowledgement_of_20_kb() -> None:
    def big(app: AsyncApp) -> None:
        @app.command("/log")
        async def log(ack: Any) -> None:
            await ack("x" * 20_480)

    async with stage("socket", big) as on:
        assert (await on.command())["error"] == "operation_timeout"
        assert [one.error for one in on.sandbox.traffic.find("acknowledgement")] == [
            "ack_too_large"
        ]
    async with stage("http", big) as on:
        assert (await on.command())["ok"]


async def _ask(on: Stage) -> AsyncWebhookClient:
    await on.command("x")
    url = on.sandbox.traffic.find("/log", "to_app")[-1].request["response_url"]
    return AsyncWebhookClient(url)


async def test_a_response_url_answers_five_times() -> None:
    async with stage("http", echo) as on:
        webhook = await _ask(on)
        for number in range(5):
            assert (await webhook.send(text=f"answer {number}")).status_code == 200
        refused = await webhook.send(text="once more")
        assert refused.status_code == 404
        assert "used_url" in refused.body
        assert len(on.seen()) == 6
        assert on.seen(viewer="U2") == []


async def test_a_response_url_dies_after_thirty_minutes() -> None:
    async with stage("http", echo) as on:
        webhook = await _ask(on)
        await on.sandbox.clock.advance(timedelta(minutes=31).total_seconds())
        refused = await webhook.send(text="late")
        assert (refused.status_code, "expired_url" in refused.body) == (404, True)


async def test_a_response_url_that_was_never_given_is_refused() -> None:
    async with stage("http") as on:
        webhook = AsyncWebhookClient(f"{on.running.base_url}/hooks/response/made/up")
        assert (await webhook.send(text="x")).status_code == 404


async def test_a_response_url_replaces_and_deletes_the_original() -> None:
    async with stage("http", echo) as on:
        webhook = await _ask(on)
        await webhook.send(text="changed", replace_original=True)
        assert on.texts() == ["changed"]
        await webhook.send(delete_original=True)
        assert on.seen() == []


async def test_a_response_url_refuses_blocks_as_slack_does() -> None:
    async with stage("http", echo) as on:
        webhook = await _ask(on)
        refused = await webhook.send(text="x", blocks=[{"type": "nothing"}])
        assert refused.status_code == 400
        assert "unsupported type: nothing" in refused.body
