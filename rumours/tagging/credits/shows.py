"""Programmes and podcasts, whose names are sentences of their own: "the Second Half is Ours podcast"."""

import re
from collections.abc import Iterator

from rumours.tagging.credits.candidates import WORD, Candidate
from rumours.tagging.findings import Named
from rumours.text import Span

_NAME = rf"(?P<name>{WORD}(?:,? (?:(?:is|of|with|and|the|&|a|my|your|mi|me|de) ){{0,2}}{WORD}){{0,6}}[!?]?)"
_NOUN = r"(?:podcast|vodcast|YouTube channel|YouTube show|radio show|TV show)"
# Known miss: a name in small letters, or with a verb inside ("the What Happens Next show").
_PATTERNS = (
    re.compile(rf"{_NAME}(?:['’]s?)? (?:YouTube )?(?:{_NOUN}|channel|show)\b"),
    re.compile(rf"\b{_NOUN},? (?:called |titled )?[‘'“\"]?{_NAME}"),
)


def shows(text: str) -> Iterator[Candidate]:
    """Every name that stands beside the word for a programme."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            span = Span(*match.span("name"))
            yield Candidate(span, Named(span.of(text)), "outlet")
