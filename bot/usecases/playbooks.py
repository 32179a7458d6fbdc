"""The playbook as an agreement: drafted, tried on live deals, proposed, agreed to, put in force."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.domain import people as rights
from bot.domain import playbook_diff
from bot.domain.criteria import Criterion
from bot.domain.outcomes import Overridden, PlaybookPage
from bot.domain.people import Actor, Person, Role, Workspace
from bot.domain.playbook_agreement import Shown, Version
from bot.domain.playbook_check import BrokenPlaybook, checked
from bot.domain.playbook_diff import Change
from bot.domain.playbook_document import CriterionPart, Document, criterion, stages_of
from bot.domain.refusal import Refusal
from bot.domain.stages import Stages
from bot.domain.trying import Trying
from store import history, outbox, overrides, people, playbooks, stages, trials
from store.playbooks import Draft
from store.trials import Slice

ASKED = "playbook.asked"
HEARD = "playbook.heard"
AGREED = "playbook.agreed"
STARTED = "playbook.started"
LASTS = timedelta(days=7)
COUNTED = timedelta(days=90)
MOST = 12
AT_ONCE = 2_000
"""Deals tried in one look at the database."""


@dataclass(frozen=True, slots=True)
class Editing:
    """A draft, the version it changes, and what it has changed so far; `customs` are the custom
    fields it could ask for."""

    draft: Draft
    stages: Stages
    changes: tuple[Change, ...]
    customs: tuple[Criterion, ...]


def look(session: Session, actor: Actor, now: datetime) -> PlaybookPage:
    """The playbook in force and its story; for those who lead, how often it was gone past."""
    playbook = stages.in_force(session)
    counted: tuple[Overridden, ...] = ()
    if rights.may_propose_playbook(actor):
        found = overrides.since(session, now - COUNTED)
        counted = tuple(
            Overridden(playbook.get(one.stage_key), one.owner, one.times) for one in found[:MOST]
        )
    return PlaybookPage(
        playbook,
        playbooks.get(session, stages.version_in_force(session)),
        rights.may_propose_playbook(actor),
        counted,
    )


def shown(session: Session, version: int) -> Shown:
    one = playbooks.get(session, version)
    document = playbooks.document(session, version)
    changes: tuple[Change, ...] = ()
    if one.base_version is not None:
        changes = playbook_diff.between(playbooks.document(session, one.base_version), document)
    return Shown(one, stages_of(document, version), changes)


def shown_with_newest(session: Session, version: int) -> tuple[Shown, int]:
    """A version, and the number of the one in force."""
    return shown(session, version), stages.version_in_force(session)


def history_of(session: Session) -> list[Version]:
    return playbooks.every(session)


def waiting_for(session: Session, actor: Actor) -> list[Shown]:
    """The open proposals that the actor was asked about and has not answered, oldest first."""
    return [
        shown(session, one.version)
        for one in reversed(playbooks.every(session))
        if one.waits_for(actor.id)
    ]


def editing(session: Session, actor: Actor) -> Editing:
    """The actor's draft; a new one is the playbook in force, as it stands."""
    rights.require_proposing(actor)
    held = playbooks.draft(session, actor.id)
    if held is None:
        base = stages.version_in_force(session)
        held = Draft(base, playbooks.document(session, base))
    return _editing(session, held)


def _editing(session: Session, held: Draft) -> Editing:
    base = playbooks.document(session, held.base_version)
    changes = playbook_diff.between(base, held.document)
    parts = {one.key: one for one in held.document.fields}
    customs = tuple(criterion(CriterionPart(field=key), parts) for key in parts)
    return Editing(held, stages_of(held.document, 0), changes, customs)


def change_draft(
    session: Session, actor: Actor, change: Callable[[Document], dict[str, Any]], now: datetime
) -> Editing:
    """Keeps one more change in the actor's draft; refused where no playbook would come of it."""
    before = editing(session, actor).draft
    try:
        sound = checked(change(before.document))
    except BrokenPlaybook as broken:
        raise Refusal("playbook-draft-broken", problem=broken.problems[0]) from broken
    held = replace(before, document=sound)
    playbooks.save_draft(session, actor.id, held, now)
    return _editing(session, held)


