"""Facts kept by person and day or week: counted from the log, written, summed, compared."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import and_, delete, func, or_, select, tuple_, update
from sqlalchemy.orm import Session, aliased

from bot.domain.adoption import MEANINGFUL, SUBSTANCE, monday_of
from bot.domain.facts import MADE, Day, DayFacts, Deeds, WeekFacts
from bot.domain.people import Person
from store import scope
from store.among import among
from store.schema import ActivityRow, ActRow, AuditRow, DayFactRow, PersonRow, WeekFactRow

EDIT = "deal.edit"
MINUTE = timedelta(minutes=1)
AT_ONCE = 500


def from_the_log(
    session: Session,
    persons: Mapping[int, Person],
    begins: datetime,
    ends: datetime,
    zone: ZoneInfo,
) -> dict[Day, DayFacts]:
    """What people did from `begins` up to, not including, `ends`. Days on which nothing happened
    are left out, and so is what was undone."""
    found: defaultdict[Day, DayFacts] = defaultdict(DayFacts)

    def on(person_id: int, at: datetime) -> DayFacts:
        week = monday_of(at.astimezone(zone).date())
        return found[Day(person_id, week, persons[person_id].today(at))]

    for actor_id, at, action, deal_ids in _acts(session, persons.keys(), begins, ends):
        facts = on(actor_id, at)
        facts.acts += 1
        facts.touched |= deal_ids
        if action in MADE:
            facts.made[MADE[action]] += 1
    activities = session.execute(
        select(
            ActivityRow.author_id,
            ActivityRow.occurred_at,
            ActivityRow.logged_at,
            ActivityRow.kind,
        )
        .where(
            ActivityRow.author_id.in_(persons.keys()),
            ActivityRow.occurred_at >= begins,
            ActivityRow.occurred_at < ends,
        )
        .order_by(ActivityRow.id)
    )
    for author_id, occurred_at, logged_at, kind in activities:
        facts = on(author_id or 0, occurred_at)
        facts.activities += 1
        facts.kinds[kind] += 1
        facts.delays.append(max(0, (logged_at - occurred_at) // MINUTE))
    return dict(found)


def _acts(
    session: Session, actor_ids: Collection[int], begins: datetime, ends: datetime
) -> Iterator[tuple[int, datetime, str, set[int]]]:
    """The meaningful acts with the deals that each was about. An edit counts by the fields that it
    changed."""
    within = (
        ActRow.actor_id.in_(actor_ids),
        ActRow.at >= begins,
        ActRow.at < ends,
        ActRow.undone_at.is_(None),
    )
    about_deal = and_(AuditRow.act_id == ActRow.id, AuditRow.subject_type == "deal")
    deeds = session.execute(
        select(ActRow.id, ActRow.actor_id, ActRow.at, ActRow.action, AuditRow.subject_id)
        .outerjoin(AuditRow, about_deal)
        .where(*within, ActRow.action.in_(MEANINGFUL))
    )
    edits = session.execute(
        select(
            ActRow.id,
            ActRow.actor_id,
            ActRow.at,
            ActRow.action,
            AuditRow.subject_id,
            AuditRow.after,
        )
        .join(AuditRow, about_deal)
        .where(*within, ActRow.action == EDIT)
    )
    acts: dict[int, tuple[int, datetime, str, set[int]]] = {}
    substantial = (row[:5] for row in edits if SUBSTANCE & (row.after or {}).keys())
    for act_id, actor_id, at, action, deal_id in (*deeds, *substantial):
        act = acts.setdefault(act_id, (actor_id or 0, at, action, set()))
        if deal_id is not None:
            act[3].add(deal_id)
    yield from acts.values()


def newest_act(session: Session) -> int:
    return session.scalar(select(func.max(ActRow.id))) or 0


def changed_since(
    session: Session, persons: Mapping[int, Person], act_id: int, zone: ZoneInfo
) -> set[Day]:
    """The days of which the log tells something else than it may have told when `act_id` was its
    newest act: done, undone or logged since."""
    undoing = aliased(ActRow)
    done = session.execute(
        select(ActRow.actor_id, ActRow.at).where(ActRow.id > act_id, ActRow.actor_id.is_not(None))
    )
    undone = session.execute(
        select(ActRow.actor_id, ActRow.at)
        .join(undoing, undoing.at == ActRow.undone_at)
        .where(undoing.id > act_id, undoing.actor_id == ActRow.actor_id)
    )
    logged = session.execute(
        select(ActivityRow.author_id, ActivityRow.occurred_at)
        .join(AuditRow, AuditRow.subject_id == ActivityRow.id)
        .where(AuditRow.act_id > act_id, AuditRow.subject_type == "activity")
        .execution_options(**scope.INCLUDE_REMOVED)
    )
    return {
        Day(person_id, monday_of(at.astimezone(zone).date()), persons[person_id].today(at))
        for person_id, at in (*done, *undone, *logged)
        if person_id in persons
    }


def recount(
    session: Session, persons: Mapping[int, Person], days: Iterable[Day], zone: ZoneInfo
) -> None:
    """Counts some days anew from the log, neighbours together."""
    ordered = sorted(days, key=lambda one: (one.day, one.person_id))
    for start in range(0, len(ordered), AT_ONCE):
        part = ordered[start : start + AT_ONCE]
        those = {one.person_id: persons[one.person_id] for one in part}
        # A day anywhere on earth lies within a day's length of the same day in UTC.
        begins = datetime.combine(part[0].day - timedelta(days=1), datetime.min.time(), zone)
        ends = datetime.combine(part[-1].day + timedelta(days=3), datetime.min.time(), zone)
        told = from_the_log(session, those, begins, ends, zone)
        _forget(session, part)
        _keep(session, {one: told[one] for one in part if one in told})


def rebuild(session: Session, told: Mapping[Day, DayFacts], first: date, last: date) -> None:
    """Puts what the log tells of the weeks from `first` to `last` in the place of what was kept."""
    session.execute(delete(DayFactRow).where(DayFactRow.week.between(first, last)))
    _keep(session, told)


def _forget(session: Session, days: Collection[Day]) -> None:
    session.execute(
        delete(DayFactRow).where(
            tuple_(DayFactRow.person_id, DayFactRow.week, DayFactRow.day).in_(
                [tuple(one) for one in days]
            )
        )
    )


def _keep(session: Session, told: Mapping[Day, DayFacts]) -> None:
    rows = [one._asdict() | as_kept(facts) for one, facts in told.items()]
    scope.insert_all(session, DayFactRow, rows)


def as_kept(facts: DayFacts) -> dict[str, Any]:
    """A day's figures by the names of their columns."""
    return {
        "acts": facts.acts,
        "activities": facts.activities,
        **{name: facts.made[name] for name in sorted(set(MADE.values()))},
        "kinds": dict(sorted(facts.kinds.items())),
        "delays": sorted(facts.delays),
        "touched": sorted(facts.touched),
    }


