"""Reminding owners of a next step some minutes before its time of day, once."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.domain.deal import Deal
from bot.domain.preferences import Message
from bot.domain.signals import on_hold
from bot.domain.tellings import StepPage
from bot.domain.timing import LATEST, LEADS, moment, remind_at
from bot.domain.verdict import Verdict
from bot.usecases.followups import REDRAW_WITHIN, STAYS_FRESH
from store import history, outbox, people, stages, step_reminders, visible
from store.step_reminders import Coming, StepReminder, Wall

KIND = "step"
REDRAWN = "step.redraw"
_AHEAD = timedelta(minutes=max(LEADS))
_A_DAY = timedelta(days=1)


def due(session: Session, now: datetime) -> list[Coming]:
    """Whose reminder's moment has come, and has not gone by; a cheap question, asked often."""
    spans = {wall for tz in step_reminders.zones(session) for wall in walls(now, ZoneInfo(tz))}
    up = [one for one in step_reminders.coming(session, sorted(spans)) if _is_up(one, now)]
    if not up:
        return []
    told = step_reminders.told(session, up)
    return [one for one in up if (one.owner_id, one.deal_id, one.due_on, one.at) not in told]


def walls(now: datetime, zone: ZoneInfo) -> Iterator[Wall]:
    """The times, by the clocks of a zone, of the steps that may be up; more of them around a change
    of clocks, as a time that it leaves out is another by then."""
    begins, ends = now - LATEST, now + _AHEAD
    near = (begins - _A_DAY, begins, ends, ends + _A_DAY)
    offsets = [at.astimezone(zone).utcoffset() or timedelta() for at in near]
    slack = max(offsets) - min(offsets)
    first = begins.astimezone(zone).replace(tzinfo=None) - slack
    last = ends.astimezone(zone).replace(tzinfo=None) + slack
    for days in range((last.date() - first.date()).days + 1):
        on = first.date() + days * _A_DAY
        yield Wall(
            on,
            first.time() if on == first.date() else time.min,
            last.time() if on == last.date() else time.max,
        )


def _is_up(one: Coming, now: datetime) -> bool:
    """Not before the minutes that its owner chose, nor long after its time, nor on hold."""
    zone = ZoneInfo(one.tz)
    if one.held_until is not None and one.held_until > now.astimezone(zone).date():
        return False
    due_at = moment(one.due_on, one.at, zone)
    at = remind_at(due_at, timedelta(minutes=one.remind_before), one.touched_at)
    return at <= now < due_at + LATEST


def remind(session: Session, now: datetime) -> list[Verdict]:
    """Writes down and promises every reminder that is due; one each for whoever is told."""
    verdicts: list[Verdict] = []
    for one in due(session, now):
        person, deal = people.get(session, one.owner_id), visible.deal(session, one.deal_id)
        if not person.wants(Message.FOLLOWUPS) or deal.next_step_at is None:
            continue
        reminder_id = step_reminders.add(session, person.id, deal, now)
        if reminder_id is None:
            continue
        outbox.promise(
            session,
            recipient_id=person.id,
            kind=KIND,
            facts={"reminder_id": reminder_id},
            dedup_key=_key(reminder_id),
            now=now,
            expires_at=deal.next_step_at + LATEST,
        )
        verdicts.append(Verdict(person, 1))
    return verdicts


def _key(reminder_id: int) -> str:
    return f"{KIND}:{reminder_id}"


def place(session: Session, reminder_id: int) -> tuple[str, str] | None:
    """Where the message stands, once it was sent."""
    return outbox.place_of(session, KIND, _key(reminder_id))


def redraw(act: history.Act, deal_id: int) -> None:
    """Promises that the reminder which told of a deal will show how it stands now."""
    reminder_id = step_reminders.newest_about(act.session, deal_id, act.at - STAYS_FRESH)
    if reminder_id is None:
        return
    outbox.promise(
        act.session,
        recipient_id=step_reminders.get(act.session, reminder_id).person_id,
        kind=REDRAWN,
        facts={"reminder_id": reminder_id},
        dedup_key=f"{REDRAWN}:{reminder_id}:{act.id}",
        now=act.at,
        expires_at=act.at + REDRAW_WITHIN,
    )


def page(session: Session, reminder_id: int, now: datetime) -> StepPage | None:
    """The reminder as it stands now; None where the deal is no longer there."""
    told = step_reminders.get(session, reminder_id)
    deal = visible.deal_if_there(session, told.deal_id)
    if deal is None:
        return None
    today = people.get(session, told.person_id).today(now)
    is_over = not deal.is_open or deal.owner_id != told.person_id
    waits = on_hold(deal, today)
    same = (deal.next_step or "") == told.step
    stands = same and (deal.next_step_due_on, deal.next_step_time) == (told.due_on, told.at)
    return StepPage(
        deal=deal,
        step=told.step,
        due_at=told.due_at,
        is_settled=is_over or waits or not stands,
        is_put_off=not is_over and (waits or same) and not _is_logged_on(deal, told),
        stages=stages.in_force(session),
        today=today,
    )


def _is_logged_on(deal: Deal, told: StepReminder) -> bool:
    """Whether something was logged since: a step that comes again was done then, not put off."""
    return deal.last_activity_at is not None and deal.last_activity_at > told.told_at
