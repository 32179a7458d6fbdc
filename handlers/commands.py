"""How a command's line finds its story: by its first word, in either language."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.domain.parsing_slack import unescape
from bot.domain.parsing_verbs import CRM_VERBS, VERBS, split_verb

VERBS_OF = {"/deal": VERBS, "/crm": CRM_VERBS}
"""The words that each command may begin with."""


def verb_of(command: dict[str, Any]) -> str | None:
    """The canonical verb that a line begins with; "" for an empty line, None for none known."""
    text = unescape(command.get("text") or "").strip()
    return split_verb(text, VERBS_OF[command["command"]])[0] if text else ""


def line_of(body: dict[str, Any]) -> str:
    """What stands behind the verb, unescaped."""
    text = unescape(body.get("text") or "").strip()
    return split_verb(text, VERBS_OF[body["command"]])[1]


def says(*verbs: str | None) -> Callable[[dict[str, Any]], Awaitable[bool]]:
    """A matcher for Bolt: the line begins with one of these verbs."""

    async def matches(command: dict[str, Any]) -> bool:
        return verb_of(command) in verbs

    return matches
