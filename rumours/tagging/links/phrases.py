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
_LIKES = frozenset({"likes", "pair", "duo", "trio", "signing", "services", "signature"})


@dataclass(frozen=True, slots=True)
class _Part:
    words: frozenset[str]
    slot: str = ""
    optional: bool = False
    gap: int = 0
    nameless: bool = False
    described: bool = False


@dataclass(frozen=True, slots=True)
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
    """`openings` are the words it may begin with, `needs` the sets of which each must have a word in the line."""

    number: int
    parts: tuple[_Part, ...]
    openings: frozenset[str]
    needs: tuple[frozenset[str], ...]
    tag: Tag


class Phrasebook(Generic[Tag]):
    """Phrases, each with a tag, found by the rarest word that each cannot do without.

    All books share one index, so that a line is read once for all of them.
    """

    _shelf: ClassVar[dict[str, list[tuple[int, "_Phrase[Any]"]]]] = {}

    def __init__(self, phrases: Sequence[tuple[str, Tag]], sets: Mapping[str, str]) -> None:
        self._by_rarest: dict[str, list[_Phrase[Tag]]] = {}
        for number, (written, tag) in enumerate(phrases):
            parts = tuple(_parsed(piece) for piece in _SET.sub(lambda match: sets[match[1]], written).split())
            openings = frozenset(_openings(parts))
            needs = [openings, *(part.words for part in parts[1:] if part.words and not part.optional)]
            needs.sort(key=_frequency)
            phrase = _Phrase(number, parts, openings, tuple(needs[1:]), tag)
            for word in needs[0]:
                self._by_rarest.setdefault(word, []).append(phrase)
                self._shelf.setdefault(word, []).append((id(self), phrase))

    def on(self, line: Line) -> Sequence[Hit[Tag]]:
        """Every phrase in the line, in the order of their first words; looked for once."""
        if line.found is None:
            line.found = _read(line, self._shelf)
        return line.found.get(id(self), ())

    def find(self, words: Sequence[Word]) -> list[Hit[Tag]]:
        """Every phrase among `words`; one that fits in several ways from one word counts once."""
        return self._find(words, places_of(words))

    def _find(self, words: Sequence[Word], places: Mapping[str, Sequence[int]]) -> list[Hit[Tag]]:
        hits: list[tuple[int, int, Hit[Tag]]] = []
        seen: set[int] = set()
        present = places.keys()
        for word in present:
            for phrase in self._by_rarest.get(word, ()):
                if phrase.number in seen:
                    continue
                seen.add(phrase.number)
                if not any(need.isdisjoint(present) for need in phrase.needs):
                    hits.extend(_hits(phrase, words, places))
        return [hit for _, _, hit in sorted(hits, key=lambda item: item[:2])]


def _read(line: Line, shelf: Mapping[str, Sequence[tuple[int, _Phrase[Any]]]]) -> dict[int, list[Hit[Any]]]:
    """What every book finds in the line."""
    hits: dict[int, list[tuple[int, int, Hit[Any]]]] = {}
    places = line.places
    present = places.keys()
    seen: set[tuple[int, int]] = set()
    for word in present:
        for book, phrase in shelf.get(word, ()):
            for need in phrase.needs:
                if need.isdisjoint(present):
                    break
            else:
                if (book, phrase.number) not in seen:
                    seen.add((book, phrase.number))
                    hits.setdefault(book, []).extend(_hits(phrase, line.words, places))
    return {
        book: [hit for _, _, hit in sorted(found, key=lambda item: item[:2])] for book, found in hits.items() if found
    }


def _hits(
    phrase: _Phrase[Tag], words: Sequence[Word], places: Mapping[str, Sequence[int]]
) -> Iterator[tuple[int, int, Hit[Tag]]]:
    for opening in phrase.openings:
        for first in places.get(opening, ()):
            found = _Found({}, [])
            last = _match(phrase.parts, 0, words, first, found)
            if last is not None:
                yield first, phrase.number, Hit(phrase.tag, first, last - 1, found.slots, frozenset(found.said))


def _frequency(words: frozenset[str]) -> float:
    """About how often a line has one of `words`."""
    return sum(1.0 if word in _COMMON else 0.02 for word in words)


def fullest(hits: Iterable[Hit[Tag]]) -> list[Hit[Tag]]:
    """The hits that none outdoes, by where they begin; each is held only against those that share a word with it."""
    found = list(hits)
    holding: dict[int, list[Hit[Tag]]] = {}
    for hit in found:
        for place in hit.said:
            holding.setdefault(place, []).append(hit)
    kept = [hit for hit in found if not any(other.outdoes(hit) for other in holding[min(hit.said)])]
    return sorted(kept, key=lambda hit: hit.first)


@dataclass(slots=True)
class _Found:
    slots: dict[str, int]
    said: list[int]

    def keep(self, part: _Part, at: int) -> None:
        self.said.append(at)
        if part.slot:
            self.slots[part.slot] = at


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


def _match(parts: Sequence[_Part], place: int, words: Sequence[Word], at: int, found: _Found) -> int | None:
    """Where the phrase ends (exclusive) when `parts[place:]` begin at word `at`, or None."""
    if place == len(parts):
        return at
    part = parts[place]
    if part.gap:
        return _after_gap(parts, place, words, at, found)
    if part.described:
        end = _described(parts, place, words, at, found)
        if end is not None:
            return end
    elif at < len(words) and words[at].text in part.words:
        end = _match(parts, place + 1, words, at + 1, found)
        if end is not None:
            found.keep(part, at)
            return end
    return _match(parts, place + 1, words, at, found) if part.optional else None


def _after_gap(parts: Sequence[_Part], place: int, words: Sequence[Word], at: int, found: _Found) -> int | None:
    part = parts[place]
    for skip in range(part.gap + 1):
        end = _match(parts, place + 1, words, at + skip, found)
        if end is not None:
            return end
        if at + skip >= len(words) or words[at + skip].text in STOPS:
            return None
        if part.nameless and words[at + skip].text in _NAMES:
            return None
    return None


def _described(parts: Sequence[_Part], place: int, words: Sequence[Word], at: int, found: _Found) -> int | None:
    """A name after the words that describe it. Known miss: a description with a comma, "a tall, quick winger P"."""
    part = parts[place]
    for here in range(at, min(at + DESCRIBED + 1, len(words))):
        text = words[here].text
        if text in part.words and not _owns(words, here, part):
            end = _match(parts, place + 1, words, here + 1, found)
            if end is not None:
                found.keep(part, here)
                return end
        if part.slot != "P" and text in {"former", "ex"}:
            return None
        if text in _NOT_DESCRIBING or (text == "of" and words[here - 1].text not in _LIKES):
            return None
    return None


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
