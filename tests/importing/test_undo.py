"""An import is one thing that can be looked at and taken back, and leaves all or nothing."""

import signal
import subprocess
import sys
from pathlib import Path

from sqlalchemy.orm import Session

from bot.domain.deal import ActivityKind
from bot.domain.outcomes import Report, Target
from bot.usecases import activities
from store import exports, people
from store.engine import Store
from tests.cli.stage import Run
from tests.importing.test_sheets import deals
from tests.makers import START, Team, make_deal

SHEET = (
    "id,name,account,owner,stage,amount\n"
    "1,Alpha,Acme,Zoe Nobody,proposal,10\n"
    "2,Beta,Globex,Yan Nobody,won,20\n"
)


WINS = ("report", "wins", "--from", "2025-01-01", "--to", "2027-12-31", "--format", "csv")


def names(store: Store, team: Team, table: str) -> list[str]:
    view = exports.VIEWS[table]
    at = view.columns.index("name")
    return [row[at] for row in store.ask(team.id, lambda s: list(exports.rows(s, view)))]


def touch(store: Store, team: Team, name: str) -> None:
    deal_id = next(one["id"] for one in deals(store, team) if one["name"] == name)
    report = Report(ActivityKind.CALL, "they like it")
    store.run(team.id, activities.log, team.rep, Target(deal_id=deal_id), report, START)


def test_an_undo_takes_all_of_it_back_and_the_same_sheet_may_come_again(
    store: Store, team: Team, pipekeeper: Run, tmp_path: Path
) -> None:
    file = tmp_path / "deals.csv"
    file.write_text(SHEET)
    before = len(store.ask(team.id, people.everyone))
    nothing_won = pipekeeper(*WINS).out
    assert pipekeeper("import", str(file)).status == 0
    assert pipekeeper(*WINS).out != nothing_won
    assert "created 2, updated 0" in pipekeeper("imports", "list").out
    would = pipekeeper("imports", "undo", "1", "--dry-run")
    assert "Deals removed: 2" in would.out
    assert len(deals(store, team)) == 2
    said = pipekeeper("imports", "undo", "1")
    assert said.status == 0
    assert "Deals removed: 2, put back as they were: 0, kept: 0" in said.out
    assert "Accounts removed: 2, people: 2" in said.out
    assert deals(store, team) == []
    assert names(store, team, "accounts") == []
    assert len(store.ask(team.id, people.everyone)) == before
    assert pipekeeper(*WINS).out == nothing_won
    again = pipekeeper("imports", "undo", "1")
    assert (again.status, "taken back already" in again.err) == (1, True)
    assert "Created 2, updated 0" in pipekeeper("import", str(file)).out
    assert "taken back" in pipekeeper("imports", "list").out


def test_what_somebody_worked_on_since_is_kept_and_named(
    store: Store, team: Team, pipekeeper: Run, tmp_path: Path
) -> None:
    file = tmp_path / "deals.csv"
    file.write_text(SHEET)
    pipekeeper("import", str(file))
    touch(store, team, "Alpha")
    said = pipekeeper("imports", "undo", "1")
    assert "Deals removed: 1, put back as they were: 0, kept: 1" in said.out
    assert "Kept, since somebody worked on it: Alpha" in said.out
    assert [one["name"] for one in deals(store, team)] == ["Alpha"]
    assert names(store, team, "accounts") == ["Acme"]
    everyone = [one.name for one in store.ask(team.id, people.everyone)]
    assert "Zoe Nobody" in everyone
    assert "Yan Nobody" not in everyone


def test_what_a_second_import_changed_is_put_back_as_it_was(
    store: Store, team: Team, pipekeeper: Run, tmp_path: Path
) -> None:
    file = tmp_path / "deals.csv"
    file.write_text(SHEET)
    pipekeeper("import", str(file))
    first = deals(store, team)
    file.write_text(SHEET.replace("proposal,10", "won,15").replace("won,20", "won,25"))
    assert "updated 2" in pipekeeper("import", str(file)).out
    assert [int(one["amount"]) for one in deals(store, team)] == [15, 25]
    assert "Deals removed: 0, put back as they were: 2" in pipekeeper("imports", "undo", "2").out
    assert deals(store, team) == first
    history = names_of_steps(store, team)
    assert history == [(None, "proposal"), (None, "qualification"), ("qualification", "won")]


def names_of_steps(store: Store, team: Team) -> list[tuple[str | None, str]]:
    view = exports.VIEWS["stage_changes"]
    rows = store.ask(team.id, lambda s: list(exports.rows(s, view)))
    return [(row[2], row[3]) for row in rows]


def test_a_sheet_that_is_silent_takes_nothing_from_a_deal(
    store: Store, team: Team, pipekeeper: Run, tmp_path: Path
) -> None:
    file = tmp_path / "deals.csv"
    file.write_text("id,name,stage,amount\n1,Alpha,proposal,10 EUR\n")
    pipekeeper("import", str(file))
    file.write_text("id,name,amount\n1,Alpha,10\n")
    assert "unchanged 1" in pipekeeper("import", str(file)).out
    [deal] = deals(store, team)
    assert (deal["stage"], deal["currency"]) == ("proposal", "EUR")


def test_rows_without_an_id_are_told_apart_and_twice_is_nothing(
    store: Store, team: Team, pipekeeper: Run, tmp_path: Path
) -> None:
    file = tmp_path / "deals.csv"
    file.write_text("name,account,amount\nPilot,Acme,1\nPilot,Globex,2\nPilot,Acme,3\n\n\n")
    assert "Created 3, updated 0, unchanged 0, skipped 0" in pipekeeper("import", str(file)).out
    assert "Created 0, updated 0, unchanged 3" in pipekeeper("import", str(file)).out
    assert sorted(int(one["amount"]) for one in deals(store, team)) == [1, 2, 3]


def test_killed_in_the_middle_it_leaves_nothing_and_says_so(
    store: Store, team: Team, pipekeeper: Run, tmp_path: Path
) -> None:
    make_deal(store, team.rep, "There before")
    file = tmp_path / "deals.csv"
    rows = (f"{n},Deal {n},Account {n},Zoe Nobody,proposal,{n}\n" for n in range(40_000))
    file.write_text("id,name,account,owner,stage,amount\n" + "".join(rows))
    script = "import sys; from bot.__main__ import main; sys.argv[0] = 'pipekeeper'; main()"
    under_way = subprocess.Popen(
        [sys.executable, "-c", script, "import", str(file)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    laid_aside = 0
    while laid_aside < 3_000:
        assert under_way.poll() is None, under_way.communicate()
        laid_aside = store.ask(team.id, count_of_audit)
    assert [one["name"] for one in deals(store, team)] == ["There before"]
    under_way.send_signal(signal.SIGKILL)
    under_way.communicate()
    assert [one["name"] for one in deals(store, team)] == ["There before"]
    said = pipekeeper("imports", "list")
    assert "Import 1 (deals.csv) had died on the way: nothing of it is there." in said.out
    assert store.ask(team.id, count_of_audit) < 10
    file.write_text(SHEET)
    assert "Created 2, updated 0" in pipekeeper("import", str(file)).out


def count_of_audit(session: Session) -> int:
    return sum(1 for _ in exports.rows(session, exports.VIEWS["audit"]))
