"""The playbook a workspace starts with."""

from functools import cache
from pathlib import Path

from bot.domain import playbook_yaml
from bot.domain.playbook_document import Document, stages_of

FIRST_VERSION = 1
DEFAULT_SOURCE = (Path(__file__).parent / "default_playbook.yaml").read_text(encoding="utf-8")


@cache
def default() -> Document:
    """The document of the default playbook."""
    return playbook_yaml.read(DEFAULT_SOURCE)


DEFAULT_STAGES = stages_of(default(), FIRST_VERSION)
