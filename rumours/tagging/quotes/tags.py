"""The writer's words around a quotation: who says it, in the same sentence after it or before it."""

import re
from collections import deque
from dataclasses import dataclass

from rumours.tagging.quotes.words import ANY_SAID, ANY_VERB, PARTICIPLE, PLAIN, SAID
from rumours.text import Span

_REACH = 320
_SUBJECT = 100
_NO_TITLE = r"(?<!\bJr)(?<!\bDr)(?<!\bMr)(?<!\bSt)"
_TAG_END = re.compile(rf"{_NO_TITLE}[.!?](?=\s(?![a-z])|$|[\"“‘”])|\n|[\"“”‘«„]")
_SENTENCE_START = re.compile(rf"{_NO_TITLE}(?<![A-Z])[.!?…][\"”’'»)]*\s+|\n\s*|[\"”’»][.,]?\s+")
# "…,” according to the agent": no verb, but the same sense.
_WITHOUT_VERB = re.compile(r"[,.]?\s{0,2}(?:according to|in the words of|secondo|laut|selon|según)\b", re.IGNORECASE)
_ACCORDING = re.compile(r"(?:\w+ )?(?:according to|in the words of|secondo|laut|según|selon) ", re.IGNORECASE)
# A headline: "'We want him': coach on Marek", "'We want him' – coach". Known miss: a dash before a tag.
_HEADLINE = re.compile(r"\s?:\s|\s[–—-]\s(?=[A-Z])")
_INVERTED_STOP = re.compile(
    r"[,;:(]|\s(?:in|on|to|after|before|as|about|when|of his|during|at the|following|via|while|who|ahead)\b"
)
# "As told by Jan Novy, “…": who speaks stands behind the verb.
_BY = re.compile(r"(?: \w+){0,2}? by ")
_LOWER = re.compile(r",? [a-z]")
_OPENS = '"“‘«„'


@dataclass(frozen=True, slots=True)
class Tag:
    """`span` is the tag, `subject` the words that say who speaks (empty when the tag has none), `verb` where it says.

    `firm` when its punctuation leaves no doubt that it belongs to the quoted words; `participle` when its verb has no
    subject of its own: "was pleased, saying", or no verb stands there at all.
    """

    span: Span
    subject: Span
    verb: Span
    firm: bool
    before: bool = False
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
    bare = _WITHOUT_VERB.match(text, end)
    if bare and bare.end() < finish:
        return Tag(Span(start, finish), Span(bare.end(), finish), Span(start, bare.end()), firm=True)
    place = _verb_after(region, last)
    introduces_next = found is not None and found[0] in _OPENS and region.rstrip()[-1:] == ":" and last in ".!?"
    if place is None or place[0] > _SUBJECT or introduces_next:
        return None
    verb = Span(start + place[0], start + place[1])
    firm = last in ",!?…-–—" or region[:1].islower()
    return Tag(Span(start, finish), _subject(text, start, verb, finish), verb, firm=firm)


def rest_of_sentence(text: str, end: int) -> Span:
    """What the writer's sentence goes on with behind a closing mark, without a verb: "“…” in a talk with La Voce"."""
    if not _LOWER.match(text, end):
        return Span(end, end)
    found = _TAG_END.search(text, end, end + _REACH)
    return Span(end, found.start() if found else min(end + _REACH, len(text)))


def _verb_after(region: str, last: str) -> tuple[int, int] | None:
    """Where the verb of saying stands in a tag: after a full stop only a plain one, after a comma any verb at all."""
    spoken = (PLAIN if last == "." and not region[:1].islower() else SAID).search(region)
    if spoken:
        return spoken.span()
    verb = ANY_VERB.match(region) if last in (",", "?", "!") else None
    return verb.span(verb.lastgroup or 0) if verb else None


def _subject(text: str, start: int, verb: Span, finish: int) -> Span:
    """What stands before the verb, or behind it: "said Marek Novy | after the game", "said the agent, Jan Novy | on".

    "Told" and "tells" never stand first: what follows them is who was told.
    """
    if text[start : verb.start].strip() or text[verb.start].lower() == "t":
        return Span(start, verb.start)
    found = _INVERTED_STOP.search(text, verb.end + 1, finish)
    if found and found[0] == "," and text[verb.end : found.start()].islower():
        found = _INVERTED_STOP.search(text, found.end(), finish)
    return Span(verb.end, found.start() if found else finish)


def tag_before(text: str, start: int, floor: int) -> Tag | None:
    """The tag that ends at `start`, right before an opening mark, in the sentence that begins after `floor`.

    "Speaking to Radio Uno, Marek said: “", "The winger, adding that “". The sentence may be the paragraph before, where
    it ends with a colon or comma.
    """
    low = max(floor, start - _REACH)
    region = text[low:start]
    bare = region.rstrip()
    apart = "\n" in region[len(bare) :]
    if not bare or bare[-1] in ".!?" or (apart and not bare.endswith((":", ","))):
        return None
    begin = 0
    for match in _SENTENCE_START.finditer(bare):
        begin = match.end() if match.end() < len(bare) else begin
    spoken = deque(ANY_SAID.finditer(bare, begin), maxlen=1)
    colon = bare.endswith(":")
    span = Span(low + begin, low + len(bare))
    according = _ACCORDING.match(bare, begin)
    if according and not colon:
        return Tag(span, Span(low + according.end(), span.end), Span(span.start, low + according.end()), True, True)
    if not spoken:
        nothing = Span(span.end, span.end)
        return Tag(span, span, nothing, firm=True, before=True, participle=True) if colon else None
    verb = Span(low + spoken[0].start(), low + spoken[0].end())
    firm = colon or (span.end - verb.end < _SUBJECT and bare[-1] in ",-–")
    participle = bool(PARTICIPLE.fullmatch(spoken[0][0]))
    by = _BY.match(text, verb.end, span.end)
    subject = Span(by.end(), span.end) if by else Span(span.start, verb.start)
    return Tag(span, subject, verb, firm=firm, before=True, participle=participle)
