"""Whom the bot asked to show the way, and what they said."""

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from store.schema.base import Base, BigKey, OfWorkspace, Removable
from store.types import UtcDateTime


class ChampionRow(Removable, OfWorkspace, Base):
    """One question to one person; `consents` is empty while they have not answered. The newest
    row of a person holds."""

    __tablename__ = "champions"
    __table_args__ = (Index(None, "workspace_id", "person_id", "id"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime())
    consents: Mapped[bool | None] = mapped_column(Boolean())
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
