"""Where a page is, for readers."""

from functools import lru_cache

from django.templatetags.static import static as address_of_file
from django.urls import reverse


@lru_cache(maxsize=64)
def url(name: str) -> str:
    """The address of a public page without a row: `club-list`. These never change while a process runs."""
    return reverse(f"rumours:{name}")


@lru_cache(maxsize=256)
def static(name: str) -> str:
    """The address of a static file, likewise."""
    return str(address_of_file(name))


def page_of(row: object) -> str:
    """The address of a club's, player's, person's or source's page; empty where there is no row or none is public.

    A person who is a player has the player's page. The player must have been loaded with the person.
    """
    shown = getattr(row, "player", None) or row
    return str(getattr(shown, "get_absolute_url", str)()) if getattr(shown, "is_public", False) else ""


def is_web(address: str) -> bool:
    """Whether an address may stand in a link out: http or https only."""
    return address.startswith(("http://", "https://"))


def as_data(address: str, form: str) -> str:
    """The address of a list in another form (`json`, `csv`, `atom`), from its beginning: no cursor is carried over.

    `address` is one of ours, so its query is in its one form already.
    """
    path, _, query = address.partition("?")
    kept = "&".join([pair for pair in query.split("&") if not pair.startswith("after=")])
    return f"{path.rstrip('/')}.{form}" + (f"?{kept}" if kept else "")
