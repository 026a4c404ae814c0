"""Stable addresses: the first free slug of a list of wishes."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING

from django.utils.text import slugify

from rumours.models.address import OldAddress
from rumours.text import fold

if TYPE_CHECKING:
    from rumours.models.entity import Entity

LONGEST = 130


@lru_cache(maxsize=4096)  # each row of a list asks for one
def slug_of(text: str) -> str:
    """`Milan Škriniar` -> `milan-skriniar`; never empty."""
    return slugify(fold(text))[:LONGEST].strip("-") or "unnamed"


@lru_cache(maxsize=4096)
def link_slug(player: str, buyer: str) -> str:
    """The slug of a link, of a player's name and the buyer's; empty where none is named."""
    return slug_of(f"{player} to {buyer}" if buyer else f"{player} leaving")


def free_slug(model: "type[Entity]", wishes: Iterable[str]) -> str:
    """The first wish that no row of `model` has, nor had before a rename or merge; else the last one, numbered."""
    slug = "unnamed"
    for wish in wishes:
        slug = slug_of(wish)
        if not _taken(model, slug):
            return slug
    return next(numbered for n in count(2) if not _taken(model, numbered := f"{slug}-{n}"))


def _taken(model: "type[Entity]", slug: str) -> bool:
    return (
        model._base_manager.filter(slug=slug).exists()
        or OldAddress.objects.filter(kind=model._meta.model_name, old=slug).exists()
    )
