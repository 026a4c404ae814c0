"""The outlet somebody spoke to, or that his words were taken from, as the sentences around a quotation name it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from rumours.tagging.findings import Named
from rumours.tagging.quotes.people import People
from rumours.tagging.quotes.slots import (
    BRACKET,
    CLUB_SITE,
    CREDIT_LINE,
    FROM,
    NAME,
    NAMED_SITE,
    NO_OUTLET,
    OWN_REPORT,
    OWN_SHOW,
    POSSESSIVE,
    RUN_ON,
    SHOW_BEHIND,
    TO,
    WORKS_FOR,
)
from rumours.tagging.reading import Actor, Mention, Reading
from rumours.text import Span

# As far back as one looks for the outlet: names, and characters.
_LOOKS = 60
_REACH = 2500
_LINE = 80


class Outlets:
    """The outlets that one reading names around its quotations."""

    def __init__(self, reading: Reading, people: People, spoken: frozenset[int]) -> None:
        self._reading = reading
        self._people = people
        self._spoken = spoken
        self._times = Counter(mention.actor for mention in reading.mentions if not mention.implied)

    def in_tags(self, spans: Iterable[Span]) -> Named | None:
        """The outlet that the tags `spans` name: spoken to, or else quoted from."""
        text = self._reading.text
        for span in spans:
            if site := CLUB_SITE.search(text, span.start, span.end):
                return _site(site)
            if show := SHOW_BEHIND.search(text, span.start, span.end):
                return self._show(show)
            for pattern in (TO, FROM, OWN_SHOW):
                for slot in pattern.finditer(text, span.start, span.end):
                    if outlet := self._at(slot.end(), span.end, shown=pattern is not TO):
                        return outlet
        return None

    def spoken_to(self, span: Span) -> Named | None:
        """The outlet to which somebody speaks in `span`, the last where there are several."""
        if show := SHOW_BEHIND.search(self._reading.text, span.start, span.end):
            return self._show(show)
        found = None
        for pattern in (OWN_SHOW, TO):
            for slot in pattern.finditer(self._reading.text, span.start, span.end):
                found = self._at(slot.end(), span.end, shown=False) or found
        return found

    def of_person(self, index: int, actor: int) -> Named | None:
        """To whom the man `actor` speaks, or for whom he writes, in what the text says of him before `index`."""
        for mention in self._before(index):
            if mention.actor != actor:
                continue
            end = min(self._reading.sentence_at(mention.span.start).end, index)
            sentence = Span(mention.span.end, max(mention.span.end, end))
            works = WORKS_FOR.match(self._reading.text, sentence.start, sentence.end)
            outlet = self._at(works.end(), sentence.end, shown=False) if works else None
            if outlet := outlet or self.spoken_to(sentence):
                return outlet
        return None

    def last(self, index: int) -> Named | None:
        """The outlet named last before `index`: "the report" that is quoted is its."""
        for mention in self._before(index):
            actor = self._reading.actor_of(mention)
            if actor.kind == "source" and self._people.of(mention) is None:
                return actor.named
        return None

    def credited(self, span: Span) -> Named | None:
        """The outlet that a sentence takes its news from: "as per La Voce, Novak has confirmed that"."""
        for slot in FROM.finditer(self._reading.text, span.start, span.end):
            if outlet := self._at(slot.end(), span.end, shown=False):
                return outlet
        return None

    def named_in(self, span: Span) -> Named | None:
        """The first outlet in `span`, however it stands there: "La Voce quote the director:"."""
        for mention in self._reading.mentions_in(span):
            if self._reading.actor_of(mention).kind == "source" and self._people.of(mention) is None:
                return self._reading.actor_of(mention).named
        return None

    def writing(self, passages: Iterable[Span]) -> Named | None:
        """The outlet whose own reporting is quoted: "sources have told La Voce", "La Voce understands"."""
        for span in passages:
            if OWN_REPORT.search(self._reading.text, span.start, span.end) and (outlet := self.named_in(span)):
                return outlet
        return None

    def on_next_line(self, end: int) -> Named | None:
        """The outlet on the line after a quotation, or in brackets right behind it: "Source: La Voce", "(La Voce)"."""
        text = self._reading.text
        line = CREDIT_LINE.match(text, end) or BRACKET.match(text, end)
        if not line:
            return None
        stop = text.find("\n", line.end(), line.end() + _LINE)
        return self._at(line.end(), stop if stop >= 0 else min(line.end() + _LINE, len(text)), shown=True)

    def _before(self, index: int) -> Iterator[Mention]:
        """The names before `index`, the nearest first, as far back as a reader remembers."""
        for looked, mention in enumerate(self._reading.mentions_before(index)):
            if looked >= _LOOKS or mention.span.start < index - _REACH:
                return
            if not mention.implied and mention.span.start not in self._spoken:
                yield mention

    def _at(self, start: int, stop: int, *, shown: bool) -> Named | None:
        """The outlet whose name begins at `start`, if one does; `shown`: a journalist may stand for it."""
        text = self._reading.text
        if site := CLUB_SITE.match(text, start, stop):
            return _site(site)
        if named := NAMED_SITE.match(text, start, stop):
            return Named(named["name"])
        found = None if NO_OUTLET.match(text, start, stop) else NAME.match(text, start, stop)
        if not found:
            return None
        begin = found.start("name")
        mention = next(iter(self._reading.mentions_in(Span(begin, begin + 1))), None)
        if (
            mention is not None
            and not mention.implied
            and mention.span.end >= begin + len(_cut(found["name"].split()[0]))
        ):
            actor = self._reading.actor_of(mention)
            if actor.kind == "source" and (shown or self._people.of(mention) is None):
                return actor.named
            if self._is_somebody(actor, shown=shown):
                return None
        name = _cut(found["name"])
        return Named(name) if len(name) > 1 else None

    def _show(self, show: re.Match[str]) -> Named:
        """A podcast, channel or column, whose name nobody else bears here."""
        for mention in self._reading.mentions_in(Span(show.start("name"), show.end("name"))):
            actor = self._reading.actor_of(mention)
            if actor.kind == "source" and self._people.of(mention) is None:
                return actor.named
        return Named(_cut(show["name"]))

    def _is_somebody(self, actor: Actor, *, shown: bool) -> bool:
        """A club or a man, and no outlet that the names' reader knows nothing of."""
        if shown and actor.kind == "person":
            return False
        known = bool(actor.candidates or actor.role or actor.club is not None)
        return actor.kind in ("club", "person", "source") or known or self._times[actor.number] > 1


def _site(found: re.Match[str]) -> Named:
    """The club's own medium: nobody names it more closely."""
    return Named("club website" if found["site"] == "site" else f"club {found['site']}")


def _cut(name: str) -> str:
    """A name without what runs on behind it: the day, a possessive, a full stop."""
    name = RUN_ON.sub("", name)
    return POSSESSIVE.sub("", name).rstrip(".,'’ ")
