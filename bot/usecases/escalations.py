"""Telling managers of their people's deals whose third question went unanswered: a list a day."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain import nudging
from bot.domain.deal import Deal, Status
from bot.domain.people import Actor, Person, may_change_deal
from bot.domain.tellings import EscalationLine, EscalationPage
from bot.domain.verdict import Verdict
from store import deals, escalations, history, outbox, people, stages, workspaces
from store.deals import Wanted

KIND = "escalation"
REDRAWN = "escalation.redraw"
REDRAW_WITHIN = timedelta(hours=1)
STAYS_FRESH = timedelta(days=14)
"""A message older than this is left as it is."""

TOLD = "listed-today"
NOTHING = "nothing-unanswered"


def tell(session: Session, manager: Person, now: datetime) -> Verdict:
    """Today's list and the message that shows it, or why there is none."""
    today = manager.today(now)
    if escalations.was_told_on(session, manager.id, today):
        return Verdict(manager, 0, TOLD)
    owners = {person.id: person.today(now) for person in people.team_of(session, manager.id)}
    waiting = escalations.unanswered(session, list(owners), nudging.ESCALATES_AT)
    listed = escalations.last_listed(session, manager.id, [one.deal.id for one in waiting])
    listing = nudging.listing(waiting, listed, owners, manager, today)
    if listing is None:
        return Verdict(manager, 0, NOTHING)
    list_id = escalations.add(session, manager.id, today, listing, now)
    if list_id is None:
        return Verdict(manager, 0, TOLD)
    outbox.promise(
        session,
        recipient_id=manager.id,
        kind=KIND,
        facts={"escalation_id": list_id},
        dedup_key=dedup_key(list_id),
        now=now,
        expires_at=manager.end_of_work(today),
    )
    return Verdict(manager, len(listing.deals))


def dedup_key(escalation_id: int) -> str:
    return f"{KIND}:{escalation_id}"


def place(session: Session, escalation_id: int) -> tuple[str, str] | None:
    """Where the list's message stands, once it was sent."""
    return outbox.place_of(session, KIND, dedup_key(escalation_id))


def redraw(act: history.Act, deal_id: int) -> None:
    """Promises that the list which a deal stands on will show what became of it."""
    list_id = escalations.newest_about(act.session, deal_id, act.at - STAYS_FRESH)
    if list_id is None:
        return
    outbox.promise(
        act.session,
        recipient_id=escalations.get(act.session, list_id).manager_id,
        kind=REDRAWN,
        facts={"escalation_id": list_id},
        dedup_key=f"{REDRAWN}:{list_id}:{deal_id}:{act.id}",
        now=act.at,
        expires_at=act.at + REDRAW_WITHIN,
    )


def page(session: Session, escalation_id: int, now: datetime) -> EscalationPage:
    """A list as it stands now: what still waits, and what became of the rest."""
    told = escalations.get(session, escalation_id)
    manager = people.get(session, told.manager_id)
    actor = Actor(manager, workspaces.bound(session))
    ids = tuple(one.deal_id for one in told.items)
    found = {
        deal.id: deal for deal in deals.all_matching(session, Wanted(ids=ids, open_only=False))
    }
    return EscalationPage(
        lines=tuple(
            _line(session, found[one.deal_id], one, actor)
            for one in told.items
            if one.deal_id in found
        ),
        more=told.more,
        stages=stages.in_force(session),
        today=manager.today(now),
    )


def _line(session: Session, deal: Deal, item: escalations.Item, manager: Actor) -> EscalationLine:
    owner = people.find(session, deal.owner_id) or people.get(session, item.asked_id)
    return EscalationLine(
        deal=deal,
        owner=owner,
        findings=item.question.findings,
        times=item.question.times,
        asked_on=item.asked_on,
        answer=item.question.answer or _settled_by(deal, item.asked_id),
        is_assignable=may_change_deal(manager, owner),
    )


def _settled_by(deal: Deal, asked_id: int) -> str | None:
    """What has become of a deal that nobody answered about, where the question is moot now."""
    if deal.owner_id != asked_id:
        return "assign"
    return {Status.WON: "won", Status.LOST: "lost"}.get(deal.status)
