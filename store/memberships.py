"""Who was on a team over a span of time, told back from the log of who was placed where."""

from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.people import Role
from store.schema import ActRow, AuditRow, PersonRow

PLACED = ("manager_id", "role")


def teams_since(
    session: Session, manager_id: int, since: datetime, first: date
) -> list[frozenset[int]]:
    """The reps that a manager has had from a moment on, one set for each change, in order. Who has
    gone since `first`, the day of that moment, is on the team still."""
    placed = {
        row.id: {"manager_id": row.manager_id, "role": row.role}
        for row in session.execute(
            select(PersonRow.id, PersonRow.manager_id, PersonRow.role).where(
                PersonRow.gone_on.is_(None) | (PersonRow.gone_on >= first)
            )
        )
    }

    def team() -> frozenset[int]:
        return frozenset(
            one
            for one, held in placed.items()
            if held["manager_id"] == manager_id and held["role"] == Role.REP
        )

    sets = [team()]
    for person_id, before in _changes(session, since):
        if person_id in placed:
            told = {name: before[name] for name in PLACED if name in before}
            placed[person_id] |= told
            sets.append(team())
    return sets[::-1]


def _changes(session: Session, since: datetime) -> Iterator[tuple[int, dict[str, object]]]:
    """What changed about people, the newest first, with what held before; of somebody who was
    added nothing held."""
    nobody: dict[str, object] = dict.fromkeys(PLACED)
    notes = session.execute(
        select(AuditRow.subject_id, AuditRow.before)
        .join(ActRow, ActRow.id == AuditRow.act_id)
        .where(AuditRow.subject_type == "person", ActRow.at >= since)
        .order_by(AuditRow.id.desc())
    )
    for person_id, before in notes:
        yield person_id, nobody if before is None else before
