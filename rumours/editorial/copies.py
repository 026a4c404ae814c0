"""Which article a new one repeats: the same bytes, address or words, or nearly the same words."""

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


def fingerprints(body: str) -> dict[str, str | int]:
    """The columns by which an article with this body is known again: its fingerprint, and its simhash in four."""
    first, second, third, fourth = bands(simhash(body))
    simhashes = {"simhash_a": first, "simhash_b": second, "simhash_c": third, "simhash_d": fourth}
    return {"fingerprint": fingerprint(body), **simhashes}


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
    if len(body.split()) < FEWEST_WORDS:
        return None
    ours = simhash(body)
    near = sorted((bits, pk) for pk, bits in _distances(ours, now) if bits <= MOST_BITS)[:MOST_READ]
    found = Article.objects.in_bulk([pk for _, pk in near])
    shares = [(-overlap(body, article.body), pk) for pk, article in found.items()]
    best = min(shares, default=(0.0, 0))
    return found[best[1]] if -best[0] >= LEAST_OVERLAP else None


def _distances(ours: int, now: datetime) -> list[tuple[int, int]]:
    """(id, bits that differ) of every article that could be near."""
    first, second, third, fourth = bands(ours)
    could_be = Q(simhash_a=first) | Q(simhash_b=second) | Q(simhash_c=third) | Q(simhash_d=fourth)
    rows = (
        Article.objects.filter(could_be | Q(received_at__gte=now - RECENT))
        .order_by("-received_at", "-id")
        .values_list("id", "simhash_a", "simhash_b", "simhash_c", "simhash_d")[:MOST_RECENT]
    )
    return [(pk, (ours ^ (a | b << 16 | c << 32 | d << 48)).bit_count()) for pk, a, b, c, d in rows]
