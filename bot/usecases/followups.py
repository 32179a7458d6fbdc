"""Reminding owners in the morning of the next steps that are due, overdue, or free of a hold."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain import following
from bot.domain.deal import Deal
from bot.domain.following import Kind, Reminders, Why
from bot.domain.nudging import Asked
from bot.domain.people import Person
from bot.domain.preferences import Message, Reminding
from bot.domain.signals import on_hold
from bot.domain.tellings import FollowupLine, FollowupPage
from bot.domain.verdict import Verdict
from store import deals, followups, history, imports, nudges, outbox, people, stages
from store.deals import Wanted

KIND = "followup"
REDRAWN = "followup.redraw"
QUESTIONS_REDRAWN = "nudge.redraw"
REDRAW_WITHIN = timedelta(hours=1)
SETTLING = timedelta(days=30)
"""Imports of longer ago have settled, whatever the owners' days off."""

STAYS_FRESH = timedelta(days=7)
"""A message older than this is left as it is."""


def remind(session: Session, person: Person, now: datetime) -> Verdict:
    """This morning's reminders and the message that tells them, or why there is none."""
    today = person.today(now)
    if followups.was_told_on(session, person.id, today):
        return Verdict(person, 0, Why.TOLD)
    due = deals.due_of(session, person.id, today)
    late = _came_late(session, person, due, now)
    due = [deal for deal in due if deal.id not in late]
    asked = nudges.last_asked(session, [deal.id for deal in due])
    decided = following.reminders(due, asked, person, today)
    is_news = bool(_news(session, person, late, now))
    if decided is Why.NOTHING and is_news:
        decided = Reminders((), 0)
    if isinstance(decided, Why):
        return Verdict(person, 0, decided)
    single = person.reminding is Reminding.SINGLE
    followup_id = followups.add(session, person.id, today, decided, now, is_single=single)
    if followup_id is None:
        return Verdict(person, 0, Why.TOLD)
    for deal_id in _messages(decided, single=single, is_news=is_news):
        outbox.promise(
            session,
            recipient_id=person.id,
            kind=KIND,
            facts={"followup_id": followup_id, "deal_id": deal_id},
            dedup_key=dedup_key(followup_id, deal_id),
            now=now,
            expires_at=person.end_of_work(today),
        )
    return Verdict(person, len(decided.shown) or len(late))


def _messages(decided: Reminders, *, single: bool, is_news: bool) -> list[int | None]:
    """The deals that have a message of their own; None for the one that tells of all the rest."""
    if not single:
        return [None]
    own = [one.deal.id for one in decided.shown]
    return [*own, None] if is_news else [*own]


def _came_late(
    session: Session, person: Person, due: Sequence[Deal], at: datetime
) -> dict[int, datetime]:
    """Of some deals those whose next step an import brought overdue, with its moment."""
    brought = imports.brought_since(session, [deal.id for deal in due], at - SETTLING)
    return {
        deal.id: brought[deal.id]
        for deal in due
        if following.came_late(deal, brought.get(deal.id), person, person.today(at))
    }


def _news(
    session: Session, person: Person, late: Mapping[int, datetime], told_at: datetime
) -> list[int]:
    """Those that came since the person was reminded the last time before: they are told once."""
    if not late:
        return []
    before = followups.told_before(session, person.id, told_at)
    return [
        deal_id
        for deal_id, brought_at in late.items()
        if brought_at <= told_at and (before is None or brought_at > before)
    ]


def due_beside(
    session: Session, person: Person, now: datetime
) -> tuple[list[Deal], Mapping[int, Asked]]:
    """The deals that may be told of in the message with this morning's questions, and the last
    question about each; none where the steps go out in messages of their own, or have gone out."""
    today = person.today(now)
    if person.reminding is Reminding.SINGLE or not person.wants(Message.FOLLOWUPS):
        return [], {}
    if followups.was_told_on(session, person.id, today):
        return [], {}
    due = deals.due_of(session, person.id, today)
    late = _came_late(session, person, due, now)
    due = [deal for deal in due if deal.id not in late]
    return due, nudges.last_asked(session, [deal.id for deal in due])


def page_beside(session: Session, person_id: int, day: date, now: datetime) -> FollowupPage | None:
    """The reminders in the message with a day's questions, as they stand now."""
    followup_id = followups.beside(session, person_id, day)
    return None if followup_id is None else page(session, followup_id, None, now)


