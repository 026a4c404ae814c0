"""Cutting the capitalised words of a text into pieces: known names, things that are no names, and new names."""

from collections.abc import Iterator
from dataclasses import dataclass

from rumours.tagging.gazetteer import Gazetteer, KnownName, Match
from rumours.tagging.names.lexicon import Entry, longest_at
from rumours.tagging.names.page import Page
from rumours.tagging.names.words import listed
from rumours.tagging.names.words.given import GIVEN_NAMES
from rumours.tagging.names.words.openers import FUNCTION_WORDS
from rumours.tagging.names.words.roles import PLAYER_WORDS, POSITIONS, ROLE_WORDS
from rumours.tagging.names.words.things import CLUB_ENDINGS

PARTICLES = listed(
    """
    van de der den di da dos das do del della dello degli el al la le ter ten von mac bin ibn ben y e du des
    """
)
# Small words inside one name: "van der".
_MOST_PARTICLES = 2
_TITLES = frozenset(word for role in [*ROLE_WORDS, *POSITIONS] for word in role.split()) | PLAYER_WORDS
# Countries and cities that are given names as well: "Jordan", "Florence".
_PLACES_AS_GIVEN = listed("jordan israel chad georgia florence orlando paris milan santiago sofia sydney")


@dataclass(slots=True)
class Piece:
    """Words `first`..`last`. `names`: whom they may mean; `entry`: what else they are; neither: a new name.

    `kinds` are those of the rows meant; `obscure`: they are only clubs of which little is written.
    """

    first: int
    last: int
    names: tuple[KnownName, ...] = ()
    entry: Entry | None = None
    titled: bool = False
    obscure: bool = False
    kinds: frozenset[str] = frozenset()
    is_new: bool = True

    @property
    def size(self) -> int:
        return self.last - self.first + 1


def pieces(page: Page, gazetteer: Gazetteer) -> list[Piece]:
    """All pieces in order, without overlap."""
    found: list[Piece] = []
    for piece in _merged(page, list(_cut(page, gazetteer))):
        if piece.is_new:
            found.extend(_bare(page, piece))
        else:
            found.append(piece)
    return found


def _cut(page: Page, gazetteer: Gazetteer) -> Iterator[Piece]:
    """Known names and things at their longest; the capitals between them, each alone, as new."""
    free = 0
    for place in [place for place, capital in enumerate(page.capital) if capital]:
        if place < free:
            continue
        before = place - 1
        if before >= free and page.joined[place] and not page.capital[before]:
            match = gazetteer.match_at(page.read, before, reach=page.reach(before))
            if match is not None and match.last > before:
                yield _known(page, match, gazetteer)
                free = match.last + 1
                continue
        piece = _piece_at(page, place, gazetteer)
        free = piece.last + 1
        if not piece.is_new or page.words[place].isalpha():
            yield piece


def _piece_at(page: Page, place: int, gazetteer: Gazetteer) -> Piece:
    """The longest name or thing that begins at a capital, or the capital alone."""
    reach = page.reach(place)
    match = gazetteer.match_at(page.read, place, reach=reach)
    if match is not None and match.last == place and page.words[place] in PARTICLES:
        match = None
    other = longest_at(page.words, place, reach)
    if other is not None and (match is None or _outweighs(other, match, gazetteer)):
        return Piece(place, other[0], entry=other[1], titled=page.in_title(place), is_new=False)
    if match is not None:
        return _known(page, match, gazetteer)
    return Piece(place, _hyphened(page, place), titled=page.in_title(place))


def _known(page: Page, match: Match, gazetteer: Gazetteer) -> Piece:
    return Piece(
        match.first,
        match.last,
        match.names,
        titled=page.in_title(match.first),
        obscure=_is_obscure(match, gazetteer),
        kinds=frozenset([name.key.kind for name in match.names]),
        is_new=False,
    )


def _hyphened(page: Page, place: int) -> int:
    """The last word of a name whose second part is small after a hyphen: "Heung-min", but not "Bremen-born"."""
    after = place + 1
    if after >= len(page) or page.gap(after) not in {"-", "‑", "‐"} or not page.capital[place]:
        return place
    small = not page.capital[after] and page.words[after] not in _HYPHENED
    return after if small and len(page.words[after]) < 7 and page.joined[place] else place


_HYPHENED = frozenset(
    "born based linked led bound style era esque inspired trained owned wide mad like backed type speaking held".split()  # noqa: SIM905
)


def _outweighs(other: tuple[int, Entry], match: Match, gazetteer: Gazetteer) -> bool:
    """Whether a thing is meant rather than a known name: it is longer, or as long and the name is hardly known."""
    if other[0] != match.last:
        return other[0] > match.last
    if not match.is_certain or match.names[0].key.kind == "player":
        return True
    return match.names[0].key.kind == "club" and _is_obscure(match, gazetteer)


def _is_obscure(match: Match, gazetteer: Gazetteer) -> bool:
    return all(name.key.kind == "club" and not gazetteer.is_famous(name.key) for name in match.names)


def _merged(page: Page, cut: list[Piece]) -> Iterator[Piece]:
    """Neighbouring new pieces as one, with particles between, and with known words that are part of a longer name."""
    place = 0
    while place < len(cut):
        piece = cut[place]
        place += 1
        while place < len(cut) and _belongs(page, piece, cut[place]):
            piece = Piece(piece.first, cut[place].last, titled=piece.titled)
            place += 1
        yield piece


