"""What the words around a name say of its bearer: role, place on the pitch, country, age, club, and whom he serves."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from rumours.choices import PersonRole, Position
from rumours.tagging.names.lexicon import Entry
from rumours.tagging.names.page import Page
from rumours.tagging.names.words.cues import (
    COACHES_HAVE,
    COACHING,
    CREDITING,
    PLAYERS_HAVE,
    PLAYING_ONLY,
    REPORTING,
    SAYING,
    WANTED_FOR,
    WANTING,
)
from rumours.tagging.names.words.roles import DESCRIBING, PLAYER_WORDS, POSITIONS, ROLE_WORDS

_ROLE_LENGTH = 4
_FARTHEST = 14
_YOUNGEST, _OLDEST = 14, 45
# "Milan target Retegui": the club named before these is not his.
_NOT_HIS_CLUB = frozenset({"target", "targets", "linked"})
_FORMER = frozenset({"former", "ex", "formerly", "onetime", "old"})
_ARTICLES = frozenset({"the", "a", "an", "their", "its", "our", "this"})


def singular(word: str) -> str:
    """ "midfielders" as "midfielder"; "boss" stays."""
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _role_words(words: list[str]) -> str:
    return " ".join([*words[:-1], singular(words[-1])])


@dataclass(slots=True)
class Clues:
    """What has been gathered of one actor: votes for what he is, for his club and for those he has left."""

    roles: Counter[PersonRole] = field(default_factory=Counter)
    positions: Counter[Position] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    ages: Counter[int] = field(default_factory=Counter)
    clubs: Counter[int] = field(default_factory=Counter)
    former: Counter[int] = field(default_factory=Counter)
    described: int = 0

    @property
    def strength(self) -> float:
        """How sure it is that this is a person at all."""
        return sum(self.roles.values()) + (1.5 if self.described else 0.0)


@dataclass(frozen=True, slots=True)
class Named:
    """Where clubs and countries stand in the text: by the place of their last and of their first word."""

    club_ends: Mapping[int, tuple[int, int]]
    club_starts: Mapping[int, tuple[int, int]]
    entry_ends: Mapping[int, tuple[int, Entry]]
    entry_starts: Mapping[int, tuple[int, Entry]]


class Surroundings:
    """Reads the words around names of one page."""

    def __init__(self, page: Page, named: Named) -> None:
        self.page = page
        self.named = named

    def gather(self, first: int, last: int, clues: Clues) -> None:
        """Add what the words around `first`..`last` say."""
        self._before(first, clues)
        self._after(last, clues)
        self._doing(first, last, clues)

    def _before(self, first: int, clues: Clues) -> None:
        """The description a name ends: "the 24-year-old Juventus and Italy defender Federico Gatti"."""
        page, words = self.page, self.page.words
        place, clubs, his, former, role_seen = first - 1, list[int](), True, False, False
        if first == 0 or page.sentence_of[first - 1] != page.sentence_of[first] or not _near(page.gap(first)):
            return
        countries: list[str] = []
        while place >= 0 and first - place < _FARTHEST and page.sentence_of[place] == page.sentence_of[first]:
            if place in self.named.club_ends:
                start, actor = self.named.club_ends[place]
                clubs.append(actor)
                if not role_seen and not page.possessive(place):
                    return
                place = start - 1
            elif place in self.named.entry_ends:
                start, entry = self.named.entry_ends[place]
                if entry.country:
                    countries.append(entry.country)
                elif entry.kind not in {"region", "thing"}:
                    break
                place = start - 1
            elif words[place] in _FORMER:
                former = True
                break
            else:
                length = self._role_ending(place)
                if length:
                    his = his and words[place] not in _NOT_HIS_CLUB
                    role_seen = True
                    self._note_role(
                        words[place - length + 1 : place + 1], clues, former=self._is_former(place - length)
                    )
                    place -= length
                elif (
                    words[place] == "old"
                    or words[place].isdigit()
                    or words[place] in DESCRIBING
                    or words[place] in {"and", "year", "s"}
                ):
                    self._note_age(place, clues)
                    place -= 1
                else:
                    break
            if place >= 0 and not _near(page.gap(place + 1)):
                break
        if not role_seen and not clubs and not countries:
            return
        clues.countries.update(countries[:1])
        if clubs and his:
            (clues.former if former else clues.clubs).update(dict.fromkeys(clubs, 2))
            clues.described += 1
            if not role_seen:
                clues.roles[PersonRole.PLAYER] += 1
        if former and clues.roles:
            clues.roles[PersonRole.FORMER_PLAYER] += 1

    def _is_former(self, place: int) -> bool:
        return place >= 0 and self.page.words[place] in _FORMER

    def _role_ending(self, place: int) -> int:
        """How many words that end at `place` are one role."""
        for length in range(min(_ROLE_LENGTH, place + 1), 0, -1):
            role = _role_words(self.page.words[place - length + 1 : place + 1])
            if role in POSITIONS or role in ROLE_WORDS or (length == 1 and role in PLAYER_WORDS):
                return length
        return 0

    def _role_starting(self, place: int) -> int:
        for length in range(min(_ROLE_LENGTH, len(self.page) - place), 0, -1):
            role = _role_words(self.page.words[place : place + length])
            if role in POSITIONS or role in ROLE_WORDS or (length == 1 and role in PLAYER_WORDS):
                return length
        return 0

    def _note_role(self, words: list[str], clues: Clues, *, former: bool) -> None:
        role = _role_words(words)
        clues.described += 1
        if role in POSITIONS:
            position = POSITIONS[role]
            if position is not None:
                clues.positions[position] += 1
            clues.roles[PersonRole.PLAYER] += 2
        elif role in ROLE_WORDS:
            clues.roles[ROLE_WORDS[role]] += 3
        else:
            clues.roles[PersonRole.PLAYER] += 2

    def _note_age(self, place: int, clues: Clues) -> None:
        words = self.page.words
        if words[place] == "old" and place > 1 and words[place - 1] == "year" and words[place - 2].isdigit():
            age = int(words[place - 2][:3])
            if _YOUNGEST <= age <= _OLDEST:
                clues.ages[age] += 1
                clues.described += 1

    def _after(self, last: int, clues: Clues) -> None:
        """What follows a name: ", 24,", ", the Chelsea defender,", " of Nottingham Forest"."""
        page, words = self.page, self.page.words
        place = last + 1
        if not page.next_in_sentence(last):
            return
        gap = page.gap(place)
        if words[place] in {"of", "from"} and place + 1 in self.named.club_starts and gap == " ":
            clues.clubs[self.named.club_starts[place + 1][1]] += 2 if words[place] == "of" else 1
            if words[place] == "of":
                clues.described += 1
                clues.roles[PersonRole.PLAYER] += 1
        elif gap.strip() in {",", "(", "–", "-", "—"}:
            self._apposition(place, clues)

    def _apposition(self, place: int, clues: Clues) -> None:
        page, words, start = self.page, self.page.words, place
        if (
            words[place].isdigit()
            and len(words[place]) == 2
            and page.text[page.tokens[place].end : page.tokens[place].end + 1] in ",)"
        ):
            if _YOUNGEST <= int(words[place]) <= _OLDEST:
                clues.ages[int(words[place])] += 1
                clues.described += 1
            return
        clubs: list[int] = []
        country, former = "", False
        if words[place] in _ARTICLES:
            place += 1
        while place < len(page) and place - start < _FARTHEST and page.sentence_of[place] == page.sentence_of[start]:
            if place > start and not _near(page.gap(place)):
                break
            if place in self.named.club_starts:
                place, actor = self.named.club_starts[place][0] + 1, self.named.club_starts[place][1]
                clubs.append(actor)
                continue
            if place in self.named.entry_starts:
                place, entry = self.named.entry_starts[place][0] + 1, self.named.entry_starts[place][1]
                country = country or entry.country
                continue
            length = self._role_starting(place)
            if length:
                self._note_role(words[place : place + length], clues, former=former)
                if (
                    place + length < len(page)
                    and words[place + length] in {"of", "at"}
                    and place + length + 1 in self.named.club_starts
                ):
                    clubs.append(self.named.club_starts[place + length + 1][1])
                (clues.former if former else clues.clubs).update(dict.fromkeys(clubs, 2))
                if country:
                    clues.countries[country] += 1
                return
            if words[place] in _FORMER:
                former = True
            elif not (words[place] in DESCRIBING or words[place].isdigit() or words[place] in {"and", "year", "old"}):
                return
            self._note_age(place, clues)
            place += 1

    def _doing(self, first: int, last: int, clues: Clues) -> None:
        """Verbs and nouns beside the name."""
        page, words = self.page, self.page.words
        same = page.sentence_of[first]
        before = words[first - 1] if first and page.sentence_of[first - 1] == same else ""
        earlier = words[first - 2] if first > 1 and before and page.sentence_of[first - 2] == same else ""
        after = words[last + 1] if page.next_in_sentence(last) else ""
        if page.possessive(last):
            if after in COACHES_HAVE:
                clues.roles[PersonRole.COACH] += 2
            elif after in PLAYERS_HAVE:
                clues.roles[PersonRole.PLAYER] += 2
        elif after in REPORTING:
            clues.roles[PersonRole.JOURNALIST] += 1
        elif after in PLAYING_ONLY:
            clues.roles[PersonRole.PLAYER] += 1
        if before in WANTING or earlier in WANTED_FOR.get(before, ()):
            clues.roles[PersonRole.PLAYER] += 2
        elif before in COACHING:
            clues.roles[PersonRole.COACH] += 2
        elif before in CREDITING or (before == "to" and earlier == "according"):
            clues.roles[PersonRole.JOURNALIST] += 2
        if after in SAYING and clues.roles[PersonRole.FORMER_PLAYER]:
            clues.roles[PersonRole.FORMER_PLAYER] += 1


def _near(gap: str) -> bool:
    """Whether the description goes on over this gap."""
    return gap.strip() in {"", ",", "-", "‐", "‑", "–", "'s", "’s", "'", "’", "/"} and len(gap) < 5 and "\n" not in gap
