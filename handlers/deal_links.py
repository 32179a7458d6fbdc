"""A deal's link: handed out from its card, and shown with a preview wherever it is posted."""

from datetime import date, datetime
from typing import Any

from slack_bolt.async_app import AsyncApp
from sqlalchemy.orm import Session

from bot.domain import links
from bot.domain.outcomes import Card
from bot.domain.refusal import Refusal
from bot.i18n import translator
from bot.ids import LINK_COPY
from bot.usecases import lines
from bot.views import link, room_card
from handlers.asking import Asking
from handlers.forms import deal_of
from store import visible

MOST_SHOWN = 5


def register(app: AsyncApp) -> None:
    app.event("link_shared")(preview)
    app.action(LINK_COPY)(copy)


async def copy(asking: Asking) -> None:
    deal = await asking.read(visible.deal, deal_of(asking))
    if asking.link_domain is None:
        raise Refusal("link-off")
    address = links.link_to(asking.link_domain, deal.id)
    await asking.answer(link.build(deal, address, asking.t))


async def preview(asking: Asking, event: dict[str, Any]) -> None:
    """Nothing for a link that names no deal of this workspace, and nothing in a channel that
    another company reads too."""
    await asking.ack()
    if asking.link_domain is None or asking.body.get("is_ext_shared_channel"):
        return
    named = {one["url"]: links.deal_of(asking.link_domain, one["url"]) for one in event["links"]}
    wanted = {url: deal_id for url, deal_id in named.items() if deal_id is not None}
    cards = await asking.read(_cards, list(wanted.values())[:MOST_SHOWN], asking.now)
    workspace = asking.actor.workspace
    t = translator(workspace.locale, workspace.tz)
    today: date = asking.now.astimezone(workspace.zone).date()
    shown = {
        url: {"blocks": room_card.preview(cards[deal_id], t, today)}
        for url, deal_id in wanted.items()
        if deal_id in cards
    }
    if shown:
        asking.behind.start(_unfurl(asking, event, shown), "preview")


async def _unfurl(asking: Asking, event: dict[str, Any], shown: dict[str, Any]) -> None:
    """Below a message, or below one that is still being written."""
    if event.get("source") == "composer":
        place = event["unfurl_id"]
        await asking.client.chat_unfurl(unfurl_id=place, source="composer", unfurls=shown)
    else:
        channel, ts = event["channel"], event["message_ts"]
        await asking.client.chat_unfurl(channel=channel, ts=ts, unfurls=shown)


def _cards(session: Session, deal_ids: list[int], now: datetime) -> dict[int, Card]:
    there = [one for one in deal_ids if visible.deal_if_there(session, one) is not None]
    return {deal_id: lines.card(session, deal_id, now) for deal_id in there}
