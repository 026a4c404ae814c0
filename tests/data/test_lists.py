"""Every list as data: the rows of its page, its filters, and nothing that readers may not see."""

import csv
import io
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from rumours.data.asking import ROWS
from rumours.data.formats import Format
from rumours.models import TransferLink
from tests.factories import (
    ClubFactory,
    CorrectionFactory,
    FeeFactory,
    OldAddressFactory,
    PersonFactory,
    PlayerFactory,
    PublishedArticleFactory,
    QuoteFactory,
    ReportFactory,
    SourceFactory,
    TransferLinkFactory,
    WindowFactory,
)

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
FORMS = ("json", "csv", "atom")
LISTS = ("links", "quotes", "articles", "players", "clubs", "sources")


def entries_of(feed: bytes) -> list[ElementTree.Element]:
    return ElementTree.fromstring(feed).findall(f"{ATOM}entry")  # noqa: S314 - our own


@pytest.fixture
def link() -> TransferLink:
    made: TransferLink = TransferLinkFactory(
        player=PlayerFactory(name="Sandro Vell", is_public=True),
        from_club=ClubFactory(name="Cindermere", is_public=True),
        to_club=ClubFactory(name="Port Arden", is_public=True),
        window=WindowFactory(code="2026-winter"),
        stage_group="bid",
        moved_at=datetime(2026, 1, 10, 12, 30, tzinfo=UTC),
        is_public=True,
    )
    TransferLinkFactory(player=PlayerFactory(name="Draft Only"), is_public=False)
    return made


def test_links_as_json_say_who_goes_where_and_how_far_it_is(client: Client, link: TransferLink) -> None:
    answer = client.get("/links.json?stage=bid")
    assert answer["Content-Type"] == "application/json"
    body = answer.json()
    assert (body["page"], body["next"]) == (f"{settings.SITE_URL}/links/?stage=bid", None)
    [row] = body["rows"]
    expected = {
        "id": link.pk,
        "player": "Sandro Vell",
        "from_club": "Cindermere",
        "to_club_slug": "port-arden",
        "window": "2026-winter",
        "stage_group": "bid",
        "moved_at": "2026-01-10T12:30:00Z",
    }
    assert {name: row[name] for name in expected} == expected
    assert row["url"] == f"{settings.SITE_URL}{link.get_absolute_url()}"
    assert (row["loan_club"], row["stage"], row["fee_eur"]) == (None, None, None)


