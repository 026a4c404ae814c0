"""Invented people: names put together from parts, with accents, particles and a few single names."""

from collections.abc import Iterator
from random import Random

from rumours.choices import PositionGroup, Section

_MEN = (
    "Aleš", "Anders", "Anselm", "Ásgeir", "Baltasar", "Bartoš", "Benoît", "Björn", "Brannock", "Cássio", "Cedric",
    "Çetin", "Dário", "Davor", "Dénes", "Diarmaid", "Edon", "Eero", "Einar", "Emeka", "Enzo", "Eskil", "Fábio",
    "Fergal", "Florin", "Gaël", "Gergő", "Goran", "Håkon", "Hamza", "Ilir", "Ivo", "Jakub", "João", "Jorrit", "Kacper",
    "Kofi", "Lasse", "Léandre", "Loïc", "Luka", "Mads", "Marek", "Matías", "Mihai", "Moussa", "Nikolai", "Noël",
    "Oisín", "Oskar", "Pål", "Pascal", "Rafał", "Rémi", "Ruben", "Sander", "Sávio", "Sebő", "Søren", "Stipe", "Szymon",
    "Tadeu", "Teemu", "Thiago", "Tobias", "Uroš", "Vasile", "Viggo", "Wout", "Yannick", "Zoran",
)  # fmt: skip
_WOMEN = (
    "Agnieszka", "Aífe", "Amélie", "Anouk", "Astrid", "Beatriz", "Blanka", "Bríd", "Carlota", "Célia", "Dagny", "Elif",
    "Elin", "Eszter", "Fenna", "Freja", "Giulia", "Hanne", "Inês", "Ingrid", "Jana", "Joëlle", "Katarína", "Léonie",
    "Lotte", "Lucía", "Maëlle", "Maren", "Milena", "Nadège", "Nour", "Ottilie", "Petra", "Rosalía", "Saara", "Sanne",
    "Sólveig", "Tereza", "Tove", "Úna", "Vilma", "Wiktoria", "Ylva", "Zdenka", "Zoë",
)  # fmt: skip
_STEMS = (
    "Askev", "Belmir", "Bransk", "Corvel", "Dabrin", "Dremm", "Eldrav", "Estv", "Falgor", "Fjoll", "Garvin", "Gestr",
    "Havel", "Hjorm", "Ilvar", "Jasmer", "Joldr", "Kelvan", "Kestr", "Kolmar", "Lodev", "Lunvar", "Maldr", "Mirev",
    "Morvan", "Nelgr", "Norvik", "Orlev", "Osmar", "Pellv", "Pravin", "Quarn", "Ravosk", "Rumel", "Salvr", "Selmar",
    "Skorv", "Solvan", "Tarvel", "Tolmer", "Trevv", "Ulvar", "Vaskel", "Velmar", "Vornag", "Wendel", "Yevran", "Zarnov",
)  # fmt: skip
_ENDINGS = (
    "ić", "ssen", "ström", "ez", "ák", "in", "ardo", "oğlu", "escu", "gaard", "ière", "quist", "ães", "ko", "ellini",
    "ović", "mann", "øy", "eira", "ński",
)  # fmt: skip
_VOWELS = "aeiouáoø"
_PARTICLES = ("van ", "van der ", "de ", "dos ", "da ", "El ", "di ", "von ", "ter ", "d’")
SINGLE = (
    "Zeferim", "Tchilo", "Marabé", "Juvenço", "Quitério", "Leozão", "Branquim", "Dodinho Prata", "Kelvinho", "Ramirão",
    "Tiquim", "Vavazão",
)  # fmt: skip

# Countries on the map of this world only.
NATIONS = ("Valdoria", "Ostermark", "Corvane", "Tarabia", "San Merino del Lago", "Ilmaria", "Kaldorn")


def surname(rng: Random) -> str:
    """One invented surname, with a particle or a hyphen now and then."""
    stem, ending = rng.choice(_STEMS), rng.choice(_ENDINGS)
    hard = stem[-2] not in _VOWELS  # after two consonants comes a vowel
    while ending[0] == stem[-1] or (hard and ending[0] not in _VOWELS):
        ending = rng.choice(_ENDINGS)
    draw = rng.random()
    if draw < 0.08:
        return rng.choice(_PARTICLES) + stem + ending
    if draw < 0.11:
        return f"{stem}{ending}-{rng.choice(_STEMS)}"
    return stem + ending


def full_names(rng: Random, section: Section, taken: set[str]) -> Iterator[str]:
    """First name and surname for ever, never one that is taken, nor a surname twice before most are used."""
    first = _WOMEN if section is Section.WOMEN else _MEN
    used: set[str] = set()
    while True:
        last = surname(rng)
        if last in used and len(used) < 600:
            continue
        used.add(last)
        name = f"{rng.choice(first)} {last}"
        if name not in taken:
            taken.add(name)
            yield name


def last_name(name: str) -> str:
    """What a text calls somebody the second time: all but the first name; a single name stays whole."""
    return name if name in SINGLE or " " not in name else name.split(" ", 1)[1]


def trade(position: str) -> str:
    """What a text calls one who plays there: `central midfielder`, `forward`; `player` where no position is known."""
    if position == PositionGroup.ATTACK:
        return "forward"
    word = position.lower() or "player"
    return f"{word}er" if word.endswith("midfield") else word
