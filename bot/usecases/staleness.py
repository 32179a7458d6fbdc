"""Owners' stale deals, found through the index and judged by the rules."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.domain.deal import OpenDeal
from bot.domain.people import Person
from bot.domain.signals import Finding, findings, is_stale
from bot.domain.stages import Stage, Stages
from store import deals

Speaking = list[tuple[OpenDeal, tuple[Finding, ...]]]
"""Deals with all that each is silently saying."""


def stale_count(
    session: Session, owners: Iterable[Person], playbook: Stages, now: datetime
) -> dict[int, int]:
    """By their owners, how many deals are stale on the owner's own day."""
    speaking = speaking_deals(session, owners, playbook, now)
    return {
        owner_id: sum(is_stale(found) for _, found in those) for owner_id, those in speaking.items()
    }


def speaking_deals(
    session: Session, owners: Iterable[Person], playbook: Stages, now: datetime
) -> Mapping[int, Speaking]:
    """By their owners, on each one's own day: the deals that are stale or past their expected
    close, those on hold left out. One question per zone, not per owner."""
    by_zone: defaultdict[str, dict[int, Person]] = defaultdict(dict)
    for owner in owners:
        by_zone[owner.tz][owner.id] = owner
    speaking: defaultdict[int, Speaking] = defaultdict(list)
    for tz, those in by_zone.items():
        zone = ZoneInfo(tz)
        today = now.astimezone(zone).date()
        limits = _limits(playbook.ever_open, today, zone)
        for deal in deals.quiet_of(session, those.keys(), limits, today):
            owner, stage = those[deal.owner_id], playbook.get(deal.stage_key)
            speaking[owner.id].append((deal, findings(deal, stage, owner, today)))
    return speaking


def _limits(
    stages: Iterable[Stage], today: date, zone: ZoneInfo
) -> dict[str, tuple[datetime, datetime]]:
    """A deal touched since the first moment is not silent yet, one that entered the stage since
    the second is not stuck: working days are never more than calendar days."""

    def midnight(days_ago: int) -> datetime:
        return datetime.combine(today - timedelta(days=days_ago), time(), zone)

    return {
        stage.key: (midnight(stage.silent_after), midnight(3 * stage.expected_days // 2))
        for stage in stages
    }
