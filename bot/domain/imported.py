"""An import as a record: which sheet, what it turned out to be, what became of its rows."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
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
class Choices:
    """How somebody says that a sheet is to be read: which header fills which field ("" for none;
    fields that are not named find theirs by themselves), its stages as ours, its people as Slack
    ids, which comes first in its dates, and the currency of amounts that name none."""

    columns: Mapping[str, str] = field(default_factory=dict)
    stages: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    dates: str | None = None
    currency: str | None = None

    @property
    def kept(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Look:
    """What a sheet turned out to be: its headers and the fields that they are read as, dates whose
    order had to be assumed, stages and people that nobody knows, and its first rows as read (name,
    account, owner, stage, amount, close). `proposed` are the Slack ids of those whom some of these
    people may be, to be confirmed. `problems` are its first rows that can't be taken. `currency`
    is what amounts that name none are taken for; "" where each names its own."""

    form: Format
    headers: tuple[str, ...]
    columns: Mapping[str, str]
    rows: int
    assumed: tuple[str, ...] = ()
    has_dates: bool = False
    stages: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    sample: tuple[tuple[str, ...], ...] = ()
    problems: tuple[tuple[int, str, Mapping[str, str]], ...] = ()
    proposed: Mapping[str, str] = field(default_factory=dict)
    currency: str = ""

    @property
    def kept(self) -> dict[str, Any]:
        return asdict(self)


def look_of(kept: Mapping[str, Any]) -> Look:
    """A look again from what was kept of it."""
    return Look(
        form=Format(**kept["form"]),
        headers=tuple(kept["headers"]),
        columns=kept["columns"],
        rows=kept["rows"],
        assumed=tuple(kept["assumed"]),
        has_dates=kept["has_dates"],
        stages=tuple(kept["stages"]),
        strangers=tuple(kept["strangers"]),
        sample=tuple(tuple(row) for row in kept["sample"]),
        problems=tuple((line, key, facts) for line, key, facts in kept["problems"]),
        proposed=kept.get("proposed", {}),
        currency=kept.get("currency", ""),
    )


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
    """One import as it stands. `found` and `choices` are as they were kept (look_of and
    Choices read them); `by` is who brought it, None for the command line."""

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
