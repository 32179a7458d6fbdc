"""Sheets brought in: what was found in each, what became of it, and its bytes meanwhile."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from store.schema.base import Base, BigKey, OfWorkspace
from store.types import UtcDateTime


class ImportRow(OfWorkspace, Base):
    """One sheet, from the moment it came: `found` is what it turned out to be, `choices` how it is
    to be read, `counts` what became of its rows, `kept` the deals that its undo left alone.

    While `running`, `runner` names the process that is at work on it, heard of last at `beat_at`.
    """

    __tablename__ = "imports"
    __table_args__ = (Index(None, "workspace_id", "state"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    act_id: Mapped[int | None] = mapped_column(ForeignKey("acts.id"))
    file_name: Mapped[str] = mapped_column(String(255))
    state: Mapped[str] = mapped_column(String(12))
    found: Mapped[dict[str, Any]] = mapped_column(JSON(), default=dict)
    choices: Mapped[dict[str, Any]] = mapped_column(JSON(), default=dict)
    counts: Mapped[dict[str, int]] = mapped_column(JSON(), default=dict)
    kept: Mapped[list[str]] = mapped_column(JSON(), default=list)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime())
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    runner: Mapped[str | None] = mapped_column(String(120))
    beat_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    slack_file_id: Mapped[str | None] = mapped_column(String(64))
    slack_channel: Mapped[str | None] = mapped_column(String(64))
    slack_ts: Mapped[str | None] = mapped_column(String(32))


class ImportPieceRow(OfWorkspace, Base):
    """A part of the bytes of a sheet that came by Slack, until it is brought in or discarded."""

    __tablename__ = "import_pieces"
    __table_args__ = (Index(None, "import_id", "place"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("imports.id"))
    place: Mapped[int] = mapped_column(Integer())
    content: Mapped[bytes] = mapped_column(LargeBinary())


class ImportSkipRow(OfWorkspace, Base):
    """A row of a sheet that could not be taken, and why."""

    __tablename__ = "import_skips"
    __table_args__ = (Index(None, "import_id", "line"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("imports.id"))
    line: Mapped[int] = mapped_column(Integer())
    reason: Mapped[str] = mapped_column(String(64))
    facts: Mapped[dict[str, Any]] = mapped_column(JSON(), default=dict)
