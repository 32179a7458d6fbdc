"""Draws Homes: one that is opened at once, those opened lately again whenever they have changed.

What a Home last showed stands in the store with the newest act that it knew of, so that nothing is
missed over a restart. Acts wake the drawer after their commit; it waits a moment for more of them,
asks whom they concern, and publishes what differs. No answer waits for it.
"""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, replace
from datetime import datetime

import structlog
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.orm import Session

from bot.clock import Clock, Sleep
from bot.domain.pacing import PUBLISH
from bot.domain.people import Actor, Person, Role
from bot.i18n import translator
from bot.keeping import Keeper, digest
from bot.unsent import Limited, Refused, Revoked, Unreachable, answered
from bot.usecases import homes, homes_fresh, homes_leading
from bot.views import home
from bot.views.blocks import Block
from bot.watching import IDLE_SECONDS
from store import home_views, workspaces
from store.engine import Store
from store.home_views import HomeView

log = structlog.get_logger(__name__)

AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Drawn:
    """A Home as somebody is to see it, with the newest act it knows of."""

    user_id: str
    view: Block
    plain_view: Block
    act_id: int

    @property
    def digest(self) -> str:
        return digest(self.view)


def _draw(session: Session, person: Person, now: datetime) -> Drawn:
    # The newest act is read first: what comes in between is then shown, and looked at again.
    newest = home_views.newest_act(session)
    actor = Actor(person, workspaces.bound(session))
    t = translator(person.locale, person.tz)
    view, plain_view = home.build(homes.look(session, actor, now), t)
    return Drawn(str(person.slack_user_id), view, plain_view, newest)


async def draw_opened(store: Store, client: AsyncWebClient, actor: Actor, now: datetime) -> None:
    """Shows somebody their Home, and remembers that they look at it. Raises Unsent."""
    workspace_id = actor.workspace.id
    drawn = await store.read(workspace_id, _draw, actor.person, now)
    slack_hash = await _publish(client, drawn, None)
    view = HomeView(actor.id, now, now, drawn.act_id, drawn.digest, slack_hash)
    await store.transact(workspace_id, home_views.keep, view)
    if actor.role is Role.LEADER and not await store.read(
        workspace_id, homes_leading.keeps_last_week, actor, now
    ):
        await store.transact(workspace_id, homes_leading.keep_last_week, actor, now)


async def _publish(client: AsyncWebClient, drawn: Drawn, known_as: str | None) -> str:
    """Slack's new name for the view. Where it is no longer `known_as` that, somebody else has
    drawn it meanwhile, and it is left alone: raises Refused."""

    def call(view: Block) -> Awaitable[object]:
        return client.views_publish(user_id=drawn.user_id, view=view, hash=known_as)

    try:
        told = await answered(PUBLISH, call(drawn.view))
    except Refused as refused:
        if str(refused) == "hash_conflict" or drawn.view == drawn.plain_view:
            raise
        log.info("home.plain", user=drawn.user_id, reason=str(refused))
        told = await answered(PUBLISH, call(drawn.plain_view))
    return str(told["view"].get("hash") or "")


class Homes(Keeper):
    """Keeps those Homes fresh that people have opened lately."""

    what = "homes"

    def __init__(
        self,
        store: Store,
        client: AsyncWebClient,
        clock: Clock,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        super().__init__(store, client, clock, sleep)
        self._hands = asyncio.Semaphore(AT_ONCE)

    async def _round(self) -> float:
        await self.look()
        return IDLE_SECONDS

    async def look(self) -> None:
        """Draws every Home anew that has changed since it was drawn."""
        now = self._clock()
        for workspace in await self._store.read(None, workspaces.all_of_them):
            due = await self._store.read(workspace.id, homes_fresh.due, now)
            if due.untouched:
                await self._store.transact(
                    workspace.id, home_views.left_as_they_are, due.untouched, due.newest_act
                )
            work = (self._redraw(workspace.id, *one, now) for one in due.to_draw)
            for ended in await asyncio.gather(*work, return_exceptions=True):
                if ended is not None:
                    raise ended

    async def _redraw(
        self, workspace_id: int, view: HomeView, person: Person, now: datetime
    ) -> None:
        async with self._hands:
            if self._watch.is_over:
                return
            drawn = await self._store.read(workspace_id, _draw, person, now)
            shows = replace(view, drawn_at=now, act_id=drawn.act_id)
            if drawn.digest != view.digest:
                published = await self._published(workspace_id, drawn, shows)
                if published is None:
                    return
                shows = published
            await self._store.transact(workspace_id, home_views.redrawn, shows, view.slack_hash)

    async def _published(self, workspace_id: int, drawn: Drawn, shows: HomeView) -> HomeView | None:
        """What is shown then; None where nothing could be now, and another try is worth it."""
        try:
            await self._turns.take(workspace_id, PUBLISH)
            slack_hash = await _publish(self._client, drawn, shows.slack_hash or None)
            return replace(shows, digest=drawn.digest, slack_hash=slack_hash)
        except Limited as limited:
            await self._turns.hold(workspace_id, PUBLISH, limited.seconds)
        except Revoked as refused:
            log.error("homes.token_refused", reason=str(refused))
            self.stop()
        except Unreachable as failed:
            log.warning("home.put_off", user=drawn.user_id, reason=str(failed))
        except Refused as refused:
            log.info("home.left", user=drawn.user_id, reason=str(refused))
            return shows
        return None
