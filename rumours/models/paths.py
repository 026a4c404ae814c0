"""Addresses of rows' pages, from the one list of addresses, without walking it anew for each row of a page."""

from functools import lru_cache

from django.urls import get_script_prefix, reverse

_SLUG, _NUMBER = "-", 0


def slugged(page: str, slug: str) -> str:
    """The address of a page that is named by a slug or a code: `club-detail`, `ac-milan`."""
    before, after = _around(page, (_SLUG,), get_script_prefix())
    return f"{before}{slug}{after}"


def numbered(page: str, pk: int, slug: str) -> str:
    """The address of a page that is named by id and slug: `link-detail`, 7, `tomori-to-juventus`."""
    before, after = _around(page, (_NUMBER, _SLUG), get_script_prefix())
    return f"{before}{pk}-{slug}{after}"


@lru_cache(maxsize=64)
def _around(page: str, parts: tuple[str | int, ...], prefix: str) -> tuple[str, str]:
    """What stands before and behind the parts of the path."""
    before, _, after = reverse(f"rumours:{page}", args=parts).rpartition("-".join(map(str, parts)))
    return before, after
