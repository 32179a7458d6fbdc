"""What an open deal says now, as conditions: bot.domain.signals for the database."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, false, func, literal, not_, or_
from sqlalchemy.orm import Session

from bot.domain.deal import Status
from bot.domain.signals import PROMISE_DAYS
from store.among import among
from store.schema import DealRow
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


def not_held(today: date) -> ColumnElement[bool]:
    """What bot.domain.signals does not call on hold."""
    return or_(DealRow.held_until.is_(None), DealRow.held_until <= today)


def is_stale(watches: Sequence[Watch]) -> ColumnElement[bool]:
    """Whether a deal is stale by the day of its owner."""
    each = (Told(watch) for watch in watches)
    return or_(false(), *(and_(*told.theirs, told.stale) for told in each))


class Told:
    """What the deals of those who share a watch say."""

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
