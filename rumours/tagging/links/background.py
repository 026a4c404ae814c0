"""What tells that a wording is of the past, supposed by the writer, or said not to be so."""

import re
from datetime import datetime

from rumours.tagging.links.lines import Line
from rumours.tagging.links.phrases import Hit, Phrasebook

PAST, SUPPOSED = 0.15, 0.35
_NEAR = 14
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")

_PAST: Phrasebook[float] = Phrasebook(
    [
        ("last|previous|past summer|january|winter|year|season|term|june|july|august|month", PAST),
        ("{ago} ago", PAST),
        ("previously|formerly|originally|once|initially|historically", PAST),
        ("after|since|following|having|before|despite|upon|prior [to] [his|her|their] {arriving}", PAST),
        ("who|which [had|has] {arriving}", PAST),
        ("the arrival|arrivals|signing|signings|departure|departures|addition|additions|loss of", PAST),
        ("back in", PAST),
        ("at the time", PAST),
        ("[the] summer|january|winter of", PAST),
        ("when he|they|she {arriving}", PAST),
        ("during his ..3 spell|time|stint", PAST),
        ("seasons|years with|at", PAST),
        ("replaced|replace|replacement for", 0.8),
        ("signed from|in", PAST),
        ("joined from|in", PAST),
        ("loaned from", PAST),
    ],
    {
        "ago": "year|years|months|seasons|summers|windows|decade",
        "arriving": (
            "joining|joined|signing|signed|arriving|arrived|moving|moved|leaving|left|returning|returned|completing"
            "|completed|bought|came|switching|swapping|move|arrival|transfer|departure|return|switch|exit"
        ),
    },
)
_SUPPOSED: Phrasebook[float] = Phrasebook(
    [
        ("should", SUPPOSED),
        ("if", 0.7),
        ("would be a", 0.6),
        ("could be a|the", 0.7),
        ("ought to", SUPPOSED),
        ("must", 0.6),
        ("need|needs to", 0.5),
        ("imagine|imagined", SUPPOSED),
        ("why not", SUPPOSED),
        ("would love to see", SUPPOSED),
        ("i|we [would|'d] want|like|love", SUPPOSED),
    ],
    {},
)
NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without", "isn't", "aren't", "won't", "don't",
                       "doesn't", "didn't", "wasn't", "weren't", "haven't", "hasn't", "cannot", "can't", "wouldn't"})  # fmt: skip


def factor(line: Line, first: int, last: int, published: datetime | None) -> float:
    """How much of a wording's weight is left (0 to 1) by what stands around words `first`..`last`."""
    left = 1.0
    for hit in _PAST.find(line.words):
        if _close(line, hit, first, last):
            left = min(left, hit.tag)
    for hit in _SUPPOSED.find(line.words):
        if hit.last < first and first - hit.last <= _NEAR and _close(line, hit, first, last):
            left = min(left, hit.tag)
    return min(left, _by_year(line, first, last, published))


def negated(line: Line, first: int) -> bool:
    """Whether a negation stands in the four words before word `first`, in the same clause."""
    for at in range(first - 1, max(first - 5, -1), -1):
        text = line.words[at].text
        if text in NEGATIONS:
            return not (at + 1 < len(line.words) and line.words[at + 1].text == "only")
        if text in {",", ";", "but", ":", "P", "C"}:
            return False
    return False


def _close(line: Line, hit: Hit[float], first: int, last: int) -> bool:
    """Whether the two stand in one clause, not too far apart."""
    if hit.first <= last and first <= hit.last:
        return True
    low, high = (hit.last, first) if hit.last < first else (last, hit.first)
    if high - low > _NEAR:
        return False
    return not any(word.text in {",", ";", "but", "while", "now", ":", "and"} for word in line.words[low + 1 : high])


def _by_year(line: Line, first: int, last: int, published: datetime | None) -> float:
    """`in 2020` is long ago; without a date of the article, no year is."""
    if published is None:
        return 1.0
    for at, word in enumerate(line.words):
        if _YEAR.fullmatch(word.text) and int(word.text) < published.year and first - 4 <= at <= last + 10:
            return PAST
    return 1.0
