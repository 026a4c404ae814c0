"""What stands under an article: headlines of others, who wrote it, menus of the page, the agency's own lines."""

import re
from itertools import takewhile

from rumours.choices import AsideKind
from rumours.intake.draft import Draft
from rumours.text import fold

# "Ana Bini is a freelance writer who ...", "Ana joined The Paper as senior writer in May". Known miss: a bio in the
# first person ("I write about Redville").
_BIO = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’-]+ ){1,3}(?:joined|is (?:a|an|the|our)|has been|has written|writes|covers|works)\b[^\n]{0,200}?"
    r"\b(?:writer|editor|journalist|reporter|contributor|columnist|freelance|correspondent)\b"
)
# "--IANS / ab", "AP soccer: https://...", "Contact: desk@paper.example", a rule of dashes, a widget's code.
_AGENCY_LINE = re.compile(
    r"\W{0,3}(?:(?:--?\s?)[A-Z]{2,6}\b[\s/\w]{0,20}|[A-Z]{2,6} (?:soccer|football|sports?):.{0,80}"
    r"|(?:contact|e-?mail)\s?:\s?\S{1,60}@\S{1,60}|original url|content sourced from \S{1,60}"
    r"|advertise on .{1,80}|information from .{1,60} was used in this report\W?)"
    r"|[_—–=*.\-\s]{3,}|\[\w+(?: \w+=[^\]]{0,40})\]",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[-•*·]\s+")
_MENU_WORDS = 6
_MENU_MEAN = 2.5  # words an entry
_SHORTEST_MENU = 6  # lines
_MOST_ENDINGS = 8  # headlines under one article
_BIO_NEAR_THE_END = 4  # paragraphs
_FEWEST_WORDS, _MOST_WORDS = 4, 20
_LEAST_STORY = 3  # paragraphs
# Sentences without their full stop begin so; headlines under an article hardly ever do.
_SENTENCE_OPENERS = """
    the a an he she it they this that these those and but with for if however there i we you our his her their when
    while after before as in on at from to since although despite meanwhile also so yet not all stats statistics source
    via note monday tuesday wednesday thursday friday saturday sunday
"""
_SENTENCE_WORDS = frozenset(fold(word) for word in _SENTENCE_OPENERS.split())

Texts = list[str]


def separate_endings(draft: Draft) -> Draft:
    """Menus, bylines, agency lines and other articles' headlines that follow the last sentence of the story."""
    paragraphs = draft.paragraphs()
    texts = [words for _, words in paragraphs]
    story = len(texts) - _menu_length(texts)
    kinds: dict[int, AsideKind] = dict.fromkeys(range(story, len(texts)), AsideKind.PROMO)
    for place in range(max(story - _BIO_NEAR_THE_END, _LEAST_STORY), story):
        if _AGENCY_LINE.fullmatch(texts[place]) or _is_bio(texts, place):
            kinds[place] = AsideKind.CREDIT
    while story - 1 in kinds:
        story -= 1
    for place in range(story - _headlines_length(texts[:story]), story):
        kinds[place] = AsideKind.PROMO
    return draft.set_aside((paragraphs[place][0], kind) for place, kind in kinds.items())


def _menu_length(texts: Texts) -> int:
    """How many lines at the end are a page's menu: short entries with bullets, and what is mixed with them."""
    length = 0
    entries: Texts = []
    for number, words in enumerate(reversed(texts), 1):
        if len(words.split()) > _MENU_WORDS or words[-1] in '.!?”"':
            break
        if _BULLET.match(words):
            length = number
            entries.append(_BULLET.sub("", words))
    is_menu = len(entries) >= _SHORTEST_MENU and sum(map(_words, entries)) <= _MENU_MEAN * len(entries)
    return length if is_menu and length < len(texts) else 0


def _words(entry: str) -> int:
    return len(entry.split())


def _is_bio(texts: Texts, place: int) -> bool:
    """Whether a paragraph presents the writer: nobody that the story names."""
    match = _BIO.match(texts[place])
    if match is None:
        return False
    name = fold(match[0].split()[0])
    return not any(name in fold(words).split() for words in texts[:place])


def _headlines_length(texts: Texts) -> int:
    """How many paragraphs at the end are titles, where a story in sentences stands before them."""
    length = sum(1 for _ in takewhile(_is_other_headline, reversed(texts)))
    story = texts[: len(texts) - length]
    told = sum(words[-1] in ".!?…”\"’')" for words in story)
    return length if length <= _MOST_ENDINGS and len(story) >= _LEAST_STORY and told > len(story) / 2 else 0


def _is_other_headline(words: str) -> bool:
    parts = words.split()
    if not _FEWEST_WORDS <= len(parts) <= _MOST_WORDS or "\n" in words or ";" in words:
        return False
    first = fold(parts[0]).split()
    opens = words[0].isalpha() and words[0].isupper() and bool(first) and first[0] not in _SENTENCE_WORDS
    return opens and words[-1].isalnum()
