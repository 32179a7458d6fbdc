"""A new closing date, given where a passed one was asked about."""

from slack_bolt.async_app import AsyncApp

from bot.ids import CLOSES_FORM, DEAL_CLOSES
from bot.usecases import deals
from bot.views import done, step_forms
from handlers.asking import Asking
from handlers.forms import deal_of, lacking


def register(app: AsyncApp) -> None:
    app.action(DEAL_CLOSES)(open_form)
    app.view(CLOSES_FORM)(submit)


async def open_form(asking: Asking) -> None:
    deal = (await lacking(asking, "closes")).deal
    carried = asking.carried(deal=deal.id)
    await asking.open(step_forms.closes(asking.t, deal, asking.today, carried))


async def submit(asking: Asking) -> None:
    closes_on = step_forms.read_closes(asking.body["view"]["state"]["values"])
    made = await asking.transact(
        deals.set_close, asking.actor, deal_of(asking), closes_on, asking.now
    )
    await asking.answer(done.redated(made, asking.t, asking.today))
