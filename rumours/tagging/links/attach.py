"""Which moves a sentence speaks of, so that a sum, a doubt or a word for the kind of deal finds its move."""

from collections import defaultdict
from collections.abc import Sequence

from rumours.tagging.links.lines import Line
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.weighing import Pair


class Topics:
    """For every line the pairs it is about: those it names, or those of the lines before it."""

    def __init__(self, scene: Scene, pairs: Sequence[Pair]) -> None:
        self._scene = scene
        self._pairs = pairs
        self._claimed: defaultdict[int, list[Pair]] = defaultdict(list)
        for pair in pairs:
            for number in {claim.line.number for claim in pair.claims}:
                self._claimed[number].append(pair)

    def of_line(self, line: Line) -> list[Pair]:
        """The pairs of the players the line names; of those only the buyers' it names, where it names any of them."""
        players = {self._scene.actor(line, place).number for place in line.marks("P")}
        clubs = {self._scene.club_at(line, place) for place in line.marks("CN")}
        mine = [pair for pair in self._pairs if pair.player in players] or self._before(line, clubs)
        named = [pair for pair in mine if pair.buyer in clubs]
        return named or mine

    def _before(self, line: Line, clubs: set[int | None]) -> list[Pair]:
        """What a line without a player goes on about: the nearest earlier line with a claim, or the one after a
        heading."""
        if self._claimed.get(line.number):
            return self._claimed[line.number]
        for number in range(line.number - 1, max(line.number - 6, -1), -1):
            if self._claimed.get(number):
                return self._claimed[number]
        return []
