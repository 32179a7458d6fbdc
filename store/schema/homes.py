"""Whose App Home was opened lately, and what it shows."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.schema.base import Base, BigKey, OfWorkspace
from store.types import UtcDateTime


class HomeViewRow(OfWorkspace, Base):
    """One person's Home as it was last drawn: `act_id` is the newest act that it knew of, `digest`
    what it said in short, `slack_hash` Slack's own name for the view."""

    __tablename__ = "home_views"
    __table_args__ = (
        UniqueConstraint("workspace_id", "person_id"),
        Index(None, "workspace_id", "opened_at"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime())
    drawn_at: Mapped[datetime] = mapped_column(UtcDateTime())
    act_id: Mapped[int] = mapped_column(BigKey)
    digest: Mapped[str] = mapped_column(String(64))
    slack_hash: Mapped[str] = mapped_column(String(64))
