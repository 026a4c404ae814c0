"""What tells that a wording is of the past, supposed by the writer, of staying, or said not to be so."""

from datetime import datetime
from typing import Any

from rumours.tagging.links.lines import Line
from rumours.tagging.links.phrases import Hit, Phrasebook
from rumours.tagging.names.words import listed as word_set

PAST, LOOKED_BACK, SUPPOSED, STAYING = 0.15, 0.4, 0.35, 0.2
_NEAR = 14
_ENDS = frozenset({",", ";", "but", "while", "now", ":", "and"})

# "who joined in January", "after signing Foo", "last summer". Known miss: "in February", said in November.
_PAST: Phrasebook[float] = Phrasebook(
    [
        ("last|previous|past summer|january|winter|year|season|term|june|july|august|month|window|campaign", PAST),
        ("previous summers|windows|seasons|years", PAST),
        ("{ago} ago", PAST),
        ("in the past", PAST),
        ("previously|formerly|originally|once|initially|historically|earlier", LOOKED_BACK),
        ("after|since|following|having|before|despite|upon|prior [to] [his|her|their|P] {arriving}", PAST),
        ("who|which|whom|that [_1] [had|has|have|recently] {arrived}", PAST),
        ("the arrival|arrivals|signings|departure|departures|additions|loss of", PAST),
        ("back in", PAST),
        ("at the time", PAST),
        ("[the] summer|january|winter of", PAST),
        ("when|as|because|until he|they|she|P|C {arrived}", PAST),
        ("during his|P _3 spell|time|stint", PAST),
        ("seasons|years with|at", PAST),
        ("replaced|replace|replacement for", 0.8),
        ("compensates|compensate for", PAST),
        ("signed|joined|loaned from [_5] in|for|last", LOOKED_BACK),
        ("had [_2] {arrived}", LOOKED_BACK),
        ("had already|earlier|previously|once|long", LOOKED_BACK),
        ("have|has already|also already {arrived}", LOOKED_BACK),
        ("already {arrived}", LOOKED_BACK),
        ("already missed|lost|sold|sent|made|sealed|completed", LOOKED_BACK),
        ("record|deal when", PAST),
        ("has|have since", LOOKED_BACK),
        ("similarly|similar to|how", LOOKED_BACK),
        ("for several|many transfer windows|years|seasons", LOOKED_BACK),
    ],
    {
        "ago": "year|years|months|seasons|summers|windows|decade",
        "arriving": (
            "joining|joined|signing|signed|arriving|arrived|moving|moved|leaving|left|returning|returned|completing"
            "|completed|bought|came|switching|swapping|move|arrival|transfer|departure|return|switch|exit|bringing|losing"
            "|selling|failing|landing|recruiting|welcoming"
        ),
        "arrived": (
            "joined|signed|arrived|moved|left|returned|completed|bought|came|swapped|switched|recruited|landed|brought"
            "|sold|lost|failed|cost|spent|tried|attempted|wanted|targeted"
        ),
    },
)
# "they should sign Foo", "Bar has urged Milan to sign Foo". Known miss: a hope put as a question.
_SUPPOSED: Phrasebook[float] = Phrasebook(
    [
        ("should", SUPPOSED),
        ("would be a", 0.6),
        ("could be a|the", 0.7),
        ("ought to", SUPPOSED),
        ("must", 0.6),
        ("need|needs to", 0.5),
        ("imagine|imagined", SUPPOSED),
        ("why not", SUPPOSED),
        ("would love to see", SUPPOSED),
        ("i|we [would|'d] want|like|love|i'd", SUPPOSED),
        ("urged|urges|urging|advised|begged|pleaded|backed ..3 to", LOOKED_BACK),
        ("fans|supporters|pundit|pundits want|wants|hope|believe", 0.5),
    ],
    {},
)
# A club keeps its man, or a loan ends: nobody is bought. Known miss: "a new contract at Milan" of a newcomer.
_STAYING: Phrasebook[float] = Phrasebook(
    [
        ("tie|tying|tied ..5 down", STAYING),
        ("new|fresh|improved|extended contract|terms", 0.5),
        ("new|fresh|extended deal with|at|to", 0.5),
        ("contract talks|extension|renewal", STAYING),
        ("extend|extends|extended|renew|renewed his|her|P|their _2 contract|deal|stay", STAYING),
        ("loan|spell|stint ends|ended|expires|expired", STAYING),
        ("parent club", STAYING),
        ("{fight} for|to|against [the|a] _4 title|league|survival|promotion|place|spot|relegation", STAYING),
        ("{fight} for|to|against [the|a] _4 qualification|trophy|points|cup|award|status", STAYING),
        ("takeover", STAYING),
        ("no suggestion|evidence|indication|hint|sign", STAYING),
    ],
    {"fight": "fight|race|battle|bid|chase|push|hunt"},
)
# "Who signed in the summer", read after that summer. Known miss: the day after.
_SUMMER: Phrasebook[None] = Phrasebook(
    [
        ("{arrived} [..8] in|over|during|from the summer", None),
        ("summer signing|signings|arrival|arrivals|recruit|recruits|additions", None),
    ],
    {
        "arrived": (
            "joined|signed|arrived|moved|left|returned|completed|bought|came|swapped|switched|recruited|landed|brought"
            "|sold|lost|spent"
        )
    },
)
# Months in which a summer's transfers lie behind.
_AFTER_SUMMER = frozenset({10, 11, 12, 1})
NEGATIONS = word_set("""
    not n't never no neither nor without isn't aren't won't don't doesn't didn't wasn't weren't haven't hasn't hadn't
    cannot can't couldn't wouldn't shouldn't
    """)


