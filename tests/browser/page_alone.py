"""The page by itself in a real browser, before a server that gives canned answers."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import BrowserContext, Locator, Page
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.sandbox.server import STATIC, listening
from tests.browser.chromium import DESKTOP, Chromium

GALLERY = json.loads((Path(__file__).parent / "page_gallery.json").read_text("utf-8"))
NOW = "2026-03-02T14:30:00Z"
ACME = {"text": {"type": "plain_text", "text": "Acme pilot"}, "value": "d1"}


def _person(id_: str, name: str, locale: str, tz: str, *, is_bot: bool = False) -> dict[str, Any]:
    return {
        "id": id_, "name": name.lower(), "real_name": name, "title": "Rep", "role_hint": "",
        "locale": locale, "tz": tz, "color": "#4f7cac", "is_bot": is_bot,
    }  # fmt: skip


PEOPLE = [
    _person("U1", "Jonas Reed", "en-US", "America/New_York"),
    _person("U2", "김지우", "ko-KR", "Asia/Seoul"),
    _person("UB", "Pipekeeper", "en-US", "America/New_York", is_bot=True),
]


def _channel(id_: str, name: str, other: str | None = None) -> dict[str, Any]:
    kind = "im" if other else "channel"
    return {"id": id_, "name": name, "kind": kind, "with": other, "topic": "", "unread": 0}


def message(ts: str, text: str, **more: Any) -> dict[str, Any]:
    return {
        "ts": ts, "channel": "C1", "user": "UB", "text": text, "blocks": None,
        "attachments": None, "thread_ts": None, "reply_count": 0, "ephemeral": False,
        "edited": False, "reactions": [], "files": [],
    } | more  # fmt: skip


def modal(**more: Any) -> dict[str, Any]:
    return {
        "id": "V1", "type": "modal", "callback_id": "everything", "private_metadata": "",
        "title": {"type": "plain_text", "text": "Everything"},
        "submit": {"type": "plain_text", "text": "Keep"},
        "close": {"type": "plain_text", "text": "Not now"},
        "blocks": GALLERY["inputs"], "state": {"values": {}}, "errors": None,
    } | more  # fmt: skip


@dataclass
class Canned:
    """Answers what it is told to, and remembers what was asked of it."""

    acts: list[dict[str, Any]] = field(default_factory=list)
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    messages: list[dict[str, Any]] = field(default_factory=list)
    lines: list[WebSocket] = field(default_factory=list)

    async def push(self, **news: Any) -> None:
        for line in self.lines:
            await line.send_json(news)

    def asked(self, kind: str) -> list[dict[str, Any]]:
        return [one for one in self.acts if one["kind"] == kind]

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/", lambda _: FileResponse(STATIC / "index.html")),
                Mount("/static", StaticFiles(directory=STATIC)),
                Route("/sandbox/state", self._state),
                Route("/sandbox/messages", lambda _: JSONResponse({"messages": self.messages})),
                Route("/sandbox/traffic", lambda _: JSONResponse({"entries": []})),
                Route("/sandbox/act", self._act, methods=["POST"]),
                Route("/sandbox/upload", self._upload, methods=["POST"]),
                Route("/sandbox/{kind:str}", self._other, methods=["POST"]),
                WebSocketRoute("/sandbox/feed", self._feed),
            ]
        )

    async def _state(self, request: Request) -> Response:
        me = request.query_params.get("as", "U1")
        home = {"id": "VH", "type": "home", "blocks": GALLERY["blocks"][:2], "state": {}}
        shortcut = {"name": "Log it", "type": "message", "callback_id": "log", "description": ""}
        return JSONResponse(
            {
                "workspace": {"id": "T1", "name": "Northwind"},
                "me": next(one for one in PEOPLE if one["id"] == me),
                "people": PEOPLE, "switchable": ["U1", "U2"],
                "channels": [
                    _channel("C1", "sales"), _channel("C2", "서울"),
                    _channel("D1", "Pipekeeper", "UB"),
                ],
                "commands": [
                    {"command": "/log", "description": "Write it down", "usage_hint": "call Acme"},
                    {"command": "/deal", "description": "Deals", "usage_hint": "new | list"},
                ],
                "shortcuts": [shortcut, shortcut | {"type": "global", "callback_id": "anywhere"}],
                "app": {"name": "Pipekeeper", "bot_user_id": "UB", "app_id": "A1"},
                "clock": {"now": NOW, "moving": False}, "stack": [], "home": home,
                "connected": True,
            }
        )  # fmt: skip

    async def _act(self, request: Request) -> Response:
        told = await request.json()
        self.acts.append(told)
        return JSONResponse(self.answers.get(told["kind"], {"ok": True}))

    async def _other(self, request: Request) -> Response:
        """The clock and starting over."""
        self.acts.append({"kind": request.path_params["kind"], **await request.json()})
        return JSONResponse({"ok": True})

    async def _upload(self, request: Request) -> Response:
        name = request.query_params["name"]
        return JSONResponse({"ok": True, "file": {"id": "F1", "name": name}})

    async def _feed(self, line: WebSocket) -> None:
        await line.accept()
        self.lines.append(line)
        try:
            while True:
                await line.receive_text()
        except WebSocketDisconnect:
            self.lines.remove(line)


@dataclass
class Stage:
    canned: Canned
    page: Page
    faults: list[str]

    def block(self, block_id: str) -> Locator:
        return self.page.locator(f"[data-block-id='{block_id}']").last

    async def heard(self, kind: str, count: int = 1) -> dict[str, Any]:
        """The act of that kind, once the page has sent so many."""
        async with asyncio.timeout(5):
            while len(self.canned.asked(kind)) < count:
                await self.page.evaluate("new Promise(requestAnimationFrame)")
        return self.canned.asked(kind)[-1]


async def _open(context: BrowserContext, canned: Canned, url: str) -> Stage:
    page = await context.new_page()
    page.set_default_timeout(5_000)
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    await page.goto(url)
    await page.get_by_test_id("page").wait_for()
    return Stage(canned, page, faults)


@asynccontextmanager
async def page_alone(
    chromium: Chromium,
    who: str = "U1",
    size: tuple[int, int] = DESKTOP,
    query: str = "channel=C1",
) -> AsyncIterator[Stage]:
    """The page in #sales, with one message that holds every block."""
    all_blocks = message("1772461800.000100", "All of it", blocks=GALLERY["blocks"])
    canned = Canned(messages=[all_blocks])
    async with listening(canned.app()) as running:
        context = await chromium.new_context(viewport={"width": size[0], "height": size[1]})
        await context.route("**/*.invalid/**", lambda route: route.abort())
        opened = await _open(context, canned, f"{running.base_url}/?as={who}&{query}")
        yield opened
        await context.close()
        assert opened.faults == []
