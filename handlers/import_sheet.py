"""Sheets dropped into the bot's conversation: looked at, mapped, brought in, taken back."""

import asyncio
import csv
import io
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.domain import people as rights
from bot.domain.imported import Choices, Imported
from bot.domain.refusal import Refusal
from bot.ids import (
    CRM,
    IMPORT_CHANGE,
    IMPORT_CONFIRM,
    IMPORT_DISCARD,
    IMPORT_FORM,
    IMPORT_SKIPS,
    IMPORT_UNDO,
    IMPORT_UNDO_FORM,
)
from bot.slack import Unfetched
from bot.usecases import bringing, sheets
from bot.usecases.imports import Importer
from bot.views import carry, import_form, import_page, sorry
from bot.views.blocks import Page
from handlers.asking import Asking
from handlers.commands import says
from handlers.said import is_file
from store import import_records, stages

MOST_LISTED = 10
SECONDS_BETWEEN_NEWS = 2.0
"""Slack takes some fifty changes of messages a minute."""


async def is_file_dropped(event: dict[str, Any]) -> bool:
    return is_file(event)


def register(app: AsyncApp) -> None:
    app.event("message", matchers=[is_file_dropped])(take)
    app.command(CRM, matchers=[says("import")])(show)
    app.action(IMPORT_CHANGE)(open_form)
    app.view(IMPORT_FORM)(submit_form)
    app.action(IMPORT_CONFIRM)(confirm)
    app.action(IMPORT_DISCARD)(discard)
    app.action(IMPORT_SKIPS)(send_skips)
    app.action(re.compile(rf"^{re.escape(IMPORT_UNDO)}\."))(open_undo)
    app.view(IMPORT_UNDO_FORM)(submit_undo)


async def show(asking: Asking) -> None:
    rights.require_admin(asking.actor)
    found = await asking.read(import_records.newest, MOST_LISTED)
    await asking.answer(import_page.listing(found, asking.t))


async def take(asking: Asking) -> None:
    """Acknowledged at once; each file is fetched and looked at behind."""
    rights.require_admin(asking.actor)
    event = asking.body["event"]
    await asking.ack()
    for file in event["files"]:
        asking.behind.start(_arrive(asking, event["channel"], file), "import")


async def _arrive(asking: Asking, channel: str, file: dict[str, Any]) -> None:
    name, file_id = str(file.get("name") or "file"), str(file["id"])
    if Path(name).suffix.lower() not in (*sheets.WORKBOOKS, *sheets.TEXTS):
        reason = asking.t("import-no-sheet")
        await _post(asking, channel, import_page.refused(name, reason, asking.t))
        return
    import_id = await asking.transact(_record, asking, name, file_id, channel)
    if import_id is None:
        return  # Slack has told of it before
    place = await _post(asking, channel, import_page.reading(name, asking.t))
    await asking.transact(import_records.placed, import_id, *place)
    content = await asking.fetch(file_id, sheets.LARGEST)
    if isinstance(content, Unfetched):
        reason = asking.t(f"import-{content.value}")
        await _update(asking, place, import_page.refused(name, reason, asking.t))
        return
    await asking.bringing.keep(asking.actor.workspace.id, import_id, content)
    await _look(asking, import_id, Choices())


def _record(session: Any, asking: Asking, name: str, file_id: str, channel: str) -> int | None:
    if import_records.of_file(session, file_id) is not None:
        return None
    return import_records.add(
        session, asking.actor.id, name, asking.now, slack_file_id=file_id, channel=channel
    )


async def _look(asking: Asking, import_id: int, choices: Choices) -> None:
    """Looks at it and shows what it is; whatever is wrong with it is said in its place."""
    one = await asking.read(import_records.get, import_id)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"sheet{Path(one.file_name).suffix.lower()}"
        await asking.bringing.fetch(asking.actor.workspace.id, import_id, path)
        work = asking.bringing.look(asking.actor.workspace.id, path, choices)
        (found,) = await asyncio.gather(work, return_exceptions=True)
    if isinstance(found, Refusal):
        reason = _reason(found, one, asking)
        await _redraw(asking, one, import_page.refused(one.file_name, reason, asking.t))
        return
    if isinstance(found, BaseException):
        raise found
    look, counts, _options = found
    await asking.transact(import_records.looked, import_id, look.kept, choices.kept, counts)
    await _draw(asking, import_id)


async def open_form(asking: Asking) -> None:
    one = await _mine(asking)
    ours = await asking.read(stages.in_force)
    await asking.open(import_form.build(one, ours, asking.carried(number=one.id), asking.t))


async def submit_form(asking: Asking) -> None:
    one = await _mine(asking)
    choices = import_form.read(asking.body["view"]["state"]["values"], one)
    await asking.ack()
    asking.behind.start(_look(asking, one.id, choices), "import")


async def confirm(asking: Asking) -> None:
    one = await _mine(asking)
    await asking.ack()
    asking.behind.start(_bring(asking, one), "import")


