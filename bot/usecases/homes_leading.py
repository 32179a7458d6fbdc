"""A leader's part of Home: teams against their targets, and the questions of six months."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from bot.domain.adoption import monday_of
from bot.domain.facts import WeekFacts
from bot.domain.homes import TENTH, Leading
from bot.domain.people import Actor, Person
from bot.domain.periods import Period, Unit, last_months, weeks_to
from bot.domain.reporting import Adoption, Compliance, Grouping, active
from bot.usecases import facts as counting
from bot.usecases import report_weeks, reports
from bot.usecases.report_asked import Asked
from bot.usecases.report_people import Who
from bot.usecases.report_weeks import Stands
from store import counts, facts, workspaces


def look(session: Session, actor: Actor, now: datetime) -> Leading:
    today = now.astimezone(actor.workspace.zone).date()
    weeks = weeks_to(monday_of(today) - timedelta(days=1))
    months = last_months(today)
    asked = Asked(months, Grouping.MONTH)
    return Leading(
        weeks=weeks,
        compliance=tuple(_compliance(session, weeks)),
        months=months,
        opportunities=tuple(reports.opportunities(session, asked)),
        productivity=tuple(reports.productivity(session, asked)),
    )


def keeps_last_week(session: Session, actor: Actor, now: datetime) -> bool:
    """Whether how deals stood when last week ended is kept, so that it need not be counted."""
    monday = _last_monday(actor, now)
    return bool(facts.weeks(session, monday, monday))


def keep_last_week(session: Session, actor: Actor, now: datetime) -> None:
    counting.week(session, _last_monday(actor, now), now)


def _last_monday(actor: Actor, now: datetime) -> date:
    return monday_of(now.astimezone(actor.workspace.zone).date()) - timedelta(days=7)


def _compliance(session: Session, period: Period) -> list[Compliance]:
    """What the report tells of the same weeks, all of which are over: how deals stood is asked of
    the last week alone, and of what is kept where it was told before."""
    zone, who = workspaces.bound(session).zone, Who(session)
    told: list[Adoption] = []
    for _, week in period.split(Unit.WEEK):
        reps = active(who.everyone, week)
        begins, ends = week.moments(zone)
        deeds = counts.deeds(session, reps, begins, ends)
        stood = _stood(session, reps, week, ends) if week.last == period.last else {}
        told += [_week(who, one, week, deeds[one.id], stood) for one in reps]
    return report_weeks.by_team(session, who, told)


def _week(
    who: Who, rep: Person, week: Period, done: counts.Deeds, stood: dict[int, Stands | WeekFacts]
) -> Adoption:
    stands = stood.get(rep.id, Stands())
    return Adoption(
        rep=who.key(rep.id),
        manager=who.key(rep.manager_id) if rep.manager_id else "",
        week=week.first,
        working_days=report_weeks.working_days(rep, week),
        active_days=done.active_days,
        activities=done.activities,
        open_deals=stands.open_deals,
        with_next_step=stands.with_next_step,
        stale=stands.stale,
        hygiene=(100 * Decimal(stands.met) / stands.rules).quantize(TENTH)
        if stands.rules
        else None,
    )


def _stood(
    session: Session, reps: list[Person], week: Period, ends: datetime
) -> dict[int, Stands | WeekFacts]:
    kept = facts.weeks(session, week.first, week.first).get(week.first)
    return dict(kept) if kept is not None else dict(report_weeks.standing(session, reps, ends))
