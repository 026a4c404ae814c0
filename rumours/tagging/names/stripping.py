"""Taking from a new name what only begins large beside it: openers of sentences, titles, small words."""

from collections.abc import Iterator

from rumours.tagging.names.page import Page
from rumours.tagging.names.pieces import PARTICLES, TITLES, Piece
from rumours.tagging.names.words import listed
from rumours.tagging.names.words.given import GIVEN_NAMES
from rumours.tagging.names.words.openers import FUNCTION_WORDS

# "Sports Minister Varga", "Head Coach Varga": the name begins after them.
_INNER_TITLES = listed(
    """
    minister secretary officer coach director manager president ceo chairman boss captain sir dr sheikh chief striker
    midfielder defender goalkeeper winger agent journalist star target coordinator
    """
)
_TRAILING = FUNCTION_WORDS - {"will", "may"} | {"s"}


def stripped(page: Page, piece: Piece) -> Iterator[Piece]:
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


def _is_opener(page: Page, place: int, last: int) -> bool:
    word = page.words[place]
    if not page.capital[place] or (word in PARTICLES and place == last):
        return True
    if word in GIVEN_NAMES and place < last:
        return False
    if word in TITLES or word in page.openers:
        return True
    opens = page.opening[place]
    return opens and place < last and (word.endswith(("ing", "ly", "ed")))
