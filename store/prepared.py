"""Statements written once and bound to the session's workspace: the hot path, ten times as fast.

Building an ORM select and adding the workspace's condition anew costs 0.2 ms a time; the same
select prepared as SQL on the tables costs 0.02 ms (measured on SQLite, one row by its key). The
binding is by construction here too: a statement that does not compare the workspace of every
table it names is refused when its module is imported.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    Alias,
    BindParameter,
    ClauseElement,
    ColumnClause,
    ColumnElement,
    CursorResult,
    FromClause,
    Insert,
    Join,
    Select,
    Table,
    Update,
    bindparam,
)
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.sql import operators, visitors
from sqlalchemy.sql.elements import BinaryExpression, BooleanClauseList
from sqlalchemy.sql.selectable import CompoundSelect

from store.scope import OWNED, UnboundQuery, workspace_of

HERE = "here"
"""The parameter that holds the session's workspace; an update takes a column's own name for a value
that it is to set."""


def table_of(row: type[DeclarativeBase]) -> Table:
    table = row.__table__
    assert isinstance(table, Table)  # noqa: S101 - narrows the type
    return table


def ours(table: Table) -> ColumnElement[bool]:
    """The condition that binds a table to the workspace, whether undo took its rows away or not."""
    return table.c[OWNED] == bindparam(HERE)


def here(*tables: Table) -> tuple[ColumnElement[bool], ...]:
    """The conditions that bind tables to the workspace, and hide what undo took away."""
    conditions: list[ColumnElement[bool]] = []
    for table in tables:
        conditions.append(ours(table))
        if "removed_at" in table.c:
            conditions.append(table.c.removed_at.is_(None))
    return tuple(conditions)


class Prepared:
    """A select, or a change of many rows, that runs in the workspace of whichever session it is
    given."""

    def __init__(self, statement: Select[Any] | CompoundSelect[Any] | Update) -> None:
        self._statement = statement
        _require_bound(statement)

    def run(self, session: Session, **facts: object) -> CursorResult[Any]:
        """Its rows, from the session's own transaction; what is pending there is written first."""
        session.flush()
        given = facts | {HERE: workspace_of(session)}
        return session.connection().execute(self._statement, given)


def _require_bound(statement: Select[Any] | CompoundSelect[Any] | Update) -> None:
    """Every select, the inner ones too, must hold each table it reads from to the workspace; so
    must an update its own table, and every other that it names outside of a select."""
    for part in visitors.iterate(statement):
        if isinstance(part, Select):
            sources = part.get_final_froms()
            bound = _compared(part.whereclause).union(*map(_compared_in_joins, sources))
            _require(bound, (table for source in sources for table in _tables(source)))
        elif isinstance(part, Update):
            bound = _compared(part.whereclause)
            _require(bound, (part.table, *_named(part)))


def _require(bound: set[FromClause], named: Iterable[FromClause]) -> None:
    loose = set(named) - bound
    if loose:
        names = ", ".join(sorted(str(table) for table in loose))
        raise UnboundQuery(f"a prepared statement reaches past its workspace: {names}")


def _named(part: ClauseElement) -> Iterator[FromClause]:
    """The tables of the columns that stand outside of any inner select."""
    for inner in part.get_children():
        if isinstance(inner, ColumnClause) and inner.table is not None:
            yield from _tables(inner.table)
        elif not isinstance(inner, Select | CompoundSelect):
            yield from _named(inner)


def _tables(source: FromClause) -> Iterator[FromClause]:
    """The tables, and tables by another name, that a FROM is made of."""
    if isinstance(source, Join):
        yield from _tables(source.left)
        yield from _tables(source.right)
    elif isinstance(source, Table | Alias) and OWNED in source.c:
        yield source


def _compared_in_joins(source: FromClause) -> set[FromClause]:
    """The tables that the conditions of joins hold; an outer join's hold its right side alone."""
    if not isinstance(source, Join):
        return set()
    compared = set() if source.full else _compared(source.onclause)
    if source.isouter:
        compared &= set(_tables(source.right))
    return compared | _compared_in_joins(source.left) | _compared_in_joins(source.right)


def _compared(condition: ColumnElement[bool] | None) -> set[FromClause]:
    """The tables whose workspace a condition compares with the session's, whatever else it says."""
    match condition:
        case BooleanClauseList(operator=operators.and_, clauses=parts):
            return {table for part in parts for table in _compared(part)}
        case BinaryExpression(
            operator=operators.eq, left=ColumnClause(name=name), right=BindParameter(key=key)
        ) if (name, key) == (OWNED, HERE) and condition.left.table is not None:
            return {condition.left.table}
    return set()


def add(session: Session, row: DeclarativeBase) -> int:
    """Saves a new row without the unit of work (0.04 ms for 0.2); sets and returns its id."""
    table = table_of(type(row))
    held = {
        column.key: value
        for column in table.c
        if (value := getattr(row, column.key, None)) is not None
    }
    if held.setdefault(OWNED, workspace_of(session)) != workspace_of(session):
        raise UnboundQuery("a row of another workspace was to be saved")
    made = session.connection().execute(_insert(table), held).inserted_primary_key
    assert made is not None  # noqa: S101 - a single row's insert gives its key
    row.id = made[0]  # type: ignore[attr-defined] # every table has one
    return int(made[0])


@dataclass(frozen=True, eq=False)
class Computed:
    """A column that a change sets to what the database makes of the row as it stands."""

    name: str
    told: ColumnElement[Any]


@dataclass(frozen=True)
class Following:
    """A computed column, and the values of the parameters that it is computed from."""

    computed: Computed
    facts: Mapping[str, Any]


def change(
    session: Session,
    row: type[DeclarativeBase],
    row_id: int,
    version: int,
    changes: Mapping[str, Any],
    following: Following | None = None,
) -> bool:
    """Changes one row that still stands at `version`; False where it no longer does."""
    session.flush()
    facts = {f"new_{name}": value for name, value in changes.items()} | {
        "row_id": row_id,
        "was": version,
        "new_version": version + 1,
        HERE: workspace_of(session),
    }
    if following is not None:
        facts |= following.facts
    computed = following and following.computed
    statement = _update(table_of(row), tuple(sorted({*changes, "version"})), computed)
    done = session.connection().execute(statement, facts)
    session.expire_all()
    return done.rowcount == 1


@cache
def _insert(table: Table) -> Insert:
    return table.insert()


@cache
def _update(table: Table, columns: tuple[str, ...], computed: Computed | None) -> Update:
    """The statement that sets these columns of one row of the workspace, at its version."""
    also = {} if computed is None else {computed.name: computed.told}
    return (
        table.update()
        .where(
            table.c.id == bindparam("row_id"),
            table.c.version == bindparam("was"),
            ours(table),
        )
        .values(
            {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in columns} | also
        )
    )
