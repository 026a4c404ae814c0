"""The guard over all tests of this folder sees what it is there for."""

from typing import Any

import pytest
from django.db import connection, transaction

from rumours.editorial.touching import touch_everything
from rumours.models import Article, Club
from tests.factories import ArticleFactory, ClubFactory, PublishedArticleFactory

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="it watches on SQLite only"),
]


def _write(rows: Any, *, bumped: bool = False, **values: Any) -> None:
    with transaction.atomic():
        rows.update(**values)
        if bumped:
            touch_everything()


def test_a_bulk_write_that_bumps_nothing_is_found() -> None:
    ClubFactory(is_reference=True)
    with pytest.raises(AssertionError, match="no version was bumped"):
        _write(Club.objects.all(), name="Otherwise")


def test_so_is_one_to_what_has_been_published() -> None:
    PublishedArticleFactory()
    with pytest.raises(AssertionError, match="no version was bumped"):
        _write(Article.objects.published(), headline="Otherwise")


def test_one_that_bumps_is_fine() -> None:
    ClubFactory(is_reference=True)
    _write(Club.objects.all(), name="Otherwise", bumped=True)


def test_what_readers_do_not_see_needs_no_version() -> None:
    ArticleFactory()
    PublishedArticleFactory()
    _write(Article.objects.drafts(), headline="Otherwise")
    _write(Article.objects.all(), version=5)
