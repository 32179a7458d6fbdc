"""How often deals left a stage without its criteria, and by whom."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.schema import DealRow, PersonRow, StageChangeRow


@dataclass(frozen=True, slots=True)
class Overrides:
    """Of one stage and one owner of deals; `by` is whoever did it."""

    stage_key: str
    owner: str
    by: str
    times: int


def since(session: Session, begins: datetime) -> list[Overrides]:
    """Per stage left, owner of the deal and actor, the most first."""
    rows = session.execute(
        select(
            StageChangeRow.from_stage,
            DealRow.owner_id,
            StageChangeRow.changed_by_id,
            func.count(),
        )
        .join(DealRow, DealRow.id == StageChangeRow.deal_id)
        .where(StageChangeRow.override_reason.is_not(None), StageChangeRow.changed_at >= begins)
        .group_by(StageChangeRow.from_stage, DealRow.owner_id, StageChangeRow.changed_by_id)
        .order_by(func.count().desc())
    ).all()
    names = {row.id: row.name for row in session.execute(select(PersonRow.id, PersonRow.name))}
    return [
        Overrides(stage or "", names.get(owned, "-"), names.get(by, "-"), times)
        for stage, owned, by, times in rows
    ]
