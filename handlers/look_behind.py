"""The deals behind a figure of a report, opened from its page and turned page by page."""

import re

from slack_bolt.async_app import AsyncApp
from sqlalchemy.orm import Session

from bot.domain.outcomes import Behind
from bot.domain.people import Actor
from bot.domain.reporting import Figure, Lines
from bot.ids import FIGURE_DEALS
from bot.usecases import report_deals as deals_behind
from bot.usecases import report_lines
from bot.views import carry, report_deals
from handlers.asking import Asking


def register(app: AsyncApp) -> None:
    app.action(re.compile(rf"^{re.escape(FIGURE_DEALS)}(\.|$)"))(press)


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
    behind = deals_behind.page(session, actor, figure, offset, asking.now)
    raw = [one for one in (behind.figure.key, behind.figure.stage) if one]
    lines = Lines(("key",), tuple((one,) for one in raw))
    named = report_lines.with_names(session, lines, asking.t.language)
    return behind, [str(row[0]) for row in named.rows]
