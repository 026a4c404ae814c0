"""Cutting a text into pieces: each capital on its own, what is known at its longest, then joined and stripped."""

from collections.abc import Iterator

from rumours.tagging.gazetteer import Gazetteer, Match
from rumours.tagging.names.joining import joined
from rumours.tagging.names.lexicon import Entry, longest_at
from rumours.tagging.names.page import Page
from rumours.tagging.names.pieces import PARTICLES, Piece
from rumours.tagging.names.stripping import stripped
from rumours.tagging.names.words import listed


def pieces(page: Page, gazetteer: Gazetteer) -> list[Piece]:
    """All pieces in order, without overlap."""
    found: list[Piece] = []
    for piece in joined(page, list(_cut(page, gazetteer))):
        if piece.is_new:
            found.extend(stripped(page, piece))
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


_HYPHENED = listed(
    "born based linked led bound style era esque inspired trained owned wide mad like backed type speaking held"
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
