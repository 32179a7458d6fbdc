"""The parts of the played Slack, as its methods, answers and acts reach them."""

from dataclasses import dataclass, field, replace
from typing import Any

from bot.sandbox.agenda import Agenda
from bot.sandbox.app_manifest import InstalledApp
from bot.sandbox.delivery import Courier
from bot.sandbox.events import Events
from bot.sandbox.faults import Faults
from bot.sandbox.messages import Message
from bot.sandbox.payloads import Payloads
from bot.sandbox.rates import Rates
from bot.sandbox.traffic import Traffic
from bot.sandbox.uploads import Uploads
from bot.sandbox.wire import Json
from bot.sandbox.workspace import Channel, Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """What the app was given at its installation."""

    bot: str
    app: str
    client_id: str = "sandbox-client"
    client_secret: str = "sandbox-secret"  # noqa: S105 - of the played Slack


@dataclass(slots=True, kw_only=True)
class Platform:
    """`base_url` is known once the server listens."""

    ws: Workspace
    app: InstalledApp
    tokens: Tokens
    payloads: Payloads
    courier: Courier
    events: Events
    agenda: Agenda
    faults: Faults
    rates: Rates
    traffic: Traffic
    uploads: Uploads
    scheduled: dict[str, Any] = field(default_factory=dict)
    streaming: set[str] = field(default_factory=set)
    oauth_code: str = "sandbox-code"
    base_url: str = "http://127.0.0.1"

    def post_as_bot(self, channel: str, content: Json, *, only_for: str | None = None) -> Message:
        """A message by the app, its content checked before."""
        message = self.ws.post(
            channel,
            self.app.bot_user_id,
            content.get("text") or content.get("markdown_text") or "",
            blocks=self.with_file_urls(content.get("blocks")) or _from_markdown(content),
            attachments=content.get("attachments"),
            thread_ts=content.get("thread_ts") or None,
            metadata=content.get("metadata"),
            only_for=only_for,
            bot_id=self.app.bot_id,
            app_id=self.app.app_id,
        )
        self.events.posted(message)
        return message

    def update_as_bot(self, message: Message, content: Json) -> Message:
        """chat.update: what isn't named stays. New words alone leave the old blocks standing,
        and nobody sees a change; an empty list takes blocks away (python-slack-sdk #523)."""
        kept = {name: getattr(message, name) for name in ("blocks", "attachments", "metadata")}
        if content.get("markdown_text"):
            kept["blocks"] = None
        return self.replace_as_bot(message, {**kept, **content})

    def replace_as_bot(self, message: Message, content: Json) -> Message:
        """The whole content anew, as a response_url's replace_original has it."""
        changed = self.ws.change(
            message,
            text=content.get("text") or content.get("markdown_text") or "",
            blocks=self.with_file_urls(content.get("blocks")) or _from_markdown(content),
            attachments=content.get("attachments") or None,
            metadata=content.get("metadata"),
            edited_ts=None if message.is_ephemeral else self.ws.new_ts(),
        )
        self.events.changed(changed)
        return changed

    def archive(self, channel: Channel, by: str) -> None:
        """A channel is archived, and the app that is in it is told."""
        self.ws.change_channel(replace(channel, is_archived=True))
        if self.app.bot_user_id in channel.members:
            kind = "group_archive" if channel.is_private else "channel_archive"
            self.events.tell({"type": kind, "channel": channel.id, "user": by})

    def unarchive(self, channel: Channel, by: str) -> None:
        """A channel is there again, and the app is told."""
        self.ws.change_channel(replace(channel, is_archived=False))
        kind = "group_unarchive" if channel.is_private else "channel_unarchive"
        self.events.tell({"type": kind, "channel": channel.id, "user": by})

    def rename(self, channel: Channel, name: str) -> None:
        """A channel gets another name, and the app that is in it is told."""
        self.ws.change_channel(replace(channel, name=name))
        if self.app.bot_user_id in channel.members:
            kind = "group_rename" if channel.is_private else "channel_rename"
            renamed = {"id": channel.id, "name": name, "created": 0}
            self.events.tell({"type": kind, "channel": renamed})

    def delete(self, message: Message) -> None:
        self.ws.delete(message)
        self.events.deleted(message)

    def response_url(self, key: str) -> str:
        return f"{self.base_url}/hooks/response/{key}"

    def with_file_urls(self, blocks: list[Json] | None) -> list[Json] | None:
        """Images that name an uploaded file learn where it can be fetched."""
        if blocks is None:
            return None
        return [self._with_file_url(block) for block in blocks]

    def unreadable_file(self, blocks: list[Json] | None) -> int | None:
        """The index of the first image whose file isn't shared anywhere yet."""
        for index, block in enumerate(blocks or []):
            named = block.get("slack_file")
            if named and not self._is_readable(named):
                return index
        return None

    def _is_readable(self, named: Json) -> bool:
        file = self.ws.files.get(named.get("id", ""))
        if file is None:
            urls = (one for one in self.ws.files.values())
            file = next((one for one in urls if one["url_private"] == named.get("url")), None)
        return file is not None and bool(file["channels"])

    def _with_file_url(self, block: Json) -> Json:
        named = block.get("slack_file")
        if not named or "id" not in named:
            return block
        url = self.ws.files[named["id"]]["url_private"]
        return {**block, "slack_file": {**named, "url": url}}


def _from_markdown(content: Json) -> list[Json] | None:
    words = content.get("markdown_text")
    return [{"type": "markdown", "text": words}] if words else None
