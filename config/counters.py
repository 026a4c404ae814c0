"""Numbers that all processes of a host count together: in one file, each process in a row of its own.

A process holds its row by a lock while it lives, and the next one goes on with it: so numbers only grow, whoever
answers, and none waits for another.
"""

import fcntl
import mmap
import os
from pathlib import Path

from rumours.versions.shared import reserve

CLASSES = ("1xx", "2xx", "3xx", "4xx", "5xx")
BUCKETS = (0.005, 0.025, 0.1, 0.5, 1.0, 5.0, 10.0)  # seconds; the last one is for all that took longer
_COLUMNS = (*CLASSES, *(f"le {edge}" for edge in BUCKETS), "longer", "microseconds")
_ROW, _ROWS = 8 * len(_COLUMNS), 256


class Counters:
    """The rows of a host; `add` writes into the own one, `totals` adds all up."""

    def __init__(self, path: Path | None) -> None:
        """`path`: the file, or None to count in this process alone. OSError where the file cannot be used."""
        self._file = -1
        if path is not None:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            reserve(self._file, _ROW * _ROWS)
        self._map = mmap.mmap(self._file, _ROW * _ROWS)
        self._words = memoryview(self._map).cast("Q")
        self._own = self._row() * len(_COLUMNS)

    def _row(self) -> int:
        """The first that no living process holds; the last one, for all that come later."""
        if self._file < 0:
            return 0
        for row in range(_ROWS - 1):
            try:
                fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, row)
            except OSError:
                continue
            return row
        return _ROWS - 1

    def add(self, status: int, seconds: float) -> None:
        """Count a request. Two threads that count at the same instant may make one of it."""
        bucket = next((place for place, edge in enumerate(BUCKETS) if seconds <= edge), len(BUCKETS))
        self._words[self._own + max(0, min(status // 100, 5) - 1)] += 1
        self._words[self._own + len(CLASSES) + bucket] += 1
        self._words[self._own + len(_COLUMNS) - 1] += int(seconds * 1_000_000)

    def close(self) -> None:
        """Leave the row to the next process."""
        self._words.release()
        self._map.close()
        if self._file >= 0:
            os.close(self._file)

    def totals(self) -> dict[str, int]:
        return {name: sum(self._words[place :: len(_COLUMNS)]) for place, name in enumerate(_COLUMNS)}
