"""An import makes no old deal look fresh, and asks nobody about hundreds on the first morning."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from bot.domain.deal import ActivityKind
from bot.domain.imported import Counts, ImportState
from bot.domain.outcomes import Asked, Report, Target
from bot.usecases import activities, lists, nudges
from store import deals, history, home_views, import_records, import_undo
from store.deals import Wanted
from store.engine import Store
from tests.importing.test_sheets import bring_in
from tests.makers import START, Team, make_team

SHEET = (
    "Deal name,Owner,Stage,Created,Last activity date\n"
    "Talked,Rob Rep,Proposal,2025-10-01,2026-02-20\n"
    "Made,Rob Rep,Proposal,2025-11-03,\n"
    "Ahead,Rob Rep,Proposal,2025-11-03,2031-01-01\n"
    "Unknown,Rob Rep,Proposal,,\n"
)


@pytest.fixture
def brought(sqlite_store: Store, tmp_path: Path) -> tuple[Store, Team]:
    """The sheet brought in, as the record of an import that ended."""
    team, path = make_team(sqlite_store), tmp_path / "deals.csv"
    path.write_text(SHEET, encoding="utf-8")
    assert bring_in(sqlite_store, team, path).created == 4

    def record(session: Session) -> None:
        import_id = import_records.add(session, None, path.name, START)
        import_records.acts_under(session, import_id, home_views.newest_act(session))
        import_records.end(session, import_id, ImportState.DONE, Counts(created=4), START)

    sqlite_store.run(team.id, record)
    return sqlite_store, team


def verdict(store: Store, team: Team, at: datetime) -> int:
    (told,) = store.run(team.id, nudges.ask, [team.rep.person], at)
    return told.told


def test_a_deal_is_as_old_as_the_last_that_its_sheet_tells(brought: tuple[Store, Team]) -> None:
    store, team = brought
    found = store.ask(team.id, lambda session: deals.all_matching(session, Wanted()))
    assert {one.name: one.last_touch_at.date() for one in found} == {
        "Talked": date(2026, 2, 20),
        "Made": date(2025, 11, 3),
        "Ahead": START.date(),
        "Unknown": START.date(),
    }
    stale = store.ask(team.id, lists.page, team.rep, Asked(stale=True), START + timedelta(hours=1))
    assert {one.deal.name for one in stale.lines} == {"Talked", "Made", "Ahead"}
    silent = {
        one.deal.name for one in stale.lines if any(f.signal == "silent" for f in one.findings)
    }
    assert silent == {"Talked", "Made"}


def test_nobody_is_asked_about_them_in_the_first_working_week(brought: tuple[Store, Team]) -> None:
    store, team = brought
    for days in (0, 1, 4):
        assert verdict(store, team, START + timedelta(days=days, hours=6)) == 0
    assert verdict(store, team, START + timedelta(days=7, hours=6)) == 3


def test_one_that_somebody_took_up_is_asked_about_like_any_other(
    brought: tuple[Store, Team],
) -> None:
    store, team = brought
    found = store.ask(team.id, lambda session: deals.all_matching(session, Wanted()))
    made = next(one for one in found if one.name == "Made")
    report = Report(ActivityKind.CALL, "still there")
    at = START + timedelta(hours=1)
    store.run(team.id, activities.log, team.rep, Target(made.id), report, at)
    assert verdict(store, team, START + timedelta(days=1, hours=6)) == 1, "it is stuck all the same"


def touches(store: Store, team: Team) -> dict[str, datetime]:
    found = store.ask(team.id, lambda session: deals.all_matching(session, Wanted()))
    return {one.name: one.last_touch_at for one in found}


def test_a_later_day_in_the_same_sheet_moves_the_last_touch_and_never_back(
    brought: tuple[Store, Team], tmp_path: Path
) -> None:
    store, team = brought
    path, later = tmp_path / "again.csv", START + timedelta(days=20)
    path.write_text(
        SHEET.replace("2026-02-20", "2026-03-10")
        .replace("2025-11-03,\n", "2025-11-03,2025-12-01\n", 1)
        .replace("2031-01-01", "2031-02-02"),
        encoding="utf-8",
    )
    came = bring_in(store, team, path, now=later)
    assert (came.created, came.updated, came.unchanged) == (0, 2, 2)
    now = touches(store, team)
    assert (now["Talked"].date(), now["Made"].date()) == (date(2026, 3, 10), date(2025, 12, 1))
    assert now["Ahead"] == START, "what lies ahead is no touch"
    again = bring_in(store, team, path, now=later + timedelta(hours=1))
    assert (again.updated, again.unchanged) == (0, 4), "the same sheet twice changes nothing"
    path.write_text(SHEET, encoding="utf-8")
    assert bring_in(store, team, path, now=later).unchanged == 4
    assert touches(store, team) == now, "an older sheet moves nothing back"


def test_taking_the_second_import_back_takes_its_touch_back(
    brought: tuple[Store, Team], tmp_path: Path
) -> None:
    store, team = brought
    before = touches(store, team)
    path = tmp_path / "again.csv"
    path.write_text(SHEET.replace("2026-02-20", "2026-03-01"), encoding="utf-8")
    assert bring_in(store, team, path).updated == 1
    assert touches(store, team) != before

    def take_back(session: Session) -> None:
        act_id = home_views.newest_act(session)
        import_undo.undo(history.begin(session, None, "undo.import", START), act_id)

    store.run(team.id, take_back)
    assert touches(store, team) == before
