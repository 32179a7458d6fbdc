"""Spreadsheets as a stream of rows: CSV and TSV in the encodings people have, and XLSX."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from bot.domain.refusal import Refusal

Row = tuple[int, dict[str, str]]
"""The row's number in the sheet, and its cells by header."""

SAMPLE = 65_536
ENCODINGS = ("utf-8-sig", "cp949", "cp1252")
DELIMITERS = ",;\t|"


@contextmanager
def opened(path: Path) -> Iterator[tuple[list[str], Iterator[Row]]]:
    """The headers and the rows behind them; raises Refusal for what is no sheet."""
    if not path.exists():
        raise Refusal("import-no-file", file=str(path))
    if path.is_dir():
        raise Refusal("import-directory", file=str(path))
    if path.stat().st_size == 0:
        raise Refusal("import-empty", file=path.name)
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        with _workbook(path) as cells:
            yield _with_headers(cells, path)
    else:
        with path.open(encoding=_encoding(path), newline="") as file:
            yield _with_headers(_lines(file, path), path)


def _with_headers(cells: Iterator[list[str]], path: Path) -> tuple[list[str], Iterator[Row]]:
    numbered = enumerate(cells, start=1)
    for _number, first in numbered:
        headers = [cell.strip() for cell in first]
        if sum(bool(header) for header in headers) > 1:
            return headers, _rows(numbered, headers)
    raise Refusal("import-no-table", file=path.name)


def _rows(numbered: Iterator[tuple[int, list[str]]], headers: list[str]) -> Iterator[Row]:
    for number, cells in numbered:
        if any(cell.strip() for cell in cells):
            yield number, dict(zip(headers, cells, strict=False))


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b"\x00" in sample:
        raise Refusal("import-binary", file=path.name)
    whole = path.read_bytes() if path.stat().st_size <= 50_000_000 else sample
    for encoding in ENCODINGS:
        try:
            whole.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    raise Refusal("import-binary", file=path.name)


def _lines(file: io.TextIOWrapper, path: Path) -> Iterator[list[str]]:
    sample = file.read(SAMPLE)
    file.seek(0)
    first = sample.splitlines()[0] if sample.strip() else ""
    delimiter = max(DELIMITERS, key=first.count)
    try:
        yield from csv.reader(file, delimiter=delimiter)
    except csv.Error as broken:
        raise Refusal("import-broken", file=path.name, reason=str(broken)) from broken


@contextmanager
def _workbook(path: Path) -> Iterator[Iterator[list[str]]]:
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError) as broken:
        raise Refusal("import-binary", file=path.name) from broken
    try:
        sheet = book.worksheets[0]
        yield ([_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True))
    finally:
        book.close()


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
