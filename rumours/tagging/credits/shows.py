"""Programmes and podcasts, whose names are sentences of their own: "the Second Half is Ours podcast"."""

import re
from collections.abc import Iterator

from rumours.tagging.credits.tokens import WORD
from rumours.text import Span

_NAME = rf"{WORD}(?:,? (?:(?:is|of|with|and|the|&|a|my|your|mi|me|de) ){{0,2}}{WORD}){{0,6}}[!?]?"
_NOUN = re.compile(r"\b(?:(?:pod|vod)cast|(?:YouTube|radio|TV) (?:channel|show))\b|(?<=[\w!?] )(?:channel|show)\b")
_BEFORE = re.compile(rf"(?<![\w@/#.’'-])(?P<name>{_NAME})(?:['’]s?)? (?:YouTube )?\Z")
_AFTER = re.compile(rf"(?<=cast|nnel|show),? (?:called |titled )?[‘'“\"]?(?P<name>{_NAME})")
_LONGEST = 80  # characters
# No noun is without one of these, so few places are looked at.
_PART = re.compile("cast|channel|show")
_AHEAD = len("YouTube channel")


def _nouns(text: str) -> Iterator[re.Match[str]]:
    last = 0
    for part in _PART.finditer(text):
        noun = _NOUN.search(text, max(part.start() - _AHEAD, last), part.end() + 1)
        if noun is not None and noun.end() >= part.end():
            last = noun.end()
            yield noun


def shows(text: str) -> Iterator[Span]:
    """Every name that stands before or after the word for a programme. Known miss: one with a verb inside."""
    for noun in _nouns(text):
        lead = max(noun.start() - _LONGEST, 0)
        before = _BEFORE.search(text, lead, noun.start())
        after = _AFTER.match(text, noun.end()) if noun[0] not in {"show", "channel"} else None
        for match in (before, after):
            if match:
                yield Span(*match.span("name"))
