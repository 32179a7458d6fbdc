"""Brings a sheet in slice by slice, between what others do, so that a long one holds up nobody."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import structlog

from bot import runners
from bot.clock import Clock
from bot.domain.imported import Imported, ImportState
from bot.domain.refusal import Refusal
from bot.usecases import bringing, imports, sheets
from bot.usecases.imports import Importer
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
