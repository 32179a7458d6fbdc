"""An ASGI app on an open socket, in a loop that is ours."""

import asyncio
import contextlib
import itertools
import socket
from collections.abc import AsyncIterator, Iterator

import uvicorn
from starlette.types import ASGIApp

DRAIN_SECONDS = 8
"""Answers under way may end; the contract gives ten from SIGTERM to the end."""

EVERYWHERE = "0.0.0.0"  # noqa: S104 - Slack and the operators' probes come from outside


_TICK_SECONDS = 0.1
"""How often uvicorn looks after its `date` header, among others."""

_LOOK_SECONDS = 0.005
"""How often a closing server looks whether its last answers have gone out."""


class _Server(uvicorn.Server):
    """uvicorn that leaves signals alone, says when it listens, and closes when it is told to and
    its answers are out, where the original sleeps for up to three tenths of a second first."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = asyncio.Event()
        self._told = asyncio.Event()

    def close(self) -> None:
        self.should_exit = True
        self._told.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.up.set()

    async def main_loop(self) -> None:
        ticks = itertools.cycle(range(864_000))
        while not await self.on_tick(next(ticks)):
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._told.wait(), _TICK_SECONDS)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:  # noqa: ARG002
        for server in self.servers:
            server.close()
        state = self.server_state
        for connection in list(state.connections):
            connection.shutdown()
        try:
            async with asyncio.timeout(self.config.timeout_graceful_shutdown):
                while state.connections or state.tasks:  # noqa: ASYNC110 - uvicorn tells nobody
                    await asyncio.sleep(_LOOK_SECONDS)
        except TimeoutError:
            for task in state.tasks:
                task.cancel("The server closes.")


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
        server.close()
        await task
        listener.close()
