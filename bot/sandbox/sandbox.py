"""The played Slack as one thing: built from a workspace and an app's manifest, served, acted in.

clock = SandboxClock(datetime(2026, 3, 2, 9, tzinfo=UTC))
ws = Workspace("T0SANDBOX", "Northwind", clock)
ws.add_member(Member(id="U1", name="jonas", real_name="Jonas Reed"))
ws.add_channel("C1", "sales")
sandbox = Sandbox(ws, manifest=manifest.build(), deliver=BySocket())
async with serve(sandbox, port=0) as running:
    ...  # the bot at SLACK_API_URL=running.api_url with sandbox.tokens
    await sandbox.act(as_="U1", kind="command", channel="C1", command="/log", text="call Acme")
    await sandbox.until(lambda: sandbox.messages("C1", viewer="U1"))
"""

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeVar

from bot.sandbox import acting, acts_talk, acts_touch, acts_views, app_manifest
from bot.sandbox.acting import Act
from bot.sandbox.agenda import Agenda
from bot.sandbox.clock import SandboxClock
from bot.sandbox.delivery import ACK_SECONDS, ByHttp, Courier
from bot.sandbox.events import Events
from bot.sandbox.faults import Faults
from bot.sandbox.page import Page
from bot.sandbox.payloads import Payloads
from bot.sandbox.people import Member
from bot.sandbox.platform import Platform, Tokens
from bot.sandbox.rates import Rates
from bot.sandbox.server import Running, build, listening
from bot.sandbox.socket_mode import BySocket
from bot.sandbox.traffic import Traffic
from bot.sandbox.uploads import Uploads
from bot.sandbox.wire import Json
from bot.sandbox.workspace import Workspace

T = TypeVar("T")

BOT_USER_ID = "U0SBXBOT"

ACTS: dict[str, Act] = {
    "command": acts_talk.command,
    "message": acts_talk.message,
    "read": acts_talk.read,
    "block_action": acts_touch.block_action,
    "options": acts_touch.options,
    "shortcut": acts_touch.shortcut,
    "message_shortcut": acts_touch.message_shortcut,
    "home_opened": acts_touch.home_opened,
    "view_submit": acts_views.submit,
    "view_close": acts_views.close,
}


