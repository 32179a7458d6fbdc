"""Telling leaders how the teams stand against the targets they agreed on, every week."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain import weekly
from bot.domain.adoption import monday_of
from bot.domain.people import Person
from bot.domain.periods import USUAL_WEEKS, Period, last_weeks, weeks_to
from bot.domain.reporting import Grouping, Lines, Met, active
from bot.domain.trust import Notes
from bot.domain.verdict import Verdict
from bot.usecases import report_lines, report_shortfalls, report_trust, report_weeks
from bot.usecases.report_asked import Asked
from store import outbox, people, workspaces

KIND = weekly.COMPLIANCE


def tell(session: Session, leader: Person, now: datetime) -> Verdict:
    """The four weeks that ended before the leader's own day, once a week: by itself only where the
    leader's digest doesn't tell of them."""
    today = leader.today(now)
    last = monday_of(today) - timedelta(days=1)
    digest = weekly.digest_key(leader.id, last - timedelta(days=6))
    if (outbox.facts_of(session, weekly.DIGEST, digest) or {}).get(weekly.CARRIES):
        return Verdict(leader, 0, "in-digest")
    return tell_apart(session, leader, now)


def tell_apart(session: Session, leader: Person, now: datetime) -> Verdict:
    """The same in a message of its own, whatever the digest tells."""
    today = leader.today(now)
    last = monday_of(today) - timedelta(days=1)
    promised = outbox.promise(
        session,
        recipient_id=leader.id,
        kind=KIND,
        facts={"last": last.isoformat()},
        dedup_key=weekly.compliance_key(leader.id, last),
        now=now,
        expires_at=datetime.combine(today, leader.workday_end, leader.zone).astimezone(UTC),
    )
    return Verdict(leader, 0, "told-already") if promised is None else Verdict(leader, 1)


def usual(session: Session, by: Grouping, today: date) -> Period:
    """What is told where no time was typed: by week twelve of them, else the weeks that Home and
    the weekly letter tell of too; up to today where nobody was here before this week."""
    weeks = weeks_to(monday_of(today) - timedelta(days=1))
    is_new = not active(people.everyone(session), weeks)
    return last_weeks(today) if is_new or by is Grouping.WEEK else weeks


def lines(session: Session, last: date, language: str) -> Lines:
    """Every team's measures over the weeks up to a day, as they stood at its end."""
    period = weeks_to(last)
    _, ends = period.moments(workspaces.bound(session).zone)
    told = report_lines.of(session, KIND, Asked(period, Grouping.TEAM), ends)
    return report_lines.with_names(session, told, language)


def notes(session: Session, period: Period, now: datetime, only: frozenset[int] | None) -> Notes:
    """What there is to say to the measures of a period, as of its end: trends are told of twelve
    weeks, however long it is."""
    at = min(now, period.moments(workspaces.bound(session).zone)[1])
    told = report_weeks.compliance(session, period, at, only)
    trend = last_weeks(period.last)
    return Notes(
        trust=report_trust.trust(session, at, only),
        loops=report_trust.loop(session, period, only),
        shorts=report_shortfalls.of(session, told, at, only),
        weeks=report_trust.weekly(session, trend, now, only)[-USUAL_WEEKS:],
        has_met=any(one.status is Met.MET for one in told),
    )
