"""One call of the Web API: its arguments however they were sent, and Slack's ways of refusing."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bot.sandbox.limits_core import Problem
from bot.sandbox.platform import Platform
from bot.sandbox.wire import Json, SlackSaysNo
from bot.sandbox.workspace import Channel

NESTED = frozenset(
    {
        "attachments", "blocks", "bookmark", "channels", "chunks", "files", "items", "message",
        "metadata", "prompts", "unfurls", "users", "view",
    }
)  # fmt: skip
"""Arguments that arrive JSON-encoded when the body is a form."""


@dataclass(frozen=True, slots=True)
class Call:
    """What a method is given."""

    platform: Platform
    method: str
    args: Json

    def text(self, name: str, default: str = "") -> str:
        value = self.args.get(name)
        return default if value is None else str(value)

    def required(self, *names: str) -> tuple[str, ...]:
        missing = [name for name in names if self.args.get(name) in (None, "")]
        if missing:
            raise invalid_arguments([f"[ERROR] missing required field: {one}" for one in missing])
        return tuple(str(self.args[name]) for name in names)

    def flag(self, name: str) -> bool:
        return self.args.get(name) in (True, 1, "1", "true", "True")

    def number(self, name: str, default: int) -> int:
        try:
            return int(self.args.get(name) or default)
        except (TypeError, ValueError):
            raise invalid_arguments([f"[ERROR] must provide a number: {name}"]) from None

    def needs(self, *scopes: str) -> None:
        """Any one of the scopes will do."""
        provided = self.platform.app.scopes
        if not set(scopes) & set(provided):
            raise SlackSaysNo("missing_scope", needed=scopes[0], provided=",".join(provided))

    def channel(self, name: str = "channel") -> Channel:
        """The channel of this id (or #name); one that the bot may see."""
        (wanted,) = self.required(name)
        ws = self.platform.ws
        found = ws.channels.get(wanted) or next(
            (one for one in ws.channels.values() if f"#{one.name}" == wanted), None
        )
        bot = self.platform.app.bot_user_id
        if found is None or ((found.is_im or found.is_private) and bot not in found.members):
            raise SlackSaysNo("channel_not_found")
        return found

    def page(self, items: Sequence[Any], default: int = 100) -> tuple[list[Any], Json]:
        """The part of a list that limit and cursor ask for, with its response_metadata."""
        limit = max(1, min(self.number("limit", default), 1000))
        start = self.text("cursor").removeprefix("at:")
        at = int(start) if start.isdecimal() else 0
        next_cursor = f"at:{at + limit}" if at + limit < len(items) else ""
        return list(items[at : at + limit]), {"next_cursor": next_cursor}


@dataclass(frozen=True, slots=True)
class Method:
    """`tier` None is special or unlimited; `scope` None needs none."""

    run: Callable[[Call], Json]
    scope: str | None = None
    tier: int | None = None
    caller: Literal["bot", "app", "anyone"] = "bot"


Methods = Mapping[str, Method]


def invalid_arguments(messages: Sequence[str]) -> SlackSaysNo:
    return SlackSaysNo("invalid_arguments", response_metadata={"messages": list(messages)})


def refuse(problems: Sequence[Problem]) -> None:
    """Says no with Slack's code for the first problem, and all of them in the metadata."""
    if problems:
        words = [str(one) for one in problems]
        raise SlackSaysNo(
            problems[0].code,
            errors=[one.removeprefix("[ERROR] ") for one in words],
            response_metadata={"messages": words},
        )


def unnested(fields: Mapping[str, str]) -> Json:
    """A form's fields, the nested ones decoded."""
    return {name: _decoded(name, value) for name, value in fields.items()}


def _decoded(name: str, value: str) -> Any:
    if name not in NESTED or value[:1] not in ("{", "["):
        return value
    try:
        return json.loads(value)
    except json.JSONDecodeError:
        return value
