"""A text laid out for reading names: its words, what stands between them, and where capitals say nothing."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from rumours.tagging.names.words.foreign import openers
from rumours.tagging.names.words.openers import FUNCTION_WORDS, NOT_A_NAME_ALONE
from rumours.tagging.tokens import words_in
from rumours.text import Span, sentences

# What may stand between two words of one name: "Jean-Pierre", "Brighton & Hove", "Bodø/Glimt".
_SOFT_GAP = re.compile(r"[ \u00a0\t]{1,3}(?:[&] ?)?|[-‐‑–/.]| ?[-‐‑] ?")
# After these a full stop is part of the name: "St. Pauli", "1. FC", "J. P."
_SHORTENED = frozenset({"st", "mr", "dr"})
# After these a capital may open a sentence of its own.
_OPENING_MARKS = re.compile("[\"“”‘«:•–—(\\[\n]|(?:^|[\\s(])['’](?!s? )|[-*] $|\\|")
# A heading is set in Title Case when this share of its longer words begins large.
_TITLE_SHARE = 0.7
# A sentence in capitals shows by its first words.
_LOOKED_AT = 8
_SENTENCE_MARKS = frozenset('.!?…"”’')
_POSSESSIVE = frozenset({"'s", "’s", "'S", "’S"})
_APOSTROPHES = "'’"


class Page:
    """The words of a text with their surroundings; every place is an index into `words`.

    `paragraphs` are the text's. `read` has the words with their spans; `words`, `capital` and `capitals` are its lists,
    `gaps` what stands before each word and after the one before it, a possessive ending included. `openers` are words
    that begin large only where a sentence or title begins.
    """

    def __init__(self, text: str, laid_out: list[Span], headings: frozenset[Span], language: str = "en") -> None:
        self.text = text
        self.paragraphs = laid_out
        self.headings = headings
        self.openers: frozenset[str] = openers(language)
        self.read = words_in(text)
        self.words: list[str] = self.read.folded
        self.capital: list[bool] = self.read.capital
        self.capitals: list[bool] = self.read.capitals
        self.gaps: list[str] = [text[a:b] for a, b in zip([0, *self.read.ends], self.read.starts, strict=False)]
        self.sentences: list[Span] = sentences(text, laid_out)
        self._first_words: list[int] = [bisect_left(self.read.starts, one.start) for one in self.sentences]
        self.sentence_of: list[int] = self._places_of_sentences()

    def __len__(self) -> int:
        return len(self.words)

    def _places_of_sentences(self) -> list[int]:
        """For each word the number of its sentence; what stands before the first belongs to it."""
        places: list[int] = []
        ends = [*self._first_words[1:], len(self.words)]
        for number, end in enumerate(ends):
            places.extend([number] * (end - len(places)))
        return places

    def gap(self, place: int) -> str:
        """What stands before word `place` and after the one before it, its possessive ending included."""
        return self.gaps[place]

    @cached_property
    def joined(self) -> list[bool]:
        """For each word whether it may be of one name with the word before it."""
        return [gap == " " or (place > 0 and self._is_joined(place)) for place, gap in enumerate(self.gaps)]

    def _is_joined(self, place: int) -> bool:
        gap = self.gaps[place]
        if len(gap) > 4:
            return False
        before = self.words[place - 1]
        if gap in {". ", "."}:
            return (len(before) == 1 and before.isalpha()) or before in _SHORTENED or before == "1"
        return bool(_SOFT_GAP.fullmatch(gap))

    @cached_property
    def _breaks(self) -> list[int]:
        return [*(place for place, joined in enumerate(self.joined) if not joined), len(self.words)]

    def reach(self, place: int) -> int:
        """The last word that is joined to word `place` without a break."""
        return self._breaks[bisect_right(self._breaks, place)] - 1

    def possessive(self, place: int) -> bool:
        """Whether the word bears a possessive ending: "Lazio’s", "Rovers’"."""
        end = self.read.ends[place]
        after = self.text[end : end + 2]
        if after in _POSSESSIVE:
            return True
        return len(after) == 2 and after[0] in _APOSTROPHES and after[1] == " " and self.words[place][-1:] == "s"

    @cached_property
    def opening(self) -> list[bool]:
        """For each word whether it opens a sentence, a quotation or a list, so that its capital says nothing."""
        found = [gap != " " and bool(_OPENING_MARKS.search(gap)) for gap in self.gaps]
        for first in self._first_words:
            if first < len(found):
                found[first] = True
        return found

    @cached_property
    def titled(self) -> list[bool]:
        """For each sentence whether its capitals say nothing: a heading in Title Case, or anything in capitals."""
        ends = [*self._first_words[1:], len(self.words)]
        return [
            self._is_titled(first, end, sentence)
            for first, end, sentence in zip(self._first_words, ends, self.sentences, strict=True)
        ]

    def _is_titled(self, first: int, end: int, sentence: Span) -> bool:
        """Names alone make no title: in Title Case a common word begins large too, after the first. What is closed by
        a full stop is none unless all in capitals. Known miss: "Milan Eye Varga" where "eye" is not known as common.
        """
        is_open = self.text[sentence.end - 1] not in _SENTENCE_MARKS or sentence in self.headings
        looked_at = self.capitals[first : min(end, first + _LOOKED_AT)]
        if not is_open and 2 * sum(looked_at) < len(looked_at):
            return False
        words = self.words
        longer = [place for place in range(first, end) if len(words[place]) > 3 or words[place] not in FUNCTION_WORDS]
        if len(longer) < 3:
            return False
        if len(longer) > 3 and sum([self.capitals[place] for place in longer]) >= _TITLE_SHARE * len(longer):
            return True
        large = sum([self.capital[place] for place in longer])
        if not is_open or len(longer) - large > 3 or large < _TITLE_SHARE * len(longer):
            return False
        return any(self.capital[place] and words[place] in NOT_A_NAME_ALONE for place in range(first + 1, end))

    def in_title(self, place: int) -> bool:
        """Whether the word stands where capitals say nothing."""
        return self.titled[self.sentence_of[place]]

    def span(self, first: int, last: int) -> Span:
        """From word `first` to word `last`, without the possessive ending."""
        return Span(self.read.starts[first], self.read.ends[last])

    def next_in_sentence(self, place: int) -> bool:
        """Whether word `place + 1` belongs to the same sentence."""
        return place + 1 < len(self.words) and self.sentence_of[place + 1] == self.sentence_of[place]
