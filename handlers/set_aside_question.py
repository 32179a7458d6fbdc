"""A question that does not help is set aside by the one who was asked."""

from bot.domain.refusal import Refusal
from bot.usecases import nudges
from bot.views import carry, nudge
from handlers.asking import Asking
from handlers.forms import deal_of


async def press(asking: Asking) -> None:
    nudge_id = carry.number(asking.value, "nudge")
    if nudge_id is None:
        raise Refusal("nudge-settled")
    act_id, deal = await asking.transact(
        nudges.set_aside, asking.actor, nudge_id, deal_of(asking), asking.now
    )
    await asking.answer(nudge.set_aside(deal, act_id, asking.t))
