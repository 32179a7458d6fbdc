"""SQL is spoken in the store alone, and a transaction ends in one place alone."""

import ast
import re

from tests.house.source import called, calls, fits, sources

TRANSACTIONS_END_IN = ("store/engine.py",)

RAW_SQL_IN = (
    "store/backup.py",  # a database is emptied, and PostgreSQL's counters go on
    "store/engine.py",  # SQLite's pragmas and BEGIN IMMEDIATE
    "store/migrate.py",  # the lock between replicas that start together
    "store/migrations/",
    "store/schema/",  # the conditions of partial indexes
)

TABLES_IN = (
    "store/prepared.py",  # refuses a statement that is not bound
    "store/history.py",  # reads a column's type
    "store/migrations/",
)

CHANGES_A_WAY = re.compile(
    r"(update|delete)\(\s*StageChangeRow|insert_all\([^)]*StageChangeRow"
    r"|(?<!class )StageChangeRow\("
)
"""How changes of stage are written or taken away."""

SESSION_ALONE = frozenset({("sqlalchemy.orm", "Session")})
"""What use cases and handlers may name of SQLAlchemy: the session that they pass through."""

_ENDINGS = frozenset({"commit", "rollback", "begin_nested"})
_RAW = frozenset({"text", "exec_driver_sql", "DDL", "literal_column"})


def test_a_transaction_ends_in_the_engine_alone() -> None:
    strays = [
        source.at(call)
        for source in sources()
        if not fits(source.name, TRANSACTIONS_END_IN)
        for call in calls(source)
        if isinstance(call.func, ast.Attribute) and called(call) in _ENDINGS and not call.args
    ]
    assert not strays


def test_sql_is_written_out_in_few_places() -> None:
    strays = [
        source.at(call)
        for source in sources()
        if not fits(source.name, RAW_SQL_IN) and "sqlalchemy" in source.text
        for call in calls(source)
        if called(call) in _RAW
    ]
    assert not strays


def test_nobody_goes_past_the_mapped_classes() -> None:
    """A query on a bare table would not be bound to a workspace (the session refuses it)."""
    strays = [
        source.at(node)
        for source in sources()
        if not fits(source.name, TABLES_IN)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and node.attr == "__table__"
    ]
    assert not strays


def test_whoever_changes_the_way_of_a_deal_keeps_what_it_comes_to() -> None:
    """What is kept beside the history (store.ways) follows in the same transaction."""
    writers = [source for source in sources("store") if CHANGES_A_WAY.search(source.text)]
    assert {"store/deals.py", "store/imports.py"} <= {source.name for source in writers}
    assert not [source.name for source in writers if "ways." not in source.text]


def test_outside_the_store_only_the_session_and_faults_are_named() -> None:
    strays = [
        f"{source.at(node)}: {node.module}.{one.name}"
        for source in sources("bot", "handlers", "schedules")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ImportFrom) and str(node.module).split(".")[0] == "sqlalchemy"
        for one in node.names
        if (node.module, one.name) not in SESSION_ALONE and node.module != "sqlalchemy.exc"
    ]
    assert not strays
