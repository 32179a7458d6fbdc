"""What people type survives a way out into a sheet and back, and runs nothing on the way."""

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.domain.sheet_text import RUNNING
from bot.usecases import exports, sheets

COLUMNS = ("name", "account", "note")
ODD = [
    "=1+1", "+82 10", "-5", "@me", "'=x", "''-y", "\ttab", '"quoted", too', "두 줄\n입니다", "שלום",
    "_x0041_", "\x01\x0b", "a\rb", "a\r\nb", " spaced ", "'", "\uff1d1", "\U0001f642",
]  # fmt: skip
typed = st.sampled_from(ODD) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40
)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@given(cells=st.tuples(typed, typed, typed))
@example(cells=("\r", "", ""))
@example(cells=("", "", "\r"))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_anything_typed_comes_back_unchanged(
    tmp_path: Path, form: str, cells: tuple[str, str, str]
) -> None:
    out = io.BytesIO()
    exports.write(COLUMNS, [("first", "row", "here"), cells], form, out)
    path = tmp_path / f"table.{form}"
    path.write_bytes(out.getvalue())
    with sheets.opened(path) as sheet:
        rows = [row for _, row in sheet.rows]
    back = [tuple(row.get(name, "") for name in COLUMNS) for row in rows[1:]]
    assert back == ([cells] if any(cell.strip() for cell in cells) else [])


@given(cell=typed)
@settings(max_examples=150, deadline=None)
def test_no_workbook_holds_a_formula(cell: str) -> None:
    out = io.BytesIO()
    exports.write(COLUMNS, [(cell, "", "")], "xlsx", out)
    page = load_workbook(out).active
    assert page is not None
    held = page["A2"]
    assert held.data_type != "f"
    assert not held.value or str(held.value)[0] not in RUNNING


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        ("거래명,고객사,금액\n한빛 파일럿,한빛전자,100\n", "utf-16-le", "utf-16-le"),
        ("거래명,고객사,금액\n한빛 파일럿,한빛전자,100\n", "utf-16-be", "utf-16-be"),
        ("거래명;고객사;금액\n한빛 파일럿;한빛전자;100\n", "cp949", "cp949"),
        ("Deal name;Account;Amount\nÄrzte;Müller;1.234,50 €\n", "cp1252", "cp1252"),
        ("Deal name;Account;Amount\nÄrzte;Müller;1.234,50 €\n", "utf-8", "utf-8-sig"),
    ],
)
def test_the_encoding_is_found_and_shown(
    tmp_path: Path, text: str, encoding: str, found: str
) -> None:
    path = tmp_path / "deals.csv"
    path.write_bytes(text.encode(encoding))
    with sheets.opened(path) as sheet:
        assert sheet.form.encoding == found
        assert list(sheet.headers) == text.splitlines()[0].replace(";", ",").split(",")
        assert [list(row.values()) for _, row in sheet.rows] == [
            text.splitlines()[1].split(sheet.form.delimiter)
        ]