def drop_draft(session: Session, actor: Actor) -> None:
    playbooks.drop_draft(session, actor.id)


def propose(
    session: Session,
    actor: Actor,
    document: Document,
    note: str,
    asked: Sequence[int],
    now: datetime,
    *,
    source: str = "",
) -> Version:
    """A new version, and a question to each of those whose agreement it needs."""
    rights.require_proposing(actor)
    base = stages.version_in_force(session)
    if not playbook_diff.between(playbooks.document(session, base), document):
        raise Refusal("playbook-nothing-new")
    if not asked:
        raise Refusal("playbook-nobody-asked", field="people")
    act = history.begin(session, actor.id, "playbook.propose", now)
    source = source or playbooks.source(session, base)
    version = playbooks.add(act, document, source, note=note.strip(), base=base)
    playbooks.ask(act, version, list(dict.fromkeys(asked)))
    playbooks.drop_draft(session, actor.id)
    if actor.id in asked:
        playbooks.say(act, version, actor.id, agrees=True, comment="")
    for person in _reachable(session, asked, but=actor.id):
        _tell(act, person, ASKED, version, f"{ASKED}:{version}:{person.id}")
    _tell_if_agreed(act, playbooks.get(session, version))
    return playbooks.get(session, version)


def propose_draft(
    session: Session, actor: Actor, note: str, asked: Sequence[int], share: int, now: datetime
) -> Version:
    """The actor's own draft, proposed; `share` percent of those asked must agree."""
    document = editing(session, actor).draft.document
    agreed = document.agreement.model_copy(update={"share": share})
    wanted = document.model_copy(update={"agreement": agreed})
    return propose(session, actor, wanted, note, asked, now)


def say(
    session: Session, actor: Actor, version: int, now: datetime, *, agrees: bool, comment: str
) -> Shown:
    """One of those asked agrees, or objects and says why; whoever proposed it hears of it."""
    if not agrees and not comment.strip():
        raise Refusal("playbook-object-why", field="comment")
    before = playbooks.get(session, version)
    act = history.begin(session, actor.id, "playbook.agree" if agrees else "playbook.object", now)
    playbooks.say(act, version, actor.id, agrees=agrees, comment=comment.strip())
    after = playbooks.get(session, version)
    proposer = people.find(session, after.proposed_by_id)
    if proposer is not None and proposer.id != actor.id and proposer.slack_user_id:
        _tell(act, proposer, HEARD, version, f"{HEARD}:{act.id}", by=actor.id)
    if not before.is_agreed:
        _tell_if_agreed(act, after)
    return shown(session, version)


def may_withdraw(actor: Actor, one: Version) -> bool:
    return one.proposed_by_id == actor.id or actor.role is Role.ADMIN


def withdraw(session: Session, actor: Actor, version: int, now: datetime) -> Version:
    """Whoever proposed a version, or an admin, takes it back while it is open."""
    one = playbooks.get(session, version)
    if not may_withdraw(actor, one):
        raise Refusal("rights-playbook-withdraw")
    act = history.begin(session, actor.id, "playbook.withdraw", now)
    playbooks.withdraw(act, version)
    return playbooks.get(session, version)


def start(session: Session, actor: Actor, version: int, on: date, now: datetime) -> Version:
    """An agreed version comes into force: today, or when the day has come."""
    rights.require_starting(actor)
    one = playbooks.get(session, version)
    if not one.is_open:
        raise Refusal("playbook-settled", version=str(version))
    if not one.is_agreed:
        missing = tuple(voice.name for voice in one.voices if voice.agrees is not True)
        raise Refusal("playbook-not-agreed", version=str(version), people=missing)
    today = today_of(actor.workspace, now)
    if on < today:
        raise Refusal("playbook-start-past", field="on")
    act = history.begin(session, actor.id, "playbook.start", now)
    playbooks.plan_start(act, version, on)
    if on == today:
        _put_in_force(act, version)
    return playbooks.get(session, version)


