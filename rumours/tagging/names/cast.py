"""The people of a text: everybody named in full, and the places where he is called by a part of his name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rumours.tagging.findings import Key
from rumours.tagging.names.pieces import PARTICLES

Words = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Bearer:
    """Somebody (or an outlet, or a club) whom no other part of reading has a number for yet."""

    kind: str
    words: Words
    name: str
    candidates: tuple[Key, ...] = ()
    rule: str = "new-name"
    confidence: float = 0.6
    places: list[tuple[int, int, str, float]] = field(default_factory=list)

    def add(self, first: int, last: int, rule: str, confidence: float) -> None:
        self.places.append((first, last, rule, confidence))


# "Tomori" after "Fikayo Tomori". Known miss: the brother of a man named in full.
SURNAME = ("surname-of-full-name", 0.9)
# "Fikayo" after "Fikayo Tomori". Known miss: another of the same given name whom the text never names in full.
GIVEN_NAME = ("given-name-of-full-name", 0.7)


# Of so many with one family name the rest are found by their full names only.
_MOST_NAMESAKES = 8


class Cast:
    """Everybody named in full, by the parts of their names."""

    def __init__(self) -> None:
        self.bearers: list[Bearer] = []
        self.by_words: dict[Words, Bearer] = {}
        self.by_key: dict[Key, Bearer] = {}
        self.families: dict[Words, list[Bearer]] = {}
        self.given: dict[Words, list[Bearer]] = {}

    def add(self, bearer: Bearer, parts: Sequence[Words]) -> Bearer:
        """`bearer`, or whoever already has that name; from now on found by family and given name."""
        known = self.by_words.get(bearer.words)
        if known is None and len(bearer.candidates) == 1:
            known = self.by_key.setdefault(bearer.candidates[0], bearer)
            known = None if known is bearer else known
        if known is None and not bearer.candidates and bearer.kind == "new":
            known = self._same_man(parts)
        if known is not None:
            self.by_words.setdefault(bearer.words, known)
            return known
        self.by_words[bearer.words] = bearer
        self.bearers.append(bearer)
        if bearer.kind == "club" or (bearer.kind == "source" and bearer.rule == "new-name"):
            return bearer
        for words in _families(parts):
            family = self.families.setdefault(words, [])
            if len(family) < _MOST_NAMESAKES and bearer not in family:
                family.append(bearer)
        if len(parts) > 1:
            given = self.given.setdefault(parts[0], [])
            if len(given) < _MOST_NAMESAKES:
                given.append(bearer)
        return bearer

    def _same_man(self, parts: Sequence[Words]) -> Bearer | None:
        """Somebody of the same family name whose given name is the same but for its end: "Leo" and "Leonardo"."""
        if len(parts) != 2:
            return None
        for other in self.families.get(parts[-1], ()):
            given, known = parts[0][0], other.words[0]
            short, long = sorted((given, known), key=len)
            if other.words[1:] != parts[-1]:
                continue
            if other.kind in {"new", "player"} and len(short) > 1 and (long.startswith(short) or short[:4] == long[:4]):
                return other
        return None

    def family_names(self) -> list[tuple[str, Bearer]]:
        """Every part by which somebody may be called, as one string."""
        return [(" ".join(words), bearers[0]) for words, bearers in self.families.items()]

    def called(self, words: Words) -> tuple[Bearer, tuple[str, float]] | None:
        """Who is meant by a part of a name: by the family name first; of several the one named last."""
        whole = self.by_words.get(words)
        if whole is not None:
            return whole, (whole.rule, whole.confidence)
        family = self.families.get(words)
        if family:
            return _latest(family), SURNAME if len(family) == 1 else ("undecided", 0.3)
        given = self.given.get(words)
        if given and len(given) == 1:
            return given[0], GIVEN_NAME
        return None


def _latest(bearers: list[Bearer]) -> Bearer:
    return max(bearers, key=lambda bearer: bearer.places[-1][0] if bearer.places else -1)


def _families(parts: Sequence[Words]) -> Iterator[Words]:
    """Every ending of a name: "de bruyne" and "bruyne", "kolo muani" and "muani", "milinkovic" of a double one."""
    for start in range(1, len(parts)):
        if all(word in PARTICLES for part in parts[start:] for word in part):
            break
        yield tuple(word for part in parts[start:] for word in part)
    if len(parts) > 1 and len(parts[-1]) > 1:
        yield parts[-1][:1]
        yield parts[-1][1:]
