"""Questions asked about deals: written with the message, settled by whatever touches the deal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from bot.domain.nudging import UNHELPFUL, Asked, Question
from bot.domain.signals import Finding, Signal
from store import history, prepared, scope
from store.schema import NudgeItemRow, NudgeRow

_ITEMS = prepared.table_of(NudgeItemRow)
_UNANSWERED = prepared.Prepared(
    select(_ITEMS.c.id)
    .where(
        _ITEMS.c.deal_id == bindparam("deal_id"), _ITEMS.c.answer.is_(None), *prepared.here(_ITEMS)
    )
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Item:
    """One deal of a bundle as it was asked about, and how it was settled."""

    id: int
    deal_id: int
    findings: tuple[Finding, ...]
    times: int
    answer: str | None


@dataclass(frozen=True, slots=True)
class Bundle:
    id: int
    person_id: int
    asked_on: date
    more: int
    items: tuple[Item, ...]


def last_asked(session: Session, deal_ids: Sequence[int]) -> dict[int, Asked]:
    """The newest question about each deal."""
    newest = (
        select(func.max(NudgeItemRow.id))
        .where(NudgeItemRow.deal_id.in_(deal_ids))
        .group_by(NudgeItemRow.deal_id)
    )
    lines = session.execute(
        select(NudgeItemRow, NudgeRow.asked_on)
        .join(NudgeRow, NudgeRow.id == NudgeItemRow.nudge_id)
        .where(NudgeItemRow.id.in_(newest))
    )
    return {
        item.deal_id: Asked(
            item.times_asked, asked_on, item.answer is not None, item.answer == UNHELPFUL
        )
        for item, asked_on in lines
    }


def was_asked_on(session: Session, person_id: int, day: date) -> bool:
    return (
        session.scalar(
            select(NudgeRow.id).where(NudgeRow.person_id == person_id, NudgeRow.asked_on == day)
        )
        is not None
    )


def add(
    session: Session,
    person_id: int,
    day: date,
    questions: Sequence[Question],
    more: int,
    now: datetime,
) -> int | None:
    """A person's bundle of the day; None where they have one already."""
    bundle = {"person_id": person_id, "asked_on": day, "asked_at": now, "more": more}
    nudge_id = scope.insert_once(session, NudgeRow, bundle, unique=("person_id", "asked_on"))
    if nudge_id is None:
        return None
    for question in questions:
        session.add(
            NudgeItemRow(
                nudge_id=nudge_id,
                deal_id=question.deal.id,
                signals=[_told(finding) for finding in question.findings],
                times_asked=question.times,
            )
        )
    session.flush()
    return nudge_id


def get(session: Session, nudge_id: int) -> Bundle:
    row = session.get_one(NudgeRow, nudge_id)
    items = session.scalars(
        select(NudgeItemRow).where(NudgeItemRow.nudge_id == nudge_id).order_by(NudgeItemRow.id)
    )
    return Bundle(
        id=row.id,
        person_id=row.person_id,
        asked_on=row.asked_on,
        more=row.more,
        items=tuple(item_value(item) for item in items),
    )


def settle(act: history.Act, deal_id: int, answer: str) -> list[int]:
    """Marks open questions about a deal as answered; returns the bundles they stand in."""
    if _UNANSWERED.run(act.session, deal_id=deal_id).first() is None:
        return []
    rows = act.session.scalars(
        select(NudgeItemRow).where(NudgeItemRow.deal_id == deal_id, NudgeItemRow.answer.is_(None))
    ).all()
    for row in rows:
        history.change(act, row, {"answer": answer, "answered_at": act.at})
    return sorted({row.nudge_id for row in rows})


def bundles_about(session: Session, deal_ids: Sequence[int]) -> list[int]:
    """The newest bundle that asked about each of the deals."""
    return list(
        session.scalars(
            select(func.max(NudgeItemRow.nudge_id))
            .where(NudgeItemRow.deal_id.in_(deal_ids))
            .group_by(NudgeItemRow.deal_id)
        )
    )


def bundles_of(session: Session, item_ids: Sequence[int]) -> list[int]:
    """The bundles that questions stand in."""
    if not item_ids:
        return []
    return list(
        session.scalars(
            select(NudgeItemRow.nudge_id).where(NudgeItemRow.id.in_(item_ids)).distinct()
        )
    )


def _told(finding: Finding) -> dict[str, object]:
    return {"signal": finding.signal, "since": finding.since.isoformat(), "days": finding.days}


def item_value(row: NudgeItemRow) -> Item:
    findings = tuple(
        Finding(Signal(one["signal"]), date.fromisoformat(one["since"]), int(one["days"]))
        for one in row.signals
    )
    return Item(row.id, row.deal_id, findings, row.times_asked, row.answer)
