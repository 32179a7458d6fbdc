"""Logging what happened, on a deal or on an account without one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time

from sqlalchemy.orm import Session

from bot.domain.contacts import Contact, looks_like_name, split_title
from bot.domain.deal import ActivityKind, Deal, later
from bot.domain.outcomes import Found, Logged, Offer, Report, Target
from bot.domain.parsing_log import (
    KINDS,
    LogLine,
    leading_candidates,
    other_readings,
    read_log,
    read_nameless,
    read_rest,
    take_person,
    with_kind_mended,
)
from bot.domain.people import Actor, Person, may_change_deal
from bot.domain.refusal import Refusal
from bot.domain.timing import When, settled
from bot.usecases import naming, promising, touching
from bot.usecases.naming import NameUnknown, Wants
from store import activities, contacts, deals, history, stages, visible

WANTS = Wants(accounts=True, is_open=None)
MOST_NOTE = 10_000
LONGEST_NAME = 255


def log_line(
    session: Session, actor: Actor, text: str, now: datetime, target: Target | None = None
) -> Logged | Offer:
    """Logs one typed line. Raises NameUnknown or Refusal; an Offer asks which deal was meant."""
    today = actor.today(now)
    playbook = stages.in_force(session)
    kinds = KINDS | playbook.kind_words()
    try:
        line, person, looked = _read(session, actor, text, today, target, kinds)
    except NameUnknown:
        mended = with_kind_mended(text, kinds)
        if mended is None or not _is_named(session, actor, read_log(mended, today, kinds)):
            raise
        line, person, looked = _read(session, actor, mended, today, target, kinds)
    if isinstance(looked, Offer):
        return looked
    note, occurred_on = line.notes, line.occurred_on
    if not line.separated:
        note, day = read_rest(looked.rest, today)
        occurred_on = occurred_on or day
    report = Report(
        kind=line.kind or ActivityKind.NOTE.value,
        note=note,
        occurred_on=occurred_on,
        next_step=line.next_step,
        next_step_due_on=line.next_step_due,
        next_step_time=line.next_step_time,
        contact_name=person,
    )
    target, deal = looked.target, looked.deal
    if deal is None and target.deal_id is not None:
        deal = visible.deal(session, target.deal_id)
    report, promise = promising.heard(session, actor, deal, line, report, now)
    made = log(session, actor, target, report, now, deal)
    return replace(made, promise=promise)


def _read(
    session: Session,
    actor: Actor,
    text: str,
    today: date,
    target: Target | None,
    kinds: Mapping[str, str],
) -> tuple[LogLine, str, Found | Offer]:
    """The line, with whom, and what it is about; a name that holds a separator itself is tried
    whole, and so is one that seems to name a person behind it."""
    line = read_log(text, today, kinds)
    if target is not None and target.unless_named and not _is_named(session, actor, line):
        nameless = read_nameless(text, today, kinds)
        return nameless, "", naming.find(session, actor, "", WANTS, target)
    if not line.separated:
        return line, "", naming.find_leading(session, actor, line.subject, WANTS, target)
    for longer in other_readings(text, line):
        if naming.is_exactly(session, actor, longer.subject):
            return longer, "", naming.find(session, actor, longer.subject, WANTS, target)
    split = take_person(line.subject)
    if split is not None and not naming.is_exactly(session, actor, line.subject):
        subject, person = split
        looked = naming.find(session, actor, subject, WANTS, target)
        if looks_like_name(person):
            return line, person, looked
        return (
            replace(line, notes=f"{line.subject.removeprefix(subject).strip()}: {line.notes}"),
            "",
            looked,
        )
    return line, "", naming.find(session, actor, line.subject, WANTS, target)


def _is_named(session: Session, actor: Actor, line: LogLine) -> bool:
    """Whether a line typed in a room begins with another name all the same."""
    if not line.separated:
        return naming.names_clearly(session, actor, leading_candidates(line.subject))
    split = take_person(line.subject)
    subjects = [line.subject] if split is None else [line.subject, split[0]]
    return naming.names_clearly(session, actor, [(one, "") for one in subjects])


def log(
    session: Session,
    actor: Actor,
    target: Target,
    report: Report,
    now: datetime,
    deal: Deal | None = None,
) -> Logged:
    """One activity, the deal's touch, and the next step where the deal is the actor's to change.

    `deal` is the target's, where this transaction has read it already.
    """
    if len(report.note) > MOST_NOTE:
        raise Refusal("log-note-too-long", most=MOST_NOTE, field="note")
    occurred_at = _moment(actor, report.occurred_on, now)
    if deal is None and target.deal_id is not None:
        deal = visible.deal(session, target.deal_id)
    account = None
    if target.account_id is not None:
        account = visible.account(session, target.account_id)
    account_id = deal.account_id if deal else target.account_id
    promises = bool(report.next_step or report.next_step_due_on)
    owner = visible.owner_of(session, actor, deal) if deal is not None else None
    own = deal is not None and may_change_deal(actor, owner)
    due = _due(actor, report, owner, now)
    sets_step = promises and own and deal is not None and deal.is_open
    before = deal.next_step or "" if deal is not None and sets_step else ""
    act = history.begin(session, actor.id, "activity.log", now)
    contact, contact_is_new = _contact(act, report, account_id)
    activities.add(
        act,
        deal_id=target.deal_id,
        account_id=account_id,
        contact_id=contact.id if contact else None,
        kind=report.kind,
        occurred_at=occurred_at,
        note=report.note if sets_step or not promises else _with_promise(report, due),
        source="message" if report.permalink else "slack",
        said_by=report.said_by,
        permalink=report.permalink,
    )
    if deal is not None:
        deal = deals.change(
            act, deal, _touch(deal, report, occurred_at, now, due if sets_step else None)
        )
        touching.settle_questions(act, deal.id, "log")
    return Logged(
        act_id=act.id,
        report=report,
        occurred_on=actor.today(occurred_at),
        deal=deal,
        account=account,
        kept_next_step=promises and not sets_step,
        stages=stages.in_force(session),
        contact=contact.name if contact else None,
        contact_id=contact.id if contact else None,
        contact_is_new=contact_is_new,
        replaced=before if report.next_step and before != report.next_step else "",
    )


def _contact(
    act: history.Act, report: Report, account_id: int | None
) -> tuple[Contact | None, bool]:
    """With whom it was, and whether that is somebody new: met in passing, at the account."""
    if report.contact_id is not None:
        return contacts.get(act.session, report.contact_id), False
    name, title = split_title(report.contact_name)
    if not name:
        return None, False
    if len(name) > LONGEST_NAME:
        raise Refusal("contact-too-long", field="contact", most=LONGEST_NAME)
    known = contacts.meant(act.session, account_id, name)
    if known is not None:
        return known, False
    added = contacts.add(act, name, account_id, title=title)
    return contacts.get(act.session, added), True


def _due(actor: Actor, report: Report, owner: Person | None, now: datetime) -> When:
    """When the promise is due, by the clock of the deal's owner."""
    typed = When(report.next_step_due_on, report.next_step_time)
    return settled(typed, now, actor.person.zone, (owner or actor.person).zone)


