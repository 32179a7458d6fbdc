"""`pipekeeper report`: the contract's columns in every form, a plain word for what is wrong."""

import json
from pathlib import Path

from tests.cli.stage import Run

COLUMNS = {
    "opportunities": "key,new,amount,currency",
    "wins": "key,won,lost,win_rate,won_amount,currency,avg_cycle_days",
    "productivity": "key,won_amount,currency,active_reps,per_rep",
    "pipeline": "key,deals,amount,weighted,currency",
    "compliance": "team,measure,value,target,status",
    "attention": "deal,owner,stage,signals,since,days",
    "adoption": "rep,manager,week,working_days,active_days,activities,open_deals,"
    "with_next_step,stale,hygiene",
}
SPAN = ("--from", "2026-01-05", "--to", "2026-02-05")
SHEET = """Deal name,Account,Owner,Stage,Amount,Created,Close date
Acme pilot,Acme,Mina,Won,12000,2026-01-07,2026-02-02
=cmd(),Globex,Mina,Proposal,500.50,2026-01-20,
"""


def test_each_report_has_the_contracts_columns(pipekeeper: Run) -> None:
    for name, columns in COLUMNS.items():
        said = pipekeeper("report", name, *SPAN, "--format", "csv")
        assert said.status == 0
        assert said.out.splitlines()[0] == columns
        assert pipekeeper("report", name, *SPAN).status == 0


def test_a_report_in_every_form(pipekeeper: Run, tmp_path: Path) -> None:
    file = tmp_path / "deals.csv"
    file.write_text(SHEET, encoding="utf-8")
    assert pipekeeper("import", str(file)).status == 0
    told = pipekeeper("report", "opportunities", *SPAN, "--format", "csv").out.splitlines()
    assert told[1:] == ["2026-01,2,12500.5,USD", "2026-02,0,0,USD"]
    wins = json.loads(pipekeeper("report", "wins", *SPAN, "--format", "json").out)
    assert wins[1]["won"] == 1
    assert wins[1]["won_amount"] == "12000"
    assert wins[1]["win_rate"] is None
    assert wins[1]["avg_cycle_days"] == "26.00"
    by_rep = pipekeeper("report", "productivity", *SPAN, "--by", "rep", "--format", "csv").out
    assert by_rep.splitlines()[1] == "Mina,12000,USD,1,12000.00"
    at = ("--at", "2026-02-05T12:00:00")
    waiting = pipekeeper("report", "attention", *at, "--format", "csv").out.splitlines()
    assert waiting[1].startswith("'=cmd()")
    picture = tmp_path / "chart.png"
    assert pipekeeper("report", "wins", *SPAN, "--chart", str(picture)).status == 0
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_the_deals_behind_a_figure_come_in_every_form(pipekeeper: Run, tmp_path: Path) -> None:
    file = tmp_path / "deals.csv"
    file.write_text(SHEET, encoding="utf-8")
    assert pipekeeper("import", str(file)).status == 0
    told = pipekeeper(
        "report", "opportunities", *SPAN, "--deals", "2026-01", "--format", "csv"
    ).out.splitlines()
    assert told[0] == (
        "id,name,account,owner,stage,status,amount,currency,probability,expected_close,"
        "created_at,closed_at,close_reason,external_id"
    )
    assert [line.split(",")[1] for line in told[1:]] == ["Acme pilot", "'=cmd()"]
    won = json.loads(pipekeeper("report", "wins", *SPAN, "--deals", "all", "--format", "json").out)
    assert [one["name"] for one in won] == ["Acme pilot"]
    by_rep = pipekeeper("report", "pipeline", *SPAN, "--by", "rep", "--deals", "Mina")
    assert by_rep.status == 0
    assert "500.50" in by_rep.out
    assert "Acme pilot" not in by_rep.out
    by_rep = pipekeeper("report", "funnel", *SPAN, "--by", "rep", "--deals", "Mina/won")
    assert "Acme pilot" in by_rep.out
    doubtful = pipekeeper("report", "compliance", *SPAN, "--deals", "all/open")
    assert "500.50" in doubtful.out
    assert "Acme pilot" not in doubtful.out, "it is won"
    for name, key in (("wins", "2031-01"), ("attention", "all")):
        wrong = pipekeeper("report", name, *SPAN, "--deals", key)
        assert wrong.status == 1
        assert "Traceback" not in wrong.err


def test_wrong_usage_is_told_and_exits_2(pipekeeper: Run) -> None:
    for line in (
        ("report", "sales"),
        ("report", "wins", "--by", "weather"),
        ("report", "wins", "--from", "soon"),
        ("report", "wins", "--from", "2026-02-01", "--to", "2026-01-01"),
        ("report", "wins", "--format", "pdf"),
        ("report", "attention", "--at", "noon"),
        ("report",),
        ("reprot",),
        ("export", "lists"),
        ("import", "deals.csv", "--sideways"),
        ("jobs", "run", "lunch"),
        ("migrate", "twice"),
    ):
        said = pipekeeper(*line)
        assert said.status == 2, line
        assert said.out == ""
        assert len(said.err.splitlines()) == 1, said.err
        assert said.err.startswith("pipekeeper: ")
        assert "--help" in said.err


def test_nothing_typed_where_something_is_wanted_shows_the_help(pipekeeper: Run) -> None:
    for line in ((), ("jobs",)):
        said = pipekeeper(*line)
        assert said.status == 2
        assert "Usage:" in said.err
    said = pipekeeper("--help")
    assert (said.status, said.err) == (0, "")
    assert "Usage:" in said.out


QUIET = """id,Deal name,Owner,Stage,Amount,Created
1,Owned,Mina,Proposal,100,2026-01-05
2,Nobody's,,Proposal,100,2026-01-05
3,Young,Mina,Proposal,100,2026-01-26
"""


def test_what_an_import_brought_asks_for_attention_as_of_a_day_before_it(
    pipekeeper: Run, tmp_path: Path
) -> None:
    file = tmp_path / "deals.csv"
    file.write_text(QUIET, encoding="utf-8")
    assert pipekeeper("import", str(file)).status == 0
    at = ("--at", "2026-01-28T12:00:00Z")
    waiting = pipekeeper("report", "attention", *at, "--format", "csv").out.splitlines()[1:]
    assert sorted(waiting) == [
        "Nobody's,,proposal,stuck;no_next_step,2026-01-05,23",
        "Owned,Mina,proposal,silent;stuck;no_next_step,2026-01-05,23",
        "Young,Mina,proposal,no_next_step,2026-01-26,2",
    ]
