"""Looking back: a deal's, account's or contact's history, and one's own acts with their Undo."""

import re
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.domain.refusal import Refusal
from bot.ids import CRM, DEAL, HISTORY_OWN, HISTORY_SHOW
from bot.usecases import remembering
from bot.views import carry, history_page
from bot.views.blocks import Page
from handlers import typed
from handlers.asking import Asking
from handlers.commands import line_of, says


def register(app: AsyncApp) -> None:
    app.command(DEAL, matchers=[says("history")])(command)
    app.command(CRM, matchers=[says("history")])(own)
    app.action(re.compile(rf"^{re.escape(HISTORY_SHOW)}(\.|$)"))(press)
    app.action(re.compile(rf"^{re.escape(HISTORY_OWN)}(\.|$)"))(own)


def _page(past: Any, asking: Asking) -> Page:
    return history_page.build(past, asking.t, asking.today)


_HISTORY = typed.story("history", remembering.typed, _page)


async def command(asking: Asking) -> None:
    await typed.run(_HISTORY, line_of(asking.body), asking)


async def press(asking: Asking) -> None:
    """From a card as a new message; its own buttons turn its page in place."""
    subject_id = carry.number(asking.value, "id")
    if subject_id is None:
        raise Refusal("deal-gone")
    kind, skipped = carry.unpack(asking.value)["of"], carry.number(asking.value, "skip")
    past = await asking.read(remembering.of_subject, kind, subject_id, skipped or 0)
    await asking.answer(_page(past, asking), replace=skipped is not None)


async def own(asking: Asking) -> None:
    turned = carry.number(asking.value, "skip") if "actions" in asking.body else None
    past = await asking.read(remembering.own, asking.actor, turned or 0)
    await asking.answer(_page(past, asking), replace=turned is not None)
