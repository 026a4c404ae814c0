"""All files of `seeds/`: their form, their size, and no name given to two unless it is flagged."""

import csv
import unicodedata
from collections import defaultdict

import pytest

from rumours.choices import Section
from rumours.text import fold
from tests.seeds.reading import SEEDS, bearers, cell, names, rows

REQUIRED = {
    "competitions": {"competition", "country", "level"},
    "clubs": {"name", "country", "league", "short_name", "aliases", "nicknames", "ambiguous", "colours"},
    "players": {"name", "position", "birth_date", "nationality", "club", "club_country"},
    "people": {"name", "role"},
    "sources": {"name", "domains", "kind", "outlet", "aliases", "ambiguous"},
    "windows": {"window"},
    "spans": {"window", "association", "section", "opens", "closes", "time_zone", "confirmed", "reference"},
    "rates": {"currency", "year", "eur"},
}


@pytest.mark.parametrize("kind", REQUIRED)
def test_each_file_is_clean_utf8_with_its_columns_and_full_rows(kind: str) -> None:
    raw = (SEEDS / f"{kind}.csv").read_bytes()
    text = raw.decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert b"\r" not in raw and not raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\n")
    table = list(csv.reader(text.splitlines()))
    assert set(table[0]) >= REQUIRED[kind]
    assert {len(line) for line in table} == {len(table[0])}
    assert [value for line in table for value in line if value != value.strip()] == []


def test_the_folder_holds_these_files_and_no_other() -> None:
    assert {path.stem for path in SEEDS.glob("*.csv")} == set(REQUIRED)


def test_there_is_enough_of_everything() -> None:
    assert len(rows("competitions")) >= 24
    assert len([row for row in rows("clubs") if row["section"] == Section.MEN]) >= 300
    assert len([row for row in rows("clubs") if row["section"] == Section.WOMEN]) >= 30
    assert len(rows("sources")) >= 70


@pytest.mark.parametrize("kind", ["clubs", "sources"])
def test_a_name_borne_by_two_is_flagged_on_both(kind: str) -> None:
    everyone = defaultdict(set)
    for key, who in bearers(kind, flagged=True):
        everyone[key].add(who)
    plain = {key for key, _ in bearers(kind, flagged=False)}
    assert {key: who for key, who in everyone.items() if len(who) > 1 and key in plain} == {}


@pytest.mark.parametrize("kind", ["clubs", "sources"])
def test_flags_stand_on_the_rows_own_names_and_no_name_is_repeated(kind: str) -> None:
    for row in rows(kind):
        folded = [fold(name) for name in names(row)]
        assert "" not in folded
        assert len(folded) == len(set(folded)), row["name"]
        assert set(cell(row, "ambiguous")) <= set(names(row)), row["name"]


def test_there_is_a_rate_for_every_currency_and_year() -> None:
    rates = {(row["currency"], int(row["year"])): float(row["eur"]) for row in rows("rates")}
    currencies = {currency for currency, _ in rates}
    assert currencies >= {"EUR", "GBP", "USD", "TRY", "CHF", "SAR"}
    assert set(rates) == {(currency, year) for currency in currencies for year in range(2015, 2027)}
    assert {rates["EUR", year] for year in range(2015, 2027)} == {1.0}
    assert 1.1 < rates["GBP", 2024] < 1.3
    assert min(rates.values()) > 0
