"""Spreadsheets as a stream of rows: CSV and TSV in the encodings people have, and XLSX."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from itertools import chain, islice
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from bot.domain.importing import known_headers
from bot.domain.refusal import Refusal

Row = tuple[int, dict[str, str]]
"""The row's number in the sheet, and its cells by header."""

SAMPLE = 65_536
ENCODINGS = ("utf-8-sig", "cp949", "cp1252")
DELIMITERS = ",;\t|"
HEAD = 20
"""Rows among which the headers are looked for."""

LARGEST = 50_000_000
_QUOTED = re.compile(r'"[^"]*"')


@contextmanager
def opened(path: Path) -> Iterator[tuple[list[str], Iterator[Row]]]:
    """The headers and the rows behind them; raises Refusal for what is no sheet."""
    if not path.exists():
        raise Refusal("import-no-file", file=str(path))
    if path.is_dir():
        raise Refusal("import-directory", file=str(path))
    if path.stat().st_size == 0:
        raise Refusal("import-empty", file=path.name)
    if path.stat().st_size > LARGEST:
        raise Refusal("import-too-large", file=path.name)
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        with _workbook(path) as cells:
            yield _with_headers(cells, path)
    else:
        with path.open(encoding=_encoding(path), newline="") as file:
            yield _with_headers(_lines(file, path), path)


def _with_headers(cells: Iterator[list[str]], path: Path) -> tuple[list[str], Iterator[Row]]:
    """The row of headers is the one among the first with the most headers that we know, else the
    first with more than one cell; what stands above it is a title."""
    numbered = enumerate(cells, start=1)
    first = list(islice(numbered, HEAD))
    full = [
        (place, row)
        for place, (_, row) in enumerate(first)
        if sum(map(bool, map(str.strip, row))) > 1
    ]
    if not full:
        raise Refusal("import-no-table", file=path.name)
    place, row = max(full, key=lambda one: (known_headers(one[1]), -one[0]))
    headers = [cell.strip() for cell in row]
    return headers, _rows(chain(first[place + 1 :], numbered), headers)


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
    for encoding in ENCODINGS:
        if _decodes(path, encoding):
            return encoding
    raise Refusal("import-binary", file=path.name)


def _decodes(path: Path, encoding: str) -> bool:
    """Whether all of a file is text in an encoding, read some at a time."""
    try:
        with path.open(encoding=encoding, newline="") as file:
            while file.read(SAMPLE):
                pass
    except UnicodeDecodeError:
        return False
    return True


def _lines(file: io.TextIOWrapper, path: Path) -> Iterator[list[str]]:
    sample = file.read(SAMPLE)
    file.seek(0)
    bare = _QUOTED.sub("", "\n".join(sample.splitlines()[:HEAD]))
    delimiter = max(DELIMITERS, key=bare.count)
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
