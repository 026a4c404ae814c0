"""Words of a text as the gazetteer compares them: folded, with their place, possessives taken off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rumours.text import fold

# "O’Riley", "Škriniar", "1860"; hyphens part words. Known miss: "D. Luiz" is two words, the first a single letter.
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# "Juventus’s" names Juventus. Known miss: a name that itself ends so ("Levi's").
POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its folded form, where it stands, whether it begins with a capital (or a digit), or is all capitals."""

    folded: str
    start: int
    end: int
    capital: bool
    capitals: bool


def tokens(text: str) -> Iterator[Token]:
    """The words of `text` in order; a possessive ending belongs to no token."""
    for match in WORD.finditer(text):
        word = POSSESSIVE.sub("", match.group())
        folded = fold(word).replace(" ", "")
        if folded:
            capital = word[0].isupper() or word[0].isdigit()
            yield Token(folded, match.start(), match.start() + len(word), capital, word.isupper())
