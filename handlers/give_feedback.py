"""A manager asks about a deal or praises it, from the list of deals that need them."""

from slack_bolt.async_app import AsyncApp

from bot.domain.tellings import FeedbackKind
from bot.ids import FEEDBACK_ASK, FEEDBACK_FORM, FEEDBACK_PRAISE
from bot.usecases import feedback as acts
from bot.views import carry, feedback
from handlers.asking import Asking
from handlers.forms import deal_of


def register(app: AsyncApp) -> None:
    app.action(FEEDBACK_ASK)(ask)
    app.action(FEEDBACK_PRAISE)(praise)
    app.view(FEEDBACK_FORM)(submit)


async def ask(asking: Asking) -> None:
    await _open(asking, FeedbackKind.QUESTION)


async def praise(asking: Asking) -> None:
    await _open(asking, FeedbackKind.PRAISE)


async def _open(asking: Asking, kind: FeedbackKind) -> None:
    deal, owner = await asking.read(acts.look, asking.actor, deal_of(asking))
    carried = asking.carried(deal=deal.id, kind=kind.value)
    await asking.open(feedback.form(deal, owner, kind, carried, asking.t))


async def submit(asking: Asking) -> None:
    kind = FeedbackKind(carry.unpack(asking.value)["kind"])
    words = feedback.read(asking.body["view"]["state"]["values"])
    act_id, given, comes_at = await asking.transact(
        acts.give, asking.actor, deal_of(asking), kind, words, asking.now
    )
    await asking.answer(feedback.given(given, act_id, comes_at, asking.now, asking.t))
