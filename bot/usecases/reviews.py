"""Reviews: laid open, first with their owner, then answered, and frozen at the end."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.domain import people as rights
from bot.domain.people import Actor, Person, Role
from bot.domain.periods import Period
from bot.domain.refusal import Refusal
from bot.domain.reviews import (
    Answer,
    Contest,
    Listed,
    Looked,
    Opening,
    Review,
    Ruling,
    Standing,
    Word,
    theirs_until,
)
from bot.usecases import scorecards
from store import history, looks, outbox, people, reviews

OPENED, REMINDED = "review.opened", "review.reminder"
RETURNED, ANSWERED = "review.returned", "review.answered"
LASTS = timedelta(days=14)
DAY = timedelta(days=1)
MOST_LISTED = 20
MOST_WORDS = 2_000
MOST_PERCENT = 100


def opening(session: Session, actor: Actor, person_id: int | None, now: datetime) -> Opening:
    """Whom the actor may review. Raises Refusal where that is nobody, or not the one asked for."""
    led = _led(session, actor)
    if person_id is not None and person_id not in {one.id for one in led}:
        raise Refusal("rights-review", person=people.get(session, person_id).name)
    if not led:
        raise Refusal("review-nobody")
    return Opening(tuple(led), person_id, _today(actor, now))


def open_for(
    session: Session, actor: Actor, person_ids: Collection[int], period: Period, now: datetime
) -> tuple[int, list[Review], list[Person]]:
    """Lays open the cards of some people; the act's id, the reviews, and those who were left out
    since the period is under review with them already. Raises Refusal where that is everybody."""
    led = {one.id: one for one in _led(session, actor)}
    if any(one not in led for one in person_ids):
        stranger = people.get(session, next(one for one in person_ids if one not in led))
        raise Refusal("rights-review", person=stranger.name)
    there = reviews.under_way(session, person_ids, period)
    chosen = [led[one] for one in person_ids if one not in there]
    if not chosen:
        raise Refusal("review-there", field="whose")
    cards = scorecards.cards_of(session, chosen, period, now)
    act = history.begin(session, actor.id, "review.open", now)
    opened = []
    for person in chosen:
        until = theirs_until(person, now)
        review_id = reviews.open_one(act, person.id, actor.id, cards[person.id], until)
        comes_at = person.next_at_work(now)
        _tell(session, OPENED, person, review_id, act, comes_at)
        reminded_at = person.next_at_work(max(comes_at, until - 2 * DAY))
        _tell(session, REMINDED, person, review_id, act, reminded_at, until)
        opened.append(reviews.get(session, review_id))
    return act.id, opened, [led[one] for one in person_ids if one in there]


def listing(session: Session, actor: Actor, now: datetime) -> Listed:
    """One's own and those of whom one leads; of the latter no figures that are not shown yet."""
    own = reviews.of_people(session, [actor.id], MOST_LISTED)
    led = _led(session, actor)
    theirs = reviews.of_people(session, [one.id for one in led], MOST_LISTED)
    return Listed(
        tuple(_looked(actor, one, now) for one in own),
        tuple(_looked(actor, one, now) for one in theirs),
        may_open=bool(led),
    )


def look(session: Session, actor: Actor, review_id: int, now: datetime) -> Looked:
    """A review, as far as the actor may see it; a look at another's card is noted."""
    review = _visible(session, actor, review_id)
    looked = _looked(actor, review, now)
    if looked.shows_card and not looked.is_own:
        looks.note(session, actor.id, review.person.id, now)
    return looked


