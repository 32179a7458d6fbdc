"""Scorecards laid open for a review, and what was said to them."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, Date, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from store.schema.base import Base, BigKey, OfWorkspace, Removable
from store.types import ExactAmount, UtcDateTime


class ReviewRow(Removable, OfWorkspace, Base):
    """One person's period, with the figures as they were when it was opened: `scores` and
    `won_amounts` never change afterwards."""

    __tablename__ = "reviews"
    __table_args__ = (
        Index(None, "workspace_id", "person_id", "id"),
        Index(None, "workspace_id", "opened_by_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    opened_by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime())
    first: Mapped[date] = mapped_column(Date())
    last: Mapped[date] = mapped_column(Date())
    playbook_version: Mapped[int] = mapped_column(Integer())
    working_days: Mapped[int] = mapped_column(Integer())
    won: Mapped[int] = mapped_column(Integer())
    lost: Mapped[int] = mapped_column(Integer())
    won_amounts: Mapped[list[Any]] = mapped_column(JSON())
    scores: Mapped[list[Any]] = mapped_column(JSON())
    theirs_until: Mapped[datetime] = mapped_column(UtcDateTime())
    returned_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    frozen_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime())


class ReviewWordRow(Removable, OfWorkspace, Base):
    """Words to a review: on one measure, or (`measure` empty) on the whole. An answer to a
    contested measure has a verdict, and a `value` in percent where the measure was corrected."""

    __tablename__ = "review_words"
    __table_args__ = (Index(None, "review_id", "id"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"))
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime())
    measure: Mapped[str | None] = mapped_column(String(32))
    words: Mapped[str] = mapped_column(Text())
    verdict: Mapped[str | None] = mapped_column(String(12))
    value: Mapped[Decimal | None] = mapped_column(ExactAmount())
