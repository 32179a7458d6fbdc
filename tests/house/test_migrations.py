"""Migrations lead in one line from nothing to what the code expects, and back."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from bot.domain.playbook import DEFAULT_STAGES
from store import migrate, stages
from store.engine import Store
from store.schema import Base
from store.schema.base import ON


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
    engine = store.engine.dialect.name

    def is_here(told: Any, *_more: object) -> bool:
        return bool(told.info.get(ON, engine) == engine)

    with store.engine.connect() as connection:
        opts = {"compare_type": True, "include_object": is_here}
        context = MigrationContext.configure(connection, opts=opts)
        differences = compare_metadata(context, Base.metadata)
    assert differences == []


def test_a_workspace_from_before_the_playbook_keeps_its_stages_and_is_asked_nothing(
    empty: Store,
) -> None:
    migrate.upgrade(empty.engine, "0001")
    with empty.engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO workspaces (id, slack_team_id, name, locale, tz, currency, created_at)"
                " VALUES (1, 'T1', 'Old', 'en-US', 'UTC', 'USD', '2026-01-01 00:00:00')"
            )
        )
        for position, stage in enumerate(DEFAULT_STAGES.all, 1):
            connection.execute(
                text(
                    "INSERT INTO stages (workspace_id, playbook_version, key, names, aliases, kind,"
                    " position, probability, expected_days, silent_after, forecast)"
                    " VALUES (1, 1, :key, :names, :aliases, :kind, :position, :probability, :days,"
                    " :silent, :forecast)"
                ),
                {
                    "key": stage.key,
                    "names": json.dumps(stage.names),
                    "aliases": json.dumps(stage.aliases),
                    "kind": stage.kind.value,
                    "position": position,
                    "probability": stage.probability,
                    "days": stage.expected_days,
                    "silent": stage.silent_after,
                    "forecast": stage.forecast,
                },
            )
    migrate.upgrade(empty.engine)
    kept = empty.ask(1, stages.in_force)
    assert [one.key for one in kept.all] == [one.key for one in DEFAULT_STAGES.all]
    assert [replace(one, exit=(), purpose=None) for one in DEFAULT_STAGES.all] == list(kept.all)
    assert kept.reason("competitor") is not None
    migrate.downgrade(empty.engine, "0001")
    with empty.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM stages")).scalar() == 6
