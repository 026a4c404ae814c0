"""Articles with what came with them, and what stands in their text."""

from datetime import UTC, datetime
from typing import Any

from factory.declarations import LazyAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory
from factory.helpers import post_generation

from rumours import models
from rumours.choices import ArticleStatus, DatePrecision
from rumours.text import fingerprint
from tests.factories.reference import PersonFactory, PlayerFactory, SourceFactory

BODY = "Milan want the defender. Juventus have asked about him.\n\n“He stays with us,” the director said."
DAY = datetime(2026, 1, 10, 12, 0, tzinfo=UTC)


class ArticleFactory(DjangoModelFactory):
    """A draft, dated 10 January 2026."""

    class Meta:
        model = models.Article

    headline = Sequence(lambda n: f"Headline {n}")
    body = BODY
    publisher = SubFactory(SourceFactory)
    published_at = DAY
    precision = DatePrecision.TIME
    fingerprint = LazyAttribute(lambda article: fingerprint(article.body))


class PublishedArticleFactory(ArticleFactory):
    """One readers have been shown since the day it is dated."""

    status = ArticleStatus.PUBLISHED
    released_at = LazyAttribute(lambda article: article.published_at or DAY)


class OriginalFactory(DjangoModelFactory):
    class Meta:
        model = models.Original

    article = SubFactory(ArticleFactory)
    content = BODY.encode()
    digest = Sequence("{:064x}".format)
    content_type = "text/plain"
    encoding = "utf-8"


class AsideFactory(DjangoModelFactory):
    class Meta:
        model = models.Aside

    article = SubFactory(ArticleFactory)
    kind = "caption"
    text = "A player celebrates"
    place = 0


class MentionFactory(DjangoModelFactory):
    """Of a player, at the body's first word; give `player=None` with another subject."""

    class Meta:
        model = models.Mention

    article = SubFactory(ArticleFactory)
    start = 0
    text = "Milan"
    end = LazyAttribute(lambda row: row.start + len(row.text))
    player = SubFactory(PlayerFactory)


class QuoteFactory(DjangoModelFactory):
    class Meta:
        model = models.Quote
        skip_postgeneration_save = True

    article = SubFactory(ArticleFactory)
    speaker = SubFactory(PersonFactory)
    text = "He stays with us,"
    start = LazyAttribute(lambda row: max(row.article.body.find(row.text), 0))
    end = LazyAttribute(lambda row: row.start + len(row.text))
    dated_at = LazyAttribute(lambda row: row.article.dated_at)

    @post_generation
    def players(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted:
            self.players.set(extracted)

    @post_generation
    def clubs(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted:
            self.clubs.set(extracted)


class QuoteFragmentFactory(DjangoModelFactory):
    class Meta:
        model = models.QuoteFragment

    quote = SubFactory(QuoteFactory)
    start = LazyAttribute(lambda row: row.quote.start)
    text = "He stays"
    end = LazyAttribute(lambda row: row.start + len(row.text))
