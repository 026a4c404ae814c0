"""Whom a wording speaks of: the names before and after it, with the lists they stand in."""

from collections.abc import Callable, Iterator

from rumours.tagging.links.cues.cue import Where
from rumours.tagging.links.lines import Line
from rumours.tagging.links.origins import owner_of
from rumours.tagging.links.vocabulary import CONNECTORS, LIST_WORDS, MODIFIERS

# Words that begin another clause: what stands beyond them is less likely meant.
_BREAKS = frozenset(
    {";", "but", "while", "although", "though", "whereas", "who", "which", "after", "before", "because", ":"}
)
_CROSSED, _FAR = 0.75, 0.8
FAR = 12

Fits = Callable[[int], bool]


def nearest(line: Line, first: int, last: int, where: Where, kinds: str, fits: Fits) -> tuple[int, float] | None:
    """The nearest name of `kinds` that fits, looked for from words `first`..`last`; with how well it is placed."""
    ways = {Where.BEFORE: (-1,), Where.AFTER: (1,), Where.NEAR: (-1, 1), Where.NONE: ()}[where]
    found = [place for way in ways if (place := _look(line, last if way > 0 else first, way, kinds, fits))]
    return max(found, key=lambda item: item[1], default=None)


def _look(line: Line, start: int, way: int, kinds: str, fits: Fits) -> tuple[int, float] | None:
    quality = 1.0
    at = start + way
    while 0 <= at < len(line.words):
        word = line.words[at]
        if word.mention and word.text in kinds and fits(at):
            far = _FAR if abs(at - start) > FAR else 1.0
            return at, quality * far - 0.002 * abs(at - start)
        if word.text in _BREAKS:
            quality *= _CROSSED
        at += way
    return None


def listed(line: Line, place: int, kinds: str) -> list[int]:
    """The names in a list with the one at `place`: "Barcelona, Atletico Madrid and Real Sociedad"; itself included."""
    return sorted({place, *_grow(line, place, -1, kinds), *_grow(line, place, 1, kinds)})


def _grow(line: Line, place: int, way: int, kinds: str) -> Iterator[int]:
    at, joined, steps = place + way, False, 0
    while 0 <= at < len(line.words) and steps < 8:
        word = line.words[at]
        if word.mention and word.text in kinds:
            if not joined:
                return
            yield at
            joined, steps = False, 0
        elif word.text in CONNECTORS:
            joined = True
        elif not _belongs(line, at):
            return
        at += way
        steps += 1


def _belongs(line: Line, at: int) -> bool:
    """Whether the word may stand inside a list: an adjective, or the club of a listed player."""
    word = line.words[at]
    return word.text in LIST_WORDS or word.text in MODIFIERS or (word.text == "C" and owner_of(line, at) is not None)
