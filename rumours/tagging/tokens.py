"""Words of a text as the gazetteer compares them: folded, with their place, possessives taken off."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rumours.text import fold

# "O’Riley", "Škriniar", "1860"; hyphens part words. Known miss: "D. Luiz" is two words, the first a single letter.
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Words remembered: the vocabulary of a season's articles, and no text can make it grow past that.
REMEMBERED = 65_536


class Token:
    """One word: its folded form, where it stands, whether it begins with a capital (or a digit), or is all capitals."""

    __slots__ = ("capital", "capitals", "end", "folded", "start")

    def __init__(self, folded: str, start: int, end: int, capital: bool, capitals: bool) -> None:
        self.folded = folded
        self.start = start
        self.end = end
        self.capital = capital
        self.capitals = capitals


def tokens(text: str) -> Iterator[Token]:
    """The words of `text` in order; a possessive ending belongs to no token."""
    for match in WORD.finditer(text):
        word = match.group()
        folded, length, capital, capitals = _looked_at(word) if len(word) < 40 else _look_at(word)
        if folded:
            start = match.start()
            yield Token(folded, start, start + length, capital, capitals)


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name, as the gazetteer keys them."""
    if name.isascii() and "'" not in name and "_" not in name:
        return tuple(_ASCII_WORD.findall(name.lower()))
    return tuple(token.folded for token in tokens(name))


_ASCII_WORD = re.compile("[a-z0-9]+")


def _look_at(word: str) -> tuple[str, int, bool, bool]:
    """Folded form, length without the possessive ending, begins large, all large.

    "Juventus’s" names Juventus. Known miss: a name that itself ends so ("Levi's").
    """
    bare = word[:-2] if word[-2:] in {"'s", "’s", "'S", "’S"} else word
    folded = bare.lower() if bare.isascii() and bare.isalnum() else fold(bare).replace(" ", "")
    return folded, len(bare), bare[0].isupper() or bare[0].isdigit(), bare.isupper()


_looked_at = lru_cache(maxsize=REMEMBERED)(_look_at)
