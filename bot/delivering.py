"""One delivery from its claim to its stamp, so that whatever dies on the way it arrives once.

Sought first where it may have been sent before; written; begun, which is committed; posted;
stamped. Whoever dies between the last three leaves a row in doubt, and the next claimer seeks it.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import structlog
from prometheus_client import Counter
from sqlalchemy.exc import OperationalError

from bot import letters
from bot.clock import Clock
from bot.domain.pacing import MESSAGE, SETTLES, UPDATE, back_off
from bot.keeping import digest
from bot.letter import Letter, NothingToSay
from bot.posting import Post, Posted
from bot.turns import Turns
from bot.unsent import Limited, Refused, Revoked, Unknown, Unreachable, Unsent
from store import outbox, people
from store.engine import Store
from store.outbox import Delivery
from store.paces import Turn

log = structlog.get_logger(__name__)

LETTERS = Counter("pipekeeper_letters", "What came of letters, by outcome.", ["outcome"])

UNASKED = frozenset({"nudge", "followup", "escalation", "digest", "compliance"})
"""The kinds that come by the clock, and respect Slack's do-not-disturb."""

NO_PAUSE = timedelta()
SOUGHT_FOR = timedelta(days=1)
"""How long after its time a message that may have been sent is still looked for."""


@dataclass(slots=True)
class Tally:
    """What came of sending: how many went out, how many were found to have gone out before, and
    by their ids why others did not. Until `turn_at` all that waits waits for our own pace."""

    sent: int = 0
    found: int = 0
    unsent: dict[int, str] = field(default_factory=dict)
    turn_at: datetime | None = field(default=None, compare=False)

    def wait_for(self, moment: datetime) -> None:
        self.turn_at = moment if self.turn_at is None else max(self.turn_at, moment)


@dataclass(frozen=True, slots=True)
class Waits:
    """The delivery was not tried: until then others of its recipient needn't be either."""

    until: datetime
    is_held: bool


