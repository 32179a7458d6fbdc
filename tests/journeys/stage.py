"""A small workspace with the real bot behind a real door, for people's days to be played in."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pydantic import SecretStr

from bot import manifest
from bot.app import Pipekeeper
from bot.running import running
from bot.sandbox.clock import SandboxClock
from bot.sandbox.delivery import ByHttp
from bot.sandbox.people import Member
from bot.sandbox.sandbox import Sandbox, serve
from bot.sandbox.socket_mode import BySocket
from bot.sandbox.workspace import Workspace
from bot.serving import listen
from bot.settings import Settings
from store.engine import Store

TUESDAY = datetime(2026, 3, 3, 15, 0, tzinfo=UTC)
"""10:00 in New York, midnight in Seoul: already Wednesday there."""

HASTE = 10
"""What the bot waits for (its pace in a channel, acts that come together) passes so many times as
fast."""

SECRET = "journeys"
SALES = "C1"
DOMAIN = "deals.example.com"


_MANIFEST = manifest.build(link_domain=DOMAIN)

by_http = pytest.mark.parametrize("stage", ["http"], indirect=True)
"""For long stories, which have nothing to do with the door; and on SQLite alone, since what they
ask the store is asked of both engines elsewhere."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What a journey drives: people act in Slack, and read what the bot answered."""

    sandbox: Sandbox
    bot: Pipekeeper
    store: Store

    async def type(self, person: str, line: str, channel: str = SALES) -> dict[str, Any]:
        """A command, typed; returns the newest message its writer sees there afterwards."""
        before = self.seen(person, channel)
        command, _, text = line.partition(" ")
        said = await self.sandbox.act(
            as_=person, kind="command", channel=channel, command=command, text=text
        )
        assert said["ok"], said
        if self.sandbox.stack(person):
            return {}
        return await self.sandbox.until(lambda: self._news(person, channel, before))

    async def let_pass(self, days: int) -> None:
        """Some days in long strides: at each the clock is looked at, however late for what was
        due."""
        await self.sandbox.clock.advance(days * 86_400, timedelta(hours=3))

    def seen(self, person: str, channel: str = SALES) -> list[dict[str, Any]]:
        return self.sandbox.messages(channel, viewer=person)

    def _news(self, person: str, channel: str, before: list[dict[str, Any]]) -> dict[str, Any]:
        known = {one["ts"] for one in before}
        return next((one for one in self.seen(person, channel) if one["ts"] not in known), {})

    async def press(
        self, person: str, message: dict[str, Any], label: str, nth: int = 0
    ) -> dict[str, Any]:
        """A button by its words (or an option of an overflow menu); returns what it led to."""
        block, element, action = find(message["blocks"], label, nth)
        container = {"type": "message", "channel": message["channel"], "ts": message["ts"]}
        said: dict[str, Any] = await self.sandbox.act(
            as_=person,
            kind="block_action",
            container=container,
            block_id=block["block_id"],
            action_id=element["action_id"],
            action=action,
            values={},
        )
        assert said["ok"], said
        return said

    async def press_in_view(self, person: str, view: dict[str, Any], label: str) -> None:
        """A button of a modal or of App Home."""
        block, element, action = find(view["blocks"], label)
        said = await self.sandbox.act(
            as_=person,
            kind="block_action",
            container={"type": "view", "view_id": view["id"]},
            block_id=block["block_id"],
            action_id=element["action_id"],
            action=action,
            values={},
        )
        assert said["ok"], said

    async def fill(self, person: str, **fields: Any) -> dict[str, Any]:
        """Fills the topmost form's fields (by block id) and submits it; returns the answer."""
        view = self.sandbox.stack(person)[-1]
        values: dict[str, Any] = {}
        for block in view["blocks"]:
            if block["type"] == "input" and block["block_id"] in fields:
                element = block["element"]
                given = _state(element, fields[block["block_id"]])
                values[block["block_id"]] = {element["action_id"]: given}
        said: dict[str, Any] = await self.sandbox.act(
            as_=person, kind="view_submit", view_id=view["id"], values=values
        )
        return said

    async def choose(self, person: str, block_id: str, option: str) -> None:
        """Chooses in a select of the topmost form that tells the bot at once."""
        view = self.sandbox.stack(person)[-1]
        block = next(one for one in view["blocks"] if one.get("block_id") == block_id)
        element = block["element"]
        said = await self.sandbox.act(
            as_=person,
            kind="block_action",
            container={"type": "view", "view_id": view["id"]},
            block_id=block_id,
            action_id=element["action_id"],
            action=_state(element, option),
            values={},
        )
        assert said["ok"], said

    async def options(self, person: str, block_id: str, typed: str) -> list[dict[str, Any]]:
        """What a select of the topmost form offers while somebody types in it."""
        view = self.sandbox.stack(person)[-1]
        block = next(one for one in view["blocks"] if one.get("block_id") == block_id)
        said = await self.sandbox.act(
            as_=person,
            kind="options",
            container={"type": "view", "view_id": view["id"]},
            block_id=block_id,
            action_id=block["element"]["action_id"],
            value=typed,
        )
        assert said["ok"], said
        return list(said["options"])

    def fields(self, person: str) -> list[str]:
        """The names of the topmost form's fields."""
        blocks = self.sandbox.stack(person)[-1]["blocks"]
        return [block["block_id"] for block in blocks if block["type"] == "input"]

    async def appears(self, person: str, words: str, channel: str = SALES) -> dict[str, Any]:
        """Waits for a message that says so, and gives it."""

        def said() -> dict[str, Any]:
            found = [one for one in self.seen(person, channel) if words in everything(one)]
            return found[-1] if found else {}

        return await self.sandbox.until(said)

    def errors(self, person: str) -> dict[str, str]:
        """What stands beside the fields of the topmost form."""
        return dict(self.sandbox.stack(person)[-1].get("errors") or {})


