"""Capitalised words that are no names of ours, looked up like names: countries, grounds, competitions, bodies."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rumours.tagging.names.words.places import CITIES, COUNTRIES, GROUNDS, REGIONS
from rumours.tagging.names.words.things import COMPETITIONS
from rumours.tagging.tokens import words_of


class Entry(NamedTuple):
    """`kind` is country, people (the word for them), region, city, ground or thing; `country` where one is meant."""

    kind: str
    country: str = ""


def _country_entries() -> Iterator[tuple[str, Entry]]:
    for country, peoples in COUNTRIES.items():
        yield country, Entry("country", country)
        for people in peoples:
            yield people, Entry("people", country)
            if len(people) > 3 and people.isalpha():
                yield f"{people}s", Entry("people", country)


def _list(block: str) -> list[str]:
    """Names in a block of words that are separated by line ends, semicolons or single spaces between lone words."""
    return [name.strip() for name in re.split(r"[;\n]", block) if name.strip()]


def _phrases(block: str, kind: str) -> Iterator[tuple[str, Entry]]:
    return ((name, Entry(kind)) for name in _list(block))


def _by_words(entries: Iterable[tuple[str, Entry]]) -> dict[tuple[str, ...], Entry]:
    found: dict[tuple[str, ...], Entry] = {}
    for name, entry in entries:
        found.setdefault(words_of(name), entry)
    return found


_ENTRIES = _by_words(
    [
        *_country_entries(),
        *_phrases(COMPETITIONS, "thing"),
        *_phrases(REGIONS, "region"),
        *_phrases(CITIES, "city"),
        *_phrases(GROUNDS, "ground"),
    ]
)
_LONGEST: dict[str, int] = {}
for _words in _ENTRIES:
    _LONGEST[_words[0]] = max(len(_words), _LONGEST.get(_words[0], 0))


def longest_at(words: Sequence[str], first: int, reach: int) -> tuple[int, Entry] | None:
    """The longest entry that begins at word `first`: its last word, and what it is."""
    longest = min(_LONGEST.get(words[first], 0), reach + 1 - first)
    for length in range(longest, 0, -1):
        entry = _ENTRIES.get(tuple(words[first : first + length]))
        if entry is not None:
            return first + length - 1, entry
    return None


def entry_of(*words: str) -> Entry | None:
    """What these words are, or None."""
    return _ENTRIES.get(words)
