"""Which candidates the text credits: what the cues beside each are worth, and whom it credits along with them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rumours.tagging.credits.candidates import Candidate
from rumours.tagging.credits.cues import Cue, brackets, closes_bracket, cues_after, cues_before
from rumours.tagging.credits.quoted import in_quotation
from rumours.tagging.reading import Reading
from rumours.text import Span

# How much a cue is worth for each kind of name: 1 credits it, less needs a second cue. Order: known source, sounds
# like an outlet, might be a man, neither; a man with another part in the story.
_KINDS = ("known", "outlet", "person", "word", "man")
_WORTH: dict[str, tuple[float, ...]] = {
    "claim": (1.0, 1.0, 1.0, 1.0, 0.0),
    "via": (1.0, 1.0, 0.5, 1.0, 0.0),
    "origin": (1.0, 1.0, 0.5, 0.9, 0.0),
    "says": (1.0, 1.0, 0.3, 0.4, 0.0),
    "inverted": (1.0, 1.0, 0.3, 0.3, 0.0),
    "spoken": (1.0, 1.0, 0.4, 0.4, 0.0),
    "said": (1.0, 0.9, 0.4, 0.4, 0.0),
    "show": (0.6, 0.6, 0.5, 0.5, 0.0),
    "named": (0.5, 0.5, 0.5, 0.5, 0.0),
    "by": (1.0, 0.6, 0.0, 0.3, 0.0),
    "line": (1.0, 1.0, 1.0, 1.0, 0.0),
    "bracket": (1.0, 0.9, 0.5, 0.5, 0.0),
    "tweet": (1.0, 1.0, 0.5, 0.0, 0.0),
    "post": (1.0, 0.5, 0.5, 0.0, 0.0),
    "outlet": (1.0, 1.0, 1.0, 1.0, 0.0),
    "reporter": (1.0, 0.5, 1.0, 1.0, 1.0),
}
_CREDITED = 0.9
_BRACKET_ENDS = re.compile(r"[^()\[\]\n]{0,40}[)\]](?:\.?[ \t]*(?:\n|\Z)|\.)")
_DASHED = re.compile(r"[)\]]\s?[-–—:]")
_SHORTEST_LINE = 60  # characters before a bracket, or it is a table's
_QUOTE_NEAR = re.compile(r"[^.\n“”\"]{0,80}[:,.]?\s*(?:that:?\s*)?[“\"‘']")
# "Sol, Luna and Marte all reported", "the Sol/Luna", "Sol (via Luna)".
_LISTED = re.compile(r"(?:,| and| &|, and| plus| as well as|/| or| both)\s*(?:the |The |by )?")
# "Ana Bini of Sol", "Ana Bini, writing for Sol", "Sol’s Ana Bini", "Sol journalist Ana Bini", "Ana Bini (Sol)".
_WORKS_FOR = re.compile(
    r"(?:,? (?:of|from|for|at|with|in)|,? (?:writing|reporting|speaking|working|who \w+) (?:\w+ )?(?:for|in|on|at|to)| \(|,"
    r"|,? [\w ]{2,30}(?:for|of|at))"
    r"(?: the| The| Italian outlet| German outlet)?\s?"
)
_HAS = re.compile(
    r"(?:[’']s?)?,? (?:(?:[\w-]{2,15} ){0,4}(?:journalist|reporter|correspondent|insider|expert|writer|editor|specialist"
    r"|columnist|guru|contributor|source)s?,? )?"
)


@dataclass(frozen=True, slots=True)
class Credited:
    """A candidate that is credited, how surely, and by which wording."""

    candidate: Candidate
    confidence: float
    rule: str
    outlet: Candidate | None = None


def credited(reading: Reading, found: Sequence[Candidate]) -> list[Credited]:
    """The credited among `found`, in order: by the cues beside them, in lists, and with the outlet they work for."""
    before, bracketed = cues_before(reading.text), brackets(reading.text)
    marks: dict[int, Credited] = {}
    for place, candidate in enumerate(found):
        if candidate.kind == "taken":
            continue
        cues = [*before.get(candidate.span.start, ()), *cues_after(reading.text, candidate.span.end)]
        bracket = bracketed.get(candidate.span.start)
        if (
            bracket
            and not _is_dateline(reading.text, candidate.span)
            and closes_bracket(reading.text, candidate.span.end)
        ):
            cues.append(bracket)
        worth, rule = _worth(reading.text, candidate, cues)
        if worth >= _CREDITED:
            marks[place] = Credited(candidate, min(0.5 + worth * 0.3, 0.97), rule)
    _with_listed(reading.text, found, marks)
    _with_outlets(reading.text, found, marks)
    return [marks[place] for place in sorted(marks)]


def _worth(text: str, candidate: Candidate, cues: Iterable[Cue]) -> tuple[float, str]:
    """What the cues add up to, and the rule of the weightiest; a second cue of one slot adds nothing."""
    best: dict[str, tuple[float, str]] = {}
    for cue in cues:
        worth = _worth_of(text, candidate, cue)
        if worth > best.get(cue.slot, (0.0, ""))[0]:
            best[cue.slot] = (worth, cue.rule)
    if not best:
        return 0.0, ""
    return sum(worth for worth, _ in best.values()), max(best.values())[1]


def _worth_of(text: str, candidate: Candidate, cue: Cue) -> float:
    if candidate.is_reporter:
        return 1.0
    worth = _WORTH[cue.slot][_KINDS.index(candidate.kind)]
    if candidate.kind in {"person", "word"}:
        if cue.slot == "bracket" and _ends_with_bracket(text, candidate.span):
            worth = 1.0
        if cue.slot == "spoken" and _beside_a_quote(text, candidate.span):
            worth = 1.0
    return worth


def _is_dateline(text: str, span: Span) -> bool:
    """Whether a bracket and its dash open a paragraph: "LONDON (Sol) - ..."."""
    near = text.rfind("\n", 0, span.start) > span.start - _SHORTEST_LINE or span.start < _SHORTEST_LINE
    return near and bool(_DASHED.match(text, span.end))


def _ends_with_bracket(text: str, span: Span) -> bool:
    """Whether the bracket around `span` ends its sentence, outside of quotation marks and not as initials."""
    far_in = text.rfind("\n", 0, span.start) < span.start - _SHORTEST_LINE
    ends = _BRACKET_ENDS.match(text, span.end) and not span.of(text).isupper()
    return bool(far_in and ends) and not in_quotation(text, span.start)


def _beside_a_quote(text: str, span: Span) -> bool:
    """Whether words in quotation marks stand right before or after: what was told was told to an outlet."""
    if in_quotation(text, span.start):
        return False
    lead = text[max(span.start - 90, 0) : span.start].rpartition("\n")[2]
    return bool(_QUOTE_NEAR.match(text, span.end)) or any(mark in lead for mark in ("”", "’ ", "’,", '" ', "' ", ',"'))


def _with_listed(text: str, found: Sequence[Candidate], marks: dict[int, Credited]) -> None:
    """Outlets in one list with a credited one are credited too."""
    for step, places in ((-1, range(len(found) - 1, 0, -1)), (1, range(len(found) - 1))):
        for place in places:
            other = place + step
            if place in marks and other not in marks and found[other].kind in {"known", "outlet", "word", "person"}:
                first, second = sorted((found[place].span, found[other].span))
                gap = _LISTED.fullmatch(text, first.end, second.start)
                if gap and _alike(found[place], found[other], gap[0]):
                    marks[other] = Credited(found[other], marks[place].confidence * 0.9, "in-a-list")


def _alike(one: Candidate, other: Candidate, gap: str) -> bool:
    """Whether two names of a list may both be outlets: a known one vouches only for what is known or sounds so."""
    return other.kind in {"known", "outlet"} or (other.kind == "word" and one.kind != "person" and gap[0] != ",")


def _with_outlets(text: str, found: Sequence[Candidate], marks: dict[int, Credited]) -> None:
    """A reporter's outlet is credited with him, and the other way round."""
    for place in range(len(found) - 1):
        one, other = found[place], found[place + 1]
        if place not in marks and place + 1 not in marks:
            continue
        pair = _pair(text, place, one, other)
        if pair is None:
            continue
        man, outlet = pair
        rule, sure = "with-his-outlet", 0.85
        mark = marks.get(man, Credited(found[man], sure, rule))
        marks[man] = Credited(mark.candidate, mark.confidence, mark.rule, found[outlet])
        marks.setdefault(outlet, Credited(found[outlet], sure, rule))


def _pair(text: str, place: int, one: Candidate, other: Candidate) -> tuple[int, int] | None:
    """Which of two neighbours is the reporter and which his outlet; None when they are not such a pair."""
    men, outlets = {"person", "known"}, {"known", "outlet"}
    gap = (one.span.end, other.span.start)
    if gap[1] - gap[0] > 60:
        return None
    if one.kind in men and other.kind in outlets and _WORKS_FOR.fullmatch(text, *gap):
        return place, place + 1
    if one.kind in outlets and other.kind in men and gap[1] - gap[0] > 1 and _HAS.fullmatch(text, *gap):
        return place + 1, place
    return None


def claims(reading: Reading, marks: Iterable[Credited]) -> Iterator[tuple[Credited, Span]]:
    """Each credit with the sentence that it stands in."""
    for mark in marks:
        yield mark, reading.sentence_at(mark.candidate.span.start)
