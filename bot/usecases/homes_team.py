"""A manager's part of Home: the team's week so far, and the deals that need a word from them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain import nudging
from bot.domain.adoption import monday_of
from bot.domain.homes import RepNow, TeamNow
from bot.domain.people import Actor, Person, Role
from bot.domain.periods import Period
from bot.domain.stages import Stages
from bot.usecases import lists, report_weeks
from store import counts, escalations, homes, people

SHOWN = 8
"""Reps with a line of their own; the rest are a tap away."""

SHOWN_DEALS = 5


def look(session: Session, actor: Actor, playbook: Stages, now: datetime) -> TeamNow:
    team = people.team_of(session, actor.id)
    monday = monday_of(actor.today(now))
    reps = [one for one in team if one.role is Role.REP]
    deeds = _deeds(session, reps, monday, now)
    standing = homes.open_and_stale(session, team, playbook.ever_open, now)
    lines = sorted(
        (
            RepNow(
                person=one,
                working_days=report_weeks.working_days(one, _so_far(one, monday, now)),
                active_days=deeds[one.id].active_days,
                activities=deeds[one.id].activities,
                open_deals=standing.get(one.id, (0, 0))[0],
                stale=standing.get(one.id, (0, 0))[1],
            )
            for one in reps
        ),
        key=lambda rep: (*rep.urgency, rep.person.name),
    )
    owner_ids = [one.id for one in team]
    waiting = escalations.unanswered(session, owner_ids, nudging.ESCALATES_AT)
    oldest = sorted(waiting, key=lambda one: (one.deal.last_touch_at, one.deal.id))
    needy = [one.deal for one in oldest][:SHOWN_DEALS]
    if len(needy) < SHOWN_DEALS and team:
        most, known = SHOWN_DEALS - len(needy), [one.id for one in needy]
        needy += homes.stale(session, team, playbook.ever_open, now, most, known)
    return TeamNow(
        reps=tuple(lines[:SHOWN]),
        more=max(0, len(lines) - SHOWN),
        size=len(lines),
        stale=sum(stale for _, stale in standing.values()),
        needy=tuple(lists.lines(session, needy, playbook, now)),
        unanswered=frozenset(one.deal.id for one in waiting),
    )


def _so_far(rep: Person, monday: date, now: datetime) -> Period:
    """The manager's week, as far as the rep's own days have come in it."""
    return Period(monday, min(rep.today(now), monday + timedelta(days=6)))


def _deeds(
    session: Session, reps: Sequence[Person], monday: date, now: datetime
) -> dict[int, counts.Deeds]:
    """What each did since their own Monday began; those of a zone are asked for together."""
    alike: defaultdict[str, list[Person]] = defaultdict(list)
    for rep in reps:
        alike[rep.tz].append(rep)
    found: dict[int, counts.Deeds] = {}
    for those in alike.values():
        begins, ends = Period(monday, monday + timedelta(days=6)).moments(those[0].zone)
        found |= counts.deeds(session, those, begins, min(ends, now))
    return found
