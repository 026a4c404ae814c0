"""Names are found without accents, and addresses are stable."""

from datetime import date

import pytest

from rumours.models import Club, ClubAlias, Competition, OldAddress, Player, PlayerAlias, Source, SourceAlias

pytestmark = pytest.mark.django_db


def named(model: type[Club] | type[Player], query: str) -> list[str]:
    return list(model.objects.named(query).values_list("name", flat=True))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("skrin", ["Milan Škriniar"]),
        ("milan skriniar", ["Milan Škriniar"]),
        ("ODEGAARD", ["Martin Ødegaard"]),
        ("riley", []),
        ("oriley", ["Matt O'Riley"]),
        ("O’Ri", ["Matt O'Riley"]),
        ("lukasz", ["Łukasz Fabiański"]),
        ("calhanoglu", ["Hakan Çalhanoğlu"]),
        ("hakan skriniar", []),
        ("riniar", []),
        ("  ", []),
        ("%", []),
        ("_kriniar", []),
    ],
)
def test_players_are_found_without_accents(query: str, found: list[str]) -> None:
    for name in ("Milan Škriniar", "Martin Ødegaard", "Matt O'Riley", "Łukasz Fabiański", "Hakan Çalhanoğlu"):
        Player.objects.create(name=name)
    assert named(Player, query) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("fenerbahce", ["Fenerbahçe"]),
        ("inter milan", ["Inter"]),
        ("OM", ["Marseille", "Omonia"]),
        ("inter", ["Inter", "Inter Miami"]),
        ("om nicosia", []),
    ],
)
def test_clubs_are_found_by_any_name_whole_names_first(query: str, found: list[str]) -> None:
    aliases = {"Fenerbahçe": [], "Inter": ["Inter Milan"], "Marseille": ["OM"], "Omonia": [], "Inter Miami": []}
    for name, others in aliases.items():
        club = Club.objects.create(name=name, association="Somewhere")
        for other in others:
            ClubAlias.objects.create(club=club, name=other)
    assert named(Club, query) == found


def test_a_whole_name_is_told_from_part_of_one() -> None:
    inter = Club.objects.create(name="Inter", association="Italy")
    Club.objects.create(name="Inter Miami", association="United States")
    assert list(Club.objects.called("INTER")) == [inter]
    assert list(Club.objects.called("")) == []


def test_an_alias_taken_away_is_found_no_more() -> None:
    source = Source.objects.create(name="La Gazzetta dello Sport")
    alias = SourceAlias.objects.create(source=source, name="Gazzetta rosa")
    assert list(Source.objects.named("rosa")) == [source]
    alias.delete()
    assert list(Source.objects.named("rosa")) == []


def test_a_renamed_alias_moves_in_search() -> None:
    player = Player.objects.create(name="Erling Haaland")
    alias = PlayerAlias.objects.create(player=player, name="Erling Håland")
    alias.name = "Braut"
    alias.save()
    assert (named(Player, "haland"), named(Player, "braut")) == ([], ["Erling Haaland"])


def test_names_loaded_in_bulk_are_found_too() -> None:
    Player.objects.bulk_create([Player(name="Škriniar", slug="a"), Player(name="Other", slug="b")])
    assert named(Player, "skriniar") == ["Škriniar"]


def test_a_competition_is_found_by_its_other_names() -> None:
    league = Competition.objects.create(name="LaLiga", country="Spain", short_name="Liga", aliases="La Liga|Primera")
    assert list(Competition.objects.named("primera")) == [league]


def test_a_namesakes_address_gets_birth_year_then_country_then_a_number() -> None:
    slugs = [
        Player.objects.create(name="Danilo", born=born, nationality=country).slug
        for born, country in [
            (None, ""),
            (date(1991, 7, 15), "Brazil"),
            (date(1991, 1, 1), "Brazil"),
            (date(1991, 1, 2), "Brazil"),
            (None, ""),
        ]
    ]
    assert slugs == ["danilo", "danilo-1991", "danilo-brazil", "danilo-brazil-2", "danilo-2"]


def test_an_address_once_given_stays_and_a_former_one_is_not_given_again() -> None:
    club = Club.objects.create(name="Inter", association="Italy")
    club.name = "Internazionale"
    club.save()
    assert club.slug == "inter"
    OldAddress.objects.create(kind="club", old="milan", target_id=club.pk)
    assert Club.objects.create(name="Milan", association="Italy").slug == "milan-italy"


@pytest.mark.parametrize(("name", "slug"), [("Škriniar", "skriniar"), ("東京", "dongjing"), ("!!!", "unnamed")])
def test_any_name_makes_an_address(name: str, slug: str) -> None:
    assert Club.objects.create(name=name, association="Somewhere").slug == slug


def test_reference_data_is_public_and_a_stub_is_not() -> None:
    shown = Player.objects.create(name="Shown", is_reference=True)
    Player.objects.create(name="Stub", is_stub=True)
    assert list(Player.objects.published()) == [shown]
