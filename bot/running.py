"""The bot as a process: its doors opened, health served, and all of it closed in good order."""

import asyncio
import contextlib
import signal
import socket
from collections.abc import AsyncIterator

import structlog
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler

from bot import doors
from bot.app import Pipekeeper
from bot.clock import Clock, Sleep, system_clock
from bot.serving import serve
from bot.settings import Settings
from bot.slack import Slack
from store.engine import Store

log = structlog.get_logger(__name__)


@contextlib.asynccontextmanager
async def running(
    settings: Settings,
    store: Store,
    clock: Clock,
    listener: socket.socket,
    sleep: Sleep = asyncio.sleep,
) -> AsyncIterator[Pipekeeper]:
    """The whole bot behind the door that the settings choose."""
    assert settings.slack_bot_token is not None  # noqa: S101 - the command line has checked
    slack = Slack(settings.api_url, settings.slack_bot_token.get_secret_value())
    bot = Pipekeeper(store, slack, clock, settings.pipekeeper_link_domain, sleep)
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(bot.stop)
        door = None
        if settings.slack_app_token is not None:
            handler = AsyncSocketModeHandler(
                bot.bolt,
                settings.slack_app_token.get_secret_value(),
                web_client=slack.client,
                proxy=None,
            )
            await handler.connect_async()  # type: ignore[no-untyped-call] # Bolt left it so
            stack.push_async_callback(handler.close_async)
        elif settings.slack_signing_secret is not None:
            door = doors.SlackDoor(bot.bolt, settings.slack_signing_secret.get_secret_value())
        await stack.enter_async_context(serve(doors.build(door, bot.ready, bot.landing), listener))
        await bot.start()
        yield bot


async def until_told_to_stop(settings: Settings, store: Store, listener: socket.socket) -> None:
    """Runs until SIGTERM or SIGINT, then ends in good order."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with running(settings, store, system_clock, listener):
        log.info("running", door="socket" if settings.by_socket else "http", port=settings.port)
        await stop.wait()
        log.info("stopping")
