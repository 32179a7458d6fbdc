"""Sheets with what spreadsheets leave in them: counted days, moments of another zone, minus signs,
sums at the foot, and workbooks that are none."""

import csv
import io
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook

from bot.domain.importing import RowProblem, read
from bot.domain.importing_dates import DateOrder, read_day
from bot.domain.refusal import Refusal
from bot.usecases import sheet_survey, sheets
from store.engine import Store
from tests.cli.stage import Run
from tests.importing.test_sheets import bring_in, deals
from tests.makers import START, Team

TODAY = date(2026, 11, 23)
SEOUL = ZoneInfo("Asia/Seoul")


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("46387", date(2026, 12, 31)),
        ("46296.97", date(2026, 10, 1)),
        ("46387.0", date(2026, 12, 31)),
        ("2026-10-31T23:30:00Z", date(2026, 11, 1)),
        ("2026-10-31 23:30:00+00:00", date(2026, 11, 1)),
        ("2026-11-01T08:30:00+09:00", date(2026, 11, 1)),
        ("2026-10-31T23:30:00", date(2026, 10, 31)),
        ("2026-10-31 23:30", date(2026, 10, 31)),
        ("2026-10-31T14:59:59.123Z", date(2026, 10, 31)),
    ],
)
def test_a_day_counted_or_stamped_is_the_one_it_was_in_the_workspace(cell: str, day: date) -> None:
    assert read_day(cell, DateOrder.MONTH_FIRST, TODAY, SEOUL) == day


@pytest.mark.parametrize("cell", ["0", "12", "4638", "463870", "99999", "46387-5"])
def test_not_every_number_is_a_day(cell: str) -> None:
    with pytest.raises(ValueError, match=cell):
        read_day(cell, DateOrder.MONTH_FIRST, TODAY)


def test_a_column_that_tells_no_order_is_read_as_the_one_beside_it() -> None:
    columns = {"created_on": "Made", "closes_on": "Closes"}
    rows = [
        (2, {"Made": "03/02/2026", "Closes": "30/04/2026"}),
        (3, {"Made": "05/02/2026", "Closes": "01/05/2026"}),
    ]
    orders = sheet_survey.survey(rows, columns).orders
    assert {one.order for one in orders.values()} == {DateOrder.DAY_FIRST}
    assert all(one.is_sure for one in orders.values())


SHEET = (
    "Deal,Company,Owner,Stage,Amount,Expected close\n"
    "Pilot,Acme,Jo,Proposal,-500,2027-03-31\n"
    "Refund,Acme,Jo,Won,(20.50),2026-11-02\n"
    "\n"
    "{foot}\n"
)


def test_when_a_deal_is_to_close_says_nothing_of_when_it_began(
    store: Store, team: Team, tmp_path: Path
) -> None:
    path = tmp_path / "deals.csv"
    path.write_text(SHEET.format(foot="Total,,,,-520.50,"), encoding="utf-8")
    report = bring_in(store, team, path)
    assert [(line, problem.key) for line, problem in report.skipped] == [(5, "import-row-footer")]
    pilot, refund = deals(store, team)
    assert (pilot["created_at"], pilot["amount"]) == (START, Decimal(-500))
    assert pilot["expected_close"] == date(2027, 3, 31)
    assert (refund["created_at"], refund["amount"]) == (refund["closed_at"], Decimal("-20.50"))


@pytest.mark.parametrize(
    ("field", "foot"),
    [
        ("name", "Total"),
        ("name", "Grand Totals (2 records)"),
        ("account", "합계"),
        ("external_id", "총계:"),
        ("name", "Confidential Information - Do Not Distribute"),
        ("name", "Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."),
    ],
)
def test_the_foot_of_a_sheet_is_no_deal(field: str, foot: str) -> None:
    with pytest.raises(RowProblem) as told:
        read(9, {"N": foot, "A": "1,200"}, {field: "N", "amount": "A"}, {}, TODAY)
    assert told.value.key == "import-row-footer"


@pytest.mark.parametrize(
    "row", [{"N": "Total Energies"}, {"N": "Total", "C": "Acme"}, {"N": "Totals", "S": "Won"}]
)
def test_a_deal_may_be_called_like_a_sum(row: dict[str, str]) -> None:
    columns = {"name": "N", "account": "C", "stage": "S"}
    try:
        assert read(2, row, columns, {}, TODAY).name == row["N"]
    except RowProblem as problem:
        pytest.fail(problem.key)


def test_a_workbook_that_swells_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    book = Workbook()
    path, bomb = tmp_path / "deals.xlsx", tmp_path / "bomb.xlsx"
    book.save(path)
    with (
        zipfile.ZipFile(path) as good,
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as bad,
    ):
        for part in good.namelist():
            bad.writestr(part, good.read(part))
        with bad.open("xl/sharedStrings.xml", "w") as strings:
            for _ in range(110):
                strings.write(b"A" * 1_000_000)
    with pytest.raises(Refusal) as refused, sheets.opened(bomb):
        pass
    assert refused.value.key == "import-too-large"


def test_a_win_rate_of_few_is_a_count(pipekeeper: Run, tmp_path: Path) -> None:
    lines = [f"D{n},{'Lost' if n % 3 else 'Won'},2026-10-01" for n in range(12)]
    path = tmp_path / "deals.csv"
    for count, told in ((4, "win rate 2 of 4."), (12, "win rate 33.33%.")):
        path.write_text("\n".join(["Deal,Stage,Close date", *lines[:count]]), encoding="utf-8")
        assert told in pipekeeper("import", str(path)).out
    rows = csv.DictReader(io.StringIO(pipekeeper("export", "deals").out))
    assert {row["created_at"] for row in rows} == {"2026-10-01T12:00:00Z"}
