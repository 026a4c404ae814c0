"""What a club's page stands on: the club, its association's calendar, the index of its links; each as of its version.

The versions are read before all else: by the page cache where it fills this page, else here with the club's id. A page
that this process has shown before then needs one more query, for its rows; one whose club has changed since, two. The
first page of a process reads the names in place of the versions.
"""

from dataclasses import dataclass
from functools import lru_cache

from django.db import connections
from django.http import HttpRequest

from rumours.filters.index import LinkIndex
from rumours.filters.indexes import indexes
from rumours.filters.names import ClubName, Names, are_kept, names_again, names_at
from rumours.filters.prepared import fetched
from rumours.models import Club, TransferLink
from rumours.models.version import Version
from rumours.versions.keys import FAMILIES, NAMES, key_of

# Where the page cache leaves the versions that it has read: see config/pages/filling.py.
READ_BEFORE = "rumours.versions"


@dataclass(frozen=True, slots=True)
class ClubPage:
    """A club with what is kept of it; `using` is the database that this request reads."""

    club: ClubName
    names: Names
    index: LinkIndex
    using: str


def club_page(request: HttpRequest, slug: str) -> ClubPage | None:
    """The page of a public club; None where no public club has this slug."""
    using = TransferLink.objects.db
    versions: dict[str, int] | None = request.META.get(READ_BEFORE)
    if versions is None and are_kept(using):
        versions = _versions(slug, using)
        if versions is None:
            return None
    names = names_again(using) if versions is None else names_at(using, versions[NAMES])
    if slug not in names.club_of_slug and Club.objects.published().filter(slug=slug).exists():
        names = names_again(using)
    club = names.club_of_slug.get(slug)
    if club is None or not club.is_public:
        return None
    # The first page of a process has read no version: what it builds tells its own.
    version = None if versions is None else versions.get(key_of("club", club.pk), 0)
    return ClubPage(club, names, indexes.at(using, club.pk, version), using)


def _versions(slug: str, using: str) -> dict[str, int] | None:
    """The versions that the page shows, as this database has them (one query); None where there is no such club."""
    for pk, own, names in fetched(using, _statement(using), [NAMES, slug]):
        return {key_of("club", pk): own or 0, NAMES: names or 0}
    return None


@lru_cache(maxsize=8)
def _statement(using: str) -> str:
    """Written out: put together by the ORM for each page it takes as long as all the rest of the query."""
    quote = connections[using].ops.quote_name
    clubs, versions = quote(Club._meta.db_table), quote(Version._meta.db_table)
    return (
        f"select club.id, own.number, names.number from {clubs} club "  # noqa: S608
        f"left join {versions} own on own.key = 'club:' || (club.id %% {FAMILIES['club']}) "
        f"left join {versions} names on names.key = %s where club.slug = %s"
    )