class Delivering:
    """`chance` gives numbers from 0 up to 1: replicas are not to come back all at once."""

    def __init__(
        self,
        store: Store,
        post: Post,
        turns: Turns,
        clock: Clock,
        chance: Callable[[], float],
        lease: timedelta,
    ) -> None:
        self._store = store
        self._post = post
        self._turns = turns
        self._clock = clock
        self._chance = chance
        self._lease = lease

    async def wanting_quiet(self, batch: Sequence[Delivery]) -> dict[int, datetime]:
        """By their ids, those of a workspace's deliveries whose readers want to be left alone just
        now, and until when. What somebody waits for comes all the same. Raises Revoked."""
        unasked = [one for one in batch if one.kind in UNASKED and one.sought_in is None]
        if not unasked:
            return {}
        workspace_id, ids = batch[0].workspace_id, {one.recipient_id for one in unasked}
        slack_ids = await self._store.read(workspace_id, people.slack_ids, ids)
        try:
            quiet = await self._post.quiet_until(
                workspace_id, sorted(slack_ids.values()), self._clock()
            )
        except Revoked:
            raise
        except Unsent as failed:
            log.info("quiet.unknown", workspace=workspace_id, reason=str(failed))
            return {}
        return {
            one.id: quiet[slack_id]
            for one in unasked
            if (slack_id := slack_ids.get(one.recipient_id)) in quiet and slack_id is not None
        }

    async def deliver(self, delivery: Delivery, tally: Tally) -> Waits | None:
        """One try, and its stamp; None where the delivery is dealt with. Raises Revoked."""
        try:
            if delivery.sought_in is not None:
                if await self._seek(delivery, delivery.sought_in, tally):
                    return None
                delivery = replace(delivery, sought_in=None)
            return await self._send(delivery, tally)
        except Limited as limited:
            return await self._limited(delivery, limited, tally)
        except Unreachable as failed:
            await self._unreachable(delivery, failed, tally)
        except Refused as failed:
            await self._give_up(delivery, str(failed), tally)
        except Revoked as failed:
            await self._put_off(delivery, failed, NO_PAUSE, tally)
            raise
        return None

    async def _seek(self, delivery: Delivery, target: str, tally: Tally) -> bool:
        """Whether there is nothing left to do for a delivery that may have been sent before."""
        found = await self._post.find(delivery, target)
        if found is not None:
            tally.found += 1
            await self._stamp(delivery, found, tally, "found")
            return True
        if delivery.expires_at <= self._clock():
            LETTERS.labels("expired").inc()
            await self._store.transact(delivery.workspace_id, outbox.mark_expired, delivery)
            return True
        return False

    async def _send(self, delivery: Delivery, tally: Tally) -> Waits | None:
        letter = await self._written(delivery, tally)
        if letter is None:
            return None
        target = letter.channel or str(letter.recipient.slack_user_id)
        now = self._clock()
        turn = await (
            self._store.transact(
                delivery.workspace_id, outbox.begin, delivery, target, now, self._lease
            )
            if letter.place is None
            else self._store.transact(
                delivery.workspace_id, outbox.begin_again, delivery, UPDATE, now, self._lease
            )
        )
        if turn is None:
            log.info("delivery.lost", delivery=delivery.id)
            return None
        if not turn.calls:
            return _waits(delivery, turn, tally)
        if self._clock() - now > self._lease / 2:
            raise Unreachable("the machine was too slow to send it while it was ours")
        if letter.place is not None:
            await self._post.redraw(letter.page, *letter.place)
            await self._stamp(delivery, Posted(*letter.place), tally, "sent")
            return None
        posted = await self._post.send(letter, target, delivery)
        await self._stamp(delivery, posted, tally, "sent", letter)
        if posted.chart is not None:
            await self._post.picture(posted.chart, posted.channel)
        return None

    async def _written(self, delivery: Delivery, tally: Tally) -> Letter | None:
        """The letter; one that can't be written is settled, and must not keep back others."""
        reading = self._store.read(delivery.workspace_id, letters.read, delivery, self._clock())
        (written,) = await asyncio.gather(reading, return_exceptions=True)
        match written:
            case Letter():
                return written
            case NothingToSay():
                LETTERS.labels("dropped").inc()
                await self._store.transact(
                    delivery.workspace_id, outbox.mark_dropped, delivery, str(written)
                )
            case OperationalError():
                raise written
            case _:
                log.error("letter.unwritten", delivery=delivery.id, exc_info=written)
                await self._give_up(delivery, repr(written), tally)
        return None

    async def _stamp(
        self,
        delivery: Delivery,
        posted: Posted,
        tally: Tally,
        outcome: str,
        letter: Letter | None = None,
    ) -> None:
        says = digest(letter.page) if letter is not None and letter.is_kept else ""
        LETTERS.labels(outcome).inc()
        tally.sent += outcome == "sent"
        tally.unsent.pop(delivery.id, None)
        await self._store.transact(
            delivery.workspace_id,
            outbox.mark_sent,
            delivery.id,
            posted.channel,
            posted.ts,
            self._clock(),
            says,
        )

    async def _limited(self, delivery: Delivery, limited: Limited, tally: Tally) -> Waits:
        await self._turns.hold(delivery.workspace_id, limited.method, limited.seconds)
        pause = timedelta(seconds=limited.seconds)
        await self._put_off(delivery, limited, pause, tally)
        return Waits(self._clock() + pause, is_held=True)

    async def _unreachable(self, delivery: Delivery, failed: Unreachable, tally: Tally) -> None:
        if delivery.sought_in is not None and self._clock() > delivery.expires_at + SOUGHT_FOR:
            await self._give_up(delivery, str(failed), tally)
            return
        log.warning("delivery.put_off", delivery=delivery.id, reason=str(failed))
        pause = back_off(delivery.attempts, self._chance())
        if isinstance(failed, Unknown) and failed.is_at_work:
            pause = max(pause, SETTLES)
        await self._put_off(delivery, failed, pause, tally)

    async def _put_off(
        self, delivery: Delivery, failed: Unsent, pause: timedelta, tally: Tally
    ) -> None:
        LETTERS.labels("put_off").inc()
        tally.unsent[delivery.id] = str(failed)
        await self._store.transact(
            delivery.workspace_id,
            outbox.put_off,
            delivery,
            str(failed),
            self._clock() + pause,
            in_doubt=delivery.sought_in is not None or isinstance(failed, Unknown),
        )

    async def _give_up(self, delivery: Delivery, reason: str, tally: Tally) -> None:
        LETTERS.labels("dead").inc()
        tally.unsent[delivery.id] = reason
        log.error("delivery.dead", delivery=delivery.id, kind=delivery.kind, reason=reason)
        in_doubt = delivery.sought_in is not None
        await self._store.transact(
            delivery.workspace_id, outbox.give_up, delivery, reason, in_doubt=in_doubt
        )


def _waits(delivery: Delivery, turn: Turn, tally: Tally) -> Waits:
    if turn.is_held:
        tally.unsent[delivery.id] = str(Limited(MESSAGE, 0))
    else:
        tally.wait_for(turn.free_at)
    return Waits(turn.free_at, turn.is_held)
