"""What the words around the names of one actor say of him, as votes that add up over the text."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from rumours.choices import PersonRole, Position
from rumours.tagging.names.describing import ARTICLES, NOT_HIS_CLUB, Describing, Description, age_after, singular
from rumours.tagging.names.page import Page
from rumours.tagging.names.words.cues import (
    BUILDING,
    COACHES_HAVE,
    COACHING,
    COACHING_PHRASES,
    CREDITING,
    OPINIONS,
    PLAYERS_HAVE,
    PLAYING,
    REPORTING,
    WANTED_FOR,
    WANTING,
)

Voted = TypeVar("Voted")

# A position, a job: as sure as words can be. "Juventus's Varga": he may be their coach.
NAMED_ROLE, POSSESSED, HINTED = 3, 1, 1
# "sign Varga", "under Marlow".
TREATED_AS = 2
# Of a name that stands everywhere so many places are looked at.
MOST_LOOKED_AT = 60
# Names after one description.
_LONGEST_LIST = 8
# "wants to sign for Lazio", "to sign a new deal": whoever signs so signs for himself.
_OWN_SIGNATURE = frozenset({"for", "with", "off", "up", "new", "deal", "contract", "extension", "terms", "on"})
# Words after a coach's name within which he is said to want players.
_WISH = 8


# No votes yet: made for every name, and a `Counter` takes five times as long to make.
_none = partial(defaultdict[Any, int], int)


@dataclass(slots=True)
class Clues:
    """Votes for what an actor is, and for what is said of him. `described`: how often a description names him."""

    roles: defaultdict[PersonRole, int] = field(default_factory=_none)
    positions: defaultdict[Position, int] = field(default_factory=_none)
    countries: defaultdict[str, int] = field(default_factory=_none)
    ages: defaultdict[int, int] = field(default_factory=_none)
    clubs: defaultdict[int, int] = field(default_factory=_none)
    former: set[int] = field(default_factory=set)
    described: int = 0

    @property
    def strength(self) -> int:
        """How sure it is that this is a person at all."""
        return sum(self.roles.values()) + self.described

    def vote(self, role: PersonRole, weight: int) -> None:
        self.roles[role] += weight

    def take(self, found: Description) -> None:
        """Add what a description says."""
        self.described += 1
        if found.role:
            self.vote(found.role, NAMED_ROLE)
        elif found.clubs or found.age or found.country:
            self.vote(PersonRole.PLAYER, POSSESSED)
        if found.position:
            self.positions[found.position] += 1
        if found.country:
            self.countries[found.country] += 1
        if found.age:
            self.ages[found.age] += 1
        self._take_clubs(found)

    def _take_clubs(self, found: Description) -> None:
        """Of several clubs the one next to the noun is his: "from Lyon and Lazio winger Varga"."""
        if found.former and found.role == PersonRole.PLAYER:
            self.vote(PersonRole.FORMER_PLAYER, HINTED)
        if found.word in NOT_HIS_CLUB and not found.owner:
            return
        if found.former:
            self.former.update(found.clubs)
        elif found.clubs:
            self.clubs[found.clubs[-1]] += 2


def top(votes: Mapping[Voted, int]) -> Voted | None:
    """What got most votes, the first of equals."""
    return max(votes, key=lambda voted: votes[voted]) if votes else None


class Surroundings:
    """Reads the words around the names of one page."""

    def __init__(self, page: Page, describing: Describing) -> None:
        self.page = page
        self.describing = describing
        self.person_starts: set[int] = set()
        self.person_ends: dict[int, int] = {}

    def gather(self, first: int, last: int, clues: Clues) -> None:
        """Add what the words around `first`..`last` say."""
        before = self.describing.before(first) or self._shared(first)
        if before is not None and not (before.people and self._opens_alone(before)):
            clues.take(before)
        self._after(last, clues)
        self._having(last, clues)
        self._verb_before(first, clues)
        self._verb_after(last, clues)

    def _opens_alone(self, found: Description) -> bool:
        """Whether the description is one capitalised word at the start of a sentence, which may be anything."""
        return self.page.opening[found.first] and found.first == found.last

    def _shared(self, first: int) -> Description | None:
        """The description of a list in which the name stands: "Arsenal defenders Varga, Marlow and Tomas"."""
        for _ in range(_LONGEST_LIST):
            place = first - 1
            if place > 0 and self.page.words[place] in {"and", "or"}:
                place -= 1
            elif self.page.gap(first).strip() != ",":
                return None
            start = self.person_ends.get(place)
            if start is None:
                return None
            first = start
            found = self.describing.before(first)
            if found is not None:
                plural = bool(found.word) and singular(self.page.words[found.last]) != self.page.words[found.last]
                return found if plural or found.owner else None
        return None

    def _after(self, last: int, clues: Clues) -> None:
        """What follows a name: ", 24,", ", the Chelsea defender,", " of Nottingham Forest"."""
        page, place = self.page, last + 1
        if not page.next_in_sentence(last):
            return
        gap, clubs = page.gap(place), self.describing.marks.club_starts
        if page.words[place] == "of" and place + 1 in clubs and gap == " ":
            clues.clubs[clubs[place + 1][1]] += 2
            clues.vote(PersonRole.PLAYER, POSSESSED)
            clues.described += 1
        elif gap.strip() in {",", "(", "–", "-", "—"}:
            self._apposition(place, clues)

    def _apposition(self, place: int, clues: Clues) -> None:
        page = self.page
        age = age_after(page, place)
        if age:
            clues.ages[age] += 1
            clues.vote(PersonRole.PLAYER, POSSESSED)
            place += 1
            if place >= len(page) or page.sentence_of[place] != page.sentence_of[place - 1]:
                return
        article = page.words[place] in ARTICLES
        found = self.describing.at(place + article) if place + article < len(page) else None
        if found is None or not found.role or self._names_another(found):
            return
        self._at_club(found)
        clues.take(found)

    def _names_another(self, found: Description) -> bool:
        """Whether a name follows the description, so that it is of somebody else: ", Chelsea defender Varga and …"."""
        place = found.last + 1
        if place >= len(self.page) or self.page.gap(place) != " ":
            return False
        return self.page.capital[place] and place not in self.describing.marks.club_starts

    def _at_club(self, found: Description) -> None:
        """Add the club after the noun: "the sporting director of Lazio", "striker at Millwall"."""
        words, clubs, place = self.page.words, self.describing.marks.club_starts, found.last + 1
        if place + 1 < len(words) and words[place] in {"of", "at", "for", "from", "with"} and place + 1 in clubs:
            found.clubs.append(clubs[place + 1][1])

    def _having(self, last: int, clues: Clues) -> None:
        """What the bearer of the name has: a side, an agent, a club of his ("Marlow's Arsenal")."""
        page = self.page
        if not page.possessive(last) or not page.next_in_sentence(last):
            return
        after = page.words[last + 1]
        if after in COACHES_HAVE or last + 1 in self.describing.marks.club_starts:
            clues.vote(PersonRole.COACH, TREATED_AS)
        elif after in PLAYERS_HAVE:
            clues.vote(PersonRole.PLAYER, TREATED_AS)

    def _verb_before(self, first: int, clues: Clues) -> None:
        before, earlier = self._word(first - 1, first), self._word(first - 2, first)
        if before in WANTING or earlier in WANTED_FOR.get(before, ()):
            clues.vote(PersonRole.PLAYER, TREATED_AS)
        elif before in COACHING or (earlier, before) in COACHING_PHRASES:
            clues.vote(PersonRole.COACH, TREATED_AS)
        elif before in CREDITING or (before == "to" and earlier == "according"):
            clues.vote(PersonRole.JOURNALIST, TREATED_AS)

    def _verb_after(self, last: int, clues: Clues) -> None:
        if self.page.possessive(last) or not self.page.next_in_sentence(last):
            return
        after = self.page.words[last + 1]
        if after in REPORTING:
            clues.vote(PersonRole.JOURNALIST, HINTED)
        elif after in PLAYING:
            clues.vote(PersonRole.PLAYER, HINTED)
        elif after in OPINIONS and PersonRole.FORMER_PLAYER in clues.roles:
            clues.vote(PersonRole.FORMER_PLAYER, HINTED)
        if self._builds(last):
            clues.vote(PersonRole.COACH, TREATED_AS)

    def _builds(self, last: int) -> bool:
        """Whether he is said to want others: "Marlow is keen to bolster", "Marlow wants to sign". A player is not."""
        words, number = self.page.words, self.page.sentence_of[last]
        for place in range(last + 1, min(last + _WISH, len(words) - 1)):
            if self.page.sentence_of[place] != number or self.page.gap(place)[:1] in {",", ";", "("}:
                return False
            if words[place] == "to" and words[place + 1] in BUILDING:
                following = {self._word(at, last) for at in range(place + 2, place + 5)}
                return words[place + 1] != "sign" or not following & _OWN_SIGNATURE
        return False

    def _word(self, place: int, beside: int) -> str:
        """The word at `place` if it is of the sentence of word `beside`."""
        if not 0 <= place < len(self.page) or self.page.sentence_of[place] != self.page.sentence_of[beside]:
            return ""
        return self.page.words[place]
