"""Blacking words out of a text, however they are written there, so that every other character stays where it is."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from rumours.text import Span, fold, fold_with_offsets

BLACK = "█"

_ESCAPE = r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?|\\u[0-9a-fA-F]{4}|(?:%[0-9a-fA-F]{2})+"
_ESCAPES = re.compile(_ESCAPE)
_ESCAPES_AND_TAGS = re.compile(f"{_ESCAPE}|<[^>]*>")


@dataclass(frozen=True)
class Blackener:
    """Finds words whatever their case, accents, spacing and punctuation (`folded` is how they fold)."""

    folded: str

    @classmethod
    def of(cls, words: str) -> "Blackener":
        """For these words."""
        return cls(fold(words))

    def spans(self, text: str) -> Iterator[Span]:
        """Where the words stand in `text`, in order, never overlapping."""
        folded = fold_with_offsets(text)
        at = folded.text.find(self.folded)
        while at >= 0:
            end = at + len(self.folded)
            yield folded.source_span(at, end)
            at = folded.text.find(self.folded, end)

    def stands_in(self, text: str) -> bool:
        """Whether the words stand in `text`."""
        return self.folded in fold(text)

    def stands_in_source(self, text: str) -> bool:
        """Whether the words stand in a source, escaped or not."""
        return self.source(text) != text

    def text(self, text: str) -> str:
        """`text` with the words black: one █ for a character, line ends kept."""
        return _blackened(text, self.spans(text))

    def value(self, value: Any) -> Any:
        """The same for every string in a JSON value; keys are ours and stay."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(item) for item in value]
        if isinstance(value, dict):
            return {key: self.value(item) for key, item in value.items()}
        return value

    def source(self, text: str) -> str:
        """The same for a page's source, where words may be escaped (`&ouml;`, `\\u00f6`, `%C3%B6`) or cut by tags."""
        text = self.text(text)
        for pattern, tag in ((_ESCAPES, ""), (_ESCAPES_AND_TAGS, ""), (_ESCAPES_AND_TAGS, " ")):
            read = _read(text, pattern, tag)
            spans = [Span(read.starts[span.start], read.ends[span.end - 1]) for span in self.spans(read.text)]
            text = _blackened(text, spans)
        return text

    def content(self, content: bytes, encoding: str) -> tuple[bytes, str]:
        """The same for bytes in an encoding: (bytes, encoding now), which is UTF-8 where the old one has no █.

        Every character keeps its place in the decoded text. What cannot be decoded is kept as it is.
        """
        text = content.decode(encoding, errors="surrogateescape")
        black = self.source(text)
        if black == text:
            return content, encoding
        try:
            return black.encode(encoding, errors="surrogateescape"), encoding
        except UnicodeEncodeError:
            return black.encode("utf-8", errors="surrogateescape"), "utf-8"


@dataclass(frozen=True)
class _Read:
    """A source as a reader sees it; `starts[i]` and `ends[i]` bound what character i stands for there."""

    text: str
    starts: list[int]
    ends: list[int]


def _read(source: str, pattern: re.Pattern[str], tag: str) -> _Read:
    characters: list[str] = []
    bounds: list[tuple[int, int]] = []
    at = 0
    for match in [*pattern.finditer(source), None]:
        start, end = match.span() if match else (len(source), len(source))
        characters += source[at:start]
        bounds += [(index, index + 1) for index in range(at, start)]
        shown = _unescaped(match[0], tag) if match else ""
        characters += shown
        bounds += [(start, end)] * len(shown)
        at = end
    return _Read("".join(characters), [start for start, _ in bounds], [end for _, end in bounds])


def _unescaped(escape: str, tag: str) -> str:
    if escape.startswith("<"):
        return tag
    if escape.startswith("%"):
        return unquote(escape)
    return chr(int(escape[2:], 16)) if escape.startswith("\\") else html.unescape(escape)


def _blackened(text: str, spans: "Iterator[Span] | list[Span]") -> str:
    characters = list(text)
    for span in spans:
        for index in range(span.start, span.end):
            if characters[index] not in "\r\n":
                characters[index] = BLACK
    return "".join(characters)
