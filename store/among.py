"""A column among many ids, handed over as one value however many they are.

A placeholder for every id costs more than the answer once there are hundreds, and there may not
be more than some ten thousand in a statement.
"""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Dialect,
    SQLColumnExpression,
    String,
    any_,
    bindparam,
    cast,
    func,
    select,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType, TypeDecorator


class _Ids(TypeDecorator[Collection[int]]):
    """Whole numbers as text, which each engine reads as a list of its own."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Collection[int] | None, dialect: Dialect) -> str:
        listed = json.dumps(list(value or ()))
        return "{" + listed[1:-1] + "}" if dialect.name == "postgresql" else listed


class _Among(FunctionElement[Any]):
    type = NullType()  # as a Boolean SQLite would be asked whether it equals 1, and use no index
    inherit_cache = True


def among(column: SQLColumnExpression[Any], ids: Collection[int]) -> _Among:
    """Whether a column of whole numbers holds one of the ids."""
    return _Among(column, bindparam(None, ids, type_=_Ids()))


@compiles(_Among, "postgresql")
def _on_postgres(element: _Among, compiler: SQLCompiler, **kw: Any) -> str:
    column, ids = element.clauses
    return compiler.process(column == any_(cast(ids, ARRAY(BigInteger))), **kw)


@compiles(_Among, "sqlite")
def _on_sqlite(element: _Among, compiler: SQLCompiler, **kw: Any) -> str:
    column, ids = element.clauses
    listed = func.json_each(ids).table_valued("value")
    return compiler.process(column.in_(select(listed.c.value)), **kw)
