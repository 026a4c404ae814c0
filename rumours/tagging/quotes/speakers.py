"""Who speaks: the subject of a tag, or the person that the sentences before a quotation are about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rumours.choices import PersonRole
from rumours.tagging.findings import Named
from rumours.tagging.quotes.tags import Tag
from rumours.tagging.reading import Actor, Mention, Reading
from rumours.text import Span

_KIN = (
    "agent|agents|father|mother|brother|wife|sister|uncle|son|dad|mum|representative|representatives|camp|entourage"
    "|lawyer|spokesman|spokesperson|spokeswoman|adviser|advisor|intermediary|family|partner|assistant|team-mate|teammate"
)
# "Marek’s agent": the words are the agent's. Followed by his name, they are a named man's after all.
_RELATION = re.compile(rf"['’]s? (?:[\w-]+ ){{0,2}}(?:{_KIN})\b(?!,? (?:[A-Z]\w+ )?[A-Z]\w+)")
_PRONOUN = re.compile(
    r"\b(?P<word>he|she|they|who|i|lui|egli)(?:['’]s|['’]d)?(?: (?:also|then|has|had|later|further|furthermore|subsequently|even|duly|simply|previously"
    r"|recently|once|already|now|would|is|was|quickly|went on to|\w+ly))* ?$",
    re.IGNORECASE,
)
_NAMELESS = re.compile(
    r"\b(?:statement|sources?|spokes\w+|fans?|supporters?|users?|caption|outlet|newspaper|article|reports?|publication|website|tweet|post"
    r"|individual|another|fourth|third|insider|club|side|giants|message|commenter|bulletin|it|they|one)\b",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(r"\b(?:the|his|her|their|la|il|der|el)\b (?P<role>(?:[\w’'-]+ ?){1,6})$", re.IGNORECASE)
_COACH = re.compile(r"\b(?:manager|coach|boss|gaffer|tactician|head coach|trainer|allenatore)\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-ZÀ-ÞŠŽČĐŁ][\w’'-]+(?: (?:(?:van|de|der|den|di|da|dos|el|al|la|le|ter|ten|von) ){0,2}[A-ZÀ-ÞŠŽČĐŁ][\w’'-]+){1,3}")
_SURNAME = re.compile(r"\b[A-ZÀ-ÞŠŽČĐŁ][\w’-]+")
_OUTLET_WORD = re.compile(
    r"\b(?:sports?|news|times|post|daily|mail|mirror|tv|radio|sky|bbc|espn|football|calcio\w*|mercato|the|la|le|il|el|mundo|marca|goal|insider|guardian"
    r"|telegraph|athletic|sun|express|standard|record|bild|kicker|gazzetta|corriere|equipe|press|media|team|talk\w*|caught|offside|gazette|journal|herald)\b",
    re.IGNORECASE,
)
_OPINES = re.compile(
    r"[^.\n]{0,40}?\b(?:said|says|told|dismiss\w*|reveal\w*|admit\w*|insist\w*|believ\w*|claim\w*|explain\w*|confirm\w*|den(?:y|ies|ied)|thinks?|voiced?|suggest\w*"
    r"|discuss\w*|opened up|spoke|speak\w*|address\w*|urged?|warn\w*|express\w*|reflect\w*|hail\w*|praised?|gave|given|shared?|has|reacted|responded|asked"
    r"|quizzed|conced\w*|accept\w*|hit|hopes?|wants?|was|is|announced|posted|took|delivered|stated|feels)\b"
)
_HELD = re.compile(r"\b(?:with|about|of|for|on|to|from|by|over|and|signing|sign|at|against|under|than|like|including|replace|than)\s$", re.IGNORECASE)
_REACH = 1500
_LOOKS = 40


@dataclass(frozen=True, slots=True)
class Speaker:
    """`named` is None where nobody is named; `described` then says how the text puts him. `actor` is his number."""

    named: Named | None
    described: str = ""
    actor: int | None = None
    rule: str = ""
    confidence: float = 0.5


@dataclass
class Speakers:
    """The speakers of one reading, found in its order; `spoken` are the spans of direct speech, whose own words name
    others than the speaker."""

    reading: Reading
    spoken: set[int] = field(default_factory=set)
    last: Speaker | None = None

    def of_tag(self, tag: Tag) -> Speaker | None:
        """Whom a tag names, describes or points to."""
        text = self.reading.text
        subject = tag.subject
        words = subject.of(text).strip(" ,")
        if pronoun := _PRONOUN.search(words):
            return self._by_pronoun(tag, subject, pronoun["word"].lower())
        if person := self._person_in(subject, last=tag.before and not tag.participle):
            return person
        relation = self._relation_in(subject)
        if relation:
            return relation
        if tag.participle and (found := re.match(r"(?:he|she)\b", words, re.IGNORECASE)):
            return self.before(tag.span.start, rule="pronoun")
        described = _DESCRIBED.search(words) or (_DESCRIBED.match(words) if tag.participle else None)
        if implied := self._implied_in(subject, words):
            return implied
        if words and (self._outlet_or_club_in(subject) or (_NAMELESS.search(words) and not described) or re.search(r"\b(?:club|source|statement|report|outlet|newspaper)\b", words)):
            return Speaker(None, words, rule="nameless", confidence=0.6)
        if described:
            return self._by_description(tag, words)
        if name := _fallback(words):
            return Speaker(Named(name), "", None, "unread-name", 0.5)
        return Speaker(None, words, rule="nameless", confidence=0.4) if words and not tag.participle else None

    def _by_pronoun(self, tag: Tag, subject: Span, word: str) -> Speaker | None:
        if word == "who":
            return self._relation_in(subject) or self._person_in(subject, last=True)
        if word == "they":
            return Speaker(None, "they", rule="nameless", confidence=0.4)
        inside = self._person_in(subject, last=False) if tag.before else None
        found = self.before(tag.span.start, rule="pronoun")
        return found or inside

    def _person_in(self, span: Span, *, last: bool) -> Speaker | None:
        """The person named in a subject: the last before a verb, the first after one; not one whose agent speaks."""
        found: Speaker | None = None
        for mention in self.reading.mentions_in(span):
            actor = self.reading.actor_of(mention)
            if mention.implied or not self._is_person(actor) or _RELATION.match(self.reading.text, mention.span.end):
                continue
            if re.match(r"['’]s?\s", self.reading.text[mention.span.end : mention.span.end + 4]):
                continue
            found = Speaker(actor.named, "", actor.number, "named-in-tag", 0.9)
            if not last:
                break
        return found

    def _relation_in(self, span: Span) -> Speaker | None:
        for mention in self.reading.mentions_in(span):
            if relation := _RELATION.match(self.reading.text, mention.span.end):
                words = self.reading.text[mention.span.start : relation.end()]
                return Speaker(None, words, None, "described", 0.7)
        return None

    def _implied_in(self, span: Span, words: str) -> Speaker | None:
        """A description that the names' reader has resolved."""
        for mention in self.reading.mentions_in(span):
            actor = self.reading.actor_of(mention)
            if mention.implied and self._is_person(actor) and (not _COACH.search(words) or actor.kind == "person"):
                return Speaker(actor.named, words, actor.number, "description", 0.7)
        return None

    def _outlet_or_club_in(self, span: Span) -> bool:
        return any(
            not mention.implied and not self._is_person(self.reading.actor_of(mention)) and mention.span.end >= span.end - 2
            for mention in self.reading.mentions_in(span)
        )

    def _by_description(self, tag: Tag, words: str) -> Speaker | None:
        coach = bool(_COACH.search(words))
        found = self.before(tag.span.start, rule="description", coach=coach)
        return found or Speaker(None, words, rule="nameless", confidence=0.4)

    def before(self, index: int, *, rule: str, coach: bool = False) -> Speaker | None:
        """The person whom the sentences before `index` are about: who is their subject, speaks, or spoke last."""
        best: tuple[float, Speaker] | None = None
        sentence_now = self.reading.sentence_number(max(index - 1, 0))
        for mention in self._candidates(index):
            actor = self.reading.actor_of(mention)
            score = self._score(mention, sentence_now)
            if coach:
                score += 4 if self._is_coach(actor, mention) else -2
            relation = _RELATION.match(self.reading.text, mention.span.end)
            if relation:
                words = self.reading.text[mention.span.start : relation.end()]
                speaker = Speaker(None, words, None, "described", 0.6)
            else:
                speaker = Speaker(actor.named, "", actor.number, rule, 0.6)
            if best is None or score > best[0]:
                best = (score, speaker)
        return best[1] if best else None

    def _candidates(self, index: int) -> Iterator[Mention]:
        for looked, mention in enumerate(self.reading.mentions_before(index)):
            if looked >= _LOOKS or mention.span.start < index - _REACH:
                return
            actor = self.reading.actor_of(mention)
            if not mention.implied and self._is_person(actor) and mention.span.start not in self.spoken:
                yield mention

    def _score(self, mention: Mention, sentence_now: int) -> float:
        text = self.reading.text
        number = self.reading.sentence_number(mention.span.start)
        sentence = self.reading.sentences[number]
        score = -1.0 * (sentence_now - number)
        firsts = [m for m in self.reading.mentions_in(sentence) if self._is_person(self.reading.actor_of(m)) and not m.implied]
        score += 2.0 if firsts and firsts[0].span == mention.span else 0.0
        relation = _RELATION.match(text, mention.span.end)
        if not relation and re.match(r"['’]", text[mention.span.end : mention.span.end + 1]):
            score -= 2.0
        score += 2.0 if _OPINES.match(text, relation.end() if relation else mention.span.end) else 0.0
        score -= 1.5 if _HELD.search(text[max(mention.span.start - 12, 0) : mention.span.start]) else 0.0
        score += 1.5 if self.last and self.last.actor == mention.actor else 0.0
        return score

    def _is_person(self, actor: Actor) -> bool:
        if actor.kind in ("player", "person"):
            return True
        return actor.kind == "source" and (
            actor.role is not None or (len(actor.name.split()) > 1 and not _OUTLET_WORD.search(actor.name))
        )

    def _is_coach(self, actor: Actor, mention: Mention) -> bool:
        near = self.reading.text[max(mention.span.start - 30, 0) : mention.span.end + 40]
        return actor.role == PersonRole.COACH or bool(_COACH.search(near))


def _fallback(words: str) -> str:
    """A capitalised name that the names' reader passed over."""
    found = _NAME.search(words) or _SURNAME.search(words)
    return re.sub(r"['’]s?$", "", found[0]) if found else ""
