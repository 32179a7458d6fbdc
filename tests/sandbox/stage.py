"""A small workspace and a tiny Bolt app on its stage, joined by either door."""

import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import aiohttp
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.sandbox.clock import SandboxClock
from bot.sandbox.delivery import ByHttp
from bot.sandbox.people import Member
from bot.sandbox.sandbox import Sandbox, serve
from bot.sandbox.server import Running, listening
from bot.sandbox.socket_mode import BySocket
from bot.sandbox.workspace import Workspace

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SECRET = "a-signing-secret"

SCOPES = [
    "chat:write", "commands", "users:read", "im:write", "channels:read", "channels:history",
    "im:history", "files:write", "files:read", "reactions:write", "pins:write", "dnd:read",
    "team:read",
]  # fmt: skip

MANIFEST: dict[str, Any] = {
    "display_information": {"name": "Echo"},
    "features": {
        "bot_user": {"display_name": "Echo"},
        "slash_commands": [
            {
                "command": "/log",
                "description": "Log it",
                "usage_hint": "[what]",
                "should_escape": True,
            },
            {"command": "/raw", "description": "As typed"},
        ],
        "shortcuts": [
            {"name": "Log", "type": "global", "callback_id": "log.global", "description": "d"},
            {"name": "Keep", "type": "message", "callback_id": "log.message", "description": "d"},
        ],
    },
    "oauth_config": {"scopes": {"bot": SCOPES}},
    "settings": {
        "event_subscriptions": {
            "bot_events": [
                "app_home_opened",
                "app_mention",
                "message.im",
                "message.channels",
                "team_join",
                "user_change",
                "tokens_revoked",
                "app_uninstalled",
            ]
        }
    },
}


class Ticks:
    """Real seconds, as a test wants them."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Stage:
    sandbox: Sandbox
    running: Running
    app: AsyncApp
    client: AsyncWebClient
    ticks: Ticks
    requests: list[dict[str, str]]
    """Headers of what came in by HTTP."""

    async def command(self, text: str = "", command: str = "/log", **more: Any) -> dict[str, Any]:
        return await self.sandbox.act(
            as_="U1", kind="command", **{"channel": "C1", "command": command, "text": text} | more
        )

    async def press(self, channel: str, ts: str, block_id: str, action_id: str, **more: Any) -> Any:
        return await self.sandbox.act(
            as_="U1",
            kind="block_action",
            container={"type": "message", "channel": channel, "ts": ts},
            block_id=block_id,
            action_id=action_id,
            **more,
        )

    def seen(self, channel: str = "C1", viewer: str = "U1") -> list[dict[str, Any]]:
        return self.sandbox.messages(channel, viewer)

    def texts(self, channel: str = "C1", viewer: str = "U1") -> list[str]:
        return [one["text"] for one in self.seen(channel, viewer)]


def make_workspace(ticks: Ticks) -> Workspace:
    ws = Workspace("T0SANDBOX", "Northwind", SandboxClock(START, ticks))
    ws.add_member(
        Member(
            id="U1", name="jonas", real_name="Jonas Reed", email="jonas@example.com", is_admin=True
        )
    )
    ws.add_member(
        Member(id="U2", name="jiwoo", real_name="김지우", locale="ko-KR", tz="Asia/Seoul")
    )
    ws.add_member(
        Member(id="U3", name="guest", real_name="A Guest", is_restricted=True, switchable=False)
    )
    ws.add_channel("C1", "sales", ["U1", "U2"])
    return ws


def make_app(client: AsyncWebClient) -> AsyncApp:
    return AsyncApp(
        client=client, signing_secret=SECRET, process_before_response=True, logger=_quiet()
    )


def _quiet() -> logging.Logger:
    logger = logging.getLogger("tests.sandbox.bolt")
    logger.setLevel(logging.CRITICAL)
    return logger


@contextlib.asynccontextmanager
async def stage(
    door: str, setup: Callable[[AsyncApp], None] | None = None, **options: Any
) -> AsyncIterator[Stage]:
    """A sandbox with a Bolt app behind `http` or `socket`."""
    ticks, requests = Ticks(), list[dict[str, str]]()
    ws = make_workspace(ticks)
    deliver = BySocket() if door == "socket" else ByHttp("http://127.0.0.1:9", SECRET)
    manifest = options.pop("manifest", MANIFEST)
    sandbox = Sandbox(ws, manifest=manifest, deliver=deliver, **options)
    async with contextlib.AsyncExitStack() as stack:
        running = await stack.enter_async_context(serve(sandbox))
        session = await stack.enter_async_context(aiohttp.ClientSession())
        client = AsyncWebClient(sandbox.tokens.bot, base_url=running.api_url, session=session)
        app = make_app(client)
        if setup is not None:
            setup(app)
        if isinstance(deliver, BySocket):
            handler = AsyncSocketModeHandler(app, sandbox.tokens.app, logger=_quiet())
            handler.client.web_client = AsyncWebClient(base_url=running.api_url)
            await handler.connect_async()
            stack.push_async_callback(handler.close_async)
        else:
            bot = await stack.enter_async_context(listening(_bolt_server(app, requests)))
            deliver.request_url = f"{bot.base_url}/slack/events"
        stack.push_async_callback(sandbox.settled)
        yield Stage(sandbox, running, app, client, ticks, requests)


def _bolt_server(app: AsyncApp, requests: list[dict[str, str]]) -> Starlette:
    handler = AsyncSlackRequestHandler(app)

    async def events(request: Request) -> Response:
        requests.append(dict(request.headers))
        return await handler.handle(request)

    return Starlette(routes=[Route("/slack/events", events, methods=["POST"])])
