"""Numbers that all processes of one host share: a file of fixed places, mapped into each of them.

Reading a number is reading eight bytes. Numbers only ever rise: writers take a lock on the file and leave alone what is
higher already, so it does not matter in which order two of them come. Nothing rests on the file but speed: what was not
written, because a process was killed, is brought in from the database (`rumours.models.version.catch_up`).
"""

import fcntl
import mmap
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

WORD = 8


def reserve(file: int, length: int) -> None:
    """Give a file so many bytes, all of them on the disk; OSError where there is no room.

    Without that whoever writes into a mapped page that finds no room later is killed by SIGBUS.
    """
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(file, 0, length)
    elif os.fstat(file).st_size < length:  # macOS
        os.truncate(file, length)


class SharedNumbers:
    """`size` whole numbers from 0 to 2**64 - 1, in the file `path`, or in this process alone where there is none."""

    def __init__(self, path: Path | None, size: int) -> None:
        self._path, length = path, size * WORD
        with self._opened() as file:
            if file >= 0:
                reserve(file, length)
            self._map = mmap.mmap(file, length)
        # One access is one load or store of an aligned word: no reader sees half a number.
        self.words = memoryview(self._map).cast("Q")

    def raise_to(self, numbers: Mapping[int, int]) -> None:
        """Write each number to its place, unless a higher one stands there."""
        words = self.words
        with self.held():
            for place, number in numbers.items():
                if words[place] < number:
                    words[place] = number

    def at(self, places: Iterable[int]) -> list[int]:
        """The numbers at these places."""
        return [self.words[place] for place in places]

    @contextmanager
    def held(self) -> Iterator[None]:
        """The lock of the file; a process that dies lets go of it."""
        with self._opened() as file:
            if file >= 0:
                fcntl.flock(file, fcntl.LOCK_EX)
            yield

    @contextmanager
    def _opened(self) -> Iterator[int]:
        """The file, or -1 where there is none."""
        if self._path is None:
            yield -1
            return
        file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o660)
        try:
            yield file
        finally:
            os.close(file)
