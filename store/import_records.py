"""Imports as records: what came, how far it is, what became of it; and the bytes meanwhile."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from bot.domain.imported import Counts, Imported, ImportState
from bot.domain.refusal import Refusal
from store import scope
from store.schema import ImportPieceRow, ImportRow, ImportSkipRow, PersonRow

PIECE = 1_000_000
"""Bytes in one piece: neither engine is asked to hold a whole sheet in one value."""

ENDS = frozenset({ImportState.DONE, ImportState.DISCARDED, ImportState.UNDONE})


@dataclass(frozen=True, slots=True)
class UnderWay:
    """An import that some process is, or was, at work on."""

    id: int
    act_id: int | None
    file_name: str
    runner: str
    beat_at: datetime


def add(
    session: Session,
    by_id: int | None,
    file_name: str,
    now: datetime,
    *,
    slack_file_id: str | None = None,
    channel: str | None = None,
) -> int:
    row = ImportRow(
        by_id=by_id,
        file_name=file_name[-255:],
        state=ImportState.ARRIVING,
        created_at=now,
        slack_file_id=slack_file_id,
        slack_channel=channel,
    )
    session.add(row)
    session.flush()
    return row.id


def get(session: Session, import_id: int) -> Imported:
    """Raises Refusal where there is none with that number."""
    return _told(session, _row(session, import_id))


def of_file(session: Session, slack_file_id: str) -> int | None:
    """The import of a file of Slack's; it may tell of one more than once."""
    return session.scalars(
        select(ImportRow.id).where(ImportRow.slack_file_id == slack_file_id).limit(1)
    ).first()


def newest(session: Session, most: int) -> list[Imported]:
    """Those that were brought in, or tried, the newest first."""
    shown = (ImportState.ARRIVING, ImportState.LOOKED, ImportState.DISCARDED)
    rows = session.scalars(
        select(ImportRow)
        .where(ImportRow.state.not_in(shown))
        .order_by(ImportRow.id.desc())
        .limit(most)
    )
    return [_told(session, row) for row in rows]


def looked(
    session: Session,
    import_id: int,
    found: Mapping[str, Any],
    choices: Mapping[str, Any],
    counts: Counts,
) -> None:
    """What a look at it found; from now on it waits for a yes."""
    row = _row(session, import_id, alone=True)
    row.state = ImportState.LOOKED
    row.found, row.choices, row.counts = dict(found), dict(choices), asdict(counts)
    session.flush()


def placed(session: Session, import_id: int, channel: str, ts: str) -> None:
    """Where its card stands."""
    row = _row(session, import_id)
    row.slack_channel, row.slack_ts = channel, ts


def under_way(session: Session) -> list[UnderWay]:
    rows = session.scalars(
        select(ImportRow).where(ImportRow.state == ImportState.RUNNING).with_for_update()
    )
    return [
        UnderWay(row.id, row.act_id, row.file_name, row.runner or "", row.beat_at or row.created_at)
        for row in rows
    ]


def claim(session: Session, import_id: int, runner: str, now: datetime) -> None:
    """Begins it, once: of two who press at the same moment, the second is refused."""
    row = _row(session, import_id, alone=True)
    if row.state not in (ImportState.ARRIVING, ImportState.LOOKED, ImportState.STOPPED):
        raise Refusal("import-already", file=row.file_name)
    row.state, row.runner, row.beat_at = ImportState.RUNNING, runner, now
    row.counts, row.act_id = {}, None
    session.execute(delete(ImportSkipRow).where(ImportSkipRow.import_id == import_id))
    session.flush()


def acts_under(session: Session, import_id: int, act_id: int) -> None:
    _row(session, import_id).act_id = act_id


def beat(session: Session, import_id: int, runner: str, now: datetime) -> None:
    """Says that the runner is still at it. Raises Refusal where it was given up for dead."""
    row = _row(session, import_id, alone=True)
    if row.state != ImportState.RUNNING or row.runner != runner:
        raise Refusal("import-lost", file=row.file_name)
    row.beat_at = now


