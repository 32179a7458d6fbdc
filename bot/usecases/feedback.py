"""A manager's word about a deal or a week: a question, praise or a note, in their own words."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain import people as rights
from bot.domain.deal import Deal
from bot.domain.people import Actor, Person
from bot.domain.refusal import Refusal
from bot.domain.tellings import ANSWERED, Feedback, FeedbackKind
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


def look_at_week(session: Session, actor: Actor, person_id: int) -> Person:
    """Whose week is to be spoken of, refused where nobody reads it or it is not for the actor."""
    person = people.get(session, person_id)
    if person.slack_user_id is None or person.gone_on is not None:
        raise Refusal("feedback-nobody-there", person=person.name)
    rights.require_feedback(actor, person)
    return person


def give(
    session: Session, actor: Actor, deal_id: int, kind: FeedbackKind, words: str, now: datetime
) -> tuple[int, Feedback, datetime]:
    """Writes it down and promises it for the owner's working hours, however late it was written.
    Returns the act's id, the feedback, and from when on it is read."""
    deal, owner = look(session, actor, deal_id)
    return put(session, Feedback(0, kind, actor.person, owner, deal, words.strip()), now)


def give_on_week(
    session: Session,
    actor: Actor,
    person_id: int,
    week: date,
    kind: FeedbackKind,
    words: str,
    now: datetime,
) -> tuple[int, Feedback, datetime]:
    """The same about somebody's week."""
    person = look_at_week(session, actor, person_id)
    return put(session, Feedback(0, kind, actor.person, person, None, words.strip(), week), now)


def look_to_answer(session: Session, actor: Actor, feedback_id: int) -> Feedback:
    """The words that somebody wants to answer. Raises Refusal where they were taken back or meant
    for another, or nobody would read the answer."""
    given = read(session, feedback_id)
    if given is None or given.to.id != actor.id or given.kind not in ANSWERED:
        raise Refusal("feedback-taken-back")
    if given.by.slack_user_id is None or given.by.gone_on is not None:
        raise Refusal("feedback-nobody-there", person=given.by.name)
    return given


def answer(
    session: Session, actor: Actor, feedback_id: int, words: str, now: datetime
) -> tuple[int, Feedback, datetime]:
    """Words back to whoever asked or noted something, for their working hours."""
    asked = look_to_answer(session, actor, feedback_id)
    said = Feedback(
        0, FeedbackKind.ANSWER, actor.person, asked.by, asked.deal, words.strip(), asked.week
    )
    return put(session, said, now)


def put(
    session: Session, given: Feedback, now: datetime, action: str = "feedback.give"
) -> tuple[int, Feedback, datetime]:
    """Writes words down, whoever may say them, and promises them for the reader's working hours."""
    if not given.words:
        raise Refusal("feedback-empty", field="words")
    if len(given.words) > MOST_WORDS:
        raise Refusal("feedback-too-long", most=MOST_WORDS, field="words")
    act = history.begin(session, given.by.id, action, now)
    deal_id = None if given.deal is None else given.deal.id
    feedback_id = feedback.add(
        act,
        feedback.Kept(0, given.by.id, given.to.id, deal_id, given.kind, given.words, given.week),
    )
    comes_at = given.to.next_at_work(now)
    outbox.promise(
        session,
        recipient_id=given.to.id,
        kind=KIND,
        facts={"feedback_id": feedback_id},
        dedup_key=f"{KIND}:{feedback_id}",
        now=now,
        not_before=comes_at,
        expires_at=comes_at + LASTS,
    )
    return act.id, replace(given, id=feedback_id), comes_at


def read(session: Session, feedback_id: int) -> Feedback | None:
    """What was given, for whoever is to read it; None once it was taken back."""
    kept = feedback.find(session, feedback_id)
    if kept is None:
        return None
    deal = None if kept.deal_id is None else visible.deal_if_there(session, kept.deal_id)
    if deal is None and kept.week is None:
        return None
    by, to = people.get(session, kept.from_id), people.get(session, kept.to_id)
    return Feedback(kept.id, kept.kind, by, to, deal, kept.words, kept.week)
