"""Questions asked about deals: written with the message, settled by whatever touches the deal."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.orm import Session

from bot.domain.nudging import UNHELPFUL, Asked, Bundle
from bot.domain.signals import Finding, Signal
from store import history, measures, prepared, scope
from store.among import among
from store.schema import EscalationItemRow, NudgeItemRow, NudgeRow

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
class Kept:
    """A bundle as it was asked, and how its questions were settled."""

    id: int
    person_id: int
    asked_on: date
    more: int
    items: tuple[Item, ...]


def last_asked(session: Session, deal_ids: Sequence[int]) -> dict[int, Asked]:
    """The newest question about each deal."""
    newest = (
        select(func.max(NudgeItemRow.id))
        .where(among(NudgeItemRow.deal_id, deal_ids))
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


def asked_on(session: Session, days: Mapping[int, date]) -> set[int]:
    """Those of some people who have a bundle on the day that is given for each."""
    lines = session.execute(
        select(NudgeRow.person_id, NudgeRow.asked_on).where(
            among(NudgeRow.person_id, days.keys()), NudgeRow.asked_on.in_(set(days.values()))
        )
    )
    return {person_id for person_id, on in lines if days[person_id] == on}


def add(
    session: Session, bundles: Mapping[int, tuple[date, Bundle]], now: datetime
) -> dict[int, int]:
    """People's bundles of their days; returns their ids by person. Whoever has one already (from
    another replica, this moment) gets none."""
    made = scope.insert_all_once(
        session,
        NudgeRow,
        [
            {"person_id": person_id, "asked_on": day, "asked_at": now, "more": bundle.more}
            for person_id, (day, bundle) in bundles.items()
        ],
        unique=("person_id", "asked_on"),
        known_by="person_id",
    )
    scope.insert_all(
        session,
        NudgeItemRow,
        [
            {
                "nudge_id": nudge_id,
                "deal_id": question.deal.id,
                "stage_key": question.deal.stage_key,
                "kinds": measures.kinds_of([one.signal for one in question.findings]),
                "signals": [_told(finding) for finding in question.findings],
                "times_asked": question.times,
            }
            for person_id, nudge_id in made.items()
            for question in bundles[person_id][1].questions
        ],
    )
    return made


def of_day(session: Session, person_id: int, day: date) -> int | None:
    """A person's bundle of a day."""
    return session.scalar(
        select(NudgeRow.id).where(NudgeRow.person_id == person_id, NudgeRow.asked_on == day)
    )


def newest_of(
    session: Session, person_ids: Collection[int], since: date
) -> list[tuple[int, int, date]]:
    """The newest bundle of each of some people since a day: its id, whose, and of which day."""
    newest = (
        select(func.max(NudgeRow.id))
        .where(among(NudgeRow.person_id, person_ids), NudgeRow.asked_on >= since)
        .group_by(NudgeRow.person_id)
    )
    lines = session.execute(
        select(NudgeRow.id, NudgeRow.person_id, NudgeRow.asked_on).where(NudgeRow.id.in_(newest))
    )
    return [(nudge_id, person_id, on) for nudge_id, person_id, on in lines]


def take_back(session: Session, nudge_ids: Collection[int]) -> None:
    """Unanswered questions of bundles that never went out are as if they had not been asked; one
    that a manager was told of stays."""
    if nudge_ids:
        told = select(EscalationItemRow.nudge_item_id)
        session.execute(
            delete(NudgeItemRow).where(
                NudgeItemRow.nudge_id.in_(nudge_ids),
                NudgeItemRow.answer.is_(None),
                NudgeItemRow.id.not_in(told),
            )
        )


def get(session: Session, nudge_id: int) -> Kept:
    row = session.get_one(NudgeRow, nudge_id)
    items = session.scalars(
        select(NudgeItemRow).where(NudgeItemRow.nudge_id == nudge_id).order_by(NudgeItemRow.id)
    )
    return Kept(
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
