"""The article's own site, which speaks of itself by name and credits itself with nothing."""

import re
from collections.abc import Iterable

from rumours.tagging.credits.judging import Credited
from rumours.tagging.findings import Named

# "sources have told Sol", "Sol sources", "Sol can reveal", "revealed to us".
_BEFORE = re.compile(
    r"(?:[Ss]ources?|insiders?)(?: \w+){0,4} (?:told|informed|indicated to|revealed to|tell|tells) (?:the )?\Z"
)
_AFTER = re.compile(
    r"(?:['’]s?)? (?:can (?:\w+ )?(?:reveal|confirm|report|disclose|say)|sources\b|has (?:been told|learn|been informed)"
    r"|understands\b|readers\b|Facebook\b|transfer insider\b|transfer correspondent\b|contributor\b)"
)


def own_site(text: str, marks: Iterable[Credited]) -> frozenset[Named]:
    """The names under which the article's own site speaks of itself."""
    return frozenset(mark.candidate.name for mark in marks if _speaks_of_itself(text, mark))


def _speaks_of_itself(text: str, mark: Credited) -> bool:
    span = mark.candidate.span
    return bool(_BEFORE.search(text[max(span.start - 80, 0) : span.start]) or _AFTER.match(text, span.end))
