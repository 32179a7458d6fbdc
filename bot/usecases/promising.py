"""Next steps that a logged line says without the sign for one, or with a day that is none."""

import json
from dataclasses import replace
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from bot.domain import parsing_sentence
from bot.domain.deal import Deal
from bot.domain.outcomes import Done, Lacking, Promise, Report
from bot.domain.parsing_log import LogLine
from bot.domain.people import Actor, may_change_deal
from bot.usecases import deals
from store import drafts, stages, visible

_VERB = "step"


def heard(
    session: Session, actor: Actor, deal: Deal | None, line: LogLine, report: Report, now: datetime
) -> tuple[Report, Promise | None]:
    """The report with what its line says as a sentence: the kind, where none was typed, and a step
    that is surely one. A step that may be one, or whose day cannot be read where another is dated
    already, is kept to be asked about instead. The note stays whole."""
    if line.next_step:
        return _with_day(session, actor, deal, report, now)
    if line.separated or not report.note:
        return report, None
    today = actor.today(now)
    kinds = stages.in_force(session).kind_words()
    told = parsing_sentence.read(report.note, kinds, today)
    if line.kind is None and told.kind is not None:
        report = replace(report, kind=told.kind)
    if not _takes_steps(session, actor, deal):
        return report, None
    if not told.step:
        return report, _without_day(session, actor, report, now)
    if told.is_sure and (deal is None or deal.next_step_due_on is None):
        sets = replace(
            report, next_step=told.step, next_step_due_on=told.due, next_step_time=told.at
        )
        return sets, None
    return report, _kept(session, actor, Promise(0, told.step, told.due, told.at), now)


def settle(
    session: Session, actor: Actor, deal_id: int, draft_id: int, now: datetime
) -> Done | Lacking:
    """Sets a step that was asked about; a form asks for its day where none could be read."""
    _, text = drafts.look(session, actor.id, draft_id)
    held = json.loads(text)
    if held["due"] is None:
        deal = visible.deal_to_change(session, actor, deal_id)
        return Lacking("next", deal, stages.in_force(session), held["what"])
    drafts.take(session, actor.id, draft_id)
    due = date.fromisoformat(held["due"])
    at = time.fromisoformat(held["at"]) if held["at"] else None
    return deals.set_next_step(session, actor, deal_id, held["what"], due, now, at=at)


def _with_day(
    session: Session, actor: Actor, deal: Deal | None, report: Report, now: datetime
) -> tuple[Report, Promise | None]:
    """A step with a day that cannot be read takes no dated one's place without being asked."""
    if report.next_step_due_on is not None or deal is None or deal.next_step_due_on is None:
        return report, None
    unread = parsing_sentence.unread_day(report.next_step)
    if not unread or not _takes_steps(session, actor, deal):
        return report, None
    what = parsing_sentence.without(report.next_step, unread)
    note = f"{report.note} > {report.next_step}".strip()
    return (
        replace(report, note=note, next_step=""),
        _kept(session, actor, Promise(0, what, unread=unread), now),
    )


def _without_day(session: Session, actor: Actor, report: Report, now: datetime) -> Promise | None:
    """What a note says is due on a day that there is not: it is told, and its day asked for."""
    unread = parsing_sentence.unread_promise(report.note)
    if unread is None:
        return None
    return _kept(session, actor, Promise(0, unread.step, unread=unread.day), now)


def _takes_steps(session: Session, actor: Actor, deal: Deal | None) -> bool:
    return (
        deal is not None
        and deal.is_open
        and may_change_deal(actor, visible.owner_of(session, actor, deal))
    )


def _kept(session: Session, actor: Actor, told: Promise, now: datetime) -> Promise:
    """The same under the number of the draft that it can be set by."""
    due, at = told.due_on, told.at
    held = {
        "what": told.what,
        "due": due.isoformat() if due else None,
        "at": at.isoformat() if at else None,
    }
    return replace(told, draft_id=drafts.keep(session, actor.id, _VERB, json.dumps(held), now))
