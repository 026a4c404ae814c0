"""The wordings that stand after a name, or around it, and credit it; tried where a name ends. Gaps are bounded."""

import re

from rumours.tagging.credits.before import Cue
from rumours.tagging.credits.words import CLAIMS, REPORTER_NOUN, REPORTS, SAYS

# "Sol (via Luna) reports", "Sol, citing Luna, has since reported".
_ASIDE = r"(?:[ \xa0]?\([^()\n]{1,60}\)|, (?:via|who|which|citing|as)\b[^,.\n]{1,60},|,)?"
_HELPER = (
    r"(?:[ \xa0](?:has|have|had|is|are|was|were|also|now|then|all|both|since|even|further|first|later|too|again|still"
    r"|meanwhile|therefore|himself|do|does|did|just|\w{2,12}ly)){0,4}"
)
# "he was reported by his club": no outlet.
_PASSIVE = r"(?![ \xa0](?:is|are|was|were|been)(?:[ \xa0]\w{2,12}ly)?[ \xa0](?:reported|understood))"
_VERB = re.compile(
    rf"{_ASIDE}{_PASSIVE}{_HELPER}[ \xa0](?:(?P<reports>{REPORTS})\b(?! (?:for|to|back)\b)"
    rf"|(?P<claims>{CLAIMS})\b|(?P<says>{SAYS})\b)"
)
_VERB_CUES = {"reports": Cue("claim", "reports"), "claims": Cue("claims", "claims"), "says": Cue("says", "says")}
_NO_ROLE = (
    r"(?!(?:and|but|while|although|though|who|whose|when|where|after|before|since|told|tells?|telling|informed|asked"
    r"|joined|as|to|by|from|that|with)\b)"
)

_WORDINGS: tuple[tuple[Cue, re.Pattern[str]], ...] = tuple(
    (Cue(slot, rule), re.compile(pattern))
    for slot, rule, pattern in (
        # "Sol’s report", "a Sol exclusive".
        (
            "origin",
            "own-report",
            r"['’]s?[ \xa0](?:[\w-]{2,15} ){0,2}?(?:reports?|articles?|exclusive|reporting|scoop)\b"
            r"|[ \xa0](?:article|exclusive)\b",
        ),
        # "Ana Bini’s latest update".
        ("says", "own-claim", r"['’]s?[ \xa0](?:[\w-]{2,15} ){0,2}?(?:claims?|updates?|story|information|account)\b"),
        # "Sol journalist Ana Bini", "The Sol’s chief reporter".
        (
            "outlet",
            "with-reporter",
            rf"(?:['’]s?)?[ \xa0](?:{_NO_ROLE}[\w-]{{2,15}} ){{0,3}}?{REPORTER_NOUN}\b",
        ),
        # "the Sol story"; at a line's start "Sol: Redville are keen".
        ("noun", "own-story", r"[ \xa0](?:story|report|article|exclusive|scoop|piece)\b"),
        ("start", "line-start", r": ?[A-Z“‘\"]"),
        # "... are keen – Sol" ends its line.
        ("end", "line-end", r"[ \t]{0,3}(?:\n|\Z)"),
        # "The Good Game podcast". Known miss: a programme that no such noun follows.
        (
            "named",
            "is-a-show",
            r"(?:[’']s)?!?[ \xa0](?:\w+[ \xa0])?(?:podcast|newspaper|magazine|radio show|channel)\b",
        ),
        # "— Ana Bini (@anabini) May 4, 2025".
        ("tweet", "tweet", r"[^\w\n]{0,6}[ \xa0]?\(@\w{1,30}\)"),
        ("post", "posted", r"[^.\n“\"]{0,60}\bon (?:X|Twitter|social media|his (?:X|Twitter))\b"),
    )
)
_OPEN = re.compile(r"[(\[](?:via |source:? |h/t |per |stats |the ){0,2}", re.IGNORECASE)
_SHUT = re.compile(r"(?:,? (?:via|and|&) [^()\[\]\n]{1,40}|[,/] ?[^()\[\]\n]{1,40}| ?[-–] [^()\[\]\n]{1,30})?[)\]]")
_BRACKET = Cue("bracket", "in-brackets")


def _beginning_with(sign: str) -> tuple[tuple[Cue, re.Pattern[str]], ...]:
    """The wordings that may begin with a character ("": the end of the text)."""
    return tuple(
        (cue, pattern) for cue, pattern in _WORDINGS if cue.slot in _ANY_BEGINNING or sign in _BEGINNINGS[cue.rule]
    )


# A tweet and a post may begin with nearly anything, but few texts show one.
_ANY_BEGINNING = frozenset({"tweet", "post"})
_BEGINNINGS: dict[str, tuple[str, ...]] = {
    "own-report": ("'", "’", " ", "\xa0"),
    "own-claim": ("'", "’"),
    "with-reporter": ("'", "’", " ", "\xa0"),
    "own-story": (" ", "\xa0"),
    "line-start": (":",),
    "line-end": (" ", "\t", "\n", ""),
    "is-a-show": ("'", "’", "!", " ", "\xa0"),
}
_BY_BEGINNING = {sign: _beginning_with(sign) for sign in ("'", "’", " ", "\xa0", ":", "\t", "\n", "", "!")}
_OTHERWISE = _beginning_with("\0")
_VERB_BEGINNINGS = frozenset(" \xa0(,")
_SHOWN = ("(@", "on X", "on Twitter", "on social media", "on his X", "on his Twitter")


def shows_posts(text: str) -> bool:
    """Whether a tweet or a post is shown or told of anywhere."""
    return any(sign in text for sign in _SHOWN)


def cues_after(text: str, at: int, *, posts: bool = True) -> list[Cue]:
    """What the words after a name that ends at `at` say of it; without `posts` the text shows none."""
    sign = text[at : at + 1]
    found = [
        cue
        for cue, pattern in _BY_BEGINNING.get(sign, _OTHERWISE)
        if (posts or cue.slot not in _ANY_BEGINNING) and pattern.match(text, at)
    ]
    verb = _VERB.match(text, at) if sign in _VERB_BEGINNINGS else None
    if verb:
        found.append(_VERB_CUES[verb.lastgroup or "says"])
    return found


def brackets(text: str) -> dict[int, Cue]:
    """Where a name would begin that stands alone in brackets: "(Sol)", "[Luna]", "(via Sol)"."""
    found = {}
    for match in _OPEN.finditer(text):
        found[match.end()] = found[match.start() + 1] = _BRACKET
    return found


def shuts(text: str, at: int) -> bool:
    """Whether the bracket shuts right after a name that ends at `at`, but for another outlet."""
    return bool(_SHUT.match(text, at))
