"""Migrations lead in one line from nothing to what the code expects, and back."""

from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from store import migrate
from store.engine import Store
from store.schema import Base


@pytest.fixture
def empty(empty_database_url: str) -> Iterator[Store]:
    opened = Store(empty_database_url)
    yield opened
    opened.close()


def tables(store: Store) -> set[str]:
    return set(inspect(store.engine).get_table_names()) - {"alembic_version"}


def test_there_is_one_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.MIGRATIONS))
    assert len(ScriptDirectory.from_config(config).get_heads()) == 1


def test_an_empty_database_goes_up_and_down_and_up_again(empty: Store) -> None:
    assert not migrate.is_current(empty.engine)
    migrate.upgrade(empty.engine)
    assert tables(empty) == set(Base.metadata.tables)
    assert migrate.is_current(empty.engine)
    migrate.downgrade(empty.engine, "base")
    assert tables(empty) == set()
    assert not migrate.is_current(empty.engine)
    migrate.upgrade(empty.engine)
    assert tables(empty) == set(Base.metadata.tables)


def test_an_upgrade_of_what_is_up_to_date_changes_nothing(store: Store) -> None:
    migrate.upgrade(store.engine)
    assert migrate.is_current(store.engine)


def test_the_migrations_make_what_the_tables_say(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Base.metadata)
    assert differences == []
