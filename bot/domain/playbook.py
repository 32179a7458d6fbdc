"""The playbook a workspace starts with, and how people's words find their reason in one."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from bot.domain import playbook_yaml
from bot.domain.playbook_document import Document, stages_of
from bot.domain.stages import Reason

FIRST_VERSION = 1
DEFAULT_SOURCE = (Path(__file__).parent / "default_playbook.yaml").read_text(encoding="utf-8")


@cache
def default() -> Document:
    """The document of the default playbook."""
    return playbook_yaml.read(DEFAULT_SOURCE)


DEFAULT_STAGES = stages_of(default(), FIRST_VERSION)


def reason_of(typed: str, reasons: Sequence[Reason]) -> str:
    """What someone typed as a reason, under the playbook's own where they used a word for it:
    "price too high" becomes "pricing: price too high", and "pricing" alone just that."""
    words = typed.strip()
    head, colon, note = words.partition(":")
    for one in reasons:
        if colon and not one.archived and head.strip().casefold() in _words_for(one):
            return f"{one.key}: {note.strip()}" if note.strip() else one.key
    spoken = {word.casefold().strip(".,!:") for word in words.split()}
    fitting = [one.key for one in reasons if not one.archived and spoken & _words_for(one)]
    if not words or len(fitting) != 1:
        return words
    return fitting[0] if len(words.split()) == 1 else f"{fitting[0]}: {words}"


def _words_for(reason: Reason) -> set[str]:
    whole_names = {name.casefold() for name in reason.names.values() if " " not in name}
    return {word.casefold() for word in reason.words} | whole_names | {reason.key}
