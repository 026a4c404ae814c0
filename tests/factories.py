"""Rows for tests: minimal, without surprises. Derived columns are as the models default them until a test derives."""

from datetime import UTC, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from factory.declarations import LazyAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory, Password
from factory.helpers import post_generation

from rumours import models
from rumours.choices import ArticleStatus, DatePrecision, Position, SourceKind, StageGroup, SuggestionKind
from rumours.editorial.waiting import mark_waiting
from rumours.text import fingerprint

BODY = "Milan want the defender. Juventus have asked about him.\n\n“He stays with us,” the director said."
DAY = datetime(2026, 1, 10, 12, 0, tzinfo=UTC)


class UserFactory(DjangoModelFactory):
    """A staff member without any permission; `permissions=("publish_article", ...)` gives some of the site's own."""

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = Sequence(lambda n: f"user{n}")
    password = Password("correct horse")
    is_staff = True

    @post_generation
    def permissions(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted:
            found = Permission.objects.filter(content_type__app_label="rumours", codename__in=extracted)
            self.user_permissions.set(found)


class ChiefFactory(UserFactory):
    """Somebody who may do everything."""

    is_superuser = True


class CompetitionFactory(DjangoModelFactory):
    class Meta:
        model = models.Competition

    name = Sequence(lambda n: f"League {n}")
    country = "Italy"


class ClubFactory(DjangoModelFactory):
    class Meta:
        model = models.Club

    name = Sequence(lambda n: f"Club {n}")
    association = "Italy"


class ClubAliasFactory(DjangoModelFactory):
    class Meta:
        model = models.ClubAlias

    club = SubFactory(ClubFactory)
    name = Sequence(lambda n: f"Nickname {n}")


class PlayerFactory(DjangoModelFactory):
    class Meta:
        model = models.Player

    name = Sequence(lambda n: f"Player {n}")
    position = Position.CENTRE_BACK


class PlayerAliasFactory(DjangoModelFactory):
    class Meta:
        model = models.PlayerAlias

    player = SubFactory(PlayerFactory)
    name = Sequence(lambda n: f"Other Name {n}")


class PlayerSpellFactory(DjangoModelFactory):
    class Meta:
        model = models.PlayerSpell

    player = SubFactory(PlayerFactory)
    club = SubFactory(ClubFactory)


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = models.Source

    name = Sequence(lambda n: f"Outlet {n}")


class JournalistFactory(SourceFactory):
    name = Sequence(lambda n: f"Journalist {n}")
    kind = SourceKind.JOURNALIST


class SourceAliasFactory(DjangoModelFactory):
    class Meta:
        model = models.SourceAlias

    source = SubFactory(SourceFactory)
    name = Sequence(lambda n: f"Other Outlet {n}")


class SourceTierFactory(DjangoModelFactory):
    class Meta:
        model = models.SourceTier

    source = SubFactory(SourceFactory)
    tier = "2"
    since = datetime(2020, 1, 1, tzinfo=UTC).date()
    reason = "Its record."


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = models.Person

    name = Sequence(lambda n: f"Person {n}")


class PersonAliasFactory(DjangoModelFactory):
    class Meta:
        model = models.PersonAlias

    person = SubFactory(PersonFactory)
    name = Sequence(lambda n: f"Other Person {n}")


class WindowFactory(DjangoModelFactory):
    class Meta:
        model = models.Window
        django_get_or_create = ("code",)

    code = "2026-winter"


class WindowSpanFactory(DjangoModelFactory):
    class Meta:
        model = models.WindowSpan

    window = SubFactory(WindowFactory)
    association = "Italy"
    opens_at = datetime(2026, 1, 2, tzinfo=UTC)
    closes_at = datetime(2026, 2, 2, 19, 0, tzinfo=UTC)


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


class TransferLinkFactory(DjangoModelFactory):
    class Meta:
        model = models.TransferLink

    player = SubFactory(PlayerFactory)
    from_club = SubFactory(ClubFactory)
    to_club = SubFactory(ClubFactory)
    window = SubFactory(WindowFactory)
    position = LazyAttribute(lambda link: link.player.position)
    position_group = LazyAttribute(lambda link: link.player.position_group)


class LinkTieFactory(DjangoModelFactory):
    class Meta:
        model = models.LinkTie

    link = SubFactory(TransferLinkFactory)
    other = SubFactory(TransferLinkFactory)
    kind = "swap"


class ReportFactory(DjangoModelFactory):
    """Of a draft article, on the publisher's word; `article=PublishedArticleFactory()` for one that readers see."""

    class Meta:
        model = models.Report

    article = SubFactory(ArticleFactory)
    link = SubFactory(TransferLinkFactory)
    source = LazyAttribute(lambda report: report.article.publisher)
    stage_group = StageGroup.INTEREST
    text = "Milan want the defender."
    start = LazyAttribute(lambda report: max(report.article.body.find(report.text), 0))
    end = LazyAttribute(lambda report: report.start + len(report.text))
    dated_at = LazyAttribute(lambda report: report.article.dated_at)


class FeeFactory(DjangoModelFactory):
    class Meta:
        model = models.Fee

    report = SubFactory(ReportFactory)
    what = "offer"
    low = 30_000_000
    high = 30_000_000
    fee_eur = 30_000_000


class ExchangeRateFactory(DjangoModelFactory):
    class Meta:
        model = models.ExchangeRate

    currency = "GBP"
    year = 2026
    eur = "1.15"


class SuggestionFactory(DjangoModelFactory):
    """Of a player, at the body's first word."""

    class Meta:
        model = models.Suggestion

    article = SubFactory(ArticleFactory)
    kind = SuggestionKind.PLAYER
    start = 0
    text = "Milan"
    end = LazyAttribute(lambda row: row.start + len(row.text))
    player = SubFactory(PlayerFactory)
    confidence = "0.900"
    rule = "name"
    tagger_version = "1"

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Any:
        made = super()._create(model_class, *args, **kwargs)
        mark_waiting([made.article_id])
        return made


class OldAddressFactory(DjangoModelFactory):
    class Meta:
        model = models.OldAddress

    kind = "club"
    old = Sequence(lambda n: f"old-{n}")
    target_id = 1


class CorrectionFactory(DjangoModelFactory):
    class Meta:
        model = models.Correction

    row_kind = "article"
    row_id = 1
    note = "The date was wrong."
    by = SubFactory(UserFactory)


class FeedFactory(DjangoModelFactory):
    class Meta:
        model = models.Feed

    address = Sequence(lambda n: f"https://news{n}.example/feed")


class FeedEntryFactory(DjangoModelFactory):
    class Meta:
        model = models.FeedEntry

    feed = SubFactory(FeedFactory)
    guid = Sequence(lambda n: f"{n:064}")
    title = "Rossi to Redville"
