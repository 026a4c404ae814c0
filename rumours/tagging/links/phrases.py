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

_BY_PLACE = itemgetter(0, 1)
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


@dataclass(frozen=True, slots=True, eq=False)
class _Phrase(Generic[Tag]):
    """`openings` are the words it may begin with; `match` tells whether it stands at a word, and is None where it is
    nothing but one of its openings.

    `needs` has a bit for each set of words of which the line must have one; `number` is its place among the phrases of
    all books.
    """

    book: int
    number: int
    match: Match | None
    openings: frozenset[str]
    needs: int
    tag: Tag


class _Shelf:
    """The phrases of all books, each by the words of its rarest set: one of them it cannot do without.

    For every word the bits of the sets it is in, and the phrases that are looked for where it stands.
    """

    def __init__(self) -> None:
        self._entries: dict[str, tuple[int, list[_Phrase[Any]]]] = {}
        self._bits: dict[frozenset[str], int] = {}
        self._number = count()

    def add(self, book: int, parts: Sequence[Part], tag: object) -> None:
        first = frozenset(openings(parts))
        needs = [first, *(part.words for part in parts[1:] if part.words and not part.optional)]
        rarest = min(needs, key=_frequency)
        bits = reduce(or_, map(self._bit, needs))
        match = None if len(parts) == 1 and not parts[0].slot else compiled(parts)
        phrase = _Phrase(book, next(self._number), match, first, bits, tag)
        for word in rarest:
            self._entries[word][1].append(phrase)

    def _bit(self, words: frozenset[str]) -> int:
        """The bit that stands for "one of these words"."""
        bit = self._bits.get(words)
        if bit is None:
            bit = self._bits[words] = 1 << len(self._bits)
            for word in words:
                bits, phrases = self._entries.get(word, (0, []))
                self._entries[word] = (bits | bit, phrases)
        return bit

    def possible(self, words: Mapping[str, object]) -> dict[int, dict[int, _Phrase[Any]]]:
        """The phrases that find all words they need, by book and number."""
        entries = [self._entries[word] for word in self._entries.keys() & words]
        bits = reduce(or_, [entry[0] for entry in entries], 0)
        found: dict[int, dict[int, _Phrase[Any]]] = {}
        for _, phrases in entries:
            for phrase in phrases:
                if phrase.needs & bits == phrase.needs:
                    if phrase.book in found:
                        found[phrase.book][phrase.number] = phrase
                    else:
                        found[phrase.book] = {phrase.number: phrase}
        return found


class Phrasebook(Generic[Tag]):
    """Phrases, each with a tag, found by the rarest word that each cannot do without.

    All books share one shelf, so that what a line may hold is told once for all of them.
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
        if line.possible is None:
            line.possible = self._shelf.possible(line.places)
        possible = line.possible.pop(self._book, None)
        if possible is not None:
            line.found[self._book] = _read(line, possible.values())
        return line.found.get(self._book, ())

    def fullest_on(self, line: Line) -> Sequence[Hit[Tag]]:
        """As `on`, without the phrases that others outdo."""
        kept = line.fullest.get(self._book)
        if kept is None:
            kept = line.fullest[self._book] = fullest(self.on(line))
        return kept


def _read(line: Line, phrases: Iterable[_Phrase[Tag]]) -> list[Hit[Tag]]:
    """What stands in the line of `phrases`."""
    found: list[tuple[int, int, Hit[Tag]]] = []
    words, named, places = line.words, line.named, line.places
    for phrase in phrases:
        match, number = phrase.match, phrase.number
        for opening in phrase.openings & places.keys():
            for first in places[opening]:
                if match is None:
                    found.append((first, number, Hit(phrase.tag, first, first, {}, frozenset((first,)))))
                    continue
                rest = match(words, first, named)
                if rest is not None:
                    hit = Hit(phrase.tag, first, rest.end - 1, rest.slots, frozenset(rest.said))
                    found.append((first, number, hit))
    found.sort(key=_BY_PLACE)
    return [hit for _, _, hit in found]


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
