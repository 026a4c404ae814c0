"""A page as it is kept: bytes and headers ready to be sent, the versions it shows, and when it was begun."""

import json
from dataclasses import dataclass, field

Headers = list[tuple[str, str]]
OVERHEAD = 1500  # bytes of an entry's own objects, about
# What belongs to one answer only. The server adds a date of its own.
OF_ONE_ANSWER = {"x-request-id", "date", "server", "server-timing", "connection", "content-length", "set-cookie"}
# What says something of the body: a 304 has none.
_OF_A_BODY = {"content-type", "content-encoding", "content-language"}


@dataclass(slots=True)
class Entry:
    """`begun` in microseconds since 1970, taken before anything was read; `shown` as (place, number) of versions."""

    begun: int
    shown: tuple[tuple[int, int], ...]
    headers: Headers
    body: bytes
    etag: str = ""
    unchanged: Headers = field(default_factory=list)
    whole: Headers = field(default_factory=list)
    size: int = 0

    def __post_init__(self) -> None:
        kept = [(name, value) for name, value in self.headers if name.lower() not in OF_ONE_ANSWER]
        self.headers = kept
        self.etag = next((value for name, value in kept if name.lower() == "etag"), "")
        self.whole = [*kept, ("Content-Length", str(len(self.body)))]
        self.unchanged = [(name, value) for name, value in kept if name.lower() not in _OF_A_BODY]
        self.size = len(self.body) + 2 * sum(len(name) + len(value) for name, value in kept) + OVERHEAD

    def pack(self) -> bytes:
        """As the second level holds it."""
        head = json.dumps([self.begun, self.shown, self.headers]).encode()
        return len(head).to_bytes(4, "big") + head + self.body


def unpack(packed: bytes) -> Entry | None:
    """The entry, or None for what is none."""
    length = int.from_bytes(packed[:4], "big")
    try:
        begun, shown, headers = json.loads(packed[4 : 4 + length])
        return Entry(
            int(begun),
            tuple((int(place), int(number)) for place, number in shown),
            [(str(name), str(value)) for name, value in headers],
            packed[4 + length :],
        )
    except (ValueError, TypeError):
        return None


def matches(asked: str, etag: str) -> bool:
    """Whether an If-None-Match header names this ETag; weakly, since a server in front may compress."""
    if not etag:
        return False
    strong = etag.removeprefix("W/")
    return any(part.strip().removeprefix("W/") in (strong, "*") for part in asked.split(","))
