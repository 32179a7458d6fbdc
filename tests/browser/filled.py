"""The sample company's database: filled once for all stories that begin alike, and copied."""

import sqlite3
from contextlib import closing
from datetime import datetime

from bot.sandbox.demo import fill
from store.engine import Store

_FILLED: dict[datetime, sqlite3.Connection] = {}


def filled(store: Store, now: datetime) -> None:
    """Fills a store as the demo does. Stories that begin within the same minute begin alike."""
    minute = now.replace(second=0, microsecond=0)
    path = str(store.engine.url.database)
    if minute not in _FILLED:
        fill(store, now)
        _FILLED[minute] = sqlite3.connect(":memory:", check_same_thread=False)
        with closing(sqlite3.connect(path)) as full:
            full.backup(_FILLED[minute])
        return
    with closing(sqlite3.connect(path)) as empty:
        _FILLED[minute].backup(empty)
