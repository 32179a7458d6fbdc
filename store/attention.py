"""The open deals that say something now: how many, and those that have waited longest, picked by
the database so that of hundreds of thousands only a page is looked at one by one."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, func, literal, not_, or_, select
from sqlalchemy.orm import Session

from bot.domain.deal import OpenDeal, Status
from bot.domain.signals import PROMISE_DAYS
from store.among import among
from store.deals import OPEN_DEAL, not_held
from store.schema import ActRow, AuditRow, DealRow
from store.types import UtcDateTime

EVER = datetime(1970, 1, 1, tzinfo=UTC)
NEVER = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Watch:
    """Owners who share a day and what it takes to be silent or stuck (None among them are deals of
    nobody; `owner_ids` None is every owner there is). By stage: a deal last touched before the
    first moment is silent, one in its stage since before the second is stuck."""

    owner_ids: Collection[int] | None
    of_nobody: bool
    today: date
    silent: Mapping[str, datetime]
    stuck: Mapping[str, datetime]


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
    told = _Told(watch)
    speaking = select(func.count()).select_from(DealRow).where(*told.theirs, told.any)
    return session.scalar(speaking) or 0


def longest(session: Session, watch: Watch, limit: int, *, stale: bool) -> list[OpenDeal]:
    """Some of those that are stale, or of those that only say something else: roughly (a zone's
    days are not told apart here) those first that have said it longest."""
    told = _Told(watch)
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


class _Told:
    """bot.domain.signals, as conditions."""

    def __init__(self, watch: Watch) -> None:
        today = watch.today
        due, held = DealRow.next_step_due_on, not_held(today)
        promised = due.between(today, today + timedelta(days=PROMISE_DAYS))
        kept = func.coalesce(promised, literal(value=False))
        self.theirs: list[Any] = [DealRow.status == Status.OPEN, _owned(watch)]
        self._silent = and_(held, not_(kept), DealRow.last_touch_at < _of_stage(watch.silent))
        self._stuck = and_(held, DealRow.stage_entered_at < _of_stage(watch.stuck))
        self._no_step = or_(due.is_(None), due < today)
        passed = func.coalesce(DealRow.closes_on < today, literal(value=False))
        self._passed: ColumnElement[bool] = passed
        self.stale = or_(self._silent, self._stuck)
        self.any = or_(self._no_step, passed, self.stale)

    def since(self, session: Session) -> ColumnElement[Any]:
        """The earliest of the moments and days since when it says any of it."""
        never = literal(NEVER, UtcDateTime())
        begun = func.coalesce(DealRow.next_step_due_on, DealRow.created_at)
        each = (
            (self._silent, DealRow.last_touch_at),
            (self._stuck, DealRow.stage_entered_at),
            (self._no_step, begun),
            (self._passed, DealRow.closes_on),
        )
        earliest = func.min if session.get_bind().dialect.name == "sqlite" else func.least
        return earliest(*(case((says, at), else_=never) for says, at in each))


def _owned(watch: Watch) -> ColumnElement[bool]:
    if watch.of_nobody:
        return DealRow.owner_id.is_(None)
    if watch.owner_ids is None:
        return DealRow.owner_id.is_not(None)
    return among(DealRow.owner_id, watch.owner_ids)


def _of_stage(moments: Mapping[str, datetime]) -> ColumnElement[datetime]:
    ever = literal(EVER, UtcDateTime())
    told = {key: literal(moment, UtcDateTime()) for key, moment in moments.items()}
    return case(told, value=DealRow.stage_key, else_=ever) if told else ever
