"""How far figures can be trusted, how measures went week by week, and the leaders' own loop."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from statistics import median

from sqlalchemy.orm import Session

from bot.domain.adoption import FEWEST_DAYS, monday_of
from bot.domain.deal import Status
from bot.domain.facts import WeekFacts
from bot.domain.people import Role
from bot.domain.periods import Period
from bot.domain.trust import Loop, Measures, Trust
from bot.usecases import digests, facts
from store import feedback, outbox, people, reports, workspaces
from store.slices import Slice

TENTH = Decimal("0.1")
TOUCHED_WITHIN = timedelta(days=30)
WEEK = timedelta(days=7)
SOON = timedelta(days=7)
"""A word that comes within this time after a digest answers it."""

HOUR = timedelta(hours=1)


def trust(session: Session, now: datetime, only: frozenset[int] | None) -> Trust:
    """Open deals, and of these the ones touched within the month, those with a closing date in
    the past, and those without an amount."""
    every, *parts = trust_slices(session, now, only).values()
    told = reports.trust(session, every, parts)
    return Trust(told[0], *told[1:4])


def trust_slices(session: Session, now: datetime, only: frozenset[int] | None) -> dict[str, Slice]:
    """Which deals these are; the open ones first, those not touched last."""
    today = now.astimezone(workspaces.bound(session).zone).date()
    since, open_now = now - TOUCHED_WITHIN, Slice(statuses=(Status.OPEN,), owner_ids=only)
    return {
        "open": open_now,
        "touched": replace(open_now, touched_since=since),
        "past": replace(open_now, closes_before=today),
        "bare": replace(open_now, bare=True),
        "untouched": replace(open_now, untouched_since=since),
    }


def weekly(
    session: Session, period: Period, now: datetime, only: frozenset[int] | None
) -> list[Measures]:
    """The measures of each week of a period that is over, by the facts."""
    today = now.astimezone(workspaces.bound(session).zone).date()
    reps = {
        one.id
        for one in people.everyone(session, gone_too=True)
        if one.role is Role.REP and (only is None or one.id in only)
    }
    told, monday = [], monday_of(period.first)
    while monday <= period.last and monday + WEEK <= today:
        done, stood = facts.look_at_week(session, monday)
        theirs = [week for one, week in stood.items() if one in reps]
        active = sum(one.active_days for person_id, one in done.items() if person_id in reps)
        told.append(_measured(monday, theirs, active))
        monday += WEEK
    return told


def _measured(monday: date, weeks: Sequence[WeekFacts], active_days: int) -> Measures:
    open_deals = sum(week.open_deals for week in weeks)
    scores = [Decimal(week.met) / week.rules for week in weeks if week.rules]
    days = sum(week.working_days for week in weeks)
    return Measures(
        week=monday,
        hygiene=_percent(sum(scores, Decimal(0)), len(scores), 1),
        rhythm=_percent(active_days, days, FEWEST_DAYS),
        next_step=_percent(sum(week.with_next_step for week in weeks), open_deals, 1),
        fresh=_percent(open_deals - sum(week.stale for week in weeks), open_deals, 1),
    )


def _percent(part: Decimal | int, whole: int, fewest: int) -> Decimal | None:
    if whole < fewest:
        return None
    return (100 * Decimal(part) / whole).quantize(TENTH, ROUND_HALF_EVEN)


def loop(session: Session, period: Period, only: frozenset[int] | None) -> list[Loop]:
    """Each manager who was sent digests in a period, the least answered first."""
    begins, ends = period.moments(workspaces.bound(session).zone)
    sent = outbox.sent_in(session, digests.KIND, begins, ends)
    words: defaultdict[int, list[datetime]] = defaultdict(list)
    for from_id, at in feedback.given_by(session, begins, ends + SOON):
        words[from_id].append(at)
    found: list[Loop] = []
    for manager_id in sorted({one.recipient_id for one in sent}):
        if only is not None and manager_id not in only:
            continue
        theirs = [one for one in sent if one.recipient_id == manager_id]
        waits = [
            next(((at - one.sent_at) / HOUR for at in words[manager_id] if at >= one.sent_at), None)
            for one in theirs
        ]
        answered = [hours for hours in waits if hours is not None and hours * HOUR <= SOON]
        found.append(
            Loop(
                manager=people.get(session, manager_id),
                digests=len(theirs),
                seen=sum(one.was_seen for one in theirs),
                words=sum(at < ends for at in words[manager_id]),
                hours=Decimal(str(round(median(answered), 1))) if answered else None,
            )
        )
    return sorted(found, key=lambda one: (Decimal(one.seen) / one.digests, one.words))
