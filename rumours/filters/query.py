"""What a reader asked for in an address: bounded, blank-free, in one order; the unknown is dropped."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urlencode

from django.http import HttpRequest

LONGEST_QUERY = 4096
MOST_VALUES = 50
LONGEST_VALUE = 140  # as long as the longest short name of a row
CURSOR = "after"
PAGE_SIZE = 25


class BadQuery(ValueError):
    """A known parameter holds what it may not. The value itself is never repeated to the reader."""

    def __init__(self, parameter: str, allowed: str) -> None:
        super().__init__(f"{parameter}: {allowed}")
        self.parameter = parameter
        self.allowed = allowed


class NoSuchRow(BadQuery):
    """A parameter is written as it should be, and names a row that readers do not have."""


@dataclass(frozen=True)
class Asked:
    """The parameters of one address, each with its values; `path` is the page they belong to, `size` its rows."""

    path: str
    values: Mapping[str, list[str]] = field(default_factory=dict)
    size: int = PAGE_SIZE

    def one(self, name: str) -> str:
        """The value of a parameter that takes one (empty: not given). Raises BadQuery where it is repeated."""
        found = self.values.get(name, [])
        if len(found) > 1:
            raise BadQuery(name, "one value only")
        return found[0] if found else ""

    def address(self, **changes: list[str]) -> str:
        """The page's address with some parameters replaced (an empty list drops one), without the cursor."""
        values = {**self.values, CURSOR: [], **changes}
        query = "&".join([_pair(name, value) for name, chosen in values.items() for value in chosen])
        return f"{self.path}?{query}" if query else self.path

    def without(self, name: str, value: str) -> str:
        """The page's address without one value."""
        return self.address(**{name: [kept for kept in self.values.get(name, []) if kept != value]})

    @property
    def canonical(self) -> str:
        """The one address of this page: known parameters only, in one order, the cursor included."""
        return self.address(**{CURSOR: self.values.get(CURSOR, [])})


@lru_cache(maxsize=1024)
def _pair(name: str, value: str) -> str:
    """One value as an address has it; each chip of a page names all of them."""
    return urlencode([(name, value)])


def asked(request: HttpRequest, known: Iterable[str], size: int = PAGE_SIZE) -> Asked:
    """What a request asks for among the `known` parameters, in their order, each value once.

    Raises BadQuery for an address that is too long, and for values that are too many, too long or hold a NUL.
    """
    if len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY:
        raise BadQuery("the address", f"at most {LONGEST_QUERY:,} characters after the question mark")
    given = dict(request.GET.lists())
    values = {name: _values(name, given[name]) for name in known if name in given}
    return Asked(request.path, {name: chosen for name, chosen in values.items() if chosen}, size)


def _values(name: str, given: list[str]) -> list[str]:
    chosen = sorted({value.strip() for value in given} - {""})
    if len(given) > MOST_VALUES:
        raise BadQuery(name, f"at most {MOST_VALUES} values")
    if any(len(value) > LONGEST_VALUE or "\0" in value for value in chosen):
        raise BadQuery(name, f"at most {LONGEST_VALUE} characters, none of them a NUL")
    return chosen