def end(
    session: Session, import_id: int, state: ImportState, counts: Counts, now: datetime
) -> None:
    row = _row(session, import_id, alone=True)
    row.state, row.counts, row.ended_at, row.runner = state, asdict(counts), now, None
    if state not in (ImportState.DONE, ImportState.DISCARDED):
        row.act_id = None
    if state in ENDS:
        drop_bytes(session, import_id)
    session.flush()


def discard(session: Session, import_id: int, now: datetime) -> None:
    row = _row(session, import_id, alone=True)
    if row.state not in (ImportState.LOOKED, ImportState.STOPPED, ImportState.FAILED):
        raise Refusal("import-already", file=row.file_name)
    end(session, import_id, ImportState.DISCARDED, Counts(), now)


def undone(session: Session, import_id: int, kept: Sequence[str], now: datetime) -> None:
    row = _row(session, import_id, alone=True)
    row.state, row.undone_at, row.kept = ImportState.UNDONE, now, list(kept)


def skip(
    session: Session, import_id: int, skipped: Sequence[tuple[int, str, Mapping[str, Any]]]
) -> None:
    rows = [
        {"import_id": import_id, "line": line, "reason": reason, "facts": dict(facts)}
        for line, reason, facts in skipped
    ]
    scope.insert_all(session, ImportSkipRow, rows)


def skipped(session: Session, import_id: int) -> Iterator[tuple[int, str, dict[str, Any]]]:
    rows = session.execute(
        select(ImportSkipRow.line, ImportSkipRow.reason, ImportSkipRow.facts)
        .where(ImportSkipRow.import_id == import_id)
        .order_by(ImportSkipRow.line, ImportSkipRow.id)
    )
    yield from ((line, reason, facts) for line, reason, facts in rows)


def keep_bytes(session: Session, import_id: int, place: int, content: bytes) -> None:
    session.add(ImportPieceRow(import_id=import_id, place=place, content=content))
    session.flush()


def places(session: Session, import_id: int) -> int:
    """Of how many pieces its bytes are."""
    counted = select(func.count()).select_from(ImportPieceRow)
    return session.scalar(counted.where(ImportPieceRow.import_id == import_id)) or 0


def piece(session: Session, import_id: int, place: int) -> bytes:
    return session.scalars(
        select(ImportPieceRow.content).where(
            ImportPieceRow.import_id == import_id, ImportPieceRow.place == place
        )
    ).one()


def drop_bytes(session: Session, import_id: int) -> None:
    session.execute(delete(ImportPieceRow).where(ImportPieceRow.import_id == import_id))


def left_lying(session: Session, before: datetime) -> list[int]:
    """Those that nobody said yes or no to since."""
    waiting = (ImportState.ARRIVING, ImportState.LOOKED, ImportState.STOPPED, ImportState.FAILED)
    has_bytes = select(ImportPieceRow.import_id)
    return list(
        session.scalars(
            select(ImportRow.id).where(
                ImportRow.state.in_(waiting),
                ImportRow.created_at < before,
                ImportRow.id.in_(has_bytes),
            )
        )
    )


def _row(session: Session, import_id: int, *, alone: bool = False) -> ImportRow:
    row = session.get(ImportRow, import_id, with_for_update=alone or None)
    if row is None:
        raise Refusal("import-gone")
    return row


def _told(session: Session, row: ImportRow) -> Imported:
    by = session.get(PersonRow, row.by_id) if row.by_id is not None else None
    place = (row.slack_channel, row.slack_ts) if row.slack_channel and row.slack_ts else None
    return Imported(
        id=row.id,
        by=by.name if by is not None else None,
        by_id=row.by_id,
        act_id=row.act_id,
        file_name=row.file_name,
        state=ImportState(row.state),
        found=row.found,
        choices=row.choices,
        counts=Counts(**row.counts),
        kept=tuple(row.kept),
        created_at=row.created_at,
        ended_at=row.ended_at,
        undone_at=row.undone_at,
        place=place,
        slack_file_id=row.slack_file_id,
    )
