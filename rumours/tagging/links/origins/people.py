"""Whom a wording about a club speaks of."""

from dataclasses import dataclass

from rumours.tagging.links.cues.cue import Where
from rumours.tagging.links.lines import Line
from rumours.tagging.links.phrases import Hit
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.slots import listed

# How sure it is that he is meant who stands on the other side of the wording, or only in a sentence before.
OTHER_SIDE, CARRIED, IMPLIED = 0.7, 0.6, 0.85
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


def named(scene: Scene, line: Line, hit: Hit[float]) -> list[tuple[int, float]]:
    """The players of a wording that names one, with those in a list with him; each with how sure that is."""
    place = hit.slots["P"]
    places = [place] if hit.last - hit.first <= _ADJACENT else listed(line, place, "P")
    return [_weighed(scene, line, at) for at in places]


def beside(scene: Scene, line: Line, hit: Hit[float], where: Where, topic: Topic) -> list[tuple[int, float]]:
    """The players whom a wording that names none is about."""
    marks = line.marks("P")
    before = [place for place in marks if place < hit.first][-1:]
    after = [place for place in marks if place > hit.last][:1]
    first, second = (before, after) if where is Where.BEFORE else (after, before)
    if first:
        return [_weighed(scene, line, at) for at in listed(line, first[0], "P")]
    if second:
        return [(player, sure * OTHER_SIDE) for player, sure in [_weighed(scene, line, second[0])]]
    return [(topic.player, CARRIED)] if topic.player is not None else []


def _weighed(scene: Scene, line: Line, place: int) -> tuple[int, float]:
    mention = line.words[place].mention
    return scene.actor(line, place).number, IMPLIED if mention and mention.implied else 1.0
