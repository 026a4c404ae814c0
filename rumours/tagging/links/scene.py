"""What all rules of links look at: the lines, who stands where, and what the gazetteer knows of them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from rumours.choices import PersonRole
from rumours.tagging.folding import fold
from rumours.tagging.gazetteer import Gazetteer
from rumours.tagging.links.grounds import stand_for_clubs
from rumours.tagging.links.lines import Line, lines_of
from rumours.tagging.links.they import clubs_meant
from rumours.tagging.reading import Actor, Reading

if TYPE_CHECKING:
    from rumours.tagging.links.claims import Partial

# Who acts for a club: what they want, their club wants.
ACTING = frozenset(
    {PersonRole.COACH, PersonRole.DIRECTOR, PersonRole.OWNER, PersonRole.PRESIDENT, PersonRole.EXECUTIVE}
)


@dataclass
class Scene:
    """A reading in lines. `origins` is filled by `origins.settle`: where each player is, by his actor number.

    `partials` are the wordings of each line with whom they name, as `claims.partials` found them last.
    """

    reading: Reading
    gazetteer: Gazetteer
    lines: list[Line] = field(default_factory=list)
    origins: dict[int, int | None] = field(default_factory=dict)
    formers: dict[int, set[int]] = field(default_factory=dict)
    votes: dict[int, dict[int, float]] = field(default_factory=dict)
    loans: dict[int, int] = field(default_factory=dict)
    partials: dict[int, tuple[tuple[int | None, ...], list["Partial"]]] = field(default_factory=dict)

    @classmethod
    def of(cls, reading: Reading, gazetteer: Gazetteer) -> "Scene":
        clubs = {
            fold(gazetteer.name_of(actor.candidates[0])): actor.number
            for actor in reading.actors
            if actor.kind == "club" and actor.candidates
        }
        lines = [stand_for_clubs(line, clubs) for line in lines_of(reading)]
        return cls(reading, gazetteer, lines)

    def actor(self, line: Line, place: int) -> Actor:
        """Who the word at `place` names; only for words that are marks."""
        mention = line.named.get(place)
        if mention is None:
            raise ValueError("the word names nobody")
        return self.reading.actors[mention.actor]

    def club_at(self, line: Line, place: int) -> int | None:
        """The club that a mark stands for: itself, or the one a coach or director acts for."""
        actor = self.actor(line, place)
        if actor.kind == "club":
            return actor.number
        if actor.kind != "person" or actor.role not in ACTING:
            return None
        return actor.club

    def buyer_at(self, line: Line, place: int) -> int | None:
        """As `club_at`; a coach or director of no known club acts for the one the text is about."""
        actor = self.actor(line, place)
        unplaced = actor.kind == "person" and actor.role in ACTING and actor.club is None
        return self.main_club if unplaced else self.club_at(line, place)

    @cached_property
    def main_club(self) -> int | None:
        """The club named most often: whom a coach or director acts for when nothing is said."""
        counts = Counter(self.actor(line, place).number for line in self.lines for place in line.marks("C"))
        return max(counts, key=lambda club: (counts[club], -club), default=None)

    @cached_property
    def they(self) -> list[int | None]:
        """For each line the club that "they" means in it."""
        return clubs_meant(self.lines, self.club_at)

    def players(self) -> Iterator[Actor]:
        return (actor for actor in self.reading.actors if actor.kind == "player")

    def main_player(self) -> int | None:
        """Whom the article is about: named most often, the headline counting five times."""
        counts: Counter[int] = Counter()
        for line in self.lines:
            for place in line.marks("P"):
                counts[self.actor(line, place).number] += 5 if line.number == 0 or line.leads else 1
        return counts.most_common(1)[0][0] if counts else None
