"""The list of quotes: who said what, and how it is narrowed."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rumours.models import Quote
from tests import factories as make

pytestmark = pytest.mark.django_db

LIST_QUERIES = 6  # quotes, their fragments; speakers, clubs, players and sources to choose from


def quote(**values: object) -> Quote:
    return make.QuoteFactory(article=make.PublishedArticleFactory(), **values)


def found(client: Client, query: str) -> list[int]:
    return [row.pk for row in client.get(f"/quotes/?{query}").context["listing"].page.rows]


def test_a_quote_names_speaker_role_club_carrier_and_article(client: Client) -> None:
    quote(
        speaker__name="Nicola Legrottaglie",
        speaker__is_reference=True,
        role="former player",
        club=make.ClubFactory(name="Juventus", is_reference=True),
        via=make.SourceFactory(name="Tuttojuve", is_reference=True),
        article__headline="A pundit speaks",
    )
    page = client.get("/quotes/").content.decode()
    assert '<a href="/people/nicola-legrottaglie/">Nicola Legrottaglie</a></span>, former player, ' in page
    assert '<a href="/clubs/juventus/">Juventus</a>' in page
    assert 'via <a href="/sources/tuttojuve/">Tuttojuve</a>' in page


def test_drafts_withdrawn_and_scheduled_quotes_are_not_shown(client: Client) -> None:
    quote(text="He stays", speaker__name="Shown Speaker")
    make.QuoteFactory(speaker__name="Kept Back")
    make.QuoteFactory(
        speaker__name="Kept Back",
        article=make.PublishedArticleFactory(released_at=timezone.now() + timedelta(hours=1)),
    )
    user = make.UserFactory()
    quote(speaker__name="Kept Back", withdrawn_at=timezone.now(), withdrawn_by=user, withdrawn_why="asked to")
    page = client.get("/quotes/").content.decode()
    assert ("Shown Speaker" in page, "Kept Back" in page) == (True, False)


def test_a_described_speaker_is_named_without_a_page(client: Client) -> None:
    quote(speaker=None, described="Gündogan's agent")
    assert '<span class="quote-speaker">Gündogan&#39;s agent</span>' in client.get("/quotes/").content.decode()


def test_a_player_who_speaks_is_linked_to_the_players_page(client: Client) -> None:
    player = make.PlayerFactory(name="Federico Gatti", is_reference=True)
    quote(speaker=make.PersonFactory(name="Federico Gatti", player=player, is_reference=True))
    assert 'quote-speaker"><a href="/players/federico-gatti/">' in client.get("/quotes/").content.decode()


def test_a_divided_quote_shows_its_stretches_only(client: Client) -> None:
    divided = quote(text="Milan want the defender. Juventus")
    make.QuoteFragmentFactory(quote=divided, start=divided.start, text="Milan want")
    make.QuoteFragmentFactory(quote=divided, start=divided.start + 25, text="Juventus")
    page = client.get("/quotes/").content.decode()
    assert ("“Milan want … Juventus”" in page, "the defender" in page) == (True, False)


def test_foreign_words_carry_their_language_and_translation(client: Client) -> None:
    quote(language="it", translation="He stays.")
    page = client.get("/quotes/").content.decode()
    assert ('<blockquote lang="it">' in page, "In English: “He stays.”" in page) == (True, True)


def test_filters_narrow_by_speaker_club_player_and_carrier(client: Client) -> None:
    club, player, via = (
        factory(is_reference=True) for factory in (make.ClubFactory, make.PlayerFactory, make.SourceFactory)
    )
    speaker = make.PersonFactory(is_reference=True, player=player)
    said = quote(speaker=speaker, club=club, via=via)
    about = quote(clubs=[club], players=[player])
    quote()
    assert found(client, f"speaker={speaker.slug}") == [said.pk]
    assert found(client, f"via={via.slug}") == [said.pk]
    assert found(client, f"club={club.slug}") == [about.pk, said.pk]
    assert found(client, f"player={player.slug}") == [about.pk, said.pk]
    assert found(client, f"player={player.slug}&via={via.slug}") == [said.pk]


def test_several_values_widen_and_the_heading_says_so(client: Client) -> None:
    first, second = (make.PersonFactory(name=name, is_reference=True) for name in ("Anna Bruni", "Carla Dossi"))
    rows = [quote(speaker=first), quote(speaker=second)]
    query = f"speaker={first.slug}&speaker={second.slug}"
    listing = client.get(f"/quotes/?{query}").context["listing"]
    assert listing.heading == "Quotes by Anna Bruni or Carla Dossi"
    assert sorted(row.pk for row in listing.page.rows) == [row.pk for row in rows]
    assert [chip.address for chip in listing.chips] == [
        "/quotes/?speaker=carla-dossi",
        "/quotes/?speaker=anna-bruni",
    ]


@pytest.mark.parametrize("name", ["speaker", "club", "player", "via", "after"])
def test_a_filter_with_a_bad_value_is_a_400_that_names_it(client: Client, name: str) -> None:
    response = client.get(f"/quotes/?{name}=no-such-row")
    assert (response.status_code, f"<code>{name}</code>" in response.content.decode()) == (400, True)


def test_somebody_known_only_from_drafts_is_no_choice(client: Client) -> None:
    make.QuoteFactory(speaker__name="Draft Speaker")
    quote(speaker__name="Shown Speaker", speaker__is_reference=True, speaker__link_count=1)
    picks = {pick.name: pick.options for pick in client.get("/quotes/").context["listing"].picks}
    assert picks == {"speaker": [("shown-speaker", "Shown Speaker")]}


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_number_of_questions_however_long_it_is(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        row = quote(club=make.ClubFactory(), via=make.SourceFactory(), players=[make.PlayerFactory()])
        make.QuoteFragmentFactory(quote=row)
    with django_assert_num_queries(LIST_QUERIES):
        assert client.get("/quotes/").status_code == 200


def test_an_empty_list_says_so(client: Client) -> None:
    assert "No quote here yet." in client.get("/quotes/").content.decode()
