"""The players and people of the example articles."""

from rumours.choices import Foot, PersonRole, Position
from tests.seeds.reading import cell, rows


def test_players_have_known_places_feet_and_clubs() -> None:
    clubs = {(row["name"], row["country"]) for row in rows("clubs")}
    for row in rows("players"):
        places = [row["position"], *cell(row, "other_positions")]
        assert set(places) <= set(Position) and len(places) <= 3
        assert row["foot"] in set(Foot)
        assert (row["club"], row["club_country"]) in clubs
        assert row["birth_date"][:4] == row["birth_year"]


def test_the_players_and_people_of_the_examples_are_there() -> None:
    assert {row["name"] for row in rows("players")} >= {
        "Fikayo Tomori",
        "Joe Gomez",
        "Milan Škriniar",
        "Federico Gatti",
        "Axel Disasi",
        "Murillo",
        "Leonardo Balerdi",
        "Moise Kean",
    }
    people = {row["name"]: row["role"] for row in rows("people")}
    assert people == {
        "Igli Tare": "director",
        "Igor Tudor": "coach",
        "Massimiliano Allegri": "coach",
        "Nicola Legrottaglie": "pundit",
        "Sergio Conceição": "coach",
    }
    assert set(people.values()) <= set(PersonRole)
