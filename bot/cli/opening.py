"""The database as the command line wants it: up to date, new workspaces with their playbook."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.cli.trouble import settings, speak
from bot.domain import playbook_yaml
from bot.domain.playbook_check import BrokenPlaybook
from bot.domain.playbook_document import Document
from bot.domain.refusal import Refusal
from bot.settings import Settings
from bot.views import playbook_changes
from store import migrate
from store.engine import Store


@contextmanager
def opened_store(wanted: Settings | None = None) -> Iterator[Store]:
    wanted = wanted or settings()
    store = Store(wanted.database_url, first_playbook(wanted))
    try:
        migrate.upgrade(store.engine)
        yield store
    finally:
        store.close()


def first_playbook(wanted: Settings) -> tuple[Document, str] | None:
    """The playbook of PIPEKEEPER_PLAYBOOK, for workspaces that are yet to come."""
    return read_playbook(Path(wanted.pipekeeper_playbook)) if wanted.pipekeeper_playbook else None


def read_playbook(file: Path) -> tuple[Document, str]:
    """The playbook in a file and its text; each fault is told on standard error."""
    try:
        source = file.read_text(encoding="utf-8-sig")
        return playbook_yaml.read(source), source
    except UnicodeDecodeError as wrong:
        raise Refusal("playbook-not-utf8", file=file.name) from wrong
    except BrokenPlaybook as broken:
        for one in broken.problems:
            print(f"{file.name}: {playbook_changes.problem(one, speak())}", file=sys.stderr)
        raise
