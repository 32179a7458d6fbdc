"""How far deals came, how they ended there, and how long they stayed, counted in the database."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from store import slices
from store.schema import DealRow, StageChangeRow
from store.slices import Slice
from store.types import UtcDateTime


@dataclass(frozen=True, slots=True)
class Came:
    """Deals of one owner that came as far as one place on the way, and how they stand now."""

    owner_id: int | None
    furthest: int
    status: str
    deals: int


@dataclass(frozen=True, slots=True)
class Stayed:
    """How often deals of one owner left a stage, and how many milliseconds they had been in it."""

    owner_id: int | None
    stage_key: str
    times: int
    lasted: int


def came(
    session: Session, wanted: Slice, places: Mapping[str, int], *, by_owner: bool = False
) -> list[Came]:
    """The deals of a slice, by the furthest of the `places` (stages, in order) that each has ever
    stood in; those that stood in none are left out. Their owners are told apart where asked for."""
    who = _owner(by_owner=by_owner)
    alike = session.execute(
        select(*who, DealRow.stood_in, DealRow.status, func.count())
        .where(*slices.conditions(session, wanted))
        .group_by(*who, DealRow.stood_in, DealRow.status)
    )
    counted: Counter[tuple[int | None, int, str]] = Counter()
    furthest = _Furthest(places)
    for *owner_id, stood_in, status, deals in alike:
        counted[owner_id[0] if owner_id else None, furthest[stood_in], status] += deals
    return [Came(*line, deals) for line, deals in counted.items() if line[1] >= 0]


class _Furthest(dict[str, int]):
    """The furthest of the places among stages as they are kept with a deal; -1 where there is none.
    Many deals went the same way."""

    def __init__(self, places: Mapping[str, int]) -> None:
        self._places = places

    def __missing__(self, stood_in: str) -> int:
        place = max((self._places.get(key, -1) for key in stood_in.split()), default=-1)
        self[stood_in] = place
        return place


def stayed(session: Session, wanted: Slice, *, by_owner: bool = False) -> list[Stayed]:
    """Of the deals of a slice: the stays in each stage that are over."""
    who = _owner(by_owner=by_owner)
    stays = and_(
        StageChangeRow.deal_made_at == _Held(DealRow.created_at),
        StageChangeRow.deal_id == DealRow.id,
        StageChangeRow.lasted.is_not(None),
    )
    rows = session.execute(
        select(*who, StageChangeRow.to_stage, func.count(), func.sum(StageChangeRow.lasted))
        .select_from(DealRow)
        .join(StageChangeRow, stays)
        .where(*slices.conditions(session, wanted), *_made(wanted))
        .group_by(*who, StageChangeRow.to_stage)
    )
    return [
        Stayed(owner_id[0] if owner_id else None, key, times, int(lasted))
        for *owner_id, key, times, lasted in rows
    ]


def _made(wanted: Slice) -> tuple[ColumnElement[bool], ...]:
    """When the deals came to be, said once more of their stays: PostgreSQL does not conclude it."""
    if wanted.made is None:
        return ()
    made_at = _Held(StageChangeRow.deal_made_at)
    return made_at >= wanted.made[0], made_at < wanted.made[1]


class _Held(FunctionElement[datetime]):
    """What a column holds, about which SQLite is told no more: where it has not counted its rows,
    it would conclude that a deal's stays are among those of the whole period, and look there."""

    type = UtcDateTime()
    inherit_cache = True


@compiles(_Held)
def _as_it_is(element: _Held, compiler: SQLCompiler, **kw: Any) -> str:
    return compiler.process(element.clauses, **kw)


@compiles(_Held, "sqlite")
def _on_sqlite(element: _Held, compiler: SQLCompiler, **kw: Any) -> str:
    return f"+{compiler.process(element.clauses, **kw)}"


def _owner(*, by_owner: bool) -> tuple[InstrumentedAttribute[int | None], ...]:
    return (DealRow.owner_id,) if by_owner else ()
