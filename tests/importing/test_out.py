"""Data out and back: exports that no spreadsheet runs, backups that cross the engines."""

import io
import json
from pathlib import Path

import pytest
import typer
from openpyxl import load_workbook
from typer.testing import CliRunner

from bot.cli import bring, data
from bot.domain.deal import ActivityKind
from bot.domain.outcomes import Report, Target
from bot.usecases import activities, exports
from store import backup
from store import exports as tables
from store.engine import Store
from tests.databases import PostgresServerOfTests, SqliteFiles
from tests.makers import START, Team, make_deal, make_team


def written(store: Store, team: Team, table: str, form: str) -> bytes:
    out, view = io.BytesIO(), tables.VIEWS[table]
    store.ask(
        team.id,
        lambda session: exports.write(view.columns, tables.rows(session, view), form, out),
    )
    return out.getvalue()


def test_no_cell_is_a_formula(store: Store, team: Team) -> None:
    make_deal(store, team.rep, "=HYPERLINK(1)", account="+Acme")
    text = written(store, team, "deals", "csv").decode()
    assert "'=HYPERLINK(1)" in text
    assert "'+Acme" in text
    sheet = load_workbook(io.BytesIO(written(store, team, "deals", "xlsx"))).active
    assert sheet is not None
    assert sheet["B2"].value == "'=HYPERLINK(1)"
    assert sheet["G2"].value == 12_000


def test_times_are_utc_and_amounts_plain(store: Store, team: Team) -> None:
    make_deal(store, team.rep, "Acme pilot", amount=1_000_000)
    line = json.loads(written(store, team, "deals", "jsonl"))
    assert line["created_at"] == "2026-03-02T09:00:00Z"
    assert line["amount"] == "1000000"
    assert line["owner"] == team.rep.person.slack_user_id


@pytest.mark.postgres
def test_a_backup_crosses_the_engines(
    sqlite_databases: SqliteFiles, postgres_databases: PostgresServerOfTests, tmp_path: Path
) -> None:
    path = tmp_path / "all.backup"
    first, second = Store(sqlite_databases.copy()), Store(postgres_databases.copy())
    team = make_team(first)
    deal = make_deal(first, team.rep, "Acme pilot", account="Acme")
    report = Report(ActivityKind.CALL, "they like it")
    first.run(team.id, activities.log, team.rep, Target(deal_id=deal.id), report, START)
    before = {name: written(first, team, name, "csv") for name in tables.VIEWS}
    saved = backup.save(first.engine, path)
    assert backup.load(second.engine, path) == saved
    assert {name: written(second, team, name, "csv") for name in tables.VIEWS} == before
    make_deal(second, team.rep, "Globex rollout")
    first.close()
    second.close()


@pytest.mark.parametrize(
    ("argv", "spread"),
    [
        (["import", "f", "--stage-map", "A=B", "C=D"], "import f --stage-map A=B --stage-map C=D"),
        (["import", "--map", "A=B", "f.csv", "x=y"], "import --map A=B f.csv x=y"),
        (["import", "f", "--stage-map", "A=B", "--dry-run"], "import f --stage-map A=B --dry-run"),
    ],
)
def test_several_values_may_follow_one_option(argv: list[str], spread: str) -> None:
    assert bring.spread(argv) == spread.split()


@pytest.mark.parametrize(
    ("argv", "status"),
    [
        (["export", "deals"], 0),
        (["export", "shoes"], 2),
        (["export", "deals", "--format", "pdf"], 2),
        (["export", "scorecards"], 0),
        (["import", "nowhere.csv"], 1),
        (["import", "nowhere.csv", "--map", "nonsense"], 2),
        (["restore", "nowhere.backup"], 1),
        (["import"], 2),
    ],
)
def test_the_exit_status_says_how_it_went(
    argv: list[str], status: int, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = typer.Typer()
    bring.register(app)
    data.register(app)
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    result = CliRunner().invoke(app, argv)
    assert result.exit_code == status, result.output
    assert "Traceback" not in result.output
