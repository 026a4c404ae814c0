"""Which names the text credits: what the cues beside each are worth."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rumours.tagging.credits.after import brackets, cues_after, shows_posts, shuts
from rumours.tagging.credits.before import Cue, cues_before
from rumours.tagging.credits.candidates import Candidates
from rumours.tagging.credits.kinds import Candidate
from rumours.tagging.credits.quoted import in_quotation
from rumours.tagging.reading import Reading
from rumours.text import Span

# How much a cue is worth for each kind of name: 1 credits it, less needs a second cue. Order: known source, sounds
# like an outlet, might be a man, neither; a man with another part in the story.
_KINDS = ("known", "outlet", "person", "word", "man")
_WORTH: dict[str, tuple[float, ...]] = {
    "claim": (1.0, 1.0, 1.0, 1.0, 0.0),
    "abroad": (1.0, 1.0, 0.0, 0.0, 0.0),
    "via": (1.0, 1.0, 0.5, 1.0, 0.0),
    "origin": (1.0, 1.0, 0.5, 0.9, 0.0),
    "within": (1.0, 1.0, 0.0, 0.3, 0.0),
    "says": (1.0, 1.0, 0.3, 0.4, 0.0),
    "claims": (1.0, 1.0, 0.3, 0.6, 0.0),
    "interview": (1.0, 1.0, 0.6, 0.6, 0.0),
    "noun": (1.0, 1.0, 0.0, 0.0, 0.0),
    "start": (1.0, 0.5, 0.0, 0.0, 0.0),
    "end": (1.0, 0.5, 0.0, 0.0, 0.0),
    "inverted": (1.0, 1.0, 0.2, 0.3, 0.0),
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
# What must stand before a name for these slots: nothing of its line, or a dash.
_AT = {"start": re.compile(r"(?:\A|\n)[\W_]{0,3}\Z"), "end": re.compile(r"[\w.”’)] [-–—] ?\Z")}
_CREDITED = 0.9
_LONE = frozenset({"claims", "interview"})  # slots that credit a name which is nobody's in the rest of the text
# "the wilds of Sol suggest", "since his arrival at Sol suggests": not the subject.
_GOVERNED = re.compile(r"\b(?:at|of|from|in|to|by|for|against|into|with|on|over) (?:the )?\Z")
_ANYWHERE = frozenset({"abroad", "line", "via"})  # slots whose words are not only English
_REPORTER = 0.6  # what it adds that the text calls a man so
_MOST_JUDGED = 5_000  # names with a cue; a long article has fifty
_BRACKET_ENDS = re.compile(r"[^()\[\]\n]{0,40}[)\]](?:\.?[ \t]{0,3}(?:\n|\Z)|\.)")
_DASHED = re.compile(r"[)\]]\s?[-–—:]")
_DAY_BEFORE = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2} \(\Z")
_SHORTEST_LINE = 60  # characters before a bracket, or it is a table's
_QUOTE_NEAR = re.compile(r"(?:[^.:\n“”\"]{0,50}[:,]|\.)?\s{0,3}(?:that:?\s{0,3})?[“\"‘'«]")
_SENTENCE_ENDS = re.compile(r"\.(?:\s|\Z)")
_QUOTE_JUST_SHUT = ("”", "’ ", "’,", '" ', "' ", ',"', "»")


@dataclass(frozen=True, slots=True)
class Credited:
    """A candidate that is credited, how surely, and by which wording; `outlet` is the reporter's."""

    candidate: Candidate
    confidence: float
    rule: str
    outlet: Candidate | None = None


def credited(reading: Reading, found: Candidates) -> tuple[dict[int, Credited], list[int]]:
    """Which of `found` are credited by the cues beside them, by their place, and the places of those whose cues are too
    weak alone; the first few thousand of them."""
    text, is_english = reading.text, reading.language in {"en", ""}
    before, bracketed, others = cues_before(text, reading.words), brackets(text), found.others()
    posts = shows_posts(text)
    marks: dict[int, Credited] = {}
    weak: list[int] = []
    judged = 0
    for place, span in enumerate(found.spans):
        cues = before.get(span.start, [])
        cues = list(cues) if is_english else [cue for cue in cues if cue.slot in _ANYWHERE]
        if is_english and others.get(span.start, 0) < span.end:
            cues += cues_after(text, span.end, posts=posts)
        bracket = bracketed.get(span.start)
        if bracket and shuts(text, span.end) and not _is_dateline(text, span):
            cues.append(bracket)
        judged += bool(cues)
        if judged > _MOST_JUDGED:
            break
        if cues and found[place].kind != "taken":
            worth, rule = _worth(text, found[place], cues)
            if worth >= _CREDITED:
                marks[place] = Credited(found[place], min(0.5 + worth * 0.3, 0.97), rule)
            elif worth > 0:
                weak.append(place)
    return marks, weak


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
    if cue.slot in _AT and not _AT[cue.slot].search(text, max(candidate.span.start - 4, 0), candidate.span.start):
        return 0.0
    worth = _WORTH[cue.slot][_KINDS.index(candidate.kind)] + _REPORTER * candidate.is_reporter
    if candidate.kind in {"person", "word"}:
        if cue.slot in _LONE and candidate.is_lone and not (cue.slot == "claims" and _is_governed(text, candidate)):
            return 1.0
        if cue.slot == "bracket" and _ends_with_bracket(text, candidate.span):
            return 1.0
        if cue.slot == "inverted" and _SENTENCE_ENDS.match(text, candidate.span.end):
            return 1.0
        if cue.slot in {"spoken", "interview"} and _beside_a_quote(text, candidate.span):
            return 1.0
    return worth


def _is_governed(text: str, candidate: Candidate) -> bool:
    return bool(_GOVERNED.search(text, max(candidate.span.start - 14, 0), candidate.span.start))


def _is_dateline(text: str, span: Span) -> bool:
    """Whether a bracket with its dash or day opens a paragraph: "LONDON (Sol) - ...", "LONDON, May 4 (Sol) ..."."""
    if _is_far_in(text, span):
        return False
    return bool(_DASHED.match(text, span.end) or _DAY_BEFORE.search(text, max(span.start - 12, 0), span.start))


def _is_far_in(text: str, span: Span) -> bool:
    return span.start > _SHORTEST_LINE and text.find("\n", span.start - _SHORTEST_LINE, span.start) < 0


def _ends_with_bracket(text: str, span: Span) -> bool:
    """Whether the bracket around `span` ends its sentence, outside of quotation marks and not as initials."""
    ends = _BRACKET_ENDS.match(text, span.end) and not span.of(text).isupper()
    return bool(ends) and _is_far_in(text, span) and not in_quotation(text, span.start)


def _beside_a_quote(text: str, span: Span) -> bool:
    """Whether words in quotation marks stand right before or after: what was told was told to an outlet."""
    if in_quotation(text, span.start):
        return False
    lead = text[max(span.start - 90, 0) : span.start].rpartition("\n")[2]
    return bool(_QUOTE_NEAR.match(text, span.end)) or any(mark in lead for mark in _QUOTE_JUST_SHUT)
