"""The known names, looked up by the longest run of words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rumours.tagging.findings import Key
from rumours.tagging.tokens import Token, tokens


class KnownName(NamedTuple):
    """One name of one row. `weight` says how much is written about it; `ambiguous` that others bear it too."""

    key: Key
    name: str
    ambiguous: bool = False
    section: str = ""
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Match:
    """Words `first`..`last` (inclusive) of a token list, and whom they may mean."""

    first: int
    last: int
    names: tuple[KnownName, ...]

    @property
    def is_certain(self) -> bool:
        """One row bears these words, and under none of its names are they flagged as ambiguous."""
        return len({name.key for name in self.names}) == 1 and not any(name.ambiguous for name in self.names)


class Gazetteer:
    """Names by their folded words. Built from plain tuples; immutable afterwards, so that processes may share it."""

    def __init__(self, names: Iterable[KnownName]) -> None:
        self._by_words: dict[tuple[str, ...], list[KnownName]] = {}
        self._longest: dict[str, int] = {}
        for name in names:
            words = tuple(token.folded for token in tokens(name.name))
            if not words:
                continue
            self._by_words.setdefault(words, []).append(name)
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def __len__(self) -> int:
        return len(self._by_words)

    def match_at(self, text_tokens: Sequence[Token], first: int) -> Match | None:
        """The longest known name that starts at token `first` and is written as a name, or None."""
        longest = min(self._longest.get(text_tokens[first].folded, 0), len(text_tokens) - first)
        for length in range(longest, 0, -1):
            run = text_tokens[first : first + length]
            known = self._by_words.get(tuple(token.folded for token in run), ())
            names = tuple(name for name in known if _written_as(name, run))
            if names:
                return Match(first, first + length - 1, names)
        return None


def _written_as(name: KnownName, run: Sequence[Token]) -> bool:
    """Names begin with a capital somewhere; initials are capitals throughout: "As it stands" does not name "AS"."""
    if name.name.isupper():
        return all(token.capitals or token.folded.isdigit() for token in run)
    return any(token.capital for token in run)
