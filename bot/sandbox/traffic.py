"""The inspector's log: what went between Slack and the app, newest last, the oldest forgotten."""

import itertools
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from bot.sandbox.changes import Changes
from bot.sandbox.clock import SandboxClock
from bot.sandbox.wire import Json

MOST_ENTRIES = 1_000

Direction = Literal["to_app", "from_app"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    id: int
    at: str
    direction: Direction
    title: str
    status: int
    error: str | None
    detail: str | None
    ms: float
    request: Any
    response: Any

    @property
    def for_page(self) -> Json:
        return {name: getattr(self, name) for name in self.__slots__}


class Traffic:
    def __init__(
        self,
        clock: SandboxClock,
        changes: Changes,
        stopwatch: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._clock = clock
        self._changes = changes
        self._numbers = itertools.count(1)
        self._entries: deque[Entry] = deque(maxlen=MOST_ENTRIES)
        self.stopwatch = stopwatch

    @property
    def entries(self) -> list[Entry]:
        return list(self._entries)

    def find(self, title: str, direction: Direction | None = None) -> list[Entry]:
        """The entries whose title begins so."""
        return [
            one
            for one in self._entries
            if one.title.startswith(title) and direction in (None, one.direction)
        ]

    def note(
        self,
        direction: Direction,
        title: str,
        began: float,
        *,
        request: Any,
        response: Any,
        status: int = 200,
        error: str | None = None,
        detail: str | None = None,
    ) -> Entry:
        """Writes one exchange down; `began` is the stopwatch's reading at its start."""
        entry = Entry(
            id=next(self._numbers),
            at=self._clock().isoformat().replace("+00:00", "Z"),
            direction=direction,
            title=title,
            status=status,
            error=error,
            detail=detail,
            ms=round((self.stopwatch() - began) * 1000, 2),
            request=request,
            response=response,
        )
        self._entries.append(entry)
        self._changes.tell("traffic", entry=entry.for_page)
        return entry

    def clear(self) -> None:
        self._entries.clear()
