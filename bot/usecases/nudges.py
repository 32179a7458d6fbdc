"""Asking owners about the deals that went quiet: one bundle a person and working day."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.domain import nudging
from bot.domain.deal import Deal, Status
from bot.domain.nudging import Why
from bot.domain.outcomes import NudgeLine, NudgePage
from bot.domain.people import Actor, Person
from bot.domain.refusal import Refusal
from bot.domain.verdict import Verdict
from bot.usecases import touching
from bot.usecases.staleness import speaking_deals
from store import counts, deals, history, nudges, outbox, people, stages, visible
from store.deals import Wanted

KIND = "nudge"


def ask(session: Session, person: Person, now: datetime) -> Verdict:
    """Today's bundle of questions and the message that asks them, or why there is none."""
    today = person.today(now)
    if nudges.was_asked_on(session, person.id, today):
        return Verdict(person, 0, Why.ASKED)
    speaking = speaking_deals(session, person, stages.in_force(session), today)
    asked = nudges.last_asked(session, [deal.id for deal, _ in speaking])
    decided = nudging.bundle(speaking, asked, person, today)
    if isinstance(decided, Why):
        return Verdict(person, 0, decided)
    nudge_id = nudges.add(session, person.id, today, decided.questions, decided.more, now)
    if nudge_id is None:
        return Verdict(person, 0, Why.ASKED)
    outbox.promise(
        session,
        recipient_id=person.id,
        kind=KIND,
        facts={"nudge_id": nudge_id},
        dedup_key=dedup_key(person.id, today),
        now=now,
        expires_at=person.end_of_work(today),
    )
    return Verdict(person, len(decided.questions))


def dedup_key(person_id: int, day: date) -> str:
    return f"{KIND}:{person_id}:{day.isoformat()}"


def place(session: Session, nudge_id: int) -> tuple[str, str] | None:
    """Where the bundle's message stands, once it was sent."""
    bundle = nudges.get(session, nudge_id)
    return outbox.place_of(session, KIND, dedup_key(bundle.person_id, bundle.asked_on))


def page(session: Session, nudge_id: int, now: datetime) -> NudgePage:
    """A bundle as it stands now: what still waits, and how the rest was settled."""
    bundle = nudges.get(session, nudge_id)
    person = people.get(session, bundle.person_id)
    ids = tuple(item.deal_id for item in bundle.items)
    has, coming = counts.open_deals(session, person.id, person.today(now))
    manager = people.find(session, person.manager_id)
    found = {
        deal.id: deal for deal in deals.all_matching(session, Wanted(ids=ids, open_only=False))
    }
    return NudgePage(
        nudge_id=nudge_id,
        lines=tuple(
            NudgeLine(deal, item.findings, item.times, item.answer or _settled_by(deal, person))
            for item in bundle.items
            if (deal := found.get(item.deal_id)) is not None
        ),
        more=bundle.more,
        stages=stages.in_force(session),
        today=person.today(now),
        without_step=has - coming,
        manager=manager.name if manager and manager.gone_on is None else None,
    )


def set_aside(
    session: Session, actor: Actor, nudge_id: int, deal_id: int, now: datetime
) -> tuple[int, Deal]:
    """The one asked says that a question did not help: it rests. Returns the act's id."""
    bundle = nudges.get(session, nudge_id)
    if bundle.person_id != actor.id:
        raise Refusal("nudge-not-yours")
    deal = visible.deal(session, deal_id)
    act = history.begin(session, actor.id, "nudge.unhelpful", now)
    settled = nudges.settle(act, deal_id, nudging.UNHELPFUL)
    if not settled:
        raise Refusal("nudge-settled")
    touching.redraw(act, settled)
    return act.id, deal


def _settled_by(deal: Deal, asked: Person) -> str | None:
    """What has become of a deal that nobody answered about, where the question is moot now."""
    if deal.owner_id != asked.id:
        return "assign"
    return {Status.WON: "won", Status.LOST: "lost"}.get(deal.status)
