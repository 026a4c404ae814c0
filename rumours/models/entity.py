"""What clubs, players, people and sources share: a name that is found without accents, a stable address, visibility."""

from collections.abc import Iterable, Iterator
from typing import Any, Self, TypeVar

from django.db import IntegrityError, models, transaction

from rumours.models.slugs import free_slug
from rumours.models.word import LONGEST, keep_words, whole_name
from rumours.text import fold


def search_column(names: Iterable[str]) -> str:
    """All names of one entity folded into one searchable text: `| ac milan | rossoneri |`.

    A whole name is found by `"| name |"`, the start of any word by `" word"`.
    """
    folded = dict.fromkeys(filter(None, (fold(name) for name in names)))
    return "| " + " | ".join(folded) + " |" if folded else ""


def between_bars(values: Iterable[str]) -> str:
    """Several values in one column, each found by `|value|`; empty for none."""
    held = list(values)
    return f"|{'|'.join(held)}|" if held else ""


EntityT = TypeVar("EntityT", bound="Entity")


class EntityQuerySet(models.QuerySet[EntityT]):
    """Reads common to every entity."""

    def published(self) -> Self:
        """What readers may see: reference data, and whatever has a public row (kept by `editorial.deriving`)."""
        return self.filter(is_public=True)

    def named(self, query: str) -> Self:
        """Those of whose names every word of `query` starts a word, whole names first, then the most written about."""
        folded = fold(query)
        if not folded:
            return self.none()
        words = folded.split()
        longest = max(words, key=len)
        found = self.with_word(longest)
        if folded == longest and len(longest) <= LONGEST:
            return found.order_by("-words__whole", "-words__rank", "words__row_id")
        for word in set(words) - {longest}:
            found = found.filter(search__contains=f" {word}")
        whole = models.Case(
            models.When(folded=folded, then=0), models.When(search__contains=f"| {folded} |", then=1), default=2
        )
        return found.order_by(whole, "-link_count", "name", "id")

    def with_word(self, start: str) -> Self:
        """Those of whose names a word starts so, by the index of beginnings; `start` is folded, without a blank."""
        found = self.filter(words__word=start[:LONGEST])
        return found if len(start) <= LONGEST else found.filter(search__contains=f" {start}")

    def called(self, name: str) -> Self:
        """Those that bear exactly this name or alias, accents and case aside."""
        folded = fold(name)
        if not folded:
            return self.none()
        return self.filter(words__word=whole_name(folded), search__contains=f"| {folded} |")

    def bulk_create(self, objs: Iterable[EntityT], *args: Any, **kwargs: Any) -> list[EntityT]:
        """As Django's, with the folded columns kept; slugs must have been given."""
        rows = list(objs)
        for row in rows:
            row.fold_names(aliases=False)
        made = super().bulk_create(rows, *args, **kwargs)
        keep_words(self.model, [row.pk for row in made])
        return made


class Entity(models.Model):
    """Abstract: something with a name, an address of its own and a place in search."""

    name = models.CharField(max_length=120, help_text="As readers should see it, accents and all.")
    ambiguous = models.BooleanField(
        "name is ambiguous", default=False, help_text="Others bear this name too, or it is a common word or first name."
    )
    folded = models.CharField(max_length=120, editable=False, db_index=True)
    search = models.TextField(editable=False, default="")
    slug = models.SlugField(max_length=140, unique=True, blank=True, help_text="Made from the name when left empty.")
    is_reference = models.BooleanField(
        "reference data", default=False, help_text="Public even while no published article names it."
    )
    is_public = models.BooleanField(default=False, editable=False, db_index=True)
    link_count = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep folded names, and give a slug to a row that has none. A slug once given never changes here."""
        self.fold_names()
        if self.is_reference:
            self.is_public = True
        update_fields = kwargs.get("update_fields")
        if update_fields is not None and "name" in update_fields:
            kwargs["update_fields"] = {*update_fields, "folded", "search"}
        self._save_with_slug(*args, **kwargs)
        keep_words(type(self), [self.pk])

    def _save_with_slug(self, *args: Any, **kwargs: Any) -> None:
        if self.slug:
            super().save(*args, **kwargs)
            return
        self.slug = free_slug(type(self), self.slug_candidates())
        try:
            with transaction.atomic():
                super().save(*args, **kwargs)
        except IntegrityError:  # somebody took the slug since we looked; whatever else it is comes up again
            self.slug = free_slug(type(self), self.slug_candidates())
            super().save(*args, **kwargs)

    def all_names(self) -> Iterator[str]:
        """Every name it is known by, its own first. Subclasses add aliases."""
        yield self.name

    def slug_candidates(self) -> Iterator[str]:
        """Slugs to try in order; the last is numbered when all are taken."""
        yield self.name

    def fold_names(self, *, aliases: bool = True) -> None:
        """Recompute the folded columns from the names."""
        self.folded = fold(self.name)[:120]
        self.search = search_column(self.all_names() if aliases and self.pk else [self.name, *self.own_names()])

    def own_names(self) -> Iterator[str]:
        """Names held on the row itself beside `name`."""
        yield from ()


class Alias(models.Model):
    """Abstract: another name of an entity (`owner_field` names the foreign key)."""

    owner_field = ""

    name = models.CharField(max_length=120)
    folded = models.CharField(max_length=120, editable=False, db_index=True)
    ambiguous = models.BooleanField(
        default=False, help_text="Others bear it too, or it is a common word: never decided without context."
    )

    class Meta:
        abstract = True
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the folded name, and the owner's search column."""
        self.folded = fold(self.name)[:120]
        super().save(*args, **kwargs)
        refold(self.owner)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Also takes the name out of the owner's search column."""
        owner = self.owner
        gone = super().delete(*args, **kwargs)
        refold(owner)
        return gone

    @property
    def owner(self) -> Entity:
        """The entity that bears this name."""
        owner: Entity = getattr(self, self.owner_field)
        return owner


def refold(entity: Entity) -> None:
    """Rewrite an entity's folded columns from its names as they stand in the database."""
    entity.fold_names()
    type(entity)._base_manager.filter(pk=entity.pk).update(folded=entity.folded, search=entity.search)
    keep_words(type(entity), [entity.pk])
