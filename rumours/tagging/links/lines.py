"""A sentence as the rules of links read it: words in lower case, with P, C, N and S where somebody is named.

P is a player, C a club, N another person, S an outlet. "Milan’s Fikayo Tomori joins" is `C 's P joins`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rumours.tagging.reading import Mention, Reading
from rumours.text import Span

LONGEST = 250  # words
_WORD = re.compile(r"['’]s\b|[^\W_]+(?:[-'’.,][^\W_]+)*|[€£$%]|[.,;:!?—–()\[\]\"“”…&/-]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MARK = {"player": "P", "club": "C", "person": "N", "source": "S"}
_SAME = {"’": "'", "–": "—"}
# Words whose form is remembered: the vocabulary of a season's articles.
_REMEMBERED, _LONGEST_REMEMBERED = 32_768, 40


@dataclass(slots=True)
class Line:
    """One sentence; `paragraph` is the place of its paragraph, `leads` that it is a headline or heading.

    `words` are in lower case, or one capital letter for a name; `named` are the names' mentions by the place of that
    letter. Where the words stand in `text` is worked out when somebody asks. What several rules ask is worked out once
    too: `possible`, `found` and `fullest` are the wordings by book, `lists` the names that stand in a list with one,
    `sums` the sums of money, `left` what is left of a wording's weight.
    """

    number: int
    span: Span
    paragraph: int
    leads: bool
    words: list[str]
    named: Mapping[int, Mention] = field(default_factory=dict)
    text: str = ""
    mentions: Sequence[Mention] = ()
    bounds: list[tuple[int, int]] | None = None
    possible: dict[int, dict[int, Any]] | None = None
    found: dict[int, list[Any]] = field(default_factory=dict)
    fullest: dict[int, list[Any]] = field(default_factory=dict)
    lists: dict[tuple[int, str], list[int]] = field(default_factory=dict)
    sums: Sequence[Any] | None = None
    left: dict[tuple[int, int, datetime | None], float] = field(default_factory=dict)
    _years: list[tuple[int, int]] | None = None
    _places: dict[str, list[int]] | None = None
    _marks: dict[str, list[int]] = field(default_factory=dict)

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word begins and ends in the text."""
        if self.bounds is None:
            self.bounds = _bounds(self.text, self.span, self.mentions)
        return self.bounds

    @property
    def extent(self) -> Span:
        """From the first to the last word: a part of the sentence where that is read in pieces."""
        return Span(self.spans[0][0], self.spans[-1][1]) if self.words else self.span

    @property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands; the words must not change afterwards."""
        if self._places is None:
            self._places = places_of(self.words)
        return self._places

    def marks(self, kinds: str) -> list[int]:
        """The places of the words that name one of `kinds` ("PC")."""
        found = self._marks.get(kinds)
        if found is None:
            found = self._marks[kinds] = sorted([place for kind in kinds for place in self.places.get(kind, ())])
        return found

    @property
    def years(self) -> list[tuple[int, int]]:
        """The words that are a year, each with its place."""
        if self._years is None:
            self._years = [
                (place, int(text))
                for text, places in self.places.items()
                if len(text) == 4 and _YEAR.fullmatch(text)
                for place in places
            ]
        return self._years


def places_of(words: Sequence[str]) -> dict[str, list[int]]:
    """The places of every word."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        if word in places:
            places[word].append(place)
        else:
            places[word] = [place]
    return places


def lines_of(reading: Reading) -> list[Line]:
    """Every sentence of the reading, in order; one of very many words in pieces, so that time stays linear."""
    lines: list[Line] = []
    paragraph = -1
    start = -1
    for sentence in reading.sentences:
        at = reading.paragraph_at(sentence.start).start
        if at != start:
            paragraph, start = paragraph + 1, at
        mentions = reading.mentions_in(sentence)
        words, named = _words(reading, sentence, mentions)
        line = Line(len(lines), sentence, paragraph, sentence in reading.headings, words, named, reading.text, mentions)
        lines.extend([line] if len(words) <= LONGEST else _cut(line))
    return lines


def _cut(line: Line) -> Iterator[Line]:
    for first in range(0, len(line.words), LONGEST):
        end = first + LONGEST
        words, bounds = line.words[first:end], line.spans[first:end]
        named = {place - first: line.named[place] for place in range(first, end) if place in line.named}
        number = line.number + first // LONGEST
        yield Line(number, line.span, line.paragraph, line.leads, words, named, line.text, bounds=bounds)


def _words(reading: Reading, sentence: Span, mentions: Sequence[Mention]) -> tuple[list[str], dict[int, Mention]]:
    """The words of a sentence, and the mentions among them by their place."""
    text, actors, find, form = reading.text, reading.actors, _WORD.findall, _forms.__getitem__
    words: list[str] = []
    named: dict[int, Mention] = {}
    at = sentence.start
    for mention in mentions:
        span = mention.span
        words += map(form, find(text, at, span.start))
        named[len(words)] = mention
        words.append(_MARK[actors[mention.actor].kind])
        at = span.end
    words += map(form, find(text, at, sentence.end))
    return words, named


def _bounds(text: str, sentence: Span, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Where each word of a sentence begins and ends, as `_words` has them."""
    bounds: list[tuple[int, int]] = []
    at = sentence.start
    for mention in mentions:
        bounds += [match.span() for match in _WORD.finditer(text, at, mention.span.start)]
        bounds.append((mention.span.start, mention.span.end))
        at = mention.span.end
    bounds += [match.span() for match in _WORD.finditer(text, at, sentence.end)]
    return bounds


class _Forms(dict[str, str]):
    """How words are read, remembered: in lower case, with one sort of apostrophe and dash."""

    def __missing__(self, written: str) -> str:
        word = written.lower().replace("’", "'")
        form = _SAME.get(word, word)
        if len(self) < _REMEMBERED and len(written) < _LONGEST_REMEMBERED:
            self[written] = form
        return form


_forms = _Forms()
