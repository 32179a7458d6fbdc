"""Looking back: what was done to a deal, an account or a contact, and what one did oneself."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.outcomes import Offer, Target
from bot.domain.people import Actor
from bot.domain.refusal import Refusal
from bot.domain.remembered import Past, Remembered, Subject
from bot.usecases import naming
from bot.usecases.lines import ANY
from store import contacts, history, remembering, stages, visible

POINTING = {
    "owner_id": "person",
    "manager_id": "person",
    "account_id": "account",
    "contact_id": "contact",
}
"""Fields that hold the number of something with a name."""


def typed(
    session: Session, actor: Actor, text: str, _now: datetime, target: Target | None = None
) -> Past | Offer:
    """A deal's history by its name, or an account's where only that fits."""
    looked = naming.find(session, actor, text, ANY, target)
    if isinstance(looked, Offer):
        return looked
    if looked.target.deal_id is None and looked.target.account_id is not None:
        return of_subject(session, "account", looked.target.account_id, 0)
    return of_subject(session, "deal", naming.deal_of(session, looked.target).id, 0)


def of_subject(session: Session, kind: str, subject_id: int, skipped: int) -> Past:
    """A page of a subject's acts, those of before `skipped` newer ones."""
    subject = Subject(kind, subject_id, _name(session, kind, subject_id))
    acts, total = remembering.of_subject(session, kind, subject_id, skipped)
    return _past(session, subject, acts, skipped, total)


def own(session: Session, actor: Actor, skipped: int) -> Past:
    """One's own acts, each with what stands in the way of undo."""
    acts, total = remembering.of_actor(session, actor.id, skipped)
    told = tuple(replace(one, hindrance=history.hindrance(session, one.id)) for one in acts)
    return _past(session, None, told, skipped, total)


def _past(
    session: Session,
    subject: Subject | None,
    acts: tuple[Remembered, ...],
    skipped: int,
    total: int,
) -> Past:
    pointed = {
        (POINTING[change.field], int(value))
        for act in acts
        for change in act.changes
        if change.field in POINTING
        for value in (change.before, change.after)
        if value is not None
    }
    names = remembering.names(session, pointed)
    return Past(subject, acts, skipped + 1, total, names, stages.in_force(session))


def _name(session: Session, kind: str, subject_id: int) -> str:
    match kind:
        case "deal":
            return visible.deal(session, subject_id).name
        case "account":
            return visible.account(session, subject_id).name
        case "contact":
            return contacts.get(session, subject_id).name
    raise Refusal("deal-gone")
