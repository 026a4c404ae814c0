"""What is here already, asked for a whole batch: the same articles, and those that a new one mostly repeats."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from operator import itemgetter

from django.db.models import F, Q, QuerySet

from rumours.editorial.copies import (
    BANDS,
    MOST_BITS,
    MOST_READ,
    MOST_RECENT,
    RECENT,
    Candidate,
    closest,
    is_long_enough,
    simhash_of,
)
from rumours.editorial.importing import Incoming
from rumours.models import Article

# Keys of articles that have none yet: they follow all others.
_FOLLOWING = 1 << 62


class Known:
    """The articles, stored or of this batch, that are the same as one of the batch; as `copies.same_article`."""

    def __init__(self, batch: Sequence[Incoming]) -> None:
        """Three queries, whatever the size of the batch."""
        self._by: dict[tuple[str, str], Article] = {}
        self._look_up("digest", "original__digest", {one.digest for one in batch})
        self._look_up("address", "address", {one.address for one in batch if one.address})
        self._look_up("fingerprint", "fingerprint", {one.fingerprint for one in batch})

    def same_as(self, incoming: Incoming) -> Article | None:
        """The first with the same bytes, else with the same address, else with the same words."""
        found = (self._by.get(key) for key in _keys(incoming))
        return next((article for article in found if article is not None), None)

    def add(self, incoming: Incoming, article: Article) -> None:
        """From now on this one of the batch is known too."""
        for key in _keys(incoming):
            self._by.setdefault(key, article)

    def _look_up(self, kind: str, column: str, values: set[str]) -> None:
        rows = Article.objects.filter(**{f"{column}__in": values}).order_by("id").annotate(value=F(column))
        for article in rows.only("id", "status"):
            self._by.setdefault((kind, article.value), article)


def _keys(incoming: Incoming) -> list[tuple[str, str]]:
    keys = [("digest", incoming.digest), ("address", incoming.address), ("fingerprint", incoming.fingerprint)]
    return [key for key in keys if key[1]]


class NearCopies:
    """The articles that a new one could mostly repeat; as `copies.near_copy_of`, for a batch and within it."""

    def __init__(self, batch: Sequence[Incoming], now: datetime) -> None:
        """`batch`: all that will be asked for. Three queries: it is compared with what is stored at once, and the texts
        that are near are read."""
        recent = _simhashes(Article.objects.filter(received_at__gte=now - RECENT))
        older = _simhashes(_sharing(batch, now))[: MOST_RECENT - len(recent)] if len(recent) < MOST_RECENT else []
        asked = {simhash_of(*(int(one.columns[band]) for band in BANDS)) for one in batch}
        self._stored = {ours: _nearest(ours, recent, older) for ours in asked}
        near = {pk for found in self._stored.values() for _, pk in found}
        self._rows = Article.objects.only("id", "body").in_bulk(near) if near else {}
        self._new: list[tuple[int, Article]] = []

    def of(self, article: Article) -> Article | None:
        """The closest, of equals the first; None where none is close."""
        return closest(article.body, self._candidates(_simhash(article))) if is_long_enough(article.body) else None

    def add(self, article: Article) -> None:
        """From now on this one of the batch, which has no key yet, can be repeated."""
        self._new.append((_simhash(article), article))

    def _candidates(self, ours: int) -> Iterator[Candidate]:
        for bits, pk in self._stored[ours]:
            if pk in self._rows:
                yield bits, pk, self._rows[pk]
        for place, (value, article) in enumerate(self._new):
            yield (ours ^ value).bit_count(), _FOLLOWING + place, article


def _nearest(ours: int, recent: list[tuple[int, int]], older: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """(bits that differ, key) of the stored ones that are worth reading, the nearest first."""
    differing = map(int.bit_count, map(ours.__xor__, map(itemgetter(1), recent)))
    found = [(bits, pk) for bits, (pk, _) in zip(differing, recent, strict=True) if bits <= MOST_BITS]
    found += [((ours ^ value).bit_count(), pk) for pk, value in older if _share_a_band(ours, value)]
    return sorted(one for one in found if one[0] <= MOST_BITS)[:MOST_READ]


def _simhashes(rows: "QuerySet[Article]") -> list[tuple[int, int]]:
    """(key, simhash) of the newest, newest first."""
    columns = rows.order_by("-received_at", "-id").values_list("id", *BANDS)[:MOST_RECENT]
    return [(pk, simhash_of(*bands)) for pk, *bands in columns]


def _sharing(batch: Sequence[Incoming], now: datetime) -> "QuerySet[Article]":
    """Older articles that share a quarter of its simhash with any of the batch."""
    shared = Q()
    for band in BANDS:
        shared |= Q(**{f"{band}__in": {one.columns[band] for one in batch}})
    return Article.objects.filter(shared, received_at__lt=now - RECENT)


def _simhash(article: Article) -> int:
    return simhash_of(article.simhash_a, article.simhash_b, article.simhash_c, article.simhash_d)


def _share_a_band(one: int, other: int) -> bool:
    differing = one ^ other
    return any(not differing >> shift & 0xFFFF for shift in (0, 16, 32, 48))
