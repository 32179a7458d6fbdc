"""Questions in plain words, answered from what is written down; nothing is changed by them."""

from datetime import UTC, datetime, time, timedelta

from sqlalchemy.orm import Session

from bot.domain.names import Clear, Several
from bot.domain.outcomes import Asked, Card, Finds, Found, Listing, Today
from bot.domain.people import Actor
from bot.domain.saying import Question, Reading
from bot.domain.saying_outcomes import Doings, Helped, Promises
from bot.usecases import lines, lists, naming, seeking
from bot.usecases.naming import Wants
from store import activities, stages

MOST_TOLD = 20
MOST_PROMISES = 5


Answer = Promises | Doings | Helped | Card | Finds | Listing | Today


def answer(session: Session, actor: Actor, reading: Reading, now: datetime) -> Answer:
    match reading.question:
        case Question.HELP:
            return Helped()
        case Question.THANKS:
            return Helped(thanked=True)
        case Question.MINE:
            return lists.page(session, actor, Asked(), now)
        case Question.STALE:
            return lists.page(session, actor, Asked(stale=True), now)
        case Question.TODAY:
            return lists.today(session, actor, now)
        case Question.DID:
            return _doings(session, actor, reading, now)
    if not reading.subjects:
        return seeking.find(session, actor, reading.typed or "?", now)
    if reading.question is Question.PROMISED:
        return _promises(session, actor, reading, now)
    return _about(session, actor, reading, now)


def _about(session: Session, actor: Actor, reading: Reading, now: datetime) -> Card | Finds:
    """A deal's card; where the name has several deals or none, what a search for it finds."""
    ids = _deal_ids(session, reading)
    if len(ids) == 1:
        return lines.card(session, ids[0], now, actor)
    return seeking.find(session, actor, reading.subjects[0].name, now)


def _promises(session: Session, actor: Actor, reading: Reading, now: datetime) -> Promises:
    ids = _deal_ids(session, reading)[:MOST_PROMISES]
    cards = tuple(lines.card(session, deal_id, now) for deal_id in ids)
    return Promises(reading.subjects[0].name, cards, actor.today(now))


def _deal_ids(session: Session, reading: Reading) -> list[int]:
    names = reading.subjects
    choice = Clear(names[0], naming.SAID) if len(names) == 1 else Several(names)
    wants = Wants(accounts=True, is_open=True)
    looked = naming.settled(session, choice, names[0].name, "", wants)
    if isinstance(looked, Found):
        return [looked.target.deal_id] if looked.target.deal_id is not None else []
    return [deal.id for deal in looked.deals]


def _doings(session: Session, actor: Actor, reading: Reading, now: datetime) -> Doings:
    today = actor.today(now)
    since, until = reading.occurred_on or today, reading.until or today
    zone = actor.person.zone
    found = activities.told_by(
        session,
        actor.id,
        datetime.combine(since, time(), zone).astimezone(UTC),
        datetime.combine(until + timedelta(days=1), time(), zone).astimezone(UTC),
        MOST_TOLD,
    )
    return Doings(since, until, tuple(found), stages.in_force(session), today)
