"""The HTTP door: Slack's signed requests, and what operators ask of the process."""

from collections.abc import Awaitable, Callable

from prometheus_client import CONTENT_TYPE_LATEST, Histogram, generate_latest
from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from bot.landing import HEADERS

ANSWERED = Histogram(
    "pipekeeper_request_seconds",
    "Seconds from a Slack request's arrival to its answer.",
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3),
)

MOST_BODY = 1_000_000
"""Bytes; Slack's own requests stay far below (a view is at most 250 KB)."""


class SlackDoor:
    """`POST /slack/events`: commands, interactivity and events, each signed by Slack.

    The signature is checked here and not by Bolt, which answers a non-numeric timestamp with a
    500 and logs the body of a request with a bad signature.
    """

    def __init__(self, bolt: AsyncApp, signing_secret: str) -> None:
        self._bolt = bolt
        self._verifier = SignatureVerifier(signing_secret)

    async def answer(self, request: Request) -> Response:
        with ANSWERED.time():
            body = await request.body()
            if len(body) > MOST_BODY:
                return Response(status_code=413)
            if not self._is_signed(request, body):
                return JSONResponse({"error": "invalid signature"}, status_code=401)
            try:
                asked = to_async_bolt_request(request, body)
            except ValueError:
                return JSONResponse({"error": "unreadable"}, status_code=400)
            return to_starlette_response(await self._bolt.async_dispatch(asked))

    def _is_signed(self, request: Request, body: bytes) -> bool:
        timestamp = request.headers.get("x-slack-request-timestamp", "")
        signature = request.headers.get("x-slack-signature", "")
        if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12):
            return False
        if not _is_text(body):
            return False
        return self._verifier.is_valid(body, timestamp, signature)


def _is_text(body: bytes) -> bool:
    """Slack's bodies are; the verifier would raise at any other."""
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True


def build(
    slack: SlackDoor | None,
    ready: Callable[[], Awaitable[dict[str, bool]]],
    behind_link: Callable[[str], Awaitable[str]] | None = None,
) -> Starlette:
    """The process's HTTP app; without a Slack door (Socket Mode) only the operators' pages, and
    where deals have links the page behind those."""

    async def healthz(_request: Request) -> Response:
        return JSONResponse({"alive": True})

    async def readyz(_request: Request) -> Response:
        checks = await ready()
        return JSONResponse(checks, status_code=200 if all(checks.values()) else 503)

    async def metrics(_request: Request) -> Response:
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    routes = [Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", metrics)]
    if behind_link is not None:
        routes.append(Route("/deals/{deal_id:int}", _landing(behind_link)))
    if slack is not None:
        routes.append(Route("/slack/events", slack.answer, methods=["POST"]))
    return Starlette(routes=routes)


def _landing(
    behind_link: Callable[[str], Awaitable[str]],
) -> Callable[[Request], Awaitable[Response]]:
    async def landing(request: Request) -> Response:
        page = await behind_link(request.headers.get("accept-language", ""))
        return HTMLResponse(page, headers=HEADERS)

    return landing
