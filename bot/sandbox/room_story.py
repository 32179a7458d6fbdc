"""The deal's room of the sample team: what was told and said in it before one comes to look."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.i18n import translator
from bot.sandbox.cast import JONAS, MARTA, ROOM
from bot.sandbox.sandbox import BOT_USER_ID, Sandbox
from bot.usecases import room_news
from bot.views import room_news as news_page
from bot.views.blocks import Page
from store import room_news as kept
from store import rooms, workspaces
from store.engine import Store

MOST_TOLD = 5


async def tell(sandbox: Sandbox, store: Store) -> None:
    """The newest acts on the deal as the room would have read of them, and a word between."""
    [workspace] = await store.read(None, workspaces.all_of_them)
    told = await store.read(workspace.id, _told)
    bot_id, t = sandbox.platform.app.bot_id, translator("en-US")
    channel_id, _ = ROOM
    for at, page in told:
        sandbox.ws.post(
            channel_id, BOT_USER_ID, page["text"], at=at, blocks=page["blocks"], bot_id=bot_id
        )
    last = told[-1][0] if told else sandbox.clock() - timedelta(hours=2)
    for person, words, minutes in ((MARTA, "ask", 40), (JONAS, "answer", 47)):
        at = min(last + timedelta(minutes=minutes), sandbox.clock() - timedelta(minutes=1))
        sandbox.ws.post(channel_id, person.slack_id, t.md(f"demo-room-{words}"), at=at)


def _told(session: Session) -> list[tuple[datetime, Page]]:
    room = rooms.of_channel(session, ROOM[0])
    workspace = workspaces.bound(session)
    t = translator(workspace.locale, workspace.tz)
    told = list[tuple[datetime, Page]]()
    for act_id, at in kept.acts_on(session, room.deal_id, MOST_TOLD) if room else []:
        news = room_news.read(session, room.deal_id, act_id) if room else None
        page = None if news is None else news_page.build(news, t)
        if page is not None:
            told.append((at, page))
    return told
