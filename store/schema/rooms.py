"""Which channels are tied to which deals, and the card pinned in each."""

from datetime import datetime

from sqlalchemy import JSON, Boolean, ForeignKey, Index, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from store.schema.base import Base, BigKey, OfWorkspace
from store.types import UtcDateTime


class RoomRow(OfWorkspace, Base):
    """One channel that is or was a deal's room: untied it stays, without a deal, so that undo can
    tie it again.

    `inviting` are Slack ids still to be invited. The card was promised to the outbox under
    `card_key` and stands at `card_ts`; `card_act_id` is the newest act that it knows of and
    `card_digest` what it said in short.
    """

    __tablename__ = "rooms"
    __table_args__ = (
        UniqueConstraint("workspace_id", "channel_id"),
        Index(None, "workspace_id", "deal_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    channel_id: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(255))
    deal_id: Mapped[int | None] = mapped_column(ForeignKey("deals.id"))
    tied_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    tied_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    inviting: Mapped[list[str]] = mapped_column(JSON(), default=list, server_default="[]")
    card_key: Mapped[str | None] = mapped_column(String(160))
    card_ts: Mapped[str | None] = mapped_column(String(32))
    card_digest: Mapped[str] = mapped_column(String(64), default="", server_default="")
    card_act_id: Mapped[int] = mapped_column(BigKey, default=0, server_default="0")
    drawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    is_pinned: Mapped[bool] = mapped_column(Boolean(), default=False, server_default=false())
