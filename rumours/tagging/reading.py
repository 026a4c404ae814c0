"""A document as the detectors read it: headline and body as one text, cut into sentences, with everybody it names."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from rumours.choices import PersonRole, Position
from rumours.tagging.findings import Key, Named
from rumours.tagging.tokens import Words, words_in
from rumours.text import Span


@dataclass(slots=True)
class Actor:
    """A player, person, club or source that the text names, all its mentions taken together.

    `kind` is player, person, club or source ("person" is anybody who is no player; a name nobody knows is a player
    where the text says nothing else). `candidates` are the rows meant, the likeliest first; none: unknown.
    `name` is the fullest form in the text. `club` is the place in `Reading.actors` of the club the text puts him at.
    """

    number: int
    kind: str
    name: str
    candidates: tuple[Key, ...] = ()
    role: PersonRole | None = None
    position: Position | None = None
    nationality: str = ""
    age: int | None = None
    club: int | None = None
    former: frozenset[int] = frozenset()
    confidence: float = 0.9
    rule: str = ""

    @property
    def named(self) -> Named:
        return Named(self.name, self.candidates)


@dataclass(slots=True, eq=False)
class Mention:
    """One place where an actor is named; `implied` when by a pronoun or a description ("the centre-back").

    `candidates` are the rows that these very words may mean, where they are others than the actor's.
    """

    span: Span
    actor: int
    confidence: float
    rule: str
    implied: bool = False
    candidates: tuple[Key, ...] = ()


@dataclass(frozen=True)
class Reading:
    """`text` is the headline, an empty line, and the body; `body_start` is where the body begins in it.

    `asides` are the words that cleaning set apart: they tell whose page it is, and name nobody.
    All spans count code points of `text`. `mentions` are in order and do not overlap. `headings` are the sentences
    that are headline or section heading.
    """

    text: str
    body_start: int
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    headings: frozenset[Span]
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    published: datetime | None = None
    section: str = "men"
    language: str = "en"
    asides: tuple[str, ...] = ()

    @cached_property
    def words(self) -> Words:
        """The words of `text`."""
        return words_in(self.text)

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def mentions_in(self, span: Span) -> Sequence[Mention]:
        """The mentions that begin inside `span`, in order."""
        first = bisect_left(self._mention_starts, span.start)
        return self.mentions[first : bisect_left(self._mention_starts, span.end)]

    def mentions_before(self, index: int) -> Iterator[Mention]:
        """The mentions that begin before `index`, the nearest first."""
        for place in range(bisect_left(self._mention_starts, index) - 1, -1, -1):
            yield self.mentions[place]

    def sentence_at(self, index: int) -> Span:
        """The sentence that holds character `index`, or the last before it."""
        return self.sentences[max(bisect_right(self._sentence_starts, index) - 1, 0)]

    def sentence_number(self, index: int) -> int:
        """The place in `sentences` of the one that holds `index`, or the last before it."""
        return max(bisect_right(self._sentence_starts, index) - 1, 0)

    def paragraph_at(self, index: int) -> Span:
        """The paragraph that holds character `index`, or the last before it."""
        return self.paragraphs[max(bisect_right(self._paragraph_starts, index) - 1, 0)]

    def actor_of(self, mention: Mention) -> Actor:
        return self.actors[mention.actor]

    def in_body(self, span: Span) -> Span | None:
        """`span` counted from the start of the body, or None where it is not wholly in it."""
        if span.start < self.body_start:
            return None
        return Span(span.start - self.body_start, span.end - self.body_start)
