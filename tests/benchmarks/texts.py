"""Texts and names to measure the tagger with: usual articles, long ones, and those that somebody made to hurt."""

import csv
import gzip
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

from rumours.choices import Section
from rumours.tagging import Key, KnownName
from rumours.text import Document

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "tests" / "articles" / "tuned"
DATA = ROOT.parent / "shared" / "data"
ARTICLE, LONG = 3_000, 1_000_000

_STARTS = ("Al", "Bra", "Cor", "Da", "El", "Fa", "Gu", "Ho", "I", "Jo", "Ka", "Lu", "Ma", "Ni", "Or", "Pe", "Ro", "Sa")
_ENDS = ("ran", "venko", "dsen", "lini", "moto", "rez", "quist", "bert", "nou", "ssi", "vic", "wood", "zaga", "thio")


def names(number: int) -> list[KnownName]:
    """So many players: those of ../shared/data, or invented ones where that is not there."""
    file = DATA / "players.csv.gz"
    players = _stored(file) if file.exists() else _invented()
    return [KnownName(Key("player", pk), name, False, Section.MEN) for pk, name in enumerate(islice(players, number))]


def _stored(file: Path) -> Iterator[str]:
    with gzip.open(file, "rt", encoding="utf-8", newline="") as opened:
        for row in csv.DictReader(opened):
            yield row["name"]


def _invented() -> Iterator[str]:
    first = ["".join(parts) for parts in product(_STARTS, _ENDS)]
    last = ["".join(parts).capitalize() for parts in product(_ENDS, _ENDS)]
    for given, family in product(first, last):
        yield f"{given} {family}"


def articles() -> list[Document]:
    """Documents of about 3,000 characters, cut from the project's own articles."""
    text = _joined()
    pieces = [text[start : start + ARTICLE] for start in range(0, len(text) - ARTICLE, ARTICLE)]
    return [Document(headline=piece[:60].split("\n")[0], body=piece) for piece in pieces[:12]]


def long_article() -> Document:
    """A million characters of prose."""
    text = _joined()
    return Document(headline="Everything at once", body=(text * (LONG // len(text) + 1))[:LONG])


def _joined() -> str:
    return "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt")))


_HOSTILE = {
    "capitals": "PORTWICK ",
    "names": "Teo Marlin ",
    "new names": "Aa Bb Cc Dd ",
    "one long word": "A",
    "one known name": "Alran Ranran ",
    "full stops": ".",
    "sentences": "He is. ",
    "straight quotes": '"a" ',
    "opening quotes": "“Ab",
    "quotes in quotes": "“a ‘b “c ",
    "apostrophes": "Marlin's ",
    "commas": "Teo Marlin, ",
    "sums": "€20m to €30m ",
    "credits": "according to The Quayside Post, ",
    "cues": "want to sign him from ",
    "paragraphs": "Marlin.\n\n",
    "spaces": " ",
    "accents": "É́ ",
}


def hostile() -> dict[str, Document]:
    """A million characters of one thing, by what it is."""
    return {
        what: Document(headline=None, body=(words * (LONG // len(words) + 1))[:LONG])
        for what, words in _HOSTILE.items()
    }
