"""Sees to deals' rooms behind their acts: invites, posts the card and pins it, keeps it current.

What was tied stands in the store, and how far its room has come, so nothing is forgotten over a
restart and everything may be done twice: an invitation or a pin that is there already is as good.
The card itself goes through the outbox, since posting is what must not happen twice. Acts wake us
after their commit; no answer waits.
"""

from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy.orm import Session

from bot.domain.pacing import INVITE, PIN, UPDATE
from bot.domain.rooms import Kept
from bot.i18n import translator
from bot.keeping import Keeper, digest
from bot.unsent import Limited, Refused, Revoked, Unreachable, answered
from bot.usecases import rooms, rooms_fresh
from bot.views import room_card
from bot.views.blocks import Page
from bot.watching import IDLE_SECONDS
from store import rooms as kept_rooms
from store import workspaces

log = structlog.get_logger(__name__)

SOON_SECONDS = 0.5
"""How long to sleep where a card is on its way into its room."""

GONE = {
    "channel_not_found": "left",
    "not_in_channel": "left",
    "is_archived": "archived",
}
"""What Slack answers where a channel is no room for us any more, and why (Slack does not always
tell of it by an event)."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A card as it is to be seen."""

    page: Page
    act_id: int

    @property
    def digest(self) -> str:
        return digest(self.page)


def _draw(session: Session, deal_id: int | None, now: datetime) -> Drawn:
    shows = rooms_fresh.look(session, deal_id, now)
    t = translator(shows.workspace.locale, shows.workspace.tz)
    if shows.card is None:
        return Drawn(room_card.over(t), shows.act_id)
    return Drawn(room_card.pinned(shows.card, t, shows.today), shows.act_id)


