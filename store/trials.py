"""Live deals in slices, with all that a playbook's criteria and thresholds ask about."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, class_mapper

from bot.domain.criteria import Answer, ContactRole, Known, RoleOnDeal
from bot.domain.deal import Status
from store import visible
from store.schema import AnswerRow, DealContactRow, DealRow

_COLUMNS = [getattr(DealRow, column.key) for column in class_mapper(DealRow).column_attrs]


@dataclass(frozen=True, slots=True)
class Slice:
    """Open deals in order of id; the next slice begins behind `last`."""

    known: tuple[Known, ...]
    last: int


def count_open(session: Session) -> int:
    open_deals = select(func.count()).select_from(DealRow).where(DealRow.status == Status.OPEN)
    return session.scalar(open_deals) or 0


def after(session: Session, last: int, limit: int) -> Slice:
    """The open deals behind an id, at most `limit`; an empty slice at the end."""
    rows = session.execute(
        select(*_COLUMNS)
        .where(DealRow.status == Status.OPEN, DealRow.id > last)
        .order_by(DealRow.id)
        .limit(limit)
    ).all()
    if not rows:
        return Slice((), last)
    first, end = rows[0].id, rows[-1].id
    answers = _answers(session, first, end)
    contacts = _contacts(session, first, end)
    known = tuple(
        Known(
            visible.deal_value(row, None, None, None),
            answers.get(row.id, {}),
            tuple(contacts.get(row.id, ())),
        )
        for row in rows
    )
    return Slice(known, end)


def _answers(session: Session, first: int, last: int) -> dict[int, dict[str, Answer]]:
    found: dict[int, dict[str, Answer]] = {}
    for deal_id, key, value, at in session.execute(
        select(AnswerRow.deal_id, AnswerRow.key, AnswerRow.value, AnswerRow.given_at)
        .where(AnswerRow.deal_id.between(first, last))
        .order_by(AnswerRow.id)
    ):
        found.setdefault(deal_id, {})[key] = Answer(key, value, None, None, at)
    return found


def _contacts(session: Session, first: int, last: int) -> dict[int, list[RoleOnDeal]]:
    found: dict[int, list[RoleOnDeal]] = {}
    for deal_id, contact_id, role, at in session.execute(
        select(
            DealContactRow.deal_id,
            DealContactRow.contact_id,
            DealContactRow.role,
            DealContactRow.added_at,
        ).where(DealContactRow.deal_id.between(first, last))
    ):
        one = RoleOnDeal(ContactRole(role), contact_id, "", None, None, at)
        found.setdefault(deal_id, []).append(one)
    return found


def pinned_versions(session: Session) -> Sequence[int]:
    """The versions under which some open deal entered its stage."""
    return session.scalars(
        select(DealRow.playbook_version).where(DealRow.status == Status.OPEN).distinct()
    ).all()
