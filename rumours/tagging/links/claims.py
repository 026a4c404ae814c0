"""One wording's claim about one player and one buyer, and finding all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rumours.tagging.links.cues import BOOK, Cue
from rumours.tagging.links.cues.cue import Where
from rumours.tagging.links.lines import Line
from rumours.tagging.links.origins import owner_of
from rumours.tagging.links.phrases import Hit
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.slots import listed, nearest


@dataclass(frozen=True, slots=True)
class Claim:
    """`player` and `buyer` are actor numbers (buyer None: he goes, nobody says where); `weight` 0 to 1."""

    player: int
    buyer: int | None
    cue: Cue
    line: Line
    weight: float
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Partial:
    """A wording with whom it names in its own sentence; what is missing may be carried over from before."""

    cue: Cue
    line: Line
    first: int
    last: int
    players: tuple[int, ...]
    buyers: tuple[int, ...]
    weight: float


_NOT_BUYER_BEFORE = frozenset({"from", "against", "over", "vs", "at", "beat", "beating", "leave", "leaving", "left", "with"})


def partials(scene: Scene, line: Line) -> Iterator[Partial]:
    """Every wording of the line, the longest where some share words, with the names it speaks of."""
    hits = sorted(BOOK.find(line.words), key=lambda hit: (hit.first - hit.last, hit.first))
    kept: list[Hit[Cue]] = []
    for hit in hits:
        if not any(other.first <= hit.last and hit.first <= other.last for other in kept):
            kept.append(hit)
    for hit in sorted(kept, key=lambda hit: hit.first):
        yield _partial(scene, line, hit)


def _partial(scene: Scene, line: Line, hit: Hit[Cue]) -> Partial:
    cue = hit.tag
    players, players_fit = _players(scene, line, hit)
    buyers, buyers_fit = _buyers(scene, line, hit, players)
    return Partial(cue, line, hit.first, hit.last, players, buyers, cue.weight * players_fit * buyers_fit)


def _players(scene: Scene, line: Line, hit: Hit[Cue]) -> tuple[tuple[int, ...], float]:
    if "P" in hit.slots:
        return _actors(scene, line, listed(line, hit.slots["P"], "P")), 1.0
    found = nearest(line, hit.first, hit.last, hit.tag.player, "P", lambda place: True)
    if found is None:
        return (), 1.0
    return _actors(scene, line, listed(line, found[0], "P")), found[1]


def _actors(scene: Scene, line: Line, places: Sequence[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(scene.actor(line, place).number for place in places))


def _buyers(scene: Scene, line: Line, hit: Hit[Cue], players: tuple[int, ...]) -> tuple[tuple[int, ...], float]:
    homes = {scene.origins.get(player) for player in players} - {None}

    def fits(place: int) -> bool:
        club = scene.club_at(line, place)
        if club is None or club in homes:
            return False
        if line.words[place].text == "C" and owner_of(line, place) is not None:
            return False
        before = line.words[place - 1].text if place else ""
        return not (before in _NOT_BUYER_BEFORE and not hit.first <= place - 1 <= hit.last)

    if "B" in hit.slots and scene.club_at(line, hit.slots["B"]) not in {None, *homes}:
        found: tuple[int, float] | None = (hit.slots["B"], 1.0)
    elif hit.tag.buyer is Where.NONE:
        return (), 1.0
    else:
        found = nearest(line, hit.first, hit.last, hit.tag.buyer, "CN", fits)
    if found is None:
        return (), 1.0
    places = [place for place in listed(line, found[0], "CN") if place == found[0] or fits(place)]
    clubs = dict.fromkeys(club for place in places if (club := scene.club_at(line, place)) is not None)
    return tuple(clubs), found[1]
