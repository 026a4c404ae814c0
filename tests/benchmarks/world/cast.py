"""Who plays: invented clubs, leagues, players, sources and people, the same ones at every size."""

from bisect import bisect
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from random import Random

from rumours.choices import GROUP_OF_POSITION, Position
from rumours.models.slugs import slug_of

CLUBS, PLAYERS, LEVELS, SOURCES, PEOPLE = 2_000, 100_000, 5, 300, 500
# The n-th club is in so many links that 20,241 of a million are the first one's, in and out.
ZIPF = 0.48
COUNTRIES = (
    "England", "Italy", "Spain", "Germany", "France", "Portugal", "Netherlands", "Belgium", "Turkey", "Scotland",
    "Brazil", "Argentina", "Austria", "Switzerland", "Denmark", "Norway", "Sweden", "Poland", "Croatia", "Greece",
)  # fmt: skip
# Transfermarkt's usual eleven; about one player in seven is a centre-back.
PLACES = {
    Position.CENTRE_BACK: 15, Position.CENTRE_FORWARD: 14, Position.CENTRAL_MIDFIELD: 12, Position.GOALKEEPER: 9,
    Position.DEFENSIVE_MIDFIELD: 9, Position.LEFT_WINGER: 9, Position.RIGHT_WINGER: 9, Position.RIGHT_BACK: 8,
    Position.LEFT_BACK: 7, Position.ATTACKING_MIDFIELD: 6, Position.SECOND_STRIKER: 2,
}  # fmt: skip
_TOWNS = (
    "Alder", "Bracken", "Carn", "Dun", "Esk", "Fal", "Glen", "Hather", "Inver", "Kil", "Lang", "Mar", "Nor", "Ox",
    "Pen", "Quern", "Ros", "Stan", "Thorn", "Usk", "Vel", "Wex", "Yar", "Zell",
)  # fmt: skip
_ENDINGS = ("brook", "cester", "dale", "ford", "haven", "mouth", "stead", "thorpe", "wick", "ton", "mere")
_SORTS = ("United", "City", "Rovers", "Athletic", "Town", "Wanderers", "Albion", "Sporting")
_GIVEN = (
    "Aleš", "Bruno", "Carlo", "Dário", "Emil", "Félix", "Goran", "Hugo", "Ivan", "João", "Kaan", "Luka", "Marek",
    "Nils", "Ömer", "Pablo", "Rasmus", "Sven", "Timo", "Uwe", "Víctor", "Willem", "Yannick", "Zoran", "Ångel", "Łukasz",
)  # fmt: skip
_FIRST = ("Škri", "Bran", "Cor", "Dal", "Ferr", "Gal", "Hal", "Jov", "Kov", "Lar", "Mor", "Nov", "Øst", "Pet", "Rom")
_MIDDLE = ("", "an", "el", "ic", "on", "ur", "av", "em", "il", "ost")
_LAST = ("iar", "ić", "sen", "ez", "ini", "ova", "ado", "quist", "man", "escu", "eira", "oğlu")


@dataclass(frozen=True, slots=True)
class Player:
    """One player; `club` is the place of the club he begins at, `others` the second and third exact place."""

    name: str
    slug: str
    born: date
    nationality: str
    position: str
    group: str
    others: tuple[str, str]
    club: int


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet, or a journalist: `outlet` is then the place of the outlet in the list."""

    name: str
    slug: str
    outlet: int | None


class Zipf:
    """Chooses places in a list, the first ones more often."""

    def __init__(self, number: int) -> None:
        self._sums = list(accumulate(rank**-ZIPF for rank in range(1, number + 1)))

    def choose(self, chance: Random) -> int:
        return bisect(self._sums, chance.random() * self._sums[-1])


def slugs(names: list[str]) -> list[str]:
    """A slug for each name, numbered where several would have the same."""
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        slug = slug_of(name)
        seen[slug] += 1
        found.append(slug if seen[slug] == 1 else f"{slug}-{seen[slug]}")
    return found


def club_names() -> list[str]:
    """A name for each club, none twice."""
    towns = [f"{start}{end}" for start in _TOWNS for end in _ENDINGS]
    return [f"{town} {sort}" for sort in _SORTS for town in towns][:CLUBS]


def country_of(club: int) -> str:
    """The big clubs are spread over all countries."""
    return COUNTRIES[club % len(COUNTRIES)]


def league_of(club: int) -> int:
    """The place of a club's league in the list of all: country by country, the bigger clubs at the higher level."""
    return club % len(COUNTRIES) * LEVELS + club * LEVELS // CLUBS


def players(chance: Random, number: int = PLAYERS) -> list[Player]:
    """So many, in the order of their ids."""
    names = [_name(chance) for _ in range(number)]
    clubs = Zipf(CLUBS)
    return [_player(name, slug, chance, clubs) for name, slug in zip(names, slugs(names), strict=True)]


def people(chance: Random) -> list[str]:
    """Names of those who speak."""
    return [_name(chance) for _ in range(PEOPLE)]


def sources(chance: Random) -> list[Source]:
    """Outlets first; two of three are journalists, each at one of them."""
    outlets = [f"{start}{end} {sort}" for sort in ("Post", "Sport") for start in _TOWNS for end in _ENDINGS]
    names = [*outlets[: SOURCES // 3], *(_name(chance) for _ in range(SOURCES - SOURCES // 3))]
    return [
        Source(name, slug, None if place < SOURCES // 3 else chance.randrange(SOURCES // 3))
        for place, (name, slug) in enumerate(zip(names, slugs(names), strict=True))
    ]


def _name(chance: Random) -> str:
    family = f"{chance.choice(_FIRST)}{chance.choice(_MIDDLE)}{chance.choice(_MIDDLE)}{chance.choice(_LAST)}"
    return f"{chance.choice(_GIVEN)} {family}"


def _player(name: str, slug: str, chance: Random, clubs: Zipf) -> Player:
    place = chance.choices(list(PLACES), list(PLACES.values()))[0]
    luck = chance.random()
    second = chance.choice(list(PLACES)).value if luck < 0.3 else ""
    third = chance.choice(list(PLACES)).value if luck < 0.05 else ""
    known = luck < 0.92
    return Player(
        name=name,
        slug=slug,
        born=date.fromordinal(date(1984, 1, 1).toordinal() + chance.randrange(24 * 365)),
        nationality=chance.choice(COUNTRIES),
        position=place.value if known else "",
        group=GROUP_OF_POSITION[place].value,
        others=(second, third) if known else ("", ""),
        club=clubs.choose(chance),
    )
