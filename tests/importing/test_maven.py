"""A real spreadsheet export, 8,800 rows: what the store holds afterwards equals the file's own."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.importing import columns
from bot.domain.people import Workspace
from bot.usecases import imports, sheets
from bot.usecases.imports import Options, Report
from store import exports, people, workspaces
from store import imports as kept
from store.engine import Store
from tests.makers import START

SHEET = Path(__file__).parents[3] / "shared" / "data" / "maven" / "sales_pipeline.csv"

pytestmark = pytest.mark.skipif(
    not SHEET.exists(), reason="the real spreadsheet export (../shared/data/maven) is not here"
)


def bring_in(store: Store, workspace: Workspace, stage_map: dict[str, str] | None = None) -> Report:
    with sheets.opened(SHEET) as (headers, rows, _):
        wanted = Options(columns=columns(headers, {}), stages=stage_map or {})
        return store.run(workspace.id, imports.run, rows, wanted, START, lambda _done: None)


@pytest.fixture
def workspace(store: Store) -> Workspace:
    return store.run(None, workspaces.meet, None, "Maven", START)


def test_the_figures_are_the_files_own_and_the_same_file_twice_changes_nothing(
    store: Store, workspace: Workspace
) -> None:
    first = bring_in(store, workspace)
    assert (first.created, first.updated, first.unchanged, first.skipped) == (8_800, 0, 0, [])
    totals = store.ask(workspace.id, kept.totals)
    assert (totals.deals, totals.won, totals.lost, totals.open) == (8_800, 4_238, 2_473, 2_089)
    assert totals.won_amounts == {"USD": Decimal(10_005_534)}
    assert f"{totals.won / (totals.won + totals.lost):.2%}" == "63.15%"
    assert won_by(store, workspace, "Darcel Schlecht") == Decimal(1_153_214)
    again = bring_in(store, workspace)
    assert (again.created, again.updated, again.unchanged) == (0, 0, 8_800)
    assert store.ask(workspace.id, kept.totals) == totals


def won_by(store: Store, workspace: Workspace, owner: str) -> Decimal:
    view = exports.VIEWS["deals"]
    at = {name: place for place, name in enumerate(view.columns)}
    rows = store.ask(workspace.id, lambda session: list(exports.rows(session, view)))
    return sum(
        (
            row[at["amount"]]
            for row in rows
            if row[at["owner"]] == owner and row[at["status"]] == "won"
        ),
        Decimal(0),
    )


def test_a_stage_map_leads_the_sheets_stages_to_ours(sqlite_store: Store) -> None:
    store = sqlite_store
    workspace = store.run(None, workspaces.meet, None, "Maven", START)
    bring_in(store, workspace, stage_map={"Engaging": "Qualified", "Prospecting": "Proposal"})
    view = exports.VIEWS["deals"]
    rows = store.ask(workspace.id, lambda session: list(exports.rows(session, view)))
    stage = view.columns.index("stage")
    assert {row[stage] for row in rows} == {"qualification", "proposal", "won", "lost"}


def test_agents_are_reps_from_the_day_of_their_first_deal(sqlite_store: Store) -> None:
    store = sqlite_store
    workspace = store.run(None, workspaces.meet, None, "Maven", START)
    bring_in(store, workspace)
    [moses] = store.ask(workspace.id, people.by_name, "Moses Frase")
    assert moses.slack_user_id is None
    assert moses.joined_on == date(2016, 10, 20)
