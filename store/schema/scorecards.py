"""Who looked at whose scorecard."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from store.schema.base import Base, BigKey, OfWorkspace
from store.types import UtcDateTime


class ScorecardLookRow(OfWorkspace, Base):
    """Somebody looked at another's scorecard."""

    __tablename__ = "scorecard_looks"
    __table_args__ = (Index(None, "workspace_id", "person_id", "id"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime())
