"""The writer's words around a quotation: who says it, in the same sentence after it or before it."""

import re
from collections import deque
from dataclasses import dataclass

from rumours.tagging.quotes.words import ANY_SAID, PARTICIPLE, PLAIN, SAID
from rumours.text import Span

_REACH = 320
_SUBJECT = 100
_TAG_END = re.compile(r"(?<!\bJr)(?<!\bDr)(?<!\bMr)(?<!\bSt)[.!?](?=\s|$|[\"“‘”])|\n|[\"“”‘«„]")
_SENTENCE_START = re.compile(
    r"(?:(?<!\bJr)(?<!\bDr)(?<!\bMr)(?<!\bSt)(?<![A-Z])[.!?…][\"”’'»)]*\s+|\n\s*|[\"”’»][.,]?\s+)"
)
# "…,” according to the agent": no verb, but the same sense.
_WITHOUT_VERB = re.compile(r"[,.]?\s{0,2}(?:according to|in the words of|secondo|laut|selon|según)\b", re.IGNORECASE)
_HEADLINE = re.compile(r"['’\"”]?\s?:\s")


@dataclass(frozen=True, slots=True)
class Tag:
    """`span` is the tag, `subject` the words that say who speaks (empty when the tag has none), `verb` where it says.

    `before` when it stands before the words; `firm` when its punctuation leaves no doubt that it belongs to them.
    """

    span: Span
    subject: Span
    verb: Span
    before: bool
    firm: bool
    participle: bool = False


def tag_after(text: str, end: int, stop: int, last: str) -> Tag | None:
    """The tag that begins at `end`, right after a closing mark, and ends before `stop`; `last` ends the quoted words.

    "…,” the coach told reporters on Friday.", "…” said Marek Novy, his agent." Known miss: a full stop in the tag.
    """
    if text[end : end + 1] == "\n" or _HEADLINE.match(text, end):
        return None
    start = end + len(text[end : end + 3]) - len(text[end : end + 3].lstrip(" ,."))
    found = _TAG_END.search(text, start, min(stop, end + _REACH))
    finish = found.start() if found else min(stop, end + _REACH)
    region = text[start:finish]
    spoken = (PLAIN if last in ".!?" and not region[:1].islower() and last == "." else SAID).search(region)
    bare = _WITHOUT_VERB.match(text, end)
    if bare and bare.end() < finish:
        return Tag(Span(start, finish), Span(bare.end(), finish), Span(start, bare.end()), before=False, firm=True)
    if (
        spoken is None
        or spoken.start() > _SUBJECT
        or (found and found[0] in '"“‘«„' and region.rstrip()[-1:] == ":" and last in ".!?")
    ):
        return None
    verb = Span(start + spoken.start(), start + spoken.end())
    subject = Span(start, verb.start)
    if not subject.of(text).strip() and not spoken[0].lower().startswith("t"):
        subject = Span(verb.end, _inverted_end(text, verb.end, finish))
    return Tag(Span(start, finish), subject, verb, before=False, firm=last in ",!?…-–—" or region[:1].islower())


_INVERTED_STOP = re.compile(
    r"[,;:(]|\s(?:in|on|to|after|before|as|about|when|of his|during|at the|following|via|while|who|ahead)\b"
)


def _inverted_end(text: str, start: int, stop: int) -> int:
    """Where the subject after its verb ends: "said Marek Novy | after the game"."""
    found = _INVERTED_STOP.search(text, start + 1, stop)
    return found.start() if found else stop


def tag_before(text: str, start: int, floor: int) -> Tag | None:
    """The tag that ends at `start`, right before an opening mark, in the sentence that begins after `floor`.

    "Speaking to Radio Uno, Marek said: “", "The winger, adding that “". The sentence may be the paragraph before, where
    it ends with a colon.
    """
    low = max(floor, start - _REACH)
    region = text[low:start]
    bare = region.rstrip()
    if bare[-1:] in ".!?":
        return None
    if "\n" in region[len(bare) :] and not bare.endswith((":", ",")):
        return None
    begin = 0
    for match in _SENTENCE_START.finditer(bare):
        begin = match.end() if match.end() < len(bare) else begin
    spoken = deque(ANY_SAID.finditer(bare, begin), maxlen=1)
    colon = bare.endswith(":")
    if not spoken and not colon:
        return None
    span = Span(low + begin, low + len(bare))
    if not spoken:
        return Tag(span, span, Span(span.end, span.end), before=True, firm=True, participle=True)
    verb = Span(low + spoken[0].start(), low + spoken[0].end())
    participle = bool(PARTICIPLE.fullmatch(spoken[0][0]))
    close = len(bare) - spoken[0].end() < _SUBJECT
    return Tag(
        span,
        Span(span.start, verb.start),
        verb,
        before=True,
        firm=colon or (close and bare[-1:] in ",-–"),
        participle=participle,
    )
