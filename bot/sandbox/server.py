"""The sandbox's one server: Slack's Web API, Socket Mode, response URLs, files, and the page."""

import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket

from bot.sandbox import answers
from bot.sandbox.api import Api
from bot.sandbox.page_api import Host, PageApi
from bot.sandbox.platform import Platform
from bot.sandbox.socket_mode import BySocket
from bot.sandbox.wire import SlackSaysNo
from bot.serving import listen, serve

STATIC = Path(__file__).parent / "static"
HOST = "127.0.0.1"


class Hooks:
    """The doors that need no token: response URLs, uploads and downloads."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform

    async def respond(self, request: Request) -> Response:
        began = self._platform.traffic.stopwatch()
        raw = await request.body()
        try:
            told = json.loads(raw)
        except json.JSONDecodeError:
            told = None
        error, status = None, 200
        try:
            answers.at_response_url(self._platform, request.path_params["key"], told)
        except SlackSaysNo as no:
            error, status = no.answer, no.status
            self._platform.ws.changes.tell("toast", level="error", text=f"response_url: {no.code}")
        self._platform.traffic.note(
            "from_app",
            "response_url",
            began,
            request=told,
            response=error or "ok",
            status=status,
            error=error["error"] if error else None,
        )
        return PlainTextResponse("ok") if error is None else JSONResponse(error, status)

    async def upload(self, request: Request) -> Response:
        path = request.path_params
        content = await request.body()
        try:
            self._platform.uploads.receive(path["file_id"], path["key"], content)
        except SlackSaysNo as no:
            return PlainTextResponse(no.code, no.status)
        return PlainTextResponse(f"OK - {len(content)}")

    async def download(self, request: Request) -> Response:
        """For the page, and for the bot, which has to say who it is with its token."""
        found = self._platform.uploads.content(request.path_params["file_id"])
        if found is None:
            return PlainTextResponse("file_not_found", 404)
        said = request.headers.get("authorization")
        if said is not None and said != f"Bearer {self._platform.tokens.bot}":
            return PlainTextResponse("invalid_auth", 403)
        content, mimetype = found
        return Response(
            content, media_type=mimetype, headers={"Content-Security-Policy": "sandbox"}
        )


def build(host: Host) -> Starlette:
    """The ASGI app; it answers only to this machine's own names."""
    platform = host.platform
    hooks = Hooks(platform)

    async def index(_request: Request) -> Response:
        page = STATIC / "index.html"
        if not page.exists():
            return PlainTextResponse("The page is not built in.", 404)
        return FileResponse(page)

    async def socket_mode(websocket: WebSocket) -> None:
        door = platform.courier.door
        if isinstance(door, BySocket):
            await door.serve(websocket)
        else:
            await websocket.close(code=4001)

    return Starlette(
        routes=[
            Route("/", index),
            Mount("/static", StaticFiles(directory=STATIC, check_dir=False)),
            Route("/api/{method}", Api(platform).answer, methods=["GET", "POST"]),
            WebSocketRoute("/socket", socket_mode),
            Route("/hooks/response/{key:path}", hooks.respond, methods=["POST"]),
            Route("/files/upload/{file_id}/{key}", hooks.upload, methods=["POST"]),
            Route("/files/{file_id}/{name}", hooks.download),
            *PageApi(host).routes(),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=[HOST, "localhost"])],
    )


@dataclass(frozen=True, slots=True)
class Running:
    port: int

    @property
    def base_url(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def api_url(self) -> str:
        """For SLACK_API_URL, or a WebClient's base_url."""
        return f"{self.base_url}/api/"


@contextlib.asynccontextmanager
async def listening(app: Starlette, port: int = 0) -> AsyncIterator[Running]:
    """The app on 127.0.0.1 (port 0: any free one), in this event loop, until the block ends."""
    async with serve(app, listen(port, HOST)) as bound:
        yield Running(bound)
