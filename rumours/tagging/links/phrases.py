"""Wordings as data: a compact notation, and finding all of them in a line in one pass.

A phrase is written as its words, apart by spaces:

- `want|wants|wanted`  one of these words;
- `[the|a]`            one of these, or nothing;
- `..3`                up to three words of any kind, but no end of clause;
- `_3`                 the same, and none of them names a player, club or person;
- `P` `C` `N` `S`      a name of that kind; `B` is a buyer (a club, or a person who acts for one), `F` the selling club;
- `+P` `+B` `+F`       the name with what describes it in front: "Milan's Swiss defender P", "Serie A side C";
- `[+P]`               the same, or nothing.

`{name}` stands for a set of words from the table handed to `Phrasebook`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from operator import itemgetter
from typing import Any, ClassVar, Generic, TypeVar

from rumours.tagging.links.lines import Line, Word, places_of
from rumours.tagging.links.matching import Match, compiled, openings, parsed
from rumours.tagging.names.words import listed as word_set

Tag = TypeVar("Tag")

_SET = re.compile(r"\{(\w+)\}")
_COMMON = word_set(
    "P C N , 's the a an to of in for on at with by from and is are was be been has have had his he their"
)


@dataclass(slots=True)
class Hit(Generic[Tag]):
    """A phrase found: words `first`..`last` (inclusive); `slots` are the places of the names it holds, `said` those of
    the words that it spells out (not the ones a gap let through)."""

    tag: Tag
    first: int
    last: int
    slots: Mapping[str, int]
    said: frozenset[int] = frozenset()

    def outdoes(self, other: "Hit[Tag]") -> bool:
        """Whether the other spells out only a part of the words that this one does."""
        return other.said < self.said


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[Tag]):
    """`openings` are the words it may begin with, `needs` the sets of which each must have a word in the line.

    `match` tells whether it stands at a word; `number` is its place among the phrases of all books.
    """

    book: int
    number: int
    match: Match
    openings: frozenset[str]
    needs: tuple[frozenset[str], ...]
    tag: Tag


class Phrasebook(Generic[Tag]):
    """Phrases, each with a tag, found by the rarest word that each cannot do without.

    All books share one index, so that a line is read once for all of them.
    """

    _books: ClassVar[Iterator[int]] = count()
    _shelf: ClassVar["_Shelf"] = {}
    _numbers: ClassVar[Iterator[int]] = count()

    def __init__(self, phrases: Sequence[tuple[str, Tag]], sets: Mapping[str, str]) -> None:
        self._book = next(self._books)
        self._own: _Shelf = {}
        for written, tag in phrases:
            parts = tuple(parsed(piece) for piece in _SET.sub(lambda match: sets[match[1]], written).split())
            first = frozenset(openings(parts))
            needs = [first, *(part.words for part in parts[1:] if part.words and not part.optional)]
            needs.sort(key=_frequency)
            phrase = _Phrase(self._book, next(self._numbers), compiled(parts), first, tuple(needs[1:]), tag)
            for shelf in (self._own, self._shelf):
                _put(shelf, phrase, needs[0])

    def on(self, line: Line) -> Sequence[Hit[Tag]]:
        """Every phrase in the line, in the order of their first words; looked for once."""
        if line.found is None:
            line.found = _read(line.words, line.places, self._shelf)
        return line.found.get(self._book, ())

    def fullest_on(self, line: Line) -> Sequence[Hit[Tag]]:
        """As `on`, without the phrases that others outdo."""
        kept = line.fullest.get(self._book)
        if kept is None:
            kept = line.fullest[self._book] = fullest(self.on(line))
        return kept

    def find(self, words: Sequence[Word]) -> list[Hit[Tag]]:
        """Every phrase among `words`; one that fits in several ways from one word counts once."""
        return _read(words, places_of(words), self._own).get(self._book, [])


# Phrases by the rarest word that each cannot do without, then by the next rarest: a set of words; empty for none.
_Shelf = dict[str, dict[frozenset[str], list["_Phrase[Any]"]]]


def _put(shelf: _Shelf, phrase: _Phrase[Any], rarest: frozenset[str]) -> None:
    second = phrase.needs[0] if phrase.needs else frozenset()
    for word in rarest:
        shelf.setdefault(word, {}).setdefault(second, []).append(phrase)


def _read(words: Sequence[Word], places: Mapping[str, Sequence[int]], shelf: _Shelf) -> dict[int, list[Hit[Any]]]:
    """What every book on the shelf finds among `words`, which stand at `places`."""
    found: list[tuple[int, int, int, Hit[Any]]] = []
    seen: set[int] = set()
    for phrase in _possible(places, shelf):
        if phrase.number not in seen:
            seen.add(phrase.number)
            _add_hits(found, phrase, words, places)
    found.sort(key=itemgetter(0, 1))
    hits: dict[int, list[Hit[Any]]] = {}
    for _, _, book, hit in found:
        hits.setdefault(book, []).append(hit)
    return hits


def _possible(places: Mapping[str, Sequence[int]], shelf: _Shelf) -> Iterator[_Phrase[Any]]:
    """The phrases that find all words they need; one may come several times."""
    lacks = places.keys().isdisjoint
    for word in shelf.keys() & places:
        for second, phrases in shelf[word].items():
            if second and lacks(second):
                continue
            for phrase in phrases:
                for need in phrase.needs[1:]:
                    if lacks(need):
                        break
                else:
                    yield phrase


def _add_hits(
    hits: list[tuple[int, int, int, Hit[Any]]],
    phrase: _Phrase[Any],
    words: Sequence[Word],
    places: Mapping[str, Sequence[int]],
) -> None:
    match = phrase.match
    for opening in phrase.openings.intersection(places):
        for first in places[opening]:
            found = match(words, first)
            if found is not None:
                hit = Hit(phrase.tag, first, found.end - 1, found.slots, frozenset(found.said))
                hits.append((first, phrase.number, phrase.book, hit))


def _frequency(words: frozenset[str]) -> float:
    """About how often a line has one of `words`."""
    return sum(1.0 if word in _COMMON else 0.02 for word in words)


def fullest(hits: Iterable[Hit[Tag]]) -> list[Hit[Tag]]:
    """The hits that none outdoes, by where they begin; each is held only against those that share a word with it."""
    found = list(hits)
    if len(found) < 2:
        return found
    holding: dict[int, list[Hit[Tag]]] = {}
    for hit in found:
        for place in hit.said:
            holding.setdefault(place, []).append(hit)
    kept = [hit for hit in found if not any(other.outdoes(hit) for other in holding[min(hit.said)])]
    return sorted(kept, key=lambda hit: hit.first)
