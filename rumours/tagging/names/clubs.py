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
from rumours.tagging.names.words.openers import FUNCTION_WORDS, MONTHS_AND_DAYS, NOT_A_NAME_ALONE
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
# Several bear it and one is so called itself, the others only by an alias: "Liverpool". Known miss: news of Montevideo.
OWN_NAME = ("own-name", 0.75)
# "United" where the only club so called that the text names in full is Newcastle United.
LAST_WORD = ("last-word-of-full-name", 0.8)

# Last words that many clubs share; alone they mean the one that the text names in full.
_SHARED_WORDS = listed(
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
    families = _families(page, found)
    pieces = [piece for piece in found if "club" in piece.kinds and not is_place(page, piece)]
    sure = Counter(key for piece in pieces if (key := _sure(piece, gazetteer)) is not None)
    deciding = _Deciding(gazetteer, section, sure)
    full = {name.key for piece in pieces if piece.size > 1 for name in piece.names}
    told = _Lone(page, gazetteer, families, sure, full)
    return [deciding.decide(page, piece) for piece in pieces if piece.size > 1 or not told.is_none(piece)]


def _families(page: Page, found: Sequence[Piece]) -> set[str]:
    """The last words of longer names that are no clubs': "Nunez" of "Darwin Nunez"."""
    longer = (piece for piece in found if piece.size > 1 and piece.entry is None and "club" not in piece.kinds)
    return {page.words[piece.last] for piece in longer if not piece.titled}


def _sure(piece: Piece, gazetteer: Gazetteer) -> Key | None:
    """The one club that bears these words as its own name, or the only one to bear them at all."""
    clubs = [name for name in piece.names if name.key.kind == "club"]
    if any(name.ambiguous for name in clubs) and len({name.key for name in clubs}) == 1:
        return None
    own = {name.key for name in clubs if gazetteer.name_of(name.key) == name.name and not name.ambiguous}
    keys = own or {name.key for name in clubs}
    if len(own) > 1:
        known = {key for key in own if gazetteer.league_of(key.id)}
        keys = known or own
    return next(iter(keys)) if len(keys) == 1 and not all(name.ambiguous for name in clubs) else None


def is_place(page: Page, piece: Piece) -> bool:
    """Whether a club's name stands for its city: "in Milan", "Lens, France". Known miss: "to Liverpool by train"."""
    if piece.size > 1 or piece.titled or page.possessive(piece.last):
        return False
    if _names_country_after(page, piece):
        return True
    if piece.first == 0 or page.words[piece.first - 1] != "in" or not page.joined[piece.first]:
        return False
    before = page.words[piece.first - 2] if piece.first > 1 else ""
    after = page.words[piece.last + 1] if page.next_in_sentence(piece.last) else ""
    return before not in _CLUB_AFTER_IN and after not in {"colours", "shirt", "history", "and"}


@dataclass(frozen=True, slots=True)
class _Lone:
    """Tells clubs' names of one word from words. `sure` and `full` are the clubs named for sure and by longer names."""

    page: Page
    gazetteer: Gazetteer
    families: set[str]
    sure: Counter[Key]
    full: set[Key]

    def is_none(self, piece: Piece) -> bool:
        """Whether the piece names no club: "Wednesday", "Sporting Director", "We'll see", "Nunez" of Darwin Nunez."""
        word, names = self.page.words[piece.first], [name for name in piece.names if name.key.kind == "club"]
        ambiguous, obscure = all(name.ambiguous for name in names), not any(self._is_famous(name) for name in names)
        if word in self.families and (ambiguous or obscure):
            return not any(name.key in (self.sure if ambiguous else self.full) for name in names)
        if word in MONTHS_AND_DAYS:
            return self._is_day(piece)
        if any(name.key in self.sure for name in names) and not (obscure and word in NOT_A_NAME_ALONE):
            return False
        return (ambiguous or obscure) and self._is_word(piece, word, obscure=obscure)

    def _is_famous(self, name: KnownName) -> bool:
        return self.gazetteer.is_famous(name.key)

    def _is_day(self, piece: Piece) -> bool:
        if not any(name.key in self.sure for name in piece.names):
            return True
        after = self.page.words[piece.first + 1] if self.page.next_in_sentence(piece.first) else ""
        return (piece.first > 0 and self.page.words[piece.first - 1] in _BEFORE_DAYS) or after in _AFTER_DAYS

    def _is_word(self, piece: Piece, word: str, *, obscure: bool) -> bool:
        page, place = self.page, piece.first
        if "source" in piece.kinds:
            return True
        if word in FUNCTION_WORDS:
            return page.opening[place] or obscure
        after = page.words[place + 1] if page.next_in_sentence(place) else ""
        capital_after = bool(after) and page.capital[place + 1] and page.joined[place + 1]
        if word in NOT_A_NAME_ALONE:
            return page.opening[place] or capital_after or obscure
        return after in _AFTER_ROLES and capital_after


_AFTER_ROLES = frozenset({"director", "directors", "chief", "ceo"})
_BEFORE_DAYS = frozenset({"on", "last", "next", "this", "until", "by", "since", "for", "from", "late", "early", "and"})
_AFTER_DAYS = frozenset({"night", "evening", "morning", "afternoon", "s", "lunchtime"})


def _names_country_after(page: Page, piece: Piece) -> bool:
    if not page.next_in_sentence(piece.last) or page.gap(piece.last + 1) != ", ":
        return False
    entry = entry_of(page.words[piece.last + 1])
    return entry is not None and entry.kind == "country"


class _Deciding:
    """What the text says of clubs as a whole, and each name judged by it."""

    def __init__(self, gazetteer: Gazetteer, section: str, sure: Counter[Key]) -> None:
        self.gazetteer = gazetteer
        self.section = section
        self.sure = sure
        self.told: dict[tuple[int, str], tuple[tuple[Key, ...], str, float]] = {}
        self.countries = Counter(gazetteer.association_of(key.id) for key in sure)
        self.by_word = {word: key for key in reversed(list(sure)) for word in _ends(gazetteer.name_of(key))}

    def decide(self, page: Page, piece: Piece) -> Decided:
        """Whom the piece means: told once for each name, for nothing but the whole text decides."""
        word = page.words[piece.last] if piece.size == 1 else ""
        told = self.told.get((id(piece.names), word))
        if told is None:
            told = self.told[(id(piece.names), word)] = self._tell(piece, word)
        return Decided(piece, *told)

    def _tell(self, piece: Piece, word: str) -> tuple[tuple[Key, ...], str, float]:
        names = [name for name in piece.names if name.key.kind == "club"]
        ranked = sorted(names, key=lambda name: (-self._score(name), -name.weight, name.key))
        keys = tuple(dict.fromkeys(name.key for name in ranked))
        if word in _SHARED_WORDS and keys[0] not in self.sure:
            other = self.by_word.get(word)
            if other is not None:
                return (tuple(dict.fromkeys([other, *keys])), *LAST_WORD)
        return (keys, *self._how(ranked, keys))

    def _how(self, ranked: list[KnownName], keys: tuple[Key, ...]) -> tuple[str, float]:
        if len(keys) == 1:
            return COMMON_WORD if any(name.ambiguous for name in ranked) else CERTAIN
        best = ranked[0]
        second = next(name for name in ranked if name.key != best.key)
        if (best.key in self.sure) != (second.key in self.sure) or self._strange(best) != self._strange(second):
            return NAMED_ELSEWHERE
        if self._is_own(best) and not self._is_own(second):
            return OWN_NAME
        return SAME_COUNTRY if self._score(best) - self._score(second) >= 1 else UNDECIDED

    def _strange(self, name: KnownName) -> bool:
        """Whether the row is of the other section than the article."""
        return bool(name.section) and name.section != self.section

    def _is_own(self, name: KnownName) -> bool:
        return self.gazetteer.name_of(name.key) == name.name

    def _score(self, name: KnownName) -> int:
        """Larger is likelier: of the article's section, named for sure, so called itself, its country's clubs named."""
        country = self.countries.get(self.gazetteer.association_of(name.key.id), 0)
        famous = self.gazetteer.is_famous(name.key)
        named = 6 * (name.key in self.sure)
        return named - 12 * self._strange(name) + 2 * self._is_own(name) + min(country, 2) + 2 * famous


def _ends(name: str) -> set[str]:
    words = words_of(name)
    return {words[0], words[-1]}
