"""Finding the people and outlets of a text: first those named in full, then the parts of their names, then the rest."""

from rumours.tagging.names.cast import Bearer, Cast, Words
from rumours.tagging.names.clues import MOST_LOOKED_AT, Clues, Surroundings
from rumours.tagging.names.hints import Hints
from rumours.tagging.names.namesakes import Namesakes
from rumours.tagging.names.page import Page
from rumours.tagging.names.pieces import PARTICLES, Piece
from rumours.tagging.names.shapes import sort_of, units
from rumours.tagging.names.slips import SLIP, Slips
from rumours.tagging.names.words.figures import FAMILIES, FIGURES
from rumours.tagging.names.words.given import GIVEN_NAMES
from rumours.tagging.names.words.things import THING_ENDINGS

# A name of one word is a person's when the words around it say as much as this; a known one needs less.
ENOUGH, ENOUGH_FOR_KNOWN = 2, 1
_LONGEST_PART = 4
# Two words begin large and nothing else tells a name: "Mental Health" as well as "Danilo Ricci".
_UNSURE = 0.35


class Finding:
    """One text's search for people."""

    def __init__(self, page: Page, namesakes: Namesakes, around: Surroundings) -> None:
        self.page = page
        self.namesakes = namesakes
        self.around = around
        self.hints = Hints(page, around.describing)
        self.cast = Cast()

    def find(self, found: list[Piece]) -> list[Bearer]:
        """Everybody named, with all places. `found`: the pieces that are no clubs."""
        pieces = [piece for piece in found if piece.entry is None]
        fulls = [piece for piece in pieces if self._is_full(piece)]
        for piece in sorted(fulls, key=lambda piece: (piece.is_new, -piece.size, piece.first)):
            self._add_full(piece)
        for piece in fulls:
            self._place_full(piece)
        self._note_ends()
        taken = {id(piece) for piece in fulls}
        self._place_rest([piece for piece in pieces if id(piece) not in taken])
        self._note_ends()
        return [bearer for bearer in self.cast.bearers if bearer.places]

    def _note_ends(self) -> None:
        """Tell who reads the surroundings where names of people end, so that a list shares its description."""
        self.around.person_ends = {
            last: first
            for bearer in self.cast.bearers
            if bearer.kind not in {"club", "source"}
            for first, last, *_ in bearer.places
        }
        self.around.person_starts = set(self.around.person_ends.values())

    def _is_full(self, piece: Piece) -> bool:
        if len(units(self.page, piece)) > 1:
            return True
        return "source" in piece.kinds and not any(name.ambiguous for name in piece.names)

    def _add_full(self, piece: Piece) -> None:
        parts = units(self.page, piece)
        words: Words = tuple(self.page.words[piece.first : piece.last + 1])
        name = self.page.span(piece.first, piece.last).of(self.page.text)
        if piece.is_new:
            self._add_new(piece, Bearer(self._kind(piece), words, name), parts)
            return
        keys = self.namesakes.ranked(piece.names)
        rule, confidence = ("known-name", 0.95) if len(keys) == 1 else ("undecided", 0.4)
        if len(keys) == 1 and any(known.ambiguous for known in piece.names):
            rule, confidence = "ambiguous-name", 0.7
        self.cast.add(Bearer(keys[0].kind, words, name, keys, rule, confidence), parts)

    def _kind(self, piece: Piece) -> str:
        """A new name's: as its words tell, unless the words around it tell a club."""
        kind = sort_of(self.page, piece)
        if kind != "person":
            return kind
        if self.page.words[piece.first] in GIVEN_NAMES or self.hints.club(piece) < ENOUGH:
            return "new"
        clues = Clues()
        self.around.gather(piece.first, piece.last, clues)
        return "new" if clues.strength >= ENOUGH else "club"

    def _add_new(self, piece: Piece, bearer: Bearer, parts: list[Words]) -> None:
        if bearer.kind == "thing" or bearer.words in self.cast.families:
            return
        if bearer.kind == "new" and bearer.words[0] not in GIVEN_NAMES:
            bearer.confidence = _UNSURE
        self.cast.add(bearer, parts)

    def _place_full(self, piece: Piece) -> None:
        called = self.cast.called(tuple(self.page.words[piece.first : piece.last + 1]))
        if called is not None:
            bearer, (rule, confidence) = called
            bearer.add(piece.first, piece.last, rule, confidence)

    def _place_rest(self, rest: list[Piece]) -> None:
        """Parts of full names wherever they stand; then lone names that the words around them make a person's."""
        lone: dict[str, list[Piece]] = {}
        titled: dict[str, list[Piece]] = {}
        previous = -1
        for piece in rest:
            if piece.first <= previous:
                continue
            last = self._place_part(piece)
            if last is not None:
                previous = last
            elif piece.kinds != {"club"}:
                word = " ".join(self.page.words[piece.first : piece.last + 1])
                (titled if piece.titled else lone).setdefault(word, []).append(piece)
        slips = Slips(self.cast.family_names(), lone)
        for word, places in lone.items():
            meant = None if places[0].names or word in self.page.openers else slips.meant_by(word)
            if meant is not None:
                for piece in places:
                    meant.add(piece.first, piece.last, *SLIP)
            elif "source" in places[0].kinds:
                self._add_lone("source", [piece for piece in places if self.hints.credited(piece)], [])
            elif self._may_be_name(word, places):
                self._add_lone(self._lone_kind(word, places), places, titled.get(word, []))

    def _place_part(self, piece: Piece) -> int | None:
        """Place the longest part of a full name that begins here; its last word, or None."""
        page = self.page
        start = piece.first
        while start and page.joined[start] and page.words[start - 1] in PARTICLES and start > piece.first - 2:
            start -= 1
        for first in range(start, piece.first + 1):
            for last in range(min(piece.first + _LONGEST_PART, page.reach(piece.first)), piece.last - 1, -1):
                called = self.cast.called(tuple(page.words[first : last + 1])) if page.capital[last] else None
                if called is not None:
                    bearer, (rule, confidence) = called
                    bearer.add(first, last, rule, confidence)
                    return last
        return None

    def _lone_kind(self, word: str, places: list[Piece]) -> str:
        """new, club, or "" where the words around a lone name do not tell that it is one."""
        clues = Clues()
        hints = clubs = 0
        starts, ends = self.around.person_starts, self.around.person_ends
        for piece in places[:MOST_LOOKED_AT]:
            self.around.gather(piece.first, piece.last, clues)
            hints += self.hints.person(piece, starts, ends)
            clubs += self.hints.club(piece)
        if word in FAMILIES or (word,) in FIGURES:
            hints += ENOUGH
        if clubs > ENOUGH and clubs > clues.strength + hints and not places[0].names:
            return "club"
        hints += int(hints > 0 and sum(not self.page.opening[piece.first] for piece in places) > 1)
        needed = ENOUGH_FOR_KNOWN if places[0].names else ENOUGH
        return "new" if clues.strength + hints >= needed else ""

    def _add_lone(self, kind: str, places: list[Piece], titled: list[Piece]) -> None:
        if not kind or not places:
            return
        first = places[0]
        keys = self.namesakes.ranked(first.names) if first.names else ()
        words: Words = tuple(self.page.words[first.first : first.last + 1])
        rule, confidence = ("lone-known-name", 0.7) if keys else ("lone-new-name", 0.6)
        if kind == "source":
            rule = "ambiguous-name"
        name = self.page.span(first.first, first.last).of(self.page.text)
        bearer = self.cast.add(Bearer(keys[0].kind if keys else kind, words, name, keys, rule, confidence), [words])
        for piece in [*places, *titled]:
            bearer.add(piece.first, piece.last, rule, confidence)

    def _may_be_name(self, word: str, places: list[Piece]) -> bool:
        """A lone name is no common word, has small letters and no article, and stands where its capital tells."""
        if (word in self.page.openers and word not in GIVEN_NAMES) or word in THING_ENDINGS:
            return False
        if len(word) < 3 or all(self.page.capitals[piece.first] for piece in places):
            return False
        if all(piece.first and self.page.words[piece.first - 1] == "the" for piece in places):
            return False
        if any(not self.page.opening[piece.first] for piece in places) or bool(places[0].names):
            return True
        return any(self.hints.person(piece, set(), {}) > 1 for piece in places[:MOST_LOOKED_AT])
