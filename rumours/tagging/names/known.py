"""Who and what is named in a text: the longest known names, then surnames of those already named in full."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rumours.tagging.findings import Key, MentionFinding
from rumours.tagging.gazetteer import Gazetteer, KnownName, Match
from rumours.tagging.tokens import Token, tokens
from rumours.text import Span

# A name that one row bears, and none flags as ambiguous: "Fikayo Tomori". Known miss: a namesake nobody has entered.
CERTAIN = ("known-name", 0.95)
# One row bears it, but it is also a common word or a first name: "Milan", "Forest".
COMMON_WORD = ("ambiguous-name", 0.7)
# Several bear it and one of them is named in full elsewhere in the text: "Reds" beside "Liverpool".
NAMED_ELSEWHERE = ("named-elsewhere", 0.8)
# Several bear it and nothing in the text decides: kept as alternatives for the editor.
UNDECIDED = ("undecided", 0.3)
# "Tomori" after "Fikayo Tomori". Known miss: the brother of a man named in full.
SURNAME = ("surname-of-full-name", 0.9)

PARTICLES = frozenset(
    {"van", "de", "der", "den", "di", "da", "dos", "el", "al", "la", "le", "ter", "ten", "von", "mac"}
)


def find_mentions(text: str, gazetteer: Gazetteer, *, section: str) -> tuple[MentionFinding, ...]:
    """Every known name in `text`, in order and without overlap. `section` breaks ties between men's and women's."""
    words = list(tokens(text))
    matches = list(_matches(words, gazetteer))
    sure = {match.names[0].key for match in matches if match.is_certain}
    found = [_decide(text, words, match, sure, section) for match in matches]
    taken = {place for match in matches for place in range(match.first, match.last + 1)}
    return tuple(sorted([*found, *_surnames(text, words, taken, found)], key=lambda mention: mention.span))


def _matches(words: Sequence[Token], gazetteer: Gazetteer) -> Iterator[Match]:
    place = 0
    while place < len(words):
        match = gazetteer.match_at(words, place)
        if match is None:
            place += 1
        else:
            yield match
            place = match.last + 1


def _decide(text: str, words: Sequence[Token], match: Match, sure: set[Key], section: str) -> MentionFinding:
    """Order the rows a name may mean, and say how sure the first is."""
    ranked = sorted(match.names, key=lambda name: _rank(name, sure, section))
    keys = tuple(dict.fromkeys(name.key for name in ranked))
    span = Span(words[_first_word(words, match, keys[0])].start, words[match.last].end)
    if len(keys) == 1 or _rank(ranked[0], sure, section)[0] < _rank(ranked[1], sure, section)[0]:
        rule, confidence = CERTAIN if match.is_certain else COMMON_WORD
        if len(keys) > 1:
            rule, confidence = NAMED_ELSEWHERE
        return MentionFinding(span, span.of(text), keys, confidence, rule)
    rule, confidence = UNDECIDED
    return MentionFinding(span, span.of(text), keys, confidence, rule)


def _first_word(words: Sequence[Token], match: Match, key: Key) -> int:
    """A club's nickname is known with its article ("the Fire"), which is no part of the name in the text."""
    article = key.kind == "club" and words[match.first].folded == "the" and match.last > match.first
    return match.first + article


def _rank(name: KnownName, sure: set[Key], section: str) -> tuple[int, int, Key]:
    """Smaller is likelier: named for sure elsewhere, of the article's section; then the most written about."""
    other_section = bool(name.section) and name.section != section
    return (2 * other_section + (name.key not in sure), -name.weight, name.key)


def _surnames(
    text: str, words: Sequence[Token], taken: set[int], found: Iterable[MentionFinding]
) -> Iterator[MentionFinding]:
    """Family names, alone, of players and people whom the text names in full."""
    families = _families(found)
    place = 0
    while place < len(words):
        last = _longest_family(words, place, taken, families)
        if last is None:
            place += 1
            continue
        span = Span(words[place].start, words[last].end)
        mention = families[tuple(word.folded for word in words[place : last + 1])]
        rule, confidence = SURNAME if len(mention.candidates) == 1 else UNDECIDED
        yield replace(mention, span=span, text=span.of(text), rule=rule, confidence=confidence)
        place = last + 1


def _longest_family(
    words: Sequence[Token], first: int, taken: set[int], families: dict[tuple[str, ...], MentionFinding]
) -> int | None:
    for last in range(min(first + 2, len(words) - 1), first - 1, -1):
        run = words[first : last + 1]
        free = not taken.intersection(range(first, last + 1))
        if free and run[-1].capital and tuple(word.folded for word in run) in families:
            return last
    return None


def _families(found: Iterable[MentionFinding]) -> dict[tuple[str, ...], MentionFinding]:
    """Family names, with the particles before them, of everybody named in full; shared ones keep all who bear them."""
    families: dict[tuple[str, ...], MentionFinding] = {}
    for mention in found:
        words = [token.folded for token in tokens(mention.text)]
        if mention.key.kind not in {"player", "person"} or len(words) < 2:
            continue
        family = len(words) - 1
        while family > 1 and words[family - 1] in PARTICLES:
            family -= 1
        for run in {tuple(words[family:]), tuple(words[-1:])}:
            earlier = families.get(run)
            keys = (*earlier.candidates, *mention.candidates) if earlier else mention.candidates
            families[run] = replace(mention, candidates=tuple(dict.fromkeys(keys)))
    return families
