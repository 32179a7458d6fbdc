"""Asking owners about the deals that went quiet: one bundle a person and working day."""

from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from bot.domain import nudging
from bot.domain.deal import Deal, Status
from bot.domain.outcomes import NudgeLine, NudgePage
from bot.domain.people import Person
from bot.domain.verdict import Verdict
from bot.usecases.staleness import stale_deals
from store import deals, nudges, outbox, people, stages
from store.deals import Wanted

KIND = "nudge"


def ask(session: Session, person: Person, now: datetime) -> Verdict:
    """Today's bundle of questions and the message that asks them, or why there is none."""
    today = person.today(now)
    if nudges.was_asked_on(session, person.id, today):
        return Verdict(person, 0, "asked-today")
    stale = stale_deals(session, person, stages.in_force(session), today)
    if not stale:
        return Verdict(person, 0, "nothing-stale")
    asked = nudges.last_asked(session, [deal.id for deal, _ in stale])
    wanted = nudging.questions(stale, asked, person, today)
    if not wanted:
        return Verdict(person, 0, "waiting-for-answers")
    chosen = wanted[: nudging.MOST_DEALS]
    more = len(wanted) - len(chosen)
    nudge_id = nudges.add(session, person.id, today, chosen, more, now)
    if nudge_id is None:
        return Verdict(person, 0, "asked-today")
    outbox.promise(
        session,
        recipient_id=person.id,
        kind=KIND,
        facts={"nudge_id": nudge_id},
        dedup_key=dedup_key(person.id, today),
        now=now,
        expires_at=datetime.combine(today, person.workday_end, person.zone).astimezone(UTC),
    )
    return Verdict(person, len(chosen))


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
    )


def _settled_by(deal: Deal, asked: Person) -> str | None:
    """What has become of a deal that nobody answered about, where the question is moot now."""
    if deal.owner_id != asked.id:
        return "assign"
    return {Status.WON: "won", Status.LOST: "lost"}.get(deal.status)
