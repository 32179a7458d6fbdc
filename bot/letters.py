"""What each kind of promised message says, read and written at the moment it is sent."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.domain.deal import Status
from bot.domain.people import Person
from bot.domain.reporting import Grouping, Question
from bot.domain.tellings import FeedbackKind
from bot.i18n import Translator, translator
from bot.usecases import (
    bringing,
    champions,
    compliance,
    digests,
    escalations,
    feedback,
    followups,
    goals,
    nudges,
    playbooks,
    reviews,
    room_news,
    rooms,
    team_news,
)
from bot.usecases import lines as deal_lines
from bot.views import (
    champions_page,
    compliance_notes,
    deal_assigned,
    deal_news,
    digest,
    goals_page,
    import_page,
    nudge,
    playbook_news,
    report_page,
    review_page,
    room_card,
    room_pages,
)
from bot.views import escalation as escalation_page
from bot.views import feedback as feedback_page
from bot.views import followup as followup_page
from bot.views import room_news as room_news_page
from bot.views import team_news as team_news_page
from bot.views.blocks import Page
from bot.views.chart import Chart
from store import import_records, people, stages, visible, workspaces
from store import rooms as kept_rooms
from store.outbox import Delivery


@dataclass(frozen=True, slots=True)
class Letter:
    """A page for one person: a new message, or (`place`: channel and ts) an old one redrawn.

    `plain_page` and `chart` are for a workspace that refuses Slack's newest blocks. A letter with
    a `channel` goes there, and not to the recipient.
    """

    recipient: Person
    page: Page
    place: tuple[str, str] | None = None
    plain_page: Page | None = None
    chart: Chart | None = None
    channel: str | None = None


class NothingToSay(Exception):
    """What was promised has lost its point; the reason is kept with the row."""


def read(session: Session, delivery: Delivery, now: datetime) -> Letter:
    """The letter of a delivery, in its reader's language. Raises NothingToSay."""
    recipient = people.get(session, delivery.recipient_id)
    if recipient.slack_user_id is None or recipient.gone_on is not None:
        raise NothingToSay("the recipient is not in Slack")
    t = translator(recipient.locale, recipient.tz)
    match delivery.kind:
        case nudges.KIND | "nudge.redraw":
            told = _nudge if delivery.kind == nudges.KIND else _redrawn
            return told(session, delivery, recipient, t, now)
        case digests.KIND | team_news.KIND:
            return _week(session, delivery, recipient, t)
        case followups.KIND | followups.REDRAWN:
            return _followup(session, delivery, recipient, t, now)
        case escalations.KIND | escalations.REDRAWN:
            return _escalation(session, delivery, recipient, t, now)
        case feedback.KIND | champions.KIND:
            return _said(session, delivery, recipient, t, now)
        case compliance.KIND | goals.REACHED:
            return _of_figures(session, delivery, recipient, t, now)
        case reviews.OPENED | reviews.REMINDED | reviews.RETURNED | reviews.ANSWERED:
            return _review(session, delivery, recipient, t, now)
        case playbooks.ASKED | playbooks.HEARD | playbooks.AGREED | playbooks.STARTED:
            return _playbook(session, delivery, recipient, t)
        case bringing.KIND:
            return _import(session, delivery, recipient, t)
        case room_news.KIND | kept_rooms.CARD | rooms.LOST:
            return _room(session, delivery, recipient, t, now)
    return _of_deal(session, delivery, recipient, t, now)


