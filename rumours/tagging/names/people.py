"""Finding the people and outlets of a text: first those named in full, then the parts of their names, then the rest."""

from collections.abc import Iterable
from datetime import date

from rumours.tagging.findings import Key
from rumours.tagging.gazetteer import Gazetteer, KnownName
from rumours.tagging.names.cast import Bearer, Cast, Words
from rumours.tagging.names.clues import Clues, Surroundings
from rumours.tagging.names.page import Page
from rumours.tagging.names.pieces import PARTICLES, Piece
from rumours.tagging.names.shapes import sort_of, units
from rumours.tagging.names.words.cues import CREDITED_AFTER, REPORTING, SAYING
from rumours.tagging.names.words.figures import FAMILIES, FIGURES
from rumours.tagging.names.words.given import GIVEN_NAMES
from rumours.tagging.names.words.openers import FUNCTION_WORDS, NOT_A_NAME_ALONE

# A name of one word is a person's when the words around it say as much as this.
ENOUGH = 2
_LONGEST_PART = 4


class Finding:
    """One text's search for people; `clubs` are the rows of the clubs it names, which tell namesakes apart."""

    def __init__(self, page: Page, gazetteer: Gazetteer, clubs: set[int], section: str, day: date | None) -> None:
        self.page = page
        self.gazetteer = gazetteer
        self.clubs = clubs
        self.section = section
        self.day = day
        self.cast = Cast()

    def find(self, found: list[Piece], around: Surroundings) -> list[Bearer]:
        """Everybody named, with all places. `found`: the pieces that are no clubs."""
        fulls = [piece for piece in found if self._is_full(piece)]
        for piece in sorted(fulls, key=lambda piece: (piece.is_new, -piece.size, piece.first)):
            self._add_full(piece)
        taken = {id(piece) for piece in fulls}
        rest = [piece for piece in found if id(piece) not in taken]
        for piece in sorted(fulls, key=lambda piece: piece.first):
            self._place_full(piece)
        self._place_parts([piece for piece in rest if piece.entry is None], around)
        return [bearer for bearer in self.cast.bearers if bearer.places]

    def _is_full(self, piece: Piece) -> bool:
        if piece.entry is not None:
            return False
        if piece.is_new:
            return not piece.titled and len(units(self.page, piece)) > 1
        if len(units(self.page, piece)) > 1:
            return True
        return "source" in piece.kinds and not any(name.ambiguous for name in piece.names)

    def _add_full(self, piece: Piece) -> None:
        parts = units(self.page, piece)
        words: Words = tuple(self.page.words[piece.first : piece.last + 1])
        name = self.page.span(piece.first, piece.last).of(self.page.text)
        if piece.is_new:
            kind = sort_of(self.page, piece)
            if kind == "thing" or words in self.cast.families:
                return
            self.cast.add(Bearer({"person": "new"}.get(kind, kind), words, name), parts)
            return
        keys = self.ranked(piece.names)
        certain = len(keys) == 1
        rule, confidence = ("known-name", 0.95) if certain else ("undecided", 0.4)
        if certain and any(known.ambiguous for known in piece.names):
            rule, confidence = "ambiguous-name", 0.7
        self.cast.add(Bearer(keys[0].kind, words, name, keys, rule, confidence), parts)

    def ranked(self, names: Iterable[KnownName]) -> tuple[Key, ...]:
        """Namesakes, the likeliest first: of the clubs named here, of the section, still playing, written about."""
        ordered = sorted(names, key=lambda name: (*self._unlikely(name), -name.weight, name.key))
        return tuple(dict.fromkeys(name.key for name in ordered if name.key.kind != "club"))

    def _unlikely(self, name: KnownName) -> tuple[int, int, int, int]:
        other_section = int(bool(name.section) and name.section != self.section)
        if name.key.kind != "player":
            return (other_section, 1, 0, 0)
        spells = self.gazetteer.spells_of(name.key.id)
        now = self.gazetteer.spell_on(name.key.id, self.day) if self.day else None
        here = 0 if now and {now.club, now.owner} & self.clubs else 2
        if here and any(spell.club in self.clubs for spell in spells):
            here = 1
        facts = self.gazetteer.player(name.key.id)
        retired = int(bool(facts and (facts.retired or (self.day and facts.born and self.day.year - facts.born > 41))))
        latest = max((spell.since.year for spell in spells if spell.since), default=0)
        return (other_section, here + 2 * retired, retired, -latest)

    def _place_full(self, piece: Piece) -> None:
        called = self.cast.called(tuple(self.page.words[piece.first : piece.last + 1]))
        if called is not None:
            bearer, (rule, confidence) = called
            bearer.add(piece.first, piece.last, rule, confidence)

    def _place_parts(self, rest: list[Piece], around: Surroundings) -> None:
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
            elif piece.kinds != {"club"} and (piece.size == 1 or len(units(self.page, piece)) == 1):
                (titled if piece.titled else lone).setdefault(self._word(piece), []).append(piece)
        for word, places in lone.items():
            if "source" in places[0].kinds:
                self._consider_source(word, places)
                continue
            self._consider(word, places, titled.get(word, []), around)

    def _word(self, piece: Piece) -> str:
        return " ".join(self.page.words[piece.first : piece.last + 1])

    def _place_part(self, piece: Piece) -> int | None:
        """Place the longest part of a full name that begins here; its last word, or None."""
        page = self.page
        reach = page.reach[piece.first]
        start = piece.first
        while start and page.joined[start] and page.words[start - 1] in PARTICLES and start > piece.first - 2:
            start -= 1
        for first in range(start, piece.first + 1):
            for last in range(min(piece.first + _LONGEST_PART, reach), piece.last - 1, -1):
                called = self.cast.called(tuple(page.words[first : last + 1])) if page.tokens[last].capital else None
                if called is not None:
                    bearer, (rule, confidence) = called
                    bearer.add(first, last, rule, confidence)
                    return last
        return None

    def _consider(self, word: str, places: list[Piece], titled: list[Piece], around: Surroundings) -> None:
        if not self._may_be_name(word, places):
            return
        clues = Clues()
        for piece in places:
            around.gather(piece.first, piece.last, clues)
        if word in FAMILIES or (word,) in FIGURES:
            clues.vote(FAMILIES.get(word) or FIGURES[(word,)], ENOUGH)
        if clues.strength + self._listed(places) < ENOUGH:
            return
        first = places[0]
        keys = self.ranked(first.names) if first.names else ()
        name = self.page.span(first.first, first.last).of(self.page.text)
        kind, rule, confidence = (keys[0].kind, "lone-known-name", 0.7) if keys else ("new", "lone-new-name", 0.6)
        bearer = self.cast.add(Bearer(kind, tuple(word.split()), name, keys, rule, confidence), [tuple(word.split())])
        for piece in [*places, *titled]:
            bearer.add(piece.first, piece.last, rule, confidence)

    def _consider_source(self, word: str, places: list[Piece]) -> None:
        """An outlet whose name is a common word, or a journalist's family name: where it is credited, or has "The"."""
        credited = [piece for piece in places if self._is_credited(piece)]
        if not credited:
            return
        keys = self.ranked(credited[0].names)
        name = self.page.span(credited[0].first, credited[0].last).of(self.page.text)
        bearer = self.cast.add(Bearer("source", (word,), name, keys, "ambiguous-name", 0.7), [(word,)])
        for piece in credited:
            bearer.add(piece.first, piece.last, bearer.rule, bearer.confidence)

    def _is_credited(self, piece: Piece) -> bool:
        page, first, last = self.page, piece.first, piece.last
        if page.tokens[first].capitals and not any(name.name.isupper() for name in piece.names):
            return False
        before = page.words[first - 1] if first and page.sentence_of[first - 1] == page.sentence_of[first] else ""
        after = page.words[last + 1] if page.next_in_sentence(last) else ""
        if after in REPORTING or after in SAYING or before in CREDITED_AFTER:
            return True
        plain = page.tokens[first].folded.isalpha() and not page.opening[first]
        return plain and after not in NOT_A_NAME_ALONE - FUNCTION_WORDS and page.gap(first) in {" ", "("}

    def _listed(self, places: list[Piece]) -> int:
        """One for standing in a list beside somebody named in full: "Varga, Ilic Marlow and Tomas"."""
        ends = {last for bearer in self.cast.bearers if bearer.kind != "source" for _, last, _, _ in bearer.places}
        starts = {first for bearer in self.cast.bearers if bearer.kind != "source" for first, *_ in bearer.places}
        words, size = self.page.words, len(self.page)
        for piece in places:
            before, after = piece.first - 1, piece.last + 1
            if before > 0 and words[before] in {"and", "or"}:
                before -= 1
            if after < size - 1 and words[after] in {"and", "or"}:
                after += 1
            near = self.page.gap(piece.first).strip() in {",", ""} and before in ends
            if (near and before < piece.first - 1) or (before in ends and self.page.gap(piece.first).strip() == ","):
                return 1
            if after in starts and (after > piece.last + 1 or self.page.gap(after).strip() == ","):
                return 1
        return 0

    def _may_be_name(self, word: str, places: list[Piece]) -> bool:
        if word in NOT_A_NAME_ALONE and word not in GIVEN_NAMES:
            return False
        if len(word) < 3 or all(self.page.tokens[piece.first].capitals for piece in places):
            return False
        return any(not self.page.opening[piece.first] for piece in places) or bool(places[0].names)
