"""Which Homes were opened lately, and whom what has happened since concerns."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from store import scope
from store.schema import ActRow, AuditRow, DealRow, HomeViewRow

OVERLAP = 20
"""Acts that are looked at again: others may have been committed after ones with a higher number."""

LATELY = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class HomeView:
    """A Home as it was last drawn."""

    person_id: int
    opened_at: datetime
    drawn_at: datetime
    act_id: int
    digest: str
    slack_hash: str


@dataclass(frozen=True, slots=True)
class Happened:
    """Who did something since an act, whose deals it was done to, and by what names."""

    people: frozenset[int]
    actions: frozenset[str]


def newest_act(session: Session) -> int:
    return session.scalar(select(func.max(ActRow.id))) or 0


def opened_lately(session: Session, now: datetime) -> list[HomeView]:
    rows = session.scalars(select(HomeViewRow).where(HomeViewRow.opened_at > now - LATELY))
    return [
        HomeView(row.person_id, row.opened_at, row.drawn_at, row.act_id, row.digest, row.slack_hash)
        for row in rows
    ]


def happened(session: Session, act_id: int) -> Happened:
    """What was done since an act, those shortly before it included."""
    since = act_id - OVERLAP
    done = session.execute(
        select(ActRow.actor_id, ActRow.action).where(ActRow.id > since).distinct()
    ).all()
    owners = session.scalars(
        select(DealRow.owner_id)
        .join(AuditRow, AuditRow.subject_id == DealRow.id)
        .where(AuditRow.act_id > since, AuditRow.subject_type == "deal")
        .distinct()
        .execution_options(**scope.INCLUDE_REMOVED)
    )
    handed = session.scalars(
        select(AuditRow.before)
        .join(ActRow, ActRow.id == AuditRow.act_id)
        .where(
            AuditRow.act_id > since,
            AuditRow.subject_type == "deal",
            ActRow.action.like("%deal.assign"),
        )
    )
    before = {(one or {}).get("owner_id") for one in handed}
    concerned = {actor for actor, _ in done} | set(owners) | before
    return Happened(
        frozenset(one for one in concerned if one is not None),
        frozenset(action for _, action in done),
    )


def keep(session: Session, view: HomeView) -> None:
    """Puts a Home that was just opened in the place of what was known of it."""
    known = {
        "opened_at": view.opened_at,
        "drawn_at": view.drawn_at,
        "act_id": view.act_id,
        "digest": view.digest,
        "slack_hash": view.slack_hash,
    }
    row = {"person_id": view.person_id, **known}
    if scope.insert_once(session, HomeViewRow, row, unique=("person_id",)) is None:
        _update(session, [view.person_id], **known)


def redrawn(session: Session, view: HomeView, known_as: str) -> None:
    """What a Home shows by now; nothing where it was opened anew meanwhile, and is no longer
    `known_as` that."""
    session.execute(
        update(HomeViewRow)
        .where(HomeViewRow.person_id == view.person_id, HomeViewRow.slack_hash == known_as)
        .values(
            drawn_at=view.drawn_at,
            act_id=view.act_id,
            digest=view.digest,
            slack_hash=view.slack_hash,
        )
        .execution_options(synchronize_session=False)
    )


def left_as_they_are(session: Session, person_ids: Sequence[int], act_id: int) -> None:
    """Homes that nothing up to an act concerns."""
    _update(session, person_ids, act_id=act_id)


def _update(session: Session, person_ids: Collection[int], **known: object) -> None:
    session.execute(
        update(HomeViewRow)
        .where(HomeViewRow.person_id.in_(person_ids))
        .values(**known)
        .execution_options(synchronize_session=False)
    )
