"""A sentence as the rules of links read it: words in lower case, with P, C, N and S where somebody is named.

P is a player, C a club, N another person, S an outlet. "Milan’s Fikayo Tomori joins" is `C 's P joins`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from rumours.tagging.reading import Mention, Reading
from rumours.text import Span

LONGEST = 250  # words
_WORD = re.compile(r"['’]s\b|[^\W_]+(?:[-'’.,][^\W_]+)*|[€£$%]|[.,;:!?—–()\[\]\"“”…&/-]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MARK = {"player": "P", "club": "C", "person": "N", "source": "S"}
_SAME = {"’": "'", "–": "—"}
# Words whose form is remembered: the vocabulary of a season's articles.
_REMEMBERED = 32_768


@dataclass(slots=True)
class Word:
    """`text` is lower case, or one capital letter for a name; `mention` is the name's. It stands at `start`..`end`."""

    text: str
    start: int
    end: int
    mention: Mention | None = None


@dataclass(slots=True)
class Line:
    """One sentence; `paragraph` is the place of its paragraph, `leads` that it is a headline or heading.

    What several rules ask of it is worked out once: `found` and `fullest` are the wordings by book, `lists` the names
    that stand in a list with one, `left` what is left of a wording's weight.
    """

    number: int
    span: Span
    paragraph: int
    leads: bool
    words: list[Word]
    found: dict[int, list[Any]] | None = None
    fullest: dict[int, list[Any]] = field(default_factory=dict)
    lists: dict[tuple[int, str], list[int]] = field(default_factory=dict)
    left: dict[tuple[int, int, datetime | None], float] = field(default_factory=dict)
    _years: list[tuple[int, int]] | None = None
    _places: dict[str, list[int]] | None = None
    _marks: dict[str, list[int]] = field(default_factory=dict)

    @property
    def extent(self) -> Span:
        """From the first to the last word: a part of the sentence where that is read in pieces."""
        return Span(self.words[0].start, self.words[-1].end) if self.words else self.span

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

    def with_words(self, words: list[Word]) -> "Line":
        """The same sentence with other words."""
        return Line(self.number, self.span, self.paragraph, self.leads, words)


def places_of(words: Sequence[Word]) -> dict[str, list[int]]:
    """The places of every word."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        if word.text in places:
            places[word.text].append(place)
        else:
            places[word.text] = [place]
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
        words = _words(reading, sentence)
        for piece in range(0, max(len(words), 1), LONGEST):
            part = words[piece : piece + LONGEST]
            lines.append(Line(len(lines), sentence, paragraph, sentence in reading.headings, part))
    return lines


def _words(reading: Reading, sentence: Span) -> list[Word]:
    words: list[Word] = []
    at = sentence.start
    for mention in reading.mentions_in(sentence):
        start, end = mention.span.start, mention.span.end
        _add_plain(words, reading.text, at, start)
        words.append(Word(_MARK[reading.actors[mention.actor].kind], start, end, mention))
        at = end
    _add_plain(words, reading.text, at, sentence.end)
    return words


def _add_plain(words: list[Word], text: str, start: int, end: int) -> None:
    for match in _WORD.finditer(text, start, end):
        written = match.group()
        words.append(Word(_form(written) if len(written) < 40 else _form_of(written), match.start(), match.end()))


def _form_of(written: str) -> str:
    word = written.lower().replace("’", "'")
    return _SAME.get(word, word)


_form = lru_cache(maxsize=_REMEMBERED)(_form_of)
