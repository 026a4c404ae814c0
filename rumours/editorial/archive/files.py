"""Opening an archive by its name: gzip where it ends in .gz, standard input and output as "-"."""

import gzip
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO, cast

from rumours.editorial.archive.errors import ArchiveError


@contextmanager
def open_to_write(name: str) -> Iterator[BinaryIO]:
    """A new file, for its owner alone (it holds drafts too): under its name only when it is whole, else it is gone.

    Raises ArchiveError where there is such a file already; OSError as the system has it.
    """
    if name == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(name)
    if path.exists():
        raise ArchiveError(f"{name} is there already")
    descriptor, beside = mkstemp(prefix=f"{path.name}.", suffix=".partial", dir=path.parent)
    try:
        with ExitStack() as stack:
            file = stack.enter_context(os.fdopen(descriptor, "wb"))
            yield _compressed(file, stack) if name.endswith(".gz") else cast(BinaryIO, file)
            stack.pop_all().close()
            with Path(beside).open("rb") as written:
                os.fsync(written.fileno())
        _give_name(beside, path)
    finally:
        Path(beside).unlink(missing_ok=True)


def _give_name(beside: str, path: Path) -> None:
    """Two exports into one name each write a file of their own: who ends second does not overwrite the first."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise ArchiveError(f"{path} is there already") from None
    except OSError:  # a file system without second names
        Path(beside).rename(path)


@contextmanager
def open_to_read(name: str) -> Iterator[BinaryIO]:
    """The bytes of an archive, unpacked. Raises OSError where it cannot be read."""
    if name == "-":
        yield sys.stdin.buffer
    elif name.endswith(".gz"):
        with gzip.open(name, "rb") as packed:
            yield cast(BinaryIO, packed)
    else:
        with Path(name).open("rb", buffering=1 << 20) as file:
            yield file


def _compressed(file: BinaryIO, stack: ExitStack) -> BinaryIO:
    """Without name and time, so that the same rows are the same bytes."""
    return cast(BinaryIO, stack.enter_context(gzip.GzipFile("", "wb", compresslevel=5, fileobj=file, mtime=0)))
