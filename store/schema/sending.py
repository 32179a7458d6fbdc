"""What the bot is to send, what it asked, and which runs of which job it has made."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    false,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from store.schema.base import Base, BigKey, OfWorkspace
from store.types import UtcDateTime


class OutboxRow(OfWorkspace, Base):
    """One promised message: its kind and facts, never its rendered text.

    `in_doubt` from before a call is made until it is known what came of it: meanwhile a message
    may stand in `slack_channel` of which we have not heard. `claimed_by` names the claim under
    which someone is at work on it, until `not_before`.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("workspace_id", "dedup_key"),
        Index(
            "ix_outbox_waiting",
            "not_before",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        Index(None, "run_id"),
        Index(None, "workspace_id", "slack_ts"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    recipient_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[str] = mapped_column(String(32))
    facts: Mapped[dict[str, Any]] = mapped_column(JSON())
    dedup_key: Mapped[str] = mapped_column(String(160))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime())
    not_before: Mapped[datetime] = mapped_column(UtcDateTime())
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime())
    state: Mapped[str] = mapped_column(String(12), default="waiting")
    attempts: Mapped[int] = mapped_column(Integer(), default=0)
    last_error: Mapped[str | None] = mapped_column(Text())
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    slack_channel: Mapped[str | None] = mapped_column(String(64))
    slack_ts: Mapped[str | None] = mapped_column(String(32))
    claimed_by: Mapped[str | None] = mapped_column(String(32))
    in_doubt: Mapped[bool] = mapped_column(Boolean(), default=False, server_default=false())
    tried_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    run_id: Mapped[int | None] = mapped_column(ForeignKey("job_runs.id"))


class PaceRow(OfWorkspace, Base):
    """How far a pace is used up, and until when Slack wants to be left alone, for all replicas."""

    __tablename__ = "paces"
    __table_args__ = (UniqueConstraint("workspace_id", "key"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    key: Mapped[str] = mapped_column(String(96))
    spent: Mapped[datetime] = mapped_column(UtcDateTime())
    held_until: Mapped[datetime | None] = mapped_column(UtcDateTime())


class NudgeRow(OfWorkspace, Base):
    """One bundle of questions to one person on one of their working days."""

    __tablename__ = "nudges"
    __table_args__ = (UniqueConstraint("workspace_id", "person_id", "asked_on"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    asked_on: Mapped[date] = mapped_column(Date())
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime())
    more: Mapped[int] = mapped_column(Integer(), default=0)
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime())


class Acted(Base):
    """Whether somebody touched the deal after it was told of: after how many working days of the
    one told (`acted_after`), and by which act, which may be undone."""

    __abstract__ = True

    acted_after: Mapped[int | None] = mapped_column(Integer())
    acted_act_id: Mapped[int | None] = mapped_column(BigKey)


class NudgeItemRow(Acted, OfWorkspace, Base):
    """One deal asked about in a bundle, its stage and signals then, and what was answered.

    `kinds` are the names of the signals, for sums: "silent,stuck".
    """

    __tablename__ = "nudge_items"
    __table_args__ = (Index(None, "nudge_id"), Index(None, "deal_id", "id"))

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    nudge_id: Mapped[int] = mapped_column(ForeignKey("nudges.id"))
    deal_id: Mapped[int] = mapped_column(ForeignKey("deals.id"))
    stage_key: Mapped[str] = mapped_column(String(64))
    kinds: Mapped[str] = mapped_column(String(64))
    signals: Mapped[list[dict[str, Any]]] = mapped_column(JSON())
    times_asked: Mapped[int] = mapped_column(Integer())
    answer: Mapped[str | None] = mapped_column(String(24))
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime())


class JobRunRow(OfWorkspace, Base):
    """One run of one job for one workspace and moment, claimed once by whoever inserts it.

    `skipped` counts by reason those who were told nothing; what was sent is counted in the outbox.
    """

    __tablename__ = "job_runs"
    __table_args__ = (UniqueConstraint("workspace_id", "job", "moment"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    job: Mapped[str] = mapped_column(String(32))
    moment: Mapped[datetime] = mapped_column(UtcDateTime())
    started_at: Mapped[datetime] = mapped_column(UtcDateTime())
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    decided: Mapped[int] = mapped_column(Integer(), default=0)
    skipped: Mapped[dict[str, int]] = mapped_column(JSON(), default=dict, server_default="{}")


class DraftRow(OfWorkspace, Base):
    """A line someone typed that waits for one more tap: which of several deals was meant."""

    __tablename__ = "drafts"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    verb: Mapped[str] = mapped_column(String(24))
    text: Mapped[str] = mapped_column(Text())
    created_at: Mapped[datetime] = mapped_column(UtcDateTime())


class HeldBackRow(Acted, OfWorkspace, Base):
    """A silent deal whose owner is not asked for some days, for comparison: once a silence."""

    __tablename__ = "held_back"
    __table_args__ = (UniqueConstraint("workspace_id", "deal_id", "since"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    deal_id: Mapped[int] = mapped_column(ForeignKey("deals.id"))
    stage_key: Mapped[str] = mapped_column(String(64))
    since: Mapped[date] = mapped_column(Date())
    held_on: Mapped[date] = mapped_column(Date())
    held_at: Mapped[datetime] = mapped_column(UtcDateTime())
