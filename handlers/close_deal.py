"""Winning and losing a deal: a typed line, a button, a form; and taking it back into work."""

from slack_bolt.async_app import AsyncApp

from bot.domain.giving import Filled
from bot.domain.outcomes import Done, Step
from bot.domain.parsing_money import read_amount
from bot.domain.refusal import Refusal
from bot.ids import DEAL, DEAL_LOSE, DEAL_REOPEN, DEAL_WIN, LOSE_FORM, WIN_FORM
from bot.usecases import lines, moving
from bot.usecases.moving import Win
from bot.views import carry, closing_forms, done
from bot.views.blocks import Page
from handlers import move_deal, typed
from handlers.asking import Asking
from handlers.commands import line_of, says
from handlers.forms import deal_of, lacking


def register(app: AsyncApp) -> None:
    app.command(DEAL, matchers=[says("won")])(won)
    app.command(DEAL, matchers=[says("lost")])(lost)
    app.command(DEAL, matchers=[says("reopen")])(reopen)
    app.action(DEAL_WIN)(open_won)
    app.action(DEAL_LOSE)(open_lost)
    app.action(DEAL_REOPEN)(press_reopen)
    app.view(WIN_FORM)(submit_won)
    app.view(LOSE_FORM)(submit_lost)


def _won_page(made: Done, asking: Asking) -> Page:
    return done.won(made, asking.t)


def _lost_page(made: Done, asking: Asking) -> Page:
    return done.lost(made, asking.t)


def _reopened_page(made: Done, asking: Asking) -> Page:
    return done.reopened(made, asking.t, asking.today)


_WON = typed.story("won", lines.won, _won_page, move_deal.form)
_LOST = typed.story("lost", lines.lost, _lost_page, move_deal.form)
_REOPEN = typed.story("reopen", lines.reopen, _reopened_page)


async def won(asking: Asking) -> None:
    await typed.run(_WON, line_of(asking.body), asking)


async def lost(asking: Asking) -> None:
    await typed.run(_LOST, line_of(asking.body), asking)


async def reopen(asking: Asking) -> None:
    await typed.run(_REOPEN, line_of(asking.body), asking)


async def open_won(asking: Asking) -> None:
    step = await asking.read(moving.look_at_win, asking.actor, deal_of(asking))
    await asking.open(move_deal.form(step, asking))


async def open_lost(asking: Asking) -> None:
    await asking.open(move_deal.form(await lacking(asking, "lost"), asking))


async def press_reopen(asking: Asking) -> None:
    made = await asking.transact(moving.reopen, asking.actor, deal_of(asking), asking.now)
    await asking.answer(_reopened_page(made, asking))


async def submit_won(asking: Asking) -> None:
    filled = closing_forms.read_won(asking.body["view"]["state"]["values"])
    amount = read_amount(filled.amount)
    if amount is None:
        raise Refusal("amount-unreadable", typed=filled.amount, field="amount")
    won = Win(
        amount=amount.value,
        currency=amount.currency,
        reason=filled.reason,
        on=filled.on,
        channel=filled.channel,
        filled=Filled(filled.answers, filled.override),
        stood_in=carry.unpack(asking.value).get("stage"),
    )
    made = await asking.transact(moving.win, asking.actor, deal_of(asking), won, asking.now)
    if isinstance(made, Step):
        await asking.redraw(move_deal.form(made, asking))
    else:
        await asking.answer(_won_page(made, asking))


async def submit_lost(asking: Asking) -> None:
    reason = closing_forms.read_lost(asking.body["view"]["state"]["values"])
    made = await asking.transact(
        moving.lose, asking.actor, deal_of(asking), asking.now, reason=reason
    )
    await asking.answer(_lost_page(made, asking))