def _touch(
    deal: Deal, report: Report, occurred_at: datetime, now: datetime, due: When | None
) -> dict[str, object]:
    """A late log counts at the time it happened; setting the next step (`due`) is a touch of
    now."""
    changes: dict[str, object] = {
        "last_activity_at": later(deal.last_activity_at, occurred_at),
        "last_touch_at": later(deal.last_touch_at, occurred_at if due is None else now),
    }
    if due is not None:
        changes |= {
            "next_step": report.next_step or deal.next_step,
            "next_step_due_on": due.on,
            "next_step_time": due.at,
            "next_step_rule": None,
        }
    return changes


def _with_promise(report: Report, due: When) -> str:
    on = due.on.isoformat() if due.on else ""
    at = f" {due.at:%H:%M}" if due.at else ""
    return f"{report.note} > {report.next_step}{f' ({on}{at})' if on else ''}".strip()


def _moment(actor: Actor, occurred_on: date | None, now: datetime) -> datetime:
    """Now for today; noon of the person's own day for another."""
    today = actor.today(now)
    if occurred_on is None or occurred_on == today:
        return now
    if occurred_on > today:
        raise Refusal("log-in-future", day=occurred_on, field="occurred_on")
    return datetime.combine(occurred_on, time(12), actor.person.zone).astimezone(UTC)
