"""The stretches of a text between quotation marks, of whatever style.

Every paragraph is looked at by itself: journalists open a long quotation anew at each paragraph and close it once.
Marks that face one way by nature (“ ” « » „) are believed unless their neighbours say otherwise; straight ones face
where the letters are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from rumours.tagging.quotes.singles import single_marks
from rumours.tagging.quotes.words import SAID_NEXT
from rumours.text import Span

_DOUBLE = re.compile(r"[\"“”„«»‟＂]+|''|``|‘‘|’’")
ENDS = ".,!?…"
# A mark in the midst of words that are followed by the closing of the outer one: “He said "come" to me.”
_AHEAD = 2
_IN_A_ROW = 2
_GAP = 8
# No article has more marks, and no paragraph of one: beyond them nothing is read, so that any text takes linear time.
_MOST = 8_000
_MOST_HERE = 2_000
_OPENING = tuple('"“„«')


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words between two marks. `outer` takes the marks in; without a closing mark the words run to where they end.

    `opens` tells that the opening mark begins a paragraph.
    """

    span: Span
    outer: Span
    closed: bool
    opens: bool


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    sign: str
    opens: bool
    closes: bool


def fragments(text: str, paragraphs: Sequence[Span]) -> Iterator[Fragment]:
    """What stands between marks in each of the paragraphs, in order and without overlap."""
    carried = False
    spent = 0
    for number, paragraph in enumerate(paragraphs):
        marks = list(islice(_marks(text, paragraph), _MOST_HERE))
        spent += len(marks)
        if spent > _MOST:
            return
        double = list(_doubles(text, paragraph, marks, carried))
        single = [
            Fragment(Span(words.start, words.end), outer, closed, outer.start == paragraph.start)
            for words, outer, closed in single_marks(text, paragraph, [found.outer for found in double])
        ]
        found = _outermost(double, single)
        spent += len(single)
        yield from (fragment for fragment in found if _believed(text, fragment, paragraphs, number))
        carried = bool(found) and not found[-1].closed


def _outermost(double: list[Fragment], single: list[Fragment]) -> list[Fragment]:
    """Both kinds in order; a quotation inside another is a part of its words."""
    kept: list[Fragment] = []
    for fragment in sorted([*double, *single], key=lambda found: (found.outer.start, -found.outer.end)):
        if not kept or fragment.outer.start >= kept[-1].outer.end:
            kept.append(fragment)
    return kept


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    """The double marks of a paragraph. Two in a row end one quotation and begin the next; more are no quotation."""
    for run in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        if run[0][0] in "'`‘’":
            yield _seen(text, paragraph, run.start(), run.end())
        elif len(run[0]) <= _IN_A_ROW:
            yield from (_seen(text, paragraph, place, place + 1) for place in range(*run.span()))


def _seen(text: str, paragraph: Span, start: int, end: int) -> _Mark:
    """Which way a mark may face, by its sign and by what stands around it."""
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    free_before = before.isspace() or before in "([—–-:/"
    free_after = after.isspace() or after in ".,;:!?)]…—–-"
    leans_open = free_before and not free_after
    leans_close = free_after and not free_before
    sign = text[start:end]
    if sign in "“„‟``‘‘":
        return _Mark(start, end, sign, opens=not leans_close, closes=leans_close)
    if sign in "”’’":
        return _Mark(start, end, sign, opens=leans_open, closes=not leans_open)
    return _Mark(start, end, sign, opens=not leans_close, closes=not leans_open)


def _doubles(text: str, paragraph: Span, marks: Sequence[_Mark], carried: bool) -> Iterator[Fragment]:
    """The double marks of a paragraph in pairs. `carried`: the one before was left open."""
    opened: _Mark | None = None
    skip = 0
    since = paragraph.start
    for number, mark in enumerate(marks):
        if skip:
            skip -= 1
            continue
        if opened is None:
            if _opens(marks, number, is_open=False):
                opened = mark
            elif fragment := _unopened(text, paragraph, mark, since, carried and number == 0):
                yield fragment
                since = mark.end
            continue
        if _opens(marks, number, is_open=True) and not (opened.sign == "„" and mark.sign == "“"):
            if _begins_anew(text, opened, mark):
                yield _fragment(text, paragraph, opened, mark.start, mark.start, closed=False)
                opened = mark
            else:
                skip = 1 if _is_nested(marks, number) else 0
            continue
        yield _fragment(text, paragraph, opened, mark.start, mark.end, closed=True)
        since, opened = mark.end, None
    if opened is not None:
        yield _fragment(text, paragraph, opened, paragraph.end, paragraph.end, closed=False)


def _opens(marks: Sequence[_Mark], number: int, *, is_open: bool) -> bool:
    """Whether a mark opens; where it may do both, the next mark tells: a closing one must have been opened."""
    mark = marks[number]
    if mark.opens != mark.closes:
        return mark.opens
    following = marks[number + 1] if number + 1 < len(marks) else None
    if following and following.opens != following.closes:
        return following.closes
    return not is_open


def _begins_anew(text: str, opened: _Mark, mark: _Mark) -> bool:
    """Whether a mark that opens while another is open starts the next paragraph of a quotation set without breaks."""
    before = text[max(opened.end, mark.start - _GAP) : mark.start].rstrip()[-1:]
    return not before or before in ".!?…"


def _is_nested(marks: Sequence[_Mark], number: int) -> bool:
    """Whether the mark at `number` opens a quotation in a quotation: its own closing mark comes before the outer's."""
    ahead = marks[number + 1 : number + 1 + _AHEAD]
    return bool(ahead) and ahead[0].closes and (len(ahead) < _AHEAD or ahead[1].closes)


def _unopened(text: str, paragraph: Span, mark: _Mark, since: int, carried: bool) -> Fragment | None:
    """The words before a closing mark that nobody opened: the rest of the last paragraph's, or a mark was forgotten.

    Known miss: a forgotten mark with no tag after the words.
    """
    if carried:
        return _words(text, Span(paragraph.start, mark.start), Span(paragraph.start, mark.end), paragraph, closed=True)
    if text[mark.start - 1 : mark.start] not in ENDS or not SAID_NEXT.match(text, mark.end, paragraph.end):
        return None
    start = since
    if since > paragraph.start:
        stop = text.find(". ", since, mark.start)
        start = stop + 2 if stop >= 0 else mark.start
    if start >= mark.start:
        return None
    return _words(text, Span(start, mark.start), Span(start, mark.end), paragraph, closed=True)


def _fragment(text: str, paragraph: Span, opened: _Mark, stop: int, end: int, *, closed: bool) -> Fragment:
    return _words(text, Span(opened.end, stop), Span(opened.start, end), paragraph, closed=closed)


def _words(text: str, inner: Span, outer: Span, paragraph: Span, *, closed: bool) -> Fragment:
    """A fragment without the white space inside its marks."""
    words = inner.of(text)
    start = inner.start + len(words) - len(words.lstrip())
    span = Span(start, max(start, inner.start + len(words.rstrip())))
    return Fragment(span, outer, closed, outer.start == paragraph.start)


def _believed(text: str, fragment: Fragment, paragraphs: Sequence[Span], number: int) -> bool:
    """Whether words without a closing mark are a quotation: they begin a paragraph, or follow a colon or a comma."""
    if not len(fragment.span):
        return False
    if fragment.closed or fragment.opens:
        return True
    before = text[paragraphs[number].start : fragment.outer.start][-80:].rstrip()
    return before[-1:] in ":,.…?!" or text[fragment.outer.end : fragment.outer.end + 1] in _OPENING
