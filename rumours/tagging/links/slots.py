"""Whom a wording speaks of: the names before and after it, with the lists they stand in."""

from collections.abc import Callable

from rumours.tagging.links.cues.cue import Where
from rumours.tagging.links.lines import Line
from rumours.tagging.links.owning import owner_of
from rumours.tagging.links.vocabulary import CONNECTORS, LIST_WORDS, MODIFIERS
from rumours.tagging.names.words import listed as word_set

# Words that begin another clause: what stands beyond them is less likely meant.
_BREAKS = word_set("; : but while although though whereas after before because whilst despite amid")
# A name after one of these is not who does it: "talks with Chelsea", "interest from Milan".
_OBLIQUE = word_set("""
    to from with of at against over for by in on than versus vs including via between into through beating beat leaving
    leave left joining join joined named like unlike alongside following under near outside inside around despite
    """)
_ARTICLES = frozenset({"the", "both", "a", "an", "either", "fellow", "rivals", "side", "club", "giants", "champions"})
_CLAUSE_OPENERS = frozenset({",", "—", "…", "(", "-", "and", "&", "P", "window", "summer", "month", "january"})
_CROSSED, _FAR = 0.75, 0.85
FAR, REACH, FARTHEST, LONGEST_STEP = 12, 10, 60, 10
LONGEST_LIST = 40
# What may follow a name in a list: "Foo from Lyon for €20m, Bar (on loan) and Baz".
_PRICED = frozenset({"from", "for", "on", "loan", "a", "fee", "m", "million", "(", ")", "€", "£", "$", "free"})

Fits = Callable[[int], bool]


def nearest(line: Line, first: int, last: int, where: Where, kinds: str, fits: Fits) -> tuple[int, float] | None:
    """The name of `kinds` that does it (before words `first`..`last`) or that it is done to (after them), and how well
    it is placed; either of the two for NEAR."""
    before = subject(line, first, kinds, fits) if where is Where.BEFORE or where is Where.NEAR else None
    after = thing(line, last, kinds, fits) if where is Where.AFTER or where is Where.NEAR else None
    if before is None or after is None:
        return before or after
    return after if after[1] > before[1] else before


def subject(line: Line, first: int, kinds: str, fits: Fits) -> tuple[int, float] | None:
    """The nearest name before word `first` that no preposition governs."""
    quality = 1.0
    for at in range(first - 1, max(first - 1 - FARTHEST, -1), -1):
        word = line.words[at]
        if word in kinds and at in line.named and fits(at) and _acts(line, at, first, kinds):
            return at, quality * (_FAR if first - at > FAR else 1.0) - 0.002 * (first - at)
        if word in _BREAKS:
            quality *= _CROSSED
    return None


def _acts(line: Line, at: int, first: int, kinds: str) -> bool:
    start = listed(line, at, kinds)[0]
    before = start - 1
    while before >= 0 and line.words[before] in _ARTICLES:
        before -= 1
    if before >= 0 and line.words[before] in _OBLIQUE and not (is_absolute(line, before) or _goes_on(line, at)):
        return False
    owns = at + 1 < len(line.words) and line.words[at + 1] == "'s"
    return not owns or first - at <= 5


def is_absolute(line: Line, before: int) -> bool:
    """Whether the preposition at `before` opens a clause of its own: ", with Roma also keen"; "the likes of Roma"."""
    earlier = line.words[before - 1] if before else ","
    text = line.words[before]
    return (text == "with" and earlier in _CLAUSE_OPENERS) or (text == "of" and earlier == "likes")


def _goes_on(line: Line, at: int) -> bool:
    """Whether a relative clause makes the name at `at` its subject: "from Roma, who have signed"."""
    following = line.words[at + 1 : at + 3]
    if following[:1] == [","]:
        following = following[1:]
    return following[:1] in (["who"], ["which"])


def thing(line: Line, last: int, kinds: str, fits: Fits) -> tuple[int, float] | None:
    """The nearest name after word `last`, not far, in the same clause."""
    quality = 1.0
    for at in range(last + 1, min(last + 1 + 2 * REACH, len(line.words))):
        word = line.words[at]
        if word in kinds and at in line.named and fits(at):
            return at, quality * (_FAR if at - last > REACH else 1.0) - 0.002 * (at - last)
        if word in {";", ":"}:
            return None
        if word in _BREAKS or (word == "," and kinds != "P"):
            quality *= _CROSSED
    return None


def listed(line: Line, place: int, kinds: str) -> list[int]:
    """The names in a list with the one at `place`: "Barcelona, Atletico Madrid and Real Sociedad"; itself included."""
    found = line.lists.get((place, kinds))
    if found is None:
        found = [*reversed(_grown(line, place, -1, kinds)), place, *_grown(line, place, 1, kinds)]
        line.lists[place, kinds] = found
    return found


def _grown(line: Line, place: int, way: int, kinds: str) -> list[int]:
    """The names that the list goes on with to one side, the nearest first."""
    found: list[int] = []
    words = line.words
    at, joined, steps = place + way, False, 0
    while 0 <= at < len(words) and steps < LONGEST_STEP:
        word = words[at]
        if word in kinds and at in line.named:
            if not joined or len(found) == LONGEST_LIST:
                break
            found.append(at)
            joined, steps = False, 0
        elif word in CONNECTORS:
            joined = True
        elif not _belongs(line, at):
            break
        at += way
        steps += 1
    return found


def _belongs(line: Line, at: int) -> bool:
    """Whether the word may stand inside a list: an adjective, or the club of a listed player."""
    word = line.words[at]
    if word == "C":
        return owner_of(line, at) is not None or (at > 0 and line.words[at - 1] in {"from", "side", "of"})
    return word in LIST_WORDS or word in MODIFIERS or word in _PRICED or word[0].isdigit()
