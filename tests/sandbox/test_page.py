"""What the page is told, and the routes it calls."""

import json
from typing import Any

import aiohttp
import pytest
from slack_bolt.async_app import AsyncApp

from tests.sandbox.stage import Stage, stage


def echo(app: AsyncApp) -> None:
    @app.command("/log")
    async def log(ack: Any, command: Any) -> None:
        await ack(f"heard {command['text']}")


async def get(on: Stage, path: str) -> Any:
    async with (
        aiohttp.ClientSession() as session,
        session.get(on.running.base_url + path) as response,
    ):
        return await response.json()


async def post(on: Stage, path: str, body: Any) -> Any:
    async with (
        aiohttp.ClientSession() as session,
        session.post(on.running.base_url + path, json=body) as response,
    ):
        return await response.json()


async def test_the_state_is_everything_but_the_messages() -> None:
    async with stage("http") as on:
        state = await get(on, "/sandbox/state?as=U2")
        assert state["workspace"] == {"id": "T0SANDBOX", "name": "Northwind"}
        assert (state["me"]["locale"], state["me"]["tz"]) == ("ko-KR", "Asia/Seoul")
        assert state["switchable"] == ["U1", "U2"]
        assert [one["kind"] for one in state["channels"]] == ["channel", "im"]
        assert state["channels"][1]["with"] == state["app"]["bot_user_id"] == "U0SBXBOT"
        assert state["commands"][0] == {
            "command": "/log",
            "description": "Log it",
            "usage_hint": "[what]",
        }
        assert [one["type"] for one in state["shortcuts"]] == ["global", "message"]
        assert state["clock"] == {"now": "2026-03-02T09:00:00Z", "moving": False}
        assert (state["stack"], state["home"], state["connected"]) == ([], None, True)


async def test_strangers_see_nothing() -> None:
    async with stage("http") as on:
        assert (await get(on, "/sandbox/state?as=U9"))["error"] == "unknown_person"
        await on.client.chat_postMessage(channel=on.sandbox.dm("U1"), text="private")
        shown = await get(on, f"/sandbox/messages?as=U2&channel={on.sandbox.dm('U1')}")
        assert shown == {"messages": []}


async def test_the_page_acts_by_the_same_door() -> None:
    async with stage("http", echo) as on:
        act = {"as": "U1", "kind": "command", "channel": "C1", "command": "/log", "text": "x"}
        assert await post(on, "/sandbox/act", act) == {"ok": True}
        shown = await get(on, "/sandbox/messages?as=U1&channel=C1")
        assert [one["text"] for one in shown["messages"]] == ["heard x"]
        entries = (await get(on, "/sandbox/traffic?limit=1"))["entries"]
        assert [(one["title"], one["direction"]) for one in entries] == [("/log x", "to_app")]


@pytest.mark.parametrize(
    "act",
    [
        {"as": "U9", "kind": "message"},
        {"as": "U0SBXBOT", "kind": "message"},
        {"as": "U1", "kind": "dance"},
        {"as": "U1", "kind": "message", "channel": "C9", "text": "x"},
        {"as": "U3", "kind": "message", "channel": "C1", "text": "x"},
        {"as": "U1", "kind": "message", "channel": "C1", "text": " "},
        {"as": "U1", "kind": "view_submit", "view_id": "V9"},
        {},
    ],
)
async def test_impossible_acts_are_refused(act: dict[str, Any]) -> None:
    async with stage("http") as on:
        assert (await post(on, "/sandbox/act", act))["ok"] is False


async def test_acts_come_as_json_and_from_this_machine() -> None:
    async with stage("http") as on, aiohttp.ClientSession() as session:
        act = json.dumps({"as": "U1", "kind": "message", "channel": "C1", "text": "x"})
        url = on.running.base_url + "/sandbox/act"
        async with session.post(url, data=act) as response:
            assert response.status == 400
        headers = {"Host": "evil.example"}
        async with session.get(on.running.base_url + "/sandbox/traffic", headers=headers) as other:
            assert other.status == 400
        assert on.seen() == []


async def test_the_feed_tells_each_person_their_own() -> None:
    async with stage("http", echo) as on, aiohttp.ClientSession() as session:
        feed = on.running.base_url + "/sandbox/feed?as=U2"
        async with session.ws_connect(feed) as socket:
            await post(on, "/sandbox/clock", {"advance_seconds": 1})
            kinds = set()
            while (told := await socket.receive_json())["type"] != "clock" or told["moving"]:
                kinds.add(told["type"])
            await on.command("only U1 sees this")
            await on.client.chat_postMessage(channel="C1", text="for all")
            while (told := await socket.receive_json())["type"] != "message":
                kinds.add(told["type"])
            assert told["message"]["text"] == "for all"
            assert (await socket.receive_json())["type"] == "channels"
            assert "clock" in kinds


async def test_unread_messages_are_counted_until_read() -> None:
    async with stage("http") as on:
        await on.client.chat_postMessage(channel="C1", text="x")
        assert (await get(on, "/sandbox/state?as=U1"))["channels"][0]["unread"] == 1
        await post(on, "/sandbox/act", {"as": "U1", "kind": "read", "channel": "C1"})
        assert (await get(on, "/sandbox/state?as=U1"))["channels"][0]["unread"] == 0
        assert (await get(on, "/sandbox/state?as=U2"))["channels"][0]["unread"] == 1


async def test_the_clock_is_let_run_and_refuses_nonsense() -> None:
    async with stage("http") as on:
        moments = []

        async def hook(moment: Any) -> None:
            moments.append(moment)

        on.sandbox.clock.at_each_step(hook)
        told = await post(on, "/sandbox/clock", {"advance_seconds": 3600})
        assert told == {"ok": True, "now": "2026-03-02T10:00:00Z", "moving": False}
        assert [one.minute for one in moments] == [15, 30, 45, 0]
        for nonsense in (-1, "an hour", None, True):
            answer = await post(on, "/sandbox/clock", {"advance_seconds": nonsense})
            assert answer["ok"] is False


async def test_a_reset_begins_anew() -> None:
    async with stage("http", echo) as on:
        calls = []

        async def seed() -> None:
            calls.append(on.sandbox.clock())
            on.sandbox.ws.post("C1", "U2", "from the seed")

        on.sandbox.when_reset(seed)
        dm = on.sandbox.dm("U1")
        await on.command("x")
        await on.sandbox.clock.advance(3600)
        assert await post(on, "/sandbox/reset", {}) == {"ok": True}
        assert on.texts() == ["from the seed"]
        assert [one.hour for one in calls] == [9]
        assert dm in [one["id"] for one in on.sandbox.page.channels("U1")]


async def test_a_person_attaches_a_file() -> None:
    async with stage("http") as on, aiohttp.ClientSession() as session:
        url = on.running.base_url + "/sandbox/upload?as=U1&name=deals.csv"
        async with session.post(url, data=b"a,b") as response:
            file = (await response.json())["file"]
        assert (file["name"], file["size"], file["mimetype"]) == ("deals.csv", 3, "text/csv")
        async with session.get(file["url_private"]) as response:
            assert await response.read() == b"a,b"


async def test_timestamps_grow_and_never_repeat() -> None:
    async with stage("http") as on:
        stamps = [on.sandbox.ws.new_ts() for _ in range(100)]
        assert stamps == sorted(set(stamps))


async def test_waiting_for_what_never_comes_ends() -> None:
    async with stage("http") as on:
        with pytest.raises(TimeoutError):
            await on.sandbox.until(on.seen, timeout=0.05)
