"""The open deals that say something now: how many, and those that have waited longest, picked by
the database so that of hundreds of thousands only a page is looked at one by one."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, func, not_, select
from sqlalchemy.orm import Session

from bot.domain.deal import OpenDeal, Status
from store.among import among
from store.deals import OPEN_DEAL
from store.schema import ActRow, AuditRow, DealRow
from store.speaking import Told, Watch


def stands_as_now(session: Session, moment: datetime) -> bool:
    """Whether nothing was done with a deal since, so that each stood then as it stands now."""
    done = (
        select(ActRow.id)
        .join(AuditRow, AuditRow.act_id == ActRow.id)
        .where(ActRow.at > moment, AuditRow.subject_type == "deal")
    )
    owned = DealRow.owner_id.is_not(None)  # told apart, as the index of open deals begins with it
    touched = (DealRow.status == Status.OPEN, DealRow.last_touch_at > moment)
    ahead: tuple[tuple[ColumnElement[bool], ...], ...] = (
        (DealRow.created_at > moment,),
        (DealRow.closed_at > moment,),
        (*touched, owned),
        (*touched, not_(owned)),
    )
    questions = (done, *(select(DealRow.id).where(*one) for one in ahead))
    return not any(session.scalar(select(exists(one))) for one in questions)


def count(session: Session, watch: Watch) -> int:
    """How many of their open deals say something."""
    told = Told(watch)
    speaking = select(func.count()).select_from(DealRow).where(*told.theirs, told.any)
    return session.scalar(speaking) or 0


def longest(session: Session, watch: Watch, limit: int, *, stale: bool) -> list[OpenDeal]:
    """Some of those that are stale, or of those that only say something else: roughly (a zone's
    days are not told apart here) those first that have said it longest."""
    told = Told(watch)
    wanted = told.stale if stale else and_(told.any, not_(told.stale))
    # By their ids first: a sort of whole rows, of all that there are, takes twice as long.
    ids = session.scalars(
        select(DealRow.id)
        .where(*told.theirs, wanted)
        .order_by(told.since(session), DealRow.id)
        .limit(limit)
    ).all()
    lines = session.execute(select(*OPEN_DEAL).where(among(DealRow.id, ids)))
    found = {deal.id: deal for deal in (OpenDeal(*line) for line in lines)}
    return [found[deal_id] for deal_id in ids]


def names(session: Session, deal_ids: Iterable[int]) -> dict[int, str]:
    lines = session.execute(
        select(DealRow.id, DealRow.name).where(among(DealRow.id, list(deal_ids)))
    )
    return {line[0]: line[1] for line in lines}
