"""Small signs that a capitalised word is a person's name, or a club's; none is enough alone."""

from collections.abc import Container

from rumours.tagging.names.describing import FORMER, Describing
from rumours.tagging.names.page import Page
from rumours.tagging.names.pieces import Piece
from rumours.tagging.names.words import listed
from rumours.tagging.names.words.cues import (
    AFTER_CLUBS,
    BEFORE_CLUBS,
    CLUB_PHRASES,
    CREDITED_AFTER,
    DEALT_WITH,
    HAVING_DONE,
    REPORTING,
    SAYING,
)
from rumours.tagging.names.words.openers import FUNCTION_WORDS, NOT_A_NAME_ALONE

_MONEY = "£€$"
_MODALS = listed("has have had is was will could would may might can should")


class Hints:
    """Reads the words beside a piece. `starts` and `ends` are the places of people already told."""

    def __init__(self, page: Page, describing: Describing) -> None:
        self.page = page
        self.describing = describing

    def word(self, place: int, beside: int) -> str:
        """The word at `place` if it is of the sentence of word `beside`."""
        if not 0 <= place < len(self.page) or self.page.sentence_of[place] != self.page.sentence_of[beside]:
            return ""
        return self.page.words[place]

    def person(self, piece: Piece, starts: Container[int], ends: Container[int]) -> int:
        """How much speaks for a person: "Casemiro, who", "Jorginho (£10m)", "Telles, Fred and Maguire"."""
        page, last = self.page, piece.last
        found = self._listed(piece, starts, ends)
        if not page.next_in_sentence(last):
            return found
        gap, after = page.gap(last + 1), page.words[last + 1]
        if gap.strip().endswith("(") or any(sign in gap for sign in _MONEY):
            found += 2 if any(sign in gap for sign in _MONEY) else 0
        elif gap == ", " and after in {"who", "whose"}:
            found += 1
        elif gap == " ":
            found += self._followed(piece, after)
        return found

    def _followed(self, piece: Piece, after: str) -> int:
        then = self.word(piece.last + 2, piece.last)
        if after in _MODALS:
            return 2 if then in HAVING_DONE else 1
        if after in SAYING:
            return 2 if self.page.opening[piece.first] else 1
        if after in DEALT_WITH:
            return 1
        return int(self.word(piece.first - 1, piece.first) == "with" and after.endswith("ing"))

    def _listed(self, piece: Piece, starts: Container[int], ends: Container[int]) -> int:
        """One for each neighbour in a list who is a person already: "Varga, Marlow and Tomas"."""
        page, before, after = self.page, piece.first - 1, piece.last + 1
        left, right = page.gap(piece.first).strip(), page.gap(after).strip() if after < len(page) else ""
        if before >= 0 and page.words[before] in {"and", "or"} and left == "":
            before, left = before - 1, ","
        if after < len(page) and page.words[after] in {"and", "or"} and right == "":
            after, right = after + 1, ","
        return int(left == "," and before in ends) + int(right == "," and after in starts)

    def club(self, piece: Piece) -> int:
        """How much speaks for a club: "joined Norvik", "a move to Norvik", "Norvik striker Varga"."""
        before, earlier = self.word(piece.first - 1, piece.first), self.word(piece.first - 2, piece.first)
        found = 2 * (before in BEFORE_CLUBS or earlier in CLUB_PHRASES.get(before, ()))
        if self.word(piece.last + 1, piece.last) in AFTER_CLUBS:
            found += 2
        role = self.describing.at(piece.last + 1) if self.page.next_in_sentence(piece.last) else None
        if role is not None and role.word and role.first == piece.last + 1:
            if before in FORMER:
                found += 3
            place = role.last + 1
            if place < len(self.page) and self.page.capital[place] and self.page.gap(place) == " ":
                found += 2
        return found

    def credited(self, piece: Piece) -> bool:
        """Whether a common word or family name stands as an outlet's or a journalist's: "told Sport", "Romero says"."""
        page, first, last = self.page, piece.first, piece.last
        if page.capitals[first] and not any(name.name.isupper() for name in piece.names):
            return False
        after = self.word(last + 1, last)
        if after in REPORTING or after in SAYING or self.word(first - 1, first) in CREDITED_AFTER:
            return True
        plain = page.words[first].isalpha() and not page.opening[first]
        return plain and after not in NOT_A_NAME_ALONE - FUNCTION_WORDS and page.gap(first) in {" ", "("}
