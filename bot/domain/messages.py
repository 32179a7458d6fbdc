"""A message in Slack that something is made of: who wrote it, what it says, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.parsing_slack import unescape

LONGEST_TEXT = 2_900
"""A text field of a form takes 3,000 signs."""


@dataclass(frozen=True, slots=True)
class SaidMessage:
    """`by` is a Slack user id, or the name of an app or bot; "" where nobody can tell."""

    text: str
    by: str
    permalink: str


def read(payload: Mapping[str, Any]) -> SaidMessage:
    """What a message shortcut hands over. Files are named behind the text, in brackets."""
    message, channel = payload["message"], payload["channel"]
    files = [str(one.get("name") or one.get("title") or "") for one in message.get("files") or ()]
    attached = [
        one.get("fallback") or one.get("text") or "" for one in message.get("attachments") or ()
    ]
    said = str(message.get("text") or "") or " ".join(filter(None, map(str, attached)))
    words = [unescape(said).strip(), *(f"[{name}]" for name in files if name)]
    text = " ".join(filter(None, words))
    if len(text) > LONGEST_TEXT:
        text = f"{text[: LONGEST_TEXT - 1].rstrip()}…"
    by = (
        message.get("user")
        or message.get("username")
        or (message.get("bot_profile") or {}).get("name")
    )
    link = permalink(
        str((payload.get("team") or {}).get("domain") or ""),
        str(channel["id"]),
        str(message.get("ts") or payload.get("message_ts")),
        message.get("thread_ts"),
    )
    return SaidMessage(text, str(by or ""), link)


def permalink(domain: str, channel: str, ts: str, thread_ts: str | None) -> str:
    """Where a message stands: the address that Slack's own "Copy link" gives."""
    place = f"https://{domain}.slack.com/archives/{channel}/p{ts.replace('.', '')}"
    in_thread = thread_ts is not None and thread_ts != ts
    return f"{place}?thread_ts={thread_ts}&cid={channel}" if in_thread else place
