"""Comparing what the tagger says with what a perfect one would: the figures of tests/articles.

An answer is a dict as `rumours.tagging.answers.answer` makes it, the gold is NAME.json beside NAME.txt (README.md
there). A link is found when player and suitor agree; a quote when its first words stand in it. Names are compared
folded, without what clubs are legally called; of a person the family name is enough.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from rumours.text import fold

Item = dict[str, Any]

LEGAL = frozenset(
    {"fc", "ac", "afc", "cf", "sc", "ssc", "as", "us", "rc", "cd", "sd", "ud", "fk", "sk", "sv", "rb", "vfb"}
    | {"club", "de", "the", "football", "olympique"}
)
NOT_OF_AN_OUTLET = frozenset({"the", "com", "it", "net", "www", "newspaper"})
SHORTEST_INSIDE = 5  # letters of an outlet's name that may be a part of a longer one
STARTS = 25  # letters


@dataclass
class Tally:
    """Found, missed and wrongly claimed."""

    hit: int = 0
    missed: int = 0
    extra: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there was nothing to find and nothing was claimed."""
        claimed = 2 * self.hit + self.missed + self.extra
        return 2 * self.hit / claimed if claimed else 1.0


@dataclass
class Share:
    """So many right of so many judged."""

    right: int = 0
    judged: int = 0

    def add(self, is_right: bool) -> None:
        self.right += is_right
        self.judged += 1

    @property
    def part(self) -> float:
        return self.right / self.judged if self.judged else 1.0


@dataclass
class Score:
    """Every figure of a set of articles; `unasked` names the articles without a rumour in which one was found."""

    links: Tally = field(default_factory=Tally)
    quotes: Tally = field(default_factory=Tally)
    sources: Tally = field(default_factory=Tally)
    shares: dict[str, Share] = field(default_factory=dict)
    unasked: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """All of them by name, between 0 and 1."""
        tallies = {"links": self.links.f1, "quotes": self.quotes.f1, "sources": self.sources.f1}
        return tallies | {name: share.part for name, share in self.shares.items()}

    def add(self, name: str, gold: Item, answer: Item) -> None:
        """Judge one article."""
        self._add_links(gold["links"], answer["links"])
        self._add_quotes(gold["quotes"], answer["quotes"])
        self._tally(self.sources, gold["sources"], answer["sources"], same_source)
        self._share("published", gold["published"] == answer["published"])
        self._share("title", squash(gold["title"]) == squash(answer["title"]))
        if answer["links"] and not gold["links"]:
            self.unasked.append(name)

    def _add_links(self, gold: list[Item], found: list[Item]) -> None:
        for right, said in self._tally(self.links, gold, found, _same_link):
            self._share("from", same_club(right["from"], said["from_club"]))
            for what in ("window", "stage", "kind", "doubtful"):
                self._share(what, right[what] == said[what])

    def _add_quotes(self, gold: list[Item], found: list[Item]) -> None:
        for right, said in self._tally(self.quotes, gold, found, _same_quote):
            self._share("speaker", same_person(right["speaker"], said["speaker"]))
            self._share("via", same_source(right["via"], said["via"]) if right["via"] else not said["via"])
            words = squash(said["text"])
            self._share("cut", words.startswith(squash(right["starts"])) and words.endswith(squash(right["ends"])))

    def _share(self, name: str, is_right: bool) -> None:
        self.shares.setdefault(name, Share()).add(is_right)

    @staticmethod
    def _tally(
        tally: Tally, gold: Sequence[Any], found: Iterable[Any], same: Callable[[Any, Any], bool]
    ) -> list[tuple[Any, Any]]:
        """Count, and give the pairs; nothing found counts for two."""
        left, pairs = list(found), []
        for right in gold:
            place = next((place for place, said in enumerate(left) if same(right, said)), None)
            if place is not None:
                pairs.append((right, left.pop(place)))
        tally.hit += len(pairs)
        tally.missed += len(gold) - len(pairs)
        tally.extra += len(left)
        return pairs


def squash(text: str | None) -> str:
    """Nothing but the folded letters and digits."""
    return fold(text or "").replace(" ", "")


def same_club(one: str | None, other: str | None) -> bool:
    """Whether two names, or two silences, mean one club."""
    return _bare(one) == _bare(other)


def same_person(one: str | None, other: str | None) -> bool:
    """Whether two names, or two silences, mean one person: "van Dijk" is Virgil van Dijk."""
    short, long = sorted((fold(one or "").split(), fold(other or "").split()), key=len)
    if not short or not long:
        return short == long
    return short == long[-len(short) :] or (len(short) == 1 and len(short[0]) > 3 and short[0] in long)


def same_source(one: str | None, other: str | None) -> bool:
    """Whether two names mean one outlet or journalist: "Radio Kelder" is "Radio Kelder FM"."""
    short, long = sorted((_outlet(one), _outlet(other)), key=len)
    return bool(short) and (short == long or (len(short) >= SHORTEST_INSIDE and short in long))


def _bare(club: str | None) -> str:
    words = fold(club or "").split()
    return " ".join([word for word in words if word not in LEGAL] or words)


def _outlet(name: str | None) -> str:
    return "".join(word for word in fold(name or "").split() if word not in NOT_OF_AN_OUTLET)


def _same_link(gold: Item, found: Item) -> bool:
    return same_person(gold["player"], found["player"]) and same_club(gold["to"], found["to_club"])


def _same_quote(gold: Item, found: Item) -> bool:
    return squash(gold["starts"])[:STARTS] in squash(found["text"])
