"""Runs of capitalised words, as names of papers, sites, stations and men are written."""

import re
from collections.abc import Iterator

from rumours.text import Span

_ENDINGS = r"(?:com|it|net|org|co\.uk|fr|de|es|tv|pt|nl|be|info|cat|[Ll]ondon)"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶŁŃŇŌŐŒŘŚŞŠŤŪŮŰŹŻŽȘȚ]"
# "Tuttomercato.it", "90min", "talkFUTBOL", "L’Echo", "Foot-Mercato". Known miss: a name in small letters.
WORD = (
    rf"(?:{_CAPITAL}[\w-]*+(?:['’](?!s\b)[\w-]++)*(?:\.{_ENDINGS}\b)?(?<![-'’])"
    rf"|[a-z]{{1,6}}[A-Z]\w+|\d{{1,4}}(?:min|sport|football)\b|\d{{2,4}}\b"
    r"|(?<=Channel )\d\b|(?<=Canal )\d\b|(?<=Radio )\d\b|(?<=Sport )\d\b)"
)
_JOINT = r"(?:dell[oa]|del|de|di|da|do|dos|du|des|la|le|los|el|al|van|von|der|den|ter)"
RUN = re.compile(
    rf"(?<![\w@/#.])(?!\d{{2,4}}\b){WORD}(?:[ \xa0](?:{_JOINT}[ \xa0]){{0,2}}{WORD}){{0,6}}(?: news agency)?"
)
DOMAIN = re.compile(
    r"(?:[\w-]{1,40}+\.){1,3}(?:com|it|net|org|co|uk|fr|de|es|tv|pt|nl|be|tr|br|ar|info|cat|london|pl|se|dk|no|gr|ie)\b",
    re.IGNORECASE,
)
_ENDING = re.compile(rf"\.{_ENDINGS}\b(?![\w./])")
_HOST = re.compile(r"(?<![\w@/.-])[a-z0-9][a-z0-9-]{1,40}(?:\.[a-z0-9-]{2,20}){0,2}\Z")
_LONGEST = 80  # characters


def hosts(text: str) -> Iterator[Span]:
    """The sites that are named by their address in small letters: "tuttomercato.it"."""
    for ending in _ENDING.finditer(text):
        host = _HOST.search(text, max(ending.start() - _LONGEST, 0), ending.start())
        if host:
            yield Span(host.start(), ending.end())
