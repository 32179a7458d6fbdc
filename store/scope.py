"""Binds every query and every new row of a session to one workspace, by construction."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import event, insert, true
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria

from store.schema import Base
from store.schema.base import OfWorkspace, Removable

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
    """Many new rows at once, bound to the session's workspace like any other."""
    workspace_id = workspace_of(session)
    if rows:
        session.execute(insert(table), [row | {"workspace_id": workspace_id} for row in rows])


def _of_workspace(workspace_id: int) -> Callable[[type[OfWorkspace]], Any]:
    return lambda cls: cls.workspace_id == workspace_id


def _restrict(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_column_load or state.is_relationship_load:
        return
    scoped = [m.class_ for m in state.all_mappers if issubclass(m.class_, OfWorkspace)]
    if not scoped:
        return
    workspace_id = workspace_of(state.session)
    state.statement = state.statement.options(
        with_loader_criteria(
            OfWorkspace,
            lambda cls: cls.workspace_id == workspace_id,
            include_aliases=True,
        )
    )
    if not state.execution_options.get("include_removed"):
        state.statement = state.statement.options(
            with_loader_criteria(
                Removable,
                lambda cls: cls.removed_at.is_(None),
                include_aliases=True,
            )
        )


def _stamp(session: Session, _context: object, _instances: object) -> None:
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


__all__ = ["INCLUDE_REMOVED", "Base", "UnboundQuery", "bind", "guard", "insert_all", "workspace_of"]
