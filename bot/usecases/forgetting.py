"""Having a contact forgotten: what it would mean, and doing it. For admins."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain import people as rights
from bot.domain.contact_cards import Forgetting
from bot.domain.contacts import Contact
from bot.domain.forgetting import words_of
from bot.domain.people import Actor
from bot.domain.refusal import Instead, Refusal, Unknown
from bot.usecases import seeking
from store import contacts, forgetting, history, merging


def sought(session: Session, actor: Actor, words: str) -> list[Contact]:
    """Who may be meant."""
    rights.require_admin(actor)
    if not words.strip():
        raise Refusal("forget-whom")
    found = seeking.suggest_contacts(session, words)
    if not found:
        instead = [Instead(name) for name in seeking.nearest_contacts(session, words)]
        raise Unknown("forget-nobody", typed=words.strip(), instead=instead)
    return found


def preview(session: Session, actor: Actor, contact_id: int) -> Forgetting:
    rights.require_admin(actor)
    contact = contacts.get(session, contact_id)
    deals, activities = merging.counted_of_contact(session, contact_id)
    texts = forgetting.texts_with(session, _words(contact))
    return Forgetting(contact, deals, activities, texts)


def forget(session: Session, actor: Actor, contact_id: int, now: datetime) -> Forgetting:
    """For good: this is no act to undo."""
    planned = preview(session, actor, contact_id)
    act = history.begin(session, actor.id, "contact.forget", now)
    forgetting.forget(act, contact_id, _words(planned.contact))
    return planned


def _words(contact: Contact) -> tuple[str, ...]:
    return words_of(contact.name, contact.email, contact.phone)
