"""The playbook's versions, who said what of them, and what deals have answered to it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Date, ForeignKey, Index, Integer, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from store.schema.base import ON, Base, BigKey, OfWorkspace, Removable
from store.types import UtcDateTime


class PlaybookRow(OfWorkspace, Base):
    """One version: proposed, in force since `in_force_at`, or withdrawn. Never changed once
    proposed, never deleted."""

    __tablename__ = "playbooks"
    __table_args__ = (UniqueConstraint("workspace_id", "version"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    version: Mapped[int] = mapped_column(Integer())
    document: Mapped[dict[str, Any]] = mapped_column(JSON())
    digest: Mapped[str] = mapped_column(String(64))
    source: Mapped[str] = mapped_column(Text(), default="")
    note: Mapped[str] = mapped_column(Text(), default="")
    base_version: Mapped[int | None] = mapped_column(Integer())
    share: Mapped[int] = mapped_column(Integer())
    proposed_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    proposed_at: Mapped[datetime] = mapped_column(UtcDateTime())
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    starts_on: Mapped[date | None] = mapped_column(Date())
    started_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    in_force_at: Mapped[datetime | None] = mapped_column(UtcDateTime())


class VoiceRow(OfWorkspace, Base):
    """What one of the people asked says of a proposed version; None while they have not."""

    __tablename__ = "playbook_voices"
    __table_args__ = (UniqueConstraint("workspace_id", "playbook_id", "person_id"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    playbook_id: Mapped[int] = mapped_column(ForeignKey("playbooks.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    agrees: Mapped[bool | None] = mapped_column()
    comment: Mapped[str] = mapped_column(Text(), default="")
    said_at: Mapped[datetime | None] = mapped_column(UtcDateTime())


class PlaybookDraftRow(OfWorkspace, Base):
    """The playbook as someone is changing it, until they propose it."""

    __tablename__ = "playbook_drafts"
    __table_args__ = (UniqueConstraint("workspace_id", "person_id"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    base_version: Mapped[int] = mapped_column(Integer())
    document: Mapped[dict[str, Any]] = mapped_column(JSON())
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime())


class AnswerRow(Removable, OfWorkspace, Base):
    """What a deal has for an evidence question or a custom field."""

    __tablename__ = "answers"
    __table_args__ = (
        Index(None, "deal_id", "key"),
        # Reports by a custom field read a million answers from this alone. PostgreSQL holds no
        # long text in an index, and is quick enough without.
        Index(
            "ix_answers_told",
            "workspace_id",
            "key",
            "deal_id",
            "value",
            sqlite_where=text("removed_at IS NULL"),
            info={ON: "sqlite"},
        ).ddl_if(dialect="sqlite"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    deal_id: Mapped[int] = mapped_column(ForeignKey("deals.id"))
    key: Mapped[str] = mapped_column(String(64))
    value: Mapped[str] = mapped_column(Text())
    given_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    given_at: Mapped[datetime] = mapped_column(UtcDateTime())
    playbook_version: Mapped[int] = mapped_column(Integer())


class DealContactRow(Removable, OfWorkspace, Base):
    """A contact and what they are to a deal."""

    __tablename__ = "deal_contacts"
    __table_args__ = (Index(None, "deal_id", "role"), Index(None, "contact_id"))

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    deal_id: Mapped[int] = mapped_column(ForeignKey("deals.id"))
    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"))
    role: Mapped[str] = mapped_column(String(32))
    added_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    added_at: Mapped[datetime] = mapped_column(UtcDateTime())


class RateRow(OfWorkspace, Base):
    """What one unit of a currency is worth in the workspace's own, from a day on.

    `rate` is an exact decimal number as text: rates need more places than amounts.
    """

    __tablename__ = "rates"
    __table_args__ = (UniqueConstraint("workspace_id", "currency", "base", "since"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    currency: Mapped[str] = mapped_column(String(3))
    base: Mapped[str] = mapped_column(String(3))
    since: Mapped[date] = mapped_column(Date())
    rate: Mapped[str] = mapped_column(String(32))
