"""Which club a club's name means here: "United", "Milan" and "the Reds" are told by the rest of the text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rumours.tagging.findings import Key
from rumours.tagging.gazetteer import Gazetteer, KnownName
from rumours.tagging.names.lexicon import entry_of
from rumours.tagging.names.page import Page
from rumours.tagging.names.pieces import Piece
from rumours.tagging.names.words import listed
from rumours.tagging.names.words.openers import FUNCTION_WORDS, MONTHS_AND_DAYS
from rumours.tagging.tokens import words_of

# A name that one row bears, and none flags as ambiguous: "Fikayo Tomori". Known miss: a namesake nobody has entered.
CERTAIN = ("known-name", 0.95)
# One row bears it, but it is also a common word or a first name: "Milan", "Forest".
COMMON_WORD = ("ambiguous-name", 0.7)
# Several bear it and one of them is named in full elsewhere in the text: "Reds" beside "Liverpool".
NAMED_ELSEWHERE = ("named-elsewhere", 0.8)
# Several bear it and one is of the country whose other clubs the text names. Known miss: a Nottingham paper on Leeds.
SAME_COUNTRY = ("same-country", 0.5)
# Several bear it and nothing in the text decides: kept as alternatives for the editor.
UNDECIDED = ("undecided", 0.3)
# "United" where the only club so called that the text names in full is Newcastle United.
LAST_WORD = ("last-word-of-full-name", 0.8)

# Last words that many clubs share; alone they mean the one that the text names in full.
_SHARED_LAST = listed(
    """
    united city town rovers wanderers athletic county albion rangers real sporting inter
    """
)
# "interest in Milan" is the club, "life in Milan" the city.
_CLUB_AFTER_IN = listed(
    """
    interest interested faith trust belief stake shares invest investment confidence
    """
)


@dataclass(slots=True)
class Decided:
    """A piece, whom it means (the likeliest first) and how that was told."""

    piece: Piece
    candidates: tuple[Key, ...]
    rule: str
    confidence: float


def decide_clubs(page: Page, found: Sequence[Piece], gazetteer: Gazetteer, section: str) -> list[Decided]:
    """Every piece that names a club, decided in the light of all of them."""
    pieces = [piece for piece in found if "club" in piece.kinds and not is_place(page, piece)]
    sure = Counter(piece.names[0].key for piece in pieces if _is_sure(piece))
    countries = Counter(gazetteer.association_of(key.id) for key in sure)
    deciding = _Deciding(gazetteer, section, sure, countries)
    return [deciding.decide(page, piece) for piece in pieces]


def _is_sure(piece: Piece) -> bool:
    return len({name.key for name in piece.names}) == 1 and not any(name.ambiguous for name in piece.names)


def is_place(page: Page, piece: Piece) -> bool:
    """Whether a club's name stands for its city: "in Milan", "Lens, France". Known miss: "to Liverpool by train"."""
    if piece.size > 1 or piece.titled or page.possessive(piece.last):
        return False
    if _is_word(page, piece):
        return True
    if _names_country_after(page, piece):
        return True
    if piece.first == 0 or page.words[piece.first - 1] != "in" or not page.joined[piece.first]:
        return False
    before = page.words[piece.first - 2] if piece.first > 1 else ""
    after = page.words[piece.last + 1] if page.next_in_sentence(piece.last) else ""
    return before not in _CLUB_AFTER_IN and after not in {"colours", "shirt", "history", "and"}


def _is_word(page: Page, piece: Piece) -> bool:
    """Whether an ambiguous name is only a word or a day: "Wednesday", "Sporting Director", "We'll see"."""
    if not all(name.ambiguous for name in piece.names):
        return False
    word, after = page.words[piece.first], page.words[piece.last + 1] if page.next_in_sentence(piece.last) else ""
    if word in MONTHS_AND_DAYS or (word in FUNCTION_WORDS and page.opening[piece.first]):
        return True
    return after in {"director", "directors", "chief", "ceo"} and page.tokens[piece.last + 1].capital


def _names_country_after(page: Page, piece: Piece) -> bool:
    if not page.next_in_sentence(piece.last) or page.gap(piece.last + 1) != ", ":
        return False
    entry = entry_of(page.words[piece.last + 1])
    return entry is not None and entry.kind == "country"


class _Deciding:
    """What the text says of clubs as a whole, and each name judged by it."""

    def __init__(self, gazetteer: Gazetteer, section: str, sure: Counter[Key], countries: Counter[str]) -> None:
        self.gazetteer = gazetteer
        self.section = section
        self.sure = sure
        self.countries = countries
        self.by_last = {words_of(gazetteer.name_of(key))[-1]: key for key in reversed(list(sure))}
        self.by_first = {words_of(gazetteer.name_of(key))[0]: key for key in reversed(list(sure))}

    def decide(self, page: Page, piece: Piece) -> Decided:
        names = [name for name in piece.names if name.key.kind == "club"]
        ranked = sorted(names, key=self._rank)
        keys = tuple(dict.fromkeys(name.key for name in ranked))
        best, word = self._rank(ranked[0]), page.words[piece.last]
        if piece.size == 1 and word in _SHARED_LAST and best[1]:
            other = self.by_last.get(word) or self.by_first.get(word)
            if other is not None:
                return Decided(piece, tuple(dict.fromkeys([other, *keys])), *LAST_WORD)
        return Decided(piece, keys, *self._how(piece, ranked, keys))

    def _how(self, piece: Piece, ranked: list[KnownName], keys: tuple[Key, ...]) -> tuple[str, float]:
        if len(keys) == 1:
            return COMMON_WORD if any(name.ambiguous for name in piece.names) else CERTAIN
        second = next(name for name in ranked if name.key != keys[0])
        first_rank, second_rank = self._rank(ranked[0]), self._rank(second)
        if first_rank[:2] != second_rank[:2]:
            return NAMED_ELSEWHERE
        return SAME_COUNTRY if first_rank[2] != second_rank[2] else UNDECIDED

    def _rank(self, name: KnownName) -> tuple[int, int, int, int, Key]:
        """Smaller is likelier: the article's section, named for sure, its country's clubs named, much written about."""
        other_section = bool(name.section) and name.section != self.section
        country = self.countries.get(self.gazetteer.association_of(name.key.id), 0)
        return (int(other_section), int(name.key not in self.sure), -country, -name.weight, name.key)
