"""The demo's stage: the played Slack, a database of its own, and the unchanged bot between."""

import asyncio
import signal
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from pydantic import SecretStr

from bot import manifest
from bot.app import Pipekeeper
from bot.clock import system_clock
from bot.i18n import translator
from bot.running import running
from bot.sandbox import room_story, seed
from bot.sandbox.cast import CAST, CHANNELS, MARTA, SEOYEON, TEAM_ID, TEAM_NAME
from bot.sandbox.clock import SandboxClock
from bot.sandbox.delivery import ByHttp
from bot.sandbox.people import Member
from bot.sandbox.sandbox import BOT_USER_ID, Sandbox, serve
from bot.sandbox.socket_mode import BySocket
from bot.sandbox.workspace import Workspace
from bot.serving import listen
from bot.settings import Settings
from store import migrate
from store.engine import Store

SIGNING_SECRET = "sandbox-signing-secret"  # noqa: S105 - it opens nothing outside this process


LINK_DOMAIN = "deals.bluefin.example"


class Door(StrEnum):
    """How the played Slack reaches the bot."""

    SOCKET = "socket"
    HTTP = "http"


async def stage(port: int, door: Door, ready: Callable[[str], None]) -> None:
    """Plays until SIGINT or SIGTERM; `ready` gets the page's address once it can be opened.

    Raises OSError where the port is taken.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with playing(port, door) as scene:
        ready(scene.url)
        await stop.wait()


@dataclass(frozen=True, slots=True)
class Scene:
    """What is being played, and where its page is."""

    url: str
    sandbox: Sandbox
    store: Store


def fill(store: Store, now: datetime) -> None:
    """A database with the sample company in it, as of `now`."""
    migrate.upgrade(store.engine)
    store.run(None, seed.plant, now)


@asynccontextmanager
async def playing(
    port: int,
    door: Door = Door.SOCKET,
    start: datetime | None = None,
    fill: Callable[[Store, datetime], None] = fill,
) -> AsyncIterator[Scene]:
    """The whole scene: page and Slack on one port, the bot beside them, a database for one
    performance. `start` is when the story begins (now, unless a test says otherwise), and `fill`
    brings a database to what it begins with."""
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="pipekeeper-demo-"))
        clock = SandboxClock(start or system_clock())
        store = Store(f"sqlite:///{Path(folder) / 'demo.db'}")
        stack.callback(store.close)
        await asyncio.to_thread(fill, store, clock())
        bot_listener = listen(0, "127.0.0.1")
        sandbox = _sandbox(clock, door, bot_listener.getsockname()[1])
        slack = await stack.enter_async_context(serve(sandbox, port))
        settings = _settings(sandbox, door, slack.api_url)
        bot = await stack.enter_async_context(running(settings, store, clock, bot_listener))
        stack.push_async_callback(sandbox.settled)
        await _greet(sandbox, store)

        async def keep_time(moment: datetime) -> None:
            await bot.clockwork.tick(moment)
            await bot.messenger.drain()
            bot.homes.wake()
            bot.rooms.wake()

        clock.at_each_step(keep_time)
        sandbox.when_reset(lambda: _begin_anew(store, sandbox, bot))
        yield Scene(slack.base_url, sandbox, store)


def _settings(sandbox: Sandbox, door: Door, api_url: str) -> Settings:
    return Settings(
        slack_bot_token=SecretStr(sandbox.tokens.bot),
        slack_app_token=SecretStr(sandbox.tokens.app) if door is Door.SOCKET else None,
        slack_signing_secret=SecretStr(SIGNING_SECRET),
        slack_api_url=api_url,
        database_url="sqlite://",
        pipekeeper_link_domain=LINK_DOMAIN,
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
    return Sandbox(
        workspace,
        manifest=manifest.build(link_domain=LINK_DOMAIN),
        deliver=deliver,
        translations={"ko": manifest.build(locale="ko-KR", link_domain=LINK_DOMAIN)},
    )


async def _greet(sandbox: Sandbox, store: Store) -> None:
    """What a newcomer finds in the direct message with the bot, in #general and in a room."""
    for player in CAST:
        t = translator(player.locale, player.tz)
        direct = sandbox.dm(player.slack_id)
        sandbox.ws.post(direct, BOT_USER_ID, t.md("demo-welcome"))
    sandbox.ws.post(CHANNELS[0][0], MARTA.slack_id, translator("en-US").md("demo-general"))
    sandbox.ws.post(CHANNELS[2][0], SEOYEON.slack_id, translator("ko-KR").md("demo-seoul"))
    await room_story.tell(sandbox, store)


async def _begin_anew(store: Store, sandbox: Sandbox, bot: Pipekeeper) -> None:
    """Back to the first moment: an empty database filled again, the same greetings."""
    await bot.messenger.drain()
    await asyncio.to_thread(migrate.downgrade, store.engine, "base")
    await asyncio.to_thread(fill, store, sandbox.clock())
    await _greet(sandbox, store)
    bot.rooms.wake()
