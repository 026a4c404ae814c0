"""Which moves a sentence speaks of, so that a sum, a doubt or a word for the kind of deal finds its move.

A sentence is about the pairs of the players it names; where it names none, about those of the sentences before it. A
word in it is about the player named nearest: "Foo may cost €30m, while Bar is out of contract".
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from enum import IntEnum

from rumours.tagging.links.lines import Line
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.slots import listed
from rumours.tagging.links.weighing import Pair

# So many sentences a player is spoken of without being named again.
CARRIES = 4
# A name before a word is nearer than one as far after it.
_AHEAD = 1.5
_STOPS = frozenset({".", ";", "while", "whereas", "but", "as"})


class Tie(IntEnum):
    """How closely a sentence is about a pair: it names both; the player alone; him and another buyer; or nobody, and
    the pair was spoken of just before."""

    RIVAL = 0
    CARRIED = 1
    PLAYER = 2
    BOTH = 3


class Topics:
    """For every line the pairs it is about."""

    def __init__(self, scene: Scene, pairs: Sequence[Pair]) -> None:
        self._scene = scene
        self._of_player: defaultdict[int, list[Pair]] = defaultdict(list)
        self._claimed: defaultdict[int, list[Pair]] = defaultdict(list)
        for pair in pairs:
            self._of_player[pair.player].append(pair)
            for number in {claim.line.number for claim in pair.claims}:
                self._claimed[number].append(pair)
        self._ties = {line.number: self._tied(line, before) for line, before in self._with_last_players()}

    def ties(self, line: Line) -> list[tuple[Pair, Tie]]:
        """The pairs a line is about, each with how closely."""
        return self._ties[line.number]

    def of_word(self, line: Line, place: int) -> list[tuple[Pair, Tie]]:
        """The pairs that the word at `place` is about: in a line with several players those of the nearest."""
        ties = self._ties[line.number]
        marks = line.marks("P")
        if len(marks) < 2:
            return ties
        near = self._near(line, marks, place)
        return [(pair, tie) for pair, tie in ties if pair.player in near] if near else ties

    def _near(self, line: Line, marks: Sequence[int], place: int) -> set[int]:
        """The player named nearest to a word, with those in one list with him."""
        after = bisect_left(marks, place)
        best = min(marks[max(after - 2, 0) : after + 2], key=lambda mark: _distance(line, mark, place))
        return {self._scene.actor(line, mark).number for mark in listed(line, best, "P")}

    def _with_last_players(self) -> list[tuple[Line, tuple[int, ...]]]:
        """Every line with the players spoken of when it begins."""
        found = []
        last: tuple[int, ...] = ()
        since = 0
        for line in self._scene.lines:
            since += 1
            found.append((line, last if since <= CARRIES else ()))
            players = tuple(dict.fromkeys(self._scene.actor(line, place).number for place in line.marks("P")))
            if players and not (line.leads and line.number):
                last, since = players, 0
        return found

    def _tied(self, line: Line, before: tuple[int, ...]) -> list[tuple[Pair, Tie]]:
        named = dict.fromkeys(self._scene.actor(line, place).number for place in line.marks("P"))
        clubs = {self._scene.club_at(line, place) for place in line.marks("CN")} - {None}
        players = [player for player in named if player in self._of_player]
        if named and not players:
            return []
        if not players:
            players = [player for player in before if player in self._of_player] or self._only()
        return [(pair, self._tie(pair, clubs, bool(named))) for player in players for pair in self._of_player[player]]

    def _only(self) -> list[int]:
        """The one player of the text's pairs, where there is but one."""
        return list(self._of_player) if len(self._of_player) == 1 else []

    def _tie(self, pair: Pair, clubs: set[int | None], named: bool) -> Tie:
        if pair.buyer in clubs:
            return Tie.BOTH if named else Tie.PLAYER
        others = {other.buyer for other in self._of_player[pair.player]} & clubs
        if others:
            return Tie.RIVAL
        return Tie.PLAYER if named else Tie.CARRIED


def _distance(line: Line, mark: int, place: int) -> float:
    """How far a name is from a word: further where it stands after it, or beyond the end of a clause."""
    low, high = min(mark, place), max(mark, place)
    crossed = sum([word in _STOPS for word in line.words[low + 1 : min(high, low + 40)]])
    return (high - low) * (_AHEAD if mark > place else 1.0) + 8 * crossed