def dedup_key(followup_id: int, deal_id: int | None) -> str:
    """A message of its own for a deal, or one for all of them."""
    return f"{KIND}:{followup_id}" if deal_id is None else f"{KIND}:{followup_id}:{deal_id}"


def place(session: Session, followup_id: int, deal_id: int | None) -> tuple[str, str] | None:
    """Where the message stands, once it was sent."""
    return outbox.place_of(session, KIND, dedup_key(followup_id, deal_id))


def redraw(act: history.Act, deal_id: int) -> None:
    """Promises that the reminder which told of a deal will show how it stands now."""
    followup_id = followups.newest_about(act.session, deal_id, act.at - STAYS_FRESH)
    if followup_id is None:
        return
    told = followups.get(act.session, followup_id)
    nudge_id = nudges.of_day(act.session, told.person_id, told.told_on) if told.is_beside else None
    if nudge_id is not None:
        redraw_questions(act, [nudge_id])
        return
    outbox.promise(
        act.session,
        recipient_id=told.person_id,
        kind=REDRAWN,
        facts={"followup_id": told.id, "deal_id": deal_id if told.is_single else None},
        dedup_key=f"{REDRAWN}:{told.id}:{deal_id}:{act.id}",
        now=act.at,
        expires_at=act.at + REDRAW_WITHIN,
    )


def redraw_questions(act: history.Act, nudge_ids: Sequence[int]) -> None:
    """Promises that the bundles' messages will show how things stand now."""
    for nudge_id in nudge_ids:
        outbox.promise(
            act.session,
            recipient_id=nudges.get(act.session, nudge_id).person_id,
            kind=QUESTIONS_REDRAWN,
            facts={"nudge_id": nudge_id},
            dedup_key=f"{QUESTIONS_REDRAWN}:{nudge_id}:{act.id}",
            now=act.at,
            expires_at=act.at + REDRAW_WITHIN,
        )


def page(session: Session, followup_id: int, deal_id: int | None, now: datetime) -> FollowupPage:
    """The reminders as they stand now, of one deal alone where it has its own message."""
    told = followups.get(session, followup_id)
    rest = () if told.is_single else told.items
    items = rest if deal_id is None else [one for one in told.items if one.deal_id == deal_id]
    ids = tuple(one.deal_id for one in items)
    person = people.get(session, told.person_id)
    today = person.today(now)
    found = {
        deal.id: deal for deal in deals.all_matching(session, Wanted(ids=ids, open_only=False))
    }
    return FollowupPage(
        lines=tuple(
            _line(deal, one, told, today)
            for one in items
            if (deal := found.get(one.deal_id)) is not None
        ),
        more=told.more if deal_id is None else 0,
        stages=stages.in_force(session),
        today=today,
        brought=_brought(session, person, told) if deal_id is None else 0,
    )


def _brought(session: Session, person: Person, told: followups.Followup) -> int:
    """How many of the next steps that had come overdue by a morning still wait."""
    late = _came_late(session, person, deals.due_of(session, person.id, told.told_on), told.told_at)
    return len(_news(session, person, late, told.told_at))


def _line(deal: Deal, item: followups.Item, told: followups.Followup, today: date) -> FollowupLine:
    settled = _is_settled(deal, item, told, today)
    put_off = settled and _is_put_off(deal, item, told, today)
    return FollowupLine(deal, item.kind, item.step, item.on, settled, put_off)


def _is_put_off(deal: Deal, item: followups.Item, told: followups.Followup, today: date) -> bool:
    """The same step on another day, or a hold: with nothing logged since, so that a step which
    comes again and was done is not taken for one that was put off."""
    if not deal.is_open or deal.owner_id != told.person_id:
        return False
    if deal.last_activity_at is not None and deal.last_activity_at > told.told_at:
        return False
    again = item.kind is not Kind.HOLD_ENDED and (deal.next_step or "") == item.step
    return again or on_hold(deal, today)


def _is_settled(deal: Deal, item: followups.Item, told: followups.Followup, today: date) -> bool:
    """Whether the deal has gone on: closed, someone else's, on hold, another step or day, a touch
    after a hold. Told from the deal itself, so that an undo opens it again."""
    if not deal.is_open or deal.owner_id != told.person_id or on_hold(deal, today):
        return True
    if item.kind is Kind.HOLD_ENDED:
        return deal.last_touch_at > told.told_at or deal.held_until != item.on
    return (deal.next_step or "", deal.next_step_due_on) != (item.step, item.on)
