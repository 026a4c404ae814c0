"""Which article a new one repeats: the same bytes, address or words, or nearly the same words."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Q

from rumours.models import Article
from rumours.text import bands, fingerprint, overlap, simhash

# Bits of 64: a paragraph more or less changes up to 16, another story 17 and mostly 26; the overlap then decides.
MOST_BITS = 18
# Share of the shorter text's word triples that the other has too.
LEAST_OVERLAP = 0.8
FEWEST_WORDS = 30  # below, texts are alike by chance
RECENT = timedelta(days=30)
MOST_RECENT = 5_000
MOST_READ = 20
BANDS = ("simhash_a", "simhash_b", "simhash_c", "simhash_d")
# An article that could be near: bits of the simhash that differ, its key (or one yet to come), its row if at hand.
Candidate = tuple[int, int, Article | None]


def fingerprints(body: str) -> dict[str, str | int]:
    """The columns by which an article with this body is known again: its fingerprint, and its simhash in four."""
    return {"fingerprint": fingerprint(body), **dict(zip(BANDS, bands(simhash(body)), strict=True))}


def simhash_of(first: int, second: int, third: int, fourth: int) -> int:
    """The simhash from its four columns."""
    return first | second << 16 | third << 32 | fourth << 48


def same_article(*, digest: str, address: str, fingerprint: str) -> Article | None:
    """The article, whatever its status, that came as the same bytes, from the same address, or with the same words."""
    same = [Q(address=address)] if address else []
    # One after the other, each by its index: an OR of them reads every article.
    for condition in (Q(original__digest=digest), *same, Q(fingerprint=fingerprint)):
        found = Article.objects.filter(condition).order_by("id").first()
        if found is not None:
            return found
    return None


def near_copy_of(body: str, *, now: datetime) -> Article | None:
    """The article whose words `body` mostly shares: the closest, of equals the first; None where none is close.

    Looked for among all articles that share a quarter of the simhash, and the recent ones with few bits between.
    """
    if not is_long_enough(body):
        return None
    return closest(body, ((bits, pk, None) for pk, bits in _distances(simhash(body), now)))


def is_long_enough(body: str) -> bool:
    """Whether it says something where a text has the same words."""
    return len(body.split()) >= FEWEST_WORDS


def closest(body: str, candidates: Iterable[Candidate]) -> Article | None:
    """Of articles the one whose words `body` mostly shares, of equals the first; None where none is close."""
    near = sorted((one for one in candidates if one[0] <= MOST_BITS), key=lambda one: one[:2])[:MOST_READ]
    stored = Article.objects.in_bulk([pk for _, pk, row in near if row is None]) if near else {}
    read = [(pk, row or stored.get(pk)) for _, pk, row in near]
    shares = [(-overlap(body, row.body), pk, row) for pk, row in read if row is not None]
    best = min(shares, key=lambda share: share[:2], default=None)
    return best[2] if best is not None and -best[0] >= LEAST_OVERLAP else None


def _distances(ours: int, now: datetime) -> list[tuple[int, int]]:
    """(id, bits that differ) of every article that could be near."""
    could_be = Q(received_at__gte=now - RECENT)
    for band, value in zip(BANDS, bands(ours), strict=True):
        could_be |= Q(**{band: value})
    rows = Article.objects.filter(could_be).order_by("-received_at", "-id").values_list("id", *BANDS)[:MOST_RECENT]
    return [(pk, (ours ^ simhash_of(*columns)).bit_count()) for pk, *columns in rows]
