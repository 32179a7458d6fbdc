"""The demo's stage: the played Slack, a database of its own, and the unchanged bot between."""

import asyncio
import signal
import socket
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from pydantic import SecretStr

from bot import manifest
from bot.app import Pipekeeper
from bot.clock import system_clock
from bot.i18n import translator
from bot.running import listen, running, serve
from bot.sandbox import seed
from bot.sandbox.cast import CAST, CHANNELS, TEAM_ID, TEAM_NAME
from bot.sandbox.clock import SandboxClock
from bot.sandbox.delivery import ByHttp, BySocket
from bot.sandbox.people import Member
from bot.sandbox.server import Sandbox
from bot.sandbox.workspace import Workspace
from bot.settings import Settings
from store import migrate
from store.engine import Store

SIGNING_SECRET = "sandbox-signing-secret"  # noqa: S105 - it opens nothing outside this process
BOT_TOKEN = "xoxb-sandbox"  # noqa: S105 - likewise
APP_TOKEN = "xapp-sandbox"  # noqa: S105 - likewise


class Door(StrEnum):
    """How the played Slack reaches the bot."""

    SOCKET = "socket"
    HTTP = "http"


async def stage(listener: socket.socket, door: Door, ready: Callable[[], None]) -> None:
    """Plays until SIGINT or SIGTERM; `ready` is called once the page can be opened."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with playing(listener, door):
        ready()
        await stop.wait()


@asynccontextmanager
async def playing(
    listener: socket.socket, door: Door = Door.SOCKET, start: datetime | None = None
) -> AsyncIterator[Sandbox]:
    """The whole scene: page and Slack on `listener`, the bot beside them, a database for one
    performance. `start` is when the story begins (now, unless a test says otherwise)."""
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="pipekeeper-demo-"))
        clock = SandboxClock(start or system_clock())
        store = Store(f"sqlite:///{Path(folder) / 'demo.db'}")
        stack.callback(store.close)
        await asyncio.to_thread(_fill, store, clock())
        bot_listener = listen(0, "127.0.0.1")
        sandbox = _sandbox(clock, door, bot_listener.getsockname()[1])
        await stack.enter_async_context(serve(sandbox.asgi, listener))
        settings = _settings(door, listener.getsockname()[1])
        bot = await stack.enter_async_context(running(settings, store, clock, bot_listener))
        _greet(sandbox)

        async def keep_time(moment: datetime) -> None:
            await bot.clockwork.tick(moment)
            await bot.messenger.drain()

        clock.at_each_step(keep_time)
        sandbox.on_reset(lambda: _begin_anew(store, sandbox, bot))
        yield sandbox


def _settings(door: Door, port: int) -> Settings:
    return Settings(
        slack_bot_token=SecretStr(BOT_TOKEN),
        slack_app_token=SecretStr(APP_TOKEN) if door is Door.SOCKET else None,
        slack_signing_secret=SecretStr(SIGNING_SECRET),
        slack_api_url=f"http://127.0.0.1:{port}/api/",
        database_url="sqlite://",
    )


def _sandbox(clock: SandboxClock, door: Door, bot_port: int) -> Sandbox:
    workspace = Workspace(TEAM_ID, TEAM_NAME, clock)
    for player in CAST:
        workspace.add_member(
            Member(
                id=player.slack_id,
                name=player.name.lower().replace(" ", "."),
                real_name=player.name,
                display_name=player.name,
                title=player.title,
                role_hint=player.title,
                locale=player.locale,
                tz=player.tz,
                is_admin=player.role == "admin",
            )
        )
    for channel_id, name in CHANNELS:
        workspace.add_channel(channel_id, name)
    url = f"http://127.0.0.1:{bot_port}/slack/events"
    deliver = BySocket() if door is Door.SOCKET else ByHttp(url, SIGNING_SECRET)
    return Sandbox(workspace, manifest=manifest.build(), deliver=deliver)


def _greet(sandbox: Sandbox) -> None:
    """What a newcomer finds in the direct message with the bot and in #general."""
    for player in CAST:
        t = translator(player.locale, player.tz)
        direct = sandbox.workspace.direct(player.slack_id, sandbox.app.bot_user_id)
        sandbox.workspace.post(direct.id, sandbox.app.bot_user_id, t.md("demo-welcome"))
    t = translator("en-US")
    sandbox.workspace.post(CHANNELS[0][0], CAST[3].slack_id, t.md("demo-general"))
    sandbox.workspace.post(CHANNELS[2][0], CAST[4].slack_id, translator("ko-KR").md("demo-seoul"))


def _fill(store: Store, now: datetime) -> None:
    migrate.upgrade(store.engine)
    store.run(None, seed.plant, now)


async def _begin_anew(store: Store, sandbox: Sandbox, bot: Pipekeeper) -> None:
    """Back to the first moment: an empty database filled again, the same greetings."""
    await bot.messenger.drain()
    await asyncio.to_thread(migrate.downgrade, store.engine, "base")
    await asyncio.to_thread(_fill, store, sandbox.workspace.clock())
    _greet(sandbox)
