"""What cannot be shown has a page that helps; no address makes the site fail, set a cookie or tell of drafts."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path
from pytest_django import DjangoAssertNumQueries

from config.urls import handler500 as handler500
from rumours.views.errors import server_error
from tests import factories as make


def failing(request: HttpRequest, how: str) -> HttpResponse:
    """A view that fails as asked."""
    raise {"400": SuspiciousOperation, "403": PermissionDenied, "500": RuntimeError}[how]("no secret")


urlpatterns = [path("fail/<slug:how>/", failing), path("", include("config.urls"))]


@override_settings(ROOT_URLCONF=__name__)
@pytest.mark.parametrize("status", [400, 403, 500])
def test_a_failure_has_a_page_of_its_own_without_details(client: Client, status: int) -> None:
    client.raise_request_exception = False
    response = client.get(f"/fail/{status}/")
    page = response.content.decode()
    assert (response.status_code, page.count("<h1>"), "no secret" in page) == (status, 1, False)
    assert f'class="kicker">{status}' in page


def test_what_is_not_there_offers_ways_on(client: Client) -> None:
    response = client.get("/nothing/here/")
    page = response.content.decode()
    assert (response.status_code, "<h1>There is nothing here</h1>" in page) == (404, True)
    assert [words in page for words in ('role="search"', 'href="/links/"', 'href="/clubs/"')] == [True] * 3


@pytest.mark.django_db
def test_a_missing_page_asks_nothing(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        client.get("/nothing/here/")


def test_a_form_without_its_mark_is_refused_with_advice() -> None:
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "a"})
    assert (response.status_code, "That form could not be trusted" in response.content.decode()) == (403, True)


def test_a_failure_of_the_failure_page_is_still_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    with override_settings(TEMPLATES=[]):
        response = server_error(HttpRequest())
    assert (response.status_code, b"Something broke here" in response.content) == (500, True)


PUBLIC = [
    "/",
    "/links/",
    "/clubs/",
    "/players/",
    "/windows/",
    "/articles/",
    "/quotes/",
    "/sources/",
    "/search/?q=hidden",
    "/search/?q=hiden",
    "/method/",
    "/security/",
    "/robots.txt",
    "/sitemap.xml",
    *(f"/sitemap-{part}.xml" for part in ("pages", "links", "articles", "players", "clubs", "people", "sources")),
]


@pytest.mark.django_db
@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_page_sets_no_cookie_and_does_not_vary_by_it(client: Client, address: str) -> None:
    response = client.get(address)
    assert (response.status_code, dict(response.cookies)) == (200, {})
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.fixture
def pages_of_public_rows() -> list[str]:
    """A published article beside which everything stands that readers must not see; the public addresses of all."""
    club, source = (factory(is_reference=True) for factory in (make.ClubFactory, make.SourceFactory))
    player, person = (factory(is_reference=True) for factory in (make.PlayerFactory, make.PersonFactory))
    article = make.PublishedArticleFactory(publisher=source)
    link = make.TransferLinkFactory(player=player, to_club=club, from_club__is_reference=True, is_public=True)
    make.ReportFactory(article=article, link=link)
    quote = make.QuoteFactory(article=article, speaker=person, club=club, via=source, players=[player], clubs=[club])
    hidden = make.ArticleFactory(headline="Hidden headline", publisher=source)
    stub = make.PlayerFactory(name="Hidden Player", club=club)
    draft = make.TransferLinkFactory(player=stub, to_club=club, from_club__name="Hidden Club", window=link.window)
    make.ReportFactory(article=hidden, link=draft, source=make.SourceFactory(name="Hidden Source"))
    make.QuoteFactory(article=hidden, speaker=person, text="Milan want", players=[player], via=source)
    make.QuoteFactory(article=hidden, speaker__name="Hidden Person", start=30, club=club)
    make.MentionFactory(article=hidden, player=stub)
    make.SourceFactory(name="Hidden Writer", outlet=source)
    withdrawal = {"withdrawn_at": article.dated_at, "withdrawn_by": make.UserFactory(), "withdrawn_why": "Hidden why"}
    make.QuoteFactory(article=article, speaker__name="Hidden Speaker", text="Juventus", players=[player], **withdrawal)
    make.ReportFactory(article=article, link=draft, source=source, **withdrawal)
    rows = (club, source, player, person, article, link, link.window)
    assert quote.article == article
    return [*PUBLIC, *(row.get_absolute_url() for row in rows)]


@pytest.mark.django_db
def test_no_page_tells_of_drafts_of_what_was_withdrawn_or_of_who_is_known_only_from_them(
    client: Client, pages_of_public_rows: list[str]
) -> None:
    pages = {address: client.get(address) for address in pages_of_public_rows}
    assert {address: page.status_code for address, page in pages.items() if page.status_code != 200} == {}
    shown = {address: page.content.decode() for address, page in pages.items()}
    assert [address for address, page in shown.items() if "hidden-" in page or "“Milan want”" in page] == []
    telling = ("Hidden headline", "Hidden Player", "Hidden Club", "Hidden Source", "Hidden Person", "Hidden Writer")
    for words in (*telling, "Hidden Speaker", "Hidden why"):
        assert [address for address, page in shown.items() if words in page] == []


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
@pytest.mark.parametrize("address", ["/articles/", "/quotes/", "/search/", "/healthz", "/sitemap-pages.xml"])
def test_pages_are_only_read(client: Client, method: str, address: str) -> None:
    assert getattr(client, method)(address).status_code == 405
