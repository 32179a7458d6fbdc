"""Spreadsheets the way they really are: encodings, delimiters, headers, broken rows."""

from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook

from bot.domain.importing import columns
from bot.domain.refusal import Refusal
from bot.usecases import imports, sheets
from bot.usecases.imports import OnlyTried, Options, Report
from store import exports, workspaces
from store.engine import Store
from tests.makers import START, Team

KOREAN = "거래명;고객사;담당자;단계;금액\n한빛 파일럿;한빛전자;김하늘;제안;1.2억\n"


def bring_in(store: Store, team: Team, path: Path, **options: Any) -> Report:
    with sheets.opened(path) as (headers, rows, _):
        chosen, now = columns(headers, options.pop("given", {})), options.pop("now", START)
        wanted = Options(columns=chosen, **options)
        return store.run(team.id, imports.run, rows, wanted, now, lambda _done: None)


def deals(store: Store, team: Team) -> list[dict[str, Any]]:
    view = exports.VIEWS["deals"]
    rows = store.ask(team.id, lambda session: list(exports.rows(session, view)))
    return [dict(zip(view.columns, row, strict=True)) for row in rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_korean_headers_in_every_encoding_people_have(
    store: Store, team: Team, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "딜.csv"
    path.write_bytes(KOREAN.encode(encoding))
    assert bring_in(store, team, path).created == 1
    [deal] = deals(store, team)
    assert (deal["name"], deal["account"], deal["stage"]) == ("한빛 파일럿", "한빛전자", "proposal")
    assert deal["amount"] == Decimal(120_000_000)
    assert deal["owner"] == team.korean.person.slack_user_id


def test_an_excel_sheet_with_a_title_row(store: Store, team: Team, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Pipeline"], ["Deal - Title", "Company", "Stage", "Value"], ["A", "B", "won", 5]):
        sheet.append(row)
    path = tmp_path / "deals.xlsx"
    book.save(path)
    assert bring_in(store, team, path).created == 1
    [deal] = deals(store, team)
    assert (deal["status"], deal["amount"]) == ("won", Decimal(5))


def test_a_broken_row_is_told_and_the_rest_goes_in(
    store: Store, team: Team, tmp_path: Path
) -> None:
    path = tmp_path / "deals.csv"
    path.write_text(
        "id,name,stage,amount\n1,A,proposal,10\n2,B,proposal,lots\n1,C,proposal,3\n\n4,D,proposal,\n"
    )
    report = bring_in(store, team, path)
    assert report.created == 2
    assert [(number, problem.key) for number, problem in report.skipped] == [
        (3, "import-row-amount"),
        (4, "import-row-double"),
    ]


@pytest.mark.parametrize("behind", [1, 20_000])
def test_a_quote_that_nothing_closes_is_told_with_its_line_and_nothing_is_written(
    store: Store, team: Team, tmp_path: Path, behind: int
) -> None:
    path = tmp_path / "deals.csv"
    whole = 'name,account,amount\n"Two\nlines",Acme,1\n'
    path.write_text(f'{whole}"Acme pilot,Acme,12\n' + "Globex rollout,Globex,5\n" * behind)
    with pytest.raises(Refusal) as refused:
        bring_in(store, team, path)
    assert (refused.value.key, refused.value.facts["line"]) == ("import-open-quote", 4)
    assert deals(store, team) == []
    path.write_text(f'{whole}"Acme ""pilot""",Acme,12\nGlobex 5" screens,Globex,5\n')
    assert bring_in(store, team, path).created == 3


def test_an_unknown_stage_is_refused_and_nothing_is_written(
    store: Store, team: Team, tmp_path: Path
) -> None:
    path = tmp_path / "deals.csv"
    path.write_text("name,stage\nA,proposal\nB,Limbo\n")
    with pytest.raises(Refusal) as refused:
        bring_in(store, team, path)
    assert refused.value.key == "import-stages-unknown"
    assert refused.value.facts["unknown"] == ("Limbo",)
    assert deals(store, team) == []
    assert bring_in(store, team, path, stages={"Limbo": "Discovery"}).created == 2


def test_a_dry_run_tells_and_changes_nothing(store: Store, team: Team, tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    path.write_text("name,stage\nA,proposal\n")
    with pytest.raises(OnlyTried) as tried:
        bring_in(store, team, path, dry_run=True)
    assert tried.value.report.created == 1
    assert deals(store, team) == []


def test_a_changed_row_is_brought_along_but_an_empty_cell_takes_nothing_away(
    store: Store, team: Team, tmp_path: Path
) -> None:
    path = tmp_path / "deals.csv"
    path.write_text("id,name,stage,amount\n1,A,proposal,10\n2,B,proposal,20\n")
    bring_in(store, team, path)
    path.write_text("id,name,stage,amount\n1,A,won,15\n2,B,proposal,\n")
    report = bring_in(store, team, path)
    assert (report.created, report.updated, report.unchanged) == (0, 1, 1)
    first, second = deals(store, team)
    assert (first["status"], first["amount"]) == ("won", Decimal(15))
    assert second["amount"] == Decimal(20)


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("none.csv", None, "import-no-file"),
        ("empty.csv", b"", "import-empty"),
        ("binary.csv", b"\x00\x01\x02\x03", "import-binary"),
        ("fake.xlsx", b"no zip", "import-binary"),
        ("one.csv", b"just a line\n", "import-no-table"),
        ("strange.csv", b"colour,size\nred,1\n", "import-no-columns"),
    ],
)
def test_what_is_no_sheet_of_deals_is_refused(
    tmp_path: Path, name: str, content: bytes | None, key: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Refusal) as refused, sheets.opened(path) as (headers, _rows, _):
        columns(headers, {})
    assert refused.value.key == key


def test_a_sheets_day_is_that_day_where_noon_is_tomorrow_already(
    store: Store, team: Team, tmp_path: Path
) -> None:
    """The last of a month in Auckland, 13 hours ahead of UTC, belongs to that month."""
    store.run(
        team.id,
        lambda session: workspaces.settle(
            session, tz="Pacific/Auckland", locale="en-US", currency="NZD"
        ),
    )
    path = tmp_path / "deals.csv"
    path.write_text("Deal name,Stage,Created,Close date\nA,won,2025-12-31,2026-01-31\n")
    assert bring_in(store, team, path).created == 1
    [deal] = deals(store, team)
    for told, day in ((deal["created_at"], "2025-12-31"), (deal["closed_at"], "2026-01-31")):
        assert told.date().isoformat() == day
        assert told.astimezone(ZoneInfo("Pacific/Auckland")).date().isoformat() == day
