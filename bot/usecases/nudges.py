"""Asking owners about the deals that went quiet: one bundle a person and working day."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain import nudging
from bot.domain.outcomes import NudgeLine, NudgePage
from bot.domain.people import Person
from bot.domain.stages import Stages
from bot.usecases import lists
from store import deals, nudges, outbox, people, stages, visible

KIND = "nudge"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a run decided for one person, and if nothing, why not."""

    person: Person
    deals: int
    because: str = ""


def nudge_everyone(session: Session, now: datetime) -> list[Decision]:
    """Asks whoever is at work, has stale deals, and was not asked yet on their own day."""
    playbook = stages.in_force(session)
    return [
        _nudge(session, person, playbook, now)
        for person in people.everyone(session)
        if person.slack_user_id is not None
    ]


def _nudge(session: Session, person: Person, playbook: Stages, now: datetime) -> Decision:
    if not person.at_work(now):
        return Decision(person, 0, "off_work")
    today = person.today(now)
    if nudges.was_asked_on(session, person.id, today):
        return Decision(person, 0, "asked_today")
    candidates = deals.quiet_of(session, person.id, _quiet_before(playbook, now), now)
    lines = lists.lines(session, candidates, playbook, now)
    asked = nudges.last_asked(session, [deal.id for deal in candidates])
    wanted = nudging.questions([(line.deal, line.findings) for line in lines], asked, person, today)
    if not wanted:
        return Decision(person, 0, "nothing_stale")
    chosen = wanted[: nudging.MOST_DEALS]
    nudge_id = nudges.add(session, person.id, today, chosen, len(wanted) - len(chosen), now)
    outbox.promise(
        session,
        recipient_id=person.id,
        kind=KIND,
        facts={"nudge_id": nudge_id},
        dedup_key=dedup_key(nudge_id),
        now=now,
        expires_at=_end_of_work(person, now),
    )
    return Decision(person, len(chosen))


def dedup_key(nudge_id: int) -> str:
    return f"{KIND}:{nudge_id}"


def _quiet_before(playbook: Stages, now: datetime) -> datetime:
    """No deal touched, or moved, after this can be stale: working days are never fewer than
    calendar days."""
    soonest = min(min(stage.silent_after, stage.expected_days) for stage in playbook.open)
    return now - timedelta(days=soonest)


def _end_of_work(person: Person, now: datetime) -> datetime:
    ends = datetime.combine(person.today(now), person.workday_end, person.zone)
    return ends.astimezone(UTC)


def page(session: Session, nudge_id: int, now: datetime) -> NudgePage:
    """A bundle as it stands now: what is still open, and how the rest was settled."""
    bundle = nudges.get(session, nudge_id)
    person = people.get(session, bundle.person_id)
    found = [(item, visible.deal_if_there(session, item.deal_id)) for item in bundle.items]
    return NudgePage(
        nudge_id=nudge_id,
        lines=tuple(
            NudgeLine(deal, item.findings, item.answer) for item, deal in found if deal is not None
        ),
        more=bundle.more,
        stages=stages.in_force(session),
        today=person.today(now),
    )
