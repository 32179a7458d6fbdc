"""People and companies we sell to: their cards, and what may be changed about them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.contact_cards import AccountCard, ContactCard, Merged, Merging
from bot.domain.criteria import ContactRole
from bot.domain.links import READ_FOR_LINKS, links_in
from bot.domain.people import Actor, Role
from bot.domain.refusal import Refusal
from bot.usecases import lists
from store import accounts, contacts, deals, history, lookup, merging, stages, visible
from store.deals import Wanted

MOST_DEALS = 5
MOST_PEOPLE = 8
MOST_NOTES = 5
MOST_DOUBLES = 3
LONGEST = 255
LONGEST_EMAIL = 320
LONGEST_PHONE = 64


def contact_card(session: Session, actor: Actor, contact_id: int, now: datetime) -> ContactCard:
    contact = contacts.get(session, contact_id)
    notes = contacts.spoken_with(session, contact_id, MOST_NOTES)
    return ContactCard(
        contact=contact,
        roles=tuple(contacts.roles_of(session, contact_id)),
        notes=tuple(notes),
        more=contacts.count_spoken(session, contact_id) - len(notes),
        doubles=tuple(contacts.doubles_of(session, contact, MOST_DOUBLES)),
        stages=stages.in_force(session),
        today=actor.today(now),
        may_forget=actor.role is Role.ADMIN,
    )


def account_card(session: Session, actor: Actor, account_id: int, now: datetime) -> AccountCard:
    """Its open deals first, then those closed last."""
    account = visible.account(session, account_id)
    ids = lookup.deal_ids_of(session, [account_id], is_open=True)
    ids += lookup.deal_ids_of(session, [account_id], is_open=False)
    shown = deals.all_matching(session, Wanted(ids=tuple(ids[:MOST_DEALS]), open_only=False))
    shown.sort(key=lambda deal: ids.index(deal.id))
    playbook = stages.in_force(session)
    people = contacts.of_account(session, account_id, MOST_PEOPLE)
    notes = accounts.told_on(session, account_id, MOST_NOTES)
    return AccountCard(
        account=account,
        deals=tuple(lists.lines(session, shown, playbook, now)),
        more_deals=len(ids) - len(shown),
        contacts=tuple(people),
        more_contacts=contacts.count_of(session, account_id) - len(people),
        notes=tuple(notes),
        more_notes=accounts.count_told(session, account_id) - len(notes),
        contacted_at=accounts.contacted_at(session, account_id),
        doubles=tuple(accounts.doubles_of(session, account, MOST_DOUBLES)),
        stages=playbook,
        today=actor.today(now),
        links=links_in(accounts.with_addresses(session, account_id, READ_FOR_LINKS)),
    )


@dataclass(frozen=True, slots=True)
class Written:
    """A contact as written in a form; an empty `account` means none."""

    name: str
    account: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""


def write_contact(
    session: Session, actor: Actor, contact_id: int | None, written: Written, now: datetime
) -> tuple[int, int]:
    """A new contact, or a known one changed: the act's id and the contact's."""
    name = _checked(written)
    act = history.begin(
        session, actor.id, "contact.new" if contact_id is None else "contact.edit", now
    )
    account_id = None
    if written.account.strip():
        account_id = accounts.named_or_added(act, written.account.strip(), actor.id).id
    held = {
        "title": written.title.strip(),
        "email": written.email.strip() or None,
        "phone": written.phone.strip() or None,
    }
    if contact_id is None:
        return act.id, contacts.add(act, name, account_id, **held)
    contacts.change(act, contact_id, {"name": name, "account_id": account_id, **held})
    return act.id, contact_id


def _checked(written: Written) -> str:
    name = written.name.strip()
    if not name:
        raise Refusal("contact-name-missing", field="name")
    longest = {"name": LONGEST, "account": LONGEST, "title": LONGEST}
    longest |= {"email": LONGEST_EMAIL, "phone": LONGEST_PHONE}
    for field, most in longest.items():
        if len(getattr(written, field).strip()) > most:
            raise Refusal("contact-too-long", field=field, most=most)
    if written.email.strip() and "@" not in written.email:
        raise Refusal("contact-email-odd", field="email", typed=written.email.strip())
    return name


def set_role(
    session: Session,
    actor: Actor,
    deal_id: int,
    contact_id: int | None,
    name: str,
    role: ContactRole | None,
    now: datetime,
) -> tuple[int, int]:
    """What somebody (known, or met by this name) is to a deal, in the place of what they were;
    None: nothing any more. The act's id and the contact's.

    Refused on a deal that isn't the actor's to change.
    """
    deal = visible.deal_to_change(session, actor, deal_id)
    if contact_id is None and not name.strip():
        raise Refusal("contact-name-missing", field="contact")
    act = history.begin(session, actor.id, "contact.role", now)
    if contact_id is None:
        contact_id = contacts.named_or_added(act, name.strip()[:LONGEST], deal.account_id)
    contacts.get(session, contact_id)
    for held in contacts.roles_of(session, contact_id):
        if held.deal.id == deal.id and held.role is not role:
            contacts.unlink(act, held.link_id)
    if role is not None:
        contacts.link(act, deal.id, contact_id, role)
    return act.id, contact_id


def rename_account(
    session: Session, actor: Actor, account_id: int, name: str, now: datetime
) -> int:
    """The act's id."""
    wanted = name.strip()
    if not wanted:
        raise Refusal("account-name-missing", field="name")
    if len(wanted) > LONGEST:
        raise Refusal("contact-too-long", field="name", most=LONGEST)
    act = history.begin(session, actor.id, "account.edit", now)
    accounts.rename(act, account_id, wanted)
    return act.id


def preview(session: Session, subject: str, kept_id: int, given_up_id: int) -> Merging:
    """What making one of two would move. Raises Refusal where there is nothing to merge."""
    if kept_id == given_up_id:
        raise Refusal("merge-itself", field="other")
    return _PREVIEWS[subject](session, kept_id, given_up_id)


def merge(
    session: Session, actor: Actor, subject: str, kept_id: int, given_up_id: int, now: datetime
) -> Merged:
    """One of two, whole or not at all; it can be undone."""
    planned = preview(session, subject, kept_id, given_up_id)
    act = history.begin(session, actor.id, f"{subject}.merge", now)
    make = merging.accounts if subject == "account" else merging.contacts
    make(act, kept_id, given_up_id)
    return Merged(act.id, planned.kept, planned.given_up, subject)


def _accounts_preview(session: Session, kept_id: int, given_up_id: int) -> Merging:
    kept, other = visible.account(session, kept_id), visible.account(session, given_up_id)
    counted = merging.counted_of_account(session, given_up_id)
    return Merging("account", kept.id, kept.name, other.id, other.name, *counted)


def _contacts_preview(session: Session, kept_id: int, given_up_id: int) -> Merging:
    kept, other = contacts.get(session, kept_id), contacts.get(session, given_up_id)
    held_in, told = merging.counted_of_contact(session, given_up_id)
    filled = tuple(merging.filled(session, kept_id, given_up_id))
    return Merging("contact", kept.id, kept.name, other.id, other.name, held_in, 0, told, filled)


_PREVIEWS: dict[str, Callable[[Session, int, int], Merging]] = {
    "account": _accounts_preview,
    "contact": _contacts_preview,
}
