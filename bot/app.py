"""The one place where the parts meet: Bolt, the stories, the store, the outbox, the timetable."""

import asyncio
import gc
from functools import partial

from aiohttp import ClientError
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError

from bot import landing
from bot.behind import Behind
from bot.bringing import Bringing
from bot.clock import Clock, Sleep
from bot.homes import Homes
from bot.messenger import Messenger
from bot.once import OnceApp
from bot.rooms import Rooms
from bot.slack import Slack
from handlers import (
    agree_playbook,
    ask_champion,
    assign_deal,
    choose_name,
    close_deal,
    contacts,
    deal_links,
    edit_playbook,
    export,
    find,
    forget,
    give_feedback,
    goals,
    help,
    home,
    import_sheet,
    list_deals,
    log_activity,
    log_message,
    look_back,
    look_behind,
    move_deal,
    new_deal,
    next_step,
    notice,
    people,
    playbook,
    quiet_nudges,
    report,
    review,
    room_events,
    rooms,
    roster_changes,
    say,
    scorecard,
    set_close,
    settings,
    settle_step,
    show_deal,
    type_again,
    undo,
)
from handlers.apologise import Apologise
from handlers.introduce import Introduce
from schedules.clockwork import Clockwork
from store import migrate
from store.engine import Store

STORIES = (
    log_activity,
    log_message,
    look_behind,
    show_deal,
    list_deals,
    move_deal,
    next_step,
    settle_step,
    set_close,
    close_deal,
    new_deal,
    choose_name,
    type_again,
    undo,
    look_back,
    assign_deal,
    rooms,
    deal_links,
    give_feedback,
    goals,
    ask_champion,
    find,
    contacts,
    forget,
    home,
    people,
    settings,
    playbook,
    edit_playbook,
    agree_playbook,
    report,
    review,
    scorecard,
    quiet_nudges,
    export,
    roster_changes,
    room_events,
    import_sheet,
    say,
    help,
)
"""Asked in this order: the most used first, help last since it takes whatever is left."""


class Pipekeeper:
    """The bot, whole, behind whichever door. Made inside a running event loop."""

    def __init__(
        self,
        store: Store,
        slack: Slack,
        clock: Clock,
        link_domain: str | None = None,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self.store = store
        self.slack = slack
        self.behind = Behind()
        self.messenger = Messenger(store, slack.client, clock, sleep)
        store.when_promised = self.messenger.wake
        self.homes = Homes(store, slack.client, clock, sleep)
        self.rooms = Rooms(store, slack.client, clock, sleep)
        store.when_acted = self._acted
        self.clockwork = Clockwork(store, clock, self.messenger)
        self.link_domain = link_domain
        self.bringing = Bringing(store, clock)
        self.landing = None if link_domain is None else partial(landing.page, slack)
        self.bolt = _bolt(self, clock)

    async def start(self) -> None:
        """Begins sending what is promised and watching the clock.

        What was made until now lasts as long as the process: the garbage collector needn't look
        through it again and again (a third of the time that a morning's scan took).
        """
        gc.collect()
        gc.freeze()
        self.behind.start(self.messenger.run(), "messenger")
        self.behind.start(self.homes.run(), "homes")
        self.behind.start(self.rooms.run(), "rooms")
        self.behind.start(self.bringing.sweep_all(), "imports")
        self.clockwork.start()

    async def stop(self) -> None:
        """Lets what is under way end, and nothing new begin."""
        self.clockwork.stop()
        self.messenger.stop()
        self.homes.stop()
        self.rooms.stop()
        self.bringing.stop()
        await self.behind.drain()
        await self.slack.close()

    def _acted(self) -> None:
        self.homes.wake()
        self.rooms.wake()

    async def ready(self) -> dict[str, bool]:
        """Whether the database answers at its newest migration, and Slack knows the token."""
        database = await asyncio.to_thread(migrate.is_current, self.store.engine)
        return {"database": database, "slack": await self._slack_answers()}

    async def _slack_answers(self) -> bool:
        try:
            await self.slack.client.auth_test()
        except (SlackApiError, ClientError, TimeoutError):
            return False
        return True


def _bolt(bot: Pipekeeper, clock: Clock) -> AsyncApp:
    """Bolt with our own authorisation (it would take SLACK_CLIENT_ID in the environment for an
    order to speak OAuth) and the signature checked at the door before it."""

    async def authorize() -> AuthorizeResult:
        return await bot.slack.authorize()

    app = OnceApp(
        name="pipekeeper",  # or Bolt looks through the whole stack for the name of a file
        client=bot.slack.bare_client,
        authorize=authorize,
        request_verification_enabled=False,
        process_before_response=True,
    )
    Apologise(bot.behind, bot.slack.webhook).register(app)
    introduce = Introduce(bot.store, clock, bot.behind, bot.slack, bot.bringing, bot.link_domain)
    introduce.register(app)
    app.middleware(notice.notice)
    for story in STORIES:
        story.register(app)
    return app
