"""Which fragments are one passage: the same speaker goes on, and nothing but a tag stands between."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rumours.tagging.quotes.clauses import is_clause, woven
from rumours.tagging.quotes.marks import Fragment
from rumours.tagging.quotes.speakers import Speaker, Speakers
from rumours.tagging.quotes.tags import Tag, tag_after, tag_before
from rumours.tagging.quotes.words import ANY_SAID
from rumours.tagging.reading import Reading
from rumours.text import Span

# "He added:", "The Frenchman went on to say:": longer hand-overs bring up a new matter.
_SHORT_TAG = 7
_OPEN_GAP = 1000
_AND = re.compile(r"[,.\s]*(?:and|but|before|while|then|also)?[,:\s]*", re.IGNORECASE)


@dataclass(slots=True)
class Piece:
    """A fragment with its tags. `speech` when it is a clause by itself."""

    fragment: Fragment
    after: Tag | None
    before: Tag | None
    speech: bool
    speaker: Speaker | None = None


@dataclass(slots=True)
class Passage:
    """Fragments of one speaker, in order."""

    pieces: list[Piece] = field(default_factory=list)

    @property
    def last(self) -> Piece:
        return self.pieces[-1]


def pieces_of(reading: Reading, found: Sequence[Fragment]) -> list[Piece]:
    """Each fragment with the tags around it; scare quotes and titles are left out."""
    text = reading.text
    pieces: list[Piece] = []
    floor = 0
    for number, fragment in enumerate(found):
        stop = found[number + 1].outer.start if number + 1 < len(found) else len(text)
        words = fragment.span.of(text)
        after = tag_after(text, fragment.outer.end, stop, words[-1:]) if fragment.closed else None
        before = tag_before(text, fragment.outer.start, floor)
        context = text[max(fragment.outer.start - 80, 0) : fragment.outer.start]
        tagged = bool(after or before) or fragment.opens
        speech = is_clause(words, context, tagged=tagged)
        if speech or not (woven(context) or (not after and not fragment.opens)):
            pieces.append(Piece(fragment, after, before, speech))
            floor = fragment.outer.end
    return pieces


def passages(reading: Reading, pieces: Sequence[Piece], speakers: Speakers) -> list[Passage]:
    """The pieces put together."""
    made: list[Passage] = []
    for piece in pieces:
        piece.speaker = _speaker(piece, speakers)
        if made and _goes_on(reading, made[-1], piece):
            made[-1].pieces.append(piece)
        else:
            made.append(Passage([piece]))
    return [passage for passage in made if any(piece.speech for piece in passage.pieces)]


def _speaker(piece: Piece, speakers: Speakers) -> Speaker | None:
    """Whom the tags of one piece name: a colon before it decides, then the tag after it."""
    tags = [piece.before, piece.after]
    if piece.before is None or not piece.before.firm or piece.before.participle and piece.after:
        tags.reverse()
    for tag in tags:
        if tag and (speaker := speakers.of_tag(tag)):
            if speaker.named:
                speakers.last = speaker
            return speaker
    return None


def _goes_on(reading: Reading, passage: Passage, piece: Piece) -> bool:
    """Whether a piece continues the passage before it."""
    last = passage.last
    gap = reading.text[last.fragment.outer.end : piece.fragment.outer.start]
    if not _same_speaker(passage, piece):
        return False
    if not gap.strip():
        return True
    if not last.fragment.closed and piece.fragment.opens and len(gap) < _OPEN_GAP:
        return not gap.rstrip().endswith(":")
    rest = gap
    if last.after:
        rest = reading.text[last.after.span.end : piece.fragment.outer.start].lstrip(".!? ")
        if not rest.strip(" ,.:;-–—\n"):
            return True
    return "\n" not in rest.strip() and _is_short_tag(rest, piece)


def _is_short_tag(rest: str, piece: Piece) -> bool:
    words = rest.split()
    return bool(piece.before) and 0 < len(words) <= _SHORT_TAG and bool(ANY_SAID.search(rest)) and words[-1][-1] in ":,"


def _same_speaker(passage: Passage, piece: Piece) -> bool:
    """Two named men are two speakers; a man without a name may be the same, unless he too is described."""
    said = [earlier.speaker for earlier in passage.pieces if earlier.speaker]
    if not said or piece.speaker is None:
        return True
    ours, theirs = said[0], piece.speaker
    if ours.named and theirs.named:
        return ours.named.name == theirs.named.name or ours.actor == theirs.actor is not None
    if theirs.rule == "nameless" or ours.rule == "nameless":
        return ours.described == theirs.described or piece.after is None
    return True
