"""What sort of thing a new name is by its own words: a person's, an outlet's, a club's, or nothing of ours."""

from rumours.tagging.names.lexicon import entry_of
from rumours.tagging.names.page import Page
from rumours.tagging.names.pieces import PARTICLES, Piece
from rumours.tagging.names.words import listed
from rumours.tagging.names.words.given import GIVEN_NAMES
from rumours.tagging.names.words.things import (
    CLUB_BEGINNINGS,
    CLUB_ENDINGS,
    SOURCE_BEGINNINGS,
    SOURCE_ENDINGS,
    THING_BEGINNINGS,
    THING_ENDINGS,
)

LONGEST_NAME = 5
_SHORTEST = 3
# "the Axel Disasi deal": an article before a person's name needs one of these after it.
_AFTER_ARTICLE = listed(
    """
    deal saga situation case transfer move signing race issue sale camp rumours story era experiment project chase
    negotiations operation affair link links question family
    """
)


def units(page: Page, piece: Piece) -> list[tuple[str, ...]]:
    """The words of a piece, those tied by a hyphen as one: "Sergej Milinkovic-Savic" has two."""
    found: list[tuple[str, ...]] = []
    for place in range(piece.first, piece.last + 1):
        gap = page.gap(place)
        if found and place > piece.first and gap.strip() in {"-", "‐", "‑", "–"} and gap:
            found[-1] = (*found[-1], page.words[place])
        else:
            found.append((page.words[place],))
    return found


def sort_of(page: Page, piece: Piece) -> str:
    """person, club, source or thing."""
    words = page.words[piece.first : piece.last + 1]
    first, last = words[0], words[-1]
    if last in SOURCE_ENDINGS or first in SOURCE_BEGINNINGS:
        return "source"
    if first in GIVEN_NAMES and len(words) <= LONGEST_NAME and last not in THING_ENDINGS:
        return "person"
    if last in CLUB_ENDINGS or (first in CLUB_BEGINNINGS and len(first) > 1):
        return "club"
    if last in THING_ENDINGS or first in THING_BEGINNINGS or len(words) > LONGEST_NAME:
        return "thing"
    return "thing" if _is_phrase(page, piece, words) else "person"


def _is_phrase(page: Page, piece: Piece, words: list[str]) -> bool:
    """Capitals that make no person's name: common words, a country, capitals throughout, an article before them."""
    if any(word in page.openers and word not in PARTICLES for word in words):
        return True
    if any((entry := entry_of(word)) and entry.kind in {"people", "region"} for word in words):
        return True
    if all(page.capitals[piece.first : piece.last + 1]) or max(map(len, words)) < _SHORTEST:
        return True
    if piece.first and page.words[piece.first - 1] == "the" and page.joined[piece.first]:
        after = page.words[piece.last + 1] if page.next_in_sentence(piece.last) else ""
        return after not in _AFTER_ARTICLE
    return False