def _belongs(page: Page, left: Piece, right: Piece) -> bool:
    """Whether `right` goes on the name that `left` begins."""
    if not _touching(page, left, right):
        return False
    if left.titled:
        return left.is_new and right.is_new and left.size == 1 and _is_full_in_title(page, left.first, right.first)
    if left.is_new and right.is_new:
        return not (left.first == left.last and page.words[left.first] in FUNCTION_WORDS and page.opening[left.first])
    if left.is_new:
        if _is_new_club(page, left, right):
            return True
        beside = right.first == left.last + 1 or _is_persons(right)
        return beside and _is_given(page, left, right) and _may_be_family(right)
    if right.entry is not None and page.words[left.first] in GIVEN_NAMES:
        return _is_persons(left) and left.size == 1 and _may_be_family(right)
    if not right.is_new and _is_persons(left) and _is_persons(right):
        return left.size == 1 and (right.size == 1 or page.words[right.first] in PARTICLES)
    if right.is_new and _may_be_given(page, left):
        return page.words[right.first] not in page.openers and page.words[right.first] not in CLUB_ENDINGS
    return False


def _is_new_club(page: Page, left: Piece, right: Piece) -> bool:
    """Whether words that clubs share belong to one that nobody has entered: "Norvik United", "Norvik Athletic Club"."""
    if right.kinds != {"club"} or page.words[right.first] not in CLUB_ENDINGS:
        return False
    word = page.words[left.last]
    return word not in page.openers and word not in GIVEN_NAMES and word not in _TITLES


def _is_full_in_title(page: Page, given: int, family: int) -> bool:
    """In Title Case a given name and a word that is not common make a name: "Sign Milan Varga"."""
    words = page.words
    return words[given] in GIVEN_NAMES and words[given] not in page.openers and words[family] not in page.openers


def _touching(page: Page, left: Piece, right: Piece) -> bool:
    """Nothing between the two but a space, a hyphen or small particles; the left one bears no possessive."""
    if (
        right.first - left.last > _MOST_PARTICLES + 1
        or page.reach(left.last) < right.first
        or page.possessive(left.last)
    ):
        return False
    between = page.words[left.last + 1 : right.first]
    return all(word in PARTICLES for word in between) and "&" not in page.gap(right.first)


def _is_given(page: Page, left: Piece, right: Piece) -> bool:
    """Whether the last word of `left` may be a given name: a common one, an initial, or a capital that tells."""
    word = page.words[left.last]
    if word in GIVEN_NAMES or (left.size == 1 and len(word) == 1):
        return True
    if word in page.openers or word in _TITLES:
        return False
    return not page.opening[left.first] or _is_persons(right)


def _may_be_family(piece: Piece) -> bool:
    """A lone word that names something else may be a family name after a given one: "Antonio Valencia"."""
    if piece.size > 1:
        return False
    if piece.entry is not None:
        return piece.entry.kind in {"country", "city", "ground"}
    if piece.obscure or "player" in piece.kinds or "source" in piece.kinds:
        return True
    return all(name.ambiguous or name.key.kind in {"player", "person"} for name in piece.names)


def _is_persons(piece: Piece) -> bool:
    """Whether only players and people bear the name."""
    return bool(piece.names) and piece.kinds <= {"player", "person"}


def _may_be_given(page: Page, piece: Piece) -> bool:
    """A lone word that names something else may begin a new name: "Milan Baros", "Jordan Pickford"."""
    if piece.size > 1:
        return False
    word = page.words[piece.first]
    if piece.entry is not None:
        return word in _PLACES_AS_GIVEN
    if word in _PLACES_AS_GIVEN or word in GIVEN_NAMES:
        return True
    return (
        piece.obscure
        or piece.kinds <= {"player", "person"}
        or (piece.kinds == {"source"} and all(name.ambiguous for name in piece.names) and len(word) < 5)
    )


def _bare(page: Page, piece: Piece) -> Iterator[Piece]:
    """A new name without the titles and openers before and behind it; nothing where only those were."""
    first, last = piece.first, piece.last
    while first <= last and _is_opener(page, first, last):
        first += 1
    while last >= first and _is_trailing(page, last):
        last -= 1
    for place in range(first, last):
        if page.words[place] in _INNER_TITLES and page.words[place] not in GIVEN_NAMES:
            first = place + 1
    if first <= last:
        yield Piece(first, last, titled=piece.titled)


def _is_trailing(page: Page, place: int) -> bool:
    if not page.capital[place]:
        return page.gap(place) not in {"-", "‑", "‐"}
    return page.words[place] in _TRAILING


# "Sports Minister Varga", "Head Coach Varga": the name begins after them.
_INNER_TITLES = frozenset(
    {
        "minister",
        "secretary",
        "officer",
        "coach",
        "director",
        "manager",
        "president",
        "ceo",
        "chairman",
        "boss",
        "captain",
        "sir",
        "dr",
        "sheikh",
        "chief",
        "striker",
        "midfielder",
        "defender",
        "goalkeeper",
        "winger",
        "agent",
        "journalist",
        "star",
        "target",
        "coordinator",
    }
)
_TRAILING = frozenset({"and", "or", "the", "s"}) | FUNCTION_WORDS - {"will", "may"}


def _is_opener(page: Page, place: int, last: int) -> bool:
    word = page.words[place]
    if not page.capital[place] or (word in PARTICLES and place == last):
        return True
    if word in GIVEN_NAMES and place < last:
        return False
    if word in _TITLES or word in page.openers:
        return True
    opens = page.opening[place]
    return opens and place < last and (word.endswith(("ing", "ly", "ed")))
