"""Contacts: who they are, what they are to which deals, and when they were last spoken to."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session, aliased

from bot.domain.contact_cards import RoleHeld
from bot.domain.contacts import Contact
from bot.domain.criteria import ContactRole
from bot.domain.deal import ActivityKind
from bot.domain.names import Candidate, Clear, How, choose, key_of
from bot.domain.outcomes import Note
from bot.domain.refusal import Refusal
from store import activities, history, lookup, visible
from store.schema import AccountRow, ActivityRow, ContactRow, DealContactRow, DealRow

ROLE_ORDER = {role.value: place for place, role in enumerate(ContactRole)}


def _contacts() -> Select[ContactRow, str | None, datetime | None]:
    spoken = (
        select(func.max(ActivityRow.occurred_at))
        .where(ActivityRow.contact_id == ContactRow.id, ActivityRow.kind != ActivityKind.NOTE.value)
        .correlate(ContactRow)
        .scalar_subquery()
    )
    return select(ContactRow, AccountRow.name, spoken).outerjoin(
        AccountRow, AccountRow.id == ContactRow.account_id
    )


def get(session: Session, contact_id: int) -> Contact:
    """Raises Refusal("contact-gone") where there is none (any more)."""
    found = session.execute(_contacts().where(ContactRow.id == contact_id)).first()
    if found is None:
        raise Refusal("contact-gone")
    return _contact(*found)


def all_with(session: Session, ids: Sequence[int]) -> list[Contact]:
    """Those with the ids, in the order of these."""
    found = _fetch(session, ContactRow.id.in_(ids))
    order = {contact_id: place for place, contact_id in enumerate(ids)}
    return sorted(found, key=lambda one: order[one.id])


def of_account(session: Session, account_id: int, limit: int | None = None) -> list[Contact]:
    """The newest met first."""
    return _fetch(session, ContactRow.account_id == account_id, limit=limit)


def count_of(session: Session, account_id: int) -> int:
    return session.scalar(select(func.count()).where(ContactRow.account_id == account_id)) or 0


def named(session: Session, account_id: int | None, name: str) -> Contact | None:
    """The contact of that name at an account (or at none), however it is written."""
    at_account = (
        ContactRow.account_id.is_(None)
        if account_id is None
        else ContactRow.account_id == account_id
    )
    found = _fetch(session, ContactRow.name_key == key_of(name)[:255], at_account, limit=1)
    return found[0] if found else None


def meant(session: Session, account_id: int | None, typed: str) -> Contact | None:
    """The one contact of an account whom a name, or the beginning of one, means."""
    known = of_account(session, account_id) if account_id is not None else []
    candidates = [Candidate(one.id, one.name, key_of(one.name), "contact", 0.0) for one in known]
    choice = choose(typed, candidates)
    sure = isinstance(choice, Clear) and choice.how in (How.EXACT, How.CORE, How.PREFIX)
    if not isinstance(choice, Clear) or not sure:
        return named(session, account_id, typed)
    return next(one for one in known if one.id == choice.candidate.id)


def matching(session: Session, words: str, most: int) -> list[Candidate]:
    """Those with the words in their name, e-mail address or number, as candidates."""
    key = key_of(words)
    if not key:
        return []
    held = or_(
        ContactRow.name_key.contains(key, autoescape=True),
        ContactRow.email.icontains(words.strip(), autoescape=True),
        ContactRow.phone.contains(words.strip(), autoescape=True),
    )
    return _candidates(session, held, most)


def every_name(session: Session, most: int = lookup.EVERY) -> list[Candidate]:
    """The newest met first."""
    return _candidates(session, None, most)


def everybody(session: Session) -> list[Contact]:
    """Their names and accounts, for looking whom a sentence names; nothing else is read."""
    asked = select(
        ContactRow.id, ContactRow.name, ContactRow.account_id, AccountRow.name
    ).outerjoin(AccountRow, AccountRow.id == ContactRow.account_id)
    return [Contact(*found) for found in session.execute(asked)]


def doubles_of(session: Session, contact: Contact, most: int) -> list[Contact]:
    """Others who look like the same person: the same name at the account, or the same address."""
    same = ContactRow.name_key == key_of(contact.name)[:255]
    if contact.account_id is not None:
        at_account = or_(
            ContactRow.account_id == contact.account_id, ContactRow.account_id.is_(None)
        )
        same &= at_account
    if contact.email:
        same |= func.lower(ContactRow.email) == contact.email.lower()
    return _fetch(session, same, ContactRow.id != contact.id, limit=most)


def roles_of(session: Session, contact_id: int) -> list[RoleHeld]:
    """What they are to deals, open deals first."""
    lines = session.execute(
        visible.deals()
        .add_columns(DealContactRow.id, DealContactRow.role)
        .join(DealContactRow, DealContactRow.deal_id == DealRow.id)
        .where(DealContactRow.contact_id == contact_id)
        .order_by((DealRow.status == "open").desc(), DealRow.last_touch_at.desc())
    )
    return [
        RoleHeld(link_id, ContactRole(role), visible.deal_value(*deal))
        for *deal, link_id, role in lines
    ]


def on_deal(session: Session, deal_id: int) -> list[tuple[Contact, ContactRole]]:
    """A deal's people with what they are to it, the deciders first."""
    link = aliased(DealContactRow)
    lines = session.execute(
        _contacts()
        .add_columns(link.role)
        .join(link, link.contact_id == ContactRow.id)
        .where(link.deal_id == deal_id)
    )
    found = [(_contact(*contact), ContactRole(role)) for *contact, role in lines]
    return sorted(found, key=lambda one: (ROLE_ORDER[one[1]], one[0].id))


