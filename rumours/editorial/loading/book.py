"""All rows of one kind of entity with every name they bear: found by name in memory, written in bulk at the end."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import count
from typing import Any, Generic, TypeVar

from django.contrib.auth.models import User

from rumours.choices import AliasKind
from rumours.editorial.loading.summary import Counts
from rumours.editorial.loading.writing import create_all, update_all
from rumours.models import Alias, Entity, OldAddress
from rumours.models.entity import search_column
from rumours.models.slugs import slug_of
from rumours.text import fold

EntityT = TypeVar("EntityT", bound=Entity)


class Book(Generic[EntityT]):
    """The stored rows of `model`, those that a load adds, and what it changes. `save` writes all of it."""

    def __init__(self, model: type[EntityT], alias: type[Alias] | None = None) -> None:
        self.model, self.alias = model, alias
        self.rows: list[EntityT] = list(model._base_manager.order_by("pk"))
        self.names: dict[int, dict[str, bool]] = {}
        self._main: dict[str, list[EntityT]] = defaultdict(list)
        self._bearers: dict[str, list[EntityT]] = defaultdict(list)
        self._aliases: list[Alias] = []
        self._new: dict[int, EntityT] = {}
        self._made: set[int] = set()
        self._changed: dict[int, tuple[EntityT, set[str]]] = {}
        self._slugs: set[str] | None = None
        aliases = self._stored_aliases()
        for row in self.rows:
            self._index(row, aliases.get(row.pk, ()))

    def main(self, folded: str) -> list[EntityT]:
        """The rows whose own name folds to this."""
        return self._main.get(folded, [])

    def bearing(self, folded: str) -> list[EntityT]:
        """The rows that bear this folded name, as their own or as an alias."""
        return self._bearers.get(folded, [])

    def ambiguous(self, row: EntityT, folded: str) -> bool:
        """Whether the row bears the name as an alias flagged as ambiguous."""
        return self.names[id(row)].get(folded, False)

    def add(self, row: EntityT) -> EntityT:
        """A new row, public as reference data."""
        row.is_reference = row.is_public = True
        row.folded = fold(row.name)[:120]
        row.slug = self._free_slug(row)
        self.rows.append(row)
        self._new[id(row)] = row
        self._index(row, ())
        return row

    def name_too(
        self, row: EntityT, name: str, *, kind: AliasKind | None = None, ambiguous: bool = False, again: bool = False
    ) -> None:
        """Let the row bear another name, unless it does; `again` also where only a column of its own holds it."""
        folded = fold(name)[:120]
        held = self.names[id(row)]
        if self.alias is None or not folded or (folded in held and not (again and not held[folded])):
            return
        kinds = {"kind": kind or AliasKind.SPELLING} if hasattr(self.alias, "kind") else {}
        owner: dict[str, Any] = {self.alias.owner_field: row}
        self._aliases.append(self.alias(**owner, **kinds, name=name, folded=folded, ambiguous=ambiguous))
        if folded not in held:
            self._bearers[folded].append(row)
        held[folded] = ambiguous
        if id(row) not in self._new:
            self._note(row, "search")

    def fill(self, row: EntityT, **values: Any) -> None:
        """Set those columns of the row that are empty as yet; an empty value says nothing."""
        for column, value in values.items():
            if value not in (None, "") and getattr(row, column) in (None, ""):
                self.put(row, **{column: value})

    def put(self, row: EntityT, **values: Any) -> None:
        """Set columns of the row whatever stands there."""
        for column, value in values.items():
            if getattr(row, column) != value:
                setattr(row, column, value)
                self._note(row, column)

    def renamed(self, row: EntityT) -> None:
        """Take up names that were written into the row's own columns."""
        for folded in filter(None, map(fold, row.own_names())):
            if folded not in self.names[id(row)]:
                self.names[id(row)][folded] = False
                self._bearers[folded].append(row)
        self._note(row, "search")

    def vouch(self, row: EntityT) -> None:
        """Mark a stored row as reference data."""
        self.put(row, is_reference=True, is_public=True)

    def save(self, by: User, counts: Counts) -> None:
        """Write new rows, new names and changes, with their history, and count the rows."""
        for row in self._new.values():
            row.search = search_column(self.names[id(row)])
        create_all(self.model, list(self._new.values()), by)
        if self.alias is not None:
            create_all(self.alias, self._aliases, by)
        changed = [(row, columns) for key, (row, columns) in self._changed.items() if key not in self._new]
        for row, columns in changed:
            if "search" in columns:
                row.search = search_column(self.names[id(row)])
        columns = set().union(*(columns for _, columns in changed)) if changed else set()
        update_all(self.model, [row for row, _ in changed], columns, by)
        counts.new += len(self._new)
        self._made.update(self._new)
        known = sum(id(row) not in self._made for row, _ in changed)
        counts.changed += known
        counts.same -= min(counts.same, known)
        self._new, self._changed, self._aliases = {}, {}, []

    def _note(self, row: EntityT, column: str) -> None:
        self._changed.setdefault(id(row), (row, set()))[1].add(column)

    def _stored_aliases(self) -> dict[int, list[tuple[str, bool]]]:
        found: dict[int, list[tuple[str, bool]]] = defaultdict(list)
        if self.alias is not None:
            owner = f"{self.alias.owner_field}_id"
            for pk, folded, ambiguous in self.alias._base_manager.values_list(owner, "folded", "ambiguous"):
                found[pk].append((folded, ambiguous))
        return found

    def _index(self, row: EntityT, aliases: Iterable[tuple[str, bool]]) -> None:
        held = dict.fromkeys(filter(None, (row.folded, *(fold(name) for name in row.own_names()))), False)
        for folded, ambiguous in aliases:
            held[folded] = ambiguous and folded != row.folded
        self.names[id(row)] = held
        self._main[row.folded].append(row)
        for folded in held:
            self._bearers[folded].append(row)

    def _free_slug(self, row: EntityT) -> str:
        """As `free_slug`, with the taken ones read once."""
        if self._slugs is None:
            old = OldAddress.objects.filter(kind=self.model._meta.model_name).values_list("old", flat=True)
            self._slugs = {*self.model._base_manager.values_list("slug", flat=True), *old}
        wishes = [slug_of(wish) for wish in row.slug_candidates()]
        slug = next((wish for wish in wishes if wish not in self._slugs), "")
        slug = slug or next(n for i in count(2) if (n := f"{wishes[-1]}-{i}") not in self._slugs)
        self._slugs.add(slug)
        return slug
