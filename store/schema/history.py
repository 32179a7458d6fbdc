"""Who did what, when, and what it was before: the ground for history, audit and undo."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from store.schema.base import Base, BigKey, OfWorkspace
from store.types import UtcDateTime


class ActRow(OfWorkspace, Base):
    """One thing done by one person (or by the bot itself: no actor), in one transaction."""

    __tablename__ = "acts"
    __table_args__ = (
        Index(None, "workspace_id", "actor_id", "id"),
        Index(None, "workspace_id", "at"),
        Index(
            "ix_acts_undone",
            "workspace_id",
            "undone_at",
            sqlite_where=text("undone_at IS NOT NULL"),
            postgresql_where=text("undone_at IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    action: Mapped[str] = mapped_column(String(48))
    at: Mapped[datetime] = mapped_column(UtcDateTime())
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime())


class AuditRow(OfWorkspace, Base):
    """What an act changed on one subject: only the fields that changed."""

    __tablename__ = "audit"
    __table_args__ = (
        Index(None, "act_id"),
        Index(None, "workspace_id", "subject_type", "subject_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    act_id: Mapped[int] = mapped_column(ForeignKey("acts.id"))
    subject_type: Mapped[str] = mapped_column(String(32))
    subject_id: Mapped[int] = mapped_column(BigKey)
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON())
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON())
