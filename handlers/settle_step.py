"""A next step on its day: done with what follows, tomorrow, or next week, from its reminder."""

from slack_bolt.async_app import AsyncApp

from bot.domain.following import PutOff
from bot.ids import STEP_DONE, STEP_DONE_FORM, STEP_LATER, STEP_NEXT_WEEK, STEP_TOMORROW
from bot.usecases import next_steps
from bot.views import done, followup, step_done_form
from handlers.asking import Asking
from handlers.forms import deal_of


def register(app: AsyncApp) -> None:
    app.action(STEP_DONE)(open_form)
    app.action(STEP_LATER)(later)
    app.action(STEP_TOMORROW)(tomorrow)
    app.action(STEP_NEXT_WEEK)(next_week)
    app.view(STEP_DONE_FORM)(submit)


async def open_form(asking: Asking) -> None:
    proposal = await asking.read(next_steps.look, asking.actor, deal_of(asking), asking.now)
    carried = asking.carried(deal=proposal.deal.id)
    await asking.open(step_done_form.build(asking.t, proposal, carried))


async def submit(asking: Asking) -> None:
    finished = step_done_form.read(asking.body["view"]["state"]["values"], asking.today)
    made = await asking.transact(
        next_steps.finish, asking.actor, deal_of(asking), finished, asking.now
    )
    await asking.answer(followup.finished(made, asking.t, asking.today))


async def later(asking: Asking) -> None:
    await _put_off(asking, PutOff.LATER)


async def tomorrow(asking: Asking) -> None:
    await _put_off(asking, PutOff.TOMORROW)


async def next_week(asking: Asking) -> None:
    await _put_off(asking, PutOff.NEXT_WEEK)


async def _put_off(asking: Asking, to: PutOff) -> None:
    made = await asking.transact(next_steps.put_off, asking.actor, deal_of(asking), to, asking.now)
    await asking.answer(done.stepped(made, asking.t, asking.today))
