"""A few invented clubs and players, and what the wordings of one text say of them."""

from datetime import UTC, datetime

from rumours.choices import GROUP_OF_STAGE
from rumours.tagging import Gazetteer, Key, KnownName
from rumours.tagging.links import origins
from rumours.tagging.links.background import factor, negated
from rumours.tagging.links.claims import Partial, partials
from rumours.tagging.links.lines import Line
from rumours.tagging.links.scene import Scene
from rumours.tagging.names import read
from rumours.text import Document, Span

CLUBS = ("Marlow Athletic", "Harbury", "Sportivo Lazzano", "Real Castellar", "Norchester City")
PLAYERS = ("Ivo Lander", "Tomas Brekke", "Rui Calado", "Joel Amadi")
GAZETTEER = Gazetteer(
    [
        *(KnownName(Key("club", place), name) for place, name in enumerate(CLUBS)),
        *(KnownName(Key("player", place), name) for place, name in enumerate(PLAYERS)),
        *(KnownName(Key("player", place), name.split()[1]) for place, name in enumerate(PLAYERS)),
    ]
)
PUBLISHED = datetime(2025, 8, 12, tzinfo=UTC)


def line_of(sentence: str) -> Line:
    """A line of these words, apart by spaces; a capital letter names somebody."""
    return Line(0, Span(0, 0), 0, False, sentence.split())


def scene_of(body: str) -> Scene:
    """The scene of a text without a headline."""
    scene = Scene.of(read(Document(headline="", body=body, published=PUBLISHED), GAZETTEER), GAZETTEER)
    origins.settle(scene)
    return scene


def said(body: str) -> set[str]:
    """What all wordings of a text say, as "player > buyer: stage group"; "?" for a player or a buyer left out.

    What is denied has "no" before its stage; what is of the past, supposed or about staying is left out.
    """
    scene = scene_of(body)
    return {
        told
        for line in scene.lines
        for partial in partials(scene, line)
        if factor(line, partial.first, partial.last, PUBLISHED) >= 0.5
        for told in _told(scene, partial)
    }


def _told(scene: Scene, partial: Partial) -> list[str]:
    actors = scene.reading.actors
    stage = "leaves" if partial.cue.leaving else GROUP_OF_STAGE[partial.cue.stage].value
    no = "no " if negated(partial.line, partial.first) else ""
    players = [actors[player].name.split()[-1] for player in partial.players] or ["?"]
    buyers = [actors[buyer].name.split()[0] for buyer in partial.buyers] or ["?"]
    return [f"{player} > {buyer}: {no}{stage}" for player in players for buyer in buyers]
