"""What the forms about one deal share: whose deal, and what they open with."""

from sqlalchemy.orm import Session

from bot.domain.outcomes import Lacking
from bot.domain.people import Actor
from bot.domain.refusal import Refusal
from bot.views import carry
from handlers.asking import Asking
from store import stages, visible


def deal_of(asking: Asking) -> int:
    """The deal that a button or a form brings back."""
    deal_id = carry.number(asking.value, "deal")
    if deal_id is None:
        raise Refusal("deal-gone")
    return deal_id


async def lacking(asking: Asking, form: str) -> Lacking:
    """The deal of a pressed button, refused here already where it is not the actor's to change."""
    return await asking.read(_lacking, asking.actor, deal_of(asking), form)


def _lacking(session: Session, actor: Actor, deal_id: int, form: str) -> Lacking:
    look = visible.deal_to_assign if form == "assign" else visible.deal_to_change
    deal = look(session, actor, deal_id)
    if not deal.is_open and form in ("move", "won", "lost", "next", "hold", "closes"):
        raise Refusal("close-closed", deal=deal.name)
    return Lacking(form, deal, stages.in_force(session))
