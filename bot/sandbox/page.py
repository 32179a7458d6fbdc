"""What the page is shown: the state of things for one person, and the news as they come."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.sandbox.app_manifest import InstalledApp
from bot.sandbox.changes import Change
from bot.sandbox.messages import Message
from bot.sandbox.messages import for_page as message_for_page
from bot.sandbox.people import for_page as person_for_page
from bot.sandbox.platform import Platform
from bot.sandbox.surfaces import View
from bot.sandbox.wire import Json
from bot.sandbox.workspace import Channel

MOST_SHOWN = 200


class Page:
    """`told` holds the app as it is told in other languages than its manifest's ("ko")."""

    def __init__(
        self, platform: Platform, told: Mapping[str, InstalledApp] = MappingProxyType({})
    ) -> None:
        self._platform = platform
        self._told = told

    def somebody(self) -> str:
        """The first person whom one can be, for a page that names none."""
        return next(
            one.id
            for one in self._platform.ws.members.values()
            if one.switchable and not one.is_bot
        )

    def state(self, user: str) -> Json:
        """Everything that doesn't belong to one channel."""
        platform, ws, app = self._platform, self._platform.ws, self._platform.app
        told = self._told.get(ws.members[user].locale.partition("-")[0], app)
        home = ws.surfaces.home(user)
        people = list(ws.members.values())
        return {
            "workspace": {"id": ws.id, "name": ws.name},
            "me": person_for_page(ws.members[user]),
            "people": [person_for_page(one) for one in people],
            "switchable": [one.id for one in people if one.switchable and not one.is_bot],
            "channels": self.channels(user),
            "commands": [
                {
                    "command": one.command,
                    "description": one.description,
                    "usage_hint": one.usage_hint,
                }
                for one in told.commands
            ],
            "shortcuts": [
                {
                    "name": one.name,
                    "type": one.kind,
                    "callback_id": one.callback_id,
                    "description": one.description,
                }
                for one in told.shortcuts
            ],
            "app": {"name": app.name, "bot_user_id": app.bot_user_id, "app_id": app.app_id},
            "clock": self.clock(),
            "stack": [self.view(one) for one in ws.surfaces.stack(user)],
            "home": None if home is None else self.view(home),
            "connected": platform.courier.door.connected,
        }

    def channels(self, user: str) -> list[Json]:
        """The person's channels, then direct messages, the bot's first."""
        ws, bot = self._platform.ws, self._platform.app.bot_user_id
        own = [one for one in ws.channels.values() if user in one.members and not one.is_archived]
        own.sort(key=lambda one: (one.is_im, bot not in one.members if one.is_im else False))
        return [self._channel(one, user) for one in own]

    def messages(self, user: str, channel: str, thread: str | None = None) -> list[Json]:
        """The newest of a channel's top-level messages, or of one thread."""
        if thread is None:
            seen = [one for one in self._seen(user, channel) if one.is_top_level]
        else:
            seen = [one for one in self._seen(user, channel) if thread in (one.ts, one.thread_ts)]
        return [self.message(one) for one in seen[-MOST_SHOWN:]]

    def message(self, message: Message) -> Json:
        ws = self._platform.ws
        is_pinned = message.ts in ws.pins.get(message.channel, ())
        return message_for_page(message, ws.replies(message)) | {"pinned": is_pinned}

    def view(self, view: View) -> Json:
        errors = dict(view.errors) if view.errors else None
        return self._platform.payloads.view(view) | {"errors": errors}

    def clock(self) -> Json:
        clock = self._platform.ws.clock
        now = clock().isoformat(timespec="seconds").replace("+00:00", "Z")
        return {"now": now, "moving": clock.moving}

    def news(self, change: Change, user: str) -> list[Json]:
        """What one person's page hears of a change."""
        if change.viewers is not None and user not in change.viewers:
            return []
        match change.kind:
            case "message" | "message_changed":
                shown = {"type": change.kind, "message": self.message(change.facts["message"])}
                return [shown, self._channel_news(user)] if change.kind == "message" else [shown]
            case "stack":
                views = [self.view(one) for one in change.facts["views"]]
                return [{"type": "stack", "views": views}]
            case "home":
                return [{"type": "home", "view": self.view(change.facts["view"])}]
            case "clock":
                return [{"type": "clock", **self.clock()}]
            case "channels":
                return [self._channel_news(user)]
            case _:
                return [change.for_feed]

    def _channel_news(self, user: str) -> Json:
        return {"type": "channels", "channels": self.channels(user)}

    def _seen(self, user: str, channel: str) -> list[Message]:
        room = self._platform.ws.channels.get(channel)
        if room is None or user not in room.members:
            return []
        return self._platform.ws.messages(channel, user)

    def _channel(self, channel: Channel, user: str) -> Json:
        ws = self._platform.ws
        other = channel.other(user)
        name = channel.name
        if other is not None and other in ws.members:
            name = ws.members[other].real_name
        return {
            "id": channel.id,
            "name": name,
            "kind": "im" if channel.is_im else "channel",
            "with": other,
            "topic": channel.topic,
            "unread": ws.unread(user, channel.id),
        }
