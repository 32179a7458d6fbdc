"""Two that are the same made one: everything of the one goes over, and it steps aside."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from store import history
from store.schema import AccountRow, ActivityRow, ContactRow, DealContactRow, DealRow

_OF_ACCOUNT: tuple[InstrumentedAttribute[Any], ...] = (
    DealRow.account_id,
    ContactRow.account_id,
    ActivityRow.account_id,
)
_FILLED = ("title", "email", "phone", "account_id")
"""What a contact takes over where it has nothing itself."""


def counted_of_account(session: Session, account_id: int) -> tuple[int, int, int]:
    """How many deals, contacts and activities hang on it."""
    deals, contacts, activities = (
        session.scalar(select(func.count()).where(column == account_id)) or 0
        for column in _OF_ACCOUNT
    )
    return deals, contacts, activities


def counted_of_contact(session: Session, contact_id: int) -> tuple[int, int]:
    """How many deals they have a role in, and how many activities were with them."""
    deals = select(func.count(DealContactRow.deal_id.distinct())).where(
        DealContactRow.contact_id == contact_id
    )
    activities = select(func.count()).where(ActivityRow.contact_id == contact_id)
    return session.scalar(deals) or 0, session.scalar(activities) or 0


def filled(session: Session, kept_id: int, given_up_id: int) -> dict[str, object]:
    """What the contact that is kept takes over from the other."""
    kept = session.get_one(ContactRow, kept_id)
    other = session.get_one(ContactRow, given_up_id)
    return {
        name: getattr(other, name)
        for name in _FILLED
        if not getattr(kept, name) and getattr(other, name)
    }


def accounts(act: history.Act, kept_id: int, given_up_id: int) -> None:
    """Later sheets that name the one given up mean the one that is kept."""
    for column in (*_OF_ACCOUNT, AccountRow.merged_into_id):
        _hand_over(act, column, kept_id, given_up_id)
    given_up = act.session.get_one(AccountRow, given_up_id)
    history.change(act, given_up, {"removed_at": act.at, "merged_into_id": kept_id})


def empty(act: history.Act, kept_id: int, given_up_id: int) -> None:
    """The same, but the name given up is nobody's again: it was a slip, and no other name."""
    for column in _OF_ACCOUNT:
        _hand_over(act, column, kept_id, given_up_id)
    given_up = act.session.get_one(AccountRow, given_up_id)
    history.change(act, given_up, {"removed_at": act.at})


def contacts(act: history.Act, kept_id: int, given_up_id: int) -> None:
    """A role on a deal that both hold is held once."""
    kept = act.session.get_one(ContactRow, kept_id)
    history.change(act, kept, filled(act.session, kept_id, given_up_id))
    held = {
        (link.deal_id, link.role)
        for link in act.session.scalars(
            select(DealContactRow).where(DealContactRow.contact_id == kept_id)
        )
    }
    for link in act.session.scalars(
        select(DealContactRow).where(DealContactRow.contact_id == given_up_id)
    ).all():
        twice = (link.deal_id, link.role) in held
        history.change(act, link, {"removed_at": act.at} if twice else {"contact_id": kept_id})
    _hand_over(act, ActivityRow.contact_id, kept_id, given_up_id)
    given_up = act.session.get_one(ContactRow, given_up_id)
    history.change(act, given_up, {"removed_at": act.at})


def _hand_over(
    act: history.Act, column: InstrumentedAttribute[Any], kept_id: int, given_up_id: int
) -> None:
    rows = act.session.scalars(select(column.class_).where(column == given_up_id)).all()
    for row in rows:
        history.change(act, row, {column.key: kept_id})
