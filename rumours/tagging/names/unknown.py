"""Names that nobody has entered yet."""

import re
from collections.abc import Iterator, Sequence

from rumours.text import Span

_WORD = r"[A-ZÀ-ÖØ-ÞŠŽĆČĐŁ][\w’'-]*[a-zà-öø-ÿšžćčđł][\w-]*"
_NAME = re.compile(rf"{_WORD}(?: (?:(?:van|de|der|den|di|da|dos|el|al|la|le|ter|ten|von) ){{0,2}}{_WORD}){{1,3}}")
_NOT = frozenset("the a an in on at and but he his it they this that with after before for from as while when if".split())


def new_names(text: str, taken: Sequence[Span]) -> Iterator[tuple[Span, str, str]]:
    """Runs of two or more capitalised words that no known name covers, then their last word alone."""
    places = sorted(taken)
    families: dict[str, str] = {}
    for match in _NAME.finditer(text):
        words = match[0].split()
        start = match.start()
        while words and words[0].lower() in _NOT:
            start += len(words.pop(0)) + 1
        span = Span(start, match.end())
        if len(words) < 2 or any(span.overlaps(place) for place in places):
            continue
        name = re.sub(r"['’]s$", "", " ".join(words))
        families.setdefault(name.split()[-1], name)
        yield Span(start, start + len(name)), name, "player"
    for match in re.finditer(_WORD, text):
        bare = re.sub(r"['’]s$", "", match[0])
        if bare in families and not any(Span(match.start(), match.end()).overlaps(p) for p in places):
            if text[max(0, match.start() - 1)] != " " or not families[bare] in text[max(0, match.start() - 30) : match.end()]:
                yield Span(match.start(), match.start() + len(bare)), families[bare], "player"
