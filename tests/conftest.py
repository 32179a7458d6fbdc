"""What every test stands on: a clean environment, a clock that stands, a database of its own."""

import gc
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

from store.engine import Store
from tests.databases import Databases, PostgresServerOfTests, SqliteFiles
from tests.makers import FakeClock, Team, make_team

settings.register_profile(
    "house",
    deadline=None,
    derandomize="CI" in os.environ,  # noqa: TID251 - the tests' own switch, no setting of the bot
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("house")

_OURS = (
    "SLACK_", "PIPEKEEPER_", "DATABASE_URL", "PORT", "LOG_LEVEL", "LOG_FORMAT", "LC_", "LANG",
    "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "PGHOST", "PGPORT", "PGUSER",
)  # fmt: skip


def pytest_collection_finish() -> None:
    """What is loaded by now stays: to look through it for garbage again and again takes a tenth of
    the suite's time."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that the developer's shell sets reaches the bot."""
    for name in list(os.environ):  # noqa: TID251 - it is taken out here
        if name.upper().startswith(_OURS):
            monkeypatch.delenv(name)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(scope="session")
def sqlite_databases() -> Iterator[SqliteFiles]:
    files = SqliteFiles()
    files.prepare()
    yield files
    files.stop()


@pytest.fixture(scope="session")
def postgres_databases() -> Iterator[PostgresServerOfTests]:
    """A server for this run (under xdist: for this worker); skips where none can be started."""
    try:
        server = PostgresServerOfTests()
    except (ImportError, OSError, RuntimeError, subprocess.SubprocessError) as trouble:
        _no_postgres(str(trouble))
    server.prepare()
    yield server
    server.stop()


def _no_postgres(reason: str) -> NoReturn:
    if os.environ.get("CI"):  # noqa: TID251 - the tests' own switch, no setting of the bot
        pytest.fail(f"PostgreSQL could not be started: {reason}", pytrace=False)
    pytest.skip(f"PostgreSQL could not be started: {reason}")


@pytest.fixture(
    scope="session",
    params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)],
)
def databases(request: pytest.FixtureRequest) -> Databases:
    """Both engines, one after the other."""
    name = {"sqlite": "sqlite_databases", "postgresql": "postgres_databases"}[request.param]
    found: Databases = request.getfixturevalue(name)
    return found


@pytest.fixture
def database_url(databases: Databases) -> Iterator[str]:
    """A migrated database of this test's own, on both engines."""
    url = databases.copy()
    yield url
    databases.drop(url)


@pytest.fixture
def empty_database_url(databases: Databases) -> Iterator[str]:
    """A database with nothing in it, on both engines."""
    url = databases.empty()
    yield url
    databases.destroy(url)


@pytest.fixture
def store(databases: Databases, database_url: str) -> Store:
    """A migrated store of this test's own, on both engines."""
    return databases.store(database_url)


@pytest.fixture
def sqlite_url(sqlite_databases: SqliteFiles) -> Iterator[str]:
    """A migrated SQLite database, for tests to which the engine makes no difference."""
    url = sqlite_databases.copy()
    yield url
    sqlite_databases.drop(url)


@pytest.fixture
def sqlite_store(sqlite_databases: SqliteFiles, sqlite_url: str) -> Store:
    return sqlite_databases.store(sqlite_url)


@pytest.fixture
def team(store: Store) -> Team:
    """A workspace with a person of every role, on both engines."""
    return make_team(store)


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return Path(__file__).parents[1]
