"""Reference files as bytes: kinds by header, typed rows, and every fault with its file, line and column."""

import gzip
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumours.choices import Position, PositionGroup
from rumours.intake.table_errors import TableErrors
from rumours.intake.tables import Table, read_table

PLAYERS = "name,position,birth_date,birth_year,nationality,other_positions,contract_end"
HEADERS = {
    "competitions": "competition,country,level",
    "clubs": "name,country,league",
    "sources": "name,kind,domains",
    "players": "name,position",
    "people": "name,role",
    "windows": "window,note",
    "spans": "window,association,opens,closes,time_zone",
    "rates": "currency,year,eur",
}


def read(text: str) -> Table:
    return read_table(text.encode(), "f.csv")


def faults(content: str | bytes) -> list[str]:
    with pytest.raises(TableErrors) as caught:
        read_table(content.encode() if isinstance(content, str) else content, "f.csv")
    return [str(error) for error in caught.value.errors]


@pytest.mark.parametrize(("kind", "header"), HEADERS.items())
def test_the_header_tells_the_kind(kind: str, header: str) -> None:
    assert read(header + "\n").kind == kind


def test_a_header_of_no_kind_names_the_known_ones() -> None:
    [fault] = faults("season,window,player\n2020/21,2020-summer,X\n")
    assert fault.startswith("f.csv, line 1: the header is of no known kind. Known kinds")
    assert "players (name, position)" in fault


def test_a_header_of_two_kinds_is_refused() -> None:
    assert "several kinds: players, people" in faults("name,position,role\n")[0]


def test_a_player_row() -> None:
    [row] = read(PLAYERS + "\nFikayo  Tomori,centre-back,1997-12-19,1997,England|Canada,Right-Back,\n").rows
    expected = ("Fikayo Tomori", Position.CENTRE_BACK, PositionGroup.DEFENDER, ("Right-Back",), date(1997, 12, 19))
    assert (row.name, row.position, row.group, row.others, row.born) == expected  # type: ignore[attr-defined]
    assert row.nationality == ("England", "Canada")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("cell", "group"),
    [("G", "Goalkeeper"), ("D", "Defender"), ("M", "Midfield"), ("F", "Attack"), ("midfield", "Midfield"), ("", "")],
)
def test_a_letter_is_a_group_and_no_exact_place(cell: str, group: str) -> None:
    [row] = read(f"name,position\nX Y,{cell}\n").rows
    assert (row.position, row.group) == ("", group)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("row", "place", "reason"),
    [
        ("X Y,Libero,,,,,", "line 2, column position", "'Libero' is not one of"),
        ("X Y,D,31/05/2001,,,,", "line 2, column birth_date", "is no day: write it as 2001-05-31"),
        ("X Y,D,2001-13-01,,,,", "line 2, column birth_date", "is no day"),
        ("X Y,D,,two,,,", "line 2, column birth_year", "is no whole number from 1850 to 2199"),
        ("X Y,D,2001-05-31,2002,,,", "line 2, column birth_year", "is not the year of the birth_date"),
        ("X Y,D,,,,Left-Back|Libero,", "line 2, column other_positions", "'Libero' is not one of"),
        (",D,,,,,", "line 2, column name", "it is empty"),
        ("...,D,,,,,", "line 2, column name", "has no letter or digit"),
        ("X\0Y,D,,,,,", "line 2, column name", "control character"),
        ('"X\nY",D,,,,,', "line 2, column name", "line break"),
        (f"{'x' * 121},D,,,,,", "line 2, column name", "121 characters, at most 120"),
        ("X Y,D,,", "line 2, column 5", "4 cells, the header has 7"),
        ("X Y,D,,,,,,,", "line 2, column 8", "9 cells, the header has 7"),
        ('X Y,D,,,"Italy,,', "line 2, column 5", "a quote stands open"),
    ],
)
def test_a_malformed_player(row: str, place: str, reason: str) -> None:
    [fault] = faults(f"{PLAYERS}\n{row}\n")
    assert fault.startswith(f"f.csv, {place}: ")
    assert reason in fault


def test_a_day_its_month_has_not_is_a_warning_and_not_known() -> None:
    table = read(PLAYERS + "\nX Y,D,1981-02-30,1981,,,\n")
    assert (table.rows[0].born, table.rows[0].birth_year) == (None, 1981)  # type: ignore[attr-defined]
    message = "f.csv, line 2, column birth_date: there is no 1981-02-30: taken as not known"
    assert [str(warning) for warning in table.warnings] == [message]


def test_bytes_that_are_no_utf8_name_their_cell() -> None:
    assert faults(b"name,position\nGood One,D\nFran\xe7ois,D\n") == ["f.csv, line 3, column name: it is not UTF-8"]


