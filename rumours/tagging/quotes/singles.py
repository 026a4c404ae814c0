"""Quotations in single marks, told from apostrophes.

An apostrophe stands between letters or after a plural's s; a closing mark stands after a stop ("now,’ he said"), or
after a word that is followed by none ("is ‘very open’ to").
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rumours.text import Span

_SIGN = re.compile(r"[‘’'](?!['‘’])")
# Letters left out at the start of a word: 'til, ’em, '90s.
_ELISION = re.compile(r"['’‘](?:til|till|em|cause|n|bout|round|cos|tis|twas|\d0s)\b['’]?", re.IGNORECASE)
# Words longer than this are no scare quote.
_LONG = 50
# No paragraph of an article has more single marks and apostrophes.
_MOST = 4_000
_STOPS = '.,!?…”")]-–'


@dataclass(slots=True)
class _Sign:
    place: int
    opens: bool
    closes: bool
    strong: bool


def single_marks(text: str, paragraph: Span, taken: Sequence[Span]) -> Iterator[tuple[Span, Span, bool]]:
    """Words, words with marks, and whether they are closed, of each quotation outside the spans `taken`."""
    signs = list(_signs(text, paragraph, taken))
    strong_next = _next(signs, lambda sign: sign.strong)
    opens_next = _next(signs, lambda sign: sign.opens)
    number = 0
    while number < len(signs):
        if not signs[number].opens:
            number += 1
            continue
        stop, closed = _closing(text, signs, number, strong_next, opens_next)
        opened = signs[number].place
        if stop is None:
            if _may_stay_open(text, paragraph, opened):
                yield _trim(text, opened + 1, paragraph.end), Span(opened, paragraph.end), False
            return
        end = signs[stop].place
        yield _trim(text, opened + 1, end), Span(opened, end + closed), closed
        number = stop + closed


def _signs(text: str, paragraph: Span, taken: Sequence[Span]) -> Iterator[_Sign]:
    """The single marks outside other quotations that may open or close."""
    looked = 0
    free = [paragraph.start, *(edge for span in taken for edge in (span.start, span.end)), paragraph.end]
    for start, end in list(pairwise(free))[::2]:
        for match in _SIGN.finditer(text, start, max(start, end)):
            looked += 1
            if looked > _MOST:
                return
            sign = _sign(text, paragraph, match.start())
            if sign.opens or sign.closes:
                yield sign


def _sign(text: str, paragraph: Span, place: int) -> _Sign:
    before = text[place - 1] if place > paragraph.start else " "
    after = text[place + 1] if place + 1 < paragraph.end else " "
    word_after = after.isalnum() or after in '[£€$“"('
    free = before.isspace() or before in "([—–:/" or (before in ".!?" and after.isupper())
    opens = free and word_after and not _ELISION.match(text, place)
    if text[place] == "’" and opens:
        opens = place == paragraph.start or before in ":" or text[max(place - 2, 0) : place] == ": "
    closes = text[place] != "‘" and not before.isspace() and not after.isalnum()
    return _Sign(place, opens, closes and not opens, closes and not opens and before in _STOPS)


def _next(signs: Sequence[_Sign], holds: Callable[[_Sign], bool]) -> list[int]:
    """For each place of `signs`, the first at or after it for which `holds` is true, or their number."""
    found = [len(signs)] * (len(signs) + 1)
    for number in range(len(signs) - 1, -1, -1):
        found[number] = number if holds(signs[number]) else found[number + 1]
    return found


def _closing(
    text: str, signs: Sequence[_Sign], opened: int, strong_next: Sequence[int], opens_next: Sequence[int]
) -> tuple[int | None, bool]:
    """The place in `signs` where the quotation opened at `opened` ends, and whether that is its closing mark."""
    depth = 0
    inner: int | None = None
    for number in range(opened + 1, len(signs)):
        sign = signs[number]
        if sign.opens:
            if _after_stop(text, sign.place):
                return number, False
            depth += 1
        elif depth:
            depth -= 1
            inner = number if sign.strong else inner
        elif not _is_possessive(text, signs, opened, number, strong_next, opens_next):
            return number, True
    return inner, inner is not None


def _after_stop(text: str, place: int) -> bool:
    before = text[max(place - 4, 0) : place].rstrip()
    return before[-1:] in ".!?…" if before else False


def _is_possessive(
    text: str, signs: Sequence[_Sign], opened: int, number: int, strong_next: Sequence[int], opens_next: Sequence[int]
) -> bool:
    """A plural's apostrophe ("the clubs’ interest") where the real closing mark is still to come, here or later."""
    place = signs[number].place
    if signs[number].strong or text[place - 1] not in "sS" or not re.match(r" \w", text[place + 1 : place + 3]):
        return False
    if strong_next[number + 1] < len(signs) and strong_next[number + 1] < opens_next[number + 1]:
        return True
    begun = signs[opened].place
    return place - begun > _LONG and (begun == 0 or text[begun - 1] == "\n" or text[max(begun - 2, 0) : begun] == ": ")


def _may_stay_open(text: str, paragraph: Span, opened: int) -> bool:
    """A quotation goes on in the next paragraph where it begins this one, or follows a colon or comma."""
    before = text[max(opened - 3, paragraph.start) : opened].rstrip()
    return opened == paragraph.start or before[-1:] in (":", ",", ".")


def _trim(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    return Span(first, max(first, start + len(words.rstrip())))
