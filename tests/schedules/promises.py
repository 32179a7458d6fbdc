"""Promised messages of the simplest kind, what became of them, and deaths at the worst moments."""

from datetime import timedelta

from sqlalchemy.orm import Session

from bot.messenger import LEASE, Messenger
from bot.posting import Post
from bot.turns import Turns
from store import outbox
from store.outbox import Delivery
from store.schema import OutboxRow
from tests.makers import START, make_deal
from tests.schedules.stage import Stage

POST = "chat.postMessage"
HISTORY = "conversations.history"
KIND = "deal.assigned"


def promise(
    played: Stage, key: str = "1", kind: str = KIND, lasts: timedelta = timedelta(days=1)
) -> int:
    """A deal handed to the rep: the shortest of letters."""
    deal = make_deal(played.store, played.team.rep, f"Deal {key}")

    def act(session: Session) -> int | None:
        return outbox.promise(
            session,
            recipient_id=played.team.rep.id,
            kind=kind,
            facts={"deal_id": deal.id, "by": played.team.manager.id, "channel": "C1"},
            dedup_key=f"test:{key}",
            now=START,
            expires_at=START + lasts,
        )

    delivery_id = played.store.run(played.team.id, act)
    assert delivery_id is not None
    return delivery_id


def states(played: Stage, kind: str = KIND) -> list[tuple[str, str | None]]:
    return played.outbox(kind)


def doubts(played: Stage) -> list[bool]:
    def read(session: Session) -> list[bool]:
        return [row.in_doubt for row in session.query(OutboxRow).order_by(OutboxRow.id)]

    return played.store.ask(played.team.id, read)


def another_replica(played: Stage) -> Messenger:
    return Messenger(played.store, played.client, played.clock, played.sleep, lambda: 0.5)


def begun(played: Stage) -> tuple[Delivery, str]:
    """A delivery whose sender dies right before the call; and whom it was for."""
    user = str(played.team.rep.person.slack_user_id)
    run, team = played.store.run, played.team.id
    (delivery,) = run(team, outbox.claim, played.clock(), 1, LEASE, "died")
    turn = run(team, outbox.begin, delivery, user, played.clock(), LEASE)
    assert turn is not None
    assert turn.calls == 1
    return delivery, user


async def posted(played: Stage) -> Delivery:
    """A delivery whose sender dies between the call and the stamp."""
    delivery, user = begun(played)
    turns = Turns(played.store, played.clock, played.sleep)
    page = {"text": "A deal for you"}
    await Post(played.client, turns)._message(user, page, delivery)
    return delivery
