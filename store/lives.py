"""The lives of deals as their habits are judged by: from the log, up to the day of their fate."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.deal import Status
from bot.domain.evidence import Life
from bot.domain.people import Person
from store.among import among
from store.schema import ActivityRow, ActRow, AuditRow, DealRow

MOST_DEALS = 20_000
"""The newest are looked at."""

AT_ONCE = 1_000
KNOWN_WITHIN = timedelta(days=1)
"""A deal whose story begins later than this after its making was brought in by an import."""

DUE = "next_step_due_on"


def lives(
    session: Session,
    owners: Mapping[int, Person],
    made: tuple[datetime, datetime],
    now: datetime,
) -> Iterator[tuple[int, Life]]:
    """The owners' deals that were made in a span, with their owners, each told on its owner's own
    days. Those whose story the log does not know from the beginning are left out."""
    deals = session.execute(
        select(DealRow.id, DealRow.owner_id, DealRow.created_at, DealRow.closed_at, DealRow.status)
        .where(
            among(DealRow.owner_id, owners),
            DealRow.created_at >= made[0],
            DealRow.created_at < made[1],
        )
        .order_by(DealRow.created_at.desc(), DealRow.id.desc())
        .limit(MOST_DEALS)
    ).all()
    for start in range(0, len(deals), AT_ONCE):
        part = deals[start : start + AT_ONCE]
        ids = [row.id for row in part]
        changes, activities = _changes(session, ids), _activities(session, ids)
        for row in part:
            told = changes.get(row.id, [])
            if told and told[0][0] <= row.created_at + KNOWN_WITHIN:
                owner = owners[row.owner_id or 0]
                yield owner.id, _life(row, owner, told, activities.get(row.id, []), now)


def _changes(
    session: Session, deal_ids: Collection[int]
) -> dict[int, list[tuple[datetime, Mapping[str, Any]]]]:
    """What changed on each deal, from its making on."""
    notes = session.execute(
        select(AuditRow.subject_id, ActRow.at, AuditRow.after)
        .join(ActRow, ActRow.id == AuditRow.act_id)
        .where(AuditRow.subject_type == "deal", AuditRow.subject_id.in_(deal_ids))
        .order_by(AuditRow.id)
    )
    found: defaultdict[int, list[tuple[datetime, Mapping[str, Any]]]] = defaultdict(list)
    for deal_id, at, after in notes:
        found[deal_id].append((at, after or {}))
    return found


def _activities(
    session: Session, deal_ids: Collection[int]
) -> dict[int, list[tuple[datetime, datetime]]]:
    """When each deal's activities happened, and when they were logged."""
    rows = session.execute(
        select(ActivityRow.deal_id, ActivityRow.occurred_at, ActivityRow.logged_at).where(
            ActivityRow.deal_id.in_(deal_ids)
        )
    )
    found: defaultdict[int, list[tuple[datetime, datetime]]] = defaultdict(list)
    for deal_id, occurred_at, logged_at in rows:
        found[deal_id or 0].append((occurred_at, logged_at))
    return found


def _life(
    row: Any,
    owner: Person,
    changes: Sequence[tuple[datetime, Mapping[str, Any]]],
    activities: Sequence[tuple[datetime, datetime]],
    now: datetime,
) -> Life:
    fate_on = None if row.closed_at is None else owner.today(row.closed_at)
    today = owner.today(now)
    return Life(
        made_on=owner.today(row.created_at),
        fate_on=fate_on,
        won=row.status == Status.WON,
        until=today,
        steps=tuple(
            (owner.today(at), date.fromisoformat(after[DUE]) if after[DUE] else None)
            for at, after in changes
            if DUE in after
        ),
        # What is logged once the fate is known may have been remembered because of it.
        active_on=frozenset(
            owner.today(occurred_at)
            for occurred_at, logged_at in activities
            if fate_on is None or owner.today(logged_at) < fate_on
        ),
        deal_id=row.id,
    )
