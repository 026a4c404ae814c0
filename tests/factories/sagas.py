"""Links, their reports and fees."""

from factory.declarations import LazyAttribute, SubFactory
from factory.django import DjangoModelFactory

from rumours import models
from rumours.choices import StageGroup
from tests.factories.articles import ArticleFactory
from tests.factories.reference import ClubFactory, PlayerFactory, WindowFactory


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
