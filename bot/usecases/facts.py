"""Keeping the raw figures of days and weeks in step with the log, and proving that they are."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.domain.adoption import monday_of
from bot.domain.facts import Deeds, Difference, WeekFacts
from bot.domain.people import Person, Workspace
from bot.domain.periods import Period
from bot.usecases import report_weeks
from store import beginnings, facts, measures, people, ways, workspaces

OVERLAP = 1_000
"""Acts that are looked at again: others may have been committed after ones with a higher number."""

WEEK = timedelta(days=7)
SLICE = timedelta(days=28)


def catch_up(session: Session, now: datetime) -> None:
    """Counts the days anew that something was done, logged or undone on since the last time; all
    of them where the workspace or somebody moved to another zone."""
    workspace, newest = workspaces.bound(session), facts.newest_act(session)
    until, tz = workspaces.facts_at(session)
    moved = facts.told_in_another_zone(session)
    if until == newest and tz == workspace.tz and not moved:
        return
    persons = _everyone(session)
    if until is None or tz != workspace.tz:
        first = _first_week(session, workspace, now)
        for begins, told in _days_told(session, workspace, persons, first, _today(workspace, now)):
            facts.rebuild(session, told, begins, begins + SLICE - WEEK)
        facts.forget_weeks(session)
    elif until < newest:
        days = facts.changed_since(session, persons, until - OVERLAP, workspace.zone)
        facts.recount(session, persons, days, workspace.zone)
    for person_id in moved if until is not None else ():
        _recount_person(session, workspace, persons[person_id], now)
    facts.note_zones(session)
    workspaces.note_facts(session, newest, workspace.tz)


def week(session: Session, monday: date, now: datetime) -> dict[int, WeekFacts]:
    """How each rep's open deals stood at the end of a week, counted where it was not yet. It is
    kept once the week is over where the workspace is: a manager far to the east reads of it
    earlier, while more may still be done in it."""
    kept = facts.weeks(session, monday, monday)
    if kept:
        return kept[monday]
    workspace = workspaces.bound(session)
    told = _week_told(session, workspace, monday)
    if monday + WEEK <= _today(workspace, now):
        facts.keep_week(session, monday, told)
    return told


def look_at_week(session: Session, monday: date) -> tuple[dict[int, Deeds], dict[int, WeekFacts]]:
    """What everybody did in a week that is over and how their deals stood when it ended: as it is
    kept where that is up to date, else as the log tells. Nothing is written."""
    workspace, newest = workspaces.bound(session), facts.newest_act(session)
    stood = facts.weeks(session, monday, monday).get(monday)
    if stood is None:
        stood = _week_told(session, workspace, monday)
    if workspaces.facts_at(session) == (newest, workspace.tz):
        return facts.deeds(session, monday), stood
    if beginnings.nothing_up_to(session, _end_of(monday, workspace)):
        return {}, stood
    told = next(_days_told(session, workspace, _everyone(session), monday, monday))[1]
    done: dict[int, Deeds] = {}
    for day, one in told.items():
        was = done.get(day.person_id, Deeds(0, 0))
        done[day.person_id] = Deeds(
            was.active_days + (one.acts > 0),
            was.activities + one.activities,
            was.moved + one.made["moved"],
            was.won + one.made["won"],
        )
    return done, stood


def rebuild(session: Session, period: Period, now: datetime) -> None:
    """Counts every day and every ended week of a period anew from the log, and what is kept of the
    ways of all deals."""
    workspace, persons = workspaces.bound(session), _everyone(session)
    first, last = monday_of(period.first), monday_of(period.last)
    for begins, told in _days_told(session, workspace, persons, first, period.last):
        facts.rebuild(session, told, begins, min(begins + SLICE - WEEK, last))
    for monday in _ended(first, last, workspace, now):
        facts.keep_week(session, monday, _week_told(session, workspace, monday))
    facts.note_zones(session)
    ways.rebuild(session)


def check(session: Session, period: Period) -> list[Difference]:
    """Where what is kept of a period's weeks, or of any deal's way, and what the log tells differ.
    Weeks whose end was never asked for are not kept, which is no difference."""
    workspace, persons = workspaces.bound(session), _everyone(session)
    first, last = monday_of(period.first), monday_of(period.last)
    differences: list[Difference] = []
    for begins, told in _days_told(session, workspace, persons, first, period.last):
        kept = facts.kept_days(session, begins, min(begins + SLICE - WEEK, last))
        now_told = {day: facts.as_kept(one) for day, one in told.items()}
        for day in sorted(kept.keys() | now_told.keys()):
            what = f"{persons[day.person_id].name}, {day.day.isoformat()}"
            _compare(differences, what, kept.get(day), now_told.get(day))
    for monday, were in facts.weeks(session, first, last).items():
        is_told = _week_told(session, workspace, monday)
        for person_id in sorted(were.keys() | is_told.keys()):
            what = f"{persons[person_id].name}, {monday.isoformat()} ~"
            _compare(differences, what, _figures(were, person_id), _figures(is_told, person_id))
    return [*differences, *ways.differences(session)]


def _figures(weeks: Mapping[int, WeekFacts], person_id: int) -> dict[str, Any] | None:
    return asdict(weeks[person_id]) if person_id in weeks else None


def _compare(
    found: list[Difference],
    what: str,
    kept: Mapping[str, Any] | None,
    told: Mapping[str, Any] | None,
) -> None:
    if kept != told:
        found.append(Difference(what, kept, told))


def _everyone(session: Session) -> dict[int, Person]:
    return {one.id: one for one in people.everyone(session, gone_too=True)}


def _today(workspace: Workspace, now: datetime) -> date:
    return now.astimezone(workspace.zone).date()


def _first_week(session: Session, workspace: Workspace, now: datetime) -> date:
    return monday_of(_today(workspace, facts.first_moment(session) or now))


def _days_told(
    session: Session,
    workspace: Workspace,
    persons: Mapping[int, Person],
    first: date,
    last: date,
) -> Iterator[tuple[date, Any]]:
    """What the log tells, some weeks at a time, each part with its first Monday."""
    begins = first
    while begins <= last:
        ends = min(begins + SLICE, monday_of(last) + WEEK)
        told = facts.from_the_log(
            session,
            persons,
            datetime.combine(begins, time(), workspace.zone).astimezone(UTC),
            datetime.combine(ends, time(), workspace.zone).astimezone(UTC),
            workspace.zone,
        )
        yield begins, told
        begins += SLICE


def _recount_person(session: Session, workspace: Workspace, person: Person, now: datetime) -> None:
    first = facts.first_moment(session)
    if first is not None:
        only = {person.id: person}
        ends = now + timedelta(days=1)
        told = facts.from_the_log(session, only, first, ends, workspace.zone)
        facts.replace_person(session, person.id, told)


def _ended(first: date, last: date, workspace: Workspace, now: datetime) -> Iterator[date]:
    """The Mondays whose weeks are over."""
    monday = first
    while monday <= last and monday + WEEK <= _today(workspace, now):
        yield monday
        monday += WEEK


def _end_of(monday: date, workspace: Workspace) -> datetime:
    return _days_of(monday).moments(workspace.zone)[1]


def _days_of(monday: date) -> Period:
    return Period(monday, monday + WEEK - timedelta(days=1))


def _week_told(session: Session, workspace: Workspace, monday: date) -> dict[int, WeekFacts]:
    period = _days_of(monday)
    there = [
        one
        for one in people.everyone(session, gone_too=True)
        if one.joined_on <= period.last and (one.gone_on is None or one.gone_on >= period.first)
    ]
    ends = _end_of(monday, workspace)
    if beginnings.nothing_up_to(session, ends):
        return {one.id: WeekFacts(report_weeks.working_days(one, period)) for one in there}
    standing = report_weeks.standing(session, there, ends)
    asked = measures.asked_in(session, period.first, period.last)
    return {
        one.id: WeekFacts(
            working_days=report_weeks.working_days(one, period),
            open_deals=standing[one.id].open_deals,
            with_next_step=standing[one.id].with_next_step,
            stale=standing[one.id].stale,
            complete=standing[one.id].complete,
            rules=standing[one.id].rules,
            met=standing[one.id].met,
            **asked.get(one.id, {}),
        )
        for one in there
    }
