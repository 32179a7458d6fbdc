"""Brings a sheet in slice by slice, between what others do, so that a long one holds up nobody."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import structlog

from bot import runners
from bot.clock import Clock
from bot.domain import importing
from bot.domain.imported import Choices, Counts, Imported, ImportState, Look
from bot.domain.refusal import Refusal
from bot.usecases import bringing, imports, sheet_looks, sheets
from bot.usecases.imports import Importer, Options
from store import import_records, workspaces
from store.engine import Store

log = structlog.get_logger(__name__)

PAUSE_SECONDS = 0.02
"""Between slices, for writers of other processes, who can only try again now and then."""

Tell = Callable[[int], Awaitable[None]]


class Bringing:
    """The imports of this process; told to stop, they leave nothing and say so."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._stopped = False

    def stop(self) -> None:
        self._stopped = True

    async def sweep(self, workspace_id: int) -> list[bringing.Stopped]:
        """What died on the way is taken away, and told."""
        return await self._store.transact(
            workspace_id, bringing.sweep, runners.is_alive, self._clock()
        )

    async def look(
        self, workspace_id: int, path: Path, choices: Choices
    ) -> tuple[Look, Counts, Options]:
        """What a sheet is and what would become of its rows; nothing is written."""
        reading = await asyncio.to_thread(sheet_looks.read, path, choices)
        importer = Importer(reading.options, self._clock())
        if importing.is_enough(reading.columns):
            slices = sheet_looks.batches(path)
            while rows := await asyncio.to_thread(next, slices, None):
                await self._store.read(workspace_id, sheet_looks.count, importer, rows, reading)
        told = await self._store.read(workspace_id, sheet_looks.told, reading, importer)
        return told, importer.report.counts, reading.options

    async def keep(self, workspace_id: int, import_id: int, content: bytes) -> None:
        """Keeps a sheet's bytes, so that whatever dies meanwhile it can be brought in."""
        for place, start in enumerate(range(0, len(content), import_records.PIECE)):
            piece = content[start : start + import_records.PIECE]
            await self._store.transact(
                workspace_id, import_records.keep_bytes, import_id, place, piece
            )

    async def fetch(self, workspace_id: int, import_id: int, path: Path) -> None:
        """Writes the kept bytes to a file, piece by piece."""
        count = await self._store.read(workspace_id, import_records.places, import_id)
        with path.open("wb") as file:
            for place in range(count):
                piece = await self._store.read(workspace_id, import_records.piece, import_id, place)
                file.write(piece)

    async def sweep_all(self) -> None:
        """At the beginning: what an earlier process left is taken away, and told."""
        for one in await self._store.read(None, workspaces.all_of_them):
            await self.sweep(one.id)

    async def bring(
        self, workspace_id: int, import_id: int, path: Path, importer: Importer, tell: Tell
    ) -> Imported:
        """The import as it ended. Raises what went wrong, after all of it was taken back."""
        runner = runners.myself()
        await self._store.transact(
            workspace_id,
            bringing.begin,
            importer,
            import_id,
            runner,
            runners.is_alive,
            self._clock(),
        )
        work = self._work(workspace_id, import_id, path, importer, tell)
        (ended,) = await asyncio.gather(work, return_exceptions=True)
        if isinstance(ended, Imported):
            return ended
        state = ImportState.STOPPED if self._stopped else ImportState.FAILED
        log.warning("import.given_up", number=import_id, reason=repr(ended)[:200])
        await self._store.transact(
            workspace_id, bringing.give_up, import_id, runner, state, self._clock()
        )
        raise ended

    async def _work(
        self, workspace_id: int, import_id: int, path: Path, importer: Importer, tell: Tell
    ) -> Imported:
        runner, done = runners.myself(), 0
        with sheets.opened(path) as sheet:
            slices = imports.batches(sheet.rows)
            while rows := await asyncio.to_thread(next, slices, None):
                if self._stopped:
                    raise Refusal("import-stopped")
                await self._store.transact(
                    workspace_id,
                    bringing.lay_aside,
                    importer,
                    rows,
                    import_id,
                    runner,
                    self._clock(),
                )
                done += len(rows)
                await tell(done)
                await asyncio.sleep(PAUSE_SECONDS)
        return await self._store.transact(
            workspace_id, bringing.end, importer, import_id, runner, self._clock()
        )
