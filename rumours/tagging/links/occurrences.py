"""Where a player and a club stand in one sentence, each with the list it is part of."""

from collections.abc import Iterator
from dataclasses import dataclass

from rumours.tagging.links.lines import Line
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.slots import listed

MOST_NAMES = 24


@dataclass(slots=True)
class Occurrence:
    """A player and a club in `line`; `left` and `right` are the last word of the first one's list and the first word
    of the second one's, `start` and `end` the outer edges. `club_first` tells the order; `acting` that a person stands
    for the club."""

    player: int
    club: int
    line: Line
    start: int
    left: int
    right: int
    end: int
    club_first: bool
    acting: bool


def occurrences(scene: Scene, line: Line) -> Iterator[Occurrence]:
    """Every pair of the line; a line with very many names gives the first of them only."""
    players = line.marks("P")[:MOST_NAMES]
    if not players:
        return
    clubs = [
        (place, club) for place in line.marks("CN")[:MOST_NAMES] if (club := scene.buyer_at(line, place)) is not None
    ]
    edges = {place: _edges(line, place, "P") for place in players}
    edges |= {place: _edges(line, place, "CN") for place, _ in clubs}
    for player_place in players:
        player = scene.actor(line, player_place).number
        for club_place, club in clubs:
            club_first = club_place < player_place
            first, second = (club_place, player_place) if club_first else (player_place, club_place)
            (start, left), (right, end) = edges[first], edges[second]
            yield Occurrence(
                player=player,
                club=club,
                line=line,
                start=start,
                left=left if left < second else first,
                right=right if right > first else second,
                end=end,
                club_first=club_first,
                acting=line.words[club_place] == "N",
            )


def _edges(line: Line, place: int, kinds: str) -> tuple[int, int]:
    places = listed(line, place, kinds)
    return places[0], places[-1]
