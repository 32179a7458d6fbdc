"""The deals behind a figure of a report, opened from its page and turned page by page."""

import re
from dataclasses import replace

from slack_bolt.async_app import AsyncApp
from sqlalchemy.orm import Session

from bot.domain.outcomes import Behind
from bot.domain.people import Actor
from bot.domain.reporting import Figure, Lines
from bot.ids import FIGURE_DEALS, FIGURE_FILE
from bot.usecases import report_deals as deals_behind
from bot.usecases import report_lines
from bot.usecases.report_people import Who
from bot.views import carry, report_deals
from bot.views.blocks import page
from handlers import report
from handlers.asking import Asking


def register(app: AsyncApp) -> None:
    app.action(re.compile(rf"^{re.escape(FIGURE_DEALS)}(\.|$)"))(press)
    app.action(re.compile(rf"^{re.escape(FIGURE_FILE)}\."))(send_file)


async def press(asking: Asking) -> None:
    """A figure chosen on a report is a new message; its own buttons turn the page in place."""
    figure = report_deals.figure(asking.value)
    offset = carry.number(asking.value, "offset") or 0
    behind, names = await asking.read(_look, asking.actor, figure, offset, asking)
    name = " · ".join(report_deals.called(one, asking.t) for one in names)
    paging = "." in str(asking.body["actions"][0]["action_id"]).removeprefix(FIGURE_DEALS)
    await asking.answer(report_deals.build(behind, name, asking.t), replace=paging)


def _look(
    session: Session, actor: Actor, figure: Figure, offset: int, asking: Asking
) -> tuple[Behind, list[str]]:
    person_id = carry.number(asking.value, "person")
    if person_id is not None:
        figure = replace(figure, key=Who(session).key(person_id or None))
    behind = deals_behind.page(session, actor, figure, offset, asking.now)
    told = behind.figure
    raw = [one for one in (told.key, told.stage, told.week) if one]
    lines = Lines(("key",), tuple((one,) for one in raw))
    named = report_lines.with_names(session, lines, asking.t.language)
    return behind, [str(row[0]) for row in named.rows]


async def send_file(asking: Asking) -> None:
    """All the deals of the list, into the asker's own conversation with the bot."""
    form = str(asking.body["actions"][0]["action_id"]).rsplit(".", 1)[-1]
    figure = report_deals.figure(asking.value)
    lines = await asking.read(deals_behind.file, asking.actor, figure, asking.now)
    await asking.answer(page(asking.t.md("report-file-comes")))
    asking.behind.start(report.send(asking, figure.question.name, lines, form), "report")
