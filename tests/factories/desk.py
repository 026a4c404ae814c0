"""What the desk has beside them: suggestions, corrections, old addresses, feeds."""

from typing import Any

from factory.declarations import LazyAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory

from rumours import models
from rumours.choices import SuggestionKind
from rumours.editorial.waiting import mark_waiting
from tests.factories.articles import ArticleFactory
from tests.factories.reference import PlayerFactory
from tests.factories.users import UserFactory


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
