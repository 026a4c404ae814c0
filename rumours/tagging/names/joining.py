"""Joining neighbouring pieces that are one name: "Matthijs" and "van der Berk", "Milan" (a club) and "Barov"."""

from collections.abc import Iterator

from rumours.tagging.names.page import Page
from rumours.tagging.names.pieces import PARTICLES, TITLES, Piece
from rumours.tagging.names.words import listed
from rumours.tagging.names.words.given import GIVEN_NAMES
from rumours.tagging.names.words.openers import FUNCTION_WORDS
from rumours.tagging.names.words.things import CLUB_ENDINGS

# Small words inside one name: "van der".
_MOST_PARTICLES = 2
# Countries and cities that are given names as well: "Jordan", "Florence".
_PLACES_AS_GIVEN = listed("jordan israel chad georgia florence orlando paris milan santiago sofia sydney")


def joined(page: Page, cut: list[Piece]) -> Iterator[Piece]:
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
    return word not in page.openers and word not in GIVEN_NAMES and word not in TITLES


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
    if word in page.openers or word in TITLES:
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
