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
from functools import reduce
from itertools import count
from operator import itemgetter, or_
from typing import Any, ClassVar, Generic, TypeVar

from rumours.tagging.links.lines import Line
from rumours.tagging.links.matching import Match, Part, compiled, openings, parsed
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
    """`openings` are the words it may begin with; `match` tells whether it stands at a word.

    `needs` has a bit for each set of words of which the line must have one; `number` is its place among the phrases of
    all books.
    """

    book: int
    number: int
    match: Match
    openings: frozenset[str]
    needs: int
    tag: Tag


class _Shelf:
    """The phrases of all books, each by the words of its rarest set: one of them it cannot do without."""

    def __init__(self) -> None:
        self._phrases: dict[str, list[_Phrase[Any]]] = {}
        self._bits: dict[frozenset[str], int] = {}
        self._bits_of_word: dict[str, int] = {}
        self._number = count()

    def add(self, book: int, parts: Sequence[Part], tag: object) -> None:
        first = frozenset(openings(parts))
        needs = [first, *(part.words for part in parts[1:] if part.words and not part.optional)]
        rarest = min(needs, key=_frequency)
        bits = reduce(or_, map(self._bit, needs))
        phrase = _Phrase(book, next(self._number), compiled(parts), first, bits, tag)
        for word in rarest:
            self._phrases.setdefault(word, []).append(phrase)

    def _bit(self, words: frozenset[str]) -> int:
        """The bit that stands for "one of these words"."""
        if words not in self._bits:
            bit = self._bits[words] = 1 << len(self._bits)
            for word in words:
                self._bits_of_word[word] = self._bits_of_word.get(word, 0) | bit
        return self._bits[words]

    def possible(self, words: Mapping[str, object]) -> Iterator[_Phrase[Any]]:
        """The phrases that find all words they need; one may come several times."""
        bits = 0
        for word in self._bits_of_word.keys() & words:
            bits |= self._bits_of_word[word]
        for word in self._phrases.keys() & words:
            for phrase in self._phrases[word]:
                if phrase.needs & bits == phrase.needs:
                    yield phrase


class Phrasebook(Generic[Tag]):
    """Phrases, each with a tag, found by the rarest word that each cannot do without.

    All books share one shelf, so that a line is read once for all of them.
    """

    _books: ClassVar[Iterator[int]] = count()
    _shelf: ClassVar[_Shelf] = _Shelf()

    def __init__(self, phrases: Sequence[tuple[str, Tag]], sets: Mapping[str, str]) -> None:
        self._book = next(self._books)
        for written, tag in phrases:
            parts = tuple(parsed(piece) for piece in _SET.sub(lambda match: sets[match[1]], written).split())
            self._shelf.add(self._book, parts, tag)

    def on(self, line: Line) -> Sequence[Hit[Tag]]:
        """Every phrase in the line, in the order of their first words; looked for once. One that fits in several ways
        from one word counts once."""
        if line.found is None:
            line.found = _read(line, self._shelf)
        return line.found.get(self._book, ())

    def fullest_on(self, line: Line) -> Sequence[Hit[Tag]]:
        """As `on`, without the phrases that others outdo."""
        kept = line.fullest.get(self._book)
        if kept is None:
            kept = line.fullest[self._book] = fullest(self.on(line))
        return kept


def _read(line: Line, shelf: _Shelf) -> dict[int, list[Hit[Any]]]:
    """What every book on the shelf finds in the line."""
    found: list[tuple[int, int, int, Hit[Any]]] = []
    seen: set[int] = set()
    for phrase in shelf.possible(line.places):
        if phrase.number not in seen:
            seen.add(phrase.number)
            _add_hits(found, phrase, line)
    found.sort(key=itemgetter(0, 1))
    hits: dict[int, list[Hit[Any]]] = {}
    for _, _, book, hit in found:
        hits.setdefault(book, []).append(hit)
    return hits


def _add_hits(hits: list[tuple[int, int, int, Hit[Any]]], phrase: _Phrase[Any], line: Line) -> None:
    match, words, named, places = phrase.match, line.words, line.named, line.places
    for opening in phrase.openings.intersection(places):
        for first in places[opening]:
            found = match(words, first, named)
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
