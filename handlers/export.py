"""`/crm export`: an admin takes a table out as a file, into their own conversation with the bot."""

import asyncio
import re
import tempfile
from pathlib import Path

from slack_bolt.async_app import AsyncApp

from bot.domain import people as rights
from bot.domain.parsing_export import TABLES, WORDS, read_export
from bot.domain.parsing_verbs import not_a_word
from bot.ids import CRM, EXPORT_SEND
from bot.usecases import takeaways
from bot.views import carry, export_page
from handlers.asking import Asking
from handlers.commands import line_of, says


def register(app: AsyncApp) -> None:
    app.command(CRM, matchers=[says("export")])(command)
    app.action(re.compile(rf"^{re.escape(EXPORT_SEND)}\."))(press)


async def command(asking: Asking) -> None:
    rights.require_admin(asking.actor)
    query = read_export(line_of(asking.body))
    if query.unknown:
        names = tuple(asking.t(f"export-{one.replace('_', '-')}") for one in TABLES)
        raise not_a_word("export-unknown", query.unknown, WORDS, names)
    if query.table is None:
        await asking.answer(export_page.build(asking.t))
        return
    await _begin(asking, query.table, query.form)


async def press(asking: Asking) -> None:
    rights.require_admin(asking.actor)
    held = carry.unpack(asking.value)
    await _begin(asking, held["table"], held["form"])


async def _begin(asking: Asking, table: str, form: str) -> None:
    """Answers first, then brings the file."""
    await asking.answer({"text": asking.t.md("report-file-comes")})
    asking.behind.start(_send(asking, table, form), "export")


async def _send(asking: Asking, table: str, form: str) -> None:
    opened = await asking.client.conversations_open(users=str(asking.actor.person.slack_user_id))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{table}.{form}"
        await asyncio.to_thread(_write, asking, table, form, path)
        await asking.client.files_upload_v2(
            channel=opened["channel"]["id"],
            filename=path.name,
            title=asking.t(f"export-{table.replace('_', '-')}"),
            file=str(path),
        )


def _write(asking: Asking, table: str, form: str, path: Path) -> None:
    with path.open("wb") as out:
        asking.store.ask(asking.actor.workspace.id, takeaways.write, table, form, out, asking.now)
