"""Whom a pronoun, a description or an unsigned quotation points to: evidence for each person named before adds up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from rumours.choices import PersonRole
from rumours.tagging.quotes.people import COACH, RELATION, People
from rumours.tagging.reading import Actor, Mention, Reading
from rumours.text import Span

_REACH = 3000
_LOOKS = 60
_HINT = 2.0
_SPOKEN_OF = 4.0
# "he" describes nobody.
_DESCRIBES = 2
# The verbs of a man who has a say: what follows in marks is likely his.
_VOICE = re.compile(
    r"(?:, [^,.\n]{1,90},)?[^.\n]{0,40}?\b(?:said|says|told|tells|dismiss\w*|reveal\w*|admit\w*|insist\w*|believ\w*"
    r"|claim\w*|expla\w*|confirm\w*|den(?:y|ies|ied)|thinks?|voic\w*|suggest\w*|discuss\w*|opened up|spoke|speak\w*"
    r"|address\w*|urge\w*|warn\w*|express\w*|reflect\w*|hail\w*|prais\w*|reacted|respon\w*|conced\w*|accept\w*"
    r"|announced|posted|took to|delivered|stated|reckons|sent|shared|provided|gave|wrote|backed|asked|quizzed|credited"
    r"|highlighted|agree\w*|feels)\b"
)
_ACTS = re.compile(r",? (?:has|have|had|is|was|will|who|also|then|did|does|\w+ed|\w+s)\b")
# "with Marek", "the signing of Marek": he is spoken of.
_HELD = re.compile(
    r"\b(?:with|about|of|for|on|to|from|by|over|and|signing|sign|at|against|under|than|like|including|replace"
    r"|between)\s$",
    re.IGNORECASE,
)
_OLD_HAND = re.compile(
    r"\b(?:former|ex|legend|pundit|journalist|reporter|insider|expert|writer|presenter|transfer guru)\b", re.IGNORECASE
)
_PLAYS = re.compile(
    r"\b(?:winger|midfielder|striker|forward|defender|goalkeeper|keeper|full-back|left-back|right-back|centre-back|playmaker|youngster|\d\d-year-old"
    r"|international|captain|skipper|star|teenager|attacker|man)\b",
    re.IGNORECASE,
)
_SPEAKING_ROLES = frozenset({PersonRole.PUNDIT, PersonRole.JOURNALIST, PersonRole.FORMER_PLAYER})


@dataclass(frozen=True, slots=True)
class Asked:
    """Who speaks `said`, as the text before `index` tells. `description` is how a tag puts him ("the winger", "he";
    "": it says nothing), `hint` the actor whom the names' reader takes that for (-1: nobody)."""

    index: int
    said: Span
    description: str = ""
    hint: int = -1


@dataclass(frozen=True, slots=True)
class Found:
    """`described` is set where the words point to somebody without a name: "Marek’s agent"."""

    actor: Actor
    described: str = ""


@dataclass
class Antecedents:
    """`spoken` are the starts of names that stand inside marks: they are spoken of. `last` is the number of the actor
    who was quoted last."""

    reading: Reading
    people: People
    spoken: frozenset[int]
    last: int | None = None
    _firsts: dict[int, int] = field(default_factory=dict)

    def before(self, asked: Asked) -> Found | None:
        """The likeliest of the persons named before; the nearest of equals."""
        named = {mention.actor for mention in self.reading.mentions_in(asked.said) if not mention.implied}
        best: tuple[float, Mention, Actor] | None = None
        for mention, actor in self._candidates(asked.index):
            score = self._place(mention, actor, asked.index) + self._fits(actor, mention, asked)
            if {mention.actor, actor.number} & named and not self._relation(mention):
                score -= _SPOKEN_OF
            if best is None or score > best[0]:
                best = (score, mention, actor)
        return Found(best[2], self._relation(best[1])) if best else None

    def _relation(self, mention: Mention) -> str:
        """The words by which somebody else is described after a name: "Marek’s agent", or ""."""
        relation = RELATION.match(self.reading.text, mention.span.end)
        return self.reading.text[mention.span.start : relation.end()] if relation else ""

    def _candidates(self, index: int) -> Iterator[tuple[Mention, Actor]]:
        for looked, mention in enumerate(self.reading.mentions_before(index)):
            if looked >= _LOOKS or mention.span.start < index - _REACH:
                return
            actor = self.people.of(mention)
            if actor and not mention.implied and mention.span.start not in self.spoken:
                yield mention, actor

    def _place(self, mention: Mention, actor: Actor, index: int) -> float:
        """How much his place speaks for him: near, subject of his sentence, with a voice; not held by a preposition."""
        text, end = self.reading.text, mention.span.end
        number = self.reading.sentence_number(mention.span.start)
        away = self.reading.sentence_number(max(index - 1, 0)) - number
        voice = bool(_VOICE.match(text, end))
        score = -0.8 * min(away, 8) + (1.5 if voice and away <= 1 else 0.0)
        score -= 5.0 if self.reading.sentences[number] in self.reading.headings else 0.0
        score += 1.0 if self.reading.paragraph_at(index).contains(mention.span) else 0.0
        score += 1.5 if self._first_in(number) == mention.span.start else 0.0
        score += 2.0 if voice else 0.7 if _ACTS.match(text, end) else 0.0
        if text[end : end + 1] in ("'", "’") and not self._relation(mention):
            score -= 2.0
        score -= 1.5 if _HELD.search(text[max(mention.span.start - 12, 0) : mention.span.start]) else 0.0
        return score + min(self._voices.get(actor.number, 0), 2)

    def _fits(self, actor: Actor, mention: Mention, asked: Asked) -> float:
        """How well he suits what is said of him; words without a tag are likely his who was quoted last."""
        score = _HINT if actor.number == asked.hint else 0.0
        if self.last == actor.number:
            score += 1.5 if asked.description else 2.5
        return score + self._suits(actor, mention, asked.description)

    def _suits(self, actor: Actor, mention: Mention, description: str) -> float:
        """What a description says for or against him; 0 where nothing is known."""
        if len(description.split()) < _DESCRIBES:
            return 0.0
        if COACH.search(description) and not _OLD_HAND.search(description):
            return 4.0 if self.people.is_coach(actor, mention) else -3.0
        if _OLD_HAND.search(description):
            return 3.0 if actor.role in _SPEAKING_ROLES or actor.kind == "source" else 0.0
        if actor.role == PersonRole.JOURNALIST or actor.kind == "source":
            return -3.0
        if actor.nationality and re.search(r"\bthe [A-Z]", description, re.IGNORECASE):
            return 2.0 if actor.nationality[:4].lower() in description.lower() else 0.0
        if _PLAYS.search(description):
            return -3.0 if actor.role else 1.0 if actor.kind == "player" else 0.0
        return 0.0

    def _first_in(self, number: int) -> int:
        """Where the first person of a sentence is named, or -1."""
        if number not in self._firsts:
            named = (
                mention.span.start
                for mention in self.reading.mentions_in(self.reading.sentences[number])
                if not mention.implied and self.people.of(mention)
            )
            self._firsts[number] = next(named, -1)
        return self._firsts[number]

    @cached_property
    def _voices(self) -> dict[int, int]:
        """How often the writer gives each person a verb of saying: an article on somebody's opinion quotes him."""
        voices: dict[int, int] = {}
        for mention in self.reading.mentions:
            actor = self.people.of(mention)
            free = actor and not mention.implied and mention.span.start not in self.spoken
            if actor and free and _VOICE.match(self.reading.text, mention.span.end):
                voices[actor.number] = voices.get(actor.number, 0) + 1
        return voices
