"""An ASGI app on an open socket, in a loop that is ours."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator

import uvicorn
from starlette.types import ASGIApp

DRAIN_SECONDS = 8
"""Answers under way may end; the contract gives ten from SIGTERM to the end."""

EVERYWHERE = "0.0.0.0"  # noqa: S104 - Slack and the operators' probes come from outside


class _Server(uvicorn.Server):
    """uvicorn that leaves signals alone and says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.up.set()


def listen(port: int, host: str = EVERYWHERE) -> socket.socket:
    """An open socket on the port (0: any free one). Raises OSError where it is taken."""
    # With its protocol named, or asyncio would leave Nagle's algorithm on: 40 ms an answer.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    return listener


@contextlib.asynccontextmanager
async def serve(app: ASGIApp, listener: socket.socket) -> AsyncIterator[int]:
    """Serves until the block ends; gives the port."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        timeout_graceful_shutdown=DRAIN_SECONDS,
        ws_per_message_deflate=False,
    )
    server = _Server(config)
    port: int = listener.getsockname()[1]
    task = asyncio.create_task(server.serve([listener]), name="http server")
    await server.up.wait()
    try:
        yield port
    finally:
        server.should_exit = True
        await task
        listener.close()