class Rooms(Keeper):
    what = "rooms"

    async def _round(self) -> float:
        return SOON_SECONDS if await self.look() else IDLE_SECONDS

    async def look(self) -> bool:
        """Does what there is to do in every room; whether something is about to come of it."""
        waits = False
        for workspace in await self._store.read(None, workspaces.all_of_them):
            due = await self._store.read(workspace.id, rooms_fresh.due, self._clock())
            if due.untouched:
                await self._store.transact(
                    workspace.id,
                    kept_rooms.note_all,
                    due.untouched,
                    {"card_act_id": due.newest_act},
                )
            for room in due.to_do:
                if self._watch.is_over:
                    return False
                waits |= await self._see_to(workspace.id, room)
        return waits

    async def _see_to(self, workspace_id: int, room: Kept) -> bool:
        """One room as far as it goes now; whether its card is still on its way."""
        try:
            if room.card_key is not None and room.card_ts is None:
                return await self._find_card(workspace_id, room)
            if room.deal_id is None:
                await self._end(workspace_id, room)
                return False
            if room.inviting:
                await self._invite(workspace_id, room)
            if room.card_key is None:
                now = self._clock()
                return await self._store.transact(
                    workspace_id, rooms_fresh.promise_card, room.id, now
                )
            if not room.is_pinned:
                await self._pin(workspace_id, room)
            return await self._redraw(workspace_id, room)
        except Limited as limited:
            await self._turns.hold(workspace_id, limited.method, limited.seconds)
        except Revoked as refused:
            log.error("rooms.token_refused", reason=str(refused))
            self.stop()
        except Unreachable as failed:
            log.warning("room.put_off", room=room.id, reason=str(failed))
        return False

    async def _find_card(self, workspace_id: int, room: Kept) -> bool:
        posted = await self._store.read(workspace_id, kept_rooms.card_state, str(room.card_key))
        if posted.ts is not None:
            # What it said when it was posted needn't be drawn again: Slack would call it edited.
            stands = {"card_ts": posted.ts, "card_digest": posted.digest}
            await self._store.transact(workspace_id, kept_rooms.note, room.id, stands)
            return True
        if posted.state == "waiting":
            return True
        if room.deal_id is None:
            await self._store.transact(workspace_id, kept_rooms.forget_card, room.id)
        elif posted.state == "dead" and posted.error in GONE:
            await self._lose(workspace_id, room, GONE[posted.error])
        return False

    async def _invite(self, workspace_id: int, room: Kept) -> None:
        """All at once; where Slack does not take them so, one by one, as many as it takes."""
        told = await self._invited(workspace_id, room, room.inviting)
        if not told and len(room.inviting) > 1:
            for one in room.inviting:
                await self._invited(workspace_id, room, (one,))
        await self._store.transact(workspace_id, kept_rooms.note, room.id, {"inviting": []})

    async def _invited(self, workspace_id: int, room: Kept, users: tuple[str, ...]) -> bool:
        await self._turns.take(workspace_id, INVITE)
        call = self._client.conversations_invite(channel=room.channel_id, users=",".join(users))
        try:
            await answered(INVITE, call)
        except Refused as refused:
            log.info("room.uninvited", room=room.id, users=users, reason=str(refused))
            return str(refused) == "already_in_channel"
        return True

    async def _pin(self, workspace_id: int, room: Kept) -> None:
        await self._turns.take(workspace_id, PIN)
        call = self._client.pins_add(channel=room.channel_id, timestamp=str(room.card_ts))
        try:
            await answered(PIN, call)
        except Refused as refused:
            log.info("room.unpinned", room=room.id, reason=str(refused))
        await self._store.transact(workspace_id, kept_rooms.note, room.id, {"is_pinned": True})

    async def _redraw(self, workspace_id: int, room: Kept) -> bool:
        """The card as it is to be seen now; whether there is none any more, and another to come."""
        now = self._clock()
        drawn = await self._store.read(workspace_id, _draw, room.deal_id, now)
        if drawn.digest != room.card_digest:
            await self._turns.take(workspace_id, UPDATE)
            call = self._client.chat_update(
                channel=room.channel_id, ts=str(room.card_ts), **drawn.page
            )
            try:
                await answered(UPDATE, call)
            except Refused as refused:
                if await self._is_over(workspace_id, room, str(refused)):
                    return True
        shows = {"card_digest": drawn.digest, "card_act_id": drawn.act_id, "drawn_at": now}
        await self._store.transact(workspace_id, kept_rooms.note, room.id, shows)
        return False

    async def _is_over(self, workspace_id: int, room: Kept, reason: str) -> bool:
        """Whether what Slack refused means that the card or its channel is there no longer."""
        log.info("room.undrawn", room=room.id, reason=reason)
        if reason == "message_not_found":
            await self._store.transact(workspace_id, kept_rooms.forget_card, room.id)
        elif reason in GONE:
            await self._lose(workspace_id, room, GONE[reason])
        else:
            return False
        return True

    async def _lose(self, workspace_id: int, room: Kept, why: str) -> None:
        now = self._clock()
        await self._store.transact(workspace_id, rooms.lose, room.channel_id, why, now)
        await self._store.transact(workspace_id, kept_rooms.forget_card, room.id)

    async def _end(self, workspace_id: int, room: Kept) -> None:
        """The channel is no room any more: the card comes off the wall, and says so."""
        drawn = await self._store.read(workspace_id, _draw, None, self._clock())
        channel, ts = room.channel_id, str(room.card_ts)
        await self._turns.take(workspace_id, PIN)
        try:
            await answered(PIN, self._client.pins_remove(channel=channel, timestamp=ts))
        except Refused as refused:
            log.info("room.still_pinned", room=room.id, reason=str(refused))
        await self._turns.take(workspace_id, UPDATE)
        try:
            await answered(UPDATE, self._client.chat_update(channel=channel, ts=ts, **drawn.page))
        except Refused as refused:
            log.info("room.undrawn", room=room.id, reason=str(refused))
        await self._store.transact(workspace_id, kept_rooms.forget_card, room.id)
