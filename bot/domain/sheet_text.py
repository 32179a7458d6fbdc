"""How a sheet's bytes are to be read: their encoding, what stands between cells, and cells that a
spreadsheet program has dressed."""

import csv
import re
from collections.abc import Iterable, Sequence
from itertools import islice

from bot.domain.importing import known_headers

DELIMITERS = ",;\t|"
HEAD = 20
"""Lines among which the headers are looked for."""

RUNNING = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
"""What a spreadsheet would take for the beginning of a formula (the wide signs in East Asia)."""

_DRESSED = re.compile(rf"'+[{re.escape(RUNNING)}]")
_SEPARATOR = re.compile(r"\s*\"?sep=(.)\"?\s*", re.IGNORECASE)
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")


def encodings_of(sample: bytes) -> tuple[str, ...]:
    """The encodings that bytes may be in, the likeliest first; none where they are no text.

    A byte order mark settles it; zeros in every second place are UTF-16 without one. Bytes that
    are no UTF-8 are Korean where high ones come in pairs, and Western where they stand alone.
    """
    for mark, encoding in _BOMS.items():
        if sample.startswith(mark):
            return (encoding,)
    if b"\0" in sample:
        zeros = (sample[0::2].count(0), sample[1::2].count(0))
        if max(zeros) < 4 * min(zeros) or max(zeros) * 20 < len(sample):
            return ()
        encoding = "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
        text = sample.decode(encoding, errors="replace")
        return () if _NO_TEXT.search(text) else (encoding,)
    runs = [len(run) for run in _HIGH_RUN.findall(sample)]
    alone = sum(1 for length in runs if length == 1)
    korean_first = 2 * alone <= len(runs)
    return ("utf-8", "cp949", "cp1252") if korean_first else ("utf-8", "cp1252", "cp949")


def delimiter_of(sample: str) -> str:
    """What stands between cells: as the sheet itself says it ("sep=;"), else the sign with which
    a line of known headers comes out, else with which most lines have the same number of cells."""
    lines = sample.splitlines(keepends=True)
    if lines and (said := _SEPARATOR.fullmatch(lines[0])):
        return said[1]
    return max(DELIMITERS, key=lambda sign: _fit(lines, sign))


def ends_within_quotes(row: str, delimiter: str) -> bool:
    """Whether a row opens a quote that nothing in it closes."""
    try:
        list(csv.reader(row.splitlines(keepends=True), delimiter=delimiter, strict=True))
    except csv.Error as wrong:
        return "unexpected end of data" in str(wrong)
    return False


def _fit(lines: Iterable[str], sign: str) -> tuple[int, int, int]:
    try:
        rows = list(islice(csv.reader(lines, delimiter=sign), HEAD))
    except csv.Error:
        return (0, 0, 0)
    widths = [len(row) for row in rows if len(row) > 1]
    same = max((widths.count(width) for width in widths), default=0)
    return (max(map(known_headers, rows), default=0), same, max(widths, default=0))


def is_separator_line(cells: Sequence[str]) -> bool:
    return _SEPARATOR.fullmatch("".join(cells)) is not None or (
        len(cells) == 2 and cells[0].strip().lower() == "sep=" and not cells[1]  # "sep=;" cut at ;
    )


def header_rows(rows: Sequence[Sequence[str]]) -> tuple[int, int, list[str]] | None:
    """Which of the first rows hold the headers (first and last), and the headers: the row with the
    most that we know, filled up from its neighbour where cells were merged; else the first with
    more than one cell. None where there is no such row."""
    full = [place for place, row in enumerate(rows) if sum(map(bool, map(str.strip, row))) > 1]
    if not full:
        return None
    place = max(full, key=lambda one: (known_headers(rows[one]), -one))
    headers = [cell.strip() for cell in rows[place]]
    first = last = place
    if place and (filled := _filled(headers, rows[place - 1], whole=False)):
        headers, first = filled, place - 1
    if place + 1 < len(rows) and (filled := _filled(headers, rows[place + 1], whole=True)):
        headers, last = filled, place + 1
    return first, last, _unique(headers)


def _filled(headers: Sequence[str], beside: Sequence[str], *, whole: bool) -> list[str] | None:
    """The headers with those of a neighbouring row where they have none of their own."""
    said = [cell.strip() for cell in beside]
    width = max(len(headers), len(said))
    own = [*headers, *[""] * (width - len(headers))]
    said = [*said, *[""] * (width - len(said))]
    takes = [place for place in range(width) if said[place] and not known_headers([own[place]])]
    known = [place for place in takes if known_headers([said[place]])]
    if not known or (whole and any(said[p] and p not in known for p in range(width))):
        return None
    return [said[p] if p in known else own[p] for p in range(width)]


def _unique(headers: Sequence[str]) -> list[str]:
    """Headers that stand there twice are told apart by a number."""
    found: list[str] = []
    for header in headers:
        name, number = header, 2
        while name and name in found:
            name, number = f"{header} ({number})", number + 1
        found.append(name)
    return found


def dressed(text: str) -> str:
    """Text that a spreadsheet would run gets an apostrophe, and so does what begins like that."""
    return f"'{text}" if text[:1] and (text[0] in RUNNING or _DRESSED.match(text)) else text


def undressed(text: str) -> str:
    """The text again; an apostrophe before anything else is the text's own."""
    return text[1:] if text.startswith("'") and _DRESSED.match(text) else text
