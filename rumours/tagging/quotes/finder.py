"""Direct speech in a reading: the steps from marks to findings."""

from rumours.tagging.findings import Named, QuoteFinding
from rumours.tagging.quotes.joining import Passage, passages, pieces_of
from rumours.tagging.quotes.marks import Fragment, fragments
from rumours.tagging.quotes.outlets import credit_line, via_in
from rumours.tagging.quotes.speakers import Speaker, Speakers
from rumours.tagging.reading import Reading
from rumours.text import Span

# Names in marks shorter than this are not spoken of in them.
_SCARE = 40
_NOBODY = Speaker(None, rule="unattributed", confidence=0.3)


def find_quotes(reading: Reading) -> tuple[QuoteFinding, ...]:
    """Every passage of direct speech, in order; spans count code points of `reading.text`."""
    found = [fragment for fragment in fragments(reading.text, reading.paragraphs) if not _in_heading(reading, fragment)]
    speakers = Speakers(reading, _spoken(reading, found))
    made = passages(reading, pieces_of(reading, found), speakers)
    answers: list[QuoteFinding] = []
    floor = 0
    speakers.antecedents.last = None
    for passage in made:
        answers.append(_finding(reading, passage, speakers, floor))
        last = passage.last
        floor = last.after.span.end if last.after else last.fragment.outer.end
    return tuple(answers)


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


def _finding(reading: Reading, passage: Passage, speakers: Speakers, floor: int) -> QuoteFinding:
    speaker = _speaker(passage, speakers)
    spans = tuple(piece.fragment.span for piece in passage.pieces)
    via = _via(reading, passage, speaker, floor)
    return QuoteFinding(
        span=Span(spans[0].start, spans[-1].end),
        text=" ".join(" ".join(span.of(reading.text).split()) for span in spans),
        fragments=spans,
        speaker=speaker.named,
        described=speaker.described if not speaker.named else "",
        via=via,
        confidence=speaker.confidence,
        rule=speaker.rule,
    )


def _speaker(passage: Passage, speakers: Speakers) -> Speaker:
    """The one that a tag names most plainly; else whom the sentences before are about."""
    said = [piece.speaker for piece in passage.pieces if piece.speaker]
    speaker = max(said, key=lambda one: (one.named is not None, one.confidence), default=None)
    if speaker is None:
        speaker = speakers.before(passage.pieces[0].fragment.outer.start, "spoken-of-before") or _NOBODY
    speakers.antecedents.last = speaker.actor
    return speaker


def _via(reading: Reading, passage: Passage, speaker: Speaker, floor: int) -> Named | None:
    """The outlet in a tag, or whose words these are; on the line behind; or to whom the speaker spoke in the sentences
    before."""
    tags = [tag.span for piece in passage.pieces for tag in (piece.before, piece.after) if tag]
    first, last = passage.pieces[0].fragment.outer.start, passage.last.fragment.outer.end
    lead = Span(max(floor, reading.sentences[max(reading.sentence_number(first) - 2, 0)].start), first)
    lead = lead if first - 700 <= lead.start < first else Span(first, first)
    return via_in(reading, tags) or speaker.outlet or credit_line(reading, last) or via_in(reading, [lead], strong_only=True)
