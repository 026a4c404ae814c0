"""Words of a text as the gazetteer compares them: folded, with their place, possessives taken off."""

import re
from dataclasses import dataclass
from itertools import accumulate
from operator import add

from rumours.text import fold

# "O’Riley", "Škriniar", "1860"; hyphens part words. Known miss: "D. Luiz" is two words, the first a single letter.
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PARTING = re.compile(f"({WORD.pattern})")
_ASCII_WORD = re.compile("[a-z0-9]+")
# Words remembered: the vocabulary of a season's articles; no text can make it grow past that.
_REMEMBERED, _LONGEST_REMEMBERED = 65_536, 40
_POSSESSIVE = frozenset({"'s", "’s", "'S", "’S"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, each fact in a list of its own, for it is read far more often than made.

    `folded` are the words, `starts` and `ends` their places without a possessive ending; `capital`: begins with a
    capital or a digit; `capitals`: is capitals throughout.
    """

    folded: list[str]
    starts: list[int]
    ends: list[int]
    capital: list[bool]
    capitals: list[bool]

    def __len__(self) -> int:
        return len(self.folded)


Look = tuple[str, int, bool, bool]


class _Looks(dict[str, Look]):
    """What words look like, remembered: folded form, length without possessive, begins large, all large."""

    def __missing__(self, word: str) -> Look:
        look = _look_at(word)
        if len(self) < _REMEMBERED and len(word) < _LONGEST_REMEMBERED:
            self[word] = look
        return look


_looks = _Looks()


def words_in(text: str) -> Words:
    """The words of `text` in order; a possessive ending belongs to no word."""
    pieces = _PARTING.split(text)
    looks = [_looks[word] for word in pieces[1::2]]
    starts = list(accumulate(map(len, pieces)))[0:-1:2]
    if not all(look[0] for look in looks):
        kept = [(start, look) for start, look in zip(starts, looks, strict=True) if look[0]]
        starts, looks = [start for start, _ in kept], [look for _, look in kept]
    if not looks:
        return Words([], [], [], [], [])
    folded, lengths, capital, capitals = map(list, zip(*looks, strict=True))
    return Words(folded, starts, list(map(add, starts, lengths)), capital, capitals)


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name, as the gazetteer keys them."""
    if name.isascii() and "'" not in name and "_" not in name:
        return tuple(_ASCII_WORD.findall(name.lower()))
    return tuple([look[0] for word in WORD.findall(name) if (look := _looks[word])[0]])


def _look_at(word: str) -> Look:
    """One word. "Juventus’s" names Juventus. Known miss: a name that itself ends so ("Levi's")."""
    bare = word[:-2] if word[-2:] in _POSSESSIVE else word
    folded = bare.lower() if bare.isascii() and bare.isalnum() else fold(bare).replace(" ", "")
    return folded, len(bare), bare[0].isupper() or bare[0].isdigit(), bare.isupper()