async def _bring(asking: Asking, one: Imported) -> None:
    """Reads it once more as it was agreed, and brings it in with news on the way; what came of it
    is told by a letter, whatever happens to us meanwhile."""
    await _redraw(asking, one, import_page.under_way(one.file_name, 0, one.counts.rows, asking.t))
    workspace_id, choices = asking.actor.workspace.id, Choices(**one.choices)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"sheet{Path(one.file_name).suffix.lower()}"
        await asking.bringing.fetch(workspace_id, one.id, path)
        look, _counts, options = await asking.bringing.look(workspace_id, path, choices)
        importer = Importer(options, asking.now)
        news = _News(asking, one, look.rows)
        work = asking.bringing.bring(workspace_id, one.id, path, importer, news.tell)
        (ended,) = await asyncio.gather(work, return_exceptions=True)
    if isinstance(ended, Refusal):
        reason = _reason(ended, one, asking)
        await _post(asking, _place(one)[0], import_page.refused(one.file_name, reason, asking.t))
    elif isinstance(ended, BaseException):
        raise ended


def _reason(refused: Refusal, one: Imported, asking: Asking) -> str:
    """Why, with the name that the sheet has in Slack, unless it is about another sheet."""
    told: dict[str, Any] = dict(refused.facts)
    if refused.key != "import-another":
        told["file"] = one.file_name
    return sorry.sentence(Refusal(refused.key, **told), asking.t)


class _News:
    """How far it is, told now and then."""

    def __init__(self, asking: Asking, one: Imported, rows: int) -> None:
        self._asking = asking
        self._one = one
        self._rows = rows
        self._next = 0.0

    async def tell(self, done: int) -> None:
        now = asyncio.get_running_loop().time()
        if now < self._next or done >= self._rows:
            return
        self._next = now + SECONDS_BETWEEN_NEWS
        page = import_page.under_way(self._one.file_name, done, self._rows, self._asking.t)
        await _redraw(self._asking, self._one, page)


async def discard(asking: Asking) -> None:
    one = await _mine(asking)
    await asking.transact(import_records.discard, one.id, asking.now)
    await asking.ack()
    asking.behind.start(_draw(asking, one.id), "import")


async def open_undo(asking: Asking) -> None:
    rights.require_admin(asking.actor)
    one, came_to = await asking.read(bringing.look_back, _number(asking))
    await asking.open(import_page.undoing(one, came_to, asking.carried(number=one.id), asking.t))


async def submit_undo(asking: Asking) -> None:
    """Acknowledged at once: to take thousands of deals back takes longer than Slack waits."""
    rights.require_admin(asking.actor)
    one = await asking.read(bringing.undoable, _number(asking))
    await asking.ack()
    asking.behind.start(_take_back(asking, one), "import")


async def _take_back(asking: Asking, one: Imported) -> None:
    if one.place is not None:
        await _redraw(asking, one, import_page.taking_back(one.file_name, asking.t))
    work = asking.transact(bringing.undo, one.id, asking.actor.id, asking.now)
    (ended,) = await asyncio.gather(work, return_exceptions=True)
    if one.place is not None:
        await _draw(asking, one.id)
    if isinstance(ended, Refusal):
        await asking.answer(sorry.build(ended, asking.t))
    elif isinstance(ended, BaseException):
        raise ended
    else:
        undone, _came_to = ended
        await asking.answer(import_page.card(undone, asking.t))


async def send_skips(asking: Asking) -> None:
    """The rows that could not be taken, with the reason of each, as a file."""
    one = await _mine(asking)
    await asking.answer({"text": asking.t.md("report-file-comes")})
    asking.behind.start(_send_skips(asking, one), "import")


async def _send_skips(asking: Asking, one: Imported) -> None:
    lines = await asking.read(lambda session: list(import_records.skipped(session, one.id)))
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow([asking.t("import-skips-row"), asking.t("import-skips-reason")])
    rows.writerows(_told(lines, asking))
    await asking.client.files_upload_v2(
        channel=_place(one)[0],
        filename=f"skipped-{one.id}.csv",
        title=asking.t("import-skips"),
        content=out.getvalue().encode("utf-8-sig"),
    )


def _told(lines: list[tuple[int, str, dict[str, Any]]], asking: Asking) -> Iterator[list[str]]:
    for line, key, facts in lines:
        yield [str(line), asking.t(f"refusal-{key}", **facts)]


async def _mine(asking: Asking) -> Imported:
    rights.require_admin(asking.actor)
    return await asking.read(import_records.get, _number(asking))


def _number(asking: Asking) -> int:
    number = carry.number(asking.value, "number")
    if number is None:
        raise Refusal("import-gone")
    return number


async def _draw(asking: Asking, import_id: int) -> None:
    one = await asking.read(import_records.get, import_id)
    await _redraw(asking, one, import_page.card(one, asking.t))


async def _redraw(asking: Asking, one: Imported, page: Page) -> None:
    await _update(asking, _place(one), page)


def _place(one: Imported) -> tuple[str, str]:
    if one.place is None:
        raise Refusal("import-gone")
    return one.place


async def _post(asking: Asking, channel: str, page: Page) -> tuple[str, str]:
    posted = await asking.client.chat_postMessage(channel=channel, **page)
    return channel, str(posted["ts"])


async def _update(asking: Asking, place: tuple[str, str], page: Page) -> None:
    channel, ts = place
    await asking.client.chat_update(channel=channel, ts=ts, **page)
