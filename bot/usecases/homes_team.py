"""A manager's part of Home: the team's week so far, and the deals that need a word from them."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain import nudging
from bot.domain.adoption import monday_of
from bot.domain.homes import RepNow, TeamNow
from bot.domain.people import Actor, Role
from bot.domain.periods import Period
from bot.domain.stages import Stages
from bot.usecases import lists, report_weeks
from store import counts, escalations, homes, people

SHOWN = 8
"""Reps with a line of their own; the rest are a tap away."""

SHOWN_DEALS = 5


def look(session: Session, actor: Actor, playbook: Stages, now: datetime) -> TeamNow:
    team = people.team_of(session, actor.id)
    today = now.astimezone(actor.workspace.zone).date()
    week = Period(monday_of(today), today)
    begins, _ = week.moments(actor.workspace.zone)
    reps = [one for one in team if one.role is Role.REP]
    deeds = counts.deeds(session, reps, begins, now)
    standing = homes.open_and_stale(session, team, playbook.ever_open, now)
    lines = sorted(
        (
            RepNow(
                person=one,
                working_days=report_weeks.working_days(one, week),
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
