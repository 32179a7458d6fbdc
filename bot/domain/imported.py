"""An import as a record: which sheet, what it turned out to be, what became of its rows."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class ImportState(StrEnum):
    """`arriving`: its bytes are on their way. `looked`: shown, and waits for a yes. `running`: its
    rows are being laid aside. The rest are ends; `stopped` is a process that died on the way."""

    ARRIVING = "arriving"
    LOOKED = "looked"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"
    DISCARDED = "discarded"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Format:
    """How a file is written: a text's `encoding` and `delimiter`, or the `sheet` of a workbook (of
    how many); and in which line its headers stand."""

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: int = 0
    header_line: int = 1


@dataclass(frozen=True, slots=True)
class Counts:
    """What became, or would become, of a sheet's rows."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0

    @property
    def rows(self) -> int:
        return self.created + self.updated + self.unchanged + self.skipped


@dataclass(frozen=True, slots=True)
class Imported:
    """One import as it stands. `found` and `choices` are as they were kept (usecases.sheet_looks
    reads them); `by` is who brought it, None for the command line."""

    id: int
    by: str | None
    by_id: int | None
    act_id: int | None
    file_name: str
    state: ImportState
    found: dict[str, Any]
    choices: dict[str, Any]
    counts: Counts
    kept: tuple[str, ...]
    created_at: datetime
    ended_at: datetime | None
    undone_at: datetime | None
    place: tuple[str, str] | None
    slack_file_id: str | None = None


@dataclass(frozen=True, slots=True)
class Undoing:
    """What undoing an import takes away, puts back as it was, and leaves alone since somebody has
    worked on it: by their names. `accounts` and `people` that only the import made go, too."""

    removed: int
    restored: int
    kept: tuple[str, ...]
    accounts: int
    people: int