class Sandbox:
    """`deliver` is how the app is reached; `rate_limits` False lets it call as often as it likes.
    `translations` are the manifest in other languages, for the page alone: Slack has one.

    The app's bot becomes a member of the workspace, and of every public channel there is.
    """

    def __init__(
        self,
        ws: Workspace,
        *,
        manifest: Json,
        deliver: ByHttp | BySocket,
        faults: Faults | None = None,
        rate_limits: bool = True,
        ack_seconds: float = ACK_SECONDS,
        tokens: Tokens | None = None,
        translations: Mapping[str, Json] = MappingProxyType({}),
    ) -> None:
        app = app_manifest.read(manifest, BOT_USER_ID)
        traffic = Traffic(ws.clock, ws.changes)
        agenda = Agenda(ws.clock)
        payloads = Payloads(ws, app)
        courier = Courier(deliver, traffic, ack_seconds)
        if isinstance(deliver, BySocket):
            deliver.watch(traffic)
        self.platform = Platform(
            ws=ws,
            app=app,
            tokens=tokens or Tokens(bot="xoxb-sandbox-bot", app="xapp-1-sandbox-app"),
            payloads=payloads,
            courier=courier,
            events=Events(ws, app, payloads, courier, agenda),
            agenda=agenda,
            faults=faults or Faults(),
            rates=Rates(ws.clock, enforced=rate_limits),
            traffic=traffic,
            uploads=Uploads(ws),
        )
        told = {
            language: app_manifest.read(told, BOT_USER_ID)
            for language, told in translations.items()
        }
        self.page = Page(self.platform, told)
        self.asgi = build(self)
        self._when_reset: list[Callable[[], Awaitable[None]]] = []
        ws.clock.when_moved(lambda: ws.changes.tell("clock"))
        self._install(app)

    @property
    def ws(self) -> Workspace:
        return self.platform.ws

    @property
    def clock(self) -> SandboxClock:
        return self.platform.ws.clock

    @property
    def faults(self) -> Faults:
        return self.platform.faults

    @property
    def traffic(self) -> Traffic:
        return self.platform.traffic

    @property
    def tokens(self) -> Tokens:
        """`.bot` for SLACK_BOT_TOKEN, `.app` for SLACK_APP_TOKEN; no others are accepted."""
        return self.platform.tokens

    async def act(self, *, as_: str, kind: str, **rest: Any) -> Json:
        """What POST /sandbox/act does; returns when the app has acknowledged, or hasn't."""
        return await self.perform({"as": as_, "kind": kind, **rest})

    async def perform(self, request: Json) -> Json:
        return await acting.act(self.platform, ACTS, request)

    async def deliver_again(self) -> Any:
        """The last delivery once more, to the letter: Slack promises at least once, not exactly.
        Gives the acknowledgement's body, which changes nothing here."""
        last = self.platform.courier.last
        return None if last is None else await self.platform.courier.deliver(last)

    def messages(self, channel: str, viewer: str, thread: str | None = None) -> list[Json]:
        """A channel's messages (or a thread's) as the page shows them to the viewer."""
        return self.page.messages(viewer, channel, thread)

    def dm(self, user: str) -> str:
        """The id of the bot's direct message with a person."""
        return self.ws.direct(self.platform.app.bot_user_id, user).id

    def stack(self, user: str) -> list[Json]:
        """A person's modals, bottom first."""
        return [self.page.view(one) for one in self.ws.surfaces.stack(user)]

    def home(self, user: str) -> Json | None:
        view = self.ws.surfaces.home(user)
        return None if view is None else self.page.view(view)

    async def until(self, predicate: Callable[[], T], timeout: float = 5) -> T:  # noqa: ASYNC109 - part of the sentence
        """Waits for the change that makes the predicate true, and gives what it gave."""
        return await self.ws.changes.until(predicate, timeout)

    async def settled(self) -> None:
        """Returns when no event is on its way: call it before the app's server closes."""
        await self.platform.events.settled()

    def join(self, member: Member) -> None:
        """A new member, and the event that tells the app."""
        self.ws.add_member(member)
        self.ws.direct(self.platform.app.bot_user_id, member.id)
        self.platform.events.tell({"type": "team_join", "user": self._as_user(member)})

    def change_member(self, user: str, **new: Any) -> None:
        """A member's new language, time zone, rights …, and the event that tells the app."""
        member = self.ws.add_member(replace(self.ws.members[user], **new))
        self.platform.events.tell({"type": "user_change", "user": self._as_user(member)})

    def archive(self, channel: str, by: str) -> None:
        """Somebody archives a channel, and the app that is in it is told."""
        self.platform.archive(self.ws.channels[channel], by)

    def unarchive(self, channel: str, by: str) -> None:
        """Somebody brings an archived channel back, and the app is told."""
        self.platform.unarchive(self.ws.channels[channel], by)

    def rename(self, channel: str, name: str) -> None:
        """Somebody renames a channel, and the app that is in it is told."""
        self.platform.rename(self.ws.channels[channel], name)

    def put_out(self, channel: str) -> None:
        """The app's bot is removed from a channel, and told."""
        room, bot = self.ws.channels[channel], self.platform.app.bot_user_id
        self.ws.change_channel(replace(room, members=room.members - {bot}))
        kind = "group_left" if room.is_private else "channel_left"
        self.platform.events.tell({"type": kind, "channel": channel})

    def share(self, channel: str, team: str) -> None:
        """A channel is shared with another company (Slack Connect), and the app is told."""
        self.ws.change_channel(replace(self.ws.channels[channel], is_ext_shared=True))
        event = {"type": "channel_shared", "channel": channel, "connected_team_id": team}
        self.platform.events.tell(event)

    def uninstall(self) -> None:
        """The app is thrown out: its token dies, and it is told."""
        self.faults.revoke_token("account_inactive")
        tokens = {"oauth": [], "bot": [self.platform.app.bot_user_id]}
        self.platform.events.tell({"type": "tokens_revoked", "tokens": tokens})
        self.platform.events.tell({"type": "app_uninstalled"})

    def when_reset(self, hook: Callable[[], Awaitable[None]]) -> None:
        """Has the hook awaited in a reset, once everything is empty and the clock rewound."""
        self._when_reset.append(hook)

    async def reset(self) -> None:
        """Back to the beginning: nothing said, nothing open, nothing due."""
        platform = self.platform
        platform.agenda.clear()
        platform.scheduled.clear()
        platform.streaming.clear()
        platform.uploads.clear()
        platform.rates.clear()
        platform.traffic.clear()
        self.ws.clear()
        self.clock.rewind()
        for hook in self._when_reset:
            await hook()
        self.ws.changes.tell("reset")

    def _install(self, app: app_manifest.InstalledApp) -> None:
        self.ws.add_member(
            Member(
                id=app.bot_user_id,
                name=app.bot_name.lower().replace(" ", "_"),
                real_name=app.bot_name,
                title="App",
                is_bot=True,
                switchable=False,
                bot_id=app.bot_id,
            )
        )
        for channel in list(self.ws.channels.values()):
            if not channel.is_im and not channel.is_private:
                members = channel.members | {app.bot_user_id}
                self.ws.change_channel(replace(channel, members=members))
        self._open_direct_messages()

    def _open_direct_messages(self) -> None:
        for member in self.ws.members.values():
            if not member.is_bot:
                self.ws.direct(self.platform.app.bot_user_id, member.id)

    def _as_user(self, member: Member) -> Json:
        return self.platform.payloads.user(member)


@contextlib.asynccontextmanager
async def serve(sandbox: Sandbox, port: int = 0) -> AsyncIterator[Running]:
    """A real server in this event loop; choose a port below 32768, or 0 for any."""
    platform = sandbox.platform
    async with listening(sandbox.asgi, port) as running, platform.agenda.kept():
        platform.base_url = platform.uploads.base_url = running.base_url
        try:
            yield running
        finally:
            await platform.events.stop()
            await platform.courier.door.close()
