"""Many new rows as one parameter of one short statement, for PostgreSQL.

A statement with a placeholder for every value is read sign by sign by the driver and planned anew
by the server; a document of all rows costs neither.
"""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import JSON, Column, Dialect, Insert, String, Table, bindparam, cast, func, select

_Statement = TypeVar("_Statement", bound=Insert)


def from_document(
    statement: _Statement, rows: Sequence[dict[str, Any]], dialect: Dialect
) -> _Statement:
    """The statement with the rows as what it inserts; all of them name the columns of the first.

    None in a column of documents becomes NULL.
    """
    table = statement.table
    assert isinstance(table, Table)  # noqa: S101 - narrows the type
    columns = [table.c[name] for name in rows[0]]
    document = json.dumps(_plain(columns, rows, dialect), default=_text, ensure_ascii=False)
    given = (
        func.json_to_recordset(cast(bindparam(None, document, String), JSON))
        .table_valued(*(Column(column.name, column.type) for column in columns), name="given")
        .render_derived(with_types=True)
    )
    return statement.from_select([column.name for column in columns], select(given))


def _plain(
    columns: Sequence[Column[Any]], rows: Sequence[dict[str, Any]], dialect: Dialect
) -> list[dict[str, Any]]:
    """The rows as their columns' types hand them to the driver."""
    turned = {
        column.name: turn
        for column in columns
        if not isinstance(column.type, JSON)
        and (turn := column.type.dialect_impl(dialect).bind_processor(dialect)) is not None
    }
    return [
        row | {name: turn(row[name]) for name, turn in turned.items()} if turned else row
        for row in rows
    ]


def _text(value: object) -> str:
    if isinstance(value, date):  # a moment too
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"not a value of a column: {value!r}")
