"""The known names, looked up by the longest run of words, and the few facts about their rows that tagging needs."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rumours.choices import PersonRole
from rumours.tagging.findings import Key
from rumours.tagging.tokens import Words, words_of

# A club in a known league with more names than that is much written about.
_FAMOUS = 3


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
    """`association` is the country whose transfer windows the club keeps, `league` its competition's name."""

    club: int
    association: str
    section: str = ""
    league: str = ""


class PersonFacts(NamedTuple):
    """What somebody who is no player was last known as, and where. `key` is a person's or a journalist's."""

    key: Key
    role: PersonRole
    club: int | None = None


class PlayerFacts(NamedTuple):
    """What tells namesakes apart: the year of birth, and whether he plays no more."""

    player: int
    born: int | None = None
    retired: bool = False
    nationality: str = ""
    position: str = ""


@dataclass(slots=True)
class Match:
    """Words `first`..`last` (inclusive) of a text, and whom they may mean."""

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
        self,
        names: Iterable[KnownName],
        *,
        spells: Iterable[Spell] = (),
        clubs: Iterable[ClubFacts] = (),
        people: Iterable[PersonFacts] = (),
        players: Iterable[PlayerFacts] = (),
    ) -> None:
        self._by_words: dict[tuple[str, ...], tuple[KnownName, ...]] = {}
        self._longest: dict[str, int] = {}
        self._names: dict[Key, str] = {}
        self._counts: Counter[Key] = Counter()
        self._spells: dict[int, list[Spell]] = {}
        self._clubs = {club.club: club for club in clubs}
        self._people = {person.key: person for person in people}
        self._players = {player.player: player for player in players}
        for spell in spells:
            self._spells.setdefault(spell.player, []).append(spell)
        for name in names:
            self._add(name)

    def _add(self, name: KnownName) -> None:
        self._names.setdefault(name.key, name.name)
        if name.key.kind == "club":
            self._counts[name.key] += 1
        words = words_of(name.name)
        if not words:
            return
        bearers = self._by_words.get(words)
        if bearers is None:
            self._by_words[words] = (name,)
            if len(words) > self._longest.get(words[0], 0):
                self._longest[words[0]] = len(words)
        else:
            self._by_words[words] = (*bearers, name)

    def __len__(self) -> int:
        return len(self._by_words)

    def name_of(self, key: Key) -> str:
        """The row's main name: the first that was given for it."""
        return self._names[key]

    def is_famous(self, key: Key) -> bool:
        """Whether a club is much written about: of a known league, and under several names."""
        return self._counts[key] > _FAMOUS and bool(self.league_of(key.id))

    def association_of(self, club: int) -> str:
        """The country whose windows the club keeps, or ""."""
        return self._clubs[club].association if club in self._clubs else ""

    def league_of(self, club: int) -> str:
        """The club's competition, or ""."""
        return self._clubs[club].league if club in self._clubs else ""

    def section_of(self, club: int) -> str:
        """Men or women, or "" where nothing is known of the club."""
        return self._clubs[club].section if club in self._clubs else ""

    def person(self, key: Key) -> PersonFacts | None:
        """What somebody who is no player was last known as."""
        return self._people.get(key)

    def player(self, player: int) -> PlayerFacts | None:
        """What tells a player from his namesakes."""
        return self._players.get(player)

    def spells_of(self, player: int) -> Sequence[Spell]:
        """Every known spell of a player."""
        return self._spells.get(player, ())

    def spell_on(self, player: int, day: date) -> Spell | None:
        """Where a player is on a day: of the spells that hold, the one begun last; None where nothing is known."""
        holding = [
            spell
            for spell in self._spells.get(player, ())
            if (spell.since is None or spell.since <= day) and (spell.until is None or day < spell.until)
        ]
        return max(holding, key=lambda spell: spell.since or date.min, default=None)

    def match_at(self, words: Words, first: int, *, reach: int | None = None) -> Match | None:
        """The longest known name that starts at word `first` and is written as a name, or None.

        `reach` is the last word it may hold: where the sentence goes on without a break.
        """
        longest = self._longest.get(words.folded[first], 0)
        if not longest:
            return None
        end = len(words) if reach is None else reach + 1
        run = tuple(words.folded[first : min(first + longest, end)])
        for length in range(len(run), 0, -1):
            known = self._by_words.get(run[:length])
            names = _written(known, words, first, first + length) if known else ()
            if names:
                return Match(first, first + length - 1, names)
        return None


def _written(known: tuple[KnownName, ...], words: Words, first: int, end: int) -> tuple[KnownName, ...]:
    """Those of the names that are written so; the same tuple where all are.

    Names begin with a capital somewhere; initials are capitals throughout: "As it stands" does not name "AS".
    """
    capital = words.capital[first] or any(words.capital[first:end])
    initials = all(words.capitals[place] or words.folded[place].isdigit() for place in range(first, end))
    if capital and initials:
        return known
    written = [name for name in known if (initials if name.name.isupper() else capital)]
    return known if len(written) == len(known) else tuple(written)
