"""What was told by itself: next steps of the day, a manager's list, and words between people."""

from datetime import date, datetime, time

from sqlalchemy import (
    Boolean,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    Time,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import Mapped, mapped_column

from store.schema.base import Base, BigKey, OfWorkspace, Removable
from store.schema.sending import Acted
from store.types import UtcDateTime


class FollowupRow(OfWorkspace, Base):
    """The next steps that one person was reminded of on one of their working days; `is_beside`
    where they stand in the message that asks about that day's quiet deals."""

    __tablename__ = "followups"
    __table_args__ = (UniqueConstraint("workspace_id", "person_id", "told_on"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    told_on: Mapped[date] = mapped_column(Date())
    told_at: Mapped[datetime] = mapped_column(UtcDateTime())
    more: Mapped[int] = mapped_column(Integer())
    is_single: Mapped[bool] = mapped_column(Boolean())
    is_beside: Mapped[bool] = mapped_column(Boolean(), server_default=false())
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime())


class FollowupItemRow(Acted, OfWorkspace, Base):
    """One deal of it: its next step as it was then, or the hold that ended."""

    __tablename__ = "followup_items"
    __table_args__ = (Index(None, "followup_id"), Index(None, "deal_id", "id"))

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    followup_id: Mapped[int] = mapped_column(ForeignKey("followups.id"))
    deal_id: Mapped[int] = mapped_column(ForeignKey("deals.id"))
    stage_key: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(12))
    step: Mapped[str] = mapped_column(Text())
    due_on: Mapped[date] = mapped_column(Date())


class StepReminderRow(OfWorkspace, Base):
    """One next step that its owner was reminded of before its time: as it was then, once."""

    __tablename__ = "step_reminders"
    __table_args__ = (
        UniqueConstraint("workspace_id", "person_id", "deal_id", "due_at"),
        Index(None, "deal_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    deal_id: Mapped[int] = mapped_column(ForeignKey("deals.id"))
    step: Mapped[str] = mapped_column(Text())
    due_on: Mapped[date] = mapped_column(Date())
    due_time: Mapped[time] = mapped_column(Time())
    due_at: Mapped[datetime] = mapped_column(UtcDateTime())
    told_at: Mapped[datetime] = mapped_column(UtcDateTime())


class EscalationRow(OfWorkspace, Base):
    """The deals that one manager was told of on one of their working days."""

    __tablename__ = "escalations"
    __table_args__ = (UniqueConstraint("workspace_id", "manager_id", "told_on"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    manager_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    told_on: Mapped[date] = mapped_column(Date())
    told_at: Mapped[datetime] = mapped_column(UtcDateTime())
    more: Mapped[int] = mapped_column(Integer())
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime())


class EscalationItemRow(Acted, OfWorkspace, Base):
    """One deal of it, by the question that went unanswered."""

    __tablename__ = "escalation_items"
    __table_args__ = (Index(None, "escalation_id"), Index(None, "deal_id", "id"))

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    escalation_id: Mapped[int] = mapped_column(ForeignKey("escalations.id"))
    deal_id: Mapped[int] = mapped_column(ForeignKey("deals.id"))
    stage_key: Mapped[str] = mapped_column(String(64))
    nudge_item_id: Mapped[int] = mapped_column(ForeignKey("nudge_items.id"))


class FeedbackRow(Removable, OfWorkspace, Base):
    """A question, praise or coaching note about a deal or somebody's week, in their own words."""

    __tablename__ = "feedback"
    __table_args__ = (Index(None, "workspace_id", "from_id", "given_at"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    from_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    to_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    deal_id: Mapped[int | None] = mapped_column(ForeignKey("deals.id"))
    week: Mapped[date | None] = mapped_column(Date())
    kind: Mapped[str] = mapped_column(String(12))
    words: Mapped[str] = mapped_column(Text())
    given_at: Mapped[datetime] = mapped_column(UtcDateTime())
