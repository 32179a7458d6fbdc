"""Signs that a workbook's XML can't hold, as Excel itself writes them: `_x0001_`."""

import re

_UNHELD = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_HELD = re.compile("_x([0-9A-Fa-f]{4})_")


def escaped(text: str) -> str:
    """Control signs (but tab and new line) and what looks like such a code already."""
    return _UNHELD.sub(lambda sign: f"_x{ord(sign[0]):04X}_", text)


def unescaped(text: str) -> str:
    return _HELD.sub(lambda code: chr(int(code[1], 16)), text)
