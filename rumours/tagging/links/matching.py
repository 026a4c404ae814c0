"""One phrase of the notation (see `phrases`) as a function that tells whether it fits at a word of a line."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rumours.tagging.names.words import listed as word_set
from rumours.tagging.reading import Mention

STOPS = frozenset(".;:!?—")
_NAMES = frozenset("PCN")
_SLOTS = {"B": ("C", "N"), "F": ("C", "N"), "P": ("P",), "C": ("C",), "N": ("N",), "S": ("S",)}
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
_FORMER = frozenset({"former", "ex"})
_LIKES = frozenset({"likes", "pair", "duo", "trio", "signing", "services", "signature"})


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a phrase: its words, or a gap of up to `gap` words."""

    words: frozenset[str]
    slot: str = ""
    optional: bool = False
    gap: int = 0
    nameless: bool = False
    described: bool = False


class Found:
    """Where a phrase ends (exclusive), and its words, filled in from the last to the first."""

    __slots__ = ("end", "said", "slots")

    def __init__(self, end: int) -> None:
        self.end = end
        self.said: list[int] = []
        self.slots: dict[str, int] = {}


# The names among the words, by their places.
Named = Mapping[int, Mention]
# What is found of a phrase, or of the rest of one, that begins at a word; None where it does not stand there.
Match = Callable[[Sequence[str], int, Named], Found | None]


def parsed(piece: str) -> Part:
    """One piece of a phrase as it is written: `want|wants`, `[the]`, `..3`, `+P`."""
    bare = piece.strip("[]")
    if bare.startswith("..") or re.fullmatch(r"_[0-9]+", bare):
        return Part(frozenset(), gap=int(bare.strip("._")), nameless=bare.startswith("_"))
    described = bare.startswith("+")
    words = bare.removeprefix("+").split("|")
    slot = words[0] if words[0] in _SLOTS and len(words) == 1 else ""
    return Part(frozenset(_SLOTS[slot] if slot else words), slot, piece.startswith("["), described=described)


def openings(parts: Sequence[Part]) -> set[str]:
    """The words a phrase may begin with; it may not begin with a gap."""
    found: set[str] = set()
    for part in parts:
        if part.gap or part.described:
            raise ValueError("a phrase cannot begin with a gap")
        found |= part.words
        if not part.optional:
            break
    return found


def compiled(parts: Sequence[Part]) -> Match:
    """One function for the whole phrase, each part calling that of the part after it."""
    match: Match = _end
    for part in reversed(parts):
        if part.gap:
            match = _after_gap(part, match)
        else:
            required = _described(part, match) if part.described else _word(part, match)
            match = _either(required, match) if part.optional else required
    return match


def _end(_: Sequence[str], at: int, __: Named) -> Found:
    return Found(at)


def _word(part: Part, rest: Match) -> Match:
    """One of the part's words, and the rest."""
    accepted, slot = part.words, part.slot

    def match(words: Sequence[str], at: int, named: Named) -> Found | None:
        if at < len(words) and words[at] in accepted:
            found = rest(words, at + 1, named)
            if found is not None:
                found.said.append(at)
                if slot:
                    found.slots[slot] = at
                return found
        return None

    return match


def _either(first: Match, rest: Match) -> Match:
    """With what may be left out, else without."""

    def match(words: Sequence[str], at: int, named: Named) -> Found | None:
        return first(words, at, named) or rest(words, at, named)

    return match


def _after_gap(part: Part, rest: Match) -> Match:
    """The rest after some words of any kind."""
    most = part.gap
    borders = STOPS | _NAMES if part.nameless else STOPS

    def match(words: Sequence[str], at: int, named: Named) -> Found | None:
        for here in range(at, at + most + 1):
            found = rest(words, here, named)
            if found is not None:
                return found
            if here >= len(words) or words[here] in borders:
                return None
        return None

    return match


def _described(part: Part, rest: Match) -> Match:
    """A name after the words that describe it. Known miss: a description with a comma, "a tall, quick winger P"."""
    name = _word(part, rest)

    def match(words: Sequence[str], at: int, named: Named) -> Found | None:
        for here in range(at, min(at + DESCRIBED + 1, len(words))):
            text = words[here]
            if text in part.words and not _owns(words, here, named, part):
                found = name(words, here, named)
                if found is not None:
                    return found
            if part.slot != "P" and text in _FORMER:
                return None
            if text in _NOT_DESCRIBING or (text == "of" and words[here - 1] not in _LIKES):
                return None
        return None

    return match


def _owns(words: Sequence[str], here: int, named: Named, part: Part) -> bool:
    """Whether the club at `here` only describes a player after it: "linked with C midfielder P" names no club."""
    if part.slot == "P":
        return False
    for at in range(here + 1, min(here + DESCRIBED, len(words))):
        if words[at] == "P":
            mention = named.get(at)
            return mention is not None and not mention.implied
        if words[at] in _NOT_DESCRIBING or words[at] in _NAMES:
            return False
    return False