def factor(line: Line, first: int, last: int, published: datetime | None) -> float:
    """How much of a wording's weight is left (0 to 1) by what stands around words `first`..`last`."""
    left = line.left.get((first, last, published))
    if left is None:
        left = line.left[first, last, published] = _factor(line, first, last, published)
    return left


def _factor(line: Line, first: int, last: int, published: datetime | None) -> float:
    left = 1.0
    for book in (_PAST, _STAYING):
        for hit in book.on(line):
            if hit.tag < left and _close(line, hit, first, last):
                left = hit.tag
    for hit in _SUPPOSED.on(line):
        if hit.tag < left and hit.first <= first and first - hit.last <= _NEAR and _close(line, hit, first, last):
            left = hit.tag
    if left > PAST and published is not None and published.month in _AFTER_SUMMER:
        left = PAST if any(_close(line, hit, first, last) for hit in _SUMMER.on(line)) else left
    return min(left, _by_year(line, first, last, published))


def negated(line: Line, first: int) -> bool:
    """Whether a negation stands in the four words before word `first`, in the same clause."""
    for at in range(first - 1, max(first - 5, -1), -1):
        text = line.words[at]
        if text in NEGATIONS:
            return not (at + 1 < len(line.words) and line.words[at + 1] in {"only", "just"})
        if text in {",", ";", "but", ":", "P", "C"}:
            return False
    return False


def _close(line: Line, hit: Hit[Any], first: int, last: int) -> bool:
    """Whether the two stand in one clause, not too far apart."""
    if hit.first <= last and first <= hit.last:
        return True
    low, high = (hit.last, first) if hit.last < first else (last, hit.first)
    if high - low > _NEAR:
        return False
    return _ENDS.isdisjoint(line.words[low + 1 : high])


def _by_year(line: Line, first: int, last: int, published: datetime | None) -> float:
    """`in 2020` is long ago; without a date of the article, no year is."""
    if published is None:
        return 1.0
    is_old = any(first - 4 <= place <= last + 10 and year < published.year for place, year in line.years)
    return PAST if is_old else 1.0
