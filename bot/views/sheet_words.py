"""How a sheet is written, in words."""

from bot.domain.imported import Format
from bot.i18n import Translator

_ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp949": "CP949 (EUC-KR)",
    "cp1252": "Windows-1252",
}
_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


def form(written: Format, t: Translator) -> str:
    """ "UTF-8, separated by semicolons, headers in line 3", or which sheet of a workbook."""
    if written.sheet:
        return t(
            "sheet-workbook",
            sheet=written.sheet,
            sheets=written.sheets,
            line=str(written.header_line),
        )
    return t(
        "sheet-text",
        encoding=_ENCODINGS.get(written.encoding, written.encoding),
        delimiter=_DELIMITERS.get(written.delimiter, "other"),
        sign=written.delimiter,
        line=str(written.header_line),
    )
