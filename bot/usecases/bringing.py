"""An import from its first row to its last, and back: each step one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain.imported import Counts, Imported, ImportState, Undoing
from bot.domain.refusal import Refusal
from bot.usecases import followups
from bot.usecases.imports import Importer
from bot.usecases.sheets import Row
from store import facts, history, import_records, import_undo, imports, measures, nudges, outbox
from store.import_records import UnderWay

KIND = "import.told"
TOLD_WITHIN = timedelta(days=2)
KEPT_FOR = timedelta(days=7)
"""How long the bytes of a sheet are kept that nobody says yes or no to."""

Alive = Callable[[str, datetime, datetime], bool]
"""Whether a process that was heard of at some moment still lives now."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """An import whose process died on the way: nothing of it is there."""

    id: int
    file_name: str


def begin(
    session: Session, importer: Importer, import_id: int, runner: str, alive: Alive, now: datetime
) -> None:
    """Claims an import and opens its act. One at a time: two sheets could hold the same deals."""
    sweep(session, alive, now)
    for one in import_records.under_way(session):
        if one.id != import_id:
            raise Refusal("import-another", file=one.file_name)
    import_records.claim(session, import_id, runner, now)
    actor_id = import_records.get(session, import_id).by_id
    import_records.acts_under(session, import_id, importer.begin(session, actor_id))


def lay_aside(
    session: Session,
    importer: Importer,
    rows: list[Row],
    import_id: int,
    runner: str,
    now: datetime,
) -> None:
    """A batch of rows, where nobody sees them yet."""
    import_records.beat(session, import_id, runner, now)
    before = len(importer.report.skipped)
    importer.lay_aside(session, rows)
    skipped = importer.report.skipped[before:]
    told = [(line, one.key, {k: str(v) for k, v in one.facts.items()}) for line, one in skipped]
    import_records.skip(session, import_id, told)


def end(
    session: Session, importer: Importer, import_id: int, runner: str, now: datetime
) -> Imported:
    """Shows all of it at once, and promises to tell whoever brought it."""
    import_records.beat(session, import_id, runner, now)
    importer.end(session)
    counts = importer.report.counts
    import_records.end(session, import_id, ImportState.DONE, counts, now)
    _promise(session, import_id, now)
    return import_records.get(session, import_id)


def give_up(
    session: Session, import_id: int, runner: str, state: ImportState, now: datetime
) -> None:
    """Nothing of it is left, and whoever brought it is told so."""
    for one in import_records.under_way(session):
        if one.id == import_id and one.runner == runner:
            _sweep(session, one, state, now)


def sweep(session: Session, alive: Alive, now: datetime) -> list[Stopped]:
    """Takes away what imports left behind whose process died; those imports."""
    stopped = []
    for one in import_records.under_way(session):
        if not alive(one.runner, one.beat_at, now):
            _sweep(session, one, ImportState.STOPPED, now)
            stopped.append(Stopped(one.id, one.file_name))
    for import_id in import_records.left_lying(session, now - KEPT_FOR):
        import_records.end(session, import_id, ImportState.DISCARDED, Counts(), now)
    return stopped


def _sweep(session: Session, one: UnderWay, state: ImportState, now: datetime) -> None:
    import_records.end(session, one.id, state, Counts(), now)
    if one.act_id is not None:
        imports.sweep(session, one.act_id)
    _promise(session, one.id, now)


def _promise(session: Session, import_id: int, now: datetime) -> None:
    """A letter for whoever dropped the sheet into Slack; the command line tells by itself."""
    one = import_records.get(session, import_id)
    if one.by_id is not None and one.place is not None:
        outbox.promise(
            session,
            recipient_id=one.by_id,
            kind=KIND,
            facts={"import_id": import_id, "state": one.state.value},
            dedup_key=f"{KIND}:{import_id}:{one.state.value}:{now.isoformat()}",
            now=now,
            expires_at=now + TOLD_WITHIN,
        )


def look_back(session: Session, import_id: int) -> tuple[Imported, Undoing]:
    """What undoing an import would do now. Raises Refusal where there is nothing to undo."""
    one = undoable(session, import_id)
    return one, import_undo.preview(session, one.act_id or 0)


def undo(
    session: Session, import_id: int, actor_id: int | None, now: datetime
) -> tuple[Imported, Undoing]:
    """Takes a whole import back; names the deals that stay since somebody worked on them."""
    one = undoable(session, import_id)
    act_id = one.act_id or 0
    act = history.begin(session, actor_id, "undo.import", now)
    came_to, deal_ids = import_undo.undo(act, act_id)
    import_records.undone(session, import_id, came_to.kept, now)
    facts.forget_weeks(session)
    measures.forget_touch(session, act_id, deal_ids)
    followups.redraw_questions(act, sorted(nudges.bundles_about(session, deal_ids)))
    return import_records.get(session, import_id), came_to


def undoable(session: Session, import_id: int) -> Imported:
    """An import that can be taken back. Raises Refusal for one that was, or never ended."""
    one = import_records.get(session, import_id)
    if one.state is ImportState.UNDONE:
        raise Refusal("import-undone-already", file=one.file_name)
    if one.state is not ImportState.DONE or one.act_id is None:
        raise Refusal("import-nothing-there", file=one.file_name)
    return one