def give_back(
    session: Session,
    actor: Actor,
    review_id: int,
    contests: Sequence[Contest],
    words: str,
    now: datetime,
) -> tuple[int, Looked]:
    """The owner's word: what they call wrong, and what they say to the whole; both may be empty.
    From here on those who lead them see it."""
    review = reviews.get(session, review_id, alone=True)
    if actor.id != review.person.id:
        raise Refusal("review-not-yours")
    if review.returned_at is not None or _is_past_answers(review, now):
        raise Refusal("review-returned")
    measures = {one.measure for one in review.card.scores}
    said = [
        Word(actor.person, now, _checked(one.words, one.measure), one.measure)
        for one in contests
        if one.measure in measures and one.words.strip()
    ]
    if words.strip():
        said.append(Word(actor.person, now, _checked(words, "words")))
    act = history.begin(session, actor.id, "review.return", now)
    for word in said:
        reviews.say(act, review_id, word)
    reviews.mark(act, review_id, "returned_at")
    reader = _who_answers(session, review)
    if reader is not None:
        comes_at = reader.next_at_work(now)
        _tell(session, RETURNED, reader, review_id, act, comes_at)
        later = reader.next_at_work(comes_at + 7 * DAY)
        _tell(session, REMINDED, reader, review_id, act, later)
    return act.id, _looked(actor, reviews.get(session, review_id), now)


def answer(
    session: Session,
    actor: Actor,
    review_id: int,
    answers: Sequence[Answer],
    words: str,
    now: datetime,
) -> tuple[int, Looked]:
    """The answer of somebody who leads the owner: a ruling for every contested measure. Raises
    Refusal where one is missing, or it is not the actor's turn."""
    review = reviews.get(session, review_id, alone=True)
    _require_leading(actor, review)
    if review.standing(now) is not Standing.LEADS:
        raise Refusal(f"review-is-{review.standing(now).value}")
    ruled = {one.measure: one for one in answers}
    act = history.begin(session, actor.id, "review.answer", now)
    for measure in review.contested:
        given = ruled.get(measure)
        if given is None:
            raise Refusal("review-unanswered", field=f"ruling-{measure}")
        reviews.say(act, review_id, _ruled(actor.person, given, now))
    if words.strip():
        reviews.say(act, review_id, Word(actor.person, now, _checked(words, "words")))
    reviews.mark(act, review_id, "answered_at")
    person = review.person
    _tell(session, ANSWERED, person, review_id, act, person.next_at_work(now))
    return act.id, _looked(actor, reviews.get(session, review_id), now)


def close(session: Session, actor: Actor, review_id: int, now: datetime) -> Looked:
    """Its owner has read the answer: nothing changes from here on."""
    review = reviews.get(session, review_id, alone=True)
    if actor.id != review.person.id:
        raise Refusal("review-not-yours")
    if review.standing(now) is not Standing.ANSWERED:
        raise Refusal(f"review-is-{review.standing(now).value}")
    act = history.begin(session, actor.id, "review.freeze", now)
    reviews.mark(act, review_id, "frozen_at")
    return _looked(actor, reviews.get(session, review_id), now)


def withdraw(session: Session, actor: Actor, review_id: int, now: datetime) -> tuple[int, Looked]:
    """Takes a review out of the world before it is frozen."""
    review = reviews.get(session, review_id, alone=True)
    _require_leading(actor, review)
    standing = review.standing(now)
    if standing in (Standing.FROZEN, Standing.WITHDRAWN):
        raise Refusal(f"review-is-{standing.value}")
    act = history.begin(session, actor.id, "review.withdraw", now)
    reviews.mark(act, review_id, "withdrawn_at")
    return act.id, _looked(actor, reviews.get(session, review_id), now)


def told(
    session: Session, recipient: Person, review_id: int, kind: str, now: datetime
) -> Looked | None:
    """What a promised message tells of; None where it has lost its point."""
    review = reviews.find(session, review_id)
    if review is None:
        return None
    is_own = review.person.id == recipient.id
    turns = {
        OPENED: is_own and review.standing(now) is Standing.THEIRS,
        RETURNED: not is_own and review.standing(now) is Standing.LEADS,
        ANSWERED: is_own and review.standing(now) is Standing.ANSWERED,
        REMINDED: review.standing(now) is (Standing.THEIRS if is_own else Standing.LEADS),
    }
    if not turns[kind]:
        return None
    today = recipient.today(now)
    return Looked(review, review.standing(now), is_own, not is_own, False, is_own, today)


