"""Accounts, contacts, deals, activities and the history of stages."""

from datetime import date, datetime, time
from decimal import Decimal

from sqlalchemy import (
    JSON,
    BigInteger,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    Time,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from store.schema.base import Base, BigKey, OfWorkspace, Removable
from store.types import ExactAmount, NameKey, UtcDateTime


class AccountRow(Removable, OfWorkspace, Base):
    __tablename__ = "accounts"
    __table_args__ = (Index(None, "workspace_id", "name_key"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    name: Mapped[str] = mapped_column(String(255))
    name_key: Mapped[str] = mapped_column(NameKey)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime())
    external_id: Mapped[str | None] = mapped_column(String(255))
    merged_into_id: Mapped[int | None] = mapped_column(BigKey)


class ContactRow(Removable, OfWorkspace, Base):
    __tablename__ = "contacts"
    __table_args__ = (Index(None, "workspace_id", "name_key"), Index(None, "account_id"))

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    name: Mapped[str] = mapped_column(String(255))
    name_key: Mapped[str] = mapped_column(NameKey)
    title: Mapped[str] = mapped_column(String(255), default="")
    email: Mapped[str | None] = mapped_column(String(320))
    phone: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime())
    external_id: Mapped[str | None] = mapped_column(String(255))


_TIMED = text("status = 'open' AND removed_at IS NULL AND next_step_time IS NOT NULL")
_SPEAKING = (
    "status", "stage_key", "stage_entered_at", "next_step_due_on", "held_until", "closes_on",
    "created_at",
)  # fmt: skip
"""What tells, with the last touch, whether an open deal asks for attention (store.attention)."""
_SUMMED = ("currency", "amount", "owner_id", "stage_key", "removed_at")
"""What the sums of reports are made of and told apart by."""


class DealRow(Removable, OfWorkspace, Base):
    """`stood_in` are the stages that the deal has ever stood in, with a space around each, that
    entered last at the end: what its history says in short (store.ways)."""

    __tablename__ = "deals"
    __table_args__ = (
        UniqueConstraint("workspace_id", "external_id"),
        Index(None, "workspace_id", "name_key"),
        Index(None, "account_id"),
        Index(
            "ix_deals_open_by_owner",
            "workspace_id",
            "owner_id",
            "last_touch_at",
            *_SPEAKING,
            sqlite_where=text("status = 'open' AND removed_at IS NULL"),
            postgresql_where=text("status = 'open' AND removed_at IS NULL"),
        ),
        *(
            Index(
                f"ix_deals_open_by_{column}",
                "workspace_id",
                "owner_id",
                column,
                sqlite_where=text("status = 'open' AND removed_at IS NULL"),
                postgresql_where=text("status = 'open' AND removed_at IS NULL"),
            )
            for column in ("stage_entered_at", "closes_on")
        ),
        # Looked at every minute, for the reminders before a time of day.
        Index(
            "ix_deals_timed",
            "workspace_id",
            "next_step_due_on",
            "next_step_time",
            sqlite_where=_TIMED,
            postgresql_where=_TIMED,
        ),
        # Reports add up a million deals from these alone, without a look at the rows.
        Index("ix_deals_closed", "workspace_id", "closed_at", "status", *_SUMMED, "created_at"),
        Index("ix_deals_made", "workspace_id", "created_at", "id", "status", *_SUMMED, "stood_in"),
        Index(
            "ix_deals_open_summed",
            "workspace_id",
            "status",
            "stage_key",
            "probability",
            "currency",
            "amount",
            "owner_id",
            "closes_on",
            sqlite_where=text("status = 'open' AND removed_at IS NULL"),
            postgresql_where=text("status = 'open' AND removed_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    name: Mapped[str] = mapped_column(String(255))
    name_key: Mapped[str] = mapped_column(NameKey)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    stage_key: Mapped[str] = mapped_column(String(64))
    status: Mapped[str] = mapped_column(String(8))
    amount: Mapped[Decimal | None] = mapped_column(ExactAmount())
    currency: Mapped[str] = mapped_column(String(3))
    closes_on: Mapped[date | None] = mapped_column(Date())
    next_step: Mapped[str | None] = mapped_column(Text())
    next_step_due_on: Mapped[date | None] = mapped_column(Date())
    next_step_time: Mapped[time | None] = mapped_column(Time())
    next_step_rule: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime())
    stage_entered_at: Mapped[datetime] = mapped_column(UtcDateTime())
    last_touch_at: Mapped[datetime] = mapped_column(UtcDateTime())
    last_activity_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    close_reason: Mapped[str | None] = mapped_column(Text())
    closed_rate: Mapped[str | None] = mapped_column(String(32))
    closed_base: Mapped[str | None] = mapped_column(String(3))
    held_until: Mapped[date | None] = mapped_column(Date())
    hold_reason: Mapped[str | None] = mapped_column(Text())
    probability: Mapped[int] = mapped_column(Integer())
    playbook_version: Mapped[int] = mapped_column(Integer())
    external_id: Mapped[str | None] = mapped_column(String(255))
    stood_in: Mapped[str] = mapped_column(Text(), default="", server_default="")
    version: Mapped[int] = mapped_column(Integer())

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own way


class ActivityRow(Removable, OfWorkspace, Base):
    __tablename__ = "activities"
    __table_args__ = (
        Index(None, "deal_id", "occurred_at"),
        Index(None, "account_id", "occurred_at"),
        Index(None, "workspace_id", "author_id", "occurred_at"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    deal_id: Mapped[int | None] = mapped_column(ForeignKey("deals.id"))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[str] = mapped_column(String(16))
    occurred_at: Mapped[datetime] = mapped_column(UtcDateTime())
    logged_at: Mapped[datetime] = mapped_column(UtcDateTime())
    note: Mapped[str] = mapped_column(Text())
    source: Mapped[str] = mapped_column(String(16))
    said_by: Mapped[str | None] = mapped_column(String(255))
    permalink: Mapped[str | None] = mapped_column(String(512))


class StageChangeRow(Removable, OfWorkspace, Base):
    """The stay that begins with a change `lasted` so many milliseconds, up to the next one of its
    deal, and was one of a deal that came to be at `deal_made_at`; both are empty while it lasts
    (store.ways)."""

    __tablename__ = "stage_changes"
    __table_args__ = (
        Index(
            "ix_stage_changes_way",
            "deal_id",
            "changed_at",
            "id",
            "to_stage",
            "workspace_id",
            "removed_at",
        ),
        # In the order of `ix_deals_made`, so that a million deals are joined page by page.
        Index(
            "ix_stage_changes_over",
            "workspace_id",
            "deal_made_at",
            "deal_id",
            "to_stage",
            "lasted",
            "removed_at",
            sqlite_where=text("lasted IS NOT NULL"),
            postgresql_where=text("lasted IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    deal_id: Mapped[int] = mapped_column(ForeignKey("deals.id"))
    from_stage: Mapped[str | None] = mapped_column(String(64))
    to_stage: Mapped[str] = mapped_column(String(64))
    changed_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime())
    playbook_version: Mapped[int] = mapped_column(Integer())
    override_reason: Mapped[str | None] = mapped_column(Text())
    overridden: Mapped[list[str] | None] = mapped_column(JSON())
    reason: Mapped[str | None] = mapped_column(Text())
    lasted: Mapped[int | None] = mapped_column(BigInteger())
    deal_made_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
