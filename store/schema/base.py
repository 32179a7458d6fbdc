"""What all tables share: constraint names, the workspace they are bound to, soft removal."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Integer, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from store.types import UtcDateTime

BigKey = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only in INTEGER PRIMARY KEY columns."""

ON = "only_on"
"""Among an index's facts: the one engine that has it."""


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class OfWorkspace:
    """A row of one workspace; the session adds the condition to every query (store.scope)."""

    @declared_attr
    def workspace_id(cls) -> Mapped[int]:  # noqa: N805 - SQLAlchemy hands in the class
        return mapped_column(BigKey, ForeignKey("workspaces.id", ondelete="CASCADE"))


class Removable:
    """A row that undo takes away without forgetting it."""

    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
