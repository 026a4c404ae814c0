"""Whose a player is of whom no sentence tells it: the section's club, the one the text is about, one named with him."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rumours.tagging.links.lines import Line
from rumours.tagging.links.owning import owner_of
from rumours.tagging.links.scene import Scene
from rumours.tagging.names.words import listed as word_set

_HEADING = 4
_FAR_AHEAD = 1.5
_AGAINST = -0.15
_LEADS = 3
# So many names of a line are looked at.
_MOST = 40
# "against Galatas", "to Galatas": not where he is.
_NOT_HIS = word_set("against v vs versus beat beating over to past facing than into and & or join joining joined")


@dataclass
class Clubs:
    """What is known of the text's clubs: `main` is named most, `section_of` gives the heading's club by line number,
    `beside` those named in one line with a player; `buying` are looking for players more than they have any."""

    main: int | None = None
    section_of: dict[int, int] = field(default_factory=dict)
    beside: defaultdict[int, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    lines_of: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    buying: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, scene: Scene) -> "Clubs":
        """Read them off a scene."""
        found = cls(_main_club(scene))
        section: int | None = None
        for line in scene.lines:
            clubs = [scene.actor(line, place).number for place in line.marks("C")]
            if line.leads and line.number:
                section = clubs[0] if len(clubs) == 1 and len(line.words) <= _HEADING else None
            if section is not None:
                found.section_of[line.number] = section
            loose = _loose(scene, line)
            for player in {scene.actor(line, place).number for place in line.marks("P")[:_MOST]}:
                beside = found.beside[player]
                for club in loose:
                    beside[club] += 1
                found.lines_of[player].append(line.number)
        return found

    def guess(self, player: int, counted: Mapping[int, float], buyers: Sequence[int], *, goes: bool) -> int | None:
        """The likeliest club; None where nothing is likely. `counted` is the evidence, `buyers` want him; `goes`:
        he is said to go."""
        if not goes:
            return None
        section = (self.section_of[line] for line in self.lines_of.get(player, ()) if line in self.section_of)
        main = [self.main] if self.main is not None and self.main not in self.buying else []
        beside = [club for club, _ in self.beside.get(player, Counter()).most_common()]
        likely = (club for club in (*section, *main, *beside) if club not in buyers)
        return next((club for club in likely if counted.get(club, 0.0) > _AGAINST), None)


def _loose(scene: Scene, line: Line) -> set[int]:
    """The clubs of a line that may be anybody's: no other player's, no opponent, no destination."""
    return {
        scene.actor(line, place).number
        for place in line.marks("C")[:_MOST]
        if owner_of(line, place) is None and not (place and line.words[place - 1] in _NOT_HIS)
    }


def _main_club(scene: Scene) -> int | None:
    """The club named most, by far; the headline counts more."""
    counts: Counter[int] = Counter()
    for line in scene.lines:
        for place in line.marks("C"):
            counts[scene.actor(line, place).number] += _LEADS if line.leads or line.number == 0 else 1
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _FAR_AHEAD * ranked[1][1]):
        return None
    return ranked[0][0]
