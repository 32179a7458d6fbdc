"""The routes that the page calls, and its feed."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.sandbox.changes import Change
from bot.sandbox.page import Page
from bot.sandbox.platform import Platform
from bot.sandbox.uploads import MOST_BYTES
from bot.sandbox.wire import Json

MOST_WAITING = 10_000
"""News kept for a page that reads slowly; beyond, it is told to begin anew."""


class Host(Protocol):
    """What of the sandbox the page may set going."""

    platform: Platform
    page: Page

    async def perform(self, request: Json) -> Json: ...

    async def reset(self) -> None: ...


class PageApi:
    def __init__(self, host: Host) -> None:
        self._host = host

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/sandbox/state", self._of_person(self._state)),
            Route("/sandbox/messages", self._of_person(self._messages)),
            Route("/sandbox/traffic", self._traffic),
            Route("/sandbox/act", self._act, methods=["POST"]),
            Route("/sandbox/upload", self._of_person(self._upload), methods=["POST"]),
            Route("/sandbox/clock", self._clock, methods=["POST"]),
            Route("/sandbox/reset", self._reset, methods=["POST"]),
            WebSocketRoute("/sandbox/feed", self._feed),
        ]

    def _of_person(
        self, answer: Callable[[Request, str], Awaitable[Response]]
    ) -> Callable[[Request], Awaitable[Response]]:
        async def checked(request: Request) -> Response:
            user = request.query_params.get("as") or self._host.page.somebody()
            if user not in self._host.platform.ws.members:
                return JSONResponse({"ok": False, "error": "unknown_person"}, 404)
            return await answer(request, user)

        return checked

    async def _state(self, _request: Request, user: str) -> Response:
        return JSONResponse(self._host.page.state(user))

    async def _messages(self, request: Request, user: str) -> Response:
        query = request.query_params
        found = self._host.page.messages(user, query.get("channel", ""), query.get("thread"))
        return JSONResponse({"messages": found})

    async def _traffic(self, request: Request) -> Response:
        asked = request.query_params.get("limit", "200")
        limit = int(asked) if asked.isdecimal() else 200
        entries = self._host.platform.traffic.entries[-limit:] if limit else []
        return JSONResponse({"entries": [one.for_page for one in entries]})

    async def _act(self, request: Request) -> Response:
        told = await _body(request)
        if told is None:
            return _no_json()
        return JSONResponse(await self._host.perform(told))

    async def _upload(self, request: Request, user: str) -> Response:
        content = await request.body()
        if len(content) > MOST_BYTES:
            return JSONResponse({"ok": False, "error": "file_too_large"}, 413)
        name = request.query_params.get("name", "file")
        file = self._host.platform.uploads.store(name, content, user)
        return JSONResponse({"ok": True, "file": file})

    async def _clock(self, request: Request) -> Response:
        told = await _body(request)
        seconds = (told or {}).get("advance_seconds")
        if isinstance(seconds, bool) or not isinstance(seconds, (int, float)) or seconds < 0:
            return JSONResponse({"ok": False, "error": "invalid_advance_seconds"}, 400)
        await self._host.platform.ws.clock.advance(seconds)
        return JSONResponse({"ok": True, **self._host.page.clock()})

    async def _reset(self, request: Request) -> Response:
        if await _body(request) is None:
            return _no_json()
        await self._host.reset()
        return JSONResponse({"ok": True})

    async def _feed(self, socket: WebSocket) -> None:
        user = socket.query_params.get("as", "")
        if user not in self._host.platform.ws.members:
            await socket.close(code=4004)
            return
        await socket.accept()
        waiting: asyncio.Queue[Change] = asyncio.Queue(MOST_WAITING)
        stop_listening = self._host.platform.ws.changes.listen(_into(waiting))
        sending = asyncio.create_task(self._send_news(socket, user, waiting))
        try:
            while True:
                await socket.receive_text()  # nothing is said here; it ends when the page goes
        except WebSocketDisconnect:
            return
        finally:
            stop_listening()
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)

    async def _send_news(
        self, socket: WebSocket, user: str, waiting: asyncio.Queue[Change]
    ) -> None:
        while True:
            change = await waiting.get()
            for one in self._host.page.news(change, user):
                await socket.send_json(one)


def _into(waiting: asyncio.Queue[Change]) -> Callable[[Change], None]:
    def put(change: Change) -> None:
        if waiting.full():
            while not waiting.empty():
                waiting.get_nowait()
            waiting.put_nowait(Change("reset"))
        waiting.put_nowait(change)

    return put


async def _body(request: Request) -> Json | None:
    """A JSON object sent as JSON: a page of another origin can't send that unasked."""
    if not request.headers.get("content-type", "").startswith("application/json"):
        return None
    try:
        told: Any = json.loads(await request.body())
    except json.JSONDecodeError:
        return None
    return told if isinstance(told, dict) else None


def _no_json() -> Response:
    return JSONResponse({"ok": False, "error": "invalid_json"}, 400)
