"""Rows that share a name, the likeliest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rumours.tagging.findings import Key
from rumours.tagging.gazetteer import Gazetteer, KnownName

# Nobody plays on at that age; namesakes of a known year of birth are told by it.
_RETIRED_AT = 41


@dataclass(frozen=True, slots=True)
class Namesakes:
    """What tells namesakes apart in one article: the rows of the clubs it names, its section and its day."""

    gazetteer: Gazetteer
    clubs: frozenset[int]
    section: str
    day: date | None

    def ranked(self, names: Iterable[KnownName]) -> tuple[Key, ...]:
        """The likeliest first: of the section, at a club named here, still playing, seen last, much written about."""
        ordered = sorted(names, key=lambda name: (*self._unlikely(name), -name.weight, name.key))
        return tuple(dict.fromkeys(name.key for name in ordered if name.key.kind != "club"))

    def _unlikely(self, name: KnownName) -> tuple[int, int, int]:
        other_section = int(bool(name.section) and name.section != self.section)
        if name.key.kind != "player":
            return (other_section, 1, 0)
        spells = self.gazetteer.spells_of(name.key.id)
        latest = max((spell.since.year for spell in spells if spell.since), default=0)
        return (other_section, self._elsewhere(name.key.id) + 2 * self._is_retired(name.key.id), -latest)

    def _elsewhere(self, player: int) -> int:
        """0 for a player at a club named here, 1 for one who was, 2 for the others."""
        now = self.gazetteer.spell_on(player, self.day) if self.day else None
        if now and {now.club, now.owner} & self.clubs:
            return 0
        return 1 if any(spell.club in self.clubs for spell in self.gazetteer.spells_of(player)) else 2

    def _is_retired(self, player: int) -> bool:
        facts = self.gazetteer.player(player)
        if facts is None:
            return False
        return facts.retired or bool(self.day and facts.born and self.day.year - facts.born > _RETIRED_AT)
