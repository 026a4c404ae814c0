"""What pages tell programs about clubs, players, articles: what they show, and nothing that ends the data block."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from rumours.choices import PersonRole, SourceKind
from rumours.formatting.structured import (
    about_article,
    about_club,
    about_person,
    about_player,
    about_site,
    about_source,
    in_script,
    trail,
)
from rumours.models import Article, Club, Competition, Correction, Person, Player, Source

SITE = "https://rumours.example"
PORTWICK = Club(name="Portwick", slug="portwick", is_public=True)
GAZETTE = Source(name="Harbour Gazette", slug="harbour-gazette", is_public=True)


@pytest.fixture(autouse=True)
def _site(settings: Any) -> None:
    settings.SITE_URL, settings.SITE_NAME = SITE, "Desk & Co"


@pytest.mark.parametrize(
    "words", ["</script><script>alert(1)</script>", "<!-- <script>", "a & b", "\u2028\u2029", '"\\']
)
def test_no_words_end_the_block_or_are_markup_and_all_can_be_read_back(words: str) -> None:
    block = str(in_script([{"name": words}]))
    assert [sign for sign in "<>&\u2028\u2029" if sign in block] == []
    assert json.loads(block) == {"@context": "https://schema.org", "@graph": [{"name": words}]}


def test_the_site_and_how_it_is_searched() -> None:
    told = about_site()
    assert (told["@type"], told["name"], told["url"]) == ("WebSite", "Desk & Co", f"{SITE}/")
    assert told["potentialAction"]["target"]["urlTemplate"] == f"{SITE}/search/?q={{name}}"


def test_a_club_and_its_league() -> None:
    club = Club(name="Portwick", slug="portwick", competition=Competition(name="Coast League"), is_fictional=True)
    assert about_club(club) == {
        "@type": "SportsTeam",
        "name": "Portwick",
        "url": f"{SITE}/clubs/portwick/",
        "sport": "Football",
        "memberOf": {"@type": "SportsOrganization", "name": "Coast League"},
        "disambiguatingDescription": "invented",
    }


def test_of_a_player_only_what_is_known() -> None:
    bare = {"@type": "Person", "name": "Teo Marlin", "url": f"{SITE}/players/teo-marlin/"}
    player = Player(name="Teo Marlin", slug="teo-marlin", birth_year=2001)
    assert about_player(player) == bare
    player.born, player.nationality, player.club = date(2001, 2, 3), "Malta", PORTWICK
    assert about_player(player) == bare | {
        "birthDate": "2001-02-03",
        "nationality": [{"@type": "Country", "name": "Malta"}],
        "affiliation": {"@type": "SportsTeam", "name": "Portwick"},
    }


def test_of_a_person_no_club_that_readers_may_not_see() -> None:
    bare = {"@type": "Person", "name": "Abel Quist", "url": f"{SITE}/people/abel-quist/"}
    person = Person(name="Abel Quist", slug="abel-quist", club=Club(name="Secret Rovers"))
    assert about_person(person) == bare
    person.role, person.club = PersonRole.COACH, PORTWICK
    assert about_person(person) == bare | {
        "jobTitle": "Coach",
        "affiliation": {"@type": "SportsTeam", "name": "Portwick"},
    }


def test_a_journalist_is_a_person_and_an_outlet_is_none() -> None:
    writer = Source(name="Ines Penna", slug="ines-penna", kind=SourceKind.JOURNALIST, outlet=GAZETTE)
    assert about_source(writer) == {
        "@type": "Person",
        "name": "Ines Penna",
        "url": f"{SITE}/sources/ines-penna/",
        "jobTitle": "Journalist",
        "worksFor": {"@type": "Organization", "name": "Harbour Gazette"},
    }
    assert about_source(GAZETTE)["@type"] == "Organization"


def test_an_article_is_its_publisher_s_and_changed_when_it_was_corrected() -> None:
    bare = {
        "@type": "NewsArticle",
        "headline": "Portwick ask",
        "url": f"{SITE}/articles/7-portwick-ask/",
        "inLanguage": "en",
    }
    article = Article(pk=7, headline="Portwick ask", address="ftp://gazette.example/1")
    assert about_article(article, []) == bare
    article.published_at, article.publisher = datetime(2026, 1, 10, 23, 30, tzinfo=UTC), GAZETTE
    article.author, article.address = "Ines Penna", "https://gazette.example/1"
    corrections = [Correction(at=datetime(2026, 1, day, tzinfo=UTC)) for day in (12, 14, 13)]
    assert about_article(article, corrections) == bare | {
        "datePublished": "2026-01-10",
        "dateModified": "2026-01-14",
        "author": {"@type": "Person", "name": "Ines Penna"},
        "publisher": {"@type": "Organization", "name": "Harbour Gazette"},
        "isBasedOn": "https://gazette.example/1",
    }


def test_the_way_to_a_page_has_two_steps() -> None:
    assert trail("club-list", "Clubs", "Portwick") == {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Clubs", "item": f"{SITE}/clubs/"},
            {"@type": "ListItem", "position": 2, "name": "Portwick"},
        ],
    }
