"""Which club "they" means: the one that the sentence before was about, or the heading's."""

from collections.abc import Callable, Sequence

from rumours.tagging.links.lines import Line
from rumours.tagging.names.words import listed as word_set

THEY = frozenset({"they", "their", "them", "they've", "they're"})
REACH = 12
# A club after one of these is not what a sentence is about.
_OBLIQUE = word_set("""
    to from with of at against over for by in on than versus vs including via between into through beating beat former
    ex joined joining join leave leaving left signed
    """)


def clubs_meant(lines: Sequence[Line], club_at: Callable[[Line, int], int | None]) -> list[int | None]:
    """For each line the club that "they" means in it, by actor number; None where no club came before.

    Known miss: "they" that are two clubs, or a player's agents.
    """
    meant: list[int | None] = []
    current: int | None = None
    for line in lines:
        meant.append(current)
        about = _about(line, club_at)
        if about is not None:
            current = about
    return meant


def _about(line: Line, club_at: Callable[[Line, int], int | None]) -> int | None:
    """The club that the line is about: the first it names, not far from its beginning and under no preposition."""
    for place in line.marks("CN"):
        if place > REACH:
            return None
        before = line.words[place - 1] if place else ""
        if before == "the" and place > 1:
            before = line.words[place - 2]
        if before in _OBLIQUE or _describes(line, place):
            continue
        club = club_at(line, place)
        if club is not None:
            return club
    return None


def _describes(line: Line, place: int) -> bool:
    """Whether the club only says whose player comes next."""
    following = line.words[place + 1 : place + 4]
    return line.words[place] == "C" and "P" in following and "," not in following
