"""A next step on its day: done, with the one that follows it, or put off to another day."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain import following, recurring
from bot.domain.deal import Deal, later
from bot.domain.following import PutOff
from bot.domain.outcomes import Done
from bot.domain.people import Actor, Person
from bot.domain.refusal import Refusal
from bot.domain.tellings import Finished, Proposal
from bot.domain.timing import When, an_hour_later, settled
from bot.usecases import touching
from bot.usecases.activities import MOST_NOTE
from store import activities, deals, history, stages, visible


def look(session: Session, actor: Actor, deal_id: int, now: datetime) -> Proposal:
    """What the form that finishes a step begins with."""
    deal = _with_step(session, actor, deal_id)
    rule, due = deal.next_step_rule, deal.next_step_due_on
    if rule is None or due is None:
        return Proposal(deal, None)
    owner = _owner(session, actor, deal)
    return Proposal(deal, recurring.next_on(rule, due, owner.today(now), owner.calendar))


def finish(session: Session, actor: Actor, deal_id: int, finished: Finished, now: datetime) -> Done:
    """Logs the step as done and sets the one that follows; both are undone together."""
    deal = _with_step(session, actor, deal_id)
    note = finished.note.strip() or deal.next_step or ""
    if len(note) > MOST_NOTE:
        raise Refusal("log-note-too-long", most=MOST_NOTE, field="note")
    what = finished.what.strip()
    owner = _owner(session, actor, deal)
    typed = When(finished.due_on, finished.at)
    due = settled(typed, now, actor.person.zone, owner.zone)
    if due.on is not None and not what:
        raise Refusal("next-needs-what", deal=deal.name, field="what")
    act = history.begin(session, actor.id, "deal.next_step", now)
    activities.add(
        act,
        deal_id=deal.id,
        account_id=deal.account_id,
        kind=finished.kind,
        occurred_at=now,
        note=note,
        source="slack",
    )
    changed = deals.change(
        act,
        deal,
        {
            "next_step": what or None,
            "next_step_due_on": due.on,
            "next_step_time": due.at,
            "next_step_rule": finished.rule if due.on else None,
            "last_touch_at": later(deal.last_touch_at, now),
            "last_activity_at": later(deal.last_activity_at, now),
        },
    )
    touching.settle_questions(act, deal.id, "next_step")
    return Done(act.id, changed, deal, stages.in_force(session))


def put_off(session: Session, actor: Actor, deal_id: int, to: PutOff, now: datetime) -> Done:
    """The same step an hour later, or at its time on another working day of its owner."""
    deal = _with_step(session, actor, deal_id)
    owner = _owner(session, actor, deal)
    if to is PutOff.LATER:
        due = an_hour_later(deal, now, owner.zone)
    else:
        day = following.put_off_to(to, owner.calendar, owner.today(now))
        due = When(day, deal.next_step_time)
    act = history.begin(session, actor.id, "deal.next_step", now)
    changes = {
        "next_step_due_on": due.on,
        "next_step_time": due.at,
        "last_touch_at": later(deal.last_touch_at, now),
    }
    changed = deals.change(act, deal, changes)
    touching.settle_questions(act, deal.id, "next_step")
    return Done(act.id, changed, deal, stages.in_force(session))


def _with_step(session: Session, actor: Actor, deal_id: int) -> Deal:
    deal = visible.deal_to_change(session, actor, deal_id)
    if not deal.is_open:
        raise Refusal("next-closed", deal=deal.name)
    if not deal.next_step:
        raise Refusal("step-settled", deal=deal.name)
    return deal


def _owner(session: Session, actor: Actor, deal: Deal) -> Person:
    return visible.owner_of(session, actor, deal) or actor.person
