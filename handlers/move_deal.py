"""Moving a deal to another stage: a typed line, a button, a form."""

from slack_bolt.async_app import AsyncApp

from bot.domain.deal import Status
from bot.domain.outcomes import Done, Lacking
from bot.ids import DEAL, DEAL_MOVE, MOVE_FORM
from bot.usecases import deals, lines
from bot.views import closing_forms, done, move_form
from bot.views.blocks import Block, Page
from handlers import typed
from handlers.asking import Asking
from handlers.commands import line_of, says
from handlers.forms import deal_of, lacking


def register(app: AsyncApp) -> None:
    app.command(DEAL, matchers=[says("move")])(command)
    app.action(DEAL_MOVE)(open_form)
    app.view(MOVE_FORM)(submit)


def _page(made: Done, asking: Asking) -> Page:
    if made.deal.status is Status.WON:
        return done.won(made, asking.t)
    return done.moved(made, asking.t, asking.today)


def _form(lack: Lacking, asking: Asking) -> Block:
    carried = asking.carried(deal=lack.deal.id)
    if lack.form == "lost":
        return closing_forms.lost(asking.t, lack.deal, carried)
    if lack.form == "won":
        return closing_forms.won(asking.t, lack.deal, carried)
    return move_form.build(asking.t, lack.deal, lack.stages, carried)


_STORY = typed.story("move", lines.move, _page, _form)


async def command(asking: Asking) -> None:
    await typed.run(_STORY, line_of(asking.body), asking)


async def open_form(asking: Asking) -> None:
    await asking.open(_form(await lacking(asking, "move"), asking))


async def submit(asking: Asking) -> None:
    stage = move_form.read(asking.body["view"]["state"]["values"])
    made = await asking.transact(deals.move, asking.actor, deal_of(asking), stage, asking.now)
    await asking.answer(_page(made, asking))
