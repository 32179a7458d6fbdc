"""What came of the questions, reminders and lists that people were sent, and what to quiet."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain import measuring
from bot.domain import people as rights
from bot.domain.measuring import Effect, Measured, Told
from bot.domain.people import Actor
from bot.domain.reporting import Grouping
from bot.usecases.report_asked import Asked, require
from bot.usecases.report_people import Who, last_if_nobody
from store import history, measures, stages, workspaces
from store.measures import Sum


def by(session: Session, asked: Asked) -> list[Measured]:
    """What was told on the days of the period, by kind, stage or person. By stage and person the
    three kinds of question are told alone, and one that names two signals counts for each."""
    require("nudges", asked.by)
    found = _of_interest(session, asked)
    if asked.by is Grouping.KIND:
        return _by_kind(found)
    questions = [one for one in found if one.kind in measuring.ASKED_ABOUT]
    who = Who(session)
    keys = (
        [stage.key for stage in stages.in_force(session).open]
        if asked.by is Grouping.STAGE
        else who.keys(asked.by, asked.period, asked.only)
    )
    lines = {key: Measured(key) for key in keys}
    for one in questions:
        key = one.stage_key if asked.by is Grouping.STAGE else who.group(one.person_id, asked.by)
        lines[key] = lines.get(key, Measured(key)).plus(_measured(one))
    late = sorted(lines.keys() - set(keys), key=last_if_nobody)
    return [lines[key] for key in (*keys, *late)]


def effect(session: Session, asked: Asked) -> Effect:
    """First questions about silent deals beside the silences that were held back."""
    found = _of_interest(session, asked)
    first = [one for one in found if one.kind is Told.SILENT and one.is_first]
    held = [one for one in found if one.kind is Told.HELD_BACK]
    return Effect(
        sum(one.asked for one in first),
        sum(one.acted for one in first),
        sum(one.asked for one in held),
        sum(one.acted for one in held),
    )


def worth_quieting(session: Session, asked: Asked) -> list[Measured]:
    """The kinds that hardly move anybody and are asked about nevertheless."""
    quieted = workspaces.bound(session).quieted
    found = measuring.worth_quieting(_by_kind(_of_interest(session, asked)))
    return [one for one in found if one.key not in quieted]


def quiet(session: Session, actor: Actor, kind: Told, now: datetime) -> int:
    """From now on nobody is asked about a kind of signal. Returns the act's id."""
    rights.require_admin(actor)
    workspace = workspaces.bound(session)
    act = history.begin(session, actor.id, "settings.quiet", now)
    quieted = workspace.quieted | {kind.value}
    workspaces.ask_about(act, quieted, holds_back=workspace.holds_back)
    return act.id


def _of_interest(session: Session, asked: Asked) -> list[Sum]:
    return [
        one
        for one in measures.sums(session, asked.period.first, asked.period.last)
        if asked.only is None or one.person_id in asked.only
    ]


def _by_kind(found: Iterable[Sum]) -> list[Measured]:
    lines = {kind: Measured(kind.value) for kind in Told}
    for one in found:
        lines[one.kind] = lines[one.kind].plus(_measured(one))
    if not lines[Told.HELD_BACK].asked:
        del lines[Told.HELD_BACK]
    return list(lines.values())


def _measured(one: Sum) -> Measured:
    return Measured("", one.asked, one.seen, one.answered, one.acted, one.unhelpful)
