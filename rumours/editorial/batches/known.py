"""What is here already, asked for a whole batch: the same articles, and those that a new one mostly repeats."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db.models import F, Q, QuerySet

from rumours.editorial.copies import (
    BANDS,
    MOST_BITS,
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
        recent = _simhashes(Article.objects.filter(received_at__gte=now - RECENT))
        self._older = _simhashes(_sharing(batch, now)) if len(recent) < MOST_RECENT else []
        # In lists of their own, oldest first: every new article is compared with all of them.
        self._keys = [pk for pk, _ in reversed(recent)]
        self._values = [value for _, value in reversed(recent)]
        self._new: dict[int, Article] = {}

    def of(self, article: Article) -> Article | None:
        """The closest, of equals the first; None where none is close."""
        return closest(article.body, self._candidates(_simhash(article))) if is_long_enough(article.body) else None

    def add(self, article: Article) -> None:
        """From now on this one of the batch, which has no key yet, can be repeated."""
        key = _FOLLOWING + len(self._new)
        self._keys.append(key)
        self._values.append(_simhash(article))
        self._new[key] = article

    def _candidates(self, ours: int) -> Iterator[Candidate]:
        held = self._values[-MOST_RECENT:]
        first = len(self._values) - len(held)
        for place, bits in enumerate(map(int.bit_count, map(ours.__xor__, held)), start=first):
            if bits <= MOST_BITS:
                yield bits, self._keys[place], self._new.get(self._keys[place])
        for pk, value in self._older[: MOST_RECENT - len(held)]:
            if _share_a_band(ours, value):
                yield (ours ^ value).bit_count(), pk, None


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
