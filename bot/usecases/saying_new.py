"""A sentence about a deal that is not there yet: a form makes it, then the sentence is about it."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.nearness import name_in
from bot.domain.outcomes import Done, Target
from bot.domain.parsing_log import KINDS
from bot.domain.parsing_verbs import VERBS
from bot.domain.people import Actor
from bot.domain.saying_outcomes import Understood
from bot.usecases import deals, saying
from bot.usecases.saying_drafts import read
from store import drafts


def name_for(session: Session, actor: Actor, draft_id: int) -> str:
    """What a new deal may be called, by the words of the draft."""
    draft = read(drafts.look(session, actor.id, draft_id)[1])
    return name_in(draft.said, {*KINDS, *VERBS, "the", "i", "we", "what", "how"})


def create_for(
    session: Session, actor: Actor, draft: deals.Draft, draft_id: int, now: datetime
) -> tuple[Done, Understood]:
    """The new deal, and the sentence understood to be about it; that is done only after a yes."""
    drafts.look(session, actor.id, draft_id)
    made = deals.create(session, actor, draft, now)
    return made, saying.meant_on(session, actor, draft_id, Target(deal_id=made.deal.id))
