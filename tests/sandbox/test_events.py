"""Events: to whom they go, signed, retried; and Socket Mode's comings and goings."""

from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp

from bot.sandbox.people import Member
from tests.sandbox.stage import MANIFEST, Stage, stage


@pytest.fixture(params=["http", "socket"])
def door(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def hears(seen: list[Any], *kinds: str) -> Any:
    def setup(app: AsyncApp) -> None:
        for kind in kinds:

            @app.event(kind)
            async def hear(event: Any) -> None:
                seen.append(event)

    return setup


async def say(on: Stage, text: str, channel: str = "C1") -> None:
    await on.sandbox.act(as_="U1", kind="message", channel=channel, text=text)


async def test_a_message_to_the_bot_is_told(door: str) -> None:
    seen: list[Any] = []
    async with stage(door, hears(seen, "message")) as on:
        await say(on, "hello & <welcome>", on.sandbox.dm("U1"))
        await on.sandbox.until(lambda: on.sandbox.traffic.find("event"))
        assert seen[0]["text"] == "hello &amp; &lt;welcome&gt;"
        assert seen[0]["channel_type"] == "im"


async def test_a_mention_is_told_as_such(door: str) -> None:
    seen: list[Any] = []
    async with stage(door, hears(seen, "app_mention", "message")) as on:
        await say(on, "@Echo are you there?")
        await on.sandbox.settled()
        assert sorted(one["type"] for one in seen) == ["app_mention", "message"]
        assert seen[0]["text"] == "<@U0SBXBOT> are you there?"


async def test_what_is_not_subscribed_is_not_told() -> None:
    manifest = {**MANIFEST, "settings": {"event_subscriptions": {"bot_events": ["team_join"]}}}
    async with stage("http", manifest=manifest) as on:
        await say(on, "@Echo hello")
        assert on.sandbox.traffic.entries == []


async def test_members_come_and_change() -> None:
    seen: list[Any] = []
    async with stage("http", hears(seen, "team_join", "user_change", "app_uninstalled")) as on:
        on.sandbox.join(Member(id="U7", name="new", real_name="New Person"))
        on.sandbox.change_member("U1", locale="ko-KR")
        await on.sandbox.settled()
        assert [one["type"] for one in seen] == ["team_join", "user_change"]
        assert seen[1]["user"]["locale"] == "ko-KR"
        on.sandbox.uninstall()
        await on.sandbox.settled()


async def test_signatures_keep_real_time_whatever_the_clock_shows() -> None:
    seen: list[Any] = []
    async with stage("http", hears(seen, "message")) as on:
        await on.sandbox.clock.advance(7 * 86_400)
        await say(on, "x")
        await on.sandbox.settled()
        assert seen  # Bolt has checked it, five minutes' difference at most


async def test_an_event_is_retried_at_once_after_a_minute_and_after_five(door: str) -> None:
    tries: list[Any] = []

    def failing(app: AsyncApp) -> None:
        @app.middleware
        async def refuse(req: Any, resp: Any) -> Any:
            tries.append(
                (
                    req.headers.get("x-slack-retry-num", ["0"])[0],
                    req.headers.get("x-slack-retry-reason", [""])[0],
                    req.body["event_id"],
                )
            )
            resp.status = 500
            return resp

    reason = "http_error" if door == "http" else "http_timeout"
    async with stage(door, failing, ack_seconds=0.2) as on:
        await say(on, "x")
        await on.sandbox.settled()
        assert [one[0] for one in tries] == ["0", "1"]
        await on.sandbox.clock.advance(61)
        await on.sandbox.settled()
        await on.sandbox.clock.advance(301)
        await on.sandbox.settled()
        await on.sandbox.clock.advance(3600)
        await on.sandbox.settled()
        assert [one[0] for one in tries] == ["0", "1", "2", "3"]
        assert {one[1] for one in tries[1:]} == {reason}
        assert len({one[2] for one in tries}) == 1


async def test_an_app_comes_back_when_asked_to_reconnect() -> None:
    def echo(app: AsyncApp) -> None:
        @app.command("/log")
        async def log(ack: Any, command: Any) -> None:
            await ack(command["text"])

    async with stage("socket", echo) as on:
        socket: Any = on.sandbox.platform.courier.door
        await socket.refresh()
        await on.command("still there")
        assert on.texts() == ["still there"]
        assert len(on.sandbox.traffic.find("apps.connections.open")) == 2


async def test_socket_mode_is_not_opened_for_an_app_with_a_request_url() -> None:
    async with stage("http") as on:
        told = await on.client.api_call("api.test")
        assert told["ok"]
        on.client.token = on.sandbox.tokens.app
        with pytest.raises(Exception, match="socket_mode_not_enabled"):
            await on.client.apps_connections_open(app_token=on.sandbox.tokens.app)
