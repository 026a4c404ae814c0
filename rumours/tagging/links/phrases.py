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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from operator import itemgetter
from typing import Any, ClassVar, Generic, TypeVar

from rumours.tagging.links.lines import Line, Word, places_of
from rumours.tagging.names.words import listed as word_set

Tag = TypeVar("Tag")

STOPS = frozenset(".;:!?—")
_NAMES = frozenset("PCN")
_SLOTS = {"B": ("C", "N"), "F": ("C", "N"), "P": ("P",), "C": ("C",), "N": ("N",), "S": ("S",)}
_SET = re.compile(r"\{(\w+)\}")
DESCRIBED = 8
# What cannot stand between a name and the first word that describes it. Known miss: verbs ("sign, insists P").
_NOT_DESCRIBING = word_set(
    """
    to for in on at with from by as and or but that which who whom whose while when where if than then before after
    ahead amid following despite over against since until about between into through during without because though
    although is are was were be been being has have had having will would could should may might can must do does did
    not n't it he she they we i you , ; : . ! ? — ( ) [ ] " “ ” … & / P N S
    """
)
_COMMON = word_set(
    "P C N , 's the a an to of in for on at with by from and is are was be been has have had his he their"
)
_FORMER = frozenset({"former", "ex"})
_LIKES = frozenset({"likes", "pair", "duo", "trio", "signing", "services", "signature"})


@dataclass(frozen=True, slots=True)
class _Part:
    words: frozenset[str]
    slot: str = ""
    optional: bool = False
    gap: int = 0
    nameless: bool = False
    described: bool = False


class _Found:
    """Where a phrase ends (exclusive), and its words, filled in from the last to the first."""

    __slots__ = ("end", "said", "slots")

    def __init__(self, end: int) -> None:
        self.end = end
        self.said: list[int] = []
        self.slots: dict[str, int] = {}


# What is found of a phrase, or of the rest of one, that begins at a word; None where it does not stand there.
_Match = Callable[[Sequence[Word], int], _Found | None]


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
    match: _Match
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
            parts = tuple(_parsed(piece) for piece in _SET.sub(lambda match: sets[match[1]], written).split())
            openings = frozenset(_openings(parts))
            needs = [openings, *(part.words for part in parts[1:] if part.words and not part.optional)]
            needs.sort(key=_frequency)
            phrase = _Phrase(self._book, next(self._numbers), _compiled(parts), openings, tuple(needs[1:]), tag)
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


def _parsed(piece: str) -> _Part:
    bare = piece.strip("[]")
    if bare.startswith("..") or re.fullmatch(r"_[0-9]+", bare):
        return _Part(frozenset(), gap=int(bare.strip("._")), nameless=bare.startswith("_"))
    described = bare.startswith("+")
    words = bare.removeprefix("+").split("|")
    slot = words[0] if words[0] in _SLOTS and len(words) == 1 else ""
    return _Part(frozenset(_SLOTS[slot] if slot else words), slot, piece.startswith("["), described=described)


def _openings(parts: Sequence[_Part]) -> set[str]:
    """The words a phrase may begin with; it may not begin with a gap."""
    found: set[str] = set()
    for part in parts:
        if part.gap or part.described:
            raise ValueError("a phrase cannot begin with a gap")
        found |= part.words
        if not part.optional:
            break
    return found


def _compiled(parts: Sequence[_Part]) -> _Match:
    """One function for the whole phrase, each part calling that of the part after it."""
    match: _Match = _end
    for part in reversed(parts):
        if part.gap:
            match = _after_gap(part, match)
        else:
            required = _described(part, match) if part.described else _word(part, match)
            match = _either(required, match) if part.optional else required
    return match


def _end(_: Sequence[Word], at: int) -> _Found:
    return _Found(at)


def _word(part: _Part, rest: _Match) -> _Match:
    """One of the part's words, and the rest."""
    accepted, slot = part.words, part.slot

    def match(words: Sequence[Word], at: int) -> _Found | None:
        if at < len(words) and words[at].text in accepted:
            found = rest(words, at + 1)
            if found is not None:
                found.said.append(at)
                if slot:
                    found.slots[slot] = at
                return found
        return None

    return match


def _either(first: _Match, rest: _Match) -> _Match:
    """With what may be left out, else without."""

    def match(words: Sequence[Word], at: int) -> _Found | None:
        return first(words, at) or rest(words, at)

    return match


def _after_gap(part: _Part, rest: _Match) -> _Match:
    """The rest after some words of any kind."""
    most = part.gap
    borders = STOPS | _NAMES if part.nameless else STOPS

    def match(words: Sequence[Word], at: int) -> _Found | None:
        for here in range(at, at + most + 1):
            found = rest(words, here)
            if found is not None:
                return found
            if here >= len(words) or words[here].text in borders:
                return None
        return None

    return match


def _described(part: _Part, rest: _Match) -> _Match:
    """A name after the words that describe it. Known miss: a description with a comma, "a tall, quick winger P"."""
    name = _word(part, rest)

    def match(words: Sequence[Word], at: int) -> _Found | None:
        for here in range(at, min(at + DESCRIBED + 1, len(words))):
            text = words[here].text
            if text in part.words and not _owns(words, here, part):
                found = name(words, here)
                if found is not None:
                    return found
            if part.slot != "P" and text in _FORMER:
                return None
            if text in _NOT_DESCRIBING or (text == "of" and words[here - 1].text not in _LIKES):
                return None
        return None

    return match


def _owns(words: Sequence[Word], here: int, part: _Part) -> bool:
    """Whether the club at `here` only describes a player after it: "linked with C midfielder P" names no club."""
    if part.slot == "P":
        return False
    for at in range(here + 1, min(here + DESCRIBED, len(words))):
        if words[at].text == "P":
            mention = words[at].mention
            return mention is not None and not mention.implied
        if words[at].text in _NOT_DESCRIBING or words[at].text in _NAMES:
            return False
    return False
