"""Photo captions and credits: they name players and clubs that the article is not about."""

import re
from collections.abc import Iterator

from rumours.choices import AsideKind
from rumours.intake.draft import Draft
from rumours.intake.webpage import CAPTION_MARK
from rumours.text import Span, sentences

_MONTH = r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*"
_WHAT = r"(?:photo(?:graph)?s?|images?|pictures?|pics?|foto|bild)"

# "(Photo by A. Name/Getty Images)", "(Picture: Getty)", "[Image via Reuters]". Known miss: "(Getty)" alone.
_BRACKETED_CREDIT = re.compile(
    rf"[(\[](?:(?:top|main|featured?|lead|file)\s+)?{_WHAT}\b(?:\s+credits?)?\s*(?:by|via|:|courtesy|from|von|di)[^()\[\]\n]{{1,200}}[)\]]",
    re.IGNORECASE,
)
# A line that is nothing but a credit: "Featured image A. Name via Getty Images", "Photo: Reuters", "© 2024 AFP".
_CREDIT_LINE = re.compile(
    rf"""[-–(\[\s]*(?:
        (?:(?:top|main|featured?|lead|cover|file)\s+)?{_WHAT}\b(?:\s+credits?)?\s*(?:by\b|via\b|courtesy\b|[:–-]).{{1,150}}
      | (?:top|main|featured?|lead|cover)\s+{_WHAT}\b.{{1,150}}
      | credits?\s*:.{{1,100}}
      | ©.{{0,100}}
      | (?:getty(?:\s+images)?(?:\s+sport)?|imago(?:\s+images)?|reuters|afp|ap\s+photo)
        (?:\s*/\s*[\w\s.]{{1,40}}|\s+via\s+.{{1,60}})?
    )[)\]]?""",
    re.IGNORECASE | re.VERBOSE,
)
# "By A. Name, PA Sport", "Written by: Ana", "EDITOR: A. NAME". Known miss: a byline without "By".
_BYLINE = re.compile(
    r"By (?:By )?[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,3}(?:,? (?:and |PA).{1,60}|, .{1,60})?"
    r"|(?:Written|Posted|Words|Story|Reported) by:? [A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3}"
    r"|(?:CHAIRMAN|PUBLISHER|(?:[A-Z]{3,10} )?EDITOR(?:[ -]IN[ -]CHIEF)?)\s?: .{1,80}"
)
# The agencies' first line of a caption, "LIVERPOOL, ENGLAND – AUGUST 15:"; not a reporter's "LONDON, Jan 5 (AFP) -".
_DATELINE = re.compile(
    rf"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{{1,40}}(?:,\s+[A-ZÀ-Þ .'’-]{{2,40}})?\s*[-–—:]\s*"
    rf"{_MONTH}\.?\s+\d{{1,2}}(?:,\s*\d{{4}})?\s*:"
)
# "Name (left) was seen at the airport": only captions point at the picture.
_POINTS = re.compile(r"\((?:left|right|centre|center|front|back|L|R|C|top|bottom)\)|\b(?:pictured|in action during)\b")
_LONGEST_CAPTION = 600  # characters
_MOST_SENTENCES = 3


def separate_captions(draft: Draft) -> Draft:
    """Captions (with the credit in them) and credits are set apart, as whole paragraphs or out of a longer one."""
    return draft.set_aside(piece for span, words in draft.paragraphs() for piece in _pieces_of(draft.text, span, words))


def _pieces_of(text: str, span: Span, words: str) -> Iterator[tuple[Span, AsideKind]]:
    if words.startswith(CAPTION_MARK):
        yield span, AsideKind.CAPTION
    elif len(words) <= 220 and (_CREDIT_LINE.fullmatch(words) or _BYLINE.fullmatch(words)):
        yield span, AsideKind.CREDIT
    elif _is_caption(words):
        yield span, AsideKind.CAPTION
    else:
        yield from _inside(text, span)


def _is_caption(words: str) -> bool:
    """Whether the whole paragraph is one: by its date line, its closing credit, or because it points without a stop."""
    if len(words) > _LONGEST_CAPTION:
        return False
    credits = list(_BRACKETED_CREDIT.finditer(words))
    if _DATELINE.match(words):
        return not credits or not words[credits[-1].end() :].strip(" .")
    if credits and not words[credits[-1].end() :].strip(" ."):
        lead = words[: credits[0].start()].strip()
        return bool(lead) and len(sentences(lead)) < _MOST_SENTENCES
    return bool(_POINTS.search(words)) and words[-1] not in ".!?\"”’'"


def _inside(text: str, span: Span) -> Iterator[tuple[Span, AsideKind]]:
    """Credits in a longer paragraph, each with the caption before it where a date line or its words show one."""
    at = span.start
    for match in _BRACKETED_CREDIT.finditer(text, span.start, span.end):
        caption = _caption_before(text, Span(at, match.start()))
        yield (
            (Span(caption, match.end()), AsideKind.CAPTION)
            if caption >= 0
            else (
                Span(*match.span()),
                AsideKind.CREDIT,
            )
        )
        at = match.end()


def _caption_before(text: str, span: Span) -> int:
    """Where the caption that ends with `span` begins; -1 when there is none to be sure of."""
    datelines = list(_DATELINE.finditer(text, max(span.start, span.end - _LONGEST_CAPTION), span.end))
    if datelines:
        return datelines[-1].start()
    last = next(reversed(sentences(span.of(text))), None)
    if last is None or not _POINTS.search(last.of(span.of(text))):
        return -1
    return span.start + last.start
