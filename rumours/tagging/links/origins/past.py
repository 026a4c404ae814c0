"""Whether a wording about a club is told of a time before this window."""

from bisect import bisect_left
from datetime import datetime

from rumours.tagging.links.lines import Line
from rumours.tagging.links.matching import STOPS
from rumours.tagging.links.phrases import Phrasebook

# How many words before and after the wording are looked at.
_BEFORE, _AFTER = 6, 10
# "until 2027", "the 2024/25 season": no past.
_UNTIL = frozenset(
    {"until", "till", "to", "through", "by", "june", "-", "/", "expires", "expire", "beyond", "runs", "€", "£"}
)
_OF_SEASON = frozenset({"/", "-", "–"})
_THEN: Phrasebook[None] = Phrasebook(
    [
        ("last|previous|past summer|january|winter|year|season|term|campaign", None),
        (
            "years|year|seasons|season|months|windows|summers ago|earlier|before",
            None,
        ),
        ("previously|formerly|originally|initially|once|earlier|historically", None),
        ("had [originally|already|previously|initially|only|also|never] joined|signed|left|moved|arrived|come", None),
        ("has|have [_2] since", None),
        ("as a teenager|youngster|boy|kid|child", None),
        ("aged ..1", None),
    ],
    {},
)


def is_past(line: Line, first: int, last: int, published: datetime | None) -> bool:
    """Whether words of the past, or a year before the article's, stand by words `first`..`last` in their clause."""
    words = line.words
    low, high = first, last
    while low and first - low < _BEFORE and words[low - 1] not in STOPS:
        low -= 1
    while high + 1 < len(words) and high - last < _AFTER and words[high + 1] not in STOPS:
        high += 1
    then = _THEN.on(line)
    near = bisect_left(then, low, key=lambda hit: hit.first)
    if near < len(then) and then[near].last <= high:
        return True
    return any(low <= at <= high and _is_old(line, at, year, published) for at, year in line.years)


def _is_old(line: Line, at: int, year: int, published: datetime | None) -> bool:
    words = line.words
    if at and words[at - 1] in _UNTIL:
        return False
    if at + 1 < len(words) and words[at + 1] in _OF_SEASON:
        return False
    return published is None or year < published.year
