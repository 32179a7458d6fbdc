"""Looking at a deal: its card, its way through the stages, and the acts behind its three dots."""

import re

from slack_bolt.async_app import AsyncApp

from bot.domain.outcomes import Card, Way
from bot.ids import (
    CONTACT_ROLE,
    DEAL,
    DEAL_EDIT,
    DEAL_HOLD,
    DEAL_LOSE,
    DEAL_MORE,
    DEAL_SHOW,
    DEAL_WIN,
    HISTORY_SHOW,
    LINK_COPY,
    ROOM_OPEN,
)
from bot.usecases import lines
from bot.views import carry, deal_card
from bot.views.blocks import Page
from handlers import (
    ask_champion,
    close_deal,
    contacts,
    deal_links,
    look_back,
    new_deal,
    next_step,
    rooms,
    set_aside_question,
    typed,
)
from handlers.asking import Asking
from handlers.commands import line_of, says
from handlers.forms import deal_of

MORE = {
    DEAL_EDIT: new_deal.open_edit,
    DEAL_HOLD: next_step.open_hold,
    CONTACT_ROLE: contacts.open_role,
    DEAL_LOSE: close_deal.open_lost,
    DEAL_WIN: close_deal.open_won,
    ROOM_OPEN: rooms.open_form,
    LINK_COPY: deal_links.copy,
    HISTORY_SHOW: look_back.press,
    "hold": next_step.open_hold,
    "lost": close_deal.open_lost,
    "won": close_deal.open_won,
    "unhelpful": set_aside_question.press,
    "champion": ask_champion.open_form,
}
"""What the options behind a deal's three dots do."""


def register(app: AsyncApp) -> None:
    app.command(DEAL, matchers=[says("show")])(command)
    app.command(DEAL, matchers=[says("stage-history")])(stage_history)
    app.action(re.compile(rf"^{re.escape(DEAL_SHOW)}(\.|$)"))(press)
    app.action(DEAL_MORE)(more)


def _page(card: Card, asking: Asking) -> Page:
    return deal_card.build(card, asking.t, asking.today, linked=asking.link_domain is not None)


def _way_page(way: Way, asking: Asking) -> Page:
    return deal_card.stage_history(way, asking.t, asking.today)


_SHOW = typed.story("show", lines.show, _page)
_WAY = typed.story("stage-history", lines.stage_history, _way_page)


async def command(asking: Asking) -> None:
    await typed.run(_SHOW, line_of(asking.body), asking)


async def stage_history(asking: Asking) -> None:
    await typed.run(_WAY, line_of(asking.body), asking)


async def press(asking: Asking) -> None:
    card = await asking.read(lines.card, deal_of(asking), asking.now, asking.actor)
    await asking.answer(_page(card, asking))


async def more(asking: Asking) -> None:
    await MORE[carry.unpack(asking.value)["do"]](asking)
