"""What is told of one deal: to its new owner, to a manager, where wins are told, in its room."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.deal import Status
from bot.domain.people import Person
from bot.i18n import Translator, translator
from bot.letter import Letter, NothingToSay
from bot.usecases import lines as deal_lines
from bot.usecases import room_news, rooms
from bot.views import deal_assigned, deal_news, room_card, room_pages
from bot.views import room_news as room_news_page
from bot.views.blocks import Page
from store import people, stages, visible, workspaces
from store import rooms as kept_rooms
from store.outbox import Delivery


def read(
    session: Session, delivery: Delivery, recipient: Person, t: Translator, now: datetime
) -> Letter:
    match delivery.kind:
        case "deal.assigned":
            return _assigned(session, delivery, recipient, t, now)
        case "deal.won":
            return _won(session, delivery, recipient)
        case "deal.overridden":
            return _overridden(session, delivery, recipient, t)
    raise NothingToSay(f"nobody knows how to write a {delivery.kind}")


def _assigned(
    session: Session, delivery: Delivery, recipient: Person, t: Translator, now: datetime
) -> Letter:
    deal = visible.deal_if_there(session, delivery.facts["deal_id"])
    if deal is None or deal.owner_id != recipient.id:
        raise NothingToSay("the deal has gone to someone else since")
    by = people.find(session, delivery.facts["by"])
    playbook = stages.in_force(session)
    return Letter(recipient, deal_assigned.build(deal, by, playbook, t, recipient.today(now)))


def _won(session: Session, delivery: Delivery, recipient: Person) -> Letter:
    """For a channel: in the workspace's language, and only while the deal is still won."""
    deal = visible.deal_if_there(session, delivery.facts["deal_id"])
    if deal is None or deal.status is not Status.WON:
        raise NothingToSay("the deal is no longer won")
    workspace = workspaces.bound(session)
    t = translator(workspace.locale, workspace.tz)
    page = deal_news.won(deal, stages.in_force(session), t)
    return Letter(recipient, page, channel=str(delivery.facts["channel"]))


def _overridden(session: Session, delivery: Delivery, recipient: Person, t: Translator) -> Letter:
    facts = delivery.facts
    deal = visible.deal_if_there(session, facts["deal_id"])
    if deal is None:
        raise NothingToSay("the deal is no longer there")
    playbook = stages.in_force(session)
    by = people.find(session, facts["by"])
    told = deal_news.Override(
        by, facts["left"], facts["to"], tuple(facts["criteria"]), facts["reason"]
    )
    return Letter(recipient, deal_news.overridden(deal, told, playbook, t))


def room(
    session: Session, delivery: Delivery, recipient: Person, t: Translator, now: datetime
) -> Letter:
    if delivery.kind == rooms.LOST:
        deal = visible.deal_if_there(session, delivery.facts["deal_id"])
        if deal is None:
            raise NothingToSay("the deal is no longer there")
        facts = delivery.facts
        return Letter(recipient, room_pages.lost(deal, facts["name"], facts["why"], t))
    tied = kept_rooms.find(session, delivery.facts["room_id"])
    if tied is None:
        raise NothingToSay("the channel is no room any more")
    workspace = workspaces.bound(session)
    ours = translator(workspace.locale, workspace.tz)
    if visible.deal_if_there(session, tied.deal_id) is None:
        raise NothingToSay("the deal is no longer there")
    if delivery.kind == kept_rooms.CARD:
        today = now.astimezone(workspace.zone).date()
        card = deal_lines.card(session, tied.deal_id, now)
        page = room_card.pinned(card, ours, today)
        return Letter(recipient, page, channel=tied.channel_id, is_kept=True)
    page = _news(session, delivery, ours)
    return Letter(recipient, page, channel=tied.channel_id)


def _news(session: Session, delivery: Delivery, t: Translator) -> Page:
    """In the workspace's language. What was taken back before it was told is told neither way."""
    facts = delivery.facts
    deal_id, undone = facts["deal_id"], facts["undone"]
    if undone is not None and not room_news.is_told(session, facts["room_id"], deal_id, undone):
        raise NothingToSay("it was taken back before it was told")
    news = room_news.read(session, deal_id, facts["act_id"])
    page = None if news is None else room_news_page.build(news, t)
    if page is None:
        raise NothingToSay("nothing was changed that the room hears of")
    return page