def kept_days(session: Session, first: date, last: date) -> dict[Day, dict[str, Any]]:
    """What is kept of the weeks from `first` to `last`."""
    names = as_kept(DayFacts()).keys()
    rows = session.scalars(select(DayFactRow).where(DayFactRow.week.between(first, last)))
    return {
        Day(row.person_id, row.week, row.day): {name: getattr(row, name) for name in names}
        for row in rows
    }


def deeds(
    session: Session, week: date, person_ids: Collection[int] | None = None
) -> dict[int, Deeds]:
    """Per person what they did in a week; those who did nothing are left out."""
    wanted = select(
        DayFactRow.person_id,
        func.count().filter(DayFactRow.acts > 0),
        func.sum(DayFactRow.activities),
        func.sum(DayFactRow.moved),
        func.sum(DayFactRow.won),
    ).where(DayFactRow.week == week)
    if person_ids is not None:
        wanted = wanted.where(among(DayFactRow.person_id, person_ids))
    rows = session.execute(wanted.group_by(DayFactRow.person_id))
    return {row[0]: Deeds(*row[1:]) for row in rows}


_WEEKLY = tuple(one.name for one in fields(WeekFacts))
_OF_WEEK = tuple(getattr(WeekFactRow, name) for name in _WEEKLY)


def weeks(
    session: Session, first: date, last: date, person_ids: Collection[int] | None = None
) -> dict[date, dict[int, WeekFacts]]:
    """Per week (its Monday from `first` to `last`) and person what was kept at its end."""
    wanted = select(WeekFactRow.week, WeekFactRow.person_id, *_OF_WEEK).where(
        WeekFactRow.week.between(first, last)
    )
    if person_ids is not None:
        wanted = wanted.where(among(WeekFactRow.person_id, person_ids))
    found: defaultdict[date, dict[int, WeekFacts]] = defaultdict(dict)
    for week, person_id, *figures in session.execute(wanted):
        found[week][person_id] = WeekFacts(*figures)
    return dict(found)


def keep_week(session: Session, week: date, told: Mapping[int, WeekFacts]) -> None:
    """Puts what the log tells of a week's end in the place of what was kept."""
    session.execute(delete(WeekFactRow).where(WeekFactRow.week == week))
    scope.insert_all(
        session,
        WeekFactRow,
        [{"person_id": one, "week": week, **asdict(facts)} for one, facts in told.items()],
    )


def forget_weeks(session: Session) -> None:
    """After older deals were brought in: every week's end is counted anew when it is asked for."""
    session.execute(delete(WeekFactRow))


def first_moment(session: Session) -> datetime | None:
    """When the first thing was done or happened, as far as the log goes back."""
    first_act = session.scalar(select(func.min(ActRow.at)).where(ActRow.actor_id.is_not(None)))
    happened = session.scalar(select(func.min(ActivityRow.occurred_at)))
    return min((one for one in (first_act, happened) if one is not None), default=None)


def replace_person(session: Session, person_id: int, told: Mapping[Day, DayFacts]) -> None:
    """Puts somebody's whole time in the place of what was kept of it."""
    session.execute(delete(DayFactRow).where(DayFactRow.person_id == person_id))
    _keep(session, told)


def note_zones(session: Session) -> None:
    """From now on everybody's days are told by the zone that is theirs now."""
    zone = func.coalesce(PersonRow.own_tz, PersonRow.tz)
    session.execute(
        update(PersonRow)
        .where(or_(PersonRow.facts_tz.is_(None), PersonRow.facts_tz != zone))
        .values(facts_tz=zone)
        .execution_options(synchronize_session=False)
    )


def told_in_another_zone(session: Session) -> list[int]:
    """Those whose days were cut by another zone than theirs is now, or never yet."""
    return list(
        session.scalars(
            select(PersonRow.id).where(
                or_(
                    PersonRow.facts_tz.is_(None),
                    PersonRow.facts_tz != func.coalesce(PersonRow.own_tz, PersonRow.tz),
                )
            )
        )
    )
