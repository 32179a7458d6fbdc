"""A draft of plain words, done after its writer said yes, by the acts that commands use too."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.deal import Deal
from bot.domain.outcomes import Done, Lacking, Logged, Report, Step, Target
from bot.domain.parsing_reason import reason_of
from bot.domain.people import Actor
from bot.domain.refusal import Refusal
from bot.domain.saying import Reading, SaidAct
from bot.domain.saying_outcomes import Draft
from bot.domain.stages import StageKind
from bot.usecases import activities, deals, moving, roster
from bot.usecases.moving import Order, Win
from bot.usecases.saying_drafts import read
from store import drafts, stages, visible

Made = Logged | Done | Step | Lacking


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What a yes came to."""

    draft_id: int
    draft: Draft
    made: Made


def confirm(session: Session, actor: Actor, draft_id: int, now: datetime) -> Confirmed:
    """Does what the draft says and uses it up; where something is still wanted, a Step or Lacking
    says what, and the draft stays under the number handed back."""
    verb, text = drafts.take(session, actor.id, draft_id)
    draft = read(text)
    if not draft.settled:
        raise Refusal("draft-gone")
    made = _do(session, actor, draft, now)
    if isinstance(made, Step | Lacking):
        # What its form asks for is done there; the card keeps the draft to open it once more.
        draft_id = drafts.keep(session, actor.id, verb, text, now)
    return Confirmed(draft_id, draft, made)


def report_of(reading: Reading) -> Report:
    return Report(
        kind=reading.kind,
        note=reading.note,
        occurred_on=reading.occurred_on,
        next_step=reading.next_step,
        next_step_due_on=reading.due,
        next_step_time=reading.at,
        contact_name=reading.contact,
        contact_id=reading.contact_id,
    )


def _do(session: Session, actor: Actor, draft: Draft, now: datetime) -> Made:
    reading, target = draft.reading, draft.target or Target()
    if reading.act is SaidAct.LOG:
        if draft.target is None:
            raise Refusal("draft-gone")
        return activities.log(session, actor, target, report_of(reading), now)
    if reading.act is SaidAct.NEW:
        return deals.create(session, actor, _new(reading), now)
    deal = _deal(session, actor, target)
    if (lacks := to_fill(session, actor, draft)) is not None:
        return lacks
    match reading.act:
        case SaidAct.NEXT:
            words, due, at = reading.next_step, reading.due, reading.at
            return deals.set_next_step(session, actor, deal.id, words, due, now, at=at)
        case SaidAct.HOLD if reading.until is not None:
            return deals.hold(session, actor, deal.id, reading.until, reading.note, now)
        case SaidAct.ASSIGN if reading.person is not None:
            owner = roster.mentioned(session, reading.person)
            return deals.assign(session, actor, deal.id, owner.id, now)
        case SaidAct.EDIT:
            facts = _edited(deal, reading)
            return deals.edit(session, actor, deal.id, deal.version, facts, now)
        case SaidAct.REOPEN:
            return moving.reopen(session, actor, deal.id, now)
        case SaidAct.LOST:
            reason = reason_of(reading.note, stages.in_force(session).lost_reasons)
            return moving.lose(session, actor, deal.id, now, reason=reason)
        case SaidAct.WON:
            return moving.win(session, actor, deal.id, _win(reading), now)
    return moving.move(session, actor, deal.id, Order(reading.stage or ""), now)


def to_fill(session: Session, actor: Actor, draft: Draft) -> Lacking | None:
    """What has to be asked before this can be done at all."""
    reading, target = draft.reading, draft.target or Target()
    deal, playbook = _deal(session, actor, target), stages.in_force(session)
    if reading.act is SaidAct.NEXT and (not reading.next_step or reading.due is None):
        return Lacking("next", deal, playbook, reading.next_step)
    if reading.act is SaidAct.HOLD and (reading.until is None or not reading.note):
        return Lacking("hold", deal, playbook, reading.note, reading.until)
    if reading.act is SaidAct.ASSIGN and not _is_met(session, reading):
        return Lacking("assign", deal, playbook)
    if reading.act is SaidAct.LOST:
        reason = reason_of(reading.note, playbook.lost_reasons)
        key, _, note = reason.partition(":")
        known = playbook.reason(key)
        if not reason or (known is not None and known.needs is not None and not note.strip()):
            return Lacking("lost", deal, playbook, reason)
    return None


def _is_met(session: Session, reading: Reading) -> bool:
    """Whether the person named is one whom we know; anybody else is chosen in the form."""
    return reading.person is not None and len(roster.meant(session, reading.person)) == 1


def step_of(session: Session, actor: Actor, draft: Draft) -> Step | Lacking:
    """The form that fits a draft about one deal."""
    reading, target = draft.reading, draft.target or Target()
    deal, playbook = _deal(session, actor, target), stages.in_force(session)
    match reading.act:
        case SaidAct.WON:
            return moving.look_at_win(session, actor, deal.id)
        case SaidAct.LOST:
            reason = reason_of(reading.note, playbook.lost_reasons)
            return Lacking("lost", deal, playbook, reason)
        case SaidAct.MOVE:
            goal = playbook.get(reading.stage or "")
            if goal.kind is StageKind.WON:
                return moving.look_at_win(session, actor, deal.id)
            return moving.look(session, actor, deal.id, goal.key)
    form = {SaidAct.HOLD: "hold", SaidAct.ASSIGN: "assign"}.get(reading.act, "next")
    words = reading.note if form == "hold" else reading.next_step
    return Lacking(form, deal, playbook, words, reading.until)


def _deal(session: Session, actor: Actor, target: Target) -> Deal:
    if target.deal_id is None:
        raise Refusal("deal-gone")
    return visible.deal_to_change(session, actor, target.deal_id)


def _new(reading: Reading) -> deals.Draft:
    return deals.Draft(
        name=reading.name,
        account=reading.account,
        amount=reading.amount.value if reading.amount else None,
        currency=reading.amount.currency if reading.amount else None,
        closes_on=reading.closes_on,
    )


def with_facts(deal: Deal, reading: Reading) -> Deal:
    """The deal as it is to be: with the amount and the closing day that were said."""
    amount = reading.amount
    return replace(
        deal,
        amount=amount.value if amount else deal.amount,
        currency=(amount.currency if amount else None) or deal.currency,
        closes_on=reading.closes_on or deal.closes_on,
    )


def _edited(deal: Deal, reading: Reading) -> deals.Draft:
    told = with_facts(deal, reading)
    return deals.Draft(
        told.name, told.account_name or "", told.amount, told.currency, told.closes_on
    )


def _win(reading: Reading) -> Win:
    return Win(
        amount=reading.amount.value if reading.amount else None,
        currency=reading.amount.currency if reading.amount else None,
    )
