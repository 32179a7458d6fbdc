"""The door to the database: one act, one session, one transaction, in a worker thread."""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, Select, create_engine, event, func, make_url, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

from bot.domain.playbook_document import Document
from bot.domain.refusal import Overtaken
from store import scope

P = ParamSpec("P")
T = TypeVar("T")

POOL = 8
"""Threads (and on PostgreSQL connections) that work at once."""


PATIENCE = 20
"""How often an act that others overtake is begun anew."""

IN_LINE = 7_473_536
"""The lock, one for each workspace, that such acts wait for."""


def _line_up(workspace_id: int | None) -> Select[Any]:
    """PostgreSQL's lock by two numbers takes small ones: two of the largest workspaces may share a
    line, and only wait for each other then."""
    return select(func.pg_advisory_xact_lock(IN_LINE, (workspace_id or 0) % 2**31))


class _BoundSession(Session):
    """A session whose queries are bound to a workspace (store.scope)."""


scope.guard(_BoundSession)


class Store:
    """A database and the threads that speak to it.

    `transact` writes: on SQLite one at a time, each from BEGIN IMMEDIATE to COMMIT; on
    PostgreSQL up to POOL side by side. `read` never writes and never waits for a writer.
    A new workspace begins with `first_playbook` (its document and text), or the default.
    """

    def __init__(self, url: str, first_playbook: tuple[Document, str] | None = None) -> None:
        self.engine = _engine(url)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self.when_promised: Callable[[], None] = _nobody_waits
        self.when_acted: Callable[[], None] = _nobody_waits
        self._writers = ThreadPoolExecutor(1 if self.is_sqlite else POOL, "store-write")
        self._readers = (
            ThreadPoolExecutor(POOL // 2, "store-read") if self.is_sqlite else self._writers
        )
        first = {} if first_playbook is None else {scope.FIRST_PLAYBOOK: first_playbook}
        self._sessions = sessionmaker(
            self.engine, class_=_BoundSession, expire_on_commit=False, info=first
        )
        reading = self.engine.execution_options(reads_only=True)
        self._readings = sessionmaker(reading, class_=_BoundSession, expire_on_commit=False)

    async def transact(
        self,
        workspace_id: int | None,
        act: Callable[Concatenate[Session, P], T],
        *args: P.args,
        **facts: P.kwargs,
    ) -> T:
        """Runs `act(session, …)` in one transaction; what it returns is told after the commit.

        Where the act promised a message, `when_promised` is called then, in the caller's loop;
        where it began a part of the history, `when_acted`.
        """
        work = partial(self._run, workspace_id, act, *args, **facts)
        made, left = await self._in(self._writers, work)
        if scope.PROMISED in left:
            self.when_promised()
        if scope.ACTED in left:
            self.when_acted()
        return made

    async def read(
        self,
        workspace_id: int | None,
        act: Callable[Concatenate[Session, P], T],
        *args: P.args,
        **facts: P.kwargs,
    ) -> T:
        """Runs a question that changes nothing."""
        return await self._in(self._readers, partial(self.ask, workspace_id, act, *args, **facts))

    def run(
        self,
        workspace_id: int | None,
        act: Callable[Concatenate[Session, P], T],
        *args: P.args,
        **facts: P.kwargs,
    ) -> T:
        """`transact` for those without an event loop: the command line and tests."""
        return self._run(workspace_id, act, *args, **facts)[0]

    def _run(
        self,
        workspace_id: int | None,
        act: Callable[Concatenate[Session, P], T],
        *args: P.args,
        **facts: P.kwargs,
    ) -> tuple[T, frozenset[str]]:
        """What the act made, and what it left to be done after the commit. An act that another one
        overtook, as they can on PostgreSQL, is made anew: it sees then what the other one did."""

        def work(session: Session) -> T:
            return act(session, *args, **facts)

        for tried in range(PATIENCE):
            with suppress(Overtaken):
                return self._once(workspace_id, work, is_anew=tried > 0)
        return self._once(workspace_id, work, is_anew=True)

    def _once(
        self, workspace_id: int | None, act: Callable[[Session], T], *, is_anew: bool
    ) -> tuple[T, frozenset[str]]:
        """One try. Those that were overtaken stand in line: they don't overtake each other."""
        with self._sessions.begin() as session:
            if is_anew and not self.is_sqlite:
                session.connection().execute(_line_up(workspace_id))
            if workspace_id is not None:
                scope.bind(session, workspace_id)
            made = act(session)
        return made, frozenset(session.info) & {scope.PROMISED, scope.ACTED}

    def ask(
        self,
        workspace_id: int | None,
        act: Callable[Concatenate[Session, P], T],
        *args: P.args,
        **facts: P.kwargs,
    ) -> T:
        """`read` for those without an event loop."""
        with self._readings() as session:
            if workspace_id is not None:
                scope.bind(session, workspace_id)
            return act(session, *args, **facts)

    async def _in(self, threads: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(threads, copy_context().run, work)

    def close(self) -> None:
        """Waits for acts under way, then lets go of every connection."""
        self._writers.shutdown()
        self._readers.shutdown()
        self.engine.dispose()


def _nobody_waits() -> None:
    """Until somebody asks to be woken."""


def _engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(parsed, connect_args={"timeout": 10, "check_same_thread": False})
        event.listen(engine, "connect", _honest_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    return create_engine(
        parsed.set(drivername="postgresql+psycopg"),
        pool_size=POOL,
        max_overflow=4,
        pool_pre_ping=True,
    )


def _honest_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Takes the driver's hands off transactions; WAL, full sync and foreign keys on."""
    assert isinstance(connection, sqlite3.Connection)  # noqa: S101 - narrows the type
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-32000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its lock at once: a deferred one can lose what it read before writing."""
    reads_only = connection.get_execution_options().get("reads_only", False)
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")