def test_every_fault_of_a_file_is_listed() -> None:
    found = faults("name,country,league,colours\nA,Italy,,red\nB,,,\nC,Italy,,#FF0000\n")
    places = [fault.split(": ")[0] for fault in found]
    assert places == ["f.csv, line 2, column colours", "f.csv, line 3, column country"]


def test_lines_count_as_an_editor_of_text_counts() -> None:
    assert faults("name,role,note\r\n\r\nX Y,coach,\r\nZ,tailor,\r\n")[0].startswith("f.csv, line 4, column role")


def test_packed_files_are_read_whatever_their_name() -> None:
    assert read_table(gzip.compress(b"name,role\nX Y,coach\n"), "f.csv").rows[0].line == 2
    assert faults(gzip.compress(b"name,role\n")[:-6]) == ["f.csv: it is packed with gzip, but damaged"]
    assert faults(b" \n") == ["f.csv: it is empty"]


def test_unknown_columns_are_named_and_passed_over() -> None:
    table = read("\ufeffname,role,shoe size\nX Y,coach,44\n")
    assert (table.unknown, table.columns) == (("shoe size",), ("name", "role"))


@pytest.mark.parametrize(
    ("closes", "instant", "time_known"),
    [
        ("2025-09-01 19:00", datetime(2025, 9, 1, 18, 0, tzinfo=UTC), True),
        ("2025-09-01", datetime(2025, 9, 1, 22, 59, 59, tzinfo=UTC), False),
        ("2025-10-26 00:00", datetime(2025, 10, 25, 23, 0, tzinfo=UTC), True),
        # The clock passes 01:30 twice that night: the first counts.
        ("2025-10-26 01:30", datetime(2025, 10, 26, 0, 30, tzinfo=UTC), True),
        # The clock skips 01:30 that night: the offset before the change counts.
        ("2026-03-29 01:30", datetime(2026, 3, 29, 1, 30, tzinfo=UTC), True),
        ("", None, True),
    ],
)
def test_times_of_spans_are_local(closes: str, instant: datetime | None, time_known: bool) -> None:
    [row] = read(f"{HEADERS['spans']}\n2025-summer,England,2025-06-16,{closes},Europe/London\n").rows
    assert row.opens == datetime(2025, 6, 15, 23, 0, tzinfo=UTC)  # type: ignore[attr-defined]
    assert (row.closes, row.time_known) == (instant, time_known)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("2025-autumn,England,,,", "window"),
        ("2025-summer,,,,", "association"),
        ("2025-summer,England,2025-09-02,2025-09-01,", "closes"),
        ("2025-summer,England,2025-09-02 25:00,,", "opens"),
        ("2025-summer,England,,,Europe/Nowhere", "time_zone"),
    ],
)
def test_a_malformed_span(row: str, column: str) -> None:
    [fault] = faults(f"{HEADERS['spans']}\n{row}\n")
    assert fault.startswith(f"f.csv, line 2, column {column}: ")


def test_rates() -> None:
    assert read("currency,year,eur\nGBP,2024,1.1812\n").rows[0].eur == Decimal("1.1812")  # type: ignore[attr-defined]
    found = faults("currency,year,eur\npounds,,-1\nGBP,2024,0\n")
    assert [fault.split(": ")[0] for fault in found] == [
        "f.csv, line 2, column currency",
        "f.csv, line 2, column year",
        "f.csv, line 2, column eur",
        "f.csv, line 3, column eur",
    ]


@given(st.binary(max_size=200))
def test_any_bytes_are_rows_or_faults(content: bytes) -> None:
    for start in (b"", *(f"{header}\n".encode() for header in HEADERS.values())):
        try:
            table = read_table(start + content, "f.csv")
        except TableErrors as caught:
            assert caught.errors
        else:
            assert table.kind in HEADERS


CELL = st.text(st.sampled_from('a1Ö#-|: ,"\n\0²٣'), max_size=12) | st.sampled_from(
    ["2024-02-30", "2025-summer", "0000-00-00", "9999-12-31", "Europe/London", "G", "#ffffff", "x" * 5000]
)


@given(st.sampled_from(sorted(HEADERS)), st.lists(CELL, min_size=2, max_size=6))
def test_any_cells_are_rows_or_faults(kind: str, cells: list[str]) -> None:
    width = HEADERS[kind].count(",") + 1
    row = ",".join((cells * 3)[:width])
    try:
        table = read(f"{HEADERS[kind]}\n{row}\n")
    except TableErrors as caught:
        assert all(error.line >= 1 for error in caught.errors)
    else:
        assert table.kind == kind
