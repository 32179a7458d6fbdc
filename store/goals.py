"""Goals as they were set: of several for the same, the newest holds."""

from collections.abc import Collection
from decimal import Decimal

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from bot.domain.deal import Money
from bot.domain.goals import Goal, Whose
from store import history
from store.schema import GoalRow


def settle(
    act: history.Act,
    *,
    whose: Whose,
    person_id: int | None,
    team: str,
    period: str,
    money: Money,
) -> Goal:
    """Sets a goal; an amount of nothing takes it away. Undo brings the one before back."""
    row = GoalRow(
        scope=whose,
        person_id=person_id,
        team=team,
        period=period,
        amount=_exact(money.value),
        currency=money.currency,
        set_by_id=act.actor_id,
        set_at=act.at,
    )
    history.create(act, row)
    return _value(row)


def _exact(amount: Decimal) -> Decimal:
    """Written as the store reads it again, so that undo finds it unchanged."""
    whole = amount == amount.to_integral_value()
    return amount.quantize(Decimal(1)) if whole else amount.normalize()


def of_periods(session: Session, periods: Collection[str]) -> list[Goal]:
    """The goals that hold for some months and quarters."""
    return _holding(session, GoalRow.period.in_(periods))


def every(session: Session) -> list[Goal]:
    """All goals that hold, of whatever time."""
    return _holding(session)


def _holding(session: Session, *wanted: ColumnElement[bool]) -> list[Goal]:
    rows = session.scalars(select(GoalRow).where(*wanted).order_by(GoalRow.id))
    newest = {(row.scope, row.person_id, row.team, row.period): row for row in rows}
    return [_value(row) for row in newest.values() if row.amount > 0]


def find(session: Session, goal_id: int) -> Goal | None:
    """A goal, while it holds."""
    row = session.get(GoalRow, goal_id)
    if row is None or row.removed_at is not None:
        return None
    held = of_periods(session, [row.period])
    return next((one for one in held if one.id == goal_id), None)


def _value(row: GoalRow) -> Goal:
    money = Money(row.amount, row.currency)
    return Goal(row.id, Whose(row.scope), row.person_id, row.team, row.period, money)
