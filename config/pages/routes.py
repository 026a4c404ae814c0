"""Which pages are kept, which parameters they know, and the versions of what each of them shows. All in this one place.

Every page shows names of rows that are not its own (NAMES). What moves a version on stands in
`rumours.editorial.touching`. Not kept: search, whose words are endless, previews, and all of the admin.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from django.db import connections
from django.db.models import Model

from rumours.filters import articles, directory, links, quotes, sources
from rumours.filters.query import CURSOR
from rumours.models import Article, Club, Person, Player, Source, TransferLink, Window
from rumours.models.version import Version
from rumours.versions.keys import FAMILIES, LISTS, NAMES


@dataclass(frozen=True, slots=True)
class Own:
    """A row that a page is about: `column` of the row of `model` whose `field` is the path's part `part`."""

    family: str
    model: type[Model]
    field: str
    part: str
    column: str = "id"


@dataclass(frozen=True, slots=True)
class Page:
    """The parameters a page knows, the versions it shows whatever its address, and the rows it is about.

    `strict`: it refuses a parameter that it does not know.
    """

    parameters: tuple[str, ...] = ()
    keys: tuple[str, ...] = (NAMES,)
    own: tuple[Own, ...] = ()
    strict: bool = False


def _list(*parameters: str) -> Page:
    return Page(parameters, (NAMES, LISTS))


def _row(family: str, model: type[Model], *parameters: str, field: str = "slug") -> Page:
    return Page(parameters, own=(Own(family, model, field, field),))


_OF_WINDOW = tuple(name for name in links.PARAMETERS if name != "window")
# A saga's page also shows the player's other sagas.
_SAGA = (Own("link", TransferLink, "id", "pk"), Own("player", TransferLink, "id", "pk", "player_id"))

PAGES: dict[str, Page] = {
    "rumours:home": _list(),
    "rumours:link-list": _list(*links.PARAMETERS),
    "rumours:link-detail": Page(own=_SAGA),
    "rumours:club-list": _list(*directory.CLUB_PARAMETERS),
    "rumours:club-detail": _row("club", Club, *links.PARAMETERS),
    "rumours:player-list": _list(*directory.PLAYER_PARAMETERS),
    "rumours:player-detail": _row("player", Player),
    "rumours:window-list": _list(),
    "rumours:window-detail": _row("window", Window, *_OF_WINDOW, field="code"),
    "rumours:person-detail": _row("person", Person, CURSOR),
    "rumours:quote-list": _list(*quotes.PARAMETERS),
    "rumours:source-list": _list(*sources.PARAMETERS),
    "rumours:source-detail": _row("source", Source, CURSOR),
    "rumours:article-list": _list(*articles.PARAMETERS),
    "rumours:article-detail": Page(own=(Own("article", Article, "id", "pk"),)),
    "rumours:data": Page(),
    "rumours:method": Page(),
    "rumours:security": Page(),
    "rumours:sitemap": _list(),
    "rumours:sitemap-file": _list("p"),
}
# Data shows what its page shows, or more of it, and refuses what it does not know.
_SAME = {
    "links": "link-list", "link": "link-detail", "clubs": "club-list", "club": "club-detail",
    "players": "player-list", "player": "player-detail", "window": "window-detail",
    "sources": "source-list", "source": "source-detail", "quotes": "quote-list", "articles": "article-list",
    "document": "method",
}  # fmt: skip
PAGES |= {f"api:{data}": replace(PAGES[f"rumours:{page}"], strict=True) for data, page in _SAME.items()}
PAGES["api:clubs"] = replace(PAGES["api:clubs"], parameters=directory.CLUB_DATA_PARAMETERS)


def versions_of(page: Page, parts: dict[str, Any], using: str) -> dict[str, int]:
    """The versions of what a page shows as one database has them, in one query; 0 for what never changed."""
    sql, own = _statement(page, using)
    with connections[using].cursor() as cursor:
        cursor.execute(sql, [*(parts[part] for part in own), *page.keys])
        rows = cursor.fetchall()
    numbers = dict.fromkeys(page.keys, 0)
    for key, number in rows:
        numbers[key] = max(number, numbers.get(key, 0))
    return numbers


@lru_cache(maxsize=256)
def _statement(page: Page, using: str) -> tuple[str, tuple[str, ...]]:
    """The query, and the parts of the path that it takes before the keys. All names in it are ours."""
    quote = connections[using].ops.quote_name
    table, marks = quote(Version._meta.db_table), ", ".join(["%s"] * len(page.keys))
    if not page.own:
        return f"select key, number from {table} where key in ({marks})", ()  # noqa: S608
    rows = " union all ".join(
        f"select '{own.family}:' || ({quote(own.column)} %% {FAMILIES[own.family]}) as key "  # noqa: S608
        f"from {quote(own.model._meta.db_table)} where {quote(own.field)} = %s"
        for own in page.own
    )
    sql = (
        f"with own as ({rows}) select key, 0 from own union all select key, number from {table} "  # noqa: S608
        f"where key in (select key from own) union all select key, number from {table} where key in ({marks})"
    )
    return sql, tuple(own.part for own in page.own)
