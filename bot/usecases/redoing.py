"""Doing again what was taken back, by the rights and criteria that hold now."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.domain import goals
from bot.domain import people as rights
from bot.domain.deal import Deal
from bot.domain.moving import passage
from bot.domain.outcomes import Redone
from bot.domain.people import Actor, may_override
from bot.domain.refusal import Refusal
from bot.usecases import followups, touching
from store import evidence, measures, nudges, redoing, stages, touches, visible

HANDED_OVER = "deal.assign"
"""No touch of the deal, and by rights of its own."""


def redo(session: Session, actor: Actor, act_id: int, now: datetime) -> Redone:
    """One's own act once more, as an act of its own; refused where it would not be allowed now, or
    where something else has touched the same since."""
    before = {
        deal_id: visible.deal_if_there(session, deal_id)
        for deal_id in redoing.deal_ids(session, act_id)
    }
    done = redoing.redo(session, actor.id, act_id, now)
    _require_rights(session, actor, done, before)
    for deal_id, fields in done.deals.items():
        was = before.get(deal_id)
        if was is not None and was.is_open and "stage_key" in fields:
            _require_criteria(session, actor, was, fields, done)
        touches.settle(done.act, deal_id)
        if done.action != HANDED_OVER:
            measures.note_touch(done.act, deal_id)
        touching.redraw_tellings(done.act, deal_id)
    bundles = {
        *nudges.bundles_about(session, list(done.deals)),
        *nudges.bundles_of(session, done.nudge_item_ids),
    }
    followups.redraw_questions(done.act, sorted(bundles))
    deal = None
    if len(done.deals) == 1:
        deal = visible.deal_if_there(session, next(iter(done.deals)))
    return Redone(done.act.id, done.action, deal, stages.in_force(session))


def _require_rights(
    session: Session,
    actor: Actor,
    done: redoing.Redone,
    before: Mapping[int, Deal | None],
) -> None:
    """The same that the act asked for when it was done first."""
    if done.action == "person.set" or "workspace" in done.subjects:
        rights.require_admin(actor)
    if done.action == "goal.set":
        goals.require_setting(actor)
    for deal_id, fields in done.deals.items():
        deal = before.get(deal_id)
        if deal is None or not fields:
            continue
        owner = visible.owner_of(session, actor, deal)
        if done.action == HANDED_OVER:
            rights.require_assignment(actor, owner)
        else:
            rights.require_change_of_deal(actor, owner)


def _require_criteria(
    session: Session, actor: Actor, was: Deal, fields: Mapping[str, Any], done: redoing.Redone
) -> None:
    """What the deal must fulfil to leave its stage it must fulfil today, under the playbook that
    is in force; what was done without then is done without only by who may."""
    playbook = stages.in_force(session)
    if not playbook.has(fields["stage_key"]):
        raise Refusal("redo-playbook")
    goal = playbook.get(fields["stage_key"])
    if fields.get("playbook_version", was.playbook_version) != goal.playbook_version:
        raise Refusal("redo-playbook")
    pinned = stages.of_version(session, was.playbook_version)
    now = visible.deal(session, was.id)
    here = replace(
        now,
        stage_key=was.stage_key,
        status=was.status,
        next_step=now.next_step or was.next_step,
        next_step_due_on=now.next_step_due_on or was.next_step_due_on,
    )
    lacking = passage(was.stage_key, goal, pinned, playbook).lacking(evidence.known(session, here))
    done_without = {one.key for one in lacking} <= done.overridden
    owner = visible.owner_of(session, actor, was)
    if lacking and not (done_without and may_override(actor, owner)):
        raise Refusal("redo-criteria", deal=was.name)
