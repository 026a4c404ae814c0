"""The documents an editor plays: three of an invented world always, the three of the client where they are there."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent.parent
OURS = HERE / "articles"
THEIRS = HERE.parent.parent / "shared" / "articles"
SEEDS = HERE.parent / "seeds"


@dataclass(frozen=True)
class Sheet:
    """One document with what an editor tags in it; `credited` is whom the first links are on the word of, `given`
    the date the editor knows where the text has none."""

    folder: Path
    name: str
    given: str = ""
    credited: str = ""
    credited_links: int = 0

    @cached_property
    def gold(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads((self.folder / f"{self.name}.json").read_text(encoding="utf-8"))
        return loaded

    @property
    def text(self) -> str:
        return (self.folder / f"{self.name}.txt").read_text(encoding="utf-8")

    def source_of(self, place: int) -> str:
        """Whom the link at a place of the list is on the word of; empty: nobody is named."""
        return self.credited if place < self.credited_links else ""


@dataclass(frozen=True)
class World:
    """A set of documents, the reference data they need, and what a fan looks for afterwards."""

    reference: Path
    sheets: tuple[Sheet, ...]
    buyer: str
    rival: str
    speaker: str
    via: str

    @property
    def is_here(self) -> bool:
        return all((sheet.folder / f"{sheet.name}.txt").is_file() for sheet in self.sheets)


OUR_WORLD = World(
    OURS / "reference",
    (
        Sheet(OURS, "listed", "2026-01-20", "MercatoPost", 3),
        Sheet(OURS, "doubted"),
        Sheet(OURS, "blocked", "2025-06-20", "Football Vanza", 1),
    ),
    buyer="torvanza",
    rival="ac-merida",
    speaker="Nilo Legrotta",
    via="Tuttovanza",
)
CLIENT_WORLD = World(
    SEEDS,
    (
        Sheet(THEIRS, "seed-gomez", "2026-01-20", "CalcioMercato", 3),
        Sheet(THEIRS, "seed-tomori"),
        Sheet(THEIRS, "seed-balerdi", "2025-06-20", "Football Italia", 1),
    ),
    buyer="juventus",
    rival="ac-milan",
    speaker="Nicola Legrottaglie",
    via="Tuttojuve",
)
WORLDS = {"invented": OUR_WORLD} | ({"client": CLIENT_WORLD} if CLIENT_WORLD.is_here else {})
