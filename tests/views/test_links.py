"""The list of links and the page of one."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from rumours.models import TransferLink
from tests.factories import (
    ClubFactory,
    CorrectionFactory,
    FeeFactory,
    LinkTieFactory,
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


@pytest.fixture
def saga() -> TransferLink:
    link: TransferLink = TransferLinkFactory(
        player=PlayerFactory(name="Fikayo Tomori"),
        from_club=ClubFactory(name="AC Milan"),
        to_club=ClubFactory(name="Juventus"),
        is_public=True,
    )
    return link


def test_the_list_is_filtered_by_its_address_and_canonical_without_the_unknown(client: Client) -> None:
    TransferLinkFactory(is_public=True, kind="loan", player=PlayerFactory(name="Leo Lent"))
    TransferLinkFactory(is_public=True, kind="swap", player=PlayerFactory(name="Sam Swapped"))
    page = client.get("/links/?kind=loan&utm_source=x")
    assertContains(page, "Leo Lent")
    assertNotContains(page, "Sam Swapped")
    assertContains(page, '<link rel="canonical" href="/links/?kind=loan">', html=True)
    assertContains(page, '<input type="checkbox" name="kind" value="loan" checked>', html=True)


@pytest.mark.parametrize(
    "query",
    ["kind=gift", "after=x", "q=%00", "age_min=%D9%A1", "stage=<script>alert(1)</script>", "x=" + "a" * 4096],
)
def test_a_bad_value_is_a_400_that_names_the_parameter_and_repeats_nothing(client: Client, query: str) -> None:
    page = client.get(f"/links/?{query}")
    assert page.status_code == 400
    assertContains(page, query.split("=")[0] if not query.startswith("x") else "the address", status_code=400)
    assertNotContains(page, "alert(1)", status_code=400)


def test_a_list_without_rows_says_what_to_do(client: Client) -> None:
    assertContains(client.get("/links/"), "No rumours here yet.")
    assertContains(client.get("/links/?stage=bid"), "clear all filters")


def test_long_lists_lead_to_the_next_page_and_back(client: Client) -> None:
    window = WindowFactory()
    moved = datetime(2026, 1, 10, 12, 0, tzinfo=UTC)
    links = TransferLinkFactory.create_batch(26, is_public=True, window=window, moved_at=moved)
    first = client.get("/links/?kind=unknown")
    after = f"0.{int(moved.timestamp())}000000.{links[1].pk}"
    assertContains(first, f"/links/?kind=unknown&amp;after={after}")
    second = client.get(f"/links/?kind=unknown&after={after}")
    assertContains(second, links[0].player.name)
    assertNotContains(second, links[1].player.name + "<")
    assertContains(second, "Back to the start")


@pytest.mark.parametrize(
    ("query", "said"),
    [("", "Latest movement first"), ("sort=sources", "Most sources first"), ("sort=new", "Newest sagas first")],
)
def test_a_list_too_long_to_be_counted_says_what_comes_first(
    client: Client, monkeypatch: pytest.MonkeyPatch, query: str, said: str
) -> None:
    monkeypatch.setattr("rumours.filters.listing.LONGEST", 0)
    TransferLinkFactory(is_public=True, window=WindowFactory(link_count=1))
    assertContains(client.get(f"/links/?{query}"), f"<p>{said}</p>", html=True)


def test_the_page_of_a_saga_tells_every_report_with_source_words_and_sums(client: Client, saga: TransferLink) -> None:
    source, via = SourceFactory(name="Calciomercato"), SourceFactory(name="Tuttojuve")
    report = ReportFactory(
        article=PublishedArticleFactory(headline="Juventus push for Tomori"),
        link=saga,
        source=source,
        via=via,
        claimant_person=PersonFactory(name="Nicola Legrottaglie"),
        stage_group="bid",
        stage="bid made",
        doubt="seller unwilling",
    )
    FeeFactory(report=report, low=25_000_000, high=30_000_000)
    CorrectionFactory(row_kind="report", row_id=report.pk, note="The sum was wrong.")
    page = client.get(saga.get_absolute_url())
    for shown in (
        "Fikayo Tomori to Juventus",
        "Milan want the defender.",
        "Calciomercato",
        "Tuttojuve",
        "Nicola Legrottaglie",
        "Juventus push for Tomori",
        "€25m to €30m",
        "Seller unwilling",
        "The sum was wrong.",
        "10 Jan 2026",
    ):
        assertContains(page, shown)


def test_what_readers_may_not_see_is_not_on_the_page(client: Client, saga: TransferLink) -> None:
    article = PublishedArticleFactory()
    ReportFactory(article=article, link=saga)
    ReportFactory(link=saga, source=SourceFactory(name="Draft Gazette"))
    rival = TransferLinkFactory(player=saga.player, to_club=ClubFactory(name="Secret Suitor"), window=saga.window)
    LinkTieFactory(link=saga, other=rival)
    quote = QuoteFactory(article=article, players=[saga.player], speaker=PersonFactory(name="Quentin Quiet"))
    type(quote).objects.filter(pk=quote.pk).update(
        withdrawn_at=article.released_at, withdrawn_by=CorrectionFactory().by, withdrawn_why="asked"
    )
    page = client.get(saga.get_absolute_url())
    for hidden in ("Draft Gazette", "Secret Suitor", "Quentin Quiet"):
        assertNotContains(page, hidden)


def test_withdrawn_words_are_on_no_page_that_rests_on_them(client: Client, saga: TransferLink) -> None:
    article, source = PublishedArticleFactory(), SourceFactory(is_public=True)
    report = ReportFactory(article=article, link=saga, source=source, text="“He stays with us,” the director said.")
    ReportFactory(article=article, link=saga, source=SourceFactory(), text="Milan want the defender.")
    quote = QuoteFactory(article=article, players=[saga.player], via=source)
    type(quote).objects.filter(pk=quote.pk).update(
        withdrawn_at=article.released_at, withdrawn_by=CorrectionFactory().by, withdrawn_why="asked"
    )
    type(saga.player).objects.filter(pk=saga.player_id).update(is_public=True)
    for address in [row.get_absolute_url() for row in (saga, saga.player, source, article)]:
        assertNotContains(client.get(address), "He stays")
    page = client.get(saga.get_absolute_url())
    assertContains(page, "[words withdrawn]</span> the director said.")
    assertContains(page, "Milan want the defender.")
    assert report.text in article.body


def test_quotes_ties_rivals_and_other_windows(client: Client, saga: TransferLink) -> None:
    article = PublishedArticleFactory()
    ReportFactory(article=article, link=saga)
    QuoteFactory(article=article, players=[saga.player], speaker=PersonFactory(name="Nicola Legrottaglie"))
    QuoteFactory(article=PublishedArticleFactory(), players=[saga.player], speaker=PersonFactory(name="Else Where"))
    TransferLinkFactory(player=saga.player, to_club=ClubFactory(name="Chelsea"), window=saga.window, is_public=True)
    earlier = WindowFactory(code="2025-summer")
    TransferLinkFactory(player=saga.player, to_club=saga.to_club, window=earlier, is_public=True)
    LinkTieFactory(link=saga, other=TransferLinkFactory(is_public=True, player=PlayerFactory(name="Dusan Swap")))
    page = client.get(saga.get_absolute_url())
    for shown in ("Nicola Legrottaglie", "to Chelsea", "Summer 2025", "Dusan Swap", "Swap"):
        assertContains(page, shown)
    assertNotContains(page, "Else Where")


def test_an_ending_names_the_report_it_rests_on(client: Client, saga: TransferLink) -> None:
    report = ReportFactory(article=PublishedArticleFactory(), link=saga, stage_group="off", stage="refused by club")
    TransferLink.objects.filter(pk=saga.pk).update(outcome="over", ending="refused by club", ended_by=report)
    page = client.get(saga.get_absolute_url())
    assertContains(page, "How it ended: Refused by club")
    assertContains(page, f'href="#report-{report.pk}"')


def test_a_window_that_shut_without_a_deal_says_so(client: Client, saga: TransferLink) -> None:
    TransferLink.objects.filter(pk=saga.pk).update(closes_at=datetime(2026, 2, 2, 19, tzinfo=UTC))
    assertContains(client.get(saga.get_absolute_url()), "How it ended: Window closed, no deal")


def test_steps_stand_as_reached_reported_or_ahead(client: Client, saga: TransferLink) -> None:
    TransferLink.objects.filter(pk=saga.pk).update(player_stage="terms agreed", club_stage="bid rejected")
    ReportFactory(article=PublishedArticleFactory(), link=saga, stage_group="bid", stage="bid made")
    page = client.get(saga.get_absolute_url())
    for step, state in (
        ("Terms agreed", "now"),
        ("Bid rejected", "now"),
        ("Bid made", "reported"),
        ("Medical", "ahead"),
    ):
        assertContains(page, f'<li class="{state}">{step}')


def test_a_wrong_name_in_the_address_and_a_merged_link_lead_to_the_right_place(
    client: Client, saga: TransferLink
) -> None:
    OldAddressFactory(kind="transferlink", old="99999", target_id=saga.pk)
    for address in (f"/links/{saga.pk}-someone-else/", "/links/99999-fikayo-tomori-to-juventus/"):
        moved = client.get(address)
        assert (moved.status_code, moved.headers["Location"]) == (301, saga.get_absolute_url())


def test_a_link_known_only_from_drafts_is_not_found(client: Client) -> None:
    link = TransferLinkFactory()
    assert client.get(link.get_absolute_url()).status_code == 404
    assert client.get(f"/links/{'9' * 30}-x/").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_constant_queries(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    TransferLinkFactory.create_batch(rows, is_public=True)
    with django_assert_num_queries(12):
        client.get("/links/")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_of_a_saga_takes_constant_queries(
    client: Client, saga: TransferLink, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(rows):
        article = PublishedArticleFactory()
        report = ReportFactory(article=article, link=saga, via=SourceFactory())
        FeeFactory(report=report)
        CorrectionFactory(row_kind="report", row_id=report.pk)
        QuoteFactory(article=article, players=[saga.player], via=SourceFactory(), club=ClubFactory())
        other = TransferLinkFactory(player=saga.player, window=saga.window, is_public=True)
        LinkTieFactory(link=saga, other=other)
        window = WindowFactory(code=f"202{n}-summer")
        TransferLinkFactory(player=saga.player, to_club=saga.to_club, window=window, is_public=True)
    with django_assert_num_queries(11):
        client.get(saga.get_absolute_url())
