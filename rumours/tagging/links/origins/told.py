"""What the sentences tell of where players are, wording by wording."""

from collections.abc import Iterator

from rumours.tagging.links.cues.cue import Where
from rumours.tagging.links.lines import Line
from rumours.tagging.links.origins.past import is_past
from rumours.tagging.links.origins.people import Topic, beside, named
from rumours.tagging.links.origins.wordings import AFTER, BEFORE, CAME, GOING, GOING_BEFORE, LENT, NAMED
from rumours.tagging.links.owning import SEVERAL, is_former, owner_of
from rumours.tagging.links.phrases import Hit
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.slots import listed
from rumours.tagging.links.votes import Vote

OWNED, LISTED, FORMER = 1.5, 0.5, -1.0
# What is left of a wording about a state when it is of the past, and what a move of the past says of both clubs.
THEN, GONE, SINCE = 0.25, -0.8, 0.8
NOW_FROM, NOW_TO = 1.4, -1.0
LENT_TO = -1.2


def told(scene: Scene) -> Iterator[Vote]:
    """Every vote, in the order of the text."""
    topic = Topic(scene)
    for line in scene.lines:
        yield from _owned(scene, line)
        yield from _named(scene, line)
        yield from _unnamed(scene, line, topic)
        yield from _came(scene, line, topic)
        yield from _lent(scene, line, topic)
        topic.follow(line)


def _owned(scene: Scene, line: Line) -> Iterator[Vote]:
    """A club right before its player: "Chelsea defender P"; before "duo" all of a list."""
    for place in line.marks("C"):
        owned = owner_of(line, place)
        if owned is None:
            continue
        club, weight = scene.actor(line, place).number, FORMER if is_former(line, place) else OWNED
        several = any(word.text in SEVERAL for word in line.words[place:owned])
        for at in listed(line, owned, "P"):
            if at == owned or several:
                yield Vote(scene.actor(line, at).number, club, weight, "owned" if weight > 0 else "former")
            elif at > owned and weight > 0 and not any(word.text == "C" for word in line.words[owned:at]):
                yield Vote(scene.actor(line, at).number, club, LISTED, "owned-list")


def _named(scene: Scene, line: Line) -> Iterator[Vote]:
    """Wordings that hold player and club."""
    for book, moving in ((NAMED, False), (GOING, True)):
        for hit in book.find(line.words):
            for player, sure in named(scene, line, hit):
                yield from _vote(scene, line, hit, player, sure, moving=moving)


def _unnamed(scene: Scene, line: Line, topic: Topic) -> Iterator[Vote]:
    """Wordings about a club whose player stands beside them, or in a sentence before."""
    for book, where, moving in (
        (BEFORE, Where.BEFORE, False),
        (AFTER, Where.AFTER, False),
        (GOING_BEFORE, Where.BEFORE, True),
    ):
        for hit in book.find(line.words):
            for player, sure in beside(scene, line, hit, where, topic):
                yield from _vote(scene, line, hit, player, sure, moving=moving)


def _vote(scene: Scene, line: Line, hit: Hit[float], player: int, sure: float, *, moving: bool) -> Iterator[Vote]:
    """For the club F: what it had then says little; whence he went then, he is not."""
    club = scene.club_at(line, hit.slots["F"])
    if club is None:
        return
    weight = hit.tag
    if is_past(line, hit, scene.reading.published):
        weight = GONE if moving else weight * THEN
    words = " ".join(word.text for word in line.words[hit.first : hit.last + 1])
    yield Vote(player, club, weight * sure, words)


def _came(scene: Scene, line: Line, topic: Topic) -> Iterator[Vote]:
    """A move told: now, or long ago."""
    for hit in CAME.find(line.words):
        whom = named(scene, line, hit) if "P" in hit.slots else beside(scene, line, hit, Where.BEFORE, topic)
        past = is_past(line, hit, scene.reading.published)
        for slot, then, now in (("B", SINCE, NOW_TO), ("F", GONE, NOW_FROM)):
            club = scene.club_at(line, hit.slots[slot]) if slot in hit.slots else None
            if club is not None:
                for player, sure in whom:
                    yield Vote(player, club, (then if past else now) * sure, f"{'came' if past else 'comes'}-{slot}")


def _lent(scene: Scene, line: Line, topic: Topic) -> Iterator[Vote]:
    """Where he is on loan he does not belong."""
    for hit in LENT.find(line.words):
        whom = named(scene, line, hit) if "P" in hit.slots else beside(scene, line, hit, Where.BEFORE, topic)
        club = scene.actor(line, hit.slots["C"]).number
        for player, sure in whom:
            if hit.tag > 0 and not is_past(line, hit, scene.reading.published):
                scene.loans.setdefault(player, club)
            yield Vote(player, club, LENT_TO * sure, "lent")
