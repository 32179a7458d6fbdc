"""Everything, as one engine-neutral file: gzipped JSON lines, table by table."""

import gzip
import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Column, Connection, Engine, Integer, String, Table, text
from sqlalchemy.exc import IntegrityError

from bot.domain.refusal import Refusal
from store import migrate
from store.schema import Base

FORMAT = "pipekeeper-backup-1"
BATCH = 500


def save(engine: Engine, path: Path) -> int:
    """Writes every row of every table; returns how many. The file appears only once whole."""
    unfinished = path.with_name(f"{path.name}.part")
    count = 0
    with engine.connect() as connection, gzip.open(unfinished, "wt", encoding="utf-8") as out:
        head = {"format": FORMAT, "revision": migrate.revision(connection)}
        out.write(json.dumps(head) + "\n")
        for table in Base.metadata.sorted_tables:
            for row in connection.execute(table.select().order_by(*table.primary_key)).mappings():
                line = {name: _told(value) for name, value in row.items()}
                out.write(json.dumps([table.name, line], ensure_ascii=False) + "\n")
                count += 1
    unfinished.replace(path)
    return count


def load(engine: Engine, path: Path) -> int:
    """Replaces everything by what the file holds, in one transaction; returns the rows."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            head = json.loads(next(lines, "{}"))
            if not isinstance(head, dict) or head.get("format") != FORMAT:
                raise Refusal("backup-not-one", file=path.name)
            with engine.begin() as connection:
                if head["revision"] != migrate.revision(connection):
                    raise Refusal("backup-other-revision", revision=str(head["revision"]))
                return _replace(connection, (json.loads(line) for line in lines))
    except (gzip.BadGzipFile, EOFError, UnicodeDecodeError, json.JSONDecodeError) as broken:
        raise Refusal("backup-not-one", file=path.name) from broken
    except IntegrityError as broken:
        raise Refusal("backup-broken", file=path.name) from broken


def _replace(connection: Connection, lines: Iterator[list[Any]]) -> int:
    tables = {table.name: table for table in Base.metadata.sorted_tables}
    if connection.dialect.name == "sqlite":
        connection.execute(text("PRAGMA defer_foreign_keys=ON"))
    _empty(connection)
    count = 0
    for name, rows in _grouped(lines):
        table = tables[name]
        connection.execute(
            table.insert(), [_read(table, row) for row in _parents_first(name, rows)]
        )
        count += len(rows)
    if connection.dialect.name == "postgresql":
        _continue_numbers(connection)
    return count


def _empty(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        names = ", ".join(table.name for table in Base.metadata.sorted_tables)
        connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY"))
        return
    for table in reversed(Base.metadata.sorted_tables):
        connection.execute(table.delete())


def _grouped(lines: Iterator[list[Any]]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Runs of one table's rows; people all at once, since they name each other as managers."""
    name, rows = "", list[dict[str, Any]]()
    for table, row in lines:
        if rows and (table != name or (len(rows) >= BATCH and name != "people")):
            yield name, rows
            rows = []
        name = table
        rows.append(row)
    if rows:
        yield name, rows


def _parents_first(name: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """People in an order in which a manager comes before those led."""
    if name != "people":
        return rows
    placed: dict[int, None] = {}
    ordered: list[dict[str, Any]] = []
    waiting = rows
    while waiting:
        ready = [row for row in waiting if row["manager_id"] is None or row["manager_id"] in placed]
        if not ready:
            return ordered + waiting
        placed |= {row["id"]: None for row in ready}
        ordered += ready
        waiting = [row for row in waiting if row["id"] not in placed]
    return ordered


def _continue_numbers(connection: Connection) -> None:
    """PostgreSQL's counters go on behind the restored ids."""
    for table in Base.metadata.sorted_tables:
        connection.execute(
            text(
                f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'),"  # noqa: S608 - our own names
                f" coalesce(max(id), 1), max(id) IS NOT NULL) FROM {table.name}"
            )
        )


def _told(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return b64encode(value).decode()
    return value


def _read(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(table.c[name], told) for name, told in row.items()}


def _value(column: Column[Any], told: Any) -> Any:
    if told is None or isinstance(column.type, JSON | String | Integer):
        return told
    kind = column.type.python_type
    if kind is bytes:
        return b64decode(told)
    return kind.fromisoformat(told) if kind in (datetime, date, time) else kind(told)
