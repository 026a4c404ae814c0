"""Markdown's signs, which are no part of the words."""

import re
from collections.abc import Iterator
from dataclasses import replace

from rumours.choices import AsideKind
from rumours.intake.draft import Draft
from rumours.text import Span

_TITLE = re.compile(r"\s*#[ \t]+(?P<words>[^\n]{1,300}?)[ \t#]*(?=\n|\Z)")
_UNDERLINED_TITLE = re.compile(r"\s*(?P<words>[^\n]{1,300})\n={3,}[ \t]*(?=\n|\Z)")
_PICTURE = re.compile(r"!\[(?P<words>[^\]\n]{0,500})\]\([^)\n]{0,1000}\)")
_LINK = re.compile(r"(?P<open>\[)[^\]\[\n]{1,500}(?P<close>\]\([^)\n]{0,1000}\))")
_EMPHASIS = re.compile(
    r"(?<![\w*])(?P<open>\*{1,3}|_{1,3})(?=[^\s*_])[^*_\n]{1,500}(?<=[^\s*_])(?P<close>(?P=open))(?![\w*])"
)
_LINE_SIGN = re.compile(
    r"^(?:[ \t]{0,3}#{1,6}[ \t]+|[ \t]{0,3}(?:>[ \t]?)+|[ \t]*(?:={3,}|-{3,}|\*{3,})[ \t]*$)", re.MULTILINE
)


def strip_markdown(draft: Draft) -> Draft:
    """In a Markdown document: the first title is the headline, pictures are captions, signs go and words stay."""
    if not draft.is_markdown:
        return draft
    title = _TITLE.match(draft.text) or _UNDERLINED_TITLE.match(draft.text)
    if title and draft.headline is None:
        draft = replace(draft, headline=title["words"].strip())
    draft = draft.set_aside((Span(*match.span()), AsideKind.CAPTION) for match in _PICTURE.finditer(draft.text))
    draft = draft.drop(Span(*match.span()) for match in _LINE_SIGN.finditer(draft.text))
    for pattern in (_LINK, _EMPHASIS):
        draft = draft.drop(_signs(pattern, draft.text))
    return draft


def _signs(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    for match in pattern.finditer(text):
        yield Span(*match.span("open"))
        yield Span(*match.span("close"))