def test_links_as_csv_have_the_same_columns(client: Client, link: TransferLink) -> None:
    answer = client.get("/links.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="links.csv"'
    [row] = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert list(row) == list(client.get("/links.json").json()["rows"][0])
    assert (row["player"], row["free_agent"], row["loan_club"]) == ("Sandro Vell", "false", "")


def test_a_feed_is_named_after_its_filters_and_each_movement_is_an_entry(client: Client, link: TransferLink) -> None:
    answer = client.get("/links.atom?stage=bid")
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = ElementTree.fromstring(answer.content)  # noqa: S314 - our own
    assert (
        root.findtext(f"{ATOM}title")
        == f"{client.get('/links.json?stage=bid').json()['heading']} · {settings.SITE_NAME}"
    )
    [entry] = entries_of(answer.content)
    assert entry.findtext(f"{ATOM}title") == "Sandro Vell to Port Arden: bid"
    first = entry.findtext(f"{ATOM}id")
    TransferLink.objects.filter(pk=link.pk).update(moved_at=datetime(2026, 1, 12, tzinfo=UTC))
    [entry] = entries_of(client.get("/links.atom").content)
    assert entry.findtext(f"{ATOM}id") != first


def test_a_clubs_list_goes_by_movement_in_and_out(client: Client, link: TransferLink) -> None:
    club = link.to_club
    out = TransferLinkFactory(from_club=club, is_public=True, moved_at=datetime(2026, 1, 11, tzinfo=UTC))
    TransferLinkFactory(is_public=True)
    body = client.get("/clubs/port-arden.json").json()
    assert [row["id"] for row in body["rows"]] == [out.pk, link.pk]
    assert (body["of"]["name"], body["of"]["slug"]) == ("Port Arden", "port-arden")
    assert body["rows"][1] == client.get("/links.json?stage=bid").json()["rows"][0]
    assert [row["id"] for row in client.get("/clubs/port-arden.json?direction=in").json()["rows"]] == [link.pk]


def test_windows_players_and_sources_have_lists_of_their_own(client: Client, link: TransferLink) -> None:
    TransferLinkFactory(is_public=True, window=WindowFactory(code="2025-summer"))
    source = SourceFactory(name="Morning Ball", is_public=True)
    report = ReportFactory(link=link, source=source, article=PublishedArticleFactory())
    assert [row["id"] for row in client.get("/windows/2026-winter.json").json()["rows"]] == [link.pk]
    player = client.get(f"/players/{link.player.slug}.json").json()
    assert (player["of"]["name"], [row["id"] for row in player["rows"]]) == ("Sandro Vell", [link.pk])
    reports = client.get("/sources/morning-ball.json").json()
    assert [(row["id"], row["link"], row["evidence"]) for row in reports["rows"]] == [(report.pk, link.pk, report.text)]
    assert client.get("/sources/morning-ball.atom").status_code == 200


def test_quotes_and_articles_tell_their_source_and_never_the_text_of_an_article(client: Client) -> None:
    article = PublishedArticleFactory(headline="Vell waits", body="Sandro Vell waits.\n\n“I wait,” he said.")
    PublishedArticleFactory.build()
    quote = QuoteFactory(article=article, text="I wait", start=22, end=28, speaker=PersonFactory(name="Sandro Vell"))
    [row] = client.get("/quotes.json").json()["rows"]
    assert (row["id"], row["words"], row["speaker"], row["article"]) == (
        quote.pk,
        "I wait",
        "Sandro Vell",
        "Vell waits",
    )
    answer = client.get("/articles.json")
    assert [row["headline"] for row in answer.json()["rows"]] == ["Vell waits"]
    for form in FORMS:
        assert b"Sandro Vell waits" not in client.get(f"/articles.{form}").content


def test_withdrawn_words_are_in_no_data_that_rests_on_them(client: Client, link: TransferLink) -> None:
    article, source = PublishedArticleFactory(), SourceFactory(name="Morning Ball", is_public=True)
    report = ReportFactory(article=article, link=link, source=source, text="“He stays with us,” the director said.")
    quote = QuoteFactory(article=article, via=source)
    type(quote).objects.filter(pk=quote.pk).update(
        withdrawn_at=article.released_at, withdrawn_by=CorrectionFactory().by, withdrawn_why="asked"
    )
    assert report.text in article.body
    for address in (f"/links/{link.pk}.json", "/sources/morning-ball.json", "/sources/morning-ball.csv",
                    "/sources/morning-ball.atom", "/quotes.json"):  # fmt: skip
        assert b"He stays" not in client.get(address).content, address
    told = client.get(f"/links/{link.pk}.json").json()["reported"]
    assert [row["evidence"] for row in told] == ["[words withdrawn] the director said."]


def test_a_report_in_a_feed_says_its_step_as_pages_do(client: Client, link: TransferLink) -> None:
    source = SourceFactory(name="Morning Ball", is_public=True)
    article = PublishedArticleFactory()
    ReportFactory(link=link, source=source, article=article, stage_group="off", role="origin")
    ReportFactory(link=link, source=source, article=article, stage_group="bid", stage="bid rejected", role="repeat")
    titles = {entry.findtext(f"{ATOM}title") for entry in entries_of(client.get("/sources/morning-ball.atom").content)}
    assert titles == {"Sandro Vell to Port Arden: off", "Sandro Vell to Port Arden: bid rejected"}


def test_directories_are_data_without_a_feed(client: Client, link: TransferLink) -> None:
    assert {row["name"] for row in client.get("/players.json").json()["rows"]} == {"Sandro Vell"}
    assert {row["name"] for row in client.get("/clubs.json?q=arden").json()["rows"]} == {"Port Arden"}
    assert client.get("/players.atom").status_code == 404


def test_one_link_comes_with_its_reports_and_their_sums(client: Client, link: TransferLink) -> None:
    report = ReportFactory(link=link, article=PublishedArticleFactory())
    FeeFactory(report=report, low=20_000_000, high=25_000_000, currency="EUR")
    ReportFactory(link=link)  # of a draft
    body = client.get(f"/links/{link.pk}.json").json()
    [told] = body["reported"]
    assert (body["id"], told["id"], told["fees"][0]["high"]) == (link.pk, report.pk, 25_000_000)


def test_long_lists_go_on_at_the_next_address_and_repeat_nothing(client: Client) -> None:
    made = TransferLinkFactory.create_batch(101, is_public=True, moved_at=datetime(2026, 1, 10, tzinfo=UTC))
    first = client.get("/links.json?kind=unknown")
    following = first.json()["next"]
    assert first["Link"] == f'<{following}>; rel="next"'
    second = client.get(following.removeprefix(settings.SITE_URL))
    assert len(first.json()["rows"]) == 100
    assert [row["id"] for row in second.json()["rows"]] == [made[0].pk]
    assert (second.json()["next"], second.has_header("Link")) == (None, False)


@pytest.mark.parametrize("address", ["/clubs.json", "/clubs.json?q=vale", "/players.json", "/players.json?q=vale"])
def test_directories_go_on_to_their_last_row(client: Client, address: str) -> None:
    make = ClubFactory if "clubs" in address else PlayerFactory
    made = {make(name=f"Vale {n}", is_reference=True, link_count=n % 3).pk for n in range(103)}
    first = client.get(address).json()
    second = client.get(first["next"].removeprefix(settings.SITE_URL)).json()
    shown = [row["id"] for answer in (first, second) for row in answer["rows"]]
    assert (len(first["rows"]), len(shown), set(shown), second["next"]) == (100, 103, made, None)


def test_a_feed_tells_where_it_goes_on(client: Client) -> None:
    TransferLinkFactory.create_batch(51, is_public=True)
    first = client.get("/links.atom")
    following = first["Link"].removeprefix(f"<{settings.SITE_URL}").removesuffix('>; rel="next"')
    assert (len(entries_of(first.content)), len(entries_of(client.get(following).content))) == (50, 1)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_number_of_questions_does_not_grow_with_the_list(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    TransferLinkFactory.create_batch(rows, is_public=True)
    for form in FORMS:
        with django_assert_num_queries(1):
            assert client.get(f"/links.{form}").status_code == 200


def test_a_renamed_clubs_data_moves_with_it(client: Client, link: TransferLink) -> None:
    assert link.to_club is not None
    OldAddressFactory(kind="club", old="arden-old", target_id=link.to_club.pk)
    answer = client.get("/clubs/arden-old.csv?stage=bid")
    assert (answer.status_code, answer["Location"]) == (301, "/clubs/port-arden.csv?stage=bid")
    assert answer["Cache-Control"] == "no-cache"  # a merge may be undone


def test_a_merged_links_data_moves_with_it(client: Client, link: TransferLink) -> None:
    gone = link.pk + 1000
    OldAddressFactory(kind="transferlink", old=str(gone), target_id=link.pk)
    answer = client.get(f"/links/{gone}.json")
    assert (answer.status_code, answer["Location"], answer["Cache-Control"]) == (
        301, f"/links/{link.pk}.json", "no-cache",
    )  # fmt: skip
    TransferLink.objects.filter(pk=link.pk).update(is_public=False)
    assert client.get(f"/links/{gone}.json").status_code == 404


@pytest.mark.parametrize(
    ("address", "status", "parameter"),
    [
        ("/links.json?stage=nearly", 400, "stage"),
        ("/links.csv?sort=moved&sort=new", 400, "sort"),
        ("/links.atom?utm_source=x", 400, "the address"),
        ("/links.json?after=x", 400, "after"),
        ("/links.json?age_min=%D9%A1", 400, "age_min"),
        ("/links.json?club=nobody", 404, "club"),
        ("/links.json?club=%3Cscript%3E", 400, "club"),
        ("/links.json?club=nobody&club=no+body", 400, "club"),
        ("/players.json?club=nobody", 404, "club"),
        ("/links.json?nationality=Nowhere&window=2026-spring", 400, "window"),
        ("/links.json?q=%00", 400, "q"),
        ("/links.json?x=" + "a" * 4096, 400, "the address"),
        ("/clubs/nowhere.json", 404, None),
        ("/windows/2026-spring.json", 404, None),
        ("/links/99999999999999999999.json", 404, None),
        ("/links/1.json?x=1", 400, "the address"),
    ],
)
def test_what_cannot_be_answered_is_told_in_one_shape(
    client: Client, address: str, status: int, parameter: str | None
) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/json")
    error = answer.json()["error"]
    assert sorted(error) == ["detail", "parameter", "status", "title"]
    assert (error["status"], error["parameter"]) == (status, parameter)
    assert "<script>" not in answer.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
def test_data_can_only_be_read(method: str) -> None:
    answer = getattr(Client(enforce_csrf_checks=True), method)("/links.json")
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")
    assert answer.json()["error"]["status"] == 405


@pytest.mark.parametrize("name", LISTS)
def test_nothing_of_a_draft_is_data(client: Client, name: str) -> None:
    hidden = TransferLinkFactory(
        player=PlayerFactory(name="Hidden Player"), to_club=ClubFactory(name="Hidden Club"), is_public=False
    )
    report = ReportFactory(link=hidden, source=SourceFactory(name="Hidden Source"))
    QuoteFactory(article=report.article, speaker=None, described="Hidden speaker")
    for form in FORMS:
        assert b"Hidden" not in client.get(f"/{name}.{form}").content
    assert client.get(f"/links/{hidden.pk}.json").status_code == 404
    assert client.get(f"/players/{hidden.player.slug}.json").status_code == 404


def test_pages_lead_to_their_data(client: Client, link: TransferLink) -> None:
    page = client.get("/clubs/port-arden/?stage=bid&position=Centre-Back").content.decode()
    query = "?position=Centre-Back&amp;stage=bid"
    assert 'type="application/atom+xml" title=' in page
    for form in FORMS:
        assert f'href="/clubs/port-arden.{form}{query}"' in page


def test_the_page_about_the_data_names_what_is_so(client: Client) -> None:
    page = client.get("/api/").content.decode()
    assert (
        f"at most {ROWS[Format.JSON]} rows as JSON, {ROWS[Format.CSV]:,} as CSV and {ROWS[Format.ATOM]} as a feed"
        in page
    )
    for address in ("/links.atom", "/links.csv?stage=done", "/api/openapi.json"):
        assert f'<a href="{address}">' in page
        assert client.get(address).status_code == 200
    assert [name for name in LISTS if f"<code>{name}</code>" not in page] == []
    without = [name for name in LISTS if client.get(f"/{name}.atom").status_code == 404]
    assert sorted(without) == ["clubs", "players", "sources"]
