"""The stages in force in a workspace, and those of any version of its playbook."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bot.domain.playbook_document import Document, stages_of
from bot.domain.stages import Stages
from store import prepared
from store.prepared import Prepared
from store.schema import PlaybookRow

K = TypeVar("K")

_PLAYBOOKS = prepared.table_of(PlaybookRow)
_BEEN_IN_FORCE = Prepared(
    select(_PLAYBOOKS.c.version, _PLAYBOOKS.c.digest)
    .where(_PLAYBOOKS.c.in_force_at.is_not(None), *prepared.here(_PLAYBOOKS))
    .order_by(_PLAYBOOKS.c.in_force_at, _PLAYBOOKS.c.version)
)
_ONE = Prepared(
    select(_PLAYBOOKS.c.version, _PLAYBOOKS.c.digest, _PLAYBOOKS.c.document).where(
        _PLAYBOOKS.c.version == bindparam("version"), *prepared.here(_PLAYBOOKS)
    )
)

_READ: dict[tuple[int, str], Stages] = {}
"""Versions read before. They never change, and go by what they say: the same text is the same
version in whichever database."""

_MERGED: dict[tuple[tuple[int, str], ...], Stages] = {}
MOST_KEPT = 500


def in_force(session: Session) -> Stages:
    """The stages of the version in force, in order; those of earlier ones can be looked up."""
    been = tuple((row.version, row.digest) for row in _BEEN_IN_FORCE.run(session))
    known = _MERGED.get(been)
    if known is None:
        *earlier, newest = [_version(session, *one) for one in been]
        known = _keep(_MERGED, been, _with_retired(newest, earlier))
    return known


def of_version(session: Session, version: int) -> Stages:
    """The stages as one version has them; the ones in force where there is no such version."""
    row = _ONE.run(session, version=version).first()
    if row is None:
        return in_force(session)
    return _read(row.version, row.digest, row.document)


def version_in_force(session: Session) -> int:
    return int(_BEEN_IN_FORCE.run(session).all()[-1].version)


def _version(session: Session, version: int, digest: str) -> Stages:
    known = _READ.get((version, digest))
    return known or of_version(session, version)


def _read(version: int, digest: str, document: dict[str, Any]) -> Stages:
    known = _READ.get((version, digest))
    if known is None:
        read = stages_of(Document.model_validate(document), version)
        known = _keep(_READ, (version, digest), read)
    return known


def _with_retired(newest: Stages, earlier: Sequence[Stages]) -> Stages:
    """What earlier versions had and this one lacks, as the latest of them had it."""
    stages = {one.key: one for version in earlier for one in version.all}
    reasons = {
        one.key: one for version in earlier for one in (*version.lost_reasons, *version.won_reasons)
    }
    still = {one.key for one in (*newest.lost_reasons, *newest.won_reasons)}
    return replace(
        newest,
        retired=tuple(one for one in stages.values() if not newest.has(one.key)),
        retired_reasons=tuple(one for one in reasons.values() if one.key not in still),
    )


def _keep(cache: dict[K, Stages], key: K, value: Stages) -> Stages:
    if len(cache) >= MOST_KEPT:
        cache.clear()
    cache[key] = value
    return value
