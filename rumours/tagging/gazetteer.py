"""The known names, looked up by the longest run of words, and the few facts about their rows that tagging needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
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


class Spell(NamedTuple):
    """Half-open days `since`..`until` of a player at a club, either may be unknown; `owner` is who lent him there."""

    player: int
    club: int
    since: date | None = None
    until: date | None = None
    owner: int | None = None


class ClubFacts(NamedTuple):
    """`association` is the country whose transfer windows the club keeps."""

    club: int
    association: str
    section: str = ""


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

    def __init__(
        self, names: Iterable[KnownName], *, spells: Iterable[Spell] = (), clubs: Iterable[ClubFacts] = ()
    ) -> None:
        self._by_words: dict[tuple[str, ...], list[KnownName]] = {}
        self._longest: dict[str, int] = {}
        self._names: dict[Key, str] = {}
        self._spells: dict[int, list[Spell]] = {}
        self._clubs = {club.club: club for club in clubs}
        for spell in spells:
            self._spells.setdefault(spell.player, []).append(spell)
        for name in names:
            self._names.setdefault(name.key, name.name)
            words = tuple(token.folded for token in tokens(name.name))
            if not words:
                continue
            self._by_words.setdefault(words, []).append(name)
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def __len__(self) -> int:
        return len(self._by_words)

    def name_of(self, key: Key) -> str:
        """The row's main name: the first that was given for it."""
        return self._names[key]

    def association_of(self, club: int) -> str:
        """The country whose windows the club keeps, or ""."""
        return self._clubs[club].association if club in self._clubs else ""

    def spell_on(self, player: int, day: date) -> Spell | None:
        """Where a player is on a day: of the spells that hold, the one begun last; None where nothing is known."""
        holding = [
            spell
            for spell in self._spells.get(player, ())
            if (spell.since is None or spell.since <= day) and (spell.until is None or day < spell.until)
        ]
        return max(holding, key=lambda spell: spell.since or date.min, default=None)

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
