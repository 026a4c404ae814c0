"""Whom references and names mean now: everything a state needs is collected first and read with one query a kind."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from django.db.models import Q, QuerySet

from rumours.editorial.merging.following import merged_into
from rumours.models import Article, Club, Entity, Person, Player, Source
from rumours.models.word import whole_name, words_model
from rumours.text import fold

PLAYER, CLUB, PERSON, SOURCE = KINDS = ("player", "club", "person", "source")
# A text with more names without a row than this is not looked up beyond them.
LONGEST: Final = 400
_MODELS: dict[str, Any] = {PLAYER: Player, CLUB: Club, PERSON: Person, SOURCE: Source}
_WITH: dict[str, tuple[str, ...]] = {PLAYER: ("club", "owner"), CLUB: (), PERSON: ("club",), SOURCE: ("outlet",)}


class Book:
    """Players, clubs, people and sources by id and by exact folded name, as they are when the article is opened."""

    def __init__(self, article: Article) -> None:
        self.day: date = article.dated_at.date()
        self._section = article.section
        self._ids: dict[str, set[int]] = {kind: set() for kind in KINDS}
        self._names: dict[str, set[str]] = {kind: set() for kind in KINDS}
        self._rows: dict[tuple[str, int], Entity] = {}
        self._merged: dict[tuple[str, int], int] = {}
        self._bearers: dict[tuple[str, str], dict[int, Entity]] = defaultdict(dict)

    def want(self, kind: str, pk: int | None, name: str = "") -> None:
        """Have a row by its id; without one whoever bears the name."""
        if pk:
            self._ids[kind].add(pk)
        elif name and len(self._names[kind]) < LONGEST:
            self._names[kind].add(fold(name)[:120])

    def want_ref(self, ref: Any) -> None:
        """As `want`, for a reference of the desk; what is none is passed over."""
        if isinstance(ref, dict) and ref.get("kind") in KINDS:
            self.want(ref["kind"], ref.get("id"), ref.get("new", ""))

    def load(self) -> None:
        """Read what is wanted and not here: one query a kind; two more where an id is gone, which may be merged."""
        for kind in KINDS:
            ids = {pk for pk in self._ids[kind] if (kind, pk) not in self._rows}
            names = self._names[kind] - {""}
            if ids or names:
                self.put(*_rows(kind, ids, names, self._section))
            gone = [pk for pk in ids if (kind, pk) not in self._rows]
            merged = merged_into(kind, gone) if gone else {}
            self._merged |= {(kind, pk): now for pk, now in merged.items()}
            if merged:
                self.put(*_rows(kind, merged.values(), (), self._section))

    def put(self, *rows: Entity) -> None:
        """Keep rows that were read with something else."""
        for row in rows:
            kind = kind_of(row)
            self._rows[kind, row.pk] = row
            for name in row.search.split("|"):
                self._bearers[kind, name.strip()][row.pk] = row

    def row(self, kind: str, pk: int | None) -> Entity | None:
        """The row of that id, or into which that was merged; None for none, and for one that is gone."""
        return self._rows.get((kind, self._merged.get((kind, pk), pk))) if pk else None

    def bearers(self, kind: str, name: str) -> list[Entity]:
        """Who bears exactly this name or alias, accents aside, the most written about first; clubs of the section."""
        folded = fold(name)
        found = list(self._bearers.get((kind, folded), {}).values()) if folded else []
        if kind in (PLAYER, CLUB):
            found = [row for row in found if getattr(row, "section", "") == self._section]
        return sorted(found, key=lambda row: (-row.link_count, row.name, row.pk))

    def players(self) -> list[int]:
        """The ids of the players that were read."""
        return sorted(pk for kind, pk in self._rows if kind == PLAYER)

    def associations(self) -> list[str]:
        """The associations of the clubs that were read."""
        return sorted({row.association for row in self._rows.values() if isinstance(row, Club)})


def kind_of(row: Entity) -> str:
    """`player` for a player."""
    return str(row._meta.model_name)


def _rows(kind: str, ids: Iterable[int], names: Iterable[str], section: str) -> QuerySet[Any]:
    """The rows with these ids, and those that bear one of these folded names; players of the section."""
    model = _MODELS[kind]
    bearers = words_model(model)._base_manager.filter(word__in=[whole_name(name) for name in names]).values("row")
    named = Q(pk__in=bearers) & (Q(section=section) if kind == PLAYER else Q())
    found: QuerySet[Any] = model._base_manager.filter(Q(pk__in=ids) | named)
    return found.select_related(*_WITH[kind])
