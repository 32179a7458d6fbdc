"""What people do with deals: new, next step, edit, assign, hold (usecases.moving has the rest)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from sqlalchemy.orm import Session

from bot.domain import giving
from bot.domain import people as rights
from bot.domain import stages as rules
from bot.domain.deal import Deal, later
from bot.domain.giving import Filled
from bot.domain.outcomes import Done
from bot.domain.people import Actor
from bot.domain.recurring import Recurrence
from bot.domain.refusal import Refusal
from bot.domain.stages import Stages
from bot.domain.timing import When, by_clock, settled
from bot.usecases import placing, touching
from store import deals, evidence, history, people, stages, visible

LONGEST_NAME = 200
MOST_WORDS = 3_000
"""As many signs as a field of a form holds, in which they are to be changed again."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A deal as someone describes it; a currency of None is the workspace's (without an amount,
    that of the owner's newest deal), a pipeline of "" the first; `answers` are the playbook's
    custom fields as typed."""

    name: str
    account: str = ""
    amount: Decimal | None = None
    currency: str | None = None
    closes_on: date | None = None
    pipeline: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)


def create(session: Session, actor: Actor, draft: Draft, now: datetime) -> Done:
    """A new deal of the actor's own in the first stage; its account is the one meant, or made in
    passing."""
    name = _clean_name(draft.name)
    act = history.begin(session, actor.id, "deal.create", now)
    account, placed = placing.place(act, actor, draft.account)
    playbook = stages.in_force(session)
    deal = deals.add(
        act,
        name=name,
        account_id=account.id if account else None,
        owner_id=actor.id,
        stage=playbook.within(draft.pipeline).first,
        amount=checked(draft.amount),
        currency=draft.currency or _currency(session, actor, draft),
        closes_on=draft.closes_on,
    )
    return Done(act.id, deal, None, playbook, placed)


def set_next_step(
    session: Session,
    actor: Actor,
    deal_id: int,
    what: str,
    due_on: date | None,
    now: datetime,
    rule: Recurrence | None = None,
    at: time | None = None,
) -> Done:
    """One dated promise, once or by a rule again and again; setting it is a touch. `due_on` and
    `at` are by the actor's own clock."""
    deal = visible.deal_to_change(session, actor, deal_id)
    if not deal.is_open:
        raise Refusal("next-closed", deal=deal.name)
    what = what.strip() or deal.next_step or ""
    if not what:
        raise Refusal("next-needs-what", deal=deal.name, field="what")
    if len(what) > MOST_WORDS:
        raise Refusal("contact-too-long", most=MOST_WORDS, field="what")
    owner = visible.owner_of(session, actor, deal) or actor.person
    due = settled(When(due_on, at), now, actor.person.zone, owner.zone)
    changes: dict[str, object] = {
        "next_step": what,
        "next_step_due_on": due.on,
        "next_step_time": due.at,
        "next_step_rule": rule,
    }
    return _changed(
        session, actor, deal, "deal.next_step", "next_step", now, _as_touch(deal, changes, now)
    )


def edit(
    session: Session, actor: Actor, deal_id: int, version: int, draft: Draft, now: datetime
) -> Done:
    """Name, account, amount and close date as a form gives them, against the version it showed."""
    deal = visible.deal_to_change(session, actor, deal_id)
    if deal.version != version:
        raise Refusal("deal-changed", deal=deal.name)
    act = history.begin(session, actor.id, "deal.edit", now)
    account = placing.named(act, draft.account, deal.owner_id)
    changes: dict[str, object] = {
        "name": _clean_name(draft.name),
        "account_id": account.id if account else None,
        "amount": checked(draft.amount),
        "currency": draft.currency or deal.currency,
        "closes_on": draft.closes_on,
    }
    substance = (draft.amount, draft.closes_on) != (deal.amount, deal.closes_on)
    changed = deals.change(act, deal, _as_touch(deal, changes, now) if substance else changes)
    playbook = stages.in_force(session)
    _answer(act, deal, playbook, draft.answers)
    if substance:
        touching.settle_questions(act, deal.id, "edit")
    else:
        touching.redraw_tellings(act, deal.id)
    return Done(act.id, changed, deal, playbook)


