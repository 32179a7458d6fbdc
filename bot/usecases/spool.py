"""Changes noted down for later in a file of their own, so that many of them need no memory."""

import pickle
import tempfile
from collections.abc import Iterator
from typing import Any
from weakref import finalize

MOST_IN_MEMORY = 1_000_000


class Spool:
    """Pairs of an id and what is to become of it, in the order in which they were put."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(MOST_IN_MEMORY)  # noqa: SIM115 - lives as long as we
        finalize(self, self._file.close)
        self._count = 0

    def put(self, row_id: int, changes: dict[str, Any]) -> None:
        pickle.dump((row_id, changes), self._file)
        self._count += 1

    def batches(self, size: int) -> Iterator[list[tuple[int, dict[str, Any]]]]:
        self._file.seek(0)
        for start in range(0, self._count, size):
            several = range(min(size, self._count - start))
            yield [pickle.load(self._file) for _ in several]  # noqa: S301 - our own, of a moment ago
