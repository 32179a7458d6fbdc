"""How much of a table a phone shows: as many columns as stand side by side, the most telling first.

A phone leaves a message some 320 of its 390 points. Slack neither wraps a table's columns below
their longest word nor tells a bot how wide its reader's screen is; what does not fit scrolls
sideways, half a figure at the edge. So each table is drawn for the phone, and all of it a tap
away."""

import re
import unicodedata
from collections.abc import Container, Sequence

from bot.views.blocks import Block, clip, fitting

PHONE = 320
"""What a message has of a phone's width."""

AROUND = 26
"""Around the words of a cell, its line included."""

SORTER = 16
"""Beside a head, the sign that sorts by it."""

LONGEST_WORD = 18
"""An address or the like would push everything else off the screen."""

NARROWEST = 60
USUAL_WEIGHT, BOLD = 1.0, 1.06
"""Heads and names are broader."""

WIDE, EMOJI, USUAL, SLIM, BROAD = 13.0, 19.0, 7.5, 4.4, 11.5
_SLIM, _BROAD = frozenset("iljtfrI.,:;'|!()[]-· "), frozenset("mwMW%@—GOQD")


def table(
    caption: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    at_once: int,
    named: Container[int] = (),
) -> tuple[Block, int]:
    """A table as a phone shows it, and how many of its columns are left out: each that still fits
    stands, from the first on. The columns that are `named`, by their places, hold people's names:
    these are cut short before a column is left out."""
    columns = [[_broken(row[place]) for row in rows] for place in range(len(heads))]
    if len(_fitting(heads, columns)) < len(heads):
        columns = [short(one) if place in named else one for place, one in enumerate(columns)]
    which = _fitting(heads, columns)
    shown = list(zip(*(columns[place] for place in which), strict=True))
    block = whole(caption, [heads[place] for place in which], shown, at_once)
    return block, len(heads) - len(which)


def _fitting(heads: Sequence[str], columns: Sequence[Sequence[str]]) -> list[int]:
    kept, left = list[int](), float(PHONE)
    for place, (head, cells) in enumerate(zip(heads, columns, strict=True)):
        needs = _width(head, cells, USUAL_WEIGHT if place else BOLD)
        if not place or needs <= left:
            kept.append(place)
            left -= needs
    return kept


def whole(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]], at_once: int) -> Block:
    """A table with all of its columns, as many of its rows as Slack takes."""
    return {
        "type": "data_table",
        "caption": caption,
        "page_size": at_once,
        "row_header_column_index": 0,
        "rows": [_cells(heads), *fitting([_cells(row) for row in rows])],
    }


def short(names: Sequence[str]) -> list[str]:
    """People's names as short as they still tell them apart: “Diego A.” for Diego Alvarez."""
    cut = {name: _initialled(name) for name in names}
    several = {one for one in cut.values() if list(cut.values()).count(one) > 1}
    return [name if cut[name] in several else cut[name] for name in names]


def _initialled(name: str) -> str:
    first, _, last = name.strip().rpartition(" ")
    given = first.split(" ")[0]
    return f"{given} {last[0]}." if given and last[:1].isalpha() else name


def _broken(text: str) -> str:
    return re.sub(rf"[^ \n]{{{LONGEST_WORD + 1},}}", lambda word: clip(word[0], LONGEST_WORD), text)


def _cells(row: Sequence[str]) -> list[Block]:
    return [{"type": "raw_text", "text": text} for text in row]


def _width(head: str, cells: Sequence[str], weight: float) -> float:
    """A column can be as narrow as its longest word."""
    words = [weight * _longest(cell) for cell in cells]
    return max(NARROWEST, AROUND + max([BOLD * _longest(head) + SORTER, *words]))


def _longest(text: str) -> float:
    return max((sum(map(_sign, word)) for word in re.split(r"[ \n]", text)), default=0)


def _sign(sign: str) -> float:
    if sign in _SLIM:
        return SLIM
    if sign in _BROAD:
        return BROAD
    if unicodedata.category(sign) == "So":
        return EMOJI
    return WIDE if unicodedata.east_asian_width(sign) in "WF" else USUAL
