"""What each person did and how their deals stood, counted once: raw figures, never scores."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, Date, ForeignKey, Index, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.schema.base import Base, BigKey, OfWorkspace


class DayFactRow(OfWorkspace, Base):
    """One person's own day, as far as it lies in one week of the workspace (`week` its Monday; a
    day that straddles two weeks has two rows).

    `acts` are the meaningful ones, `activities` those that happened then, of which `kinds` tells
    how many of each; `delays` are minutes from happening to logging, `touched` the ids of deals.
    """

    __tablename__ = "day_facts"
    __table_args__ = (
        UniqueConstraint("workspace_id", "person_id", "day", "week"),
        Index(None, "workspace_id", "week"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    day: Mapped[date] = mapped_column(Date())
    week: Mapped[date] = mapped_column(Date())
    acts: Mapped[int] = mapped_column(Integer())
    activities: Mapped[int] = mapped_column(Integer())
    created: Mapped[int] = mapped_column(Integer())
    moved: Mapped[int] = mapped_column(Integer())
    won: Mapped[int] = mapped_column(Integer())
    lost: Mapped[int] = mapped_column(Integer())
    steps: Mapped[int] = mapped_column(Integer())
    edits: Mapped[int] = mapped_column(Integer())
    kinds: Mapped[dict[str, int]] = mapped_column(JSON())
    delays: Mapped[list[int]] = mapped_column(JSON())
    touched: Mapped[list[Any]] = mapped_column(JSON())


class WeekFactRow(OfWorkspace, Base):
    """How one rep's open deals stood at the end of a week of the workspace, and what came of the
    questions asked in it. Of `rules` in all (so many for each open deal) `met` were met."""

    __tablename__ = "week_facts"
    __table_args__ = (UniqueConstraint("workspace_id", "week", "person_id"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    week: Mapped[date] = mapped_column(Date())
    working_days: Mapped[int] = mapped_column(Integer())
    open_deals: Mapped[int] = mapped_column(Integer())
    with_next_step: Mapped[int] = mapped_column(Integer())
    stale: Mapped[int] = mapped_column(Integer())
    complete: Mapped[int] = mapped_column(Integer())
    rules: Mapped[int] = mapped_column(Integer())
    met: Mapped[int] = mapped_column(Integer())
    asked: Mapped[int] = mapped_column(Integer())
    answered: Mapped[int] = mapped_column(Integer())
    acted: Mapped[int] = mapped_column(Integer())
