"""What people, teams and the workspace are to win in a month or a quarter."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from store.schema.base import Base, BigKey, OfWorkspace, Removable
from store.types import ExactAmount, UtcDateTime


class GoalRow(Removable, OfWorkspace, Base):
    """One goal: of a person (`scope` rep), of everybody under a team's name (team), or of all
    (workspace). Of several alike the newest holds; an amount of nothing takes a goal away."""

    __tablename__ = "goals"
    __table_args__ = (Index(None, "workspace_id", "period"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    scope: Mapped[str] = mapped_column(String(16))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    team: Mapped[str] = mapped_column(String(255))
    period: Mapped[str] = mapped_column(String(7))
    amount: Mapped[Decimal] = mapped_column(ExactAmount())
    currency: Mapped[str] = mapped_column(String(3))
    set_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    set_at: Mapped[datetime] = mapped_column(UtcDateTime())
