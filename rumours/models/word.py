"""The beginnings of names, kept so that what is typed finds the most written about at once, among any number of rows.

One row for each beginning of each word of a name, up to LONGEST letters, and one for each whole name: a look-up is then
one stretch of an index, in the order in which it is shown. They follow from `search`, `folded` and `link_count` of the
row they belong to, and are kept by `keep_words` wherever these are written.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

from django.db import connections, models, router
from django.db.models import OuterRef, Q, Subquery

# Of a longer word only its first so many letters; the rest is then looked for in the few rows found by them.
LONGEST: Final = 8
LONGEST_NAME: Final = 80
# What a beginning is to its row: the start of some word, a whole other name, the whole name.
START, OTHER, OWN = 0, 1, 2
BATCH: Final = 400
Row = tuple[int, str, int, int]


class NameWord(models.Model):
    """Abstract: one beginning. `rank` is the row's `link_count`.

    Without a constraint in the database: what an older version of the site deletes while a newer one starts leaves
    beginnings of nobody, which are found by nobody.
    """

    id = models.BigAutoField(primary_key=True)
    word = models.CharField(max_length=LONGEST_NAME + 1)
    whole = models.PositiveSmallIntegerField(default=START)
    rank = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["word", "-whole", "-rank", "row"], name="%(class)s_found")]
        default_permissions = ()

    def __str__(self) -> str:
        return self.word


class PlayerWord(NameWord):
    row = models.ForeignKey("Player", on_delete=models.CASCADE, related_name="words", db_constraint=False)


class ClubWord(NameWord):
    row = models.ForeignKey("Club", on_delete=models.CASCADE, related_name="words", db_constraint=False)


class PersonWord(NameWord):
    row = models.ForeignKey("Person", on_delete=models.CASCADE, related_name="words", db_constraint=False)


class SourceWord(NameWord):
    row = models.ForeignKey("Source", on_delete=models.CASCADE, related_name="words", db_constraint=False)


class CompetitionWord(NameWord):
    row = models.ForeignKey("Competition", on_delete=models.CASCADE, related_name="words", db_constraint=False)


def whole_name(folded: str) -> str:
    """How a whole name is kept."""
    return f"={folded[:LONGEST_NAME]}"


def beginnings(search: str, folded: str) -> dict[str, int]:
    """What is kept of the names in a search column, and what each is to its row; `folded` is the row's own name."""
    found: dict[str, int] = {}
    for name in filter(None, (part.strip() for part in search.split("|"))):
        is_whole = OWN if name == folded else OTHER
        starts = {word[:length] for word in name.split() for length in range(1, min(len(word), LONGEST) + 1)}
        for word in starts:
            found[word] = max(found.get(word, START), is_whole if word == name else START)
        found[whole_name(name)] = max(found.get(whole_name(name), START), is_whole)
    return found


def words_model(model: type[models.Model]) -> Any:
    """The table that keeps the beginnings of a model's names."""
    return model._meta.get_field("words").related_model


def keep_words(model: type[models.Model], ids: Iterable[int] | None = None) -> None:
    """Make the beginnings of these rows (default: of all) what their names say. Again writes nothing."""
    keys = iter(model._base_manager.order_by("pk").values_list("pk", flat=True).iterator() if ids is None else ids)
    while batch := list(islice(keys, BATCH)):
        _keep(model, batch)


def rerank(model: type[models.Model], ids: Any) -> None:
    """Bring the ranks of these rows (ids, or a query for them) up to their counts, where these have changed."""
    count = Subquery(model._base_manager.filter(pk=OuterRef("row")).values("link_count")[:1])
    words_model(model)._base_manager.filter(~Q(rank=count), row__in=ids).update(rank=count)


def _keep(model: type[models.Model], ids: list[int]) -> None:
    words = words_model(model)
    kept = {
        (row, word): (pk, whole, rank)
        for pk, row, word, whole, rank in words._base_manager.filter(row__in=ids).values_list(
            "pk", "row_id", "word", "whole", "rank"
        )
    }
    fresh = []
    for row, word, whole, rank in _wanted(model, ids):
        _, *known = kept.get((row, word), (None,))
        if known == [whole, rank]:
            del kept[row, word]
        else:
            fresh.append((row, word, whole, rank))
    if kept:
        words._base_manager.filter(pk__in=[pk for pk, _, _ in kept.values()]).delete()
    insert(words, fresh)


def insert(words: Any, rows: Sequence[Row]) -> None:
    """Write beginnings: a row with a name has a dozen, and `bulk_create` takes ten times as long for them."""
    if not rows:
        return
    connection = connections[router.db_for_write(words)]
    into = f"insert into {words._meta.db_table} (row_id, word, whole, rank)"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            columns = [list(column) for column in zip(*rows, strict=True)]
            cursor.execute(f"{into} select * from unnest(%s::bigint[], %s::text[], %s::int[], %s::int[])", columns)  # noqa: S608  # nosec B608
        else:
            cursor.executemany(f"{into} values (%s, %s, %s, %s)", rows)


def _wanted(model: type[models.Model], ids: list[int]) -> Iterator[Row]:
    rows = model._base_manager.filter(pk__in=ids).values_list("pk", "search", "folded", "link_count")
    for pk, search, folded, count in rows:
        for word, whole in beginnings(search, folded).items():
            yield pk, word, whole, count
