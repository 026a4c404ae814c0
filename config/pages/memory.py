"""Pages in the memory of one process, up to a number of bytes.

What was asked for once waits in a quarter of it, so that a crawler or somebody who tries out filters pushes out only
what others of his kind left; what was asked for again stays in the rest. Both forget the longest unasked first.
"""

import threading
from collections import OrderedDict
from contextlib import suppress

from config.pages.entries import Entry

NEW_SHARE = 4  # one in four
LARGEST_SHARE = 16  # no single page takes more than this part
ALIAS = 400  # bytes that another spelling of an address costs, beside itself
LONGEST_ALIAS = 500


class Memory:
    """Entries by their canonical address; found also by the spellings under which they were asked for."""

    def __init__(self, most: int) -> None:
        """`most`: bytes."""
        self.most = most
        self.size = 0  # of the pages; spellings come on top, within `most`
        self._new_size = self._spelling_size = 0
        self._new: OrderedDict[str, Entry] = OrderedDict()
        self._old: OrderedDict[str, Entry] = OrderedDict()
        self._spellings: OrderedDict[str, str] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._new) + len(self._old)

    def spelt(self, asked: str) -> str | None:
        """The canonical address that was noted for a spelling."""
        return self._spellings.get(asked)

    def note(self, asked: str, address: str) -> None:
        """Remember what a spelling means; at most a quarter of the bytes goes to these."""
        if len(asked) > LONGEST_ALIAS:
            return
        with self._lock:
            if asked not in self._spellings:
                self._spellings[asked] = address
                self._spelling_size += ALIAS + len(asked) + len(address)
            self._make_room()

    def get(self, address: str) -> Entry | None:
        entry = self._old.get(address)
        if entry is not None:
            with suppress(KeyError):  # another thread has just dropped it
                self._old.move_to_end(address)
            return entry
        entry = self._new.get(address)
        if entry is not None:
            self._promote(address)
        return entry

    def put(self, address: str, entry: Entry) -> bool:
        """Keep a page; whether it was asked for before. One that is too large is not kept."""
        with self._lock:
            known = self._remove(address)
            if entry.size * LARGEST_SHARE > self.most:
                return False
            shelf = self._old if known else self._new
            shelf[address] = entry
            self.size += entry.size
            self._new_size += 0 if known else entry.size
            self._make_room()
        return known

    def _promote(self, address: str) -> None:
        with self._lock:
            entry = self._new.pop(address, None)
            if entry is not None:
                self._new_size -= entry.size
                self._old[address] = entry

    def _remove(self, address: str) -> bool:
        """Drop a page; whether it was here. One that was replaced counts as asked for again."""
        entry = self._new.pop(address, None)
        if entry is not None:
            self._new_size -= entry.size
        else:
            entry = self._old.pop(address, None)
        if entry is not None:
            self.size -= entry.size
        return entry is not None

    def _make_room(self) -> None:
        while self._new_size * NEW_SHARE > self.most:
            self._drop_first(self._new)
        while self._spelling_size * NEW_SHARE > self.most:
            self._drop_spelling()
        while self.size + self._spelling_size > self.most:
            self._drop_first(self._old or self._new)

    def _drop_first(self, shelf: OrderedDict[str, Entry]) -> None:
        _, entry = shelf.popitem(last=False)
        self.size -= entry.size
        if shelf is self._new:
            self._new_size -= entry.size

    def _drop_spelling(self) -> None:
        asked, address = self._spellings.popitem(last=False)
        self._spelling_size -= ALIAS + len(asked) + len(address)
