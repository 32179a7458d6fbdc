"""What the form that fits a draft of plain words opens with."""

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from bot.domain.criteria import Known
from bot.domain.deal import Account, Deal
from bot.domain.outcomes import Lacking, Step
from bot.domain.people import Actor
from bot.domain.saying import SaidAct
from bot.domain.saying_outcomes import Draft
from bot.domain.stages import Stages
from bot.usecases import lines, saying, saying_done
from store import stages


@dataclass(frozen=True, slots=True)
class ToFill:
    """A draft for its form; `step` where the form is about one deal's way, `known` where it is
    about its facts, neither for a log or a new deal."""

    draft: Draft
    deal: Deal | None
    account: Account | None
    step: Step | Lacking | None
    stages: Stages
    known: Known | None = None


def look(session: Session, actor: Actor, draft_id: int) -> ToFill:
    told = saying.show(session, actor, draft_id)
    if told.reading.act is SaidAct.EDIT and told.deal is not None:
        edited = lines.to_edit(session, actor, told.deal.id)
        deal = saying_done.with_facts(edited.known.deal, told.reading)
        known = replace(edited.known, deal=deal)
        return ToFill(told.draft, deal, told.account, None, edited.stages, known)
    step = None
    if told.reading.act not in (SaidAct.LOG, SaidAct.NEW, SaidAct.UNCLEAR):
        step = saying_done.step_of(session, actor, told.draft)
    return ToFill(told.draft, told.deal, told.account, step, stages.in_force(session))
