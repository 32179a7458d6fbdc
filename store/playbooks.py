"""The playbook's versions: written once, proposed, agreed to, put in force, never changed."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from bot.domain.playbook import DEFAULT_SOURCE, default
from bot.domain.playbook_agreement import Version, Voice
from bot.domain.playbook_document import Document, plain
from bot.domain.refusal import Refusal
from store import history, scope
from store.schema import PersonRow, PlaybookDraftRow, PlaybookRow, VoiceRow


def plant(session: Session, now: datetime) -> None:
    """Gives a new workspace its first playbook, in force at once: the one the operator set, or
    the default."""
    document, source = session.info.get(scope.FIRST_PLAYBOOK) or (default(), DEFAULT_SOURCE)
    row = _row(document, source, version=1, note="", base=None, by=None, now=now)
    row.in_force_at = now
    session.add(row)
    session.flush()


def add(act: history.Act, document: Document, source: str, *, note: str, base: int | None) -> int:
    """A new proposed version; returns its number."""
    newest = act.session.scalar(select(func.max(PlaybookRow.version))) or 0
    row = _row(
        document, source, version=newest + 1, note=note, base=base, by=act.actor_id, now=act.at
    )
    history.create(act, row)
    return row.version


def _row(
    document: Document,
    source: str,
    *,
    version: int,
    note: str,
    base: int | None,
    by: int | None,
    now: datetime,
) -> PlaybookRow:
    told = plain(document)
    text = json.dumps(told, sort_keys=True, ensure_ascii=False)
    return PlaybookRow(
        version=version,
        document=told,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        source=source,
        note=note,
        base_version=base,
        share=document.agreement.share,
        proposed_by_id=by,
        proposed_at=now,
    )


def document(session: Session, version: int) -> Document:
    """What a version says. Raises Refusal("playbook-version-unknown")."""
    return Document.model_validate(_get(session, version).document)


def source(session: Session, version: int) -> str:
    """The YAML text a version was made from; "" where it was made in Slack from nothing."""
    return _get(session, version).source


def _get(session: Session, version: int) -> PlaybookRow:
    row = session.scalars(select(PlaybookRow).where(PlaybookRow.version == version)).first()
    if row is None:
        raise Refusal("playbook-version-unknown", version=str(version))
    return row


def ask(act: history.Act, version: int, person_ids: Sequence[int]) -> None:
    """Writes down whose agreement a version needs."""
    row = _get(act.session, version)
    for person_id in person_ids:
        history.create(act, VoiceRow(playbook_id=row.id, person_id=person_id, comment=""))


def say(act: history.Act, version: int, person_id: int, *, agrees: bool, comment: str) -> None:
    """Someone asked agrees or objects; they may change their mind while it is open."""
    row = _get(act.session, version)
    voice = act.session.scalars(
        select(VoiceRow).where(VoiceRow.playbook_id == row.id, VoiceRow.person_id == person_id)
    ).first()
    if voice is None:
        raise Refusal("playbook-not-asked", version=str(version))
    if row.in_force_at is not None or row.withdrawn_at is not None:
        raise Refusal("playbook-settled", version=str(version))
    history.change(act, voice, {"agrees": agrees, "comment": comment, "said_at": act.at})


def withdraw(act: history.Act, version: int) -> None:
    row = _get(act.session, version)
    if row.in_force_at is not None or row.withdrawn_at is not None:
        raise Refusal("playbook-settled", version=str(version))
    history.change(act, row, {"withdrawn_at": act.at})


def plan_start(act: history.Act, version: int, starts_on: date) -> None:
    """From when it is to be in force; `start` does it when that day has come."""
    history.change(
        act, _get(act.session, version), {"starts_on": starts_on, "started_by_id": act.actor_id}
    )


def start(act: history.Act, version: int) -> None:
    """Puts a version in force: one row changes, however many deals there are."""
    row = _get(act.session, version)
    if row.in_force_at is not None or row.withdrawn_at is not None:
        raise Refusal("playbook-settled", version=str(version))
    history.change(act, row, {"in_force_at": act.at})


def due(session: Session, today: date) -> list[int]:
    """The versions whose day has come and that are not in force yet, in order."""
    return list(
        session.scalars(
            select(PlaybookRow.version)
            .where(
                PlaybookRow.in_force_at.is_(None),
                PlaybookRow.withdrawn_at.is_(None),
                PlaybookRow.starts_on <= today,
            )
            .order_by(PlaybookRow.starts_on, PlaybookRow.version)
        )
    )


def get(session: Session, version: int) -> Version:
    """One version. Raises Refusal("playbook-version-unknown")."""
    found = [one for one in every(session) if one.version == version]
    if not found:
        raise Refusal("playbook-version-unknown", version=str(version))
    return found[0]


def every(session: Session) -> list[Version]:
    """Every version, the newest first."""
    proposer, starter = aliased(PersonRow), aliased(PersonRow)
    rows = session.execute(
        select(
            PlaybookRow,
            proposer.name,
            proposer.slack_user_id,
            starter.name,
            starter.slack_user_id,
        )
        .outerjoin(proposer, proposer.id == PlaybookRow.proposed_by_id)
        .outerjoin(starter, starter.id == PlaybookRow.started_by_id)
        .order_by(PlaybookRow.version.desc())
    ).all()
    voices: dict[int, list[Voice]] = {}
    for voice, name, slack_id in session.execute(
        select(VoiceRow, PersonRow.name, PersonRow.slack_user_id)
        .join(PersonRow, PersonRow.id == VoiceRow.person_id)
        .order_by(VoiceRow.id)
    ):
        told = Voice(voice.person_id, name, slack_id, voice.agrees, voice.comment, voice.said_at)
        voices.setdefault(voice.playbook_id, []).append(told)
    return [
        Version(
            id=row.id,
            version=row.version,
            note=row.note,
            base_version=row.base_version,
            share=row.share,
            proposed_by_id=row.proposed_by_id,
            proposed_by=proposed_by,
            proposed_by_slack_id=proposed_by_slack_id,
            proposed_at=row.proposed_at,
            withdrawn_at=row.withdrawn_at,
            starts_on=row.starts_on,
            started_by=started_by,
            started_by_slack_id=started_by_slack_id,
            in_force_at=row.in_force_at,
            voices=tuple(voices.get(row.id, ())),
        )
        for row, proposed_by, proposed_by_slack_id, started_by, started_by_slack_id in rows
    ]


@dataclass(frozen=True, slots=True)
class Draft:
    """The playbook as one person is changing it, and the version they began from."""

    base_version: int
    document: Document


def draft(session: Session, person_id: int) -> Draft | None:
    row = _draft_row(session, person_id)
    return Draft(row.base_version, Document.model_validate(row.document)) if row else None


def save_draft(session: Session, person_id: int, held: Draft, now: datetime) -> None:
    row = _draft_row(session, person_id)
    if row is None:
        row = PlaybookDraftRow(person_id=person_id)
        session.add(row)
    row.base_version, row.document, row.changed_at = held.base_version, plain(held.document), now
    session.flush()


def drop_draft(session: Session, person_id: int) -> None:
    row = _draft_row(session, person_id)
    if row is not None:
        session.delete(row)


def _draft_row(session: Session, person_id: int) -> PlaybookDraftRow | None:
    return session.scalars(
        select(PlaybookDraftRow).where(PlaybookDraftRow.person_id == person_id)
    ).first()
