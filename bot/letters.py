"""What each kind of promised message says, read and written at the moment it is sent."""

from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from bot import letters_of_deals
from bot.domain import weekly
from bot.domain.people import Person
from bot.domain.periods import weeks_to
from bot.domain.reporting import Grouping, Question
from bot.domain.tellings import FeedbackKind
from bot.i18n import Translator, translator
from bot.letter import Letter, NothingToSay
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
    step_reminders,
    team_news,
)
from bot.views import (
    champions_page,
    compliance_notes,
    digest,
    goals_page,
    import_page,
    nudge,
    playbook_news,
    report_page,
    review_page,
)
from bot.views import escalation as escalation_page
from bot.views import feedback as feedback_page
from bot.views import followup as followup_page
from bot.views import step_reminder as step_reminder_page
from bot.views import team_news as team_news_page
from store import import_records, people, stages, workspaces
from store import rooms as kept_rooms
from store.outbox import Delivery


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
            return _week(session, delivery, recipient, t, now)
        case followups.KIND | followups.REDRAWN | step_reminders.KIND | step_reminders.REDRAWN:
            return _reminding(session, delivery, recipient, t, now)
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
            return letters_of_deals.room(session, delivery, recipient, t, now)
    return letters_of_deals.read(session, delivery, recipient, t, now)


def _nudge(
    session: Session, delivery: Delivery, recipient: Person, t: Translator, now: datetime
) -> Letter:
    page = nudges.page(session, delivery.facts["nudge_id"], now)
    stands = page.beside is not None and not all(one.is_settled for one in page.beside.lines)
    if all(line.answer for line in page.lines) and not stands:
        raise NothingToSay("every question was settled before it was asked")
    return Letter(recipient, nudge.build(page, t))


def _redrawn(
    session: Session, delivery: Delivery, recipient: Person, t: Translator, now: datetime
) -> Letter:
    nudge_id = delivery.facts["nudge_id"]
    place = _to_redraw(nudges.place(session, nudge_id))
    return Letter(recipient, nudge.build(nudges.page(session, nudge_id, now), t), place)


def _reminding(
    session: Session, delivery: Delivery, recipient: Person, t: Translator, now: datetime
) -> Letter:
    if delivery.kind in (followups.KIND, followups.REDRAWN):
        return _followup(session, delivery, recipient, t, now)
    return _step(session, delivery, recipient, t, now)


def _step(
    session: Session, delivery: Delivery, recipient: Person, t: Translator, now: datetime
) -> Letter:
    reminder_id = delivery.facts["reminder_id"]
    shown = step_reminders.page(session, reminder_id, now)
    if shown is None or (shown.is_settled and delivery.kind == step_reminders.KIND):
        raise NothingToSay("the next step was settled before it was told")
    page = step_reminder_page.build(shown, t)
    if delivery.kind == step_reminders.KIND:
        return Letter(recipient, page)
    return Letter(recipient, page, _to_redraw(step_reminders.place(session, reminder_id)))


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


def _week(
    session: Session, delivery: Delivery, recipient: Person, t: Translator, now: datetime
) -> Letter:
    if delivery.kind == team_news.KIND:
        return _team_news(session, delivery, recipient)
    return _digest(session, delivery, recipient, t, now)


def _digest(
    session: Session, delivery: Delivery, recipient: Person, t: Translator, now: datetime
) -> Letter:
    week = digests.read(delivery.facts)
    also = None
    if delivery.facts.get(weekly.CARRIES):
        also = _stand(session, week.sunday, t, now)
    drawn = digest.build(week, digests.names(session, week), t, also)
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
    told = _stand(session, date.fromisoformat(delivery.facts["last"]), t, now)
    if told is None:
        raise NothingToSay("there was nobody to measure")
    rich, plain = told
    return Letter(recipient, rich, plain_page=plain)


def _stand(
    session: Session, last: date, t: Translator, now: datetime
) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """Every team's measures up to a day, with tables and without; None with nobody to measure."""
    lines = compliance.lines(session, last, t.language)
    if not lines.rows:
        return None
    asked = Question(compliance.KIND, weeks_to(last), Grouping.TEAM)
    told = compliance.notes(session, asked.period, now, None)
    also, trend = compliance_notes.blocks(told, t), compliance_notes.trend(told.weeks, t)
    return report_page.build(asked, lines, "all", frozenset(), t, also, trend=trend)
