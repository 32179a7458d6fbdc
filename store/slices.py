"""Which deals a figure counts: one condition for the sum, and for the list of deals behind it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select
from sqlalchemy.orm import Session

from bot.domain.deal import Deal, Status
from store import visible
from store.among import among
from store.schema import AccountRow, AnswerRow, DealRow, PersonRow

BLANKS = " \t\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """Deals that have all of it; None asks for nothing. Spans of moments do not hold their ends,
    spans of days do.

    `owner_ids` with None among them are nobody's deals too. `reason` and the value of `answer` (a
    custom field's key and what it holds) are "" for deals without one. `came_to` are stages, in one
    of which a deal has stood, or behind any stage of whose `way` it was won. `bare` ones have no
    amount.
    """

    statuses: tuple[Status, ...] = ()
    made: tuple[datetime, datetime] | None = None
    closed: tuple[datetime, datetime] | None = None
    owner_ids: frozenset[int | None] | None = None
    stage_keys: tuple[str, ...] | None = None
    closes: tuple[date, date] | None = None
    undated: bool = False
    reason: str | None = None
    currency: str | None = None
    answer: tuple[str, str] | None = None
    came_to: tuple[str, ...] | None = None
    way: tuple[str, ...] = ()
    ids: tuple[int, ...] | None = None
    touched_since: datetime | None = None
    untouched_since: datetime | None = None
    closes_before: date | None = None
    bare: bool = False


def conditions(session: Session, wanted: Slice) -> list[Any]:
    """What a deal must be."""
    asked: list[Any] = _standing(wanted.statuses)
    for column, span in ((DealRow.created_at, wanted.made), (DealRow.closed_at, wanted.closed)):
        if span is not None:
            asked += [column >= span[0], column < span[1]]
    if wanted.owner_ids is not None:
        asked.append(_owned(wanted.owner_ids))
    if wanted.closes is not None:
        asked.append(DealRow.closes_on.between(*wanted.closes))
    if wanted.undated:
        asked.append(DealRow.closes_on.is_(None))
    if wanted.came_to is not None:
        asked.append(_came_to(wanted.came_to, wanted.way))
    return asked + kept_up(wanted) + _alike(session, wanted)


def _standing(statuses: tuple[Status, ...]) -> list[Any]:
    """Of one status by itself, as the partial indexes of open deals are known by it."""
    if len(statuses) == 1:
        return [DealRow.status == statuses[0]]
    return [DealRow.status.in_(statuses)] if statuses else []


def kept_up(wanted: Slice) -> list[Any]:
    """How it must have been looked after."""
    asked: list[Any] = []
    if wanted.touched_since is not None:
        asked.append(DealRow.last_touch_at >= wanted.touched_since)
    if wanted.untouched_since is not None:
        asked.append(DealRow.last_touch_at < wanted.untouched_since)
    if wanted.closes_before is not None:
        asked.append(DealRow.closes_on < wanted.closes_before)
    if wanted.bare:
        asked.append(DealRow.amount.is_(None))
    return asked


def _alike(session: Session, wanted: Slice) -> list[Any]:
    """What a deal must hold, as it stands in its columns."""
    asked: list[Any] = []
    if wanted.stage_keys is not None:
        asked.append(DealRow.stage_key.in_(wanted.stage_keys))
    if wanted.reason is not None:
        asked.append(reason(session) == wanted.reason)
    if wanted.currency is not None:
        asked.append(DealRow.currency == wanted.currency)
    if wanted.answer is not None:
        asked.append(_holds(*wanted.answer))
    if wanted.ids is not None:
        asked.append(among(DealRow.id, wanted.ids))
    return asked


def _owned(owner_ids: frozenset[int | None]) -> Any:
    theirs = among(DealRow.owner_id, sorted(one for one in owner_ids if one is not None))
    return or_(DealRow.owner_id.is_(None), theirs) if None in owner_ids else theirs


def _came_to(stage_keys: tuple[str, ...], way: tuple[str, ...]) -> ColumnElement[bool]:
    """Stood in one of the stages; or, in whichever stage of the way it stood, was won since."""

    def stood_in(keys: tuple[str, ...]) -> ColumnElement[bool]:
        held = (DealRow.stood_in.contains(f" {key} ", autoescape=True) for key in keys)
        return or_(false(), *held)

    return or_(stood_in(stage_keys), and_(DealRow.status == Status.WON, stood_in(way)))


def reason(session: Session) -> ColumnElement[str]:
    """The reason a deal was closed for, without the note behind it; "" for none."""
    told = func.coalesce(DealRow.close_reason, "")
    if session.get_bind().dialect.name == "sqlite":
        first: ColumnElement[str] = func.substr(told, 1, func.instr(told.concat(":"), ":") - 1)
        return func.trim(first, BLANKS)
    return func.btrim(func.split_part(told, ":", 1), BLANKS)


class Answers:
    """What deals hold in a custom field, "" for nothing: looked up for each by an index alone where
    the engine takes long text into one, and joined all at once where it doesn't."""

    def __init__(self, session: Session, key: str) -> None:
        if session.get_bind().dialect.name == "sqlite":
            self._joined = None
            self.column: ColumnElement[str] = _looked_up(key)
        else:
            value = func.max(AnswerRow.value).label("value")
            self._joined = _by_deal(key, value).subquery()
            self.column = func.coalesce(self._joined.c.value, "")

    def beside(self, wanted: Select[Any]) -> Select[Any]:
        """The question about deals, with what they hold."""
        if self._joined is None:
            return wanted
        return wanted.outerjoin(self._joined, self._joined.c.deal_id == DealRow.id)


