"""Wordings as data: a compact notation, and finding all of them in a line in one pass.

A phrase is written as its words, apart by spaces:

- `want|wants|wanted`  one of these words;
- `[the|a]`            one of these, or nothing;
- `..3`                up to three words of any kind, but no end of clause;
- `P` `C` `N` `S`      a name of that kind; `B` is a buyer (a club, or a person who acts for one), `F` the selling club.

`{name}` stands for a set of words from the table handed to `Phrasebook`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rumours.tagging.links.lines import Word

Tag = TypeVar("Tag")

STOPS = frozenset(".;:!?—")
_SLOTS = {"B": ("C", "N"), "F": ("C",), "P": ("P",), "C": ("C",), "N": ("N",), "S": ("S",)}
_SET = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class _Part:
    words: frozenset[str]
    slot: str = ""
    optional: bool = False
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Hit(Generic[Tag]):
    """A phrase found: words `first`..`last` (inclusive); `slots` are the places of the names it holds."""

    tag: Tag
    first: int
    last: int
    slots: Mapping[str, int]


class Phrasebook(Generic[Tag]):
    """Phrases, each with a tag, indexed by the words they may begin with."""

    def __init__(self, phrases: Sequence[tuple[str, Tag]], sets: Mapping[str, str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[_Part, ...], Tag]]] = {}
        for written, tag in phrases:
            parts = tuple(_parsed(piece) for piece in _SET.sub(lambda match: sets[match[1]], written).split())
            for first in _openings(parts):
                self._by_first.setdefault(first, []).append((parts, tag))

    def find(self, words: Sequence[Word]) -> Iterator[Hit[Tag]]:
        """Every phrase in the line, wherever it begins; a phrase that begins twice at one word counts once."""
        for first, word in enumerate(words):
            for parts, tag in self._by_first.get(word.text, ()):
                slots: dict[str, int] = {}
                last = _match(parts, 0, words, first, slots)
                if last is not None:
                    yield Hit(tag, first, last - 1, slots)


def _parsed(piece: str) -> _Part:
    if piece.strip("[]").startswith(".."):
        return _Part(frozenset(), gap=int(piece.strip("[].")))
    optional = piece.startswith("[")
    words = piece.strip("[]").split("|")
    slot = words[0] if words[0] in _SLOTS and len(words) == 1 else ""
    return _Part(frozenset(_SLOTS[slot] if slot else words), slot, optional)


def _openings(parts: Sequence[_Part]) -> set[str]:
    """The words a phrase may begin with; it may not begin with a gap."""
    found: set[str] = set()
    for part in parts:
        if part.gap:
            raise ValueError("a phrase cannot begin with a gap")
        found |= part.words
        if not part.optional:
            break
    return found


def _match(parts: Sequence[_Part], place: int, words: Sequence[Word], at: int, slots: dict[str, int]) -> int | None:
    """Where the phrase ends (exclusive) when `parts[place:]` begin at word `at`, or None."""
    if place == len(parts):
        return at
    part = parts[place]
    if part.gap:
        for skip in range(part.gap + 1):
            end = _match(parts, place + 1, words, at + skip, slots)
            if end is not None:
                return end
            if at + skip >= len(words) or words[at + skip].text in STOPS:
                return None
        return None
    if at < len(words) and words[at].text in part.words:
        end = _match(parts, place + 1, words, at + 1, slots)
        if end is not None:
            if part.slot:
                slots[part.slot] = at
            return end
    return _match(parts, place + 1, words, at, slots) if part.optional else None
