"""White space that says nothing."""

import re
from collections.abc import Iterator

from rumours.intake.draft import Draft
from rumours.text import Span

_LINE = re.compile(r"[^\n]*\n?")
_WIDE_GAP = re.compile(r"(?<=[^\S\n])[^\S\n]++")


def tidy(draft: Draft) -> Draft:
    """One space between words, one empty line at most between paragraphs, nothing at the edges."""
    draft = draft.drop(Span(*match.span()) for match in _WIDE_GAP.finditer(draft.text))
    return draft.keep(_kept_lines(draft.text))


def _kept_lines(text: str) -> Iterator[Span]:
    """The words of each line, with its own newline and that of one empty line where another line follows."""
    newlines: list[Span] = []
    for match in _LINE.finditer(text):
        line = match[0]
        words = line.strip()
        if words:
            yield from newlines[:2]
            start = match.start() + len(line) - len(line.lstrip())
            yield Span(start, start + len(words))
            newlines = []
        if line.endswith("\n") and (words or newlines):
            newlines.append(Span(match.end() - 1, match.end()))
