"""Workspaces and their people."""

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

from store.schema.base import Base, BigKey, OfWorkspace
from store.types import NameKey, UtcDateTime


class WorkspaceRow(Base):
    __tablename__ = "workspaces"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    slack_team_id: Mapped[str | None] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(255))
    locale: Mapped[str] = mapped_column(String(16))
    tz: Mapped[str] = mapped_column(String(64))
    currency: Mapped[str] = mapped_column(String(3))
    wins_channel: Mapped[str | None] = mapped_column(String(64))
    country: Mapped[str | None] = mapped_column(String(2))
    working_days: Mapped[str] = mapped_column(String(7), default="12345")
    holds_back: Mapped[bool] = mapped_column(Boolean(), default=False, server_default=false())
    quieted: Mapped[str] = mapped_column(String(64), default="", server_default="")
    facts_act: Mapped[int | None] = mapped_column(BigKey)
    facts_tz: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime())


class PersonRow(OfWorkspace, Base):
    __tablename__ = "people"
    __table_args__ = (
        UniqueConstraint("workspace_id", "slack_user_id"),
        Index(None, "workspace_id", "name_key"),
        Index(None, "workspace_id", "manager_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    slack_user_id: Mapped[str | None] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(255))
    name_key: Mapped[str] = mapped_column(NameKey)
    email: Mapped[str | None] = mapped_column(String(320))
    role: Mapped[str] = mapped_column(String(16))
    manager_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    team: Mapped[str] = mapped_column(String(120), default="")
    locale: Mapped[str] = mapped_column(String(16))
    tz: Mapped[str] = mapped_column(String(64))
    workday_start: Mapped[time] = mapped_column(Time(), default=time(9))
    workday_end: Mapped[time] = mapped_column(Time(), default=time(18))
    working_days: Mapped[str] = mapped_column(String(7), default="12345")
    morning_at: Mapped[time | None] = mapped_column(Time())
    days_off: Mapped[str] = mapped_column(Text(), default="")
    muted: Mapped[str] = mapped_column(String(120), default="")
    single_reminders: Mapped[bool] = mapped_column(Boolean(), default=False)
    remind_before: Mapped[int] = mapped_column(Integer(), default=30, server_default="30")
    facts_tz: Mapped[str | None] = mapped_column(String(64))
    team_channel: Mapped[str | None] = mapped_column(String(64))
    own_locale: Mapped[str | None] = mapped_column(String(16))
    own_tz: Mapped[str | None] = mapped_column(String(64))
    own_country: Mapped[str | None] = mapped_column(String(2))
    joined_on: Mapped[date] = mapped_column(Date())
    gone_on: Mapped[date | None] = mapped_column(Date())
    barred: Mapped[str | None] = mapped_column(String(16))
    profile_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
