"""Answers with kept pages before Django sees the request, and keeps those that Django makes."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings

from config import router
from config.pages.addresses import Addresses, Place
from config.pages.clock import holds, look, microseconds
from config.pages.entries import Entry, Headers, matches
from config.pages.filling import FILLING, Filling
from config.pages.memory import Memory
from config.pages.second_level import SecondLevel
from rumours.models.version import tell
from rumours.versions.keys import slot_of

Environ = dict[str, Any]
Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]

MEGABYTE = 1 << 20
PATIENCE = 2.0  # seconds to wait for another thread that makes the same page
# What asks for a part of an answer or for none: a page to be kept is asked for whole.
_CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE")


def kept(application: Application) -> Application:
    """The application behind its kept pages; itself where none are to be kept."""
    if not settings.PAGE_CACHE_MB:
        return application
    second = SecondLevel(settings.CACHE_URL) if settings.CACHE_URL else None
    return PageCache(application, Memory(settings.PAGE_CACHE_MB * MEGABYTE), second)


class PageCache:
    """A WSGI application around another."""

    def __init__(self, application: Application, memory: Memory, second: SecondLevel | None = None) -> None:
        self._application = application
        self.memory = memory
        self._second = second
        self._addresses = Addresses()
        self._makers: dict[str, list[Any]] = {}
        self._lock = threading.Lock()

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return self._application(environ, start)
        spelling = self._addresses.spelling(environ)
        if spelling is None:
            return self._application(environ, start)
        cookies = environ.get("HTTP_COOKIE")
        if cookies and router.writes_lately(cookies):
            look()  # who writes reads what he wrote, wherever that was
        address = self.memory.spelt(spelling)
        entry = self.memory.get(address) if address else None
        if entry is not None and holds(entry):
            return _answer(entry, environ, start)
        place = self._addresses.place(environ, spelling)
        if place is None:
            return self._application(environ, start)
        return self._once(place, spelling, environ, start)

    def _once(self, place: Place, spelling: str, environ: Environ, start: Start) -> Iterable[bytes]:
        """Found under the canonical address, or on the second level; else made, by one thread for all that ask."""
        with self._alone(place.address):
            entry = self.memory.get(place.address)
            if entry is None or not holds(entry):
                entry = self._from_second(place.address)
            if entry is None:
                return self._made(place, spelling, environ, start)
        self.memory.note(spelling, place.address)
        return _answer(entry, environ, start)

    def _from_second(self, address: str) -> Entry | None:
        entry = self._second.get(address) if self._second else None
        if entry is None or not holds(entry):
            return None
        self.memory.put(address, entry)
        return entry

    def _made(self, place: Place, spelling: str, environ: Environ, start: Start) -> Iterable[bytes]:
        begun, filling = microseconds(), Filling(place)
        inner = {name: value for name, value in environ.items() if name not in _CONDITIONS}
        inner |= {"REQUEST_METHOD": "GET", FILLING: filling}
        status, headers, body = _collected(self._application, inner)
        if not status.startswith("200 ") or filling.versions is None or _is_personal(headers):
            # As it is; Django would have answered the conditions, but only a 200 can meet them.
            start(status, headers)
            return [b"" if environ["REQUEST_METHOD"] == "HEAD" else body]
        tell(filling.versions)
        shown = tuple((slot_of(key), number) for key, number in filling.versions.items())
        entry = Entry(begun, shown, headers, body)
        if holds(entry):
            known = self.memory.put(place.address, entry)
            self.memory.note(spelling, place.address)
            if self._second and (known or not place.address.partition("?")[2]):
                self._second.put(place.address, entry)
        return _answer(entry, environ, start, headers)

    @contextmanager
    def _alone(self, address: str) -> Iterator[None]:
        """One thread at a time for each address. Who has waited for long goes on beside the other."""
        with self._lock:
            maker = self._makers.setdefault(address, [threading.Lock(), 0])
            maker[1] += 1
        held = maker[0].acquire(timeout=PATIENCE)
        try:
            yield
        finally:
            if held:
                maker[0].release()
            with self._lock:
                maker[1] -= 1
                if not maker[1]:
                    self._makers.pop(address, None)


def _answer(entry: Entry, environ: Environ, start: Start, made: Headers | None = None) -> Iterable[bytes]:
    """The whole page, its headers alone for HEAD, or 304. `made`: the headers of the very answer it was kept from."""
    asked = environ.get("HTTP_IF_NONE_MATCH")
    if asked and matches(asked, entry.etag):
        start("304 Not Modified", list(entry.unchanged))
        return []
    start("200 OK", list(entry.whole) if made is None else made)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [entry.body]


def _collected(application: Application, environ: Environ) -> tuple[str, Headers, bytes]:
    """The whole answer of an application."""
    said: list[Any] = []

    def start(status: str, headers: Headers, exc_info: Any = None) -> Callable[[bytes], None]:
        said[:] = [status, headers]
        return lambda written: None

    parts = application(environ, start)
    try:
        body = b"".join(parts)
    finally:
        close = getattr(parts, "close", None)
        if close is not None:
            close()
    return said[0], list(said[1]), body


def _is_personal(headers: Headers) -> bool:
    """Whether an answer is for one reader alone. No page of ours is; should one become so, it is not kept."""
    found = {name.lower(): value.lower() for name, value in headers}
    control = found.get("cache-control", "")
    return "set-cookie" in found or "public" not in control or found.get("vary", "") not in ("", "accept-encoding")
