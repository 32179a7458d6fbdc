"""Handing a deal to someone else."""

from slack_bolt.async_app import AsyncApp

from bot.domain.outcomes import Done, Lacking
from bot.domain.parsing_slack import Mention
from bot.ids import ASSIGN_FORM, DEAL, DEAL_ASSIGN
from bot.usecases import deals, lines, roster
from bot.views import done, step_forms
from bot.views.blocks import Block, Page
from handlers import typed
from handlers.asking import Asking
from handlers.commands import line_of, says
from handlers.forms import deal_of, lacking


def register(app: AsyncApp) -> None:
    app.command(DEAL, matchers=[says("assign")])(command)
    app.action(DEAL_ASSIGN)(press)
    app.view(ASSIGN_FORM)(submit)


def _page(made: Done, asking: Asking) -> Page:
    return done.assigned(made, asking.t)


def _form(lack: Lacking, asking: Asking) -> Block:
    return step_forms.assign(asking.t, lack.deal, asking.carried(deal=lack.deal.id))


_STORY = typed.story("assign", lines.assign, _page, _form)


async def command(asking: Asking) -> None:
    await typed.run(_STORY, line_of(asking.body), asking)


async def press(asking: Asking) -> None:
    await asking.open(_form(await lacking(asking, "assign"), asking))


async def submit(asking: Asking) -> None:
    slack_id = step_forms.read_assign(asking.body["view"]["state"]["values"])
    person = Mention(user_id=slack_id, name=None, start=0, end=0)
    owner = await asking.read(roster.mentioned, person)
    made = await asking.transact(deals.assign, asking.actor, deal_of(asking), owner.id, asking.now)
    await asking.answer(_page(made, asking))
