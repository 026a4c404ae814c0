"""Whom a wording about a club speaks of."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from rumours.tagging.links.cues.cue import Where
from rumours.tagging.links.lines import Line
from rumours.tagging.links.phrases import Hit
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.slots import listed

# How sure it is that he is meant who stands on the other side of the wording, or only in a sentence before.
OTHER_SIDE, CARRIED, IMPLIED = 0.7, 0.5, 0.85
_ADJACENT = 2


@dataclass(slots=True)
class Topic:
    """Whom the sentences so far are about."""

    scene: Scene
    player: int | None = None

    def follow(self, line: Line) -> None:
        """Read one more sentence: it goes on about the same man if it names him, else about the first it names."""
        named = [self.scene.actor(line, place).number for place in line.marks("P")]
        if named and self.player not in named:
            self.player = named[0]


def matched(scene: Scene, line: Line, hit: Hit[float], slot: str) -> Iterator[tuple[int, int, float]]:
    """Player, place of his club and how sure that is, for a wording that names both; `slot` is the club's.

    Lists of both go together one by one: "P and P from Galatas and Ostria". None where somebody else stands between.
    """
    place, club = hit.slots["P"], hit.slots[slot]
    near = hit.last - hit.first <= _ADJACENT
    places = listed(line, place, "P")
    clubs = listed(line, club, "C")
    if len(places) == len(clubs) > 1 and (max(places) < min(clubs) or max(clubs) < min(places)):
        yield from ((*_weighed(scene, line, at)[:1], of, 1.0) for at, of in zip(places, clubs, strict=True))
        return
    low, high = sorted((place, club))
    if any(line.words[at] == "P" and at not in places and not _implied(line, at) for at in range(low + 1, high)):
        return
    for at in [place] if near else [at for at in places if (at < club) == (place < club)]:
        player, sure = _weighed(scene, line, at)
        yield player, club, sure


def beside(scene: Scene, line: Line, hit: Hit[float], where: Where, topic: Topic) -> list[tuple[int, float]]:
    """The players whom a wording that names none is about."""
    marks = line.marks("P")
    left, right = bisect_left(marks, hit.first), bisect_left(marks, hit.last + 1)
    before, after = marks[max(left - 1, 0) : left], marks[right : right + 1]
    first, second = (before, after) if where is Where.BEFORE else (after, before)
    if first:
        return [_weighed(scene, line, at) for at in listed(line, first[0], "P")]
    if second:
        players = [_weighed(scene, line, at) for at in listed(line, second[0], "P")]
        return [(player, sure * OTHER_SIDE) for player, sure in players]
    return [(topic.player, CARRIED)] if topic.player is not None else []


def _weighed(scene: Scene, line: Line, place: int) -> tuple[int, float]:
    return scene.actor(line, place).number, IMPLIED if _implied(line, place) else 1.0


def _implied(line: Line, place: int) -> bool:
    mention = line.named.get(place)
    return mention is not None and mention.implied