def _of_deal(
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


def _nudge(
    session: Session, delivery: Delivery, recipient: Person, t: Translator, now: datetime
) -> Letter:
    page = nudges.page(session, delivery.facts["nudge_id"], now)
    if all(line.answer for line in page.lines):
        raise NothingToSay("every question was settled before it was asked")
    return Letter(recipient, nudge.build(page, t))


def _redrawn(
    session: Session, delivery: Delivery, recipient: Person, t: Translator, now: datetime
) -> Letter:
    nudge_id = delivery.facts["nudge_id"]
    place = _to_redraw(nudges.place(session, nudge_id))
    return Letter(recipient, nudge.build(nudges.page(session, nudge_id, now), t), place)


def _followup(
    session: Session, delivery: Delivery, recipient: Person, t: Translator, now: datetime
) -> Letter:
    followup_id, deal_id = delivery.facts["followup_id"], delivery.facts["deal_id"]
    shown = followups.page(session, followup_id, deal_id, now)
    page = followup_page.build(shown, t)
    if delivery.kind == followups.KIND:
        if all(line.is_settled for line in shown.lines):
            raise NothingToSay("every next step was settled before it was told")
        return Letter(recipient, page)
    return Letter(recipient, page, _to_redraw(followups.place(session, followup_id, deal_id)))


def _escalation(
    session: Session, delivery: Delivery, recipient: Person, t: Translator, now: datetime
) -> Letter:
    escalation_id = delivery.facts["escalation_id"]
    shown = escalations.page(session, escalation_id, now)
    page = escalation_page.build(shown, t)
    if delivery.kind == escalations.KIND:
        if all(line.answer for line in shown.lines):
            raise NothingToSay("every question was settled before it was told")
        return Letter(recipient, page)
    return Letter(recipient, page, _to_redraw(escalations.place(session, escalation_id)))


def _to_redraw(place: tuple[str, str] | None) -> tuple[str, str]:
    if place is None:
        raise NothingToSay("the message to redraw was never sent")
    return place


def _said(
    session: Session, delivery: Delivery, recipient: Person, t: Translator, now: datetime
) -> Letter:
    if delivery.kind == champions.KIND:
        return _invitation(session, delivery, recipient, t)
    return _feedback(session, delivery, recipient, t, now)


def _feedback(
    session: Session, delivery: Delivery, recipient: Person, t: Translator, now: datetime
) -> Letter:
    given = feedback.read(session, delivery.facts["feedback_id"])
    if given is None:
        raise NothingToSay("it was taken back before it was read")
    playbook, today = stages.in_force(session), recipient.today(now)
    if given.kind is FeedbackKind.ADVICE and given.deal is not None:
        return Letter(recipient, champions_page.letter(given, given.deal, playbook, t, today))
    return Letter(recipient, feedback_page.letter(given, playbook, t, today))


def _invitation(session: Session, delivery: Delivery, recipient: Person, t: Translator) -> Letter:
    if not champions.waits(session, recipient.id, delivery.facts["asked_id"]):
        raise NothingToSay("it was answered before it was asked")
    return Letter(recipient, champions_page.invitation(t))


def _week(session: Session, delivery: Delivery, recipient: Person, t: Translator) -> Letter:
    if delivery.kind == team_news.KIND:
        return _team_news(session, delivery, recipient)
    return _digest(session, delivery, recipient, t)


def _digest(session: Session, delivery: Delivery, recipient: Person, t: Translator) -> Letter:
    week = digests.read(delivery.facts)
    drawn = digest.build(week, digests.names(session, week), t)
    return Letter(recipient, drawn.page, plain_page=drawn.plain_page, chart=drawn.chart)


def _team_news(session: Session, delivery: Delivery, recipient: Person) -> Letter:
    """For the team's channel, in the workspace's language."""
    if recipient.team_channel is None:
        raise NothingToSay("the team's week is told nowhere any more")
    told = team_news.read(session, recipient, delivery.facts)
    if told is None:
        raise NothingToSay("nothing was won, and the team is too small for sums")
    workspace = workspaces.bound(session)
    page = team_news_page.build(told, translator(workspace.locale, workspace.tz))
    return Letter(recipient, page, channel=recipient.team_channel)


def _of_figures(
    session: Session, delivery: Delivery, recipient: Person, t: Translator, now: datetime
) -> Letter:
    if delivery.kind == goals.REACHED:
        return _goal(session, delivery, recipient, t)
    return _compliance(session, delivery, recipient, t, now)


def _goal(session: Session, delivery: Delivery, recipient: Person, t: Translator) -> Letter:
    told = goals.reached(session, delivery.facts["goal_id"], delivery.facts["mark"])
    if told is None or not told.still_holds:
        raise NothingToSay("the goal is no longer there, or no longer so far")
    return Letter(recipient, goals_page.reached(told.goal, told.name, told.mark, told.closed, t))


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


def _playbook(session: Session, delivery: Delivery, recipient: Person, t: Translator) -> Letter:
    shown = playbooks.shown(session, delivery.facts["version"])
    one = shown.version
    match delivery.kind:
        case playbooks.ASKED if one.waits_for(recipient.id):
            return Letter(recipient, playbook_news.asked(shown, t))
        case playbooks.AGREED if one.is_open and one.is_agreed and one.starts_on is None:
            return Letter(recipient, playbook_news.agreed(shown, t))
        case playbooks.STARTED:
            return Letter(recipient, playbook_news.started(shown, t))
        case playbooks.HEARD:
            by = people.get(session, delivery.facts["by"])
            voice = next((v for v in one.voices if v.person_id == by.id), None)
            agrees = voice is not None and voice.agrees is True
            return Letter(recipient, playbook_news.heard(shown, by, agrees=agrees, t=t))
    raise NothingToSay("it was settled before it was told")


def _review(
    session: Session, delivery: Delivery, recipient: Person, t: Translator, now: datetime
) -> Letter:
    looked = reviews.told(session, recipient, delivery.facts["review_id"], delivery.kind, now)
    if looked is None:
        raise NothingToSay("it is no longer their turn")
    side = "own" if looked.is_own else "led"
    word = delivery.kind.removeprefix("review.")
    return Letter(recipient, review_page.letter(looked, f"{word}-{side}", t))


def _room(
    session: Session, delivery: Delivery, recipient: Person, t: Translator, now: datetime
) -> Letter:
    if delivery.kind == rooms.LOST:
        deal = visible.deal_if_there(session, delivery.facts["deal_id"])
        if deal is None:
            raise NothingToSay("the deal is no longer there")
        facts = delivery.facts
        return Letter(recipient, room_pages.lost(deal, facts["name"], facts["why"], t))
    room = kept_rooms.find(session, delivery.facts["room_id"])
    if room is None:
        raise NothingToSay("the channel is no room any more")
    workspace = workspaces.bound(session)
    ours = translator(workspace.locale, workspace.tz)
    if visible.deal_if_there(session, room.deal_id) is None:
        raise NothingToSay("the deal is no longer there")
    if delivery.kind == kept_rooms.CARD:
        today = now.astimezone(workspace.zone).date()
        card = deal_lines.card(session, room.deal_id, now)
        return Letter(recipient, room_card.pinned(card, ours, today), channel=room.channel_id)
    page = _news(session, delivery, ours)
    return Letter(recipient, page, channel=room.channel_id)


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


def _import(session: Session, delivery: Delivery, recipient: Person, t: Translator) -> Letter:
    """What became of a sheet, in the place of its card."""
    one = import_records.get(session, delivery.facts["import_id"])
    if one.state.value != delivery.facts["state"]:
        raise NothingToSay("it has gone on since")
    return Letter(recipient, import_page.card(one, t), one.place)


def _compliance(
    session: Session, delivery: Delivery, recipient: Person, t: Translator, now: datetime
) -> Letter:
    """For a leader: every team's measures, as they stood when the week ended."""
    last = date.fromisoformat(delivery.facts["last"])
    lines = compliance.lines(session, last, t.language)
    if not lines.rows:
        raise NothingToSay("there was nobody to measure")
    asked = Question(compliance.KIND, compliance.weeks_to(last), Grouping.TEAM)
    told = compliance.notes(session, asked.period, now, None)
    also, trend = compliance_notes.blocks(told, t), compliance_notes.trend(told.weeks, t)
    rich, plain = report_page.build(asked, lines, "all", frozenset(), t, also, trend=trend)
    return Letter(recipient, rich, plain_page=plain)
