"""Binds every query and every new row of a session to one workspace, by construction."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ClauseElement, CursorResult, Insert, Table, event, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import (
    LoaderCriteriaOption,
    ORMExecuteState,
    Session,
    class_mapper,
    with_loader_criteria,
)
from sqlalchemy.sql import visitors

from store import bulk
from store.schema.base import OfWorkspace, Removable

OWNED = "workspace_id"
"""The column that says whose a row is; whatever table has it is bound."""

PROMISED = "promised"
"""Stands in a session's info once a message was promised in it."""

ACTED = "acted"
"""Stands in a session's info once an act was begun in it."""

RUN = "run"
"""Stands in a session's info: the run of a job within which it decides."""

FIRST_PLAYBOOK = "first_playbook"
"""Stands in a session's info: the document and text that a new workspace starts with."""

INCLUDE_REMOVED = {"include_removed": True}
"""Execution options for the few queries that must see what undo took away."""


class UnboundQuery(RuntimeError):
    """A query or a row for workspace data in a session that belongs to no workspace."""


def bind(session: Session, workspace_id: int) -> None:
    """From here on the session sees this workspace's rows alone. Binding twice is a fault."""
    if session.info.setdefault("workspace_id", workspace_id) != workspace_id:
        raise UnboundQuery("a session was bound to a second workspace")


def workspace_of(session: Session) -> int:
    """The workspace that the session is bound to; raises UnboundQuery without one."""
    bound: int | None = session.info.get("workspace_id")
    if bound is None:
        raise UnboundQuery("workspace data was asked for without a workspace")
    return bound


def insert_all(session: Session, table: type[OfWorkspace], rows: Sequence[dict[str, Any]]) -> None:
    """Many new rows at once, bound to the session's workspace like any other.

    Written past the mapped classes, which cost three times as much as the rows themselves.
    """
    workspace_id = workspace_of(session)
    if rows:
        session.flush()
        own = [row | {OWNED: workspace_id} for row in rows]
        _execute(session, insert(_table(table)), own)


def insert_all_once(
    session: Session,
    table: type[OfWorkspace],
    rows: Sequence[dict[str, Any]],
    *,
    unique: Sequence[str],
    known_by: str,
) -> dict[Any, int]:
    """New rows of the workspace, those left out that have the same `unique` columns as one that
    is there. Returns the ids of the new ones by the column that they are `known_by`."""
    if not rows:
        return {}
    session.flush()
    columns = _table(table).c
    statement = (
        _insert(session, table)
        .on_conflict_do_nothing(index_elements=[OWNED, *unique])
        .returning(columns[known_by], columns.id)
    )
    workspace_id = workspace_of(session)
    own = [row | {OWNED: workspace_id} for row in rows]
    return {row[0]: row[1] for row in _execute(session, statement, own)}


def _execute(
    session: Session, statement: Insert, rows: Sequence[dict[str, Any]]
) -> CursorResult[*tuple[Any, ...]]:
    """SQLite takes rows one by one as fast as it takes them at all."""
    connection = session.connection()
    if len(rows) > 1 and connection.dialect.name == "postgresql":
        return connection.execute(bulk.from_document(statement, rows, connection.dialect))
    return connection.execute(statement, rows)


def _insert(session: Session, table: type[OfWorkspace]) -> postgresql.Insert | sqlite.Insert:
    on_postgres = session.get_bind().dialect.name == "postgresql"
    rows = _table(table)
    return postgresql.insert(rows) if on_postgres else sqlite.insert(rows)


def _table(row: type[OfWorkspace]) -> Table:
    table = class_mapper(row).local_table
    assert isinstance(table, Table)  # noqa: S101 - narrows the type
    return table


def insert_once(
    session: Session, table: type[OfWorkspace], row: dict[str, Any], *, unique: Sequence[str]
) -> int | None:
    """One new row of the workspace; None where there is one with the same `unique` columns."""
    made = insert_all_once(session, table, [row], unique=unique, known_by=unique[0])
    return next(iter(made.values()), None)


def _restrict(state: ORMExecuteState) -> None:
    if state.is_column_load or state.is_relationship_load:
        return
    if state.is_insert:
        _require_own(state)
        return
    bound: int | None = state.session.info.get("workspace_id")
    if bound is None or not state.is_orm_statement:
        _require_nobodys(state)
        return
    if state.is_update and state.is_executemany:
        raise UnboundQuery("an update by key would reach past the workspace's condition")
    state.statement = state.statement.options(_of_workspace(bound))
    if not state.execution_options.get("include_removed"):
        state.statement = state.statement.options(_NOT_REMOVED)


def _of_workspace(workspace_id: int) -> LoaderCriteriaOption:
    return with_loader_criteria(
        OfWorkspace, lambda cls: cls.workspace_id == workspace_id, include_aliases=True
    )


_NOT_REMOVED = with_loader_criteria(
    Removable, lambda cls: cls.removed_at.is_(None), include_aliases=True
)


def _require_nobodys(state: ORMExecuteState) -> None:
    """Without a workspace, or written past the mapped classes, no such table may be named:
    neither at the top of a statement nor in anything inside it."""
    statement = state.statement
    assert isinstance(statement, ClauseElement)  # noqa: S101 - narrows the type
    for part in visitors.iterate(statement):
        if isinstance(part, Table) and OWNED in part.c:
            raise UnboundQuery(f"{part.name} was asked for past its workspace")


def _require_own(state: ORMExecuteState) -> None:
    """Rows that go in as they are must say that they are the bound workspace's."""
    mapper = state.bind_mapper
    if mapper is None or not issubclass(mapper.class_, OfWorkspace):
        _require_nobodys(state)
        return
    bound = workspace_of(state.session)
    given = state.parameters or {}
    rows = [given] if isinstance(given, Mapping) else given
    if any(row.get(OWNED) != bound for row in rows):
        raise UnboundQuery("a row of another workspace was to be saved")


def _stamp(session: Session, _context: object, _instances: object) -> None:
    for row in session.dirty:
        if isinstance(row, OfWorkspace) and row.workspace_id != workspace_of(session):
            raise UnboundQuery("a row was to be handed to another workspace")
    for row in session.new:
        if isinstance(row, OfWorkspace):
            bound = workspace_of(session)
            if row.workspace_id is None:
                row.workspace_id = bound
            elif row.workspace_id != bound:
                raise UnboundQuery("a row of another workspace was to be saved")


def guard(session_class: type[Session]) -> None:
    """Switches the binding on for a class of sessions."""
    event.listen(session_class, "do_orm_execute", _restrict)
    event.listen(session_class, "before_flush", _stamp)