def spoken_with(session: Session, contact_id: int, limit: int) -> list[Note]:
    """The newest activities with somebody."""
    return activities.newest_where(session, ActivityRow.contact_id == contact_id, limit)


def count_spoken(session: Session, contact_id: int) -> int:
    return session.scalar(select(func.count()).where(ActivityRow.contact_id == contact_id)) or 0


def add(act: history.Act, name: str, account_id: int | None, **known: str | None) -> int:
    row = ContactRow(
        name=name,
        name_key=key_of(name)[:255],
        account_id=account_id,
        title=known.get("title") or "",
        email=known.get("email"),
        phone=known.get("phone"),
        created_at=act.at,
    )
    history.create(act, row)
    return row.id


def named_or_added(act: history.Act, name: str, account_id: int | None) -> int:
    found = named(act.session, account_id, name)
    return found.id if found else add(act, name, account_id)


def change(act: history.Act, contact_id: int, changes: Mapping[str, object]) -> None:
    history.change(act, _row(act.session, contact_id), changes)


def link(act: history.Act, deal_id: int, contact_id: int, role: ContactRole) -> None:
    """Puts somebody into a role on a deal; in it already, nothing changes."""
    held = select(DealContactRow.id).where(
        DealContactRow.deal_id == deal_id,
        DealContactRow.contact_id == contact_id,
        DealContactRow.role == role.value,
    )
    if act.session.scalar(held) is None:
        row = DealContactRow(
            deal_id=deal_id,
            contact_id=contact_id,
            role=role.value,
            added_by_id=act.actor_id,
            added_at=act.at,
        )
        history.create(act, row)


def unlink(act: history.Act, link_id: int) -> None:
    row = act.session.get(DealContactRow, link_id)
    if row is not None and row.removed_at is None:
        history.change(act, row, {"removed_at": act.at})


def _row(session: Session, contact_id: int) -> ContactRow:
    row = session.get(ContactRow, contact_id)
    if row is None or row.removed_at is not None:
        raise Refusal("contact-gone")
    return row


def _fetch(
    session: Session, *conditions: ColumnElement[bool], limit: int | None = None
) -> list[Contact]:
    asked = _contacts().where(*conditions).order_by(ContactRow.id.desc()).limit(limit)
    return [_contact(*line) for line in session.execute(asked)]


def _contact(row: ContactRow, account: str | None, contacted_at: datetime | None) -> Contact:
    return Contact(
        row.id,
        row.name,
        row.account_id,
        account,
        row.title,
        row.email,
        row.phone,
        contacted_at,
    )


def _candidates(session: Session, held: ColumnElement[bool] | None, most: int) -> list[Candidate]:
    asked = select(ContactRow.id, ContactRow.name, ContactRow.name_key)
    if held is not None:
        asked = asked.where(held)
    lines = session.execute(asked.order_by(ContactRow.id.desc()).limit(most))
    return [Candidate(row.id, row.name, row.name_key, "contact", 0.0) for row in lines]
