"""Spreadsheets as a stream of rows: CSV and TSV in the encodings people have, and XLSX."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from bot.domain import sheet_text
from bot.domain.imported import Format
from bot.domain.importing import known_headers
from bot.domain.refusal import Refusal
from bot.domain.sheet_text import HEAD
from bot.usecases.excel_text import unescaped

Row = tuple[int, dict[str, str]]
"""The row's number in the sheet, and its cells by header."""

SAMPLE = 65_536
LARGEST = 50_000_000
SWOLLEN, FOLDED = 100_000_000, 100
"""A workbook that unpacks to more than this, and to so many times its size, is none that anybody
wrote: real ones fold to a twentieth."""
WORKBOOKS = (".xlsx", ".xlsm")
TEXTS = (".csv", ".tsv", ".tab", ".txt")


class Sheet(NamedTuple):
    """The headers, the rows behind them, and how the file is written."""

    headers: list[str]
    rows: Iterator[Row]
    form: Format


@contextmanager
def opened(path: Path) -> Iterator[Sheet]:
    """The table in a file; raises Refusal for what is no sheet."""
    if not path.exists():
        raise Refusal("import-no-file", file=str(path))
    if path.is_dir():
        raise Refusal("import-directory", file=str(path))
    if path.stat().st_size == 0:
        raise Refusal("import-empty", file=path.name)
    if path.stat().st_size > LARGEST:
        raise Refusal("import-too-large", file=path.name)
    if path.suffix.lower() in WORKBOOKS:
        with _workbook(path) as (cells, form):
            yield _with_headers(cells, path, form)
    else:
        encoding = _encoding(path)
        with path.open(encoding=encoding, newline="") as file:
            sample = file.read(SAMPLE)
            file.seek(0)
            delimiter = sheet_text.delimiter_of(sample)
            form = Format(encoding=encoding, delimiter=delimiter)
            yield _with_headers(_lines(file, path, delimiter), path, form)


def _with_headers(cells: Iterator[list[str]], path: Path, form: Format) -> Sheet:
    numbered = enumerate(cells, start=1)
    first = list(islice(numbered, HEAD))
    found = sheet_text.header_rows([row for _, row in first])
    if found is None:
        raise Refusal("import-no-table", file=path.name)
    begins, ends, headers = found
    line = first[begins][0]
    rows = _rows(chain(first[ends + 1 :], numbered), headers)
    return Sheet(
        headers, rows, Format(form.encoding, form.delimiter, form.sheet, form.sheets, line)
    )


def _rows(numbered: Iterator[tuple[int, list[str]]], headers: list[str]) -> Iterator[Row]:
    for number, cells in numbered:
        bare = [sheet_text.undressed(cell) for cell in cells]
        if any(cell.strip() for cell in bare):
            yield number, {name: cell for name, cell in zip(headers, bare, strict=False) if name}


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    for encoding in sheet_text.encodings_of(sample):
        if _decodes(path, encoding):
            return "utf-8-sig" if encoding == "utf-8" else encoding
    raise Refusal("import-binary", file=path.name)


def _decodes(path: Path, encoding: str) -> bool:
    """Whether all of a file is text in an encoding, read some at a time."""
    try:
        with path.open(encoding=encoding, newline="") as file:
            while file.read(SAMPLE):
                pass
    except UnicodeError:
        return False
    return True


def _lines(file: io.TextIOWrapper, path: Path, delimiter: str) -> Iterator[list[str]]:
    """Raises Refusal where a quote is opened that nothing closes: all behind it would be a cell."""
    row: list[str] = []

    def heard() -> Iterator[str]:
        for line in file:
            row.append(line.replace("\0", ""))
            yield row[-1]

    lines, begun, last = csv.reader(heard(), delimiter=delimiter), 1, ""
    try:
        for place, cells in enumerate(lines):
            begun, last = lines.line_num - len(row) + 1, "".join(row)
            row.clear()
            yield [] if place == 0 and sheet_text.is_separator_line(cells) else cells
    except csv.Error as broken:
        if len(row) > 1:
            begun = lines.line_num - len(row) + 1
            raise Refusal("import-open-quote", file=path.name, line=begun) from broken
        raise Refusal("import-broken", file=path.name, reason=str(broken)) from broken
    if sheet_text.ends_within_quotes(last, delimiter):
        raise Refusal("import-open-quote", file=path.name, line=begun)


@contextmanager
def _workbook(path: Path) -> Iterator[tuple[Iterator[list[str]], Format]]:
    """The sheet of a workbook with the most headers that we know, the first of equals."""
    _refuse_swollen(path)
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as broken:
        raise Refusal("import-binary", file=path.name) from broken
    try:
        pages = book.worksheets
        if not pages:
            raise Refusal("import-no-table", file=path.name)
        page = max(pages, key=_headers_in) if len(pages) > 1 else pages[0]
        page.reset_dimensions()
        yield _cells(page), Format(sheet=page.title, sheets=len(pages))
    finally:
        book.close()


def _refuse_swollen(path: Path) -> None:
    try:
        with ZipFile(path) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except (BadZipFile, OSError) as broken:
        raise Refusal("import-binary", file=path.name) from broken
    if size > max(SWOLLEN, FOLDED * path.stat().st_size):
        raise Refusal("import-too-large", file=path.name)


def _headers_in(page: Any) -> tuple[int, int]:
    page.reset_dimensions()
    rows = list(islice(_cells(page), HEAD))
    return max(map(known_headers, rows), default=0), min(len(rows), 2)


def _cells(page: Any) -> Iterator[list[str]]:
    for row in page.iter_rows(values_only=True):
        yield _without_tail([_text(cell) for cell in row])


def _without_tail(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return "" if cell == time() else cell.isoformat()
    if isinstance(cell, float):
        return f"{Decimal(format(cell, '.15g')):f}"
    return unescaped(str(cell))
