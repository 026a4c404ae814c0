"""The rows that a combobox of the desk offers: those of the article first, found without accents."""

from collections.abc import Iterator
from typing import Any, Final

from django.contrib.auth.models import User
from django.db.models import QuerySet

from rumours.editorial.desk.cards.fields import Json, option
from rumours.editorial.desk.cards.matching import CLUB, KINDS, PERSON, PLAYER, SOURCE, Book, kind_of
from rumours.editorial.desk.cards.opened import KIND_OF, NAME_OF, is_name
from rumours.editorial.desk.cards.reports_found import reports
from rumours.editorial.desk.cards.windows import windows
from rumours.models import Article, Club, Entity, Person, Player, Source, Suggestion
from rumours.text import fold

MOST: Final = 12
OF_WHAT: Final = {
    "player": (PLAYER,), "club": (CLUB,), "person": (PERSON,), "source": (SOURCE,),
    "speaker": (PERSON, PLAYER), "claimant": (PERSON, PLAYER, CLUB), "subject": KINDS,
}  # fmt: skip


def find(article: Article, what: str, q: str, *, card: str | None = None, by: User | None = None) -> list[Json]:
    """What may be chosen for `what`, a dozen rows at most: each with `value`, `label` and what tells it apart.

    `what` is a kind of row, `speaker`, `claimant`, `subject`, `window`, or `report` (of the link of `card`, an open
    card that `by` sees). Nothing typed: whom the article names. Raises ValueError for another `what`.
    """
    if what == "window":
        return windows(q, article.dated_at)[:MOST]
    if what == "report":
        return reports(article, q, card or "", by)[:MOST]
    if what not in OF_WHAT:
        raise ValueError(f"{what[:40]!r} is nothing to choose: {', '.join([*OF_WHAT, 'window', 'report'])} are")
    found = _of_article(article, OF_WHAT[what], q)
    if fold(q):
        book = Book(article)
        found += [_offered(row, book, fold(q).split()) for row in _named(article, OF_WHAT[what], q)]
    return list({_key(row["value"]): row for row in reversed(found)}.values())[::-1][:MOST]


def _of_article(article: Article, kinds: tuple[str, ...], q: str) -> list[Json]:
    """Those whom the article names, in the order of the text; somebody new by his name."""
    book, words = Book(article), fold(q).split()
    wanted = list(dict.fromkeys(named for named in _names_in(article) if named[0] in kinds))
    for kind, pk, name in wanted:
        book.want(kind, pk, name)
    book.load()
    found = []
    for kind, pk, name in wanted:
        row = book.row(kind, pk)
        meant = [row] if row else book.bearers(kind, name) if name else []
        found += [_offered(row, book, words) for row in meant if _starts(words, row.search)]
        if name and not meant and _starts(words, f"| {fold(name)} |"):
            found.append({"value": {"kind": kind, "new": name}, "label": name, "hint": "new"})
    return found


def _names_in(article: Article) -> Iterator[tuple[str, int | None, str]]:
    """Kind, id and name of whomever suggestions and tags name."""
    rows = article.suggestions.order_by("start", "pk").prefetch_related("alternatives")
    for row in rows:
        yield from _names_of(row)
    tags = article.mentions.order_by("start", "pk").values(*(f"{kind}_id" for kind in KINDS))
    for tag in tags:
        yield from ((kind, tag[f"{kind}_id"], "") for kind in KINDS if tag[f"{kind}_id"])


def _names_of(row: Suggestion) -> Iterator[tuple[str, int | None, str]]:
    for slot, kind in KIND_OF.items():
        pk, name = getattr(row, f"{slot}_id"), getattr(row, NAME_OF[slot])
        if pk or name:
            yield kind, pk, "" if pk else name
    for other in row.alternatives.all():
        yield (PLAYER, other.player_id, "") if other.player_id else (CLUB, other.club_id, "")
    if is_name(row) and not (getattr(row, f"{row.kind}_id") or getattr(row, NAME_OF[row.kind])):
        yield str(row.kind), None, row.text


def _named(article: Article, kinds: tuple[str, ...], q: str) -> list[Entity]:
    """Of all rows, those of whose names every word typed starts a word: whole names first, then the most written of."""
    whole = f"| {fold(q)} |"
    rows = [row for kind in kinds for row in _rows(article, kind).named(q)[:MOST]]
    if len(kinds) == 1:
        return rows
    return sorted(rows, key=lambda row: (whole not in row.search, -row.link_count, row.name, kind_of(row), row.pk))


def _rows(article: Article, kind: str) -> Any:
    """The rows of a kind: players and clubs of the article's section, people who are no players."""
    rows: dict[str, QuerySet[Any]] = {
        PLAYER: Player.objects.filter(section=article.section).select_related("club"),
        CLUB: Club.objects.filter(section=article.section),
        PERSON: Person.objects.filter(player__isnull=True).select_related("club"),
        SOURCE: Source.objects.select_related("outlet"),
    }
    return rows[kind]


def _offered(row: Entity, book: Book, words: list[str]) -> Json:
    """A row to choose; one that is found by another name says by which: `AC Milan (Rossoneri)`."""
    offered = option(row, book)
    if not _starts(words, f" {fold(offered['label'])}"):
        other = next((name for name in row.all_names() if _starts(words, f" {fold(name)}")), "")
        offered["label"] += f" ({other})" if other else ""
    return offered


def _starts(words: list[str], search: str) -> bool:
    return all(f" {word}" in search for word in words)


def _key(value: Json) -> tuple[Any, ...]:
    return value["kind"], value.get("id"), value.get("new")