def set_close(
    session: Session, actor: Actor, deal_id: int, closes_on: date | None, now: datetime
) -> Done:
    """A new day on which the deal is expected to close, today or later."""
    deal = visible.deal_to_change(session, actor, deal_id)
    if not deal.is_open:
        raise Refusal("close-closed", deal=deal.name)
    if closes_on is None or closes_on < actor.today(now):
        raise Refusal("closes-to-come", field="closes")
    changes: dict[str, object] = {"closes_on": closes_on}
    return _changed(session, actor, deal, "deal.edit", "edit", now, _as_touch(deal, changes, now))


def _answer(act: history.Act, deal: Deal, playbook: Stages, typed: Mapping[str, str]) -> None:
    """Writes the custom fields down; one left empty is emptied."""
    given = giving.read(playbook.fields, Filled(typed)).answers
    held = evidence.known(act.session, deal).answers
    for key in (one.key for one in playbook.fields if one.key in typed):
        value = given.get(key, "")
        if value or key in held:
            evidence.answer(act, deal.id, key, value, deal.playbook_version)


def assign(session: Session, actor: Actor, deal_id: int, owner_id: int, now: datetime) -> Done:
    """Hands a deal to someone else, who hears of it; the moment of its next step stays."""
    deal = visible.deal_to_assign(session, actor, deal_id)
    owner = people.get(session, owner_id)
    if owner.gone_on is not None:
        raise Refusal("assign-gone", person=owner.name, field="owner")
    rights.require_taker(actor, visible.owner_of(session, actor, deal), owner)
    if owner.id == deal.owner_id:
        raise Refusal("assign-same", deal=deal.name, person=owner.name, field="owner")
    act = history.begin(session, actor.id, "deal.assign", now)
    changes: dict[str, object] = {"owner_id": owner.id}
    if deal.next_step_at is not None:
        due = by_clock(deal.next_step_at, owner.zone)
        changes |= {"next_step_due_on": due.on, "next_step_time": due.at}
    changed = deals.change(act, deal, changes)
    touching.tell_new_owner(act, deal.id, owner)
    touching.redraw_tellings(act, deal.id)
    return Done(act.id, changed, deal, stages.in_force(session))


def hold(
    session: Session, actor: Actor, deal_id: int, until: date, reason: str, now: datetime
) -> Done:
    """Quiets the questions about a deal until a day, with a reason."""
    deal = visible.deal_to_change(session, actor, deal_id)
    if len(reason.strip()) > MOST_WORDS:
        raise Refusal("contact-too-long", most=MOST_WORDS, field="reason")
    changes = rules.hold(deal, until, reason.strip(), actor.today(now))
    return _changed(session, actor, deal, "deal.hold", "hold", now, changes)


def _changed(
    session: Session,
    actor: Actor,
    deal: Deal,
    action: str,
    answer: str,
    now: datetime,
    changes: dict[str, object],
) -> Done:
    act = history.begin(session, actor.id, action, now)
    changed = deals.change(act, deal, changes)
    touching.settle_questions(act, deal.id, answer)
    return Done(act.id, changed, deal, stages.in_force(session))


def _as_touch(deal: Deal, changes: dict[str, object], now: datetime) -> dict[str, object]:
    return changes | {"last_touch_at": later(deal.last_touch_at, now)}


def _currency(session: Session, actor: Actor, draft: Draft) -> str:
    """The workspace's for an amount; without one yet the one that its owner sells in, so that no
    line of a report in dollars stands beside the won of a team that never sold in any."""
    if draft.amount is not None:
        return actor.workspace.currency
    return deals.usual_currency(session, actor.id) or actor.workspace.currency


def _clean_name(name: str) -> str:
    clean = name.replace("\r", " ").replace("\n", " ").strip()
    if not clean:
        raise Refusal("new-needs-name", field="name")
    if len(clean) > LONGEST_NAME:
        raise Refusal("new-name-too-long", most=LONGEST_NAME, field="name")
    return clean


def checked(amount: Decimal | None) -> Decimal | None:
    """Exactly representable and not negative; anything else is told beside the field."""
    if amount is None:
        return None
    if not amount.is_finite() or amount < 0 or amount >= Decimal(10) ** 13:
        raise Refusal("amount-out-of-range", field="amount")
    if amount != amount.quantize(Decimal("0.0001")):
        raise Refusal("amount-too-fine", field="amount")
    return amount
