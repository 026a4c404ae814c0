"""The outlet somebody spoke to, or that his words were taken from, as the sentences around a quotation name it."""

import re
from collections.abc import Iterable

from rumours.tagging.findings import Named
from rumours.tagging.reading import Mention, Reading
from rumours.text import Span

# Each pattern ends where the outlet's name begins; the stronger first. Known miss: an outlet named a page earlier.
_TO = re.compile(
    r"\b(?:told|tells|telling|(?:speaking|spoke|speaks|talking|talked|said|saying|chatting|opened up|opening up|revealed|explained|admitted)"
    r"(?: (?:exclusively|recently|earlier|on \w+day))?(?: to| with)|interview(?:ed)?(?: \w+){0,3}? (?:with|by|for|to|on)|conversation with"
    r"|statement to|comments to|words to|quotes to|column (?:for|in)|writing (?:for|in)|wrote (?:for|in)|writes (?:for|in)|provided|appearance on"
    r"|appearing on|speaking on|spoke on|said on|told on|briefing (?:on|for|to|with)|a (?:detto|dichiarato) a|ai microfoni di"
    r"|intervista (?:a|con|di)|parlando (?:a|con)|microfoni di) ",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:\b(?:as |were |was |been )?(?:quoted|reported|relayed|cited|transcribed|translated|published|carried|shared|picked up|captured|highlighted|conveyed)"
    r"(?: \w+){0,2}? (?:by|in|on|via|through)|\b(?:via|h/t|courtesy of|as per|per|according to|secondo|riporta|fonte:?|source:?|quotes from|thanks to))[ :]+",
    re.IGNORECASE,
)
_OWN_SHOW = re.compile(r"\b(?:podcast|channel|show|column|programme|series|newsletter)s?,? (?:called |titled |for |in |on |with )?", re.IGNORECASE)
_NAME = re.compile(
    r"(?:the |The |his |her |their |an? |Italian |German |Spanish |French |English |British |newspaper |outlet |website |journalist |reporter |radio station |broadcaster )*"
    r"(?P<name>@?(?:[A-ZÀ-Þ][\w.&+’'-]*|[a-z]+[A-Z]\w*|\w+\.(?:com|it|de|net|co|org|tv|es|fr|pt|nl)\b[\w.]*)"
    r"(?: (?:is|of|with|di|dello|della|de|du|the|[&+]|on)(?= [A-Z])|[ ](?:[A-ZÀ-Þ0-9][\w.&+’'-]*|[a-z]+[A-Z]\w*))*)"
)
_DAYS = re.compile(
    r"\s(?:on\s)?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|X|Twitter)\b.*",
    re.DOTALL,
)
_CLUB_SITE = re.compile(
    r"(?:the |their |its |his )?(?:(?:new |former )?club|team|side)(?:['’]s|s['’])? (?:own |official |in-house )*(?P<site>website|site|channel|media|TV|app|magazine|programme)s?\b",
    re.IGNORECASE,
)
_NAMED_SITE = re.compile(
    r"(?:the )?(?P<name>[A-ZÀ-Þ][\w-]*(?: [A-Z][\w-]*){0,3}['’]s? (?:own |official )*(?:club )?(?:website|site|YouTube channel|channel|media team|media channels?|in-house media))",
)
_NO_OUTLET = re.compile(
    r"(?:the |his |her |a |an |pre-match |post-match |local |assembled |Turkish |Italian |Spanish |German |British |French )*"
    r"(?:reporters?|journalists|media|press|fans|supporters|X|Twitter|Instagram|Facebook|Bluesky|TikTok|Threads|Monday|Tuesday|Wednesday|Thursday|Friday"
    r"|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|me|him|us|them|his|her|conference|news conference"
    r"|Press conference|UK|US|England|Spain|Italy|Germany|France|Brazil|Portugal|Turkey)\b",
)


def via_in(reading: Reading, spans: Iterable[Span], *, strong_only: bool = False) -> Named | None:
    """The outlet that the first of `spans` to name one names: spoken to before quoted from."""
    for span in spans:
        if site := _CLUB_SITE.search(reading.text, span.start, span.end):
            return Named(site[0]) if "site" not in site["site"] else Named("club website")
        for pattern in (_TO, _FROM, _OWN_SHOW) if not strong_only else (_TO, _OWN_SHOW):
            for slot in pattern.finditer(reading.text, span.start, span.end):
                if outlet := _outlet_at(reading, slot.end(), span.end, shown=pattern is not _TO):
                    return outlet
    return None


def _outlet_at(reading: Reading, start: int, stop: int, *, shown: bool) -> Named | None:
    """The outlet whose name begins at `start`, if one does."""
    text = reading.text
    if site := _CLUB_SITE.match(text, start, stop):
        return Named("club website" if site["site"] in ("website", "site") else site[0])
    if named := _NAMED_SITE.match(text, start, stop):
        return Named(named["name"])
    if _NO_OUTLET.match(text, start, stop):
        return None
    found = _NAME.match(text, start, stop)
    if not found:
        return None
    begin = found.start("name")
    mention = next(iter(reading.mentions_in(Span(begin, begin + 1))), None)
    if mention is not None and not mention.implied:
        actor = reading.actor_of(mention)
        if actor.kind == "source" or (shown and actor.kind == "person"):
            return _whole(reading, mention, found)
        if actor.candidates or actor.kind in ("club", "person"):
            return None
    name = _cut(found["name"])
    return Named(name) if len(name) > 1 else None


def _whole(reading: Reading, mention: Mention, found: re.Match[str]) -> Named:
    """The outlet known by that name; a longer name in the text is another: "Sky Sports News" than "Sky Sports"."""
    return reading.actor_of(mention).named


def _cut(name: str) -> str:
    """A name without what runs on behind it: the day, a possessive, a full stop."""
    name = _DAYS.sub("", name)
    name = re.sub(r"['’]s?(?:\s.*)?$", "", name, flags=re.DOTALL)
    return name.rstrip(".,'’ ")


_CREDIT_LINE = re.compile(r"\s{0,4}[\[(]?(?:source|sources|via|h/t|credit|fonte|quelle|fuente|quotes)\b[ :]{1,3}", re.IGNORECASE)
_BRACKET = re.compile(r"\s{0,3}[\[(](?:via |h/t |source: |per |as per |quoted by )?", re.IGNORECASE)


def credit_line(reading: Reading, end: int) -> Named | None:
    """The outlet on the line after a quotation, or in brackets right behind it: "Source: La Voce", "(La Voce)"."""
    line = _CREDIT_LINE.match(reading.text, end) or _BRACKET.match(reading.text, end)
    if not line:
        return None
    stop = reading.text.find("\n", line.end(), line.end() + 80)
    return _outlet_at(reading, line.end(), stop if stop >= 0 else min(line.end() + 80, len(reading.text)), shown=True)
