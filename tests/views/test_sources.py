"""Sources: who is listed, what their pages count, and that opinions are called opinions."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rumours.choices import SourceKind
from rumours.models import Report, Source
from tests import factories as make

pytestmark = pytest.mark.django_db

LIST_QUERIES = 1
PAGE_QUERIES = 7  # the source, reports, their number, tiers, journalists, quotes, their fragments


def report(source: Source, **values: object) -> Report:
    article = make.PublishedArticleFactory()
    return make.ReportFactory(article=article, source=source, link__is_public=True, **values)


def test_sources_stand_by_the_number_of_links_they_report_on(client: Client) -> None:
    few, many = (make.SourceFactory(is_reference=True, link_count=count) for count in (1, 2))
    rows = client.get("/sources/").context["listing"].page.rows
    assert [(row.pk, row.link_count) for row in rows] == [(many.pk, 2), (few.pk, 1)]


def test_a_source_known_only_from_drafts_is_neither_listed_nor_there(client: Client) -> None:
    source = make.SourceFactory(name="Draft Outlet")
    make.ReportFactory(source=source)
    assert "Draft Outlet" not in client.get("/sources/").content.decode()
    assert client.get(source.get_absolute_url()).status_code == 404


def test_kind_narrows_the_list(client: Client) -> None:
    make.SourceFactory(is_reference=True)
    journalist = make.JournalistFactory(is_reference=True)
    listing = client.get("/sources/?kind=journalist").context["listing"]
    assert (listing.heading, [row.pk for row in listing.page.rows]) == ("Sources: journalists", [journalist.pk])
    assert client.get("/sources/?kind=blog").status_code == 400


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_one_question(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        report(make.JournalistFactory(is_reference=True, outlet=make.SourceFactory(is_reference=True)))
    with django_assert_num_queries(LIST_QUERIES):
        assert client.get("/sources/").status_code == 200


def test_the_page_shows_public_reports_and_no_other(client: Client) -> None:
    source = make.SourceFactory(is_reference=True)
    report(source, link__player__name="Federico Gatti")
    make.ReportFactory(source=source, link__player__name="Kept Back")
    ended = {"ended_at": timezone.now(), "ended_by": make.UserFactory(), "ended_why": "wrong player"}
    report(source, link__player__name="Corrected Away", **ended)
    page = client.get(source.get_absolute_url()).content.decode()
    assert [name in page for name in ("Federico Gatti", "Kept Back", "Corrected Away")] == [True, False, False]
    assert "1 report on this site." in page


def test_reports_stand_newest_first(client: Client) -> None:
    source = make.SourceFactory(is_reference=True)
    day = datetime(2026, 1, 1, 12, tzinfo=UTC)
    rows = [report(source, dated_at=day + timedelta(days=days)) for days in (1, 3, 2)]
    listing = client.get(source.get_absolute_url()).context["listing"]
    assert [row.pk for row in listing.page.rows] == [rows[1].pk, rows[2].pk, rows[0].pk]


def test_tiers_are_called_an_opinion_with_day_and_reason(client: Client) -> None:
    source = make.SourceFactory(is_reference=True)
    make.SourceTierFactory(source=source, reason="Breaks most deals first.")
    make.SourceTierFactory(source=source, reason="From tomorrow.", since=timezone.now().date() + timedelta(days=2))
    make.SourceTierFactory(source=source, reason="Of a draft club.", club=make.ClubFactory(name="Draft Club"))
    page = client.get(source.get_absolute_url()).content.decode()
    assert "an editor’s opinion" in page
    assert '<time datetime="2020-01-01">1 Jan 2020</time>. Breaks most deals first.' in page
    assert [words in page for words in ("From tomorrow.", "Draft Club")] == [False, False]


def test_outlet_journalists_and_interest_are_named(client: Client) -> None:
    outlet = make.SourceFactory(name="Tuttojuve", is_reference=True, interest="Owned by a club.")
    make.JournalistFactory(name="Public Writer", outlet=outlet, is_reference=True)
    make.JournalistFactory(name="Draft Writer", outlet=outlet)
    page = client.get("/sources/tuttojuve/").content.decode()
    assert [w in page for w in ("Owned by a club.", "Public Writer", "Draft Writer")] == [True, True, False]
    assert "Works for <a" in client.get("/sources/public-writer/").content.decode()


def test_quotes_it_carried_are_shown(client: Client) -> None:
    source = make.SourceFactory(is_reference=True, kind=SourceKind.OUTLET)
    make.QuoteFactory(article=make.PublishedArticleFactory(), via=source)
    make.QuoteFactory(via=source, text="Milan want")
    page = client.get(source.get_absolute_url()).content.decode()
    assert ("“He stays with us,”" in page, "“Milan want”" in page) == (True, False)


def test_an_old_address_leads_to_the_new_one(client: Client) -> None:
    source = make.SourceFactory(name="Tuttojuve", is_reference=True)
    make.OldAddressFactory(kind="source", old="tutto-juve", target_id=source.pk)
    assert client.get("/sources/tutto-juve/").headers["Location"] == "/sources/tuttojuve/"


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_the_same_number_of_questions_however_much_it_reported(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    source = make.SourceFactory(is_reference=True, outlet=make.SourceFactory(is_reference=True))
    for _ in range(number):
        report(source)
        make.SourceTierFactory(source=source, club=make.ClubFactory(is_reference=True))
        quote = make.QuoteFactory(article=make.PublishedArticleFactory(), via=source)
        make.QuoteFragmentFactory(quote=quote)
    with django_assert_num_queries(PAGE_QUERIES):
        assert client.get(source.get_absolute_url()).status_code == 200
