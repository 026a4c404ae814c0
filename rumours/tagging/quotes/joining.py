"""Which fragments are one passage: the same speaker goes on, and nothing but a tag stands between."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rumours.tagging.quotes.clauses import is_clause, starts_large, woven
from rumours.tagging.quotes.marks import Fragment
from rumours.tagging.quotes.speakers import Speaker, Speakers
from rumours.tagging.quotes.tags import Tag, tag_after, tag_before
from rumours.tagging.quotes.words import ANY_SAID
from rumours.tagging.reading import Reading

# "He added:", "The Frenchman went on to say:": longer hand-overs bring up a new matter.
_SHORT_TAG = 7
# Rules by which a speaker is pointed to: he may be anybody named before.
_POINTING = ("pronoun", "description")
_OPEN_GAP = 1000
_SHOWN = 1000
_CONTINUES = re.compile(r"\b(?:continued|continues|added|adds|went on|goes on|concluded|concludes)\b")
_PRONOUN_ADDS = re.compile(r"\b(?:he|she) (?:\w+ )?\w+$|\b(?:and|before|then) (?:\w+ )?\w+$")


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
    """Fragments of one speaker, in order. `speaker` is the first whom a tag names or describes by himself."""

    pieces: list[Piece] = field(default_factory=list)
    speaker: Speaker | None = None

    @property
    def last(self) -> Piece:
        return self.pieces[-1]

    def add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        if self.speaker is None and piece.speaker and piece.speaker.rule not in _POINTING:
            self.speaker = piece.speaker


def pieces_of(reading: Reading, found: Sequence[Fragment]) -> list[Piece]:
    """Each fragment with the tags around it; scare quotes and titles are left out."""
    text = reading.text
    pieces: list[Piece] = []
    floor = 0
    for number, fragment in enumerate(found):
        stop = found[number + 1].outer.start if number + 1 < len(found) else len(text)
        words = _sample(fragment.span.of(text))
        after = tag_after(text, fragment.outer.end, stop, words[-1:]) if fragment.closed else None
        before = tag_before(text, fragment.outer.start, floor)
        context = text[max(fragment.outer.start - 80, 0) : fragment.outer.start]
        behind = text[fragment.outer.end : fragment.outer.end + 3] if fragment.closed else "."
        speech = is_clause(words, context, behind, tagged=bool(after or before), opens=fragment.opens)
        if speech or (not woven(context) and (after or fragment.opens or starts_large(words))):
            pieces.append(Piece(fragment, after, before, speech))
            floor = fragment.outer.end
    return pieces


def _sample(words: str) -> str:
    """Both ends of long words: they show whether it is speech."""
    return words if len(words) <= 2 * _SHOWN else f"{words[:_SHOWN]} {words[-_SHOWN:]}"


def passages(reading: Reading, pieces: Sequence[Piece], speakers: Speakers) -> list[Passage]:
    """The pieces put together."""
    made: list[Passage] = []
    for piece in pieces:
        piece.speaker = _speaker(piece, speakers)
        if made and _goes_on(reading, made[-1], piece):
            made[-1].add(piece)
        else:
            made.append(Passage())
            made[-1].add(piece)
    return [passage for passage in made if any(piece.speech for piece in passage.pieces)]


def _speaker(piece: Piece, speakers: Speakers) -> Speaker | None:
    """Whom the tags of one piece name: a colon before it decides, then the tag after it."""
    tags = [piece.before, piece.after]
    if piece.before is None or not piece.before.firm or (piece.before.participle and piece.after):
        tags.reverse()
    for tag in tags:
        if tag and (speaker := speakers.of_tag(tag, piece.fragment.span)):
            speakers.antecedents.last = speaker.actor
            return speaker
    return None


def _goes_on(reading: Reading, passage: Passage, piece: Piece) -> bool:
    """Whether a piece continues the passage before it."""
    last = passage.last
    gap = reading.text[last.fragment.outer.end : piece.fragment.outer.start]
    if not _same_speaker(passage, piece):
        return False
    if not gap.strip(" .") or (not gap.strip() or ("\n" in gap and not gap.strip(" .,;\n"))):
        return True
    if not last.fragment.closed and piece.fragment.opens and len(gap) < _OPEN_GAP:
        return not gap.rstrip().endswith(":") and (piece.speaker is None or piece.speaker.rule != "named-in-tag")
    rest = gap
    if last.after:
        if _hands_over(reading, last.after, piece):
            return False
        rest = reading.text[last.after.span.end : piece.fragment.outer.start].lstrip(".!? ")
        if not rest.strip(" ,.:;-–—\n"):
            return True
    return "\n" not in rest.strip() and _is_short_tag(rest, passage, piece)


def _hands_over(reading: Reading, after: Tag, piece: Piece) -> bool:
    """One sentence between two quotations that says who spoke and who answers: "… one wrote, while another asked:"."""
    before = piece.before
    return (
        before is not None
        and not before.participle
        and before.verb.start > after.verb.end
        and after.span.end >= piece.fragment.outer.start - 1
        and not _PRONOUN_ADDS.search(reading.text, after.verb.end, before.verb.end)
    )


def _is_short_tag(rest: str, passage: Passage, piece: Piece) -> bool:
    words = rest.split()
    said = ANY_SAID.search(rest)
    if not piece.before or not said or len(words) > _SHORT_TAG or words[-1][-1] not in ":,":
        return False
    named = piece.speaker is not None and piece.speaker.rule == "named-in-tag"
    known = passage.speaker is not None and passage.speaker.named is not None
    return known or not named or bool(_CONTINUES.search(rest))


def _same_speaker(passage: Passage, piece: Piece) -> bool:
    """Two named men are two speakers; a pronoun or a description may be the man named before."""
    ours, theirs = passage.speaker, piece.speaker
    return ours is None or theirs is None or theirs.rule in _POINTING or _may_be_one(ours, theirs)


def _may_be_one(ours: Speaker, theirs: Speaker) -> bool:
    if ours.named and theirs.named:
        same = ours.actor is not None and ours.actor == theirs.actor
        return same or ours.named.name.split()[-1] == theirs.named.name.split()[-1]
    if ours.named or theirs.named:
        return False
    one, other = ours.described.lower().split(), theirs.described.lower().split()
    return bool(one and other) and one[-1] == other[-1] and one[0] == other[0] == "the"
