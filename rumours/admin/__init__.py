"""The desk: the admin of every model. It parses what editors enter and calls `rumours.editorial`."""

from rumours.admin import (
    articles,
    clubs,
    competitions,
    feeds,
    links,
    mentions,
    merging,
    people,
    players,
    quotes,
    records,
    reports,
    sources,
    users,
    windows,
)

__all__ = [
    "articles",
    "clubs",
    "competitions",
    "feeds",
    "links",
    "mentions",
    "merging",
    "people",
    "players",
    "quotes",
    "records",
    "reports",
    "sources",
    "users",
    "windows",
]
