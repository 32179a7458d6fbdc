"""One message of the played workspace, as it is kept, told to apps, and shown on the page."""

from dataclasses import dataclass

from bot.sandbox.wire import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """`only_for` is the one who sees an ephemeral message; `files` are whole file objects."""

    ts: str
    channel: str
    user: str
    text: str
    blocks: list[Json] | None = None
    attachments: list[Json] | None = None
    thread_ts: str | None = None
    only_for: str | None = None
    edited_ts: str | None = None
    reactions: tuple[tuple[str, tuple[str, ...]], ...] = ()
    files: tuple[Json, ...] = ()
    bot_id: str | None = None
    app_id: str | None = None
    metadata: Json | None = None

    @property
    def is_ephemeral(self) -> bool:
        return self.only_for is not None

    @property
    def is_top_level(self) -> bool:
        return self.thread_ts is None or self.thread_ts == self.ts


def for_api(message: Message, team_id: str, replies: int = 0) -> Json:
    """The message object of Slack's API, payloads and events."""
    told: Json = {
        "type": "message",
        "user": message.user,
        "ts": message.ts,
        "team": team_id,
        "text": message.text,
    }
    optional = {
        "blocks": message.blocks,
        "attachments": message.attachments,
        "thread_ts": message.thread_ts,
        "bot_id": message.bot_id,
        "app_id": message.app_id,
        "metadata": message.metadata,
        "files": list(message.files) or None,
        "reactions": [
            {"name": name, "users": list(users), "count": len(users)}
            for name, users in message.reactions
        ]
        or None,
    }
    told |= {key: value for key, value in optional.items() if value is not None}
    if message.files and message.bot_id is None:
        told["subtype"] = "file_share"
    if message.edited_ts is not None:
        told["edited"] = {"user": message.user, "ts": message.edited_ts}
    if replies:
        told |= {"thread_ts": message.ts, "reply_count": replies}
    return told


def for_page(message: Message, replies: int = 0) -> Json:
    """The page's Message."""
    return {
        "ts": message.ts,
        "channel": message.channel,
        "user": message.user,
        "text": message.text,
        "blocks": message.blocks,
        "attachments": message.attachments,
        "thread_ts": message.thread_ts,
        "reply_count": replies,
        "ephemeral": message.is_ephemeral,
        "edited": message.edited_ts is not None,
        "reactions": [{"name": name, "users": list(users)} for name, users in message.reactions],
        "files": [
            {
                "id": file["id"],
                "name": file["name"],
                "mimetype": file["mimetype"],
                "url": file["url_private"],
                "size": file["size"],
            }
            for file in message.files
        ],
    }
