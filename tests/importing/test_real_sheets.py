"""Sheets as other systems and other hands write them, read back as what they mean."""

import csv
import io
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.importing import RowProblem, columns, read
from bot.domain.importing_dates import Ballot, DateOrder, read_day
from bot.usecases import sheet_survey, sheets
from tests.cli.stage import Run

TODAY = date(2026, 11, 23)
HEADERS = {
    "salesforce": (
        "Opportunity ID,Opportunity Name,Account Name,Opportunity Owner,Stage,Amount,"
        "Amount Currency,Created Date,Close Date,Probability (%)"
    ),
    "hubspot": (
        "Record ID,Deal Name,Associated Company,Deal owner,Deal Stage,Amount,Currency,"
        "Create Date,Close Date,Pipeline"
    ),
    "pipedrive": (
        "Deal - ID,Deal - Title,Deal - Organization,Deal - Owner,Deal - Stage,Deal - Value,"
        "Deal - Currency of Value,Deal - Deal created,Deal - Expected close date,Deal - Status"
    ),
    "korean": "관리번호,거래명,고객사,담당자,단계,금액,통화,등록일,예상 마감일,비고",
}


def found(path: Path) -> list[Any]:
    """What the file's rows mean."""
    with sheets.opened(path) as (headers, rows, _):
        chosen = columns(headers, {})
        seen = sheet_survey.survey(rows, chosen)
    with sheets.opened(path) as (_, rows, _form):
        return [read(number, cells, chosen, seen.orders, TODAY) for number, cells in rows]


def written(path: Path, rows: list[list[str]], delimiter: str, encoding: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))


def day(on: date, style: str) -> str:
    return {
        "iso": on.isoformat(),
        "day-first": f"{on:%d/%m/%Y}",
        "month-first": f"{on:%m/%d/%Y}",
        "dots": f"{on.day}.{on.month}.{on.year}",
        "korean": f"{on.year}. {on.month}. {on.day}.",
        "stamped": f"{on.isoformat()}T09:30:00Z",
        "words": f"{on:%d-%b-%y}",
    }[style]


def money(amount: Decimal, style: str) -> str:
    plain = f"{amount:,.2f}"
    return {
        "plain": f"{amount:.2f}",
        "english": plain,
        "dollars": f"${plain}",
        "german": plain.translate(str.maketrans(",.", ".,")) + " €",
    }[style]


dates = st.dates(date(2020, 1, 1), date(2026, 11, 1))
deals = st.lists(
    st.tuples(
        st.integers(1, 99_999_999).map(lambda cents: Decimal(cents) / 100),
        dates,
        st.integers(0, 200),
    ),
    min_size=1,
    max_size=8,
)


