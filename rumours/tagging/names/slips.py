"""Names written with a slip of the pen: "Milikovic-Savic" for Milinkovic-Savic, "Galatasary" for Galatasaray."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

Meant = TypeVar("Meant")

# A slip: one letter more, less or other than in a name that the text writes right elsewhere.
SLIP = ("slip-of-the-pen", 0.4)
_SHORTEST, _LONGEST, _MOST_NAMES = 6, 30, 400


def _with_one_less(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


class Slips(Generic[Meant]):
    """Finds names by words that differ in one letter; the first two must agree."""

    def __init__(self, names: Iterable[tuple[str, Meant]], doubtful: Iterable[str]) -> None:
        """`names` are those written right, `doubtful` the words that will be asked for."""
        self._by_rest: dict[str, tuple[str, Meant]] = {}
        begun = {word[:2] for word in doubtful}
        for _, (word, meant) in zip(range(_MOST_NAMES), names, strict=False):
            if _SHORTEST <= len(word) <= _LONGEST and word[:2] in begun:
                for rest in (word, *_with_one_less(word)):
                    self._by_rest.setdefault(rest, (word, meant))

    def meant_by(self, word: str) -> Meant | None:
        """Who or what bears a name one letter off from `word`, or None."""
        if not _SHORTEST <= len(word) <= _LONGEST:
            return None
        for rest in (word, *_with_one_less(word)):
            found = self._by_rest.get(rest)
            if found is not None and found[0][:2] == word[:2] and abs(len(found[0]) - len(word)) <= 1:
                return found[1]
        return None
