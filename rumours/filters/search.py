"""Search by name over players, clubs, people and sources: without accents; with slips where nothing else is found."""

from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process

from rumours.models import Club, Person, Player, Source
from rumours.models.entity import Entity, EntityQuerySet
from rumours.text import fold

MOST_ROWS = 20
MOST_CANDIDATES = 3000
MOST_GUESSES = 5
CLOSE_ENOUGH = 78  # of 100; "odegard" and "odegaard" are 93, "kane" and "kean" 75


@dataclass(frozen=True)
class Group:
    """Rows of one kind that bear the name; `more` says that there are others."""

    title: str
    rows: list[Any]
    more: bool


def search(query: str) -> list[Group]:
    """Public rows of whose names every word of `query` starts a word, exact names first; empty groups left out.

    One query for each kind.
    """
    return [group for title, rows in _kinds().items() if (group := _group(title, rows.named(query))).rows]


def guesses(query: str) -> list[Entity]:
    """Public rows whose names are spelt nearly so and start alike, the closest first, the shorter name of two as close.

    At most two queries for each kind.
    """
    folded = fold(query)
    if not folded:
        return []
    found = [pair for rows in _kinds().values() for pair in _close(folded, rows)]
    return [row for _, row in sorted(found, key=lambda pair: (-pair[0], len(pair[1].name)))[:MOST_GUESSES]]


def _kinds() -> dict[str, EntityQuerySet[Any]]:
    """What can be searched. A player who speaks is found as a player, a journalist as a source.

    With what is said beside a name and no more: PostgreSQL plans each further join for longer than it answers.
    """
    people = Person.objects.published().filter(player__isnull=True, source__isnull=True)
    return {
        "Players": Player.objects.published().select_related("club"),
        "Clubs": Club.objects.published().with_competition(),
        "People": people.select_related("club"),
        "Sources": Source.objects.published().with_outlet(),
    }


def _group(title: str, rows: EntityQuerySet[Any]) -> Group:
    found = list(rows[: MOST_ROWS + 1])
    return Group(title, found[:MOST_ROWS], len(found) > MOST_ROWS)


def _close(folded: str, rows: EntityQuerySet[Any]) -> list[tuple[float, Entity]]:
    """Rows with a name, or a word of a name, close to `folded`; each with how close, 0 to 100."""
    longest = max(folded.split(), key=len)
    alike = rows.filter(words__word=longest[:2]).order_by("-words__whole", "-words__rank", "words__row")
    closeness = {
        pk: best[1]
        for pk, column in alike.values_list("pk", "search")[:MOST_CANDIDATES]
        if (best := process.extractOne(folded, _spellings(column), scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH))
    }
    closest = sorted(closeness, key=lambda pk: -closeness[pk])[:MOST_GUESSES]
    return [(closeness[row.pk], row) for row in rows.filter(pk__in=closest)] if closest else []


def _spellings(column: str) -> list[str]:
    """The names in a search column, and each of their words."""
    names = [name.strip() for name in column.split("|") if name.strip()]
    return list(dict.fromkeys([*names, *(word for name in names for word in name.split())]))
