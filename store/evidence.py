"""What deals have to show for themselves: answers to the playbook's questions, contacts' roles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bot.domain.criteria import Answer, ContactRole, Known, RoleOnDeal
from bot.domain.deal import Deal
from store import contacts, history, prepared
from store.schema import AnswerRow, ContactRow, DealContactRow, PersonRow

_ANSWERS, _LINKS, _CONTACTS, _PEOPLE = (
    prepared.table_of(row) for row in (AnswerRow, DealContactRow, ContactRow, PersonRow)
)
_ANSWERS_OF = prepared.Prepared(
    select(_ANSWERS, _PEOPLE.c.name, _PEOPLE.c.slack_user_id)
    .select_from(
        _ANSWERS.outerjoin(
            _PEOPLE, (_PEOPLE.c.id == _ANSWERS.c.given_by_id) & prepared.here(_PEOPLE)[0]
        )
    )
    .where(_ANSWERS.c.deal_id == bindparam("deal_id"), *prepared.here(_ANSWERS))
    .order_by(_ANSWERS.c.id)
)


def known(session: Session, deal: Deal) -> Known:
    """Everything that criteria ask about, for one deal."""
    answers = {
        row.key: Answer(row.key, row.value, row.name, row.slack_user_id, row.given_at)
        for row in _ANSWERS_OF.run(session, deal_id=deal.id)
    }
    return Known(deal, answers, tuple(roles(session, deal.id)))


def roles(session: Session, deal_id: int) -> list[RoleOnDeal]:
    lines = session.execute(
        select(DealContactRow, ContactRow.name, PersonRow.name, PersonRow.slack_user_id)
        .join(ContactRow, ContactRow.id == DealContactRow.contact_id)
        .outerjoin(PersonRow, PersonRow.id == DealContactRow.added_by_id)
        .where(DealContactRow.deal_id == deal_id)
        .order_by(DealContactRow.id)
    )
    return [
        RoleOnDeal(ContactRole(link.role), link.contact_id, name, added_by, slack_id, link.added_at)
        for link, name, added_by, slack_id in lines
    ]


def answer(act: history.Act, deal_id: int, key: str, value: str, version: int) -> None:
    """Writes an answer down, or changes the one there is; both sides stay in the history."""
    row = act.session.scalars(
        select(AnswerRow)
        .where(AnswerRow.deal_id == deal_id, AnswerRow.key == key)
        .order_by(AnswerRow.id.desc())
    ).first()
    if row is None:
        row = AnswerRow(
            deal_id=deal_id,
            key=key,
            value=value,
            given_by_id=act.actor_id,
            given_at=act.at,
            playbook_version=version,
        )
        history.create(act, row)
    elif row.value != value:
        changes = {"value": value, "given_by_id": act.actor_id, "given_at": act.at}
        history.change(act, row, changes | {"playbook_version": version})


def link_contact(act: history.Act, deal: Deal, role: ContactRole, name: str) -> None:
    """Puts a contact of the deal's account into a role; a new name makes a new contact."""
    contacts.link(act, deal.id, contacts.named_or_added(act, name, deal.account_id), role)


AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class Answered:
    """What many deals have to show, read at once."""

    answers: Mapping[int, Mapping[str, Answer]]
    contacts: Mapping[int, Sequence[RoleOnDeal]]

    def of(self, deal: Deal) -> Known:
        return Known(deal, self.answers.get(deal.id, {}), tuple(self.contacts.get(deal.id, ())))


def known_of(session: Session, deal_ids: Sequence[int], at: datetime) -> Answered:
    """The answers and contacts that many deals had at a moment."""
    answers: dict[int, dict[str, Answer]] = {}
    contacts: dict[int, list[RoleOnDeal]] = {}
    for start in range(0, len(deal_ids), AT_ONCE):
        some = deal_ids[start : start + AT_ONCE]
        given = select(AnswerRow.deal_id, AnswerRow.key, AnswerRow.value, AnswerRow.given_at)
        for deal_id, key, value, given_at in session.execute(
            given.where(AnswerRow.deal_id.in_(some), AnswerRow.given_at <= at)
        ):
            told = Answer(key, value, None, None, given_at)
            answers.setdefault(deal_id, {})[key] = told
        links = session.scalars(
            select(DealContactRow).where(
                DealContactRow.deal_id.in_(some), DealContactRow.added_at <= at
            )
        )
        for link in links:
            role = RoleOnDeal(
                ContactRole(link.role), link.contact_id, "", None, None, link.added_at
            )
            contacts.setdefault(link.deal_id, []).append(role)
    return Answered(answers, contacts)
