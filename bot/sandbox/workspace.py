"""The played workspace: its members, channels and messages, and what is handed out about them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.sandbox import anatomy
from bot.sandbox.changes import Changes
from bot.sandbox.clock import SandboxClock
from bot.sandbox.messages import Message
from bot.sandbox.names import Names
from bot.sandbox.people import Member
from bot.sandbox.surfaces import Surfaces
from bot.sandbox.tickets import Tickets
from bot.sandbox.wire import Json

MOST_MESSAGES = 2_000
"""Kept per channel: a demo may run for days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A channel, or a direct message between its two members (`is_im`)."""

    id: str
    name: str = ""
    members: frozenset[str] = frozenset()
    topic: str = ""
    is_im: bool = False
    is_private: bool = False
    is_archived: bool = False
    is_ext_shared: bool = False
    creator: str = ""
    created: int = 0

    def other(self, member: str) -> str | None:
        """Whom a member speaks with in a direct message."""
        others = self.members - {member}
        return next(iter(others), None) if self.is_im else None


class Workspace:
    """Everything that Slack remembers; whoever changes it tells `changes`."""

    def __init__(self, team_id: str, name: str, clock: SandboxClock, domain: str = "") -> None:
        self.id = team_id
        self.name = name
        self.domain = domain or name.lower().replace(" ", "-")
        self.clock = clock
        self.changes = Changes()
        self.names = Names()
        self.surfaces = Surfaces(clock, self.names, self.changes)
        self.tickets = Tickets(clock, self.names)
        self.members: dict[str, Member] = {}
        self.channels: dict[str, Channel] = {}
        self.files: dict[str, Json] = {}
        self.pins: dict[str, list[str]] = {}
        self.bookmarks: dict[str, list[Json]] = {}
        self._direct: dict[frozenset[str], str] = {}
        self._messages: dict[str, dict[str, Message]] = {}
        self._read: dict[tuple[str, str], str] = {}
        self._last_micros = 0

    def add_member(self, member: Member) -> Member:
        """A new member, or a member's new self."""
        self.members[member.id] = member
        self.changes.tell("reset")
        return member

    def add_channel(
        self,
        id_: str,
        name: str,
        members: Iterable[str] | None = None,
        topic: str = "",
        **more: Any,
    ) -> Channel:
        """A channel of the given members; without any, of all there are (the bot comes along
        once the app is installed)."""
        everyone = frozenset(self.members if members is None else members)
        channel = Channel(id=id_, name=name, members=everyone, topic=topic, **more)
        self.channels[id_] = channel
        self.changes.tell("channels")
        return channel

    def change_channel(self, channel: Channel) -> Channel:
        self.channels[channel.id] = channel
        self.changes.tell("channels")
        return channel

    def direct(self, first: str, second: str) -> Channel:
        """The direct message between two members, begun where it isn't yet."""
        pair = frozenset({first, second})
        if pair not in self._direct:
            self._direct[pair] = self.names.new("D")
            self.change_channel(Channel(id=self._direct[pair], members=pair, is_im=True))
        return self.channels[self._direct[pair]]

    def new_ts(self, at: datetime | None = None) -> str:
        """A message's timestamp: the clock's, and never the same twice."""
        micros = int((at or self.clock()).timestamp() * 1_000_000)
        if at is None:
            micros = self._last_micros = max(micros, self._last_micros + 1)
        return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"

    def post(
        self,
        channel: str,
        user: str,
        text: str,
        *,
        at: datetime | None = None,
        blocks: Sequence[Json] | None = None,
        **more: Any,
    ) -> Message:
        """Puts a message into a channel; `at` dates it back, for history that a sample brings."""
        message = Message(
            ts=self.new_ts(at),
            channel=channel,
            user=user,
            text=text,
            blocks=None if blocks is None else anatomy.dressed(blocks, self.names.short),
            **more,
        )
        return self.keep(message)

    def keep(self, message: Message) -> Message:
        """Takes a new message into its channel."""
        kept = self._messages.setdefault(message.channel, {})
        kept[message.ts] = message
        if len(kept) > MOST_MESSAGES:
            del kept[next(iter(kept))]
        self._tell("message", message)
        if not message.is_top_level:
            self._tell_parent(message)
        return message

    def change(self, message: Message, **new: Any) -> Message:
        """A message's new self, under its old timestamp."""
        if new.get("blocks") is not None:
            new["blocks"] = anatomy.dressed(new["blocks"], self.names.short)
        changed = replace(message, **new)
        self._messages[message.channel][message.ts] = changed
        self._tell("message_changed", changed)
        return changed

    def touch(self, message: Message) -> None:
        """Something that hangs on a message has changed."""
        self._tell("message_changed", message)

    def delete(self, message: Message) -> None:
        del self._messages[message.channel][message.ts]
        self.changes.tell(
            "message_deleted", self.viewers(message), channel=message.channel, ts=message.ts
        )

    def message(self, channel: str, ts: str) -> Message | None:
        return self._messages.get(channel, {}).get(ts)

    def messages(self, channel: str, viewer: str | None = None) -> list[Message]:
        """What the viewer sees in a channel, threads included, oldest first; without a viewer
        all but the ephemeral."""
        kept = self._messages.get(channel, {}).values()
        seen = [one for one in kept if one.only_for is None or one.only_for == viewer]
        return sorted(seen, key=lambda one: one.ts)

    def replies(self, message: Message) -> int:
        kept = self._messages.get(message.channel, {}).values()
        return sum(one.thread_ts == message.ts and one.ts != message.ts for one in kept)

    def viewers(self, message: Message) -> frozenset[str]:
        if message.only_for is not None:
            return frozenset({message.only_for})
        channel = self.channels.get(message.channel)
        return channel.members if channel else frozenset()

    def mark_read(self, user: str, channel: str) -> None:
        self._read[user, channel] = self.new_ts()
        self.changes.tell("channels", frozenset({user}))

    def unread(self, user: str, channel: str) -> int:
        since = self._read.get((user, channel), "")
        return sum(
            one.is_top_level and one.user != user and one.ts > since
            for one in self.messages(channel, user)
        )

    def clear(self) -> None:
        """Forgets all that was said and opened; members and channels stay, under their ids."""
        self.surfaces.clear()
        self.tickets.clear()
        for kept in (self._messages, self._read, self.files, self.pins, self.bookmarks):
            kept.clear()
        self._last_micros = 0

    def _tell(self, kind: str, message: Message) -> None:
        self.changes.tell(kind, self.viewers(message), message=message)

    def _tell_parent(self, reply: Message) -> None:
        parent = self.message(reply.channel, reply.thread_ts or "")
        if parent is not None:
            self._tell("message_changed", parent)
