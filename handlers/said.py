"""Which messages are said to the bot by a person, and where an answer to them goes."""

import re
from dataclasses import dataclass
from typing import Any

from bot.views.blocks import Page

_MENTION_FIRST = re.compile(r"^\s*<@[UW][A-Z0-9]+(?:\|[^<>]*)?>[\s,:]*")


@dataclass(frozen=True, slots=True)
class Said:
    """A message; `place` is the same each time Slack tells of it, `thread` where to answer."""

    text: str
    channel: str
    thread: str | None
    place: str

    def answered(self, page: Page) -> dict[str, Any]:
        """The message that answers it, for chat.postMessage."""
        where = {"thread_ts": self.thread} if self.thread else {}
        return {"channel": self.channel, **where, **page}


async def is_for_us(event: dict[str, Any]) -> bool:
    return is_said(event)


def is_said(event: dict[str, Any]) -> bool:
    """Whether a person said this: no edit, no bot's word, no file (imports take those), and a
    plain message only in the bot's own direct messages."""
    if event.get("type") not in ("message", "app_mention") or not event.get("user"):
        return False
    if event.get("subtype") or event.get("bot_id") or event.get("files") or event.get("edited"):
        return False
    return event["type"] == "app_mention" or event.get("channel_type") == "im"


def is_file(event: dict[str, Any]) -> bool:
    """A person's message with a file, in the bot's own conversation."""
    return bool(
        event.get("type") == "message"
        and event.get("channel_type") == "im"
        and event.get("subtype") in (None, "file_share")
        and event.get("user")
        and event.get("files")
        and not event.get("bot_id")
    )


def said_in(event: dict[str, Any]) -> Said:
    """In a channel the answer goes to the thread of the mention; in a direct message beside it."""
    text = str(event.get("text") or "")
    thread: str | None = event.get("thread_ts")
    if event["type"] == "app_mention":
        text = _MENTION_FIRST.sub("", text)
        thread = thread or event["ts"]
    return Said(text, event["channel"], thread, f"{event['channel']}:{event['ts']}")
