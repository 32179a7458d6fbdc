"""Telling whoever looks on that something in the played workspace has changed."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from bot.sandbox.wire import Json

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Change:
    """One piece of news for the page; `viewers` are the people it is for, None for all."""

    kind: str
    facts: Json = field(default_factory=dict)
    viewers: frozenset[str] | None = None

    @property
    def for_feed(self) -> Json:
        return {"type": self.kind, **self.facts}


class Changes:
    """Listeners are told at once; `until` waits for the news that makes something true."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Change], None]] = []
        self._waiting: set[asyncio.Event] = set()

    def listen(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Registers the listener, and gives what takes it off again."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, kind: str, viewers: frozenset[str] | None = None, **facts: object) -> None:
        change = Change(kind, facts, viewers)
        for listener in list(self._listeners):
            listener(change)
        for event in self._waiting:
            event.set()

    async def until(self, predicate: Callable[[], T], timeout: float = 5) -> T:  # noqa: ASYNC109 - read by tests as a sentence
        """Gives the predicate's first true answer; raises TimeoutError where none comes."""
        event = asyncio.Event()
        self._waiting.add(event)
        try:
            async with asyncio.timeout(timeout):
                while not (found := predicate()):
                    event.clear()
                    await event.wait()
        finally:
            self._waiting.discard(event)
        return found
