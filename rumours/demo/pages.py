"""Articles written one by one: kept as drafts with their original, and tagged by the names they use."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from django.contrib.auth.models import User

from rumours.choices import DatePrecision, Section, Shown
from rumours.demo.storing import mention_of
from rumours.demo.writing import Subject
from rumours.editorial.actors import save_by
from rumours.editorial.anchoring import occurrences
from rumours.models import Article, Mention, Original, Source
from rumours.text import Span, bands, fingerprint, normalise, simhash

ARTICLES = Path(__file__).parent / "articles"


@dataclass(frozen=True, slots=True)
class Text:
    """A headline and a body, with a blank line between paragraphs."""

    headline: str
    body: str


def read(slug: str, **fields: str) -> Text:
    """A text of `articles/`: its first line is the headline; names in braces are filled in."""
    words = (ARTICLES / f"{slug}.txt").read_text(encoding="utf-8").format(**fields)
    headline, body = words.split("\n\n", 1)
    return Text(headline, normalise(body.strip()))


def new_page(
    text: Text,
    *,
    publisher: Source,
    at: datetime,
    by: User,
    names: Mapping[str, Subject],
    section: Section = Section.MEN,
    language: str = "en",
    is_fictional: bool = True,
) -> Article:
    """A draft of that instant (UTC) with every name in it tagged."""
    body = text.body
    first, second, third, fourth = bands(simhash(body))
    article = Article(
        headline=text.headline, body=body, publisher=publisher, language=language, section=section, published_at=at,
        precision=DatePrecision.TIME if is_fictional else DatePrecision.DAY, received_at=at + timedelta(minutes=10),
        shown=Shown.FULL, is_fictional=is_fictional, fingerprint=fingerprint(body), simhash_a=first,
        simhash_b=second, simhash_c=third, simhash_d=fourth, created_by=by,
    )  # fmt: skip
    save_by(article, by)
    content = body.encode()
    Original.objects.create(
        article=article, content=content, digest=sha256(content).hexdigest(), content_type="text/plain",
        encoding="utf-8", offsets=[[0, 0, len(body)]],
    )  # fmt: skip
    _tag(article, names)
    return article


def _tag(article: Article, names: Mapping[str, Subject]) -> None:
    """Tag every occurrence of every name, the longest first: a club's name inside a player's is not the club."""
    taken: list[Span] = []
    mentions: list[Mention] = []
    for name in sorted(names, key=lambda name: (-len(name), name)):
        for span in occurrences(article.body, name):
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                mentions.append(mention_of(article, span, names[name]))
    Mention.objects.bulk_create(sorted(mentions, key=lambda mention: mention.start))
