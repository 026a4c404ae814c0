"""Names while they are typed: what the database needs for two to eight letters, at its slowest hundredth."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from tests.benchmarks.figures import Figure, at_most, percentile
from tests.benchmarks.plan import POSTGRES, SQLITE, Plan

P99 = at_most(2.0)
LETTERS = range(2, 9)
MOST_SECONDS = 30  # a slow database is asked for fewer names
# Where names are typed: the search box of readers, and a field of the admin that picks a player.
BOXES = {
    "search box": "/search/?q=",
    "admin": "/admin/autocomplete/?app_label=rumours&model_name=mention&field_name=player&term=",
}


def figures(plan: Plan) -> Iterator[Figure]:
    for kind in (POSTGRES, SQLITE):
        with plan.site(kind, plan.large) as site:
            for box, address in BOXES.items():
                paths = [address + quote(typed) for typed in beginnings(site.names)]
                found = [1000 * each for each in site.lookups(paths, MOST_SECONDS)]
                yield Figure(f"type-ahead, {box}, {kind}: p99 of {len(found)}", [percentile(found, 0.99)], P99, "ms")


def beginnings(names: Sequence[str]) -> list[str]:
    """What somebody has typed so far of first names and surnames: of each name one beginning, 2 to 8 letters long."""
    found = []
    for place, name in enumerate(names):
        words = name.split()
        word = words[place % len(words)]
        found.append(word[: LETTERS[place % len(LETTERS)]])
    return found
