"""Champions: who shows the way, agreeing to it or taking that back, and asking one about a deal."""

import re

from slack_bolt.async_app import AsyncApp

from bot.ids import (
    CHAMPION_ASK,
    CHAMPION_FORM,
    CHAMPION_LEAVE,
    CHAMPION_NO,
    CHAMPION_YES,
    CHAMPIONS_SHOW,
    CRM,
)
from bot.usecases import champions
from bot.views import carry, champions_page
from handlers.asking import Asking
from handlers.commands import says


def register(app: AsyncApp) -> None:
    app.command(CRM, matchers=[says("champions")])(show)
    app.action(CHAMPIONS_SHOW)(show)
    app.action(CHAMPION_YES)(agree)
    app.action(CHAMPION_NO)(decline)
    app.action(CHAMPION_LEAVE)(leave)
    app.action(re.compile(rf"^{re.escape(CHAMPION_ASK)}\."))(open_form)
    app.view(CHAMPION_FORM)(submit)


async def show(asking: Asking) -> None:
    told = await asking.read(champions.page, asking.actor, asking.now)
    rich, plain = champions_page.build(told, asking.t)
    await asking.answer_richly(rich, plain)


async def agree(asking: Asking) -> None:
    await _answer(asking, consents=True)


async def decline(asking: Asking) -> None:
    await _answer(asking, consents=False)


async def leave(asking: Asking) -> None:
    """Takes the agreement back; what the champion read stays where it is."""
    await _answer(asking, consents=False, replace=False)


async def _answer(asking: Asking, *, consents: bool, replace: bool = True) -> None:
    act_id = await asking.transact(champions.answer, asking.actor, asking.now, consents=consents)
    page = champions_page.answered(act_id, consents=consents, t=asking.t)
    await asking.answer(page, replace=replace)


async def open_form(asking: Asking) -> None:
    """From a champion's line, or from the three dots of a deal that one is asked about."""
    deal_id, chosen = carry.number(asking.value, "deal"), carry.number(asking.value, "champion")
    asked = await asking.read(champions.advising, asking.actor, asking.now, deal_id, chosen)
    await asking.open(champions_page.form(asked, asking.carried(), asking.t))


async def submit(asking: Asking) -> None:
    champion_id, deal_id, words = champions_page.read(asking.body["view"]["state"]["values"])
    act_id, told, comes_at = await asking.transact(
        champions.ask, asking.actor, champion_id, deal_id, words, asking.now
    )
    await asking.answer(champions_page.asked(told, act_id, comes_at, asking.now, asking.t))
