"""What people type, as Slack passes it on: members, channels and links spelled out, the rest
escaped."""

import re
from collections.abc import Callable, Iterable

from bot.sandbox.wire import escape
from bot.sandbox.workspace import Workspace

_LINK = re.compile(r"https?://[^\s<>|]+[^\s<>|.,;:!?)\]'\"]")
_SPELLED = re.compile(r"<[@#]([A-Z][A-Z0-9]+)(?:\|[^>]*)?>")
_BOUNDARY = re.compile(r"[^\W_]")


def as_command(ws: Workspace, text: str, *, should_escape: bool) -> str:
    """A command's text; with "escape channels, users and links" names go along with the ids."""
    if not should_escape:
        return escape(text)
    return _spelled_out(
        ws, text, lambda id_, name: f"<@{id_}|{name}>", lambda id_, name: f"<#{id_}|{name}>"
    )


def as_message(ws: Workspace, text: str) -> str:
    """A message's text: ids alone."""
    return _spelled_out(ws, text, lambda id_, _: f"<@{id_}>", lambda id_, _: f"<#{id_}>")


Mention = Callable[[str, str], str]


def _spelled_out(ws: Workspace, text: str, member: Mention, channel: Mention) -> str:
    out, at = [], 0
    while at < len(text):
        length, shown = _one(ws, text, at, member, channel)
        out.append(shown)
        at += length
    return "".join(out)


def _one(ws: Workspace, text: str, at: int, member: Mention, channel: Mention) -> tuple[int, str]:
    """How many characters from here belong together, and what becomes of them."""
    begins_word = at == 0 or not _BOUNDARY.match(text[at - 1])
    if text[at] == "<" and (spelled := _SPELLED.match(text, at)):
        id_ = spelled[1]
        if id_ in ws.members:
            return len(spelled[0]), member(id_, ws.members[id_].name)
        if id_ in ws.channels:
            return len(spelled[0]), channel(id_, ws.channels[id_].name)
    if text[at] == "@" and begins_word:
        names = {name: one for one in ws.members.values() for name in one.names}
        found = _longest(text, at + 1, names)
        if found:
            return len(found) + 1, member(names[found].id, names[found].name)
    if text[at] == "#" and begins_word:
        rooms = {one.name: one for one in ws.channels.values() if one.name}
        found = _longest(text, at + 1, rooms)
        if found:
            return len(found) + 1, channel(rooms[found].id, found)
    if text[at] == "h" and begins_word and (link := _LINK.match(text, at)):
        return len(link[0]), f"<{escape(link[0])}>"
    return 1, escape(text[at])


def _longest(text: str, at: int, names: Iterable[str]) -> str | None:
    """The longest of the names that stands here as whole words, whatever its case."""
    fitting = [
        name
        for name in names
        if text[at : at + len(name)].casefold() == name.casefold()
        and not _BOUNDARY.match(text[at + len(name) : at + len(name) + 1])
    ]
    return max(fitting, key=len, default=None)
