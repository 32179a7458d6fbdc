"""What people did in a span of time, and how their open deals stand, counted in the database."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.domain.adoption import MEANINGFUL, SUBSTANCE
from bot.domain.people import Person
from store.among import among
from store.schema import ActivityRow, ActRow, AuditRow

EDIT = "deal.edit"


@dataclass(frozen=True, slots=True)
class Deeds:
    """Days with at least one meaningful act, and the activities that happened."""

    active_days: int
    activities: int


def deeds(
    session: Session, reps: Sequence[Person], begins: datetime, ends: datetime
) -> dict[int, Deeds]:
    """Per person, from `begins` up to, not including, `ends`; days are the person's own.

    Somebody who did nothing is there with zeros. What was undone does not count.
    """
    people = {rep.id: rep for rep in reps}
    days: dict[int, set[date]] = {rep.id: set() for rep in reps}
    for _, actor_id, at in _meaningful_acts(session, list(people), begins, ends):
        days[actor_id].add(people[actor_id].today(at))
    logged = session.execute(
        select(ActivityRow.author_id, func.count())
        .where(
            among(ActivityRow.author_id, people.keys()),
            ActivityRow.occurred_at >= begins,
            ActivityRow.occurred_at < ends,
        )
        .group_by(ActivityRow.author_id)
    )
    activities = {line[0]: line[1] for line in logged}
    return {one: Deeds(len(days[one]), activities.get(one, 0)) for one in people}


def touched(
    session: Session, actor_ids: Sequence[int], begins: datetime, ends: datetime
) -> set[int]:
    """The deals that the acts were about which make somebody's days active ones."""
    acts = sorted({act_id for act_id, *_ in _meaningful_acts(session, actor_ids, begins, ends)})
    own = select(AuditRow.subject_id).where(
        among(AuditRow.act_id, acts), AuditRow.subject_type == "deal"
    )
    logged = (
        select(ActivityRow.deal_id)
        .join(AuditRow, AuditRow.subject_id == ActivityRow.id)
        .where(among(AuditRow.act_id, acts), AuditRow.subject_type == "activity")
    )
    deals = {*session.scalars(own), *session.scalars(logged)}
    return {deal_id for deal_id in deals if deal_id is not None}


def activities_on(
    session: Session, author_ids: Sequence[int], begins: datetime, ends: datetime
) -> list[int | None]:
    """The deal of each activity that happened, None for one that was on none."""
    return list(
        session.scalars(
            select(ActivityRow.deal_id).where(
                among(ActivityRow.author_id, author_ids),
                ActivityRow.occurred_at >= begins,
                ActivityRow.occurred_at < ends,
            )
        )
    )


def acted_on(
    session: Session,
    actor_ids: Sequence[int],
    actions: Collection[str],
    begins: datetime,
    ends: datetime,
) -> list[tuple[int, int]]:
    """The acts of some kinds, not undone, each with the deal that it was about."""
    wanted = (
        select(ActRow.id, AuditRow.subject_id)
        .join(AuditRow, AuditRow.act_id == ActRow.id)
        .where(
            among(ActRow.actor_id, actor_ids),
            ActRow.at >= begins,
            ActRow.at < ends,
            ActRow.undone_at.is_(None),
            ActRow.action.in_(actions),
            AuditRow.subject_type == "deal",
        )
        .distinct()
    )
    return [(act_id, deal_id) for act_id, deal_id in session.execute(wanted)]


def _meaningful_acts(
    session: Session, actor_ids: Sequence[int], begins: datetime, ends: datetime
) -> Iterator[tuple[int, int, datetime]]:
    """The acts that count, by whom and when. An edit counts by the fields it changed."""
    within = (
        among(ActRow.actor_id, actor_ids),
        ActRow.at >= begins,
        ActRow.at < ends,
        ActRow.undone_at.is_(None),
    )
    acts = session.execute(
        select(ActRow.id, ActRow.actor_id, ActRow.at).where(*within, ActRow.action.in_(MEANINGFUL))
    )
    yield from ((one, actor_id, at) for one, actor_id, at in acts if actor_id is not None)
    edits = session.execute(
        select(ActRow.id, ActRow.actor_id, ActRow.at, AuditRow.after)
        .join(AuditRow, AuditRow.act_id == ActRow.id)
        .where(*within, ActRow.action == EDIT, AuditRow.subject_type == "deal")
    )
    for act_id, actor_id, at, after in edits:
        if actor_id is not None and SUBSTANCE & (after or {}).keys():
            yield act_id, actor_id, at