def _looked_up(key: str) -> ColumnElement[str]:
    held = (
        select(func.max(AnswerRow.value))
        .where(AnswerRow.deal_id == DealRow.id, AnswerRow.key == key)
        .correlate(DealRow)
        .scalar_subquery()
    )
    return func.coalesce(held, "")


def _by_deal(key: str, *more: Any) -> Select[Any]:
    return select(AnswerRow.deal_id, *more).where(AnswerRow.key == key).group_by(AnswerRow.deal_id)


def _holds(key: str, value: str) -> ColumnElement[bool]:
    if not value:
        return _looked_up(key) == value
    return DealRow.id.in_(_by_deal(key).having(func.max(AnswerRow.value) == value))


def picked(session: Session, wanted: Slice) -> Slice:
    """The same deals by their ids, where it takes a look at another table for each of them: a page
    and its sums would take two."""
    if wanted.answer is None:
        return wanted
    ids = session.scalars(select(DealRow.id).where(*conditions(session, wanted)))
    return Slice(ids=tuple(ids))


def page(session: Session, wanted: Slice, *, offset: int, limit: int) -> list[Deal]:
    """Some of the deals, the largest first. Which ones is told by an index alone, so that only
    these rows are visited."""
    ids = session.scalars(
        select(DealRow.id)
        .where(*conditions(session, wanted))
        .order_by(*_LARGEST_FIRST)
        .offset(offset)
        .limit(limit)
    ).all()
    lines = session.execute(visible.deals().where(DealRow.id.in_(ids)).order_by(*_LARGEST_FIRST))
    return [visible.deal_value(*line) for line in lines]


_LARGEST_FIRST = (DealRow.amount.is_(None), DealRow.amount.desc(), DealRow.id)


def rows(session: Session, wanted: Slice) -> Any:
    """All of them for a file, as they are told outside, some at a time."""
    owner = func.coalesce(PersonRow.slack_user_id, PersonRow.name)
    return session.execute(
        select(
            DealRow.id,
            DealRow.name,
            AccountRow.name,
            owner,
            DealRow.stage_key,
            DealRow.status,
            DealRow.amount,
            DealRow.currency,
            DealRow.probability,
            DealRow.closes_on,
            DealRow.created_at,
            DealRow.closed_at,
            DealRow.close_reason,
            DealRow.external_id,
        )
        .outerjoin(AccountRow, AccountRow.id == DealRow.account_id)
        .outerjoin(PersonRow, PersonRow.id == DealRow.owner_id)
        .where(*conditions(session, wanted))
        .order_by(*_LARGEST_FIRST)
        .execution_options(yield_per=1_000)
    )


COLUMNS = (
    "id", "name", "account", "owner", "stage", "status", "amount", "currency", "probability",
    "expected_close", "created_at", "closed_at", "close_reason", "external_id",
)  # fmt: skip
"""What `rows` holds, as it is named outside."""