def is_due(session: Session, workspace: Workspace, now: datetime) -> bool:
    """Whether the day of some agreed version has come: a cheap look before the writer's lock."""
    return bool(playbooks.due(session, today_of(workspace, now)))


def start_due(session: Session, workspace: Workspace, now: datetime) -> list[int]:
    """Puts in force whatever has reached its day: the timetable asks."""
    due = playbooks.due(session, today_of(workspace, now))
    for version in due:
        _put_in_force(history.begin(session, None, "playbook.start", now), version)
    return due


def replace_at_once(
    session: Session, document: Document, source: str, note: str, now: datetime
) -> int:
    """The operator's way, by the command line: in force at once, and recorded as theirs."""
    base = stages.version_in_force(session)
    if not playbook_diff.between(playbooks.document(session, base), document):
        raise Refusal("playbook-nothing-new")
    act = history.begin(session, None, "playbook.import", now)
    version = playbooks.add(act, document, source, note=note, base=base)
    _put_in_force(act, version)
    return version


def begin_trial(session: Session, document: Document, now: datetime) -> Trying:
    """A dry run of a playbook on the live deals; feed it the slices of `try_on`."""
    versions = {one: stages.of_version(session, one) for one in trials.pinned_versions(session)}
    return Trying(
        current=stages.in_force(session),
        proposed=stages_of(document, 0),
        pinned=versions,
        owners={one.id: one for one in people.everyone(session, gone_too=True)},
        now=now,
        total=trials.count_open(session),
    )


def try_on(session: Session, last: int) -> Slice:
    return trials.after(session, last, AT_ONCE)


def usually_asked(session: Session) -> list[Person]:
    """Who is asked to agree unless told otherwise: everyone with a say in how the team sells."""
    return [
        one
        for one in people.everyone(session)
        if one.role in (Role.MANAGER, Role.LEADER) and one.slack_user_id
    ]


def _put_in_force(act: history.Act, version: int) -> None:
    playbooks.start(act, version)
    for person in people.everyone(act.session):
        if person.slack_user_id and person.barred is None:
            _tell(act, person, STARTED, version, f"{STARTED}:{version}:{person.id}")


def _tell_if_agreed(act: history.Act, one: Version) -> None:
    """Those who can put it in force hear that it is agreed."""
    if not one.is_agreed:
        return
    for person in people.everyone(act.session):
        if person.role in (Role.LEADER, Role.ADMIN) and person.slack_user_id:
            _tell(act, person, AGREED, one.version, f"{AGREED}:{one.version}:{person.id}")


def _tell(
    act: history.Act, person: Person, kind: str, version: int, key: str, **facts: object
) -> None:
    outbox.promise(
        act.session,
        recipient_id=person.id,
        kind=kind,
        facts={"version": version, **facts},
        dedup_key=key,
        now=act.at,
        expires_at=act.at + LASTS,
    )


def _reachable(session: Session, ids: Sequence[int], but: int) -> list[Person]:
    found = (people.find(session, one) for one in dict.fromkeys(ids) if one != but)
    return [one for one in found if one is not None and one.slack_user_id]


def today_of(workspace: Workspace, now: datetime) -> date:
    return now.astimezone(workspace.zone).date()


def targets(session: Session) -> dict[str, int]:
    """What the playbook in force wants reached, in percent, by measure."""
    version = stages.version_in_force(session)
    return dict(playbooks.document(session, version).targets.model_dump())


def weights(session: Session) -> dict[str, int]:
    """How much each measure counts in a scorecard, in percent, in the playbook in force."""
    version = stages.version_in_force(session)
    return dict(playbooks.document(session, version).weights.model_dump())
