"""The names that could be credited: known outlets and reporters, and every other run of capitalised words.

Where they stand is found at once; what each is, only when something asks, for few have a cue beside them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from operator import attrgetter

from rumours.choices import PersonRole
from rumours.tagging.credits.kinds import SURE, Candidate, is_somebody, unknown_candidate
from rumours.tagging.credits.shows import shows
from rumours.tagging.credits.tokens import RUN, hosts
from rumours.tagging.credits.words import NO_OUTLETS, NOT_NAMES, OPENERS, PLACES, is_outlet_word
from rumours.tagging.findings import Named
from rumours.tagging.folding import fold
from rumours.tagging.reading import Mention, Reading
from rumours.text import Span

# What a known outlet's name may go on with, and be the same: "Mail" + "Sport"; or another: "Sky" + "Germany".
_SAME_HOUSE = frozenset(("sport", "sports", "football", "news", "online", "live", "uk"))
_OTHER_EDITIONS = "tv radio deutschland italia espana nl fc portugal argentina mexico brasil deportes"
_OTHER_HOUSE = frozenset(_OTHER_EDITIONS.split())
# "Sky in Germany" is an outlet of its own.
_ABROAD = re.compile(r"(?<=Sky) in (\w+)")
_OPENS = re.compile(r"(?:\A|[.!?:;…\n“”\"‘’'«(\[*•-])\s{0,2}\Z")
_NEXT_WORD = re.compile(r"[ \xa0](\w\S*)")
_MOST_RUNS = 20_000  # a long article has a thousand
_ARTICLE = len("the ")


class Candidates:
    """The names of a reading in order, apart from each other; what each is, is worked out when it is asked for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._sources = {
            mention.span.start: mention
            for mention in reading.mentions
            if not mention.implied and reading.actor_of(mention).kind == "source"
        }
        self._source_starts = sorted(self._sources)
        self._programmes = frozenset(shows(reading.text))
        sites = [site for site in hosts(reading.text) if site.start not in self._sources]
        self.spans = _apart(
            [*self._programmes, *sites],
            [span for match in islice(RUN.finditer(reading.text), _MOST_RUNS) for span in self._in_run(match)],
        )
        self._found: dict[int, Candidate] = {}

    def __len__(self) -> int:
        return len(self.spans)

    def __getitem__(self, place: int) -> Candidate:
        if place not in self._found:
            self._found[place] = self._judge(self.spans[place])
        return self._found[place]

    def others(self) -> dict[int, int]:
        """Start and end of clubs and men with another part in the story: nothing after them makes them outlets."""
        reading = self._reading
        return {
            mention.span.start: mention.span.end
            for mention in reading.mentions
            if (reading.actor_of(mention).kind == "club" and not is_outlet_word(mention.span.of(reading.text)))
            or is_somebody(reading.actor_of(mention), mention)
        }

    def _in_run(self, match: re.Match[str]) -> Iterator[Span]:
        """The names in a run of capitals: the known sources, or all of it."""
        run = _without_opening(self._reading.text, match)
        first = bisect_left(self._source_starts, match.start() - _ARTICLE)
        starts = self._source_starts[first : bisect_left(self._source_starts, match.end(), first)]
        known = [self._sources[start] for start in starts if self._is_whole(run, self._sources[start])]
        if known:
            yield from (self._whole(mention, match.end()) for mention in known)
        elif len(run):
            yield run

    def _is_whole(self, run: Span, mention: Mention) -> bool:
        """A source's name, unless it is only part of one: "Sport" in "Redville Sport", "Luna" in "Luna Redvillese"."""
        if mention.confidence >= SURE:
            return not self._is_begun(run, mention)
        return mention.span.start <= run.start and self._whole(mention, run.end).end >= run.end

    def _is_begun(self, run: Span, mention: Mention) -> bool:
        """Whether one more capitalised word, which names nobody, follows a name that begins the run."""
        more = self._reading.text[self._whole(mention, run.end).end : run.end].split()
        if mention.span.start > run.start or len(more) != 1 or more[0].lower() in NOT_NAMES | OPENERS:
            return False
        return not self._reading.mentions_in(Span(mention.span.end, run.end))

    def _whole(self, mention: Mention, end: int) -> Span:
        """A known source's name with the words that it goes on with."""
        text, at = self._reading.text, mention.span.end
        abroad = _ABROAD.match(text, at)
        if abroad and fold(abroad[1]) in PLACES:
            return Span(mention.span.start, abroad.end())
        word = _NEXT_WORD.match(text, at, max(at, end))
        while word and fold(word[1]) in _SAME_HOUSE | _OTHER_HOUSE | PLACES:
            at = word.end()
            word = _NEXT_WORD.match(text, at, max(at, end))
        return Span(mention.span.start, at)

    def _judge(self, span: Span) -> Candidate:
        mention = self._sources.get(span.start)
        if span in self._programmes:
            return Candidate(span, Named(span.of(self._reading.text)), "outlet")
        if mention is not None and mention.span.end <= span.end and self._whole(mention, span.end) == span:
            return self._known(span, mention)
        return unknown_candidate(self._reading, span)

    def _known(self, span: Span, mention: Mention) -> Candidate:
        """A known source; with words that make it another's edition it is a name of its own."""
        words, actor = span.of(self._reading.text), self._reading.actor_of(mention)
        more = self._reading.text[mention.span.end : span.end].split()
        full = Named(actor.name.removeprefix("the "), actor.candidates)
        named = full if all(fold(word) in _SAME_HOUSE for word in more) else Named(words)
        kind = "taken" if fold(words) in NO_OUTLETS else "known"
        return Candidate(span, named, kind, actor.role == PersonRole.JOURNALIST and not more)


_place = attrgetter("start", "end")


def _apart(first: list[Span], then: list[Span]) -> tuple[Span, ...]:
    """All spans in order; of two that overlap the one that begins first, and of `first` before `then`."""
    if not first:
        return tuple(sorted(then, key=_place))
    kept: list[Span] = []
    for span in sorted(first):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    starts = [span.start for span in kept]
    for span in then:
        place = bisect_left(starts, span.end) - 1
        if place < 0 or not kept[place].overlaps(span):
            kept.append(span)
    return tuple(sorted(kept))


def _without_opening(text: str, run: re.Match[str]) -> Span:
    """`run` without its first words that are no name ("German"), and at a sentence's start its openers ("But")."""
    start, end = run.span()
    for word in run[0].split():
        small = word.lower()
        if small not in NOT_NAMES and not (small in OPENERS and _opens(text, run.start())):
            break
        if word.isupper() and len(word) > 1:
            break
        start += len(word) + 1
    return Span(min(start, end), end)


def _opens(text: str, at: int) -> bool:
    """Whether a sentence, or what stands in marks, begins at `at`."""
    return bool(_OPENS.search(text, max(at - 3, 0), at))
