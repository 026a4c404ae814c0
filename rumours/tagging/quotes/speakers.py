"""Who speaks: the subject of a tag, or the person that the sentences before a quotation are about."""

import re
from dataclasses import dataclass, replace

from rumours.tagging.findings import Named
from rumours.tagging.quotes.antecedents import Antecedents, Asked
from rumours.tagging.quotes.people import RELATION, People
from rumours.tagging.quotes.tags import Tag
from rumours.tagging.quotes.words import SAID
from rumours.tagging.reading import Actor, Reading
from rumours.text import Span

_PRONOUN = re.compile(
    r"\b(?P<word>he|she|they|who|lui|egli)(?:['’]s|['’]d)?(?: (?:also|then|has|had|later|further|furthermore|even|would"
    r"|is|was|once|already|now|recently|went on to|\w+ly))* ?$",
    re.IGNORECASE,
)
_NAMELESS = re.compile(
    r"\b(?:statement|sources?|spokes\w+|fans?|supporters?|users?|caption|outlet|newspaper|article|reports?|publication|website|tweet|post"
    r"|individual|another|fourth|third|club|side|giants|message|commenter|bulletin|announcement|it|they|one)\b",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(
    r"(?:^|\W)(?P<words>(?:the|his|her|their|la|il|der|el) (?:[\w’'-]+ ?){1,8}?)(?:,.{0,80})?$", re.IGNORECASE
)
_NAME = re.compile(
    r"\b(?!(?:His|Her|The|In|At|On|He|She|They|Their|But|And|While|As|When|After|Asked|Speaking)\b)[A-ZÀ-ÞŠŽČĐŁ][\w’'-]+"
    r"(?: (?:(?:van|de|der|den|di|da|dos|el|al|la|le|ter|ten|von) ){0,2}[A-ZÀ-ÞŠŽČĐŁ][\w’'-]+){0,3}"
)
# A name further on is not the subject of a sentence that begins with a description.
_NEAR = 30
# A subject of more words has a sentence of its own: "the winger announced it in a post which | read".
_LONG = 6
# "Novak on the derby: “".
_ON_A_MATTER = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}) (?:on|about) ")
# No article leaves more quotations without a name beside them.
_MOST = 1_000
# Their own words are not an outlet's.
_BODIES = frozenset({"FIFA", "UEFA", "FA", "IFAB", "CONMEBOL"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """`named` is None where nobody is named; `described` then says how the text puts him. `actor` is his number;
    `outlet` the outlet whose own words are quoted."""

    named: Named | None
    described: str = ""
    actor: int | None = None
    rule: str = ""
    confidence: float = 0.5
    outlet: Named | None = None


class Speakers:
    """The speakers of one reading. `antecedents.last` is kept by who asks, in the order of the text."""

    def __init__(self, reading: Reading, people: People, spoken: frozenset[int]) -> None:
        self._reading = reading
        self._people = people
        self._asked = 0
        self.antecedents = Antecedents(reading, people, spoken)

    def of_tag(self, tag: Tag, said: Span) -> Speaker | None:
        """Whom a tag names, describes or points to, as the speaker of `said`; None where it does none of it."""
        tag = self._with_own_verb(tag)
        words = tag.subject.of(self._reading.text).strip(" ,")
        if pronoun := _PRONOUN.search(words):
            return self._by_pronoun(tag, said, pronoun["word"].lower())
        if tag.participle and re.match(r"(?:he|she)\b", words, re.IGNORECASE):
            return self.before(tag.span.start, said, "pronoun", tag=tag)
        if tag.participle and self._begins_described(tag.subject, words):
            return self.before(tag.span.start, said, "description", words[:_NEAR], tag)
        if not len(tag.verb) and (matter := _ON_A_MATTER.match(words)):
            tag = replace(tag, subject=Span(tag.subject.start, tag.subject.start + matter.end("name")))
            words = matter["name"]
        return (
            self._person_in(tag.subject, last=tag.before and not tag.participle)
            or self._relation_in(tag.subject)
            or self._nameless(tag, words)
            or self._by_description(tag, said, words)
            or self._unread(tag, words)
        )

    def _with_own_verb(self, tag: Tag) -> Tag:
        """ "Novak said he would go, adding: “": the subject is that of the first verb."""
        if not tag.participle or not len(tag.verb):
            return tag
        verb = SAID.search(self._reading.text, tag.subject.start, tag.subject.end)
        if verb is None or verb.start() == tag.subject.start:
            return tag
        return replace(tag, subject=Span(tag.subject.start, verb.start()), participle=False)

    def before(
        self, index: int, said: Span, rule: str, description: str = "", tag: Tag | None = None
    ) -> Speaker | None:
        """Whom the sentences before `index` are about, so that `said` may be his words."""
        self._asked += 1
        if self._asked > _MOST:
            return None
        pointing = "he" if rule == "pronoun" else description
        found = self.antecedents.before(Asked(index, said, pointing, self._hint(tag)))
        if found is None:
            return None
        if found.described:
            return Speaker(None, found.described, None, "described", 0.6)
        return _speaker(found.actor, rule, 0.6)

    def _hint(self, tag: Tag | None) -> int:
        """Whom the names' reader takes the pronoun or description in a tag's subject for, or -1."""
        implied = [mention for mention in self._reading.mentions_in(tag.subject) if mention.implied] if tag else []
        return implied[-1].actor if implied else -1

    def _by_pronoun(self, tag: Tag, said: Span, word: str) -> Speaker | None:
        if word == "who":
            return self._relation_in(tag.subject) or self._person_in(tag.subject, last=True)
        if word == "they":
            return Speaker(None, "they", rule="nameless", confidence=0.4)
        found = self.before(tag.span.start, said, "pronoun", tag=tag)
        return found or (self._person_in(tag.subject, last=False) if tag.before else None)

    def _begins_described(self, subject: Span, words: str) -> bool:
        """ "The Spaniard was pleased with Marek, saying": the description is the subject, not the name after it."""
        if not re.match(r"(?:the|his|her) ", words, re.IGNORECASE):
            return False
        first = next((mention for mention in self._reading.mentions_in(subject) if self._people.of(mention)), None)
        return first is None or first.implied or first.span.start > subject.start + _NEAR

    def _person_in(self, span: Span, *, last: bool) -> Speaker | None:
        """The person named in a subject: the last before a verb, the first after one; not one whose agent speaks."""
        found: Speaker | None = None
        for mention in self._reading.mentions_in(span):
            actor = self._people.of(mention)
            if (
                actor is None
                or mention.implied
                or self._reading.text[mention.span.end : mention.span.end + 1] in ("'", "’")
            ):
                continue
            found = _speaker(actor, "named-in-tag", 0.9)
            if not last:
                break
        return found

    def _relation_in(self, span: Span) -> Speaker | None:
        for mention in self._reading.mentions_in(span):
            if relation := RELATION.match(self._reading.text, mention.span.end):
                return Speaker(None, self._reading.text[mention.span.start : relation.end()], None, "described", 0.7)
        return None

    def _nameless(self, tag: Tag, words: str) -> Speaker | None:
        """A club, an outlet or a voice from the crowd speaks."""
        if not words:
            return None
        for mention in self._reading.mentions_in(tag.subject):
            actor = self._reading.actor_of(mention)
            if not mention.implied and actor.kind in ("club", "source") and mention.span.end >= tag.subject.end - 2:
                outlet = actor.named if actor.kind == "source" and actor.name not in _BODIES else None
                return Speaker(None, words, None, "nameless", 0.6, outlet)
        if not _NAMELESS.search(_last_part(words)):
            return None
        if len(words.split()) > _LONG and self._begins_described(tag.subject, words):
            return self.before(tag.span.start, tag.span, "description", words[:_NEAR], tag)
        return Speaker(None, words, None, "nameless", 0.6)

    def _by_description(self, tag: Tag, said: Span, words: str) -> Speaker | None:
        """ "The winger said": whom the names' reader takes him for, or whoever fits best."""
        described = _DESCRIBED.search(_last_part(words))
        if not described:
            return None
        found = self.before(tag.span.start, said, "description", described["words"], tag)
        return found or Speaker(None, words, rule="description", confidence=0.4)

    def _unread(self, tag: Tag, words: str) -> Speaker | None:
        """A capitalised name that the names' reader passed over."""
        name = _NAME.search(words)
        if name and (len(tag.verb) or name[0] == words):
            return Speaker(Named(re.sub(r"['’]s?$", "", name[0])), "", None, "unread-name", 0.5)
        return Speaker(None, words, None, "nameless", 0.4) if words and not tag.participle else None


def _last_part(words: str) -> str:
    """The description that stands last: "After the draw with the fans, | the winger"."""
    part = words.rsplit(", ", 1)[-1]
    return part if re.match(r"(?:the|his|her|their|a|an) ", part, re.IGNORECASE) else words


def _speaker(actor: Actor, rule: str, confidence: float) -> Speaker:
    """A man whose show bears his name is meant himself, not the show."""
    named = Named(actor.name) if actor.kind == "source" and actor.role is None else actor.named
    return Speaker(named, "", actor.number, rule, confidence)
