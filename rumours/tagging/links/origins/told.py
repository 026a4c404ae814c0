"""What the sentences tell of where players are, wording by wording."""

from collections.abc import Iterator

from rumours.tagging.links.cues.cue import Where
from rumours.tagging.links.lines import Line
from rumours.tagging.links.origins.moves import CAME, GOING, GOING_BEFORE, LENT, WANTED
from rumours.tagging.links.origins.past import is_past
from rumours.tagging.links.origins.people import Topic, beside, matched
from rumours.tagging.links.origins.wordings import AFTER, BEFORE, NAMED, STATISTICS
from rumours.tagging.links.owning import ROLES, SEVERAL, is_former, owner_of
from rumours.tagging.links.phrases import Hit, Phrasebook
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.slots import listed
from rumours.tagging.links.votes import Vote

OWNED, LISTED, FORMER, DESCRIBED = 1.5, 0.5, -1.0, 0.8
# What is left of a wording about a state when it is of the past, and what a move of the past says of both clubs.
THEN, GONE, SINCE = 0.25, -0.8, 0.8
NOW_FROM, NOW_TO = 1.4, -1.0
LENT_TO = -1.2
_BESIDE: tuple[tuple[Phrasebook[float], Where, bool], ...] = (
    (BEFORE, Where.BEFORE, False),
    (AFTER, Where.AFTER, False),
    (GOING_BEFORE, Where.BEFORE, True),
)


def told(scene: Scene) -> Iterator[Vote]:
    """Every vote, in the order of the text."""
    topic = Topic(scene)
    for line in scene.lines:
        if line.marks("CN"):
            wanted = _wanted(line)
            yield from _owned(scene, line)
            yield from _described(scene, line, topic)
            yield from _named(scene, line, wanted)
            yield from _unnamed(scene, line, topic, wanted)
            yield from _came(scene, line, topic)
            yield from _lent(scene, line, topic)
        topic.follow(line)


def _wanted(line: Line) -> set[int]:
    """The places of clubs that interest, bids or offers come from."""
    return {place for hit in WANTED.on(line) for place in listed(line, hit.slots["B"], "C")}


def _owned(scene: Scene, line: Line) -> Iterator[Vote]:
    """A club right before its player: "Chelsea defender P"; before "duo" all of a list."""
    for place in line.marks("C"):
        owned = owner_of(line, place)
        if owned is None:
            continue
        club, weight = scene.actor(line, place).number, FORMER if is_former(line, place) else OWNED
        several = not SEVERAL.isdisjoint(line.words[place:owned])
        for at in listed(line, owned, "P"):
            player = scene.actor(line, at).number
            if at == owned or several:
                yield Vote(player, club, weight, "owned" if weight > 0 else "former", line.number)
            elif at > owned and weight > 0 and "C" not in line.words[owned:at]:
                yield Vote(player, club, LISTED, "owned-list", line.number)


def _described(scene: Scene, line: Line, topic: Topic) -> Iterator[Vote]:
    """A club before a role without a name: "the Chelsea defender". Known miss: it is somebody else than named last."""
    for place in line.marks("C"):
        if not place or line.words[place - 1] not in {"the", "another", "fellow", "their"}:
            continue
        after = line.words[place + 1 : place + 4]
        at = next((number for number, word in enumerate(after) if word in ROLES), None)
        if (
            at is None
            or any(named in line.named for named in range(place + 1, place + 2 + at))
            or owner_of(line, place) is not None
        ):
            continue
        hit = Hit(DESCRIBED, place - 1, place + 1 + at, {})
        for player, sure in beside(scene, line, hit, Where.BEFORE, topic):
            yield Vote(player, scene.actor(line, place).number, DESCRIBED * sure, "described", line.number)


def _named(scene: Scene, line: Line, wanted: set[int]) -> Iterator[Vote]:
    """Wordings that hold player and club."""
    for book, moving in ((NAMED, False), (GOING, True)):
        for hit in book.on(line):
            if hit.slots["F"] not in wanted:
                for player, place, sure in matched(scene, line, hit, "F"):
                    yield from _vote(scene, line, hit, place, player, sure, moving=moving)
    for hit in STATISTICS.on(line):
        for player, place, sure in matched(scene, line, hit, "F"):
            club = scene.club_at(line, place)
            if club is not None:
                yield Vote(player, club, hit.tag * sure, "statistics", line.number)


def _unnamed(scene: Scene, line: Line, topic: Topic, wanted: set[int]) -> Iterator[Vote]:
    """Wordings about a club whose player stands beside them, or in a sentence before."""
    for book, where, moving in _BESIDE:
        for hit in book.on(line):
            if hit.slots["F"] not in wanted:
                for player, sure in beside(scene, line, hit, where, topic):
                    yield from _vote(scene, line, hit, hit.slots["F"], player, sure, moving=moving)


def _vote(
    scene: Scene, line: Line, hit: Hit[float], place: int, player: int, sure: float, *, moving: bool
) -> Iterator[Vote]:
    """For the club at `place`: what it had then says little; whence he went then, he is not."""
    club = scene.club_at(line, place)
    if club is None:
        return
    weight = hit.tag
    if is_past(line, hit.first, hit.last, scene.reading.published):
        weight = GONE if moving else weight * THEN
    words = " ".join(line.words[hit.first : hit.last + 1])
    yield Vote(player, club, weight * sure, words, line.number)


def _came(scene: Scene, line: Line, topic: Topic) -> Iterator[Vote]:
    """A move told: now, or long ago."""
    for hit in CAME.on(line):
        past = is_past(line, hit.first, hit.last, scene.reading.published)
        for slot, then, now in (("B", SINCE, NOW_TO), ("F", GONE, NOW_FROM)):
            if slot not in hit.slots:
                continue
            for player, place, sure in _whom(scene, line, hit, slot, topic):
                club = scene.club_at(line, place)
                if club is not None:
                    rule = f"{'came' if past else 'comes'}-{slot}"
                    yield Vote(player, club, (then if past else now) * sure, rule, line.number)


def _lent(scene: Scene, line: Line, topic: Topic) -> Iterator[Vote]:
    """Where he is on loan he does not belong."""
    for hit in LENT.on(line):
        for player, place, sure in _whom(scene, line, hit, "C", topic):
            club = scene.actor(line, place).number
            if hit.tag > 0 and not is_past(line, hit.first, hit.last, scene.reading.published):
                scene.loans.setdefault(player, club)
            yield Vote(player, club, LENT_TO * sure, "lent", line.number)


def _whom(scene: Scene, line: Line, hit: Hit[float], slot: str, topic: Topic) -> Iterator[tuple[int, int, float]]:
    if "P" in hit.slots:
        yield from matched(scene, line, hit, slot)
    else:
        for player, sure in beside(scene, line, hit, Where.BEFORE, topic):
            yield player, hit.slots[slot], sure
