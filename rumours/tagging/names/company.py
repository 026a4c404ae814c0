"""Everybody a text names, numbered, with all the places where he stands."""

from datetime import date

from rumours.tagging.findings import Key
from rumours.tagging.gazetteer import Gazetteer
from rumours.tagging.names.antecedents import Place
from rumours.tagging.names.cast import Bearer
from rumours.tagging.names.clubs import Decided
from rumours.tagging.names.clues import MOST_LOOKED_AT, Clues, Surroundings
from rumours.tagging.names.describing import Describing, Landmarks
from rumours.tagging.names.implied import Implying
from rumours.tagging.names.page import Page
from rumours.tagging.names.people import ENOUGH
from rumours.tagging.names.pieces import Piece
from rumours.tagging.names.settling import settle
from rumours.tagging.names.slips import SLIP, Slips
from rumours.tagging.reading import Actor, Mention
from rumours.tagging.tokens import words_of
from rumours.text import Span

# A new name that the words around it make a person's.
TOLD_BY_WORDS = 0.6


class Company:
    """The actors of one text and their mentions, as they come together: clubs, then people, then who is implied."""

    def __init__(self, page: Page, gazetteer: Gazetteer) -> None:
        self.page = page
        self.gazetteer = gazetteer
        self.actors: list[Actor] = []
        self.mentions: list[Mention] = []
        self.by_key: dict[Key, int] = {}
        self.clubs: list[tuple[Piece, int]] = []
        self.places: list[Place] = []
        self.called: set[tuple[int, str]] = set()

    def add_clubs(self, decided: list[Decided]) -> None:
        for one in decided:
            number = self.by_key.setdefault(one.candidates[0], len(self.actors))
            span = self._club_span(one)
            name = span.of(self.page.text)
            if number == len(self.actors):
                self.actors.append(
                    Actor(number, "club", name, one.candidates, confidence=one.confidence, rule=one.rule)
                )
            elif one.confidence > self.actors[number].confidence:
                self.actors[number].confidence = one.confidence
                self.actors[number].candidates = one.candidates
                self.actors[number].rule = one.rule
            if (number, name) not in self.called:
                self.called.add((number, name))
                self.actors[number].name = self._fuller(self.actors[number], name)
            self.mentions.append(Mention(span, number, one.confidence, one.rule, candidates=one.candidates))
            self.clubs.append((one.piece, number))
            self._place(one.piece.first, one.piece.last, number)

    def _fuller(self, actor: Actor, name: str) -> str:
        """Of two names of a club the one more like its row's: nicknames name it only where nothing else does."""
        own = set(words_of(self.gazetteer.name_of(actor.candidates[0])))
        return max(actor.name, name, key=lambda one: (bool(own & set(words_of(one))), len(one)))

    def add_slips(self, found: list[Piece]) -> None:
        """Clubs' names with a slip of the pen: the piece is the club's from now on."""
        doubtful = [piece for piece in found if piece.is_new and piece.size == 1 and not self.page.opening[piece.first]]
        names = {" ".join(self.page.words[piece.first : piece.last + 1]): number for piece, number in self.clubs}
        slips = Slips(names.items(), [self.page.words[piece.first] for piece in doubtful])
        for piece in doubtful:
            number = slips.meant_by(self.page.words[piece.first])
            if number is not None:
                self.mentions.append(Mention(self.page.span(piece.first, piece.last), number, SLIP[1], SLIP[0]))
                self.clubs.append((piece, number))
                self._place(piece.first, piece.last, number)

    def _club_span(self, one: Decided) -> Span:
        """A club's nickname is known with its article ("the Fire"), which is no part of the name in the text."""
        piece = one.piece
        article = piece.size > 1 and self.page.words[piece.first] == "the"
        return self.page.span(piece.first + article, piece.last)

    def club_rows(self) -> frozenset[int]:
        return frozenset(key.id for key in self.by_key)

    def landmarks(self, found: list[Piece]) -> Landmarks:
        entries = [piece for piece in found if piece.entry is not None]
        return Landmarks(
            club_ends={piece.last: (piece.first, number) for piece, number in self.clubs},
            club_starts={piece.first: (piece.last, number) for piece, number in self.clubs},
            entry_ends={piece.last: (piece.first, piece.entry) for piece in entries if piece.entry},
            entry_starts={piece.first: (piece.last, piece.entry) for piece in entries if piece.entry},
        )

    def add_people(self, bearers: list[Bearer], around: Surroundings, day: date | None) -> None:
        for bearer in bearers:
            clues = Clues()
            for first, last, _, _ in bearer.places[:MOST_LOOKED_AT]:
                if not self.page.in_title(first):
                    around.gather(first, last, clues)
            actor = Actor(
                len(self.actors),
                bearer.kind,
                bearer.name,
                bearer.candidates,
                confidence=bearer.confidence,
                rule=bearer.rule,
            )
            settle(actor, bearer.words, clues, self.gazetteer, day)
            if clues.strength >= ENOUGH:
                actor.confidence = max(actor.confidence, TOLD_BY_WORDS)
            self.actors.append(actor)
            for first, last, rule, confidence in bearer.places:
                self.mentions.append(Mention(self.page.span(first, last), actor.number, confidence, rule))
                self._place(first, last, actor.number)

    def _place(self, first: int, last: int, number: int) -> None:
        words, told_of = self.page.words, False
        if self.page.next_in_sentence(last):
            told_of = words[last + 1] == "who" and self.page.gap(last + 1) in {", ", " "}
        self.places.append(Place(first, last, number, self.page.sentence_of[first], told_of=told_of))

    def add_implied(self, describing: Describing) -> None:
        implying = Implying(self.page, self.actors, self.places, describing, self.gazetteer)
        self.mentions.extend(implying.find())
