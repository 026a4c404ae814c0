"""Every address of the desk, read from its resolver, with a made-up key where one is asked for."""

from collections.abc import Iterator

from django.contrib import admin
from django.urls import URLPattern, URLResolver

from rumours.accounts.gate import OPEN

KEY = 4711  # of every row that a test asks for; no sequence reaches it
WORD = "publish"  # a step that every row of that kind knows
# Routes that are regular expressions.
WRITTEN_OUT = {
    r"^(?P<app_label>auth|rumours)/$": "rumours/",
    "(?P<url>.*)$": "nothing/",
    "^([^/]+)/history/([^/]+)/$": f"{KEY}/history/{KEY}/",
}


def walk(patterns: "list[URLPattern | URLResolver]", before: str = "/admin/") -> Iterator[tuple[str, str]]:
    """(name, address) of every pattern, those of nested ones included."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from walk(pattern.url_patterns, before + spelt(str(pattern.pattern)))
        else:
            route = str(pattern.pattern)
            yield pattern.name or "", before + WRITTEN_OUT.get(route, spelt(route))


def spelt(route: str) -> str:
    """A route with a value for each of its parts."""
    pieces: list[str] = []
    for piece in route.split("<"):
        part, closed, rest = piece.partition(">")
        if not closed:
            pieces.append(piece)
            continue
        kind, _, _ = part.rpartition(":")
        pieces.append((WORD if kind == "slug" else str(KEY)) + rest)
    return "".join(pieces)


EVERY = sorted(set(walk(admin.site.get_urls())))
DESK = [address for name, address in EVERY if f"admin:{name}" not in OPEN]
OUTSIDE = ["/articles/1-headline/preview/"]
