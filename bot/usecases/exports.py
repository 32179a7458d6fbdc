"""Tables out of the store, as CSV, XLSX or JSON lines, in the contract's columns."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, BinaryIO

from openpyxl import Workbook

from bot.domain import sheet_text
from bot.usecases import excel_text

FORMATS = ("csv", "xlsx", "jsonl")


def write(columns: Sequence[str], rows: Iterable[Sequence[Any]], form: str, out: BinaryIO) -> None:
    """Writes a table row by row; memory stays flat for CSV and JSON lines."""
    {"csv": _csv, "xlsx": _xlsx, "jsonl": _jsonl}[form](columns, rows, out)


def _csv(columns: Sequence[str], rows: Iterable[Sequence[Any]], out: BinaryIO) -> None:
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_harmless(_told(cell)) for cell in row] for row in rows)
    text.detach()


def _jsonl(columns: Sequence[str], rows: Iterable[Sequence[Any]], out: BinaryIO) -> None:
    for row in rows:
        line = dict(zip(columns, (_json(cell) for cell in row), strict=True))
        out.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")


def _xlsx(columns: Sequence[str], rows: Iterable[Sequence[Any]], out: BinaryIO) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(list(columns))
    for row in rows:
        sheet.append([_cell(cell) for cell in row])
    book.save(out)


def _told(cell: Any) -> Any:
    if isinstance(cell, datetime):
        return cell.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Decimal):
        return cell
    if isinstance(cell, dict | list):
        return json.dumps(cell, ensure_ascii=False)
    return "" if cell is None else cell


def _harmless(cell: Any) -> Any:
    """Text that a spreadsheet would run gets an apostrophe; numbers stay numbers."""
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return sheet_text.dressed(cell) if isinstance(cell, str) else cell


def _json(cell: Any) -> Any:
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return cell if isinstance(cell, dict | list) or cell is None else _told(cell)


def _cell(cell: Any) -> Any:
    """Typed for a sheet: numbers, dates and times as such, text harmless."""
    if isinstance(cell, datetime):
        return cell.astimezone(UTC).replace(tzinfo=None)
    if isinstance(cell, date | Decimal) or cell is None:
        return cell
    harmless = _harmless(_told(cell))
    return excel_text.escaped(harmless) if isinstance(harmless, str) else harmless
