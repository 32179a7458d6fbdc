"""What each deal's way through the stages comes to, kept beside its history: which stages it stood
in, and how long each stay lasted that is over. Followed in the transaction that changes the way."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Numeric,
    String,
    Subquery,
    bindparam,
    case,
    cast,
    extract,
    func,
    literal,
    null,
    or_,
    select,
)
from sqlalchemy.orm import Session

from bot.domain.facts import Difference
from store.prepared import Computed, Following, Prepared, here, ours, table_of
from store.schema import DealRow, StageChangeRow

AT_ONCE = 500
MILLISECOND = timedelta(milliseconds=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_deals, _changes = table_of(DealRow), table_of(StageChangeRow)
_IDS: BindParameter[Sequence[int]] = bindparam("deal_ids", expanding=True)


def stood_in(stage_keys: Sequence[str]) -> str:
    """Stages as they are kept with a deal, that entered last at the end; a space around each, so
    that a key is found whole."""
    ordered = [*dict.fromkeys(reversed(stage_keys))][::-1]
    return f" {' '.join(ordered)} " if ordered else ""


def of_new(steps: Sequence[Mapping[str, Any]], made_at: datetime) -> list[dict[str, Any]]:
    """The steps of a deal that is about to be written, in order, with how long each stay lasted."""
    ends = [*(_moment(step["changed_at"]) for step in steps[1:]), None]
    return [
        {
            **step,
            "lasted": None if end is None else end - _moment(step["changed_at"]),
            "deal_made_at": None if end is None else made_at,
        }
        for step, end in zip(steps, ends, strict=True)
    ]


def _moment(at: datetime) -> int:
    return (at - EPOCH) // MILLISECOND


def entering(stage_key: str) -> Following:
    """For the statement that moves a deal: one more stage that it stood in."""
    return Following(_ENTERED, {"spaced": f" {stage_key} ", "entered": f"{stage_key} "})


def leave(session: Session, deal_id: int, made_at: datetime, at: datetime) -> bool:
    """Before a deal enters its next stage: the stay that lasts so far is over. False where it is
    not the one that ends now, as the next is not the latest; then `follow` is called for."""
    engine = session.get_bind().dialect.name
    facts = {"of_deal": deal_id, "made_at": made_at, "at": at, "moment": _moment(at)}
    return _leaving(engine).run(session, **facts).rowcount == 1


def follow(session: Session, deal_ids: Collection[int]) -> None:
    """After the way of some deals changed: what is kept of it is what their history says now."""
    engine, ordered = session.get_bind().dialect.name, sorted(deal_ids)
    for start in range(0, len(ordered), AT_ONCE):
        ids = ordered[start : start + AT_ONCE]
        _keep_stays(engine).run(session, deal_ids=ids)
        _KEEP_STAGES.run(session, deal_ids=ids)


def rebuild(session: Session) -> None:
    """`follow` for every deal there is."""
    for ids in _all_ids(session):
        follow(session, ids)


def differences(session: Session) -> Iterator[Difference]:
    """Where what is kept of a way and its history differ."""
    engine = session.get_bind().dialect.name
    for ids in _all_ids(session):
        for stay in _wrong_stays(engine).run(session, deal_ids=ids):
            what = f"{stay.name}, {stay.to_stage}"
            yield Difference(what, {"lasted": stay.lasted}, {"lasted": stay.told})
        for deal in _WRONG_STAGES.run(session, deal_ids=ids):
            yield Difference(deal.name, {"stood_in": deal.stood_in}, {"stood_in": deal.told})


def _all_ids(session: Session) -> Iterator[list[int]]:
    last = 0
    while ids := list(
        session.scalars(
            select(DealRow.id).where(DealRow.id > last).order_by(DealRow.id).limit(AT_ONCE)
        )
    ):
        yield ids
        last = ids[-1]


def _milliseconds(engine: str, at: ColumnElement[Any]) -> ColumnElement[int]:
    """Whole milliseconds of a moment, those begun left out."""
    if engine == "sqlite":
        seconds = cast(func.strftime("%s", at), BigInteger)
        return seconds * 1_000 + cast(func.substr(at, 21, 3), BigInteger)
    return cast(func.floor(cast(extract("epoch", at), Numeric) * 1_000), BigInteger)


def _stays(engine: str) -> Subquery:
    """Each change of stage with how long the stay lasted that begins with it."""
    at = _milliseconds(engine, _changes.c.changed_at)
    left = func.lead(at).over(
        partition_by=_changes.c.deal_id, order_by=(_changes.c.changed_at, _changes.c.id)
    )
    stays = (
        select(_changes.c.id, (left - at).label("lasted"), _deals.c.created_at, _deals.c.name)
        .join(_deals, _deals.c.id == _changes.c.deal_id)
        .where(*here(_changes), ours(_deals), _changes.c.deal_id.in_(_IDS))
        .subquery()
    )
    made_at = case((stays.c.lasted.is_(None), null()), else_=stays.c.created_at)
    return select(stays, made_at.label("deal_made_at")).subquery()


def _differ(stays: Subquery) -> tuple[ColumnElement[bool], ...]:
    names = ("lasted", "deal_made_at")
    return (
        _changes.c.id == stays.c.id,
        ours(_changes),
        or_(*(_changes.c[name].is_distinct_from(stays.c[name]) for name in names)),
    )


@cache
def _leaving(engine: str) -> Prepared:
    lasted = bindparam("moment", type_=BigInteger) - _milliseconds(engine, _changes.c.changed_at)
    made_at = bindparam("made_at", type_=_changes.c.deal_made_at.type)
    return Prepared(
        _changes.update()
        .where(
            *here(_changes),
            _changes.c.deal_id == bindparam("of_deal"),
            _changes.c.lasted.is_(None),
            _changes.c.changed_at <= bindparam("at", type_=_changes.c.changed_at.type),
        )
        .values(lasted=lasted, deal_made_at=made_at)
    )


_ENTERED = Computed(
    "stood_in",
    case(
        (_deals.c.stood_in == "", " "),
        else_=func.replace(_deals.c.stood_in, bindparam("spaced", type_=String), " "),
    ).concat(bindparam("entered", type_=String)),
)


@cache
def _keep_stays(engine: str) -> Prepared:
    stays = _stays(engine)
    kept = {"lasted": stays.c.lasted, "deal_made_at": stays.c.deal_made_at}
    return Prepared(_changes.update().where(*_differ(stays)).values(kept))


@cache
def _wrong_stays(engine: str) -> Prepared:
    stays = _stays(engine)
    shown = (stays.c.name, _changes.c.to_stage, _changes.c.lasted, stays.c.lasted.label("told"))
    return Prepared(select(*shown).where(*_differ(stays)).order_by(_changes.c.id))


def _told_stages() -> ColumnElement[str]:
    """The stages that a deal's history says it stood in."""
    last = (func.max(_changes.c.changed_at), func.max(_changes.c.id))
    ones = (
        select(_changes.c.to_stage)
        .where(*here(_changes), ours(_deals), _changes.c.deal_id == _deals.c.id)
        .group_by(_changes.c.to_stage)
        .order_by(*last)
        .correlate(_deals)
        .subquery()
    )
    listed = select(func.aggregate_strings(ones.c.to_stage, " ")).correlate(_deals)
    return func.coalesce(literal(" ").concat(listed.scalar_subquery()).concat(" "), "")


_THESE = (ours(_deals), _deals.c.id.in_(_IDS), _deals.c.stood_in != _told_stages())
_KEEP_STAGES = Prepared(_deals.update().where(*_THESE).values(stood_in=_told_stages()))
_WRONG_STAGES = Prepared(
    select(_deals.c.name, _deals.c.stood_in, _told_stages().label("told"))
    .where(*_THESE)
    .order_by(_deals.c.id)
)
