"""An owner's stale deals, found through the index and judged by the rules."""

from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from bot.domain.deal import Deal
from bot.domain.people import Person
from bot.domain.signals import Finding, findings, is_stale
from bot.domain.stages import Stage, Stages
from store import deals


def stale_deals(
    session: Session, owner: Person, playbook: Stages, today: date
) -> list[tuple[Deal, tuple[Finding, ...]]]:
    """Each stale deal of the owner on their own day, with all that it is silently saying."""
    return [
        (deal, found)
        for deal, found in speaking_deals(session, owner, playbook, today)
        if is_stale(found)
    ]


def speaking_deals(
    session: Session, owner: Person, playbook: Stages, today: date
) -> list[tuple[Deal, tuple[Finding, ...]]]:
    """The owner's deals that are stale or past their expected close, those on hold left out."""
    limits = {stage.key: _quiet_before(stage, owner, today) for stage in playbook.ever_open}
    candidates = deals.quiet_of(session, owner.id, limits, today)
    return [
        (deal, findings(deal, playbook.get(deal.stage_key), owner, today)) for deal in candidates
    ]


def _quiet_before(stage: Stage, owner: Person, today: date) -> tuple[datetime, datetime]:
    """A deal touched since the first moment is not silent yet, one that entered the stage since
    the second is not stuck: working days are never more than calendar days."""
    return (
        _midnight(today - timedelta(days=stage.silent_after), owner),
        _midnight(today - timedelta(days=3 * stage.expected_days // 2), owner),
    )


def _midnight(day: date, owner: Person) -> datetime:
    return datetime.combine(day, time(), owner.zone)
