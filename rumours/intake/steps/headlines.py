"""The headline, its repeats, and the cut teaser that some sites put before the text."""

import re
from dataclasses import replace

from rumours.choices import AsideKind
from rumours.intake.draft import Draft
from rumours.text import Span, fold, sentences, title_like

_CUT_END = re.compile(r"(?:\.\.\.|…)[\])]?\s*(?:read more)?\s*\Z", re.IGNORECASE)
_FEWEST_WORDS = 3
_HEADLINE_WORDS = 32
_HEADLINE_LENGTH = 220
_BEGINNING = 12  # characters
_STANDFIRST_WORDS = 18
_BEFORE_DATELINE = re.compile(
    r"\s{0,9}(?P<title>[^\n.]{15,160}?) "
    r"(?=[A-Z]{3,20}(?: [A-Z]{2,20}){0,2}(?:, [A-Z][\w .]{0,20})? \([A-Z]{2,8}\) ?[-–—])"
)
_ELLIPSIS = re.compile(r"(?:\.\.\.|…)(?= )|:(?= )")
_NEAR_THE_TOP = 6  # paragraphs
_TEASER_WORDS = 5

Paragraphs = list[tuple[Span, str]]


def find_headline(draft: Draft) -> Draft:
    """The headline where the text or its page has one: prose with its full stop is none, however short."""
    if draft.headline is not None:
        return draft
    paragraphs = draft.paragraphs()
    return replace(draft, headline=_repeated(paragraphs) or _first(paragraphs) or _after_the_lead(paragraphs))


def cut_glued_headline(draft: Draft) -> Draft:
    """A headline that an agency's dateline follows in the same line: "Rossi to go REDVILLE (WIRE) — Redville ..."."""
    match = None if draft.headline else _BEFORE_DATELINE.match(draft.text)
    if match is None or not title_like(match["title"]):
        return draft
    span = Span(*match.span("title"))
    return replace(draft.set_aside([(span, AsideKind.HEADLINE)]), headline=match["title"])


def _could_be_headline(words: str) -> bool:
    """As `title_like`, but it may be longer, and shout; one or two words are a label."""
    if len(words) > _HEADLINE_LENGTH or not _FEWEST_WORDS <= len(words.split()) <= _HEADLINE_WORDS or "\n" in words:
        return False
    bare = words.rstrip("\"'”’»)!")
    first = words.lstrip("\"'“‘«¿¡([")[:1]
    return bare[-1:] not in set(".:;,…-–") and first.isalnum() and not first.islower()


def _repeated(paragraphs: Paragraphs) -> str | None:
    """A title that stands twice near the top."""
    seen: set[str] = set()
    for _, words in paragraphs[:_NEAR_THE_TOP]:
        folded = fold(words)
        if folded in seen and _could_be_headline(words):
            return words
        seen.add(folded)
    return None


def _first(paragraphs: Paragraphs) -> str | None:
    """The first paragraph, or the one after a cut teaser, when it is title-like and something follows."""
    place = 1 if paragraphs and _CUT_END.search(paragraphs[0][1]) else 0
    if place + 1 < len(paragraphs) and _could_be_headline(paragraphs[place][1]):
        return paragraphs[place][1]
    return None


def _after_the_lead(paragraphs: Paragraphs) -> str | None:
    """Some archives put the lead before headline and standfirst: a title right after it, then a second title or a
    short sentence or two, then the story."""
    if len(paragraphs) < 4 or title_like(paragraphs[0][1]):
        return None
    title, standfirst = paragraphs[1][1], paragraphs[2][1]
    if not title_like(_ELLIPSIS.sub("", title)):
        return None
    is_short = len(standfirst.split()) <= _STANDFIRST_WORDS and len(sentences(standfirst)) <= 2
    return title if is_short or title_like(standfirst) else None


def drop_repeated_headlines(draft: Draft) -> Draft:
    """The headline stands apart from the body: its first place as headline, every other as a repeat."""
    if draft.headline is None:
        return draft
    theirs = fold(draft.headline)
    found = [span for span, words in draft.paragraphs() if _same_headline(words, draft.headline, theirs)]
    if not found:
        return draft
    draft = replace(draft, headline=" ".join(found[0].of(draft.text).split()))
    kinds = [AsideKind.HEADLINE, *[AsideKind.REPEATED_HEADLINE] * (len(found) - 1)]
    return draft.set_aside(zip(found, kinds, strict=True))


def _same_headline(words: str, headline: str, theirs: str) -> bool:
    """Equal when folded; or the headline is the words with the site's name after them ("... | La Voce").

    `theirs` is the headline folded; how the words begin is looked at first, for nearly all begin otherwise.
    """
    if len(words) > _HEADLINE_LENGTH * 2 or not theirs.startswith(fold(words[:_BEGINNING])):
        return False
    ours = fold(words)
    site = headline[len(words) :].lstrip()[:1]
    return bool(ours) and (ours == theirs or (theirs.startswith(f"{ours} ") and site in {"|", "-", "–", "—", "·", "»"}))


def drop_teaser(draft: Draft) -> Draft:
    """A paragraph near the top that breaks off ("...") and says what the text after it begins with."""
    paragraphs = draft.paragraphs()
    for place, (span, words) in enumerate(paragraphs[:_NEAR_THE_TOP]):
        if _CUT_END.search(words) and len(words.split()) >= _TEASER_WORDS:
            teaser = _letters(_CUT_END.sub("", words))
            if any(
                _letters(draft.text[later.start : later.start + 2 * len(words)]).startswith(teaser)
                for later, _ in paragraphs[place + 1 : place + 1 + _NEAR_THE_TOP]
            ):
                return draft.set_aside([(span, AsideKind.TEASER)])
    return draft


def _letters(text: str) -> str:
    """Letters and digits only: "option.According" is "option. According" here."""
    return fold(text).replace(" ", "")
