"""Clubs and competitions: leagues, colours, the names of the press, and a match with larger lists."""

import csv
import re
from collections import defaultdict

import pytest

from rumours.choices import Section
from rumours.text import fold
from tests.seeds.reading import SEEDS, cell, names, rows

SHARED_CLUBS = SEEDS.parent.parent / "shared" / "data" / "clubs.csv"
# Clubs that play in the league of a neighbour but register their players with their own association.
LEAGUE_ABROAD = {("Canada", "Major League Soccer"): "United States"}
FLAGGED = {
    "AC Milan": {"Milan"},
    "Inter": {"Inter", "Nerazzurri"},
    "Atalanta": {"Nerazzurri"},
    "Pisa": {"Nerazzurri"},
    "Roma": {"Roma", "Giallorossi"},
    "Liverpool": {"Reds"},
    "Chelsea": {"Blues"},
    "Manchester United": {"United"},
    "Manchester City": {"City"},
    "Nottingham Forest": {"Forest", "Reds"},
    "Sporting CP": {"Sporting"},
    "Sporting Gijón": {"Sporting"},
    "Al-Ahli": {"Al-Ahli"},
    "Athletic Club": {"Athletic"},
    "Real Sociedad": {"Sociedad"},
    "Aston Villa": {"Villa"},
    "Crystal Palace": {"Palace"},
    "Wolverhampton Wanderers": {"Wolves"},
    "Nice": {"Nice"},
    "Lens": {"Lens"},
    "Brest": {"Brest"},
}
UNFLAGGED = {
    "Juventus": {"Juve", "Bianconeri", "Old Lady", "Juventus FC"},
    "AC Milan": {"Rossoneri"},
    "Inter": {"Inter Milan", "Internazionale"},
    "Barcelona": {"FC Barcelona", "Barça", "Blaugrana"},
    "Arsenal": {"Gunners"},
    "Marseille": {"OM", "Olympique Marseille", "Olympique de Marseille", "Les Phocéens"},
    "Roma": {"AS Roma"},
    "Liverpool": {"Liverpool FC"},
    "Fenerbahçe": {"Fenerbahçe İstanbul"},
    "Fiorentina": {"ACF Fiorentina", "La Viola"},
    "Bournemouth": {"AFC Bournemouth"},
    "Paris Saint-Germain": {"PSG"},
    "Bayern Munich": {"FC Bayern München", "Die Roten"},
    "Borussia Dortmund": {"BVB"},
    "Manchester United": {"Red Devils", "Man Utd"},
    "Manchester City": {"Citizens", "Man City"},
    "Tottenham Hotspur": {"Spurs"},
    "Atlético Madrid": {"Atleti"},
    "Real Madrid": {"Los Blancos"},
    "Nottingham Forest": {"Nott'm Forest"},
}


def club(name: str) -> dict[str, str]:
    (found,) = (row for row in rows("clubs") if row["name"] == name and row["section"] == Section.MEN)
    return found


def test_every_league_is_a_known_competition_of_its_country_and_section() -> None:
    known = {(row["country"], row["section"], row["competition"]) for row in rows("competitions")}
    used = {(row["country"], row["section"], row["league"]) for row in rows("clubs") if row["league"]}
    used = {(LEAGUE_ABROAD.get((country, league), country), section, league) for country, section, league in used}
    assert used - known == set()


def test_no_two_competitions_of_a_country_and_section_share_a_name() -> None:
    bear = defaultdict(set)
    for row in rows("competitions"):
        for name in [row["competition"], row["short_name"], *cell(row, "aliases")]:
            if name:
                bear[row["country"], row["section"], fold(name)].add(row["competition"])
    assert {key: who for key, who in bear.items() if len(who) > 1} == {}


def test_a_club_is_in_the_list_once() -> None:
    keys = [(row["section"], row["country"], fold(row["name"])) for row in rows("clubs")]
    assert sorted(set(keys)) == sorted(keys)


@pytest.mark.parametrize("name", FLAGGED)
def test_ambiguous_names_are_flagged(name: str) -> None:
    assert FLAGGED[name] - set(cell(club(name), "ambiguous")) == set()


@pytest.mark.parametrize("name", UNFLAGGED)
def test_the_names_of_the_press_are_there_and_decide(name: str) -> None:
    row = club(name)
    assert UNFLAGGED[name] - set(names(row)) == set()
    assert UNFLAGGED[name] & set(cell(row, "ambiguous")) == set()


def test_every_club_has_one_to_three_colours() -> None:
    for row in rows("clubs"):
        assert re.fullmatch(r"#[0-9a-f]{6}(\|#[0-9a-f]{6}){0,2}", row["colours"]), row["name"]


def test_unflagged_names_lead_to_one_club_of_the_shared_data_at_most() -> None:
    """Loading both lists doubles no club: a club of ours matches one of theirs, and none of theirs two of ours."""
    ours: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows("clubs"):
        if row["section"] == Section.MEN:
            for name in names(row):
                if name not in cell(row, "ambiguous") or name == row["name"]:
                    ours[row["country"], fold(name)].add(row["name"])
    assert {key: who for key, who in ours.items() if len(who) > 1} == {}
    for row in shared_clubs():
        matched = {club for name in names(row) for club in ours.get((row["country"], fold(name)), ())}
        assert len(matched) <= 1, row["name"]


def shared_clubs() -> list[dict[str, str]]:
    """The first teams of the large list where it is at hand, else a few written here in the same form."""
    if not SHARED_CLUBS.exists():
        return [
            {"name": "AS Roma", "country": "Italy", "aliases": "Roma|Associazione Sportiva Roma"},
            {"name": "FC Internazionale Milano", "country": "Italy", "aliases": "Inter|Inter Milan"},
            {"name": "Fenerbahçe İstanbul", "country": "Turkey", "aliases": "Fenerbahçe|Fenerbahçe SK"},
        ]
    with SHARED_CLUBS.open(encoding="utf-8", newline="") as handle:
        return [row for row in csv.DictReader(handle) if row["team_level"] == "first"]
