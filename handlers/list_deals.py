"""Lists of deals, and the buttons that page them."""

import re

from slack_bolt.async_app import AsyncApp

from bot.domain.parsing_list import read_list
from bot.ids import DEAL, DEALS_PAGE
from bot.usecases import lists
from bot.views import deal_list
from handlers.asking import Asking
from handlers.commands import line_of, says


def register(app: AsyncApp) -> None:
    app.command(DEAL, matchers=[says("list")])(command)
    app.action(re.compile(rf"^{re.escape(DEALS_PAGE)}(\.|$)"))(turn)


async def command(asking: Asking) -> None:
    query = read_list(line_of(asking.body))
    asked = await asking.read(lists.read, query)
    listing = await asking.read(lists.page, asking.actor, asked, asking.now)
    await asking.answer(deal_list.build(listing, asking.t))


async def turn(asking: Asking) -> None:
    """A list's own buttons turn its page in place; any other button's list is a new message."""
    asked = deal_list.unpacked(asking.value)
    listing = await asking.read(lists.page, asking.actor, asked, asking.now)
    pressed = str(asking.body["actions"][0]["action_id"])
    paging = pressed.endswith((".next", ".previous"))
    await asking.answer(deal_list.build(listing, asking.t), replace=paging)
