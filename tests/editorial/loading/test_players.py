"""Which player a row is, never guessed, and what a load adds to him."""

from datetime import date
from pathlib import Path

import pytest

from rumours.models import Player, PlayerSpell
from tests.editorial.loading.files import CLUBS, PLAYERS, counts, load_in, warnings
from tests.factories import ClubFactory, PlayerAliasFactory, PlayerFactory, PlayerSpellFactory

pytestmark = pytest.mark.django_db
BORN = date(2002, 7, 4)


def players() -> list[tuple[str, date | None, str]]:
    return list(Player.objects.order_by("id").values_list("name", "born", "nationality"))


def test_the_same_name_and_birth_date_are_the_same_player(tmp_path: Path) -> None:
    murillo = PlayerFactory(name="Murillo", born=BORN, nationality="Brazil", position="Centre-Back")
    summary = load_in(tmp_path, PLAYERS + "Múrillo,D,2002-07-04,,,,Murillo Costa\nMurillo,F,2001-01-01,Brazil,,,\n")
    assert counts(summary)["players"] == (1, 1, 0, 0)
    assert players() == [("Murillo", BORN, "Brazil"), ("Murillo", date(2001, 1, 1), "Brazil")]
    murillo.refresh_from_db()
    assert (murillo.position, murillo.is_public) == ("Centre-Back", True)
    assert list(Player.objects.called("murillo costa")) == [murillo]
    assert Player.objects.latest("id").slug == "murillo-2001"


def test_namesakes_are_all_kept_apart_also_the_second_time(tmp_path: Path) -> None:
    rows = "".join(f"Paulinho,F,19{80 + n}-01-01,Brazil,,,\n" for n in range(12))
    rows += "Paulinho,F,,Brazil,,,\nPaulinho,F,,Portugal,,,\n"
    assert counts(load_in(tmp_path, PLAYERS + rows))["players"] == (14, 0, 0, 0)
    assert counts(load_in(tmp_path, PLAYERS + rows))["players"] == (0, 0, 14, 0)
    assert len({player.slug for player in Player.objects.all()}) == 14


def test_a_row_without_a_birth_date_is_the_only_player_it_can_be(tmp_path: Path) -> None:
    PlayerFactory(name="Ali Khan", born=BORN, nationality="Pakistan")
    PlayerFactory(name="Ali Khan", born=BORN, nationality="India")
    load_in(tmp_path, PLAYERS + "Ali Khan,D,,India|England,,,\n")
    assert len(players()) == 2
    summary = load_in(tmp_path, PLAYERS + "Ali Khan,D,,,,,\n")
    assert warnings(summary) == ["1.csv:2 name: 'Ali Khan' may be any of 2 players here: row left out"]
    load_in(tmp_path, PLAYERS + "Ali Khan,D,,Oman,,,\n")
    assert players()[2:] == [("Ali Khan", None, "Oman")]


def test_a_birth_date_is_filled_in_where_it_can_be_only_one(tmp_path: Path) -> None:
    PlayerFactory(name="Danilo", nationality="Brazil", birth_year=2002)
    load_in(tmp_path, PLAYERS + "Danilo,D,2002-07-04,Brazil,,,\n")
    assert players() == [("Danilo", BORN, "Brazil")]


@pytest.mark.parametrize("rows", ["Danilo,D,2001-01-01,Brazil,,,\n", "Danilo,D,2002-07-04,Italy,,,\n"])
def test_a_contradiction_is_another_player(tmp_path: Path, rows: str) -> None:
    PlayerFactory(name="Danilo", nationality="Brazil", birth_year=2002)
    load_in(tmp_path, PLAYERS + rows)
    assert len(players()) == 2


def test_two_rows_that_want_one_player_get_none_of_him(tmp_path: Path) -> None:
    danilo = PlayerFactory(name="Danilo")
    load_in(tmp_path, PLAYERS + "Danilo,D,2002-07-04,Brazil,,,\nDanilo,D,2001-01-01,Brazil,,,\n")
    danilo.refresh_from_db()
    assert (danilo.born, len(players())) == (None, 3)


