"""What watches the site can tell a living process from one that can serve pages."""

import pytest
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from pytest_django import DjangoAssertNumQueries


def test_a_living_process_says_so_without_the_database(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content, response.headers["Content-Type"]) == (
        200,
        b"ok\n",
        "text/plain; charset=utf-8",
    )


@pytest.mark.django_db
def test_a_site_with_all_its_migrations_is_ready(client: Client) -> None:
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (200, b"ready\n")


@pytest.mark.django_db
def test_a_site_without_one_of_its_migrations_is_not_ready(client: Client) -> None:
    MigrationRecorder.Migration.objects.filter(app="rumours").delete()
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"migrations are missing\n")


def test_no_answer_of_health_is_kept(client: Client) -> None:
    assert client.get("/healthz").headers["Cache-Control"] == "no-store"


def test_robots_are_told_what_not_to_read_and_where_the_map_is(client: Client, settings: object) -> None:
    settings.SITE_URL = "https://rumours.example"  # type: ignore[attr-defined]
    assert client.get("/robots.txt").content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /search/",
        "Sitemap: https://rumours.example/sitemap.xml",
    ]


@pytest.mark.django_db
def test_the_method_page_reads_nothing(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert client.get("/method/").status_code == 200
