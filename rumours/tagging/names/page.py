"""A text laid out for reading names: its words, what stands between them, and where capitals say nothing."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from rumours.tagging.names.words.openers import FUNCTION_WORDS, NOT_A_NAME_ALONE
from rumours.tagging.tokens import Token, tokens
from rumours.text import Span, sentences

# What may stand between two words of one name: "Jean-Pierre", "Brighton & Hove", "Bodø/Glimt".
_SOFT_GAP = re.compile(r"[ \u00a0\t]{1,3}(?:[&] ?)?|[-‐‑–/.]| ?[-‐‑] ?")
# After these a full stop is part of the name: "St. Pauli", "1. FC", "J. P."
_SHORTENED = frozenset({"st", "mr", "dr"})
# After these a capital may open a sentence of its own.
_OPENING_MARKS = re.compile("[\"“”‘«:•–—(\\[\n]|(?:^|[\\s(])['’]|[-*] $|\\|")
# A heading is set in Title Case when this share of its longer words begins large.
_TITLE_SHARE = 0.7
# A sentence in capitals shows by its first words.
_LOOKED_AT = 8
_SENTENCE_MARKS = frozenset('.!?…"”’')
_POSSESSIVE = frozenset({"'s", "’s", "'S", "’S"})
_APOSTROPHES = "'’"


class Page:
    """The words of a text with their surroundings; every place is an index into `tokens`."""

    def __init__(self, text: str, headings: frozenset[Span]) -> None:
        self.text = text
        self.tokens: list[Token] = list(tokens(text))
        self.words: list[str] = [token.folded for token in self.tokens]
        self.sentences: list[Span] = sentences(text)
        self.headings = headings
        self.gaps: list[str] = self._gaps()
        self.sentence_of: list[int] = self._places_of_sentences()

    def __len__(self) -> int:
        return len(self.tokens)

    def _places_of_sentences(self) -> list[int]:
        places, number, last = [], 0, len(self.sentences) - 1
        for token in self.tokens:
            while number < last and token.start >= self.sentences[number + 1].start:
                number += 1
            places.append(number)
        return places

    def _gaps(self) -> list[str]:
        gaps, end = [], 0
        for token in self.tokens:
            gaps.append(self.text[end : token.start])
            end = token.end
        return gaps

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
    def reach(self) -> list[int]:
        """For each word the last one that is joined to it without a break."""
        ends = list(range(len(self.tokens)))
        for place in range(len(self.tokens) - 2, -1, -1):
            if self.joined[place + 1]:
                ends[place] = ends[place + 1]
        return ends

    def possessive(self, place: int) -> bool:
        """Whether the word bears a possessive ending: "Lazio’s", "Rovers’"."""
        end = self.tokens[place].end
        after = self.text[end : end + 2]
        if after in _POSSESSIVE:
            return True
        return len(after) == 2 and after[0] in _APOSTROPHES and after[1] == " " and self.words[place][-1:] == "s"

    @cached_property
    def opening(self) -> list[bool]:
        """For each word whether it opens a sentence, a quotation or a list, so that its capital says nothing."""
        found, before = [], -1
        for place, number in enumerate(self.sentence_of):
            opens = number != before
            if not opens:
                gap = self.gaps[place]
                opens = gap != " " and bool(_OPENING_MARKS.search(gap))
            found.append(opens)
            before = number
        return found

    @cached_property
    def titled(self) -> list[bool]:
        """For each sentence whether its capitals say nothing: a heading in Title Case, or anything in capitals."""
        starts = [token.start for token in self.tokens]
        found = []
        for sentence in self.sentences:
            first, end = bisect_right(starts, sentence.start - 1), bisect_right(starts, sentence.end - 1)
            is_open = sentence in self.headings or self.text[sentence.end - 1] not in _SENTENCE_MARKS
            found.append(_is_titled(self.tokens[first:end], is_open=is_open))
        return found

    def in_title(self, place: int) -> bool:
        """Whether the word stands where capitals say nothing."""
        return self.titled[self.sentence_of[place]]

    def span(self, first: int, last: int) -> Span:
        """From word `first` to word `last`, without the possessive ending."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def next_in_sentence(self, place: int) -> bool:
        """Whether word `place + 1` belongs to the same sentence."""
        return place + 1 < len(self.tokens) and self.sentence_of[place + 1] == self.sentence_of[place]


def _is_titled(run: Sequence[Token], *, is_open: bool) -> bool:
    """`is_open`: a heading, or a line without a full stop at its end. Names alone make no title: a common word must
    begin large too, after the first. Known miss: "Milan Eye Varga" where "eye" is not known as common."""
    if not is_open and 2 * sum([token.capitals for token in run[:_LOOKED_AT]]) < min(len(run), _LOOKED_AT):
        return False
    longer = [token for token in run if len(token.folded) > 3 or token.folded not in FUNCTION_WORDS]
    if len(longer) < 3:
        return False
    if len(longer) > 3 and sum(token.capitals for token in longer) >= _TITLE_SHARE * len(longer):
        return True
    plain = sum(not token.capital for token in longer)
    if not is_open or plain > 3 or len(longer) - plain < _TITLE_SHARE * len(longer):
        return False
    return any(token.capital and token.folded in NOT_A_NAME_ALONE for token in run[1:])
