"""Taking one's own acts back, the newest first or the one a button names."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.outcomes import Undone
from bot.domain.people import Actor
from bot.domain.refusal import Refusal
from bot.usecases import followups, touching
from store import history, measures, nudges, redoing, remembering, stages, touches, visible


def undo(session: Session, actor: Actor, act_id: int | None, now: datetime) -> Undone:
    """Undoes an act, whole or not at all; None means the actor's newest."""
    if act_id is None:
        newest = history.last_act_of(session, actor.id)
        if newest is None:
            raise Refusal("undo-nothing")
        act_id = newest
    act, done = history.undo(session, actor.id, act_id, now)
    for deal_id in done.deal_ids:
        touches.settle(act, deal_id)
    bundles = {
        *nudges.bundles_about(session, done.deal_ids),
        *nudges.bundles_of(session, done.nudge_item_ids),
    }
    measures.forget_touch(session, act_id, done.deal_ids)
    followups.redraw_questions(act, sorted(bundles))
    for deal_id in done.deal_ids:
        touching.redraw_tellings(act, deal_id, act_id)
    redo_id = act_id if redoing.may_follow(done.action) else None
    playbook = stages.in_force(session)
    if len(done.deal_ids) != 1:
        return Undone(done.action, None, playbook, redo_id=redo_id)
    [deal_id] = done.deal_ids
    deal = visible.deal_if_there(session, deal_id)
    names = {} if deal else remembering.names(session, {("deal", deal_id)})
    return Undone(done.action, deal, playbook, names.get(f"deal:{deal_id}"), redo_id)
