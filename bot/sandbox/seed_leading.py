"""What managers made of the digests of the last weeks: acted on, and answered with a word."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.domain import weekly
from bot.domain.adoption import monday_of
from bot.domain.tellings import FeedbackKind
from bot.sandbox import stories as told
from bot.sandbox.cast import HANNA, JIWOO, MARTA, SUJIN
from bot.sandbox.seed_telling import Telling
from bot.usecases import digests, feedback
from store import measures, outbox, people

WEEKS = 6
LEASE = timedelta(minutes=1)
ANSWERS = {
    MARTA.slack_id: (2, 5, None, 1, 3),
    SUJIN.slack_id: (26, None, 31, None, None),
}
"""Hours after which a digest is answered with a word, week by week."""

TO = {MARTA.slack_id: HANNA.slack_id, SUJIN.slack_id: JIWOO.slack_id}
"""To whom."""


def stories(telling: Telling) -> list[Iterator[datetime]]:
    return [_weeks(telling)]


def _weeks(telling: Telling) -> Iterator[datetime]:
    """Every Monday but this week's, which the demo plays. The digests' own figures are left out:
    nobody can read them any more, and counting them would make the demo's start a second longer."""
    session, manager = telling.session, telling.actor.person
    this_monday = monday_of(manager.today(telling.now))
    for number, hours in enumerate(ANSWERS[telling.player.slack_id]):
        monday = this_monday - timedelta(days=7 * (WEEKS - 1 - number))
        at = datetime.combine(monday, manager.morning, manager.zone).astimezone(telling.now.tzinfo)
        yield at
        week = monday - digests.WEEK
        outbox.promise(
            session,
            recipient_id=manager.id,
            kind=digests.KIND,
            facts={"monday": week.isoformat(), "reps": []},
            dedup_key=weekly.digest_key(manager.id, week),
            now=at,
            expires_at=manager.end_of_work(monday),
        )
        sent = _sent(telling, at)
        if hours is None:
            continue
        later = at + timedelta(hours=hours)
        yield later
        measures.mark_seen(session, sent[0], later)
        team, to = people.team_of(session, manager.id), TO[telling.player.slack_id]
        rep = next(one for one in team if one.slack_user_id == to)
        kind = FeedbackKind.PRAISE if number % 2 else FeedbackKind.QUESTION
        words = (told.KOREAN_WORDS if telling.korean else told.ENGLISH_WORDS)[kind.value]
        feedback.give_on_week(session, telling.actor, rep.id, week, kind, words, later)
        _sent(telling, rep.next_at_work(later))


def _sent(telling: Telling, at: datetime) -> list[int]:
    """What is due, as if it had gone out."""
    name = f"seed {telling.player.slack_id} {at.isoformat()}"
    claimed = outbox.claim(telling.session, at, 50, LEASE, name)
    for number, delivery in enumerate(claimed):
        ts = f"{int(at.timestamp())}.{number:06d}"
        outbox.mark_sent(telling.session, delivery.id, "D0BEFORE", ts, at)
    return [one.id for one in claimed if one.kind == digests.KIND]