def everything(message: dict[str, Any]) -> str:
    """All that a message says, to look words up in."""
    return f"{message['text']} {message['blocks']}"


def find(
    blocks: list[dict[str, Any]], label: str, nth: int = 0
) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """The block, the element and the action of what bears these words."""
    found = [
        (block, element, action)
        for block in blocks
        for element in [*block.get("elements", []), block.get("accessory") or {}]
        for action in _actions(element, label)
    ]
    assert len(found) > nth, f"nothing says {label!r}"
    return found[nth]


def _actions(element: dict[str, Any], label: str) -> list[dict[str, Any]]:
    if element.get("type") == "button" and element["text"]["text"] == label:
        return [{"type": "button", "value": element.get("value")}]
    return [
        {"type": element["type"], "selected_option": option}
        for option in element.get("options", [])
        if option["text"]["text"] == label
    ]


def _state(element: dict[str, Any], given: Any) -> dict[str, Any]:
    kind = element["type"]
    if kind == "static_select":
        chosen = next(one for one in element["options"] if one["value"] == given)
        return {"type": kind, "selected_option": chosen}
    if kind == "external_select":
        return {"type": kind, "selected_option": given}
    if kind == "checkboxes":
        ticked = [one for one in element["options"] if one["value"] in given]
        return {"type": kind, "selected_options": ticked}
    keys = {
        "datepicker": "selected_date",
        "timepicker": "selected_time",
        "users_select": "selected_user",
        "channels_select": "selected_channel",
        "multi_users_select": "selected_users",
    }
    return {"type": kind, keys.get(kind, "value"): given}


@asynccontextmanager
async def play(store: Store, door: str, start: datetime = TUESDAY) -> AsyncIterator[Stage]:
    """The bot on a store, reached by `http` or `socket`, in a workspace of four."""
    async with AsyncExitStack() as stack:
        clock = SandboxClock(start, haste=HASTE)
        listener = listen(0, "127.0.0.1")
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/slack/events"
        deliver = ByHttp(url, SECRET) if door == "http" else BySocket()
        sandbox = Sandbox(_workspace(clock), manifest=_MANIFEST, deliver=deliver)
        slack = await stack.enter_async_context(serve(sandbox))
        settings = Settings(
            slack_bot_token=SecretStr(sandbox.tokens.bot),
            slack_app_token=SecretStr(sandbox.tokens.app) if door == "socket" else None,
            slack_signing_secret=SecretStr(SECRET),
            slack_api_url=slack.api_url,
            pipekeeper_link_domain=DOMAIN,
        )
        bot = await stack.enter_async_context(
            running(settings, store, clock, listener, clock.sleep)
        )
        stack.push_async_callback(sandbox.settled)

        async def keep_time(moment: datetime) -> None:
            await bot.clockwork.tick(moment)
            await bot.messenger.drain()

        clock.at_each_step(keep_time)
        yield Stage(sandbox, bot, store)


def _workspace(clock: SandboxClock) -> Workspace:
    workspace = Workspace("T1", "Journeys", clock)
    for member in (
        Member(id="U1", name="jonas", real_name="Jonas Reed", display_name="Jonas"),
        Member(
            id="U2", name="jiwoo", real_name="김지우", display_name="지우",
            locale="ko-KR", tz="Asia/Seoul",
        ),
        Member(id="U3", name="marta", real_name="Marta Lind", display_name="Marta"),
        Member(id="U4", name="ada", real_name="Ada Admin", display_name="Ada", is_admin=True),
        Member(id="U5", name="guest", real_name="Gus Guest", is_restricted=True),
    ):  # fmt: skip
        workspace.add_member(member)
    workspace.add_channel(SALES, "sales")
    return workspace
