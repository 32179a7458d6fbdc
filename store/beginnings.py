"""Whether a workspace had begun at a moment: of the time before that there is nothing to count."""

from datetime import datetime

from sqlalchemy import Table, bindparam, select
from sqlalchemy.orm import Session

from store.prepared import Prepared, ours, table_of
from store.schema import ActivityRow, ActRow, DealRow


def _up_to(table: Table, column: str) -> Prepared:
    up_to = table.c[column] <= bindparam("moment")
    return Prepared(select(table.c.id).where(ours(table), up_to).limit(1))


_ANY_UP_TO = (
    _up_to(table_of(ActRow), "at"),
    _up_to(table_of(DealRow), "created_at"),
    _up_to(table_of(ActivityRow), "occurred_at"),
)


def nothing_up_to(session: Session, moment: datetime) -> bool:
    """Whether nothing had been done, had happened or was there yet; an import may have brought
    deals and activities that are older than any act."""
    return all(one.run(session, moment=moment).first() is None for one in _ANY_UP_TO)
