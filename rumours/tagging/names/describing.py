"""Descriptions of a person beside or instead of his name: "the 24-year-old Juventus and Italy defender"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from rumours.choices import PersonRole, Position
from rumours.tagging.names.lexicon import Entry
from rumours.tagging.names.page import Page
from rumours.tagging.names.words.roles import DESCRIBING, PLAYER_WORDS, POSITIONS, ROLE_WORDS

_ROLE_LENGTH = 4
FARTHEST = 14
_YOUNGEST, _OLDEST = 14, 45
# "Milan target Varga": the club named before these is not his.
NOT_HIS_CLUB = frozenset({"target", "signing", "newcomer", "recruit", "hero", "fan"})
FORMER = frozenset({"former", "ex", "formerly", "onetime", "then"})
ARTICLES = frozenset({"the", "a", "an", "their", "its", "our", "this", "his"})
_GAPS = frozenset({"", ",", "-", "‐", "‑", "–", "'s", "’s", "'", "’", "/"})
# "Varga (24) has more goals than Ricci (21)".
_COUNTED = re.compile("goals|assists|scor|appearances|minutes", re.IGNORECASE)
NUMBERS = {
    word: age
    for age, word in enumerate(
        "fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(),  # noqa: SIM905
        14,
    )
}


@dataclass(frozen=True, slots=True)
class Landmarks:
    """Where clubs, countries and the like stand in the text: by the place of their last and of their first word."""

    club_ends: Mapping[int, tuple[int, int]]
    club_starts: Mapping[int, tuple[int, int]]
    entry_ends: Mapping[int, tuple[int, Entry]]
    entry_starts: Mapping[int, tuple[int, Entry]]


@dataclass(slots=True)
class Description:
    """What a description says. `first`..`last` are its words; `people` that a word for a people ends it."""

    first: int
    last: int
    role: PersonRole | None = None
    position: Position | None = None
    word: str = ""
    country: str = ""
    age: int | None = None
    clubs: list[int] = field(default_factory=list)
    former: bool = False
    people: bool = False
    owner: bool = False

    @property
    def says_something(self) -> bool:
        return bool(self.role or self.country or self.age or self.clubs)


@dataclass(slots=True)
class _Part:
    """One step of a description: words `first`..`last` and what they are."""

    kind: str
    first: int
    last: int
    text: str = ""
    number: int = 0


def singular(word: str) -> str:
    """The word "midfielders" as "midfielder"; "boss" stays."""
    return word[:-1] if len(word) > 4 and word[-1] == "s" and word[-2] != "s" else word


_ALL_ROLES = frozenset({*POSITIONS, *ROLE_WORDS, *PLAYER_WORDS})
FIRST_WORDS = frozenset(role.split()[0] for role in _ALL_ROLES)
_LAST_WORDS = frozenset(role.split()[-1] for role in _ALL_ROLES)


def role_of(words: list[str]) -> str:
    """The words as the role tables have them, or ""."""
    for role in (" ".join(words), " ".join([*words[:-1], singular(words[-1])])):
        if role in _ALL_ROLES:
            return role
    return ""


# "Lyon and France winger": what may follow "and" after a club or country.
_JOINED = frozenset({"club", "country", "people", "former"})


class Describing:
    """Reads descriptions on one page."""

    def __init__(self, page: Page, marks: Landmarks) -> None:
        self.page = page
        self.marks = marks

    def before(self, name: int) -> Description | None:
        """The description that ends at the name which begins at word `name`."""
        page, parts, place = self.page, list[_Part](), name - 1
        if place < 0 or page.sentence_of[place] != page.sentence_of[name] or not self.near(name):
            return None
        while place >= 0 and name - place < FARTHEST and page.sentence_of[place] == page.sentence_of[name]:
            part = self._part_ending(place)
            if part is None or (not parts and part.kind == "other"):
                break
            if parts and not self._leads_on(part, parts[0]):
                break
            parts.insert(0, part)
            place = part.first - 1
            if part.kind == "former" or not self.near(part.first):
                break
        while parts and parts[0].kind == "other":
            parts.pop(0)
        return self._read(parts)

    def _leads_on(self, left: _Part, right: _Part) -> bool:
        """Whether `left` is of the description that goes on with `right`: not "Lyon, winger", nor "Lyon and winger"."""
        listed = left.kind == right.kind == "other" and self.page.words[right.first] != "and"
        if "," in self.page.gap(right.first) and not listed:
            return False
        joins_role = (
            right.kind == "other" and self.page.words[right.first] == "and" and left.kind in {"club", "country"}
        )
        if not joins_role:
            return True
        following = self._part_starting(right.first + 1)
        return following is not None and following.kind in _JOINED

    def at(self, place: int) -> Description | None:
        """The description that begins at word `place`, up to its noun: "the Chelsea defender"."""
        page, parts, start = self.page, list[_Part](), place
        while place < len(page) and place - start < FARTHEST and page.sentence_of[place] == page.sentence_of[start]:
            if place > start and not self.near(place):
                break
            part = self._part_starting(place)
            if part is None:
                break
            parts.append(part)
            place = part.last + 1
            if part.kind == "role":
                following = self._part_starting(place) if place < len(page) and page.gap(place) == " " else None
                if following is None or following.kind != "role":
                    break
        while parts and parts[-1].kind in {"other", "former"}:
            parts.pop()
        return self._read(parts)

    def near(self, place: int) -> bool:
        """Whether a description goes on over the gap before word `place`."""
        gap = self.page.gap(place)
        return gap == " " or (len(gap) < 5 and gap.strip() in _GAPS and "\n" not in gap)

    def _part_ending(self, place: int) -> _Part | None:
        if place in self.marks.club_ends:
            first, actor = self.marks.club_ends[place]
            return _Part("club", first, place, number=actor)
        if place in self.marks.entry_ends:
            first, entry = self.marks.entry_ends[place]
            return self._entry(entry, first, place)
        ends_role = self.page.words[place] in _LAST_WORDS or singular(self.page.words[place]) in _LAST_WORDS
        for length in range(min(_ROLE_LENGTH, place + 1) if ends_role else 0, 0, -1):
            role = role_of(self.page.words[place - length + 1 : place + 1])
            if role:
                return _Part("role", place - length + 1, place, role)
        return self._word(place, backward=True)

    def _part_starting(self, place: int) -> _Part | None:
        if place in self.marks.club_starts:
            last, actor = self.marks.club_starts[place]
            return _Part("club", place, last, number=actor)
        if place in self.marks.entry_starts:
            last, entry = self.marks.entry_starts[place]
            return self._entry(entry, place, last)
        word = self.page.words[place]
        starts_role = word in FIRST_WORDS or singular(word) in FIRST_WORDS
        for length in range(min(_ROLE_LENGTH, len(self.page) - place) if starts_role else 0, 0, -1):
            role = role_of(self.page.words[place : place + length])
            if role:
                return _Part("role", place, place + length - 1, role)
        return self._word(place, backward=False)

    def _entry(self, entry: Entry, first: int, last: int) -> _Part | None:
        if entry.country:
            return _Part(entry.kind, first, last, entry.country)
        return _Part("other", first, last) if entry.kind in {"region", "thing"} else None

    def _word(self, place: int, *, backward: bool) -> _Part | None:
        words = self.page.words
        word = words[place]
        start = place - 2 if backward else place
        if start >= 0 and words[start + 1 : start + 3] in (["year", "old"], ["year", "olds"]):
            age = _number(words[start])
            if age:
                return _Part("age", start, start + 2, number=age)
        if word in FORMER:
            return _Part("former", place, place)
        if word in DESCRIBING or word.isdigit() or word == "and":
            return _Part("other", place, place)
        return None

    def _read(self, parts: list[_Part]) -> Description | None:
        """The parts as one description; None where they say nothing."""
        if not parts:
            return None
        found = Description(parts[0].first, parts[-1].last)
        for part in parts:
            if part.kind == "role":
                self._add_role(found, part)
            elif part.kind in {"country", "people"}:
                found.country = found.country or part.text
            elif part.kind == "club":
                found.clubs.append(part.number)
            elif part.kind == "age":
                found.age = part.number
            elif part.kind == "former":
                found.former = True
        found.people = parts[-1].kind == "people"
        found.owner = parts[-1].kind == "club" and self.page.possessive(parts[-1].last)
        if parts[-1].kind == "club" and not found.owner:
            found.clubs.pop()
        return found if found.says_something else None

    def _add_role(self, found: Description, part: _Part) -> None:
        """The last role counts: "captain and midfielder"; one for people off the pitch outweighs "star"."""
        found.word = part.text
        if part.text in POSITIONS:
            found.role, found.position = PersonRole.PLAYER, POSITIONS[part.text] or found.position
        elif part.text in ROLE_WORDS:
            found.role = ROLE_WORDS[part.text]
        else:
            found.role = found.role or PersonRole.PLAYER


def _number(word: str) -> int:
    """An age in figures or letters; 0 for none."""
    age = int(word) if word.isdigit() and len(word) == 2 else NUMBERS.get(word, 0)
    return age if _YOUNGEST <= age <= _OLDEST else 0


def age_after(page: Page, place: int) -> int:
    """The age that stands alone in commas or brackets: ", 24," or "(24)"; 0 for none, or where goals are counted."""
    end = page.read.ends[place]
    if page.text[end : end + 1] not in {",", ")", "."}:
        return 0
    age = _number(page.words[place])
    if age and "(" in page.gap(place) and _COUNTED.search(page.sentences[page.sentence_of[place]].of(page.text)):
        return 0
    return age