def test_an_alias_with_the_same_birth_date_is_the_same_player(tmp_path: Path) -> None:
    PlayerAliasFactory(player__name="Erling Haaland", player__born=BORN, name="Erling Håland")
    load_in(tmp_path, PLAYERS + "Erling Håland,F,2002-07-04,Norway,,,\n")
    load_in(tmp_path, PLAYERS + "Erling Braut,F,2002-07-04,Norway,,,Erling Haaland\n")
    assert players() == [("Erling Haaland", BORN, "Norway")]


def test_a_repeated_key_is_left_out(tmp_path: Path) -> None:
    summary = load_in(tmp_path, PLAYERS + "Jan Novak,D,,Austria,,,\nJan Novák,F,,Austria,,,\n")
    assert warnings(summary) == ["1.csv:3 name: 'Jan Novák' is the same player as on line 2: row left out"]
    assert len(players()) == 1


def test_a_stub_is_offered_and_left_as_it_is(tmp_path: Path) -> None:
    stub = PlayerFactory(name="Murillo", is_stub=True, position="")
    for _ in range(2):
        summary = load_in(tmp_path, PLAYERS + "Murillo,D,2002-07-04,Brazil,,,\n")
        assert summary.stubs == ["stub 'Murillo' may be 'Murillo' (born 2002-07-04): merge in the admin"]
    stub.refresh_from_db()
    assert (stub.is_stub, stub.position_group, stub.is_public, len(players())) == (True, "", False, 2)


def test_an_exact_position_replaces_a_group_and_never_the_reverse(tmp_path: Path) -> None:
    player = PlayerFactory(name="Dele", born=BORN, position="", position_group="Attack")
    for cell in ("Central Midfield", "F", "Left Winger"):
        load_in(tmp_path, PLAYERS + f"Dele,{cell},2002-07-04,,,,\n")
    player.refresh_from_db()
    assert (player.position, player.position_group) == ("Central Midfield", "Midfield")


def test_an_unknown_club_is_a_warning_with_its_line_and_left_empty(tmp_path: Path) -> None:
    summary = load_in(tmp_path, PLAYERS + "Uno,D,,,,,\nDue,D,,,Chelmsford C,England,\n")
    place = "no club, or more than one, is called 'Chelmsford C' in England: left empty"
    assert warnings(summary) == [f"1.csv:3 club: {place}"]
    assert (PlayerSpell.objects.count(), Player.objects.get(name="Due").club) == (0, None)


def test_a_loan_names_club_and_owner(tmp_path: Path) -> None:
    lent = "name,position,club,club_country,club_since,on_loan_from,on_loan_from_country\n"
    load_in(tmp_path, CLUBS + "Genoa,Italy,,,,\nRoma,Italy,,,,\n", lent + "X Y,D,Genoa,Italy,2025-07-01,Roma,Italy\n")
    player = Player.objects.get()
    assert (str(player.club), str(player.owner)) == ("Genoa", "Roma")
    spell = player.spells.get()
    assert (str(spell.club), str(spell.on_loan_from), spell.since) == ("Genoa", "Roma", date(2025, 7, 1))


def test_a_player_who_is_somewhere_stays_there_one_who_left_does_not(tmp_path: Path) -> None:
    here, away = PlayerFactory(name="Here"), PlayerFactory(name="Away")
    stays = PlayerSpellFactory(player=here, club=ClubFactory(name="Roma"))
    PlayerSpellFactory(player=away, club=stays.club, until=date(2025, 7, 1))
    ClubFactory(name="Genoa")
    load_in(tmp_path, PLAYERS + "Here,D,,,Genoa,Italy,\nAway,D,,,Genoa,Italy,\n")
    assert [str(spell.club) for spell in here.spells.all()] == ["Roma"]
    assert sorted(str(spell.club) for spell in away.spells.all()) == ["Genoa", "Roma"]
    assert [player.name for player in Player.objects.filter(club__name="Genoa")] == ["Away"]


def test_retired_players_are_at_no_club(tmp_path: Path) -> None:
    ClubFactory(name="Roma")
    load_in(tmp_path, "name,position,club,club_country,status\nFrancesco Totti,F,Roma,Italy,retired\n")
    totti = Player.objects.get()
    assert (totti.retired, totti.club, totti.spells.count()) == (True, None, 0)
