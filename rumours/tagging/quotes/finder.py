"""Direct speech in a reading: the steps from marks to findings."""

import re

from rumours.tagging.findings import Named, QuoteFinding
from rumours.tagging.quotes.joining import Passage, passages, pieces_of
from rumours.tagging.quotes.marks import Fragment, fragments
from rumours.tagging.quotes.outlets import Outlets
from rumours.tagging.quotes.people import People
from rumours.tagging.quotes.speakers import Speaker, Speakers
from rumours.tagging.quotes.tags import Tag, rest_of_sentence
from rumours.tagging.quotes.transcripts import Answer, answers
from rumours.tagging.reading import Reading
from rumours.text import Span

# Names in marks shorter than this are not spoken of in them.
_SCARE = 40
# How far before a quotation the sentence on whom the speaker spoke to may begin.
_LEAD = 700
# "The report adds": whose report, the sentences before say.
_OWN_WORDS = re.compile(r"\b(?:report|outlet|newspaper|publication|article|paper|magazine)\b", re.IGNORECASE)
_NOBODY = Speaker(None, rule="unattributed", confidence=0.3)


def find_quotes(reading: Reading) -> tuple[QuoteFinding, ...]:
    """Every passage of direct speech, in order; spans count code points of `reading.text`."""
    found = [fragment for fragment in fragments(reading.text, reading.paragraphs) if not _in_heading(reading, fragment)]
    people = People(reading)
    spoken = _spoken(reading, found)
    speakers = Speakers(reading, people, spoken)
    made = passages(reading, pieces_of(reading, found), speakers)
    attribution = _Attribution(reading, speakers, Outlets(reading, people, spoken))
    spoken_answers = [] if made else answers(reading)
    return tuple(attribution.finding(passage) for passage in made) or tuple(
        attribution.answer(answer) for answer in spoken_answers
    )


def _in_heading(reading: Reading, fragment: Fragment) -> bool:
    return reading.paragraph_at(fragment.outer.start) in reading.headings


def _spoken(reading: Reading, found: list[Fragment]) -> frozenset[int]:
    """Where names stand inside marks: they are spoken of, and do not speak."""
    return frozenset(
        mention.span.start
        for fragment in found
        if len(fragment.span) > _SCARE
        for mention in reading.mentions_in(fragment.span)
    )


class _Attribution:
    """Gives each passage its speaker and outlet, in the order of the text: what was found for one helps the next."""

    def __init__(self, reading: Reading, speakers: Speakers, outlets: Outlets) -> None:
        self._reading = reading
        self._speakers = speakers
        self._outlets = outlets
        self._floor = 0
        self._heard: set[int] = set()
        self._before: QuoteFinding | None = None
        speakers.antecedents.last = None

    def answer(self, answer: Answer) -> QuoteFinding:
        """An answer set without marks: he speaks whom the article is about before the first."""
        spans = answer.paragraphs
        said = Span(spans[0].start, spans[-1].end)
        speaker = self._speakers.before(self._floor or spans[0].start, said, "transcript") or _NOBODY
        self._floor = self._floor or spans[0].start
        return QuoteFinding(
            span=said,
            text=" ".join(" ".join(span.of(self._reading.text).split()) for span in spans),
            fragments=spans,
            speaker=speaker.named,
            described=speaker.described if not speaker.named else "",
            via=None,
            confidence=speaker.confidence,
            rule="transcript",
        )

    def finding(self, passage: Passage) -> QuoteFinding:
        spans = tuple(piece.fragment.span for piece in passage.pieces)
        speaker = self._speaker(passage)
        via = self._via(passage, speaker)
        self._before = QuoteFinding(
            span=Span(spans[0].start, spans[-1].end),
            text=" ".join(" ".join(span.of(self._reading.text).split()) for span in spans),
            fragments=spans,
            speaker=speaker.named,
            described=speaker.described if not speaker.named else "",
            via=via,
            confidence=speaker.confidence,
            rule=speaker.rule,
        )
        last = passage.last
        self._floor = last.after.span.end if last.after else last.fragment.outer.end
        if speaker.actor is not None:
            self._heard.add(speaker.actor)
        return self._before

    def _speaker(self, passage: Passage) -> Speaker:
        """The one that a tag names most plainly; else whom the sentences before are about."""
        tagged = [piece.speaker for piece in passage.pieces if piece.speaker]
        speaker = max(tagged, key=lambda one: (one.named is not None, one.confidence), default=None)
        outlet = self._outlets.writing(piece.fragment.span for piece in passage.pieces) if speaker is None else None
        if outlet:
            return Speaker(None, "", None, "outlet-report", 0.5, outlet)
        if speaker is None and self._before and self._before.rule == "nameless" and self._before.via:
            speaker = Speaker(None, self._before.described, None, "nameless", 0.4, self._before.via)
        if speaker is None:
            first = passage.pieces[0].fragment
            said = Span(first.span.start, passage.last.fragment.span.end)
            speaker = self._speakers.before(first.outer.start, said, "spoken-of-before") or _NOBODY
        self._speakers.antecedents.last = speaker.actor
        return speaker

    def _via(self, passage: Passage, speaker: Speaker) -> Named | None:
        """The outlet in a tag, or whose words these are; on the line behind; or in what the text says before."""
        tags = [tag.span for piece in passage.pieces for tag in (piece.before, piece.after) if tag]
        if not passage.last.after and passage.last.fragment.closed:
            tags.append(rest_of_sentence(self._reading.text, passage.last.fragment.outer.end))
        first, last = passage.pieces[0].fragment.outer.start, passage.last.fragment.outer.end
        found = self._outlets.in_tags(tags)
        if found and speaker.named and found.name in speaker.named.name:
            found = None
        found = found or speaker.outlet or self._outlets.on_next_line(last)
        before = passage.pieces[0].before
        if found is None and before and not len(before.verb):
            found = self._outlets.named_in(before.span)
        if found is None and before and self._goes_on(before, speaker):
            found = self._before.via if self._before else None
        if found is None and _OWN_WORDS.search(speaker.described):
            found = self._outlets.last(first)
        return found or self._via_before(
            first, speaker, tagged=any(piece.before or piece.after for piece in passage.pieces)
        )

    def _goes_on(self, before: Tag, speaker: Speaker) -> bool:
        """ "He continued: “": the same talk with the same outlet."""
        same = self._before is not None and self._before.speaker is not None and self._before.speaker == speaker.named
        return same and before.verb.of(self._reading.text) in ("continued", "continues", "went on", "goes on")

    def _via_before(self, first: int, speaker: Speaker, *, tagged: bool) -> Named | None:
        """To whom he spoke: for what he says first, anywhere before it; later on, in the two sentences before. Words
        without a tag may be taken from where the sentence before took its news."""
        number = max(self._reading.sentence_number(first) - 2, 0)
        lead = max(self._floor, self._reading.sentences[number].start, first - _LEAD)
        found = self._outlets.spoken_to(Span(lead, first)) if lead < first else None
        if found is None and not tagged and self._floor < first:
            sentence = self._reading.sentence_at(max(first - 2, 0))
            begin = max(sentence.start, self._floor, first - _LEAD)
            found = self._outlets.credited(Span(begin, max(begin, first)))
        if found is None and speaker.actor is not None and speaker.actor not in self._heard:
            found = self._outlets.of_person(first, speaker.actor)
        return found