@given(
    made=deals,
    family=st.sampled_from(sorted(HEADERS)),
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp949"]),
    dated=st.sampled_from(
        ["iso", "day-first", "month-first", "dots", "korean", "stamped", "words"]
    ),
    paid=st.sampled_from(["plain", "english", "dollars", "german"]),
    titles=st.integers(0, 2),
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whoever_wrote_the_sheet_it_is_read_as_it_was_meant(
    tmp_path: Path,
    made: list[tuple[Decimal, date, int]],
    family: str,
    delimiter: str,
    encoding: str,
    dated: str,
    paid: str,
    titles: int,
) -> None:
    if encoding == "cp949" and paid == "german":
        encoding = "utf-8"  # it has no sign for the euro
    proof = (Decimal(1), date(2026, 1, 31), 27)  # a day above 12 in both columns
    rows = [["Pipeline 2026", "", ""]] * titles + [HEADERS[family].split(",")]
    for number, (amount, begun, lasts) in enumerate([proof, *made]):
        rows.append(
            [
                f"D-{number}",
                f"한빛 pilot {number}",
                "한빛전자",
                "Mina",
                "Proposal",
                money(amount, paid),
                "EUR" if paid == "german" else "USD",
                day(begun, dated),
                day(begun + timedelta(days=lasts), dated),
                "40",
            ]
        )
    path = tmp_path / "deals.csv"
    written(path, [*rows, [""] * 10, [""] * 10], delimiter, encoding)
    read_back = found(path)
    assert [(one.amount, one.created_on, one.closes_on) for one in read_back] == [
        (amount, begun, begun + timedelta(days=lasts)) for amount, begun, lasts in [proof, *made]
    ]
    assert {one.account for one in read_back} == {"한빛전자"}
    assert [one.external_id for one in read_back] == [f"D-{n}" for n in range(len(made) + 1)]
    assert {one.currency for one in read_back} == {"EUR" if paid == "german" else "USD"}


@pytest.mark.parametrize(
    ("cells", "order", "is_sure"),
    [
        (["30/04/2026", "03/04/2026"], DateOrder.DAY_FIRST, True),
        (["04/30/2026", "03/04/2026"], DateOrder.MONTH_FIRST, True),
        (["03/04/2026", "05/06/2026"], DateOrder.MONTH_FIRST, False),
        (["03.04.2026"], DateOrder.DAY_FIRST, True),
        (["2026-04-30", "7 May 2026"], DateOrder.MONTH_FIRST, True),
        (["05/05/2026"], DateOrder.MONTH_FIRST, True),
    ],
)
def test_a_column_tells_its_order(cells: list[str], order: DateOrder, is_sure: bool) -> None:
    ballot = Ballot()
    ballot.hear(cells)
    decided = ballot.decide(None)
    assert (decided.order, decided.is_sure) == (order, is_sure)
    assert ballot.decide(DateOrder.DAY_FIRST).order is DateOrder.DAY_FIRST


@pytest.mark.parametrize("text", ["9999-12-31", "1900-01-01", "31/12/9999", "", "  "])
def test_a_date_that_stands_for_none_is_none(text: str) -> None:
    assert read_day(text, DateOrder.DAY_FIRST, TODAY) is None


@given(st.text(max_size=40))
def test_any_cell_is_a_date_or_is_told_to_be_none(text: str) -> None:
    with suppress(ValueError):
        read = read_day(text, DateOrder.MONTH_FIRST, TODAY)
        assert read is None or 1971 <= read.year <= 2200


def test_the_more_telling_header_is_taken() -> None:
    chosen = columns(["Status", "Deal Stage", "Name", "Deal Name", "Closed", "Close Date"], {})
    assert (chosen["stage"], chosen["name"], chosen["closes_on"]) == (
        "Deal Stage",
        "Deal Name",
        "Close Date",
    )


def test_a_row_with_no_date_in_its_date_is_told() -> None:
    chosen = {"name": "Name", "closes_on": "Close"}
    with pytest.raises(RowProblem) as refused:
        read(2, {"Name": "Acme", "Close": "whenever"}, chosen, {}, TODAY)
    assert refused.value.key == "import-row-date"


AMBIGUOUS = "Deal name,Stage,Close date\nAcme,Won,03/04/2026\n"


def test_an_order_taken_for_granted_is_said_and_can_be_set(pipekeeper: Run, tmp_path: Path) -> None:
    file = tmp_path / "deals.csv"
    file.write_text(AMBIGUOUS, encoding="utf-8")
    said = pipekeeper("import", str(file), "--dry-run")
    assert "Dates like 03/04/2026 are read with the month first" in said.out
    told = pipekeeper("import", str(file), "--dates", "day-first")
    assert "month first" not in told.out
    wins = pipekeeper("report", "wins", "--from", "2026-04-01", "--to", "2026-04-30")
    assert "2026-04" in wins.out
    assert pipekeeper("import", str(file), "--dates", "backwards").status == 2


SHEET = """No.,Deal,Client,Rep Name,Stage,Value,{began},Fin,Why
7,Pilot,Acme,Mina Park,Lost,500,2026-01-05,2026-02-10,Pricing
"""


@pytest.mark.parametrize("began", ["Created", "Engaged", "Engaged on", "Opened", "Date opened"])
def test_a_deal_was_made_on_the_sheets_own_day(pipekeeper: Run, tmp_path: Path, began: str) -> None:
    path = tmp_path / "deals.csv"
    path.write_text(SHEET.format(began=began), encoding="utf-8")
    assert pipekeeper("import", str(path)).status == 0
    [deal] = csv.DictReader(io.StringIO(pipekeeper("export", "deals").out))
    assert deal["created_at"].startswith("2026-01-05")
    assert deal["owner"] == "Mina Park"


@pytest.mark.parametrize(
    ("closed", "why"), [("closed_at", "close_reason"), ("closed_on", "reason")]
)
def test_fields_are_called_as_in_the_export_and_headers_written_in_any_case(
    pipekeeper: Run, tmp_path: Path, closed: str, why: str
) -> None:
    path = tmp_path / "deals.csv"
    path.write_text(SHEET.format(began="Start"), encoding="utf-8")
    given = ("start=created_at", f"FIN={closed}", f"Why={why}")
    said = pipekeeper("import", str(path), "--map", *given)
    assert said.status == 0, said.err
    [deal] = csv.DictReader(io.StringIO(pipekeeper("export", "deals").out))
    assert deal["created_at"].startswith("2026-01-05")
    assert deal["closed_at"].startswith("2026-02-10")
    assert deal["close_reason"] == "Pricing"


def test_a_field_that_nothing_is_called_is_refused(pipekeeper: Run, tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    path.write_text(SHEET.format(began="Start"), encoding="utf-8")
    for pair in ("Start=weather", "Weather=created_at"):
        said = pipekeeper("import", str(path), "--map", pair)
        assert said.status == 1
        assert len(said.err.splitlines()) == 1
        assert "eather" in said.err


def test_a_stage_map_means_a_stage_of_ours_and_reads_theirs_in_any_case(
    pipekeeper: Run, tmp_path: Path
) -> None:
    path = tmp_path / "deals.csv"
    path.write_text("id,name,stage\n1,Pilot,Engaging\n2,Rollout,Parked Lot\n", encoding="utf-8")
    into = ("import", str(path), "--stage-map")
    wrong = pipekeeper(*into, "Engaging=Nowhere", "Parked Lot=Proposal")
    assert wrong.status == 1
    assert "Nowhere" in wrong.err
    said = pipekeeper(*into, "engaging=negotiation", "PARKED LOT=Proposals")
    assert said.status == 0, said.err
    rows = csv.DictReader(io.StringIO(pipekeeper("export", "deals").out))
    assert [row["stage"] for row in rows] == ["negotiation", "proposal"]
