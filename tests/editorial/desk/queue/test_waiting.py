"""What waits in the queue, and what its rows say."""

import pytest
from django.contrib.auth.models import User

from rumours.choices import SuggestionKind
from rumours.editorial.desk.queue_filters import Filters, Tab
from rumours.editorial.desk.queue_rows import page_of
from rumours.editorial.desk.visits import claim, note_visit
from rumours.models import SuggestionAlternative
from tests import factories
from tests.editorial.desk.queue.drafts import decide, draft, link, shown

pytestmark = pytest.mark.django_db


def test_drafts_wait_while_cards_are_open_or_nothing_is_tagged(ana: User) -> None:
    draft("open")
    factories.ArticleFactory(headline="untagged")
    draft("done", links=0)
    factories.PublishedArticleFactory(headline="published")
    assert sorted(shown(ana)) == ["open", "untagged"]


def test_names_that_mean_one_known_row_keep_nothing_waiting(ana: User) -> None:
    plain, ambiguous, new = (draft(name, links=0) for name in ("plain", "ambiguous", "new"))
    factories.SuggestionFactory(article=plain)
    row = factories.SuggestionFactory(article=ambiguous)
    SuggestionAlternative.objects.create(suggestion=row, slot="player", player=factories.PlayerFactory(), rank=1)
    factories.SuggestionFactory(article=new, player=None, player_name="Teo Marlin")
    assert sorted(shown(ana)) == ["ambiguous", "new"]


def test_what_is_decided_waits_no_more(ana: User) -> None:
    article = draft("decided")
    decide(article.suggestions.get(), ana)
    assert shown(ana) == []


def test_published_articles_with_open_cards_have_a_tab_that_says_how_many(ana: User) -> None:
    published = factories.PublishedArticleFactory(headline="published")
    link(published)
    link(published)
    factories.SuggestionFactory(article=published)
    factories.PublishedArticleFactory(headline="done")
    row = page_of(Filters(tab=Tab.OPEN), by=ana).rows[0]
    assert (row.headline, row.open_links, row.open_quotes, row.open_names) == ("published", 2, 0, 0)
    assert shown(ana, tab=Tab.OPEN) == ["published"]


def test_a_row_says_what_waits_and_who_is_there(ana: User, ben: User) -> None:
    article = draft("both", links=0)
    link(article, confidence="0.400")
    link(article, confidence="0.700")
    factories.SuggestionFactory(article=article, kind=SuggestionKind.QUOTE, described="A friend")
    factories.SuggestionFactory(article=article, player=None, player_name="Teo Marlin")
    note_visit(article, by=ben, acted=True)
    row = page_of(Filters(), by=ana).rows[0]
    assert (row.open_links, row.open_quotes, row.open_names, float(row.surest)) == (2, 1, 1, 0.7)
    assert (row.here, row.held, row.is_mine) == ("ben", "", "")
    claim(article, by=ana)
    row = page_of(Filters(), by=ana).rows[0]
    assert (row.here, row.held, row.is_mine) == ("ben", "ana", "ana")
