"""The article's own site, which speaks of itself by name and is not credited with anything by doing so."""

import re
from collections import defaultdict
from collections.abc import Iterable

from rumours.tagging.credits.judging import Credited
from rumours.tagging.credits.quoted import in_quotation
from rumours.tagging.credits.tokens import RUN
from rumours.tagging.credits.words import sounds_like_outlet
from rumours.tagging.findings import Named
from rumours.tagging.folding import fold
from rumours.tagging.reading import Reading
from rumours.text import Span

# What comes before a site's own name, and how much it tells. An outlet that others quote is spoken of otherwise.
_BEFORE: tuple[tuple[float, re.Pattern[str]], ...] = (
    # "sources have told Sol". Known miss: a report of another's sources in its own words.
    (
        1.5,
        re.compile(
            r"\b(?:[Ss]ources?|insiders?)(?: \w+){0,9} (?:told|telling|informed|tells?|revealed to) (?:the )?\Z"
        ),
    ),
    (1.5, re.compile(r"\bexclusively (?:to|with|for) (?:the )?\Z")),
    (
        1.5,
        re.compile(
            r"\b(?:previously reported (?:by|on|in)|reported previously (?:by|on|in)|covered by) (?:[Tt]he )?\Z"
        ),
    ),
    # "..., the Sol understands": of a paper with its article others speak too.
    (-1.0, re.compile(r"[\w,] the \Z")),
    (-1.0, re.compile(r"\b(?:[Aa]ccording to|[Pp]er|via|report from) (?:the )?\Z")),
)
_AFTER: tuple[tuple[float, re.Pattern[str]], ...] = (
    # "Sol can reveal", "Sol sources", "Sol’s Facebook channel".
    (
        2.0,
        re.compile(
            r"(?:['’]s?)? (?:can (?:\w+ )?(?:reveal|confirm|report|disclose|say)|sources\b|readers\b|Facebook\b)"
        ),
    ),
    (1.5, re.compile(r" (?:has been told|has learnt|has learned|has been informed|understands?\b)")),
    # "Sol relayed a report": who relays tells of his own earlier article.
    (1.5, re.compile(r" (?:recently |previously |earlier )?(?:relayed|covered)\b")),
    (1.5, re.compile(r" exclusively\b|['’]s opinion\b| has already\b| reported back (?:in|on)\b")),
    (1.5, re.compile(r" (?:previously|already) revealed\b")),
    (1.0, re.compile(r" (?:(?:recently|previously|already) reported|reported (?:earlier|previously))\b")),
    (1.5, re.compile(r"(?:['’]s?)? transfer (?:insider|correspondent)\b")),
    (1.0, re.compile(r"(?:['’]s?)? (?:contributor|columnist)\b")),
    (-1.0, re.compile(r" (?:has |have )?claim(?:s|ed)?\b| reports?\b| states?\b| writes?\b| asserts?\b| insists?\b")),
)
# What every wording before ends with, and the signs that every wording after begins with.
_LEADING = ("told ", "telling ", "informed ", "tell ", "tells ", "to ", "with ", "for ", "by ", "on ", "in ", "the ",
            "The ", "per ", "Per ", "via ", "from ")  # fmt: skip
_FOLLOWING = frozenset(" '’")
_OWN = 1.5
# A page that asks its readers to follow, join or read names itself: "Follow Sol on Bluesky", "Ana joined Sol in May".
_SELF = re.compile(
    r"newsletter|sign up|follow|subscribe|channel|\bapp\b|\bjoin|contribute|submit|writer|editor|freelance|whatsapp"
    r"|google|preferred source|discover more|feature on|listen now|vote for",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:follow|subscribe to|sign up (?:to|for)|download|join) (?:the |our )?", re.IGNORECASE)
_TOO_COMMON = frozenset(
    ("sport", "sky", "record", "times", "goal", "express", "star", "sun", "mail", "x", "as", "twitter")
)
# Agencies understand things on other people's pages.
_AGENCY = re.compile(r"\bPA\b|\bagency\b|\b(?:AFP|AP|Reuters)\b")


def own_site(reading: Reading, marks: Iterable[Credited], names: dict[Named, Named]) -> frozenset[Named]:
    """The names under which the article's own site speaks of itself. What others' quoted words say does not count.

    A page has one: what another outlet understands is a credit to it. Known miss: another's "understands" on a page
    that nowhere names itself.
    """
    text = reading.text
    asking = [aside for aside in reading.asides if _SELF.search(aside)]
    page = "\n".join(asking).lower()
    scores: dict[Named, float] = defaultdict(float)
    for name in set(names.values()):
        small = name.name.lower().removeprefix("the ")
        if small not in _TOO_COMMON and small in page:
            scores[name] += _OWN
    for mark in marks:
        scores[names[mark.candidate.name]] += _told(text, mark.candidate.span)
    best = max([*scores.values(), *_others(reading, names.values())], default=0.0)
    own = [name.name for name, score in scores.items() if score >= max(_OWN, best)]
    return frozenset(
        name for name in scores if any(_is_one(name.name, one) for one in own) and not _is_guest(name.name, asking)
    )


def _told(text: str, span: Span) -> float:
    """How much the words around a name tell that it is the site's own; what stands in marks tells nothing."""
    if in_quotation(text, span.start) or _AGENCY.search(span.of(text)):
        return 0.0
    lead = text[max(span.start - 80, 0) : span.start]
    before = sum([worth for worth, pattern in _BEFORE if pattern.search(lead)]) if lead.endswith(_LEADING) else 0.0
    if text[span.end : span.end + 1] not in _FOLLOWING:
        return before
    return before + sum([worth for worth, pattern in _AFTER if pattern.match(text, span.end)])


def _others(reading: Reading, named: Iterable[Named]) -> Iterable[float]:
    """The same of the outlets that the text names without crediting them."""
    keys = {name.key for name in named}
    scores: dict[int, float] = defaultdict(float)
    for mention in reading.mentions:
        actor = reading.actor_of(mention)
        if actor.kind == "source" and not mention.implied and actor.named.key not in keys:
            scores[mention.actor] += _told(reading.text, mention.span)
    return scores.values()


def _is_guest(name: str, asking: Iterable[str]) -> bool:
    """Whether the page asks readers to follow another outlet: "Follow Luna Sport on WhatsApp" is Luna's page."""
    hosts = [
        host[0]
        for aside in asking
        for asked in _ASKS.finditer(aside)
        if (host := RUN.match(aside, asked.end())) and sounds_like_outlet(host[0])
    ]
    return bool(hosts) and not any(_is_one(name, host) for host in hosts)


def _is_one(name: str, other: str) -> bool:
    """Whether two names are of one site: "Sol" and "Sol Sport", "LunaLive" and "Luna Live"."""
    short, long = sorted((_squashed(name), _squashed(other)), key=len)
    return bool(short) and short in long


def _squashed(name: str) -> str:
    return fold(name).removeprefix("the ").replace(" ", "")
