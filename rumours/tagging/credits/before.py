"""The wordings that stand before a name and credit it, each a named pattern.

One pass over the text finds the words that such wordings begin with; only there are the patterns tried. Every gap is
bounded, so that any text is read in linear time.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from rumours.tagging.tokens import Words

_DONE = (
    "reported relayed quoted cited revealed claimed noted stated confirmed mentioned highlighted translated published "
    "covered carried shared suggested detailed seen featured transcribed broken explained told"
)
_REPORT = (
    "report reports update updates article articles story stories exclusive exclusives claim claims information news "
    "revelation revelations scoop quotes rumour rumours word latest line piece pieces column analysis data stats "
    "statistics figures"
)
_OUTLETS = (
    "outlet outlets newspaper newspapers publication publications website websites site sites paper papers daily "
    "broadcaster broadcasters tabloid tabloids magazine magazines portal portals weekly channel channels station "
    "stations network networks blog blogs podcast podcasts programme journal agency"
)
_REPORTERS = (
    "journalist journalists reporter reporters correspondent correspondents insider insiders expert experts guru gurus "
    "specialist columnist columnists writer writers editor editors newshound tipster"
)


class Cue(NamedTuple):
    """`slot` says who may stand there: claim (anybody who reports), via and origin (where a claim stands), inverted (a
    reporting verb before its subject), spoken (where words were spoken), said and show (on air), by (data), line (a
    line that is nothing but the credit), outlet and reporter (the noun beside the name says which), bracket, says,
    named, tweet and post (see `after`)."""

    slot: str
    rule: str


class _Wording(NamedTuple):
    cue: Cue
    pattern: re.Pattern[str]


# Words that begin it | where it is looked for | pattern from the first word up to the name.
_TABLE: tuple[tuple[str, str, str, str], ...] = (
    # "According to Sol, ..." Known miss: "in accordance with what Sol writes".
    ("claim", "according-to", "according", r"according to (?:what |both |a )?"),
    # The same in other languages: "secondo il Sol", "laut Sol", "selon Sol".
    ("abroad", "secondo", "secondo selon según segun laut segundo", r"\w+ (?:(?:il|la|lo|le|el|der|die|o|a) |l['’])?"),
    # "per Sol", "as per the Sol"; "per week" has no name after it.
    ("claim", "per", "per", r"(?<![\d%] )per "),
    # "as first reported by Sol", "as relayed in Sol".
    ("claim", "as-reported-by", _DONE, r"\w+ (?:\w+ly |first )?(?:by|on|in|via|to) (?:both )?"),
    # "... this summer, reports Sol."
    ("inverted", "reports-sol", "report reports claim claims says writes understands reported",
     r"(?<=[^\s.“”\"] )\w+ |(?<=[^\s.“”\"], )\w+ "),
    ("claim", "citing", "citing quoting courtesy hat h", r"(?:citing|quoting|courtesy of|h/t:?|hat[- ]tip(?: to)?:?) "),
    # "he said via Sol", "(via Sol)".
    ("via", "via", "via", r"via "),
    # "a report by Sol", "an update from Sol".
    ("origin", "report-from", _REPORT,
     r"\w+ (?:\w+ (?:week|month|day|morning|evening) |comes? |came |is |was )?(?:made )?"
     r"(?:from|by|via|per|courtesy of|according to) "),
    # "a report in Sol"; "reports in Redville" has a town there.
    ("within", "report-in", "report reports story article column claims", r"\w+ (?:\w+ )?in "),
    # "he told Sol", "speaking exclusively to Sol", "in an interview with Sol".
    ("spoken", "told", "told tells telling informed", r"\w+ "),
    ("spoken", "speaking-to", "speaking spoke spoken speaks talking talked", r"\w+ (?:\w+ly )?(?:to|with) "),
    ("interview", "interview-with", "interview interviewed interviews", r"\w+ (?:\w+ )?(?:with|for|on|to|by|in) "),
    ("spoken", "said-to", "said opened admitted revealed", r"(?:said to|opened up to|admitted to|revealed to) "),
    ("spoken", "conversation-with", "conversation chat discussion", r"\w+ with "),
    # "writing in his column for Sol", "in his Daily Notes on Sol".
    ("spoken", "column", "column briefing newsletter piece blog", r"(?!piece on)\w+ (?:\w+ )?(?:for|in|on|with) "),
    ("spoken", "writing-for", "writing wrote written writes appearing appeared working works",
     r"\w+ (?:\w+ )?(?:for|in|on) "),
    # "he said on Sol Radio", "speaking during his latest Sol podcast".
    ("said", "said-on", "said speaking spoke explained insisted admitted claimed added stated revealed",
     r"\w+ (?:\w+ )?(?:on|in|during|via|through|for) (?:(?:his|her|the|a|latest|own|YouTube|weekly|podcast,?) ){0,4}"),
    ("show", "on-the-show", "on", r"on (?:(?:his|her|their|the|an episode of|own|YouTube|latest) ){1,4}"),
    # "valued at a fortune by Sol", "footage broadcast by Sol".
    ("by", "data-by", "said valued broadcast reported shared ranked rated published compiled provided obtained "
     "collected listed claimed revealed", r"\w+(?: [^\s.]{1,15}){0,8}? by "),
    # A line of its own: "Source: Sol", "Stats via Sol".
    ("line", "source-line", "source sources via stats credit quote quotes fonte quelle",
     r"(?:(?<=\n)|(?<=\n\W)|(?<![\s\S]))\w+\b(?: (?:via|from|by))?\s?:?\s{1,3}"),
)  # fmt: skip
_OUTLET, _REPORTER = Cue("outlet", "outlet-noun"), Cue("reporter", "reporter-noun")
_NOUN_END = {_OUTLET: re.compile(r"\w+(?:(?<=podcast),)?[ \xa0]"), _REPORTER: re.compile(r"\w+,?[ \xa0]")}
_NOUNS = {**dict.fromkeys(_OUTLETS.split(), _OUTLET), **dict.fromkeys(_REPORTERS.split(), _REPORTER)}


def _by_first_word() -> dict[str, list[_Wording]]:
    found: dict[str, list[_Wording]] = defaultdict(list)
    for slot, rule, words, pattern in _TABLE:
        wording = _Wording(Cue(slot, rule), re.compile(pattern, re.IGNORECASE))
        for word in words.split():
            found[word].append(wording)
    return found


_WORDINGS = _by_first_word()
_FIRST_WORDS = frozenset({*_WORDINGS, *_NOUNS})
_ARTICLE = re.compile(r"(?:the|The|a|an|its|newspaper|paper)[ \xa0]")
# "according to the often speculative Sol".
_RATED = re.compile(
    r"the[ \xa0](?:\w{2,12}ly[ \xa0])?(?:often|highly|usually|ever|always|very|more)?[ \xa0-]?(?:speculative|reliable"
    r"|trusted|respected|reputable|renowned|credible|authoritative|well-informed|latest[ \xa0]from(?:[ \xa0]the)?)"
    r"[ \xa0]",
    re.IGNORECASE,
)
# What may stand between a cue and the noun: "a report by the well-known South American".
_DESCRIPTION = re.compile(r"[\w’' \xa0,-]{0,60}")
_MARKS = frozenset("@‘'“\"*_")


def cues_before(text: str, words: Words) -> dict[int, list[Cue]]:
    """Where a name would have to begin to be credited by the words before it, and by which of them."""
    triggers = [(start, word) for start, word in zip(words.starts, words.folded, strict=True) if word in _FIRST_WORDS]
    nouns = [(start, end, cue) for start, word in triggers for end, cue in _noun_at(text, start, word)]
    starts = [start for start, _, _ in nouns]
    found: dict[int, list[Cue]] = defaultdict(list)
    for start, word in triggers:
        for wording in _WORDINGS.get(word, ()):
            match = wording.pattern.match(text, start)
            if match:
                for place in _openings(text, match.end()):
                    found[place].append(wording.cue)
                place = bisect_left(starts, match.end())
                if place < len(nouns) and _DESCRIPTION.fullmatch(text, match.end(), starts[place]):
                    found[_unmarked(text, nouns[place][1])].append(wording.cue)
    for _, end, cue in nouns:
        for place in _openings(text, end):
            found[place].append(cue)
    return found


def _noun_at(text: str, start: int, word: str) -> Iterator[tuple[int, Cue]]:
    """Where the noun that may stand at `start` ends, and what it says of the name after it."""
    cue = (
        _NOUNS.get(word)
        if text[start].islower() or text[max(start - 2, 0) : start].strip(" \n“‘") in {"", "."}
        else None
    )
    match = _NOUN_END[cue].match(text, start) if cue else None
    if cue and match:
        yield match.end(), cue


def _openings(text: str, at: int) -> Iterator[int]:
    """The places after a cue at which a name may begin: at once, with or after its article, after what rates it."""
    yield _unmarked(text, at)
    if text[max(at - 4, 0) : at] == "The ":
        yield at - 4
    article = _ARTICLE.match(text, at)
    if article:
        yield _unmarked(text, article.end())
        rated = _RATED.match(text, at)
        if rated:
            yield _unmarked(text, rated.end())


def _unmarked(text: str, at: int) -> int:
    return at + 1 if text[at : at + 1] in _MARKS else at
