"""App Home: drawn when it is opened (bot.homes keeps it fresh), last week's digest from it, and a
digest's week as one table."""

from datetime import datetime

from slack_bolt.async_app import AsyncApp
from sqlalchemy.orm import Session

from bot import homes
from bot.domain.adoption import Digest, Each
from bot.domain.people import Actor
from bot.domain.reporting import Grouping
from bot.ids import DIGEST_TABLE, TEAM_DIGEST
from bot.usecases import digests
from bot.views import digest, report_deals
from handlers.asking import Asking


def register(app: AsyncApp) -> None:
    app.event("app_home_opened")(open_home)
    app.action(TEAM_DIGEST)(show_digest)
    app.action(DIGEST_TABLE)(show_table)


async def open_home(asking: Asking) -> None:
    if asking.body["event"].get("tab") != "home":
        return
    drawing = homes.draw_opened(asking.store, asking.client, asking.actor, asking.now)
    asking.behind.start(drawing, "home")


async def show_digest(asking: Asking) -> None:
    """The week before this one, as Monday's digest told it."""
    week, names = await asking.transact(_last_week, asking.actor, asking.now)
    drawn = digest.build(week, names, asking.t)
    await asking.answer_richly(drawn.page, drawn.plain_page)


async def show_table(asking: Asking) -> None:
    """All figures of a digest's week, for as many as there are."""
    asked = report_deals.question(asking.value)
    each = Each.REP if asked.by is Grouping.REP else Each.TEAM
    monday = asked.period.first
    week, names = await asking.transact(digests.seen_by, asking.actor, monday, each, asking.now)
    await asking.answer_richly(*digest.week(week, names, asking.t))


def _last_week(session: Session, actor: Actor, now: datetime) -> tuple[Digest, dict[int, str]]:
    week = digests.last_week(session, actor.person, now)
    return week, digests.names(session, week)
