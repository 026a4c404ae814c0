"""The wordings that credit somebody, each a named pattern on one side of the name.

Cues before a name are looked for once over the whole text and kept by where they end; cues after it are tried where a
name ends. Every gap is bounded, so that any text is read in linear time.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rumours.tagging.credits.words import OUTLET_NOUN, REPORTER_NOUN, REPORTS, SAYS

_ARTICLE = re.compile(r"(?:the|The|a|an|its|newspaper|paper)[ \xa0]")
# "the often speculative ", "a report by Spanish outlet ", "highly rated transfer expert ".
_DESCRIBED = re.compile(
    rf"(?:[\w’'-]{{1,25}},?[ \xa0]){{0,6}}?(?:(?P<outlet>{OUTLET_NOUN})|(?P<reporter>{REPORTER_NOUN}),?)"
    rf"[ \xa0](?:the[ \xa0])?(?=[\W]{{0,2}}(?-i:[A-ZÀ-Þ0-9]|[a-z]{{1,6}}[A-Z]|[\w-]{{2,40}}\.\w))",
    re.IGNORECASE,
)
_RATED = re.compile(
    r"the[ \xa0](?:\w{2,12}ly[ \xa0])?(?:often|highly|usually|ever|always|very|more)?[ \xa0-]?(?:speculative|reliable"
    r"|trusted|respected|reputable|renowned|credible|authoritative|well-informed|latest[ \xa0]from(?:[ \xa0]the)?)[ \xa0]",
    re.IGNORECASE,
)

_DONE = (
    r"(?:reported|relayed|quoted|cited|revealed|claimed|noted|stated|confirmed|mentioned|highlighted"
    r"|translated|published|covered|carried|shared|suggested|detailed|seen|transcribed|broken|explained|told)"
)


class Cue(NamedTuple):
    """`slot` says what may stand there: claim (anybody who reports), spoken (where words were spoken), show (a
    programme), outlet and reporter (the noun before it says which), by (data of known outlets), line (a line that is
    nothing but the credit)."""

    slot: str
    rule: str


_BEFORE: tuple[tuple[Cue, re.Pattern[str]], ...] = tuple(
    (Cue(slot, rule), re.compile(pattern, re.IGNORECASE))
    for slot, rule, pattern in (
        # "According to Sol, ..." Known miss: "in accordance with what Sol writes".
        ("claim", "according-to", r"\baccording to (?:what |both |a )?(?=\S)"),
        # "per Sol", "as per the Sol"; "per week" has no name after it.
        ("claim", "per", r"(?<![\d%] )\bper (?=\S)"),
        # "as first reported by Sol", "as relayed in Sol".
        ("claim", "as-reported-by", rf"\b{_DONE} (?:\w+ly |first )?(?:by|on|in|via|to) (?:both )?(?=\S)"),
        # "... this summer, reports Sol."
        ("inverted", "reports-sol", r"[^\s.“”\"]{2},? (?:reports?|claims?|says|writes|understands?|reported|according) (?=\S)"),
        ("claim", "citing", r"\b(?:citing|quoting|courtesy of|h/t:?|hat[- ]tip(?: to)?:?) (?=\S)"),
        # "he said via Sol", "(via Sol)".
        ("via", "via", r"\bvia (?=\S)"),
        # "a report by Sol", "an update from Sol", "reports in Sol"; "reports in Spain" has a country there.
        (
            "origin",
            "report-from",
            r"\b(?:reports?|updates?|articles?|stor(?:y|ies)|exclusives?|claims?|information|news|revelations?|scoop"
            r"|quotes|rumours?|pieces?|column|analysis|data|stats|statistics|figures)"
            r" (?:\w+ (?:week|month|day|morning|evening) )?(?:from|by|in|via|per|courtesy of|according to) (?=\S)",
        ),
        # "he told Sol", "speaking exclusively to Sol", "in an interview with Sol".
        (
            "spoken",
            "told",
            r"\b(?:told|tells|telling|informed|said to|(?:speaking|spoke|spoken|speaks|talking|talked) (?:\w+ly )?(?:to|with)"
            r"|interview(?:ed|s)? (?:\w+ )?(?:with|for|on|to|by|in)|opened up to|admitted to|revealed to"
            r"|(?:conversation|chat|discussion) with) (?=\S)",
        ),
        # "writing in his column for Sol", "in his Daily Notes on Sol".
        (
            "spoken",
            "column",
            r"\b(?:column|briefing|newsletter|piece|blog|diary|Q&A) (?:\w+ )?(?:for|in|on|with) (?=\S)"
            r"|\b(?:writing|wrote|written|writes|appearing|appeared|working|works) (?:\w+ )?(?:for|in|on) (?=\S)",
        ),
        ("said", "said-on", r"\b(?:said|speaking|spoke|explained|insisted|admitted|claimed|added|stated|revealed)"
            r" (?:\w+ )?(?:on|during|via|through|for) (?:(?:his|her|their|the|a|latest|own|YouTube|weekly|podcast,?) ){0,4}(?=\S)"),
        ("show", "on-the-show", r"\bon (?:(?:his|her|their|the|an episode of|own|YouTube|latest) ){1,4}(?=\S)"),
        ("show", "podcast", r"\b(?:podcast|channel|show|programme|station),? (?=\S)"),
        # "valued at a fortune by Sol", "footage broadcast by Sol".
        ("by", "data-by", r"\b(?:valued|broadcast|reported|shown|shared|ranked|rated|aired|published|compiled|provided"
            r"|obtained|collected|listed|claimed|revealed)(?: [^\s.]{1,15}){0,8} by (?=\S)"),
        # A line of its own: "Source: Sol", "Stats via Sol".
        ("line", "source-line", r"(?m)^\W{0,3}(?:sources?|via|stats|credit|quotes?|h/t|fonte|quelle)\b(?: (?:via|from|by))?\s?:?\s+(?=\S)"),
    )
)  # fmt: skip
_NOUNS = re.compile(
    rf"\b(?:(?P<outlet>{OUTLET_NOUN}(?:(?<=podcast),)?)|(?P<reporter>{REPORTER_NOUN}),?)[ \xa0](?=[\W]{{0,1}}[A-Z0-9a-z])",
    re.IGNORECASE,
)
_NOUN_CUES = {"outlet": Cue("outlet", "outlet-noun"), "reporter": Cue("reporter", "reporter-noun")}


def cues_before(text: str) -> dict[int, list[Cue]]:
    """Where a name would have to begin to be credited by the words before it, and by which of them."""
    found: dict[int, list[Cue]] = {}
    for cue, pattern in _BEFORE:
        for match in pattern.finditer(text):
            for place, noun in _openings(text, match.end()):
                found.setdefault(place, []).append(cue)
                if noun:
                    found[place].append(noun)
    for match in _NOUNS.finditer(text):
        cue = _NOUN_CUES[match.lastgroup or "outlet"]
        for place, _ in _openings(text, match.end()):
            found.setdefault(place, []).append(cue)
    return found


def _openings(text: str, at: int) -> Iterator[tuple[int, Cue | None]]:
    """The places after a cue at which a name may begin: at once, after its article, after what describes it."""
    yield _after_marks(text, at), None
    if text[max(at - 4, 0) : at] == "The ":
        yield at - 4, None
    article = _ARTICLE.match(text, at)
    if article:
        yield _after_marks(text, article.end()), None
    rated = _RATED.match(text, at)
    if rated:
        yield _after_marks(text, rated.end()), None
    described = _DESCRIBED.match(text, at)
    if described:
        yield _after_marks(text, described.end()), _NOUN_CUES["outlet" if described["outlet"] else "reporter"]


def _after_marks(text: str, at: int) -> int:
    return at + 1 if text[at : at + 1] in {"@", "‘", "'", "“", '"', "*", "_"} else at


_ASIDE = r"(?:\s?\([^()\n]{1,60}\)|, (?:via|who|which|citing|as)\b[^,.\n]{1,60},|,)?"
_HELPER = (
    r"(?:\s(?:has|have|had|is|are|was|were|also|now|then|all|both|recently|previously|since|already|even|further|first"
    r"|exclusively|later|too|again|still|meanwhile|therefore|subsequently|himself|do|does|did|just|reportedly|\w{3,12}ly)){0,4}"
)
_AFTER: tuple[tuple[Cue, re.Pattern[str]], ...] = tuple(
    (Cue(slot, rule), re.compile(pattern))
    for slot, rule, pattern in (
        # "Sol reports", "the Sol (via Luna) have reported"; a footballer "reports for duty".
        ("claim", "reports", rf"{_ASIDE}{_HELPER}\s{REPORTS}\b(?! (?:for|to|back)\b)"),
        ("says", "says", rf"{_ASIDE}{_HELPER}\s{SAYS}\b"),
        # "Sol’s report", "Ana Bini’s latest update".
        (
            "origin",
            "own-report",
            r"['’]s?\s(?:[\w-]{2,15}\s){0,2}?(?:reports?|claims?|updates?|articles?|story|exclusive|reporting|scoop"
            r"|information|account)\b|\s(?:reports?|article|exclusive)\b",
        ),
        # "Sol journalist Ana Bini", "The Sol’s chief reporter".
        (
            "outlet",
            "with-reporter",
            rf"(?:['’]s?)?,?\s(?:(?!(?:and|told|tells?|telling|informed|asked|joined|as|to|by|from|that|with)\b)[\w-]{{2,15}}\s){{0,3}}?{REPORTER_NOUN}\b",
        ),
        # "The Good Game podcast", "Sol Radio's Night Show programme".
        ("named", "is-a-show", r"(?:[’']s)?!?\s(?:\w+\s)?(?:podcast|newspaper|magazine|radio show|channel)\b"),
        # "— Ana Bini (@anabini) May 4, 2025".
        ("tweet", "tweet", r"[^\w\n]{0,6}\s?\(@\w{1,30}\)"),
        ("post", "posted", r"[^.\n“\"]{0,60}\bon (?:X|Twitter|social media|his (?:X|Twitter))\b"),
    )
)


def cues_after(text: str, at: int) -> list[Cue]:
    """What the words after a name that ends at `at` say of it."""
    return [cue for cue, pattern in _AFTER if pattern.match(text, at)]


_OPEN, _SHUT = re.compile(r"[(\[](?:via |source:? |h/t |per |stats |the ){0,2}", re.IGNORECASE), "([{"
_CLOSES = re.compile(r"(?:,? (?:via|and|&) [^()\[\]\n]{1,40}|[,/] ?[^()\[\]\n]{1,40}| ?[-–] [^()\[\]\n]{1,30})?[)\]]")


def brackets(text: str) -> dict[int, Cue]:
    """Where a name would begin that stands alone in brackets: "(Sol)", "[Luna]"."""
    found = {}
    for match in _OPEN.finditer(text):
        found[match.end()] = Cue("bracket", "in-brackets")
        found.setdefault(match.start() + 1, Cue("bracket", "in-brackets"))
    return found


def closes_bracket(text: str, at: int) -> bool:
    """Whether the bracket shuts right after a name that ends at `at`, but for another outlet."""
    return bool(_CLOSES.match(text, at))
