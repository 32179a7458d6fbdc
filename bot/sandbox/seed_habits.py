"""How regularly each rep is heard, and who has agreed to show the others how it is done."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from bot.sandbox.cast import DIEGO, DOYUN, HAEUN, HANNA, JIWOO, JONAS, MINJUN, PRIYA
from bot.sandbox.seed_telling import Telling
from bot.usecases import champions
from store import champions as kept
from store import history

WEEKS = 14
DAYS_A_WEEK = {
    JONAS.slack_id: 4,
    PRIYA.slack_id: 3,
    HANNA.slack_id: 5,
    DIEGO.slack_id: 1,
    JIWOO.slack_id: 3,
    MINJUN.slack_id: 1,
    HAEUN.slack_id: 3,
    DOYUN.slack_id: 1,
}
"""On so many days of each of the last weeks something is logged by each of them at least."""

AWAY = {DOYUN.slack_id: 18}
"""Who has not been heard for so many days."""

AGREED = (HANNA, HAEUN)
"""To show the others how it is done, some weeks ago."""

ASKED, THOUGHT = timedelta(days=70), timedelta(hours=3)


def stories(telling: Telling) -> list[Iterator[datetime]]:
    told = [_rhythm(telling)]
    return [*told, _champion(telling)] if telling.player in AGREED else told


def _rhythm(telling: Telling) -> Iterator[datetime]:
    who = telling.player.slack_id
    chance = Random(f"rhythm {who}")
    today = telling.now.astimezone(telling.actor.person.zone)
    monday = today - timedelta(days=today.weekday() + 7 * WEEKS)
    ends = telling.now - timedelta(days=AWAY.get(who, 0))
    for week in range(WEEKS + 1):
        for day in sorted(chance.sample(range(5), DAYS_A_WEEK[who])):
            at = telling.work_hour(monday + timedelta(days=7 * week + day), chance)
            if at >= ends:
                return
            yield at
            _speak(telling, at, chance)


def _speak(telling: Telling, at: datetime, chance: Random) -> None:
    """Of one of the deals that may be spoken of now, with what comes next as a rule."""
    there = [one for one, (begins, ends) in telling.talks.items() if begins < at < ends]
    if there:
        due_in = chance.randint(3, 9) if chance.random() < 0.8 else 0
        telling.log(chance.choice(there), chance.randrange(9), at, chance, due_in)


def _champion(telling: Telling) -> Iterator[datetime]:
    """Asked ten weeks ago, and agreed."""
    asked = telling.work_hour(telling.now - ASKED, Random("champion"))
    yield asked
    kept.add(history.begin(telling.session, None, "champion.invite", asked), telling.actor.id)
    yield asked + THOUGHT
    champions.answer(telling.session, telling.actor, asked + THOUGHT, consents=True)
