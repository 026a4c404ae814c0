"""One wording's claim about one player and one buyer, and finding all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rumours.tagging.links.cues import BOOK, Cue
from rumours.tagging.links.cues.cue import Where
from rumours.tagging.links.lines import Line
from rumours.tagging.links.owning import owner_of
from rumours.tagging.links.phrases import Hit
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.slots import is_absolute, listed, nearest
from rumours.tagging.links.they import THEY
from rumours.tagging.names.words import listed as word_set


@dataclass(slots=True)
class Claim:
    """`player` and `buyer` are actor numbers (buyer None: he goes, nobody says where); `weight` 0 to 1.

    `missing` says what the sentence left out: "player", "buyer" or "both".
    """

    player: int
    buyer: int | None
    cue: Cue
    line: Line
    weight: float
    missing: str = ""

    @property
    def carried(self) -> bool:
        """Whether a name was carried over from another sentence."""
        return bool(self.missing)


@dataclass(slots=True)
class Partial:
    """A wording with whom it names in its own sentence; what is missing may be carried over from before."""

    cue: Cue
    line: Line
    first: int
    last: int
    players: tuple[int, ...]
    buyers: tuple[int, ...]
    weight: float
    sellers: tuple[int, ...] = ()

    def told(self, cue: Cue, weight: float) -> "Partial":
        """The same told by another wording, or with another weight."""
        return Partial(cue, self.line, self.first, self.last, self.players, self.buyers, weight, self.sellers)


UNNAMED, THEY_FIT, SUBJECT, LIST_REACH = 0.4, 0.85, 8, 60
_ANYBODY = word_set("a an another new more further several some any other someone somebody two three four")
_WARES = word_set("reinforcements players signings additions options targets replacements recruits cover depth")
_NOT_BUYER_BEFORE = frozenset(
    {"from", "against", "over", "vs", "at", "beat", "beating", "leave", "leaving", "left", "with", "for", "of"}
)


def partials(scene: Scene, line: Line) -> Sequence[Partial]:
    """Every wording of the line with the names it speaks of; the fuller where one spells out all that another does.

    They hang on where the line's players are at home, and are found again only where that has changed.
    """
    if not BOOK.on(line):
        return ()
    homes = tuple([scene.origins.get(scene.actor(line, place).number) for place in line.marks("P")])
    known = scene.partials.get(line.number)
    if known is None or known[0] != homes:
        known = scene.partials[line.number] = (homes, list(_partials(scene, line)))
    return known[1]


def _partials(scene: Scene, line: Line) -> Iterator[Partial]:
    for hit in BOOK.fullest_on(line):
        partial = _partial(scene, line, hit)
        if partial is None:
            continue
        if len(partial.players) == len(partial.buyers) > 1 and _respectively(line, hit.last):
            for player, buyer in zip(partial.players, partial.buyers, strict=True):
                yield replace(partial, players=(player,), buyers=(buyer,))
        else:
            yield partial


def _respectively(line: Line, last: int) -> bool:
    """Whether a list of players and one of buyers go together one by one."""
    return "respectively" in line.words[last + 1 : last + 1 + LIST_REACH]


def _partial(scene: Scene, line: Line, hit: Hit[Cue]) -> Partial | None:
    cue = hit.tag
    players, players_fit = _players(scene, line, hit)
    buyers, buyers_fit = _buyers(scene, line, hit, players)
    if not (players and buyers) and _turned_round(line, hit):
        return None
    sellers = tuple(club for club in _sellers(scene, line, hit) if club is not None)
    return Partial(cue, line, hit.first, hit.last, players, buyers, cue.weight * players_fit * buyers_fit, sellers)


def _turned_round(line: Line, hit: Hit[Cue]) -> bool:
    """Whether the wording's subject is of the wrong kind: "Foo is in talks with Milan" is no club's talks with Foo."""
    wrong = "P" if hit.tag.buyer is Where.BEFORE else "C" if hit.tag.player is Where.BEFORE else ""
    for at in range(hit.first - 1, max(hit.first - SUBJECT, -1), -1):
        text = line.words[at]
        if text in {",", ";", ":"}:
            return False
        if text in {"P", "C", "N"}:
            return text == wrong and line.words[at + 1] != "'s"
    return False


def _players(scene: Scene, line: Line, hit: Hit[Cue]) -> tuple[tuple[int, ...], float]:
    if "P" in hit.slots:
        return _actors(scene, line, listed(line, hit.slots["P"], "P")), 1.0
    if hit.tag.player is Where.AFTER and _unnamed(line, hit.last):
        return (), UNNAMED
    found = nearest(line, hit.first, hit.last, hit.tag.player, "P", lambda place: True)
    if found is None:
        return (), 1.0
    return _actors(scene, line, listed(line, found[0], "P")), found[1]


def _unnamed(line: Line, last: int) -> bool:
    """Whether what is wanted is nobody in particular: "keen on signing a striker", "in the market for new players"."""
    following = line.words[last + 1 : last + 3]
    return bool(following) and (following[0] in _ANYBODY or following[-1] in _WARES)


def _actors(scene: Scene, line: Line, places: Sequence[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(scene.actor(line, place).number for place in places))


def _buyers(scene: Scene, line: Line, hit: Hit[Cue], players: tuple[int, ...]) -> tuple[tuple[int, ...], float]:
    homes = set.intersection(*({scene.origins.get(player)} for player in players)) - {None} if players else set()

    def fits(place: int) -> bool:
        club = scene.buyer_at(line, place)
        if club is None or club in homes:
            return False
        if line.words[place] == "C" and owner_of(line, place) is not None:
            return False
        before = line.words[place - 1] if place else ""
        if before not in _NOT_BUYER_BEFORE or hit.first <= place - 1 <= hit.last:
            return True
        return is_absolute(line, place - 1)

    sellers = _sellers(scene, line, hit)
    if "B" in hit.slots and scene.buyer_at(line, hit.slots["B"]) not in {None, *homes, *sellers}:
        found: tuple[int, float] | None = (hit.slots["B"], 1.0)
    elif hit.tag.buyer is Where.NONE:
        return (), 1.0
    else:
        found = nearest(
            line,
            hit.first,
            hit.last,
            hit.tag.buyer,
            "CN",
            lambda place: fits(place) and scene.buyer_at(line, place) not in sellers,
        )
    if found is None:
        they = _they(scene, line, hit)
        return ((they,), THEY_FIT) if they is not None and they not in {*homes, *sellers} else ((), 1.0)
    places = [place for place in listed(line, found[0], "CN") if place == found[0] or fits(place)]
    clubs = dict.fromkeys(club for place in places if (club := scene.buyer_at(line, place)) is not None)
    return tuple(clubs), found[1]


def _they(scene: Scene, line: Line, hit: Hit[Cue]) -> int | None:
    """The club that a "they" before the wording means, or None."""
    if hit.tag.buyer is not Where.BEFORE and hit.tag.buyer is not Where.NEAR:
        return None
    said = not THEY.isdisjoint(line.words[max(hit.first - 2 * SUBJECT, 0) : hit.last + 1])
    return scene.they[line.number] if said else None


def _sellers(scene: Scene, line: Line, hit: Hit[Cue]) -> set[int | None]:
    """The clubs that the wording has selling or refusing: its F, or the subject of "reject"."""
    found: set[int | None] = set()
    if "F" in hit.slots:
        found.add(scene.buyer_at(line, hit.slots["F"]))
    if hit.tag.seller is not Where.NONE:
        subject = nearest(line, hit.first, hit.last, hit.tag.seller, "CN", lambda place: True)
        if subject is not None:
            found.add(scene.buyer_at(line, subject[0]))
    return found
