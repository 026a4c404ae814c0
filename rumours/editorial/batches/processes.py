"""Other processes that read articles, each with the names as they were when it began.

They are forked, so the names, which take seconds to build and much memory, are shared; no connection to a database is
open while that happens, and they never open one. Where a system cannot fork this process reads by itself.
"""

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any

from django.db import connections

from rumours.editorial.batches.reading import Reader, Reading, Tagged
from rumours.editorial.batches.sending import send_by_value
from rumours.intake import IntakeError

Named = tuple[str, Reading]
Read = tuple[str, Reading, Tagged | IntakeError]
# Articles sent to a process at a time, and how many such packets wait for each: enough that none waits while a batch is
# stored; more would only fill the memory.
PACKET, AHEAD = 8, 5
# Fewer articles than this are read sooner than processes are begun.
FEW = 16
# Seconds between two looks whether the process that wants the articles is still there.
WATCHED_EVERY = 1.0

_own: list[Reader] = []


class ProcessKilled(RuntimeError):
    """A process that read articles ended before its time; what it was at was not read."""

    def __init__(self) -> None:
        super().__init__("a process that reads articles was killed (had it enough memory?)")


def read_all(items: Iterable[Named], reader: Reader, jobs: int) -> Iterator[Read]:
    """Each item with what was read, in their order, with only as many under way as keep the processes busy.

    Raises ProcessKilled.
    """
    several = iter(items)
    first = list(islice(several, FEW))
    if jobs < 2 or len(first) < FEW or "fork" not in multiprocessing.get_all_start_methods():
        for name, reading in (item for part in (first, several) for item in part):
            yield name, reading, reader.read(reading)
        return
    pool = _pool(reader, jobs)
    try:
        yield from _through(pool, (item for part in (first, several) for item in part), jobs)
    except BrokenProcessPool as error:
        raise ProcessKilled from error
    finally:
        pool.shutdown(cancel_futures=True)


def _through(pool: ProcessPoolExecutor, items: Iterator[Named], jobs: int) -> Iterator[Read]:
    under_way: deque[tuple[list[Named], Future[list[Tagged | IntakeError]]]] = deque()

    def send() -> None:
        packet = list(islice(items, PACKET))
        if packet:
            under_way.append((packet, pool.submit(_read_packet, [reading for _, reading in packet])))

    for _ in range(AHEAD * jobs):
        send()
    while under_way:
        packet, coming = under_way.popleft()
        found = coming.result()
        send()
        for (name, reading), read in zip(packet, found, strict=True):
            yield name, reading, read


def _pool(reader: Reader, jobs: int) -> ProcessPoolExecutor:
    """Its processes are forked here and now: the connections may be used again as soon as this returns."""
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close()
            close_pool: Any = getattr(connection, "close_pool", None)
            if close_pool is not None:
                close_pool()
    send_by_value()
    gc.freeze()  # what is there now stays: to look at it again would copy it into every process
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), _begin, (reader, os.getpid()))
    pool.submit(os.getpid).result()
    return pool


def _begin(reader: Reader, parent: int) -> None:
    """In a process that was just begun: Ctrl-C is for the parent, and without it there is nothing left to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _own.append(reader)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(WATCHED_EVERY)
    os._exit(1)


def _read_packet(readings: list[Reading]) -> list[Tagged | IntakeError]:
    return [_own[0].read(reading) for reading in readings]
