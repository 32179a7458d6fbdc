"""What people did in a span of time, counted: meaningful acts, never mere presence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.schema import ActivityRow, ActRow

MEANINGFUL = frozenset(
    {
        "activity.log",
        "deal.create",
        "deal.move",
        "deal.win",
        "deal.lose",
        "deal.reopen",
        "deal.next_step",
        "deal.edit",
        "deal.hold",
    }
)
"""Acts of substance by the person; reading and automatic changes never count."""


@dataclass(frozen=True, slots=True)
class Activity:
    """Days with at least one meaningful act, and activities by the day they happened."""

    active_days: int
    activities: int


def activity(
    session: Session, person_ids: Sequence[int], begins: datetime, ends: datetime, zone: ZoneInfo
) -> dict[int, Activity]:
    """Per person, from `begins` up to, not including, `ends`; days are `zone`'s.

    Somebody who did nothing is there with zeros. What was undone does not count.
    """
    days: dict[int, set[date]] = {person_id: set() for person_id in person_ids}
    happened = dict.fromkeys(person_ids, 0)
    acts = session.execute(
        select(ActRow.actor_id, ActRow.at).where(
            ActRow.actor_id.in_(person_ids),
            ActRow.at >= begins,
            ActRow.at < ends,
            ActRow.undone_at.is_(None),
            ActRow.action.in_(MEANINGFUL),
        )
    )
    for actor_id, at in acts:
        days[int(actor_id or 0)].add(at.astimezone(zone).date())
    logged = session.execute(
        select(ActivityRow.author_id).where(
            ActivityRow.author_id.in_(person_ids),
            ActivityRow.occurred_at >= begins,
            ActivityRow.occurred_at < ends,
        )
    )
    for (author_id,) in logged:
        happened[author_id] += 1
    return {one: Activity(len(days[one]), happened[one]) for one in person_ids}
