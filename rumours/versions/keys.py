"""The names of versions, and the place of each in a table of fixed size.

`club:5` is the club with the id 5: all that its page shows beside names. Ids are folded, so that neither the table nor
the shared memory grows with the site: two rows that share a name only drop each other's pages more often than needed.
"""

from itertools import accumulate

# How many names each kind has. One kind's may be made smaller or larger only together with a new FORMAT.
FAMILIES = {
    "club": 4096,
    "player": 16384,
    "link": 16384,
    "article": 16384,
    "source": 2048,
    "person": 4096,
    "window": 256,
}  # fmt: skip
# Whatever other pages show of a row (name, address, colours, calendar); any list; hours at which pages change.
NAMES, LISTS, HOURS = "names", "links", "hours"
SINGLE = (NAMES, LISTS, HOURS)
FORMAT = 1
# In the environ of a request: the versions that the page cache has read before all else of the page.
READ_BEFORE = "rumours.versions"

_FIRST = dict(zip(FAMILIES, accumulate(FAMILIES.values(), initial=len(SINGLE)), strict=False))
SLOTS = len(SINGLE) + sum(FAMILIES.values())


def key_of(family: str, pk: int) -> str:
    """The name of a row's version: "club", 5 -> "club:5"."""
    return f"{family}:{pk % FAMILIES[family]}"


def slot_of(key: str) -> int:
    """The place of a name, from 0; each has its own. ValueError for what is no name of a version."""
    if key in SINGLE:
        return SINGLE.index(key)
    family, _, number = key.partition(":")
    if family not in FAMILIES or not (number.isascii() and number.isdigit()):
        raise ValueError(f"no version is called {key!r}")
    return _FIRST[family] + int(number) % FAMILIES[family]
