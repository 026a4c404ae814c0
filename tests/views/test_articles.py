"""The list of articles and the page of one: what readers see of it, and what they must not."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from config.pages.filling import PUBLIC
from rumours.choices import ArticleStatus, Section, Shown
from rumours.models import Article, TransferLink
from tests import factories as make

pytestmark = pytest.mark.django_db

LIST_QUERIES = 4  # articles, their reports with links, publishers and windows to choose from
DETAIL_QUERIES = 6  # article, reports, quotes, their fragments, mentions, corrections


def public_link(**values: Any) -> TransferLink:
    return make.TransferLinkFactory(is_public=True, **values)


def address(article: Article) -> str:
    return article.get_absolute_url()


def full_article(**values: Any) -> Article:
    return make.PublishedArticleFactory(shown=Shown.FULL, **values)


def withdraw(row: Any) -> None:
    user = make.UserFactory()
    type(row).objects.filter(pk=row.pk).update(withdrawn_at=timezone.now(), withdrawn_by=user, withdrawn_why="asked to")


def test_the_list_holds_published_articles_and_no_other(client: Client) -> None:
    make.PublishedArticleFactory(headline="Shown")
    for status in (ArticleStatus.DRAFT, ArticleStatus.DROPPED):
        make.ArticleFactory(headline="Kept back", status=status)
    make.PublishedArticleFactory(headline="Kept back", released_at=timezone.now() + timedelta(hours=1))
    page = client.get("/articles/").content.decode()
    assert ("Shown" in page, "Kept back" in page) == (True, False)


def test_the_list_runs_by_when_articles_were_shown(client: Client) -> None:
    for hours in (2, 1, 3):
        make.PublishedArticleFactory(
            headline=f"Shown {hours} h ago", released_at=timezone.now() - timedelta(hours=hours)
        )
    rows = client.get("/articles/").context["listing"].page.rows
    assert [row.headline for row in rows] == ["Shown 1 h ago", "Shown 2 h ago", "Shown 3 h ago"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_number_of_questions_however_long_it_is(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for article in make.PublishedArticleFactory.create_batch(number):
        make.ReportFactory(article=article, link=public_link())
    with django_assert_num_queries(LIST_QUERIES):
        assert client.get("/articles/").status_code == 200


def test_a_row_names_the_player_and_both_clubs_of_each_public_report_once(client: Client) -> None:
    article = make.PublishedArticleFactory()
    link = public_link(player__name="Federico Gatti", from_club__name="Juventus", to_club__name="AC Milan")
    make.ReportFactory(article=article, link=link)
    make.ReportFactory(article=article, link=link, source=make.SourceFactory())
    withdraw(make.ReportFactory(article=article, link=public_link(player__name="Taken Back")))
    page = client.get("/articles/").content.decode()
    assert [page.count(name) for name in ("Federico Gatti", "Juventus", "AC Milan", "Taken Back")] == [1, 1, 1, 0]


def test_filters_narrow_and_stand_in_the_heading(client: Client) -> None:
    outlet = make.SourceFactory(name="Football Italia", is_reference=True)
    wanted = make.PublishedArticleFactory(publisher=outlet, section=Section.WOMEN)
    make.ReportFactory(article=wanted, link=public_link(window__code="2026-winter"))
    make.PublishedArticleFactory(publisher=outlet)
    make.PublishedArticleFactory(section=Section.WOMEN)
    query = f"?publisher={outlet.slug}&section=women&window=2026-winter&utm_source=x"
    listing = client.get(f"/articles/{query}").context["listing"]
    assert listing.heading == "Articles by Football Italia, women, winter 2026"
    assert [row.pk for row in listing.page.rows] == [wanted.pk]


@pytest.mark.parametrize("latest", ["2025-summer", "2026-winter"])
def test_articles_of_a_window_are_the_same_whether_it_is_the_latest_or_not(client: Client, latest: str) -> None:
    make.WindowFactory(code=latest, link_count=1)
    wanted, other = make.PublishedArticleFactory(), make.PublishedArticleFactory(headline="Of another window")
    link = public_link(window__code="2025-summer")
    make.ReportFactory(article=wanted, link=link)
    make.ReportFactory(article=make.ArticleFactory(), link=link)
    make.ReportFactory(article=other, link=public_link(window__code="2026-winter"))
    withdraw(make.ReportFactory(article=other, link=link))
    page = client.get("/articles/?window=2025-summer")
    assert page.context["listing"].page.rows == [wanted]
    assert client.get("/articles.json?window=2025-summer").json()["rows"][0]["id"] == wanted.pk


@pytest.mark.parametrize("query", ["section=both", "window=2026", "publisher=nobody", "after=x", "section=%00"])
def test_a_filter_with_a_bad_value_is_a_clear_400(client: Client, query: str) -> None:
    response = client.get(f"/articles/?{query}")
    assert (response.status_code, query.split("=")[0] in response.content.decode()) == (400, True)


def test_older_articles_follow_by_cursor(client: Client) -> None:
    now = timezone.now()
    for number in range(27):
        make.PublishedArticleFactory(headline=f"No {number}", released_at=now - timedelta(minutes=number))
    first = client.get("/articles/").context["listing"]
    second = client.get(first.next_address).context["listing"]
    assert [row.headline for row in second.page.rows] == ["No 25", "No 26"]
    assert (second.next_address, second.first_address) == ("", "/articles/")


def test_the_whole_text_has_its_names_linked_and_its_speech_marked(client: Client) -> None:
    article = full_article()
    club = make.ClubFactory(name="AC Milan", is_reference=True)
    make.MentionFactory(article=article, player=None, club=club)
    make.QuoteFactory(article=article, speaker__name="The Director", speaker__is_reference=True)
    page = client.get(address(article)).content.decode()
    assert '<a href="/clubs/ac-milan/">Milan</a> want the defender.' in page
    assert '<span class="quoted">“He stays with us,”</span> <a class="quoted-by" href="/people/the-director/">' in page


def test_a_name_known_only_from_drafts_is_not_linked(client: Client) -> None:
    article = full_article()
    make.MentionFactory(article=article, player=make.PlayerFactory(name="Milan Stub"))
    page = client.get(address(article)).content.decode()
    assert ("<p>Milan want the defender." in page, "milan-stub" in page) == (True, False)


def test_an_excerpt_shows_evidence_and_quotes_and_no_more_of_the_body(client: Client) -> None:
    article = make.PublishedArticleFactory(address="https://example.org/a", standfirst="Never shown")
    make.ReportFactory(article=article, link=public_link())
    make.QuoteFactory(article=article)
    page = client.get(address(article)).content.decode()
    shown = ("Milan want the defender.", "He stays with us,", "Juventus have asked", "Never shown")
    assert [words in page for words in shown] == [True, True, False, False]
    assert '<a href="https://example.org/a" rel="nofollow noopener">' in page


def test_only_web_addresses_are_linked_out(client: Client) -> None:
    article = make.PublishedArticleFactory(address="javascript:alert(1)")
    assert "javascript:" not in client.get(address(article)).content.decode()


def test_reports_on_the_same_words_stand_under_them_together(client: Client) -> None:
    article = make.PublishedArticleFactory()
    make.ReportFactory.create_batch(2, article=article, link__is_public=True)
    page = client.get(address(article)).content.decode()
    assert page.count("Milan want the defender.") == 1


def test_withdrawn_quotes_and_reports_are_not_shown(client: Client) -> None:
    article = full_article()
    withdraw(make.QuoteFactory(article=article, speaker__name="The Director"))
    withdraw(make.ReportFactory(article=article, link=public_link(player__name="Taken Back")))
    page = client.get(address(article)).content.decode()
    assert [words in page for words in ("He stays", "The Director", "Taken Back")] == [False, False, False]
    assert "[words withdrawn]" in page


def test_evidence_hides_withdrawn_words_that_it_holds(client: Client) -> None:
    article = make.PublishedArticleFactory()
    make.ReportFactory(article=article, link=public_link(), text="“He stays with us,” the director said.")
    withdraw(make.QuoteFactory(article=article))
    page = client.get(address(article)).content.decode()
    assert ("He stays" in page, "the director said." in page) == (False, True)


def test_corrections_of_the_article_and_its_rows_are_shown(client: Client) -> None:
    article = make.PublishedArticleFactory()
    report = make.ReportFactory(article=article, link=public_link())
    make.CorrectionFactory(row_id=article.pk, note="The date was wrong.")
    make.CorrectionFactory(row_kind="report", row_id=report.pk, note="It was a loan.")
    make.CorrectionFactory(row_id=article.pk + 1000, note="Of another.")
    page = client.get(address(article)).content.decode()
    assert [note in page for note in ("The date was wrong.", "It was a loan.", "Of another.")] == [True, True, False]


def test_what_is_ours_unknown_or_foreign_is_marked(client: Client) -> None:
    article = full_article(headline_ours=True, published_at=None, released_at=timezone.now(), language="it")
    page = client.get(address(article)).content.decode()
    assert "this one is ours" in page
    assert "date unknown" in page
    assert 'class="story-body prose" lang="it"' in page
    assert "<h1>Headline" in page.replace("\n", "")


@pytest.mark.parametrize("number", [1, 3])
def test_an_article_asks_the_same_number_of_questions_however_much_it_holds(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    article = full_article()
    for index in range(number):
        make.ReportFactory(article=article, link=public_link(), source=make.SourceFactory())
        make.MentionFactory(article=article, start=index, text="x")
        quote = make.QuoteFactory(article=article, start=60 + index)
        make.QuoteFragmentFactory(quote=quote)
    with django_assert_num_queries(DETAIL_QUERIES):
        assert client.get(address(article)).status_code == 200


def test_a_wrong_slug_leads_to_the_right_one_and_keeps_the_query(client: Client) -> None:
    article = make.PublishedArticleFactory()
    response = client.get(f"/articles/{article.pk}-something-else/?a=1")
    assert (response.status_code, response.headers["Location"]) == (301, f"{address(article)}?a=1")


def test_an_old_address_leads_to_the_article_it_became(client: Client) -> None:
    article = make.PublishedArticleFactory()
    make.OldAddressFactory(kind="article", old=str(article.pk + 1000), target_id=article.pk)
    assert client.get(f"/articles/{article.pk + 1000}-x/").headers["Location"] == address(article)


def test_a_withdrawn_article_is_gone_and_says_nothing_of_what_it_was(client: Client) -> None:
    article = make.PublishedArticleFactory(headline="Slander", status=ArticleStatus.WITHDRAWN)
    withdraw(article)
    response = client.get(address(article))
    assert (response.status_code, "Slander" in response.content.decode()) == (410, False)


def test_what_was_withdrawn_before_its_hour_never_was_there(client: Client) -> None:
    later = timezone.now() + timedelta(hours=1)
    article = make.PublishedArticleFactory(status=ArticleStatus.WITHDRAWN, released_at=later)
    withdraw(article)
    assert client.get(address(article)).status_code == 404


def test_browsers_ask_again_for_what_may_come_back(client: Client) -> None:
    withdrawn = make.PublishedArticleFactory(status=ArticleStatus.WITHDRAWN)
    withdraw(withdrawn)
    moved = make.PublishedArticleFactory()
    answers = [client.get(address(withdrawn)), client.get(f"/articles/{moved.pk}-once/"), client.get(address(moved))]
    kept = [(answer.status_code, answer.headers.get("Cache-Control")) for answer in answers]
    assert kept == [(410, "no-cache"), (301, "no-cache"), (200, PUBLIC)]


@pytest.mark.parametrize("status", [ArticleStatus.DRAFT, ArticleStatus.DROPPED])
def test_what_is_not_published_is_not_there(client: Client, status: ArticleStatus) -> None:
    assert client.get(address(make.ArticleFactory(status=status))).status_code == 404


def test_what_is_scheduled_is_not_there_yet(client: Client) -> None:
    article = make.PublishedArticleFactory(released_at=timezone.now() + timedelta(hours=1))
    assert client.get(address(article)).status_code == 404


@pytest.mark.parametrize("pk", ["999999", "9" * 30])
def test_an_article_that_never_was_is_not_there(client: Client, pk: str) -> None:
    assert client.get(f"/articles/{pk}-x/").status_code == 404


class TestPreview:
    """A draft on the real page, for those who may."""

    def preview(self, client: Client, status: ArticleStatus = ArticleStatus.DRAFT) -> Any:
        article = make.ArticleFactory(status=status, released_at=timezone.now())
        make.ReportFactory(article=article, link__player__name="Draft Player")
        return client.get(f"{address(article)}preview/")

    def test_whoever_may_sees_it_marked_and_uncached(self, client: Client) -> None:
        client.force_login(make.UserFactory(permissions=("preview_article",)))
        response = self.preview(client)
        page = response.content.decode()
        assert ("readers do not see this" in page, "Draft Player" in page) == (True, True)
        assert "no-store" in response.headers["Cache-Control"]

    def test_readers_and_staff_without_the_permission_find_nothing(self, client: Client) -> None:
        assert self.preview(client).status_code == 404
        client.force_login(make.UserFactory())
        assert self.preview(client).status_code == 404

    def test_a_withdrawn_article_has_no_preview(self, client: Client) -> None:
        client.force_login(make.UserFactory(permissions=("preview_article",)))
        assert self.preview(client, ArticleStatus.WITHDRAWN).status_code == 404

    def test_the_public_address_shows_a_draft_to_nobody(self, client: Client) -> None:
        client.force_login(make.ChiefFactory())
        assert client.get(address(make.ArticleFactory())).status_code == 404
