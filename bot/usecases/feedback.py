"""A manager's word about a deal, to its owner: a question or praise, in their own words."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain import people as rights
from bot.domain.deal import Deal
from bot.domain.people import Actor, Person
from bot.domain.refusal import Refusal
from bot.domain.tellings import Feedback, FeedbackKind
from store import feedback, history, outbox, people, visible

KIND = "feedback"
MOST_WORDS = 2000
LASTS = timedelta(days=7)


def look(session: Session, actor: Actor, deal_id: int) -> tuple[Deal, Person]:
    """The deal and its owner, refused where nobody reads what is written or it is not for the
    actor to write."""
    deal = visible.deal(session, deal_id)
    owner = people.find(session, deal.owner_id)
    if owner is None or owner.slack_user_id is None or owner.gone_on is not None:
        raise Refusal("feedback-nobody", deal=deal.name)
    rights.require_feedback(actor, owner)
    return deal, owner


def give(
    session: Session, actor: Actor, deal_id: int, kind: FeedbackKind, words: str, now: datetime
) -> tuple[int, Feedback, datetime]:
    """Writes it down and promises it for the owner's working hours, however late it was written.
    Returns the act's id, the feedback, and from when on it is read."""
    deal, owner = look(session, actor, deal_id)
    words = words.strip()
    if not words:
        raise Refusal("feedback-empty", field="words")
    if len(words) > MOST_WORDS:
        raise Refusal("feedback-too-long", most=MOST_WORDS, field="words")
    act = history.begin(session, actor.id, "feedback.give", now)
    kept = feedback.Kept(0, actor.id, owner.id, deal.id, kind, words)
    feedback_id = feedback.add(act, kept)
    comes_at = owner.next_at_work(now)
    outbox.promise(
        session,
        recipient_id=owner.id,
        kind=KIND,
        facts={"feedback_id": feedback_id},
        dedup_key=f"{KIND}:{feedback_id}",
        now=now,
        not_before=comes_at,
        expires_at=comes_at + LASTS,
    )
    return act.id, Feedback(feedback_id, kind, actor.person, owner, deal, words), comes_at


def read(session: Session, feedback_id: int) -> Feedback | None:
    """What was given, for whoever is to read it; None once it was taken back."""
    kept = feedback.find(session, feedback_id)
    deal = None if kept is None else visible.deal_if_there(session, kept.deal_id)
    if kept is None or deal is None:
        return None
    by, to = people.get(session, kept.from_id), people.get(session, kept.to_id)
    return Feedback(kept.id, kept.kind, by, to, deal, kept.words)
