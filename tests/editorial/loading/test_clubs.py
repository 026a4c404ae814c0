"""Which club a row is, and what a load adds to it."""

from pathlib import Path

import pytest

from rumours.models import Club
from tests.editorial.loading.files import CLUBS, LEAGUES, counts, load_in, warnings
from tests.factories import ClubAliasFactory, ClubFactory

pytestmark = pytest.mark.django_db


def names() -> list[str]:
    return sorted(Club.objects.values_list("name", flat=True))


def test_a_name_that_one_club_bears_is_that_club_and_the_stored_spelling_stays(tmp_path: Path) -> None:
    milan = ClubAliasFactory(club__name="AC Milan", name="Milan").club
    load_in(tmp_path, CLUBS + "Mílan,Italy,,Associazione Calcio Milan,Rossoneri,Rossoneri\n")
    assert names() == ["AC Milan"]
    aliases = milan.aliases.values_list("name", "kind", "ambiguous")
    assert set(aliases) == {
        ("Milan", "spelling", False),
        ("Associazione Calcio Milan", "spelling", False),
        ("Rossoneri", "nickname", True),
    }
    assert list(Club.objects.called("rossoneri")) == [milan]


def test_the_same_name_elsewhere_or_of_women_is_another_club(tmp_path: Path) -> None:
    ClubFactory(name="Juventus")
    load_in(tmp_path, "name,country,league,section\nJuventus,Brazil,,\nJuventus,Italy,,women\nJuventus,Italy,,\n")
    assert [(c.association, c.section, c.slug) for c in Club.objects.order_by("id")] == [
        ("Italy", "men", "juventus"),
        ("Brazil", "men", "juventus-brazil"),
        ("Italy", "women", "juventus-italy"),
    ]


def test_a_name_that_two_rows_or_clubs_bear_matches_nothing(tmp_path: Path) -> None:
    ClubAliasFactory(club__name="CA River Plate", club__association="Uruguay", name="River")
    rows = "Atlético River,Uruguay,,River,,\nRiver Salto,Uruguay,,River,,\n"
    assert counts(load_in(tmp_path, CLUBS + rows))["clubs"] == (2, 0, 0, 0)
    load_in(tmp_path, CLUBS + "Deportivo River,Uruguay,,River,,\n")
    assert names() == ["Atlético River", "CA River Plate", "Deportivo River", "River Salto"]


def test_an_alias_flagged_as_ambiguous_matches_nothing(tmp_path: Path) -> None:
    ClubAliasFactory(club__name="Newell's", club__association="Argentina", name="NOB", ambiguous=True)
    load_in(tmp_path, CLUBS + "NOB,Argentina,,,,\n")
    assert names() == ["NOB", "Newell's"]


def test_a_row_that_may_be_two_clubs_is_left_out(tmp_path: Path) -> None:
    ClubFactory(name="Al-Hilal"), ClubFactory(name="Hilal")
    summary = load_in(tmp_path, CLUBS + "Hilal Club,Italy,,Al-Hilal|Hilal,,\n")
    assert warnings(summary) == ["1.csv:2 name: 'Hilal Club' may be 'Al-Hilal' or 'Hilal': row left out"]
    assert names() == ["Al-Hilal", "Hilal"]


def test_a_repeated_club_is_left_out(tmp_path: Path) -> None:
    summary = load_in(tmp_path, CLUBS + "Genoa,Italy,,,,\nGénoa,Italy,,,,\n")
    assert warnings(summary) == ["1.csv:3 name: 'Génoa' is the same club as on line 2: row left out"]
    assert names() == ["Genoa"]


def test_a_club_abroad_is_sought_where_its_league_is(tmp_path: Path) -> None:
    monaco = ClubAliasFactory(club__name="Monaco", club__association="France", name="AS Monaco").club
    player = "name,position,club,club_country\nAadil Assana,M,AS Monaco,Monaco\n"
    summary = load_in(tmp_path, LEAGUES, CLUBS + "AS Monaco,Monaco,Ligue 1,,,\n", player)
    assert (names(), warnings(summary)) == (["Monaco"], [])
    assert monaco.players.get().name == "Aadil Assana"


def test_an_unknown_league_is_a_warning_and_left_empty(tmp_path: Path) -> None:
    summary = load_in(tmp_path, LEAGUES, CLUBS + "Bari,Italy,Serie B,,,\nRoma,Italy,Serie A,,,\n")
    assert warnings(summary) == ["2.csv:2 league: no competition, or more than one, is called 'Serie B': left empty"]
    assert [club.competition and club.competition.name for club in Club.objects.order_by("name")] == [None, "Serie A"]


def test_an_empty_cell_blanks_nothing_and_a_full_one_replaces_nothing(tmp_path: Path) -> None:
    club = ClubFactory(name="Parma", colours="#ffffff", short_name="")
    header = "name,country,league,short_name,colours,domains\n"
    load_in(tmp_path, header + "Parma,Italy,,,,\n")
    load_in(tmp_path, header + "Parma,Italy,,Ducali,#000000,parma.it\n")
    club.refresh_from_db()
    assert (club.colours, club.short_name, club.domains) == ("#ffffff", "Ducali", "|parma.it|")
    assert (club.is_public, list(Club.objects.called("ducali"))) == (True, [club])


def test_a_reserve_team_is_never_the_first_team_by_an_alias(tmp_path: Path) -> None:
    ClubAliasFactory(club__name="Juventus", name="Juve")
    load_in(tmp_path, "name,country,league,aliases,team_level\nJuventus U23,Italy,,Juve,reserve_or_youth\n")
    assert [(c.name, c.is_reserve) for c in Club.objects.order_by("id")] == [
        ("Juventus", False),
        ("Juventus U23", True),
    ]