def rows(session: Session, now: datetime) -> Iterator[tuple[Review, Any]]:
    """For the export: the reviews that are frozen, measure by measure."""
    for review in reviews.every_one(session):
        if review.standing(now) is Standing.FROZEN:
            for score in review.card.scores:
                yield review, score


def may_see(actor: Actor, review: Review) -> bool:
    return actor.id == review.person.id or scorecards.may_see(actor, review.person)


def _looked(actor: Actor, review: Review, now: datetime) -> Looked:
    standing, is_own = review.standing(now), review.person.id == actor.id
    leads = not is_own and scorecards.may_see(actor, review.person)
    return Looked(
        review=review,
        standing=standing,
        is_own=is_own,
        may_answer=leads and standing is Standing.LEADS,
        may_withdraw=leads and standing not in (Standing.FROZEN, Standing.WITHDRAWN),
        shows_card=review.is_shown_to(actor.id, now) and standing is not Standing.WITHDRAWN,
        today=actor.today(now),
    )


def _visible(session: Session, actor: Actor, review_id: int) -> Review:
    review = reviews.get(session, review_id)
    if not may_see(actor, review):
        raise Refusal("rights-scorecard", person=review.person.name)
    return review


def _require_leading(actor: Actor, review: Review) -> None:
    if actor.id == review.person.id or not scorecards.may_see(actor, review.person):
        raise Refusal("rights-review", person=review.person.name)


def _led(session: Session, actor: Actor) -> list[Person]:
    """The reps in Slack whose cards the actor may open: a manager's own, everybody's else."""
    if actor.role is Role.REP:
        return []
    return [
        one
        for one in people.everyone(session)
        if one.role is Role.REP
        and one.slack_user_id is not None
        and one.gone_on is None
        and one.id != actor.id
        and (actor.role is not Role.MANAGER or rights.leads(actor, one))
    ]


def _who_answers(session: Session, review: Review) -> Person | None:
    """Whoever opened it, while they still lead its owner; else the owner's manager."""
    opener = review.opened_by
    leads_all = opener.role in (Role.LEADER, Role.ADMIN)
    if opener.gone_on is None and (leads_all or review.person.manager_id == opener.id):
        return opener
    manager = people.find(session, review.person.manager_id)
    return manager if manager is not None and manager.gone_on is None else None


def _is_past_answers(review: Review, now: datetime) -> bool:
    return review.standing(now) not in (Standing.THEIRS, Standing.LEADS)


def _ruled(by: Person, given: Answer, now: datetime) -> Word:
    """A ruling needs its reason, and a correction its value."""
    field = given.measure
    if not given.words.strip():
        raise Refusal("review-reason", field=f"reason-{field}")
    value = given.value if given.ruling is Ruling.CORRECTED else None
    if given.ruling is Ruling.CORRECTED and value is None:
        raise Refusal("review-value", field=f"value-{field}")
    if value is not None and not 0 <= value <= MOST_PERCENT:
        raise Refusal("review-value", field=f"value-{field}")
    words = _checked(given.words, f"reason-{field}")
    return Word(by, now, words, field, given.ruling, value)


def _checked(words: str, field: str) -> str:
    if len(words) > MOST_WORDS:
        raise Refusal("review-too-long", most=MOST_WORDS, field=field)
    return words.strip()


def _tell(
    session: Session,
    kind: str,
    to: Person,
    review_id: int,
    act: history.Act,
    at: datetime,
    until: datetime | None = None,
) -> None:
    outbox.promise(
        session,
        recipient_id=to.id,
        kind=kind,
        facts={"review_id": review_id},
        dedup_key=f"{kind}:{review_id}:{to.id}:{act.id}",
        now=act.at,
        not_before=at,
        expires_at=max(until or at, at) + LASTS,
    )


def _today(actor: Actor, now: datetime) -> Any:
    return now.astimezone(actor.workspace.zone).date()
